"""Check-ins: who started some months ago and has not been asked whether they are still in post; outcomes as a file."""

from collections.abc import Collection

from flask import Response, render_template

from matcher.domain import Outcome
from matcher.domain.outcome_log import check_ins_due
from matcher.importers.outcomes import OUTCOME_COLUMNS
from webapp.access import ADVISOR, account, allow, record_all
from webapp.advisor import advisor
from webapp.context import as_of, store
from webapp.paging import paginate
from webapp.presenters.referrals import check_in_rows
from webapp.shown import every_vacancy, open_ids
from webapp.spreadsheets import csv_answer

__all__ = ["n_check_ins"]


@advisor.get("/check-ins")
@allow(ADVISOR)
def check_ins() -> str:
    """Those who are due, the longest first."""
    due = check_ins_due(_outcomes(open_ids(account())), as_of())
    vacancies = every_vacancy().by_id
    return render_template("advisor/check_ins.html", page=paginate(check_in_rows(due, store().people(), vacancies)))


@advisor.get("/outcomes.csv")
@allow(ADVISOR)
def outcomes_csv() -> Response:
    """Every outcome of the people the account may see, with the columns that the import of outcomes reads."""
    outcomes = _outcomes(open_ids(account()))
    record_all("listed", sorted({one.candidate for one in outcomes}))
    rows = [(one.candidate, one.vacancy, one.stage.value, one.reached_on) for one in outcomes]
    return csv_answer([OUTCOME_COLUMNS, *rows], "outcomes.csv")


def n_check_ins(candidate_ids: Collection[str]) -> int:
    """How many of some people are due."""
    return len(check_ins_due(_outcomes(candidate_ids), as_of()))


def _outcomes(candidate_ids: Collection[str]) -> list[Outcome]:
    return [one for one in store().outcomes() if one.candidate in candidate_ids]
