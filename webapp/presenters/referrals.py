"""Referrals as rows of a list, and what became of one as a story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain import Account, Outcome, Stage, Vacancy
from matcher.domain.outcome_log import CheckIn, out_of_order
from matcher.store import Person, Referral
from matcher.store.cases import Case
from webapp import words
from webapp.presenters.filters import Facet

__all__ = [
    "REFERRAL_FACETS",
    "CheckInRow",
    "ReferralRow",
    "check_in_rows",
    "contradiction",
    "order_remarks",
    "referral_rows",
]


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral in a list; `is_mine` where the reader made it, or looks after the person."""

    referral: Referral
    name: str
    title: str
    provider: str
    is_mine: bool
    is_overdue: bool

    @property
    def states(self) -> list[str]:
        """What the list is narrowed by."""
        if not self.referral.next_action:
            return ["nothing"]
        return ["waiting", "overdue"] if self.is_overdue else ["waiting"]


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """Somebody to be asked whether they are still in post."""

    check_in: CheckIn
    name: str
    title: str
    provider: str


_SAID = {"waiting": "With a next action", "overdue": "Overdue", "nothing": "Nothing left to do"}
REFERRAL_FACETS: Sequence[Facet[ReferralRow]] = (
    Facet("whose", "Whose", lambda row: ["mine"] if row.is_mine else [], lambda _: "Mine", whole="Everybody’s"),
    Facet("next", "What happens next", lambda row: row.states, _SAID.__getitem__, list(_SAID).index, whole="All"),
)
"""What the list of referrals can be narrowed by."""


def referral_rows(
    referrals: Iterable[Referral],
    people: Mapping[str, Person],
    vacancies: Mapping[str, Vacancy],
    cases: Mapping[str, Case],
    reader: Account,
    as_of: date,
) -> list[ReferralRow]:
    """Rows by the date of the next action, then those with nothing left to do, the latest first."""
    rows = [
        ReferralRow(
            one,
            _name(one.candidate_id, people),
            *_work(one.vacancy_id, vacancies),
            is_mine=one.by == reader.name or _looks_after(reader, cases.get(one.candidate_id)),
            is_overdue=bool(one.next_action and one.next_date and one.next_date < as_of),
        )
        for one in referrals
    ]
    return sorted(rows, key=lambda row: (row.referral.next_date or date.max, -row.referral.id))


def check_in_rows(
    due: Iterable[CheckIn], people: Mapping[str, Person], vacancies: Mapping[str, Vacancy]
) -> list[CheckInRow]:
    """Rows in the order they came."""
    return [CheckInRow(one, _name(one.candidate, people), *_work(one.vacancy, vacancies)) for one in due]


def order_remarks(story: Sequence[Outcome]) -> list[str]:
    """What is odd about the order of a story, in sentences; odd is not forbidden."""
    remarks = [f"{_dated(then)} comes before {_dated(first, small=True)}." for first, then in out_of_order(story)]
    stages = {one.stage for one in story}
    if stages & {Stage.IN_POST_3M, Stage.IN_POST_6M, Stage.IN_POST_12M} and Stage.STARTED not in stages:
        remarks.append("Somebody in post must have started once: write down when, so that the next check-in is known.")
    return remarks


def contradiction(written: Outcome, new: Outcome) -> str:
    """Why somebody is asked whether an outcome is meant."""
    return (
        f"{_dated(written)} is written down already, and does not go with {_dated(new, small=True)}: choose another, "
        "or press “Write it down” again to keep both"
    )


def _dated(one: Outcome, *, small: bool = False) -> str:
    label = words.label(one.stage, "stage")
    said = label[:1].lower() + label[1:] if small else label
    return f"“{said}” ({words.long_date(one.reached_on)})" if one.reached_on else f"“{said}”"


def _name(candidate_id: str, people: Mapping[str, Person]) -> str:
    return (people[candidate_id].name if candidate_id in people else None) or candidate_id


def _work(vacancy_id: str, vacancies: Mapping[str, Vacancy]) -> tuple[str, str]:
    vacancy = vacancies.get(vacancy_id)
    return (vacancy.title or vacancy_id, vacancy.provider or "") if vacancy else (vacancy_id, "")


def _looks_after(reader: Account, case: Case | None) -> bool:
    return case is not None and case.advisor_id == reader.id
