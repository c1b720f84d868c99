"""The caseload: everybody an advisor may see, searched, narrowed, ordered; the same as a spreadsheet. Nothing ranks."""

from collections import Counter
from datetime import datetime

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from webapp.access import ADVISOR, account, allow, record_all
from webapp.advisor import advisor
from webapp.context import engine, store
from webapp.paging import address_with, paginate
from webapp.presenters.caseload import (
    CONTACTS,
    ORDERS,
    CaseRow,
    Contact,
    case_rows,
    in_order,
    sheet_rows,
)
from webapp.presenters.caseload_facets import caseload_facets
from webapp.presenters.filters import Narrowed, narrow
from webapp.presenters.lists import found, search_text
from webapp.shown import open_candidates
from webapp.spreadsheets import csv_answer

__all__: list[str] = []


@advisor.get("/")
@allow(ADVISOR)
def start() -> Redirect:
    """An advisor starts at the caseload."""
    return redirect(url_for(".candidates"))


@advisor.get("/candidates")
@allow(ADVISOR)
def candidates() -> str:
    """Everybody, searched, narrowed and ordered as the address says."""
    rows = _everybody()
    narrowed = _narrowed(rows)
    return render_template(
        "advisor/candidates.html",
        as_sheet=_sheet_address(),
        n_all=len(rows),
        narrowed=narrowed,
        order=_order(),
        orders=ORDERS,
        page=paginate(in_order(narrowed.rows, _order())),
        query=_query(),
    )


@advisor.get("/candidates.csv")
@allow(ADVISOR)
def candidates_csv() -> Response:
    """The whole list of the same address, all of its pages; everybody on it is told that they were listed."""
    listed = in_order(_narrowed(_everybody()).rows, _order())
    record_all("listed", [row.id for row in listed])
    return csv_answer(sheet_rows(listed), "jobseekers.csv")


def _everybody() -> list[CaseRow]:
    people = open_candidates(account())
    return case_rows(people, store().people(), store().cases.all(), _contacts(), engine().taxonomy)


def _contacts() -> dict[str, Contact]:
    """Who was referred how often, and when somebody was last busy with them."""
    last: dict[str, datetime] = store().audit.latest(CONTACTS)
    referrals = store().referrals()
    for one in referrals:
        last[one.candidate_id] = max(one.made_at, last.get(one.candidate_id, one.made_at))
    n_referrals = Counter(one.candidate_id for one in referrals)
    return {candidate_id: Contact(n_referrals[candidate_id], when) for candidate_id, when in last.items()}


def _narrowed(rows: list[CaseRow]) -> Narrowed[CaseRow]:
    query = _query()
    hits = [row for row in rows if found(search_text(row.search_parts), query)]
    return narrow(hits, caseload_facets(account(), engine().taxonomy))


def _query() -> str:
    return request.args.get("q", "").strip()


def _order() -> str:
    asked = request.args.get("sort", "")
    return asked if asked in ORDERS else "name"


def _sheet_address() -> str:
    """The address of this list as a spreadsheet: the same query, with all of its pages."""
    _, _, query = address_with(page=None).partition("?")
    return url_for(".candidates_csv") + (f"?{query}" if query else "")
