"""People in an advisor's caseload: a row each, the orders they can be put in, and the list as a spreadsheet has it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from matcher.domain import Candidate
from matcher.explanation.answers import unanswered
from matcher.store import Case, Person
from webapp.presenters.candidates import background

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["CONTACTS", "ORDERS", "CaseRow", "Contact", "case_rows", "in_order", "sheet_rows"]

CONTACTS = frozenset(
    {
        "added",
        "answered",
        "changed",
        "compared",
        "consented",
        "looked_again",
        "outcome",
        "planned",
        "ranked",
        "referred",
        "sent",
        "shortlisted",
        "unshortlisted",
        "viewed",
    }
)
"""Judgement: whoever did one of these was busy with this one person; a list with them in it is no contact."""

_NEVER = datetime.min.replace(tzinfo=UTC)
_HEADER = ("id", "name", "postcode", "work_before", "travel_mode", "dbs_status", "skills", "referrals", "last_contact",
           "not_asked")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contact:
    """What was done about somebody so far."""

    n_referrals: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Somebody in the caseload; `n_skills` is None where nobody has asked."""

    candidate: Candidate
    case: Case
    contact: Contact
    name: str
    background: str
    n_to_ask: int

    @property
    def id(self) -> str:
        """The person's reference."""
        return self.candidate.id

    @property
    def n_skills(self) -> int | None:
        """How many skills are known."""
        known = self.candidate
        return None if known.skills is None else len(known.skills) + len(known.unlinked_skills)

    @property
    def search_parts(self) -> list[str | None]:
        """What a search looks through."""
        return [self.name, self.id, self.candidate.postcode, self.background]


def case_rows(
    candidates: Iterable[Candidate],
    people: Mapping[str, Person],
    cases: Mapping[str, Case],
    contacts: Mapping[str, Contact],
    taxonomy: "Taxonomy",
) -> list[CaseRow]:
    """A row each, in no order of its own."""
    return [
        CaseRow(
            candidate=one,
            case=cases.get(one.id, Case(one.id)),
            contact=contacts.get(one.id, Contact()),
            name=(people[one.id].name if one.id in people else None) or one.id,
            background=background(one, taxonomy),
            n_to_ask=len(unanswered(one)),
        )
        for one in candidates
    ]


def _by_name(row: CaseRow) -> tuple[Any, ...]:
    return (row.name == row.id, row.name.casefold(), row.id)


ORDERS: Mapping[str, tuple[str, Callable[[CaseRow], tuple[Any, ...]]]] = {
    "name": ("Name", _by_name),
    "contact": ("Longest without contact", lambda row: (row.contact.last or _NEVER, *_by_name(row))),
    "skills": ("Fewest skills known", lambda row: (-1 if row.n_skills is None else row.n_skills, *_by_name(row))),
}
"""How the list can be ordered: in words, and by what; people without a name come last among equals."""


def in_order(rows: Sequence[CaseRow], asked: str) -> list[CaseRow]:
    """The rows in an order of `ORDERS`, by name where there is no such order."""
    return sorted(rows, key=ORDERS.get(asked, ORDERS["name"])[1])


def sheet_rows(rows: Iterable[CaseRow]) -> list[Sequence[object]]:
    """The rows as a spreadsheet has them, its header first; nothing of how to reach anybody."""
    return [_HEADER, *(_sheet_row(row) for row in rows)]


def _sheet_row(row: CaseRow) -> Sequence[object]:
    one, last = row.candidate, row.contact.last
    return (row.id, row.name, one.postcode, row.background, one.travel_mode, one.dbs_status, row.n_skills,
            row.contact.n_referrals, last.date() if last else None, row.n_to_ask)  # fmt: skip
