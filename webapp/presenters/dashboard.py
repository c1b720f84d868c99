"""A provider's own vacancies in groups, so that what waits for them comes first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matcher.domain import Vacancy
from matcher.store.introductions import Introduction
from matcher.store.standings import Standing
from webapp.presenters.vacancies import state

__all__ = [
    "EXPIRES_WITHIN",
    "GROUPS",
    "DashboardRow",
    "Group",
    "counts_by_vacancy",
    "group_of",
    "groups",
    "in_order",
    "is_in",
    "vacancy_row",
]

EXPIRES_WITHIN = timedelta(days=7)
"""Judgement: a week is what it takes to decide whether a vacancy stays open, and to say so."""

GROUPS: Mapping[str, str] = {
    "sent_back": "Sent back",
    "draft": "Drafts",
    "expiring": "Closing within 7 days",
    "live": "Live",
    "waiting": "Waiting for review",
    "closed": "Closed",
}
"""The groups in the order of the list: what the provider has to do something about comes first."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group and how many are in it."""

    name: str
    title: str
    n_rows: int


@dataclass(frozen=True, slots=True)
class DashboardRow:
    """A vacancy, or one that is still being written (`draft_id`), in a provider's list.

    `note` is what the reviewer said; `edits` is whether the draft changes a vacancy that is there.
    """

    id: str
    title: str
    group: str
    positions: str = ""
    opens: date | None = None
    closes: date | None = None
    place: str = ""
    note: str = ""
    is_draft_form: bool = False
    edits: bool = False

    @property
    def search_parts(self) -> Sequence[str]:
        """What a search looks through."""
        return self.title, self.id, self.place


def vacancy_row(vacancy: Vacancy, standing: Standing, as_of: date) -> DashboardRow:
    """A posted vacancy as a row."""
    group = group_of(vacancy, standing, as_of)
    return DashboardRow(
        id=vacancy.id,
        title=vacancy.title or f"Vacancy {vacancy.id}",
        group=group,
        positions=str(vacancy.positions),
        opens=vacancy.opens if vacancy.opens and vacancy.opens > as_of else None,
        closes=vacancy.closes,
        place=vacancy.postcode or ", ".join(vacancy.area or ()),
        note=(standing.review_note or "") if group == "sent_back" else "",
    )


def group_of(vacancy: Vacancy, standing: Standing, as_of: date) -> str:
    """The one group that says what to do next about a vacancy."""
    now = state(vacancy, as_of)
    if now in {"closed", "draft"}:
        return now
    if standing.is_held(vacancy):
        return "sent_back" if standing.review == "sent_back" else "waiting"
    return "expiring" if vacancy.closes and vacancy.closes - as_of <= EXPIRES_WITHIN else "live"


def is_in(row: DashboardRow, group: str) -> bool:
    """Whether a group shows a row: what closes soon is live too."""
    return not group or row.group == group or (group == "live" and row.group == "expiring")


def groups(rows: Sequence[DashboardRow]) -> list[Group]:
    """Every group with its number of rows, in their order."""
    return [Group(name, title, sum(is_in(row, name) for row in rows)) for name, title in GROUPS.items()]


def in_order(rows: Iterable[DashboardRow]) -> list[DashboardRow]:
    """Rows by group, then what closes first, title and id."""
    order = list(GROUPS)
    return sorted(rows, key=lambda row: (order.index(row.group), row.closes or date.max, row.title.casefold(), row.id))


def counts_by_vacancy(introductions: Iterable[Introduction]) -> dict[str, tuple[int, int]]:
    """How many people were asked to be introduced and how many agreed, by vacancy id."""
    counts: dict[str, tuple[int, int]] = {}
    for one in introductions:
        n_asked, n_agreed = counts.get(one.vacancy_id, (0, 0))
        counts[one.vacancy_id] = n_asked + 1, n_agreed + one.is_agreed
    return counts
