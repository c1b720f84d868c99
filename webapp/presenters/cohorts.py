"""A cohort as a table: one line a person, and the courses for all of them together."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.domain import Account
from matcher.store import Person
from webapp import words
from webapp.presenters.caseload import CaseRow
from webapp.presenters.caseload_facets import caseload_facets
from webapp.presenters.filters import Facet

__all__ = ["CohortRow", "CourseRow", "cohort_facets", "cohort_rows", "cohort_sheet", "course_rows"]

_HEADER = ("id", "name", "first_match", "provider", "points", "matches", "ask_next")


@dataclass(frozen=True, slots=True)
class CohortRow:
    """Somebody in the table; without a first match `title` is empty, `vacancy` and `score` None."""

    id: str
    name: str
    vacancy: str | None
    title: str
    provider: str
    score: float | None
    n_matches: int
    ask_next: str


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course, and for how many of the people in the table it opens something.

    `n_could_begin` and `n_opened` were counted over everybody, so they are None once somebody is not in the table.
    """

    title: str
    is_check: bool
    n_people: int
    n_could_begin: int | None
    n_opened: int | None
    cost: str


def cohort_facets(account: Account, taxonomy: Any) -> list[Facet[CaseRow]]:
    """What a cohort is chosen by: the team, and all that narrows a caseload."""
    team: Facet[CaseRow] = Facet(
        "team", "Team", lambda row: [row.case.team] if row.case.team else [], order=str.casefold
    )
    return [team, *caseload_facets(account, taxonomy)]


def cohort_rows(result: Mapping[str, Any], people: Mapping[str, Person], open_to: Collection[str]) -> list[CohortRow]:
    """The people of a result whom the reader may still see, by name."""
    rows = [_row(one, people) for one in result["people"] if one["id"] in open_to]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def course_rows(result: Mapping[str, Any], rows: Iterable[CohortRow]) -> list[CourseRow]:
    """The courses in the order they came; once somebody is not in the table, by those who are and no more than that."""
    shown = {row.id for row in rows}
    is_whole = len(shown) == len(result["people"])
    made = [
        CourseRow(
            title=course["title"],
            is_check=course["is_check"],
            n_people=len(shown.intersection(course["people"])),
            n_could_begin=course["n_could_begin"] if is_whole else None,
            n_opened=course["n_opened"] if is_whole else None,
            cost=_cost(course["cost_to_learner_gbp"]),
        )
        for course in result["courses"]
    ]
    return made if is_whole else sorted((one for one in made if one.n_people), key=lambda one: -one.n_people)


def cohort_sheet(rows: Iterable[CohortRow]) -> list[Sequence[object]]:
    """The table as a spreadsheet has it, its header first."""
    return [_HEADER, *((row.id, row.name, row.title, row.provider, _points(row), row.n_matches, row.ask_next)
                       for row in rows)]  # fmt: skip


def _row(one: Mapping[str, Any], people: Mapping[str, Person]) -> CohortRow:
    first = one["first"] or {}
    return CohortRow(
        id=one["id"],
        name=(people[one["id"]].name if one["id"] in people else None) or one["id"],
        vacancy=first.get("vacancy"),
        title=first.get("title") or first.get("vacancy") or "",
        provider=first.get("provider") or "",
        score=first.get("score"),
        n_matches=one["n_matches"],
        ask_next=one["ask_next"] or "",
    )


def _points(row: CohortRow) -> str:
    return "" if row.score is None else words.points(row.score)


def _cost(pounds: float | None) -> str:
    if pounds is None:
        return "Not known"
    return f"£{pounds:,.2f}" if pounds else "Nothing"
