"""A cohort: some people beside each other, with the first match of each and the course that would help most of them."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from matcher.store.jobs import Job
from webapp.access import ADVISOR, account, allow, record_all
from webapp.advisor import advisor
from webapp.background import do_now, start_job
from webapp.context import engine, store
from webapp.paging import paginate
from webapp.presenters.caseload import CaseRow, case_rows, in_order
from webapp.presenters.cohorts import CohortRow, cohort_facets, cohort_rows, cohort_sheet, course_rows
from webapp.presenters.filters import Narrowed, narrow
from webapp.shown import open_candidates, open_ids
from webapp.spreadsheets import csv_answer

__all__: list[str] = []

_KIND = "cohort"
# Measured: 0.15 seconds a person with the demo's 229 vacancies; with more, a page would keep people waiting.
_AT_ONCE = 5
# Judgement: ticks are not kept from page to page, so a caseload stays on one; more boxes than that nobody reads down.
_MOST_ON_A_PAGE, _PER_PAGE = 200, 50
_NOBODY = "Tick at least one person, or take everybody on the list"


@advisor.get("/cohort")
@allow(ADVISOR)
def cohort() -> str:
    """Everybody, narrowed as the address says, to be ticked."""
    return _choosing()


@advisor.post("/cohort")
@allow(ADVISOR)
def look_at_cohort() -> str | Redirect:
    """Look at those who are ticked, or at everybody on the list; many of them in the background."""
    narrowed = _narrowed()
    ticked = set(request.form.getlist("person"))
    is_whole = request.form.get("who") == "all"
    chosen = [row.id for row in narrowed.rows if is_whole or row.id in ticked]
    if not chosen:
        return _choosing([{"text": _NOBODY, "href": "#person"}])
    job = _start(chosen)
    if len(chosen) <= _AT_ONCE:
        job = do_now(job)
    return redirect(url_for("progress.job", job_id=job.id))


@advisor.get("/cohort/<job_id>")
@allow(ADVISOR)
def cohort_table(job_id: str) -> str | Redirect:
    """The table, made to be printed; while it is being made, how far it is."""
    job = _cohort_job(job_id)
    if job.result is None:
        return redirect(url_for("progress.job", job_id=job_id))
    rows = _seen(job.result)
    record_all("listed", [row.id for row in rows])
    return render_template(
        "advisor/cohort_table.html", courses=course_rows(job.result, rows), job=job, job_id=job_id, rows=rows
    )


@advisor.get("/cohort/<job_id>.csv")
@allow(ADVISOR)
def cohort_csv(job_id: str) -> Response:
    """The same table as a spreadsheet."""
    rows = _seen(_cohort_job(job_id).result or {"people": []})
    record_all("listed", [row.id for row in rows])
    return csv_answer(cohort_sheet(rows), "cohort.csv")


def _start(chosen: Sequence[str]) -> Job:
    job_id = secrets.token_hex(16)
    arguments = {
        "people": list(chosen),
        "title": f"Looking at {len(chosen)} {'jobseeker' if len(chosen) == 1 else 'jobseekers'} together",
        "things": "jobseekers",
        "result_page": url_for(".cohort_table", job_id=job_id),
        "start_page": url_for(".cohort"),
    }
    return start_job(_KIND, arguments, job_id=job_id)


def _cohort_job(job_id: str) -> Job:
    job = store().jobs.get(job_id)
    if job.kind != _KIND:
        abort(404)
    return job


def _seen(result: Mapping[str, Any]) -> list[CohortRow]:
    return cohort_rows(result, store().people(), open_ids(account()))


def _narrowed() -> Narrowed[CaseRow]:
    rows = case_rows(open_candidates(account()), store().people(), store().cases.all(), {}, engine().taxonomy)
    # Nothing here tells how busy anybody was with somebody, so that question is not asked.
    facets = [facet for facet in cohort_facets(account(), engine().taxonomy) if facet.name != "has"]
    return narrow(in_order(rows, "name"), facets)


def _choosing(errors: Sequence[Mapping[str, str]] = ()) -> str:
    query, narrowed = request.query_string.decode(errors="replace"), _narrowed()
    page = paginate(narrowed.rows, _MOST_ON_A_PAGE if len(narrowed.rows) <= _MOST_ON_A_PAGE else _PER_PAGE)
    return render_template(
        "advisor/cohort.html", errors=errors, most=_MOST_ON_A_PAGE, narrowed=narrowed, page=page, query=query
    )
