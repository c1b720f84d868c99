"""What was seen, decided and asked about somebody, in words for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from matcher.domain import AccountRole, Outcome
from matcher.errors import NotFoundError
from matcher.store.standings import Standing
from webapp import words
from webapp.access.actions import ACTIONS
from webapp.presenters.who_did_it import People

if TYPE_CHECKING:
    from matcher.store import AuditEntry, Store

__all__ = [
    "SAVED",
    "Decisions",
    "Happening",
    "Referred",
    "Request",
    "SetAside",
    "decisions",
    "happenings",
    "requests_of",
    "titles",
    "told_once",
]

SAVED = "saved a vacancy"
"""What the record says where somebody puts a vacancy on their own short list."""

_HERE = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the record: who did what, for which vacancy, when (UTC, the latest time), and how often that day."""

    at: datetime | None
    who: str
    what: str
    vacancy: str
    n_times: int = 1

    @property
    def day(self) -> str:
        """The day as calendars in the United Kingdom showed it."""
        return words.long_date(self.at.astimezone(_HERE).date()) if self.at else ""

    @property
    def clock(self) -> str:
        """The time as clocks in the United Kingdom showed it."""
        return f"{self.at.astimezone(_HERE):%H:%M}" if self.at else ""

    def as_document(self) -> dict[str, str]:
        """The line for a file."""
        at = self.at.isoformat() if self.at else ""
        return {"at": at, "who": self.who, "what": self.what, "vacancy": self.vacancy}


@dataclass(frozen=True, slots=True)
class Referred:
    """Being put forward, why, and how it went so far; `made_on` is None where only how it went was written down."""

    vacancy: str
    by: str
    reason: str
    made_on: date | None
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A vacancy saved, or a provider's short list; `reason` is empty where none was asked."""

    vacancy: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided about somebody."""

    referred: tuple[Referred, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.referred or self.set_aside)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked a person to look at again, and the answer, empty while there is none."""

    vacancy: str
    words: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


def happenings(store: "Store", entries: Sequence["AuditEntry"]) -> list[Happening]:
    """Entries of the audit log as lines for the person they are about, in the same order."""
    people, named = People(store), titles(store, {entry.vacancy_id for entry in entries})
    return [
        Happening(entry.at, people.who(entry), _what(entry), named.get(entry.vacancy_id or "", "")) for entry in entries
    ]


def told_once(lines: Iterable[Happening]) -> list[Happening]:
    """Lines that say the same of the same day, one after the other, as one with their number."""
    alike = groupby(lines, key=lambda line: (line.day, line.who, line.what, line.vacancy))
    return [replace(same[0], n_times=len(same)) for same in (list(group) for _, group in alike)]


def decisions(store: "Store", candidate_id: str) -> Decisions:
    """Referrals with their outcomes, the latest first, then outcomes without a referral; and short lists."""
    made, reached = store.referrals(candidate_id), _stages(store.outcomes(candidate_id))
    chosen, saved = store.chosen.of_candidate(candidate_id), store.shortlist(candidate_id)
    put_there = {one.vacancy_id for one in made} | {one.vacancy_id for one in chosen}
    named = titles(store, put_there | set(reached) | set(saved))
    referred = [
        Referred(named[one.vacancy_id], one.by, one.reason or "", one.made_at.date(), reached.pop(one.vacancy_id, ()))
        for one in reversed(made)
    ]
    referred += [Referred(named[vacancy], "", "", None, stages) for vacancy, stages in reached.items()]
    aside = [SetAside(named[one.vacancy_id], "The provider", one.reason) for one in chosen]
    by = _who_saved(store, candidate_id) if saved else {}
    aside += [SetAside(named[vacancy], by.get(vacancy, "You or your advisor"), "") for vacancy in saved]
    return Decisions(tuple(referred), tuple(aside))


def _who_saved(store: "Store", candidate_id: str) -> dict[str, str]:
    """Who put each vacancy on the short list last, by the record of what was done."""
    people, first_to_last = People(store), reversed(store.audit.entries(candidate_id=candidate_id))
    added = (one for one in first_to_last if one.action == "shortlisted" or one.detail == SAVED)
    return {one.vacancy_id: people.who(one) for one in added if one.vacancy_id}


def requests_of(store: "Store", candidate_id: str) -> list[Request]:
    """What somebody asked a person to look at again, the latest first."""
    asked = store.look_agains.of_candidate(candidate_id)
    people, named = People(store), titles(store, {one.vacancy_id for one in asked})
    return [
        Request(
            named.get(one.vacancy_id or "", ""),
            one.words,
            one.asked_at,
            one.answer or "",
            people.named(AccountRole.ADVISOR, one.answered_by) if one.answer else "",
            one.answered_at,
        )
        for one in reversed(asked)
    ]


def titles(store: "Store", vacancy_ids: Iterable[str | None]) -> dict[str, str]:
    """Vacancies by id as they are said: title and provider; one that is gone, or waits for a review, is said to be."""
    standings = store.standings.all()
    return {one: _title(store, one, standings.get(one, Standing(one))) for one in vacancy_ids if one is not None}


def _title(store: "Store", vacancy_id: str, standing: Standing) -> str:
    try:
        vacancy = store.vacancy(vacancy_id)
    except NotFoundError:
        return "a vacancy that is no longer here"
    if standing.is_held(vacancy):
        return "a vacancy that is not shown yet"
    return ", ".join([vacancy.title or f"Vacancy {vacancy.id}", *([vacancy.provider] if vacancy.provider else [])])


def _what(entry: "AuditEntry") -> str:
    if entry.action == "own":
        return entry.detail or "did this yourself"
    said = ACTIONS.get(entry.action, entry.action)
    return f"{said} ({entry.detail})" if entry.detail else said


def _stages(outcomes: Iterable[Outcome]) -> dict[str, tuple[str, ...]]:
    """Stages reached with each vacancy, in the order of progress."""
    reached: dict[str, tuple[str, ...]] = {}
    for one in outcomes:
        said = words.label(one.stage, "stage") + (f", {words.long_date(one.reached_on)}" if one.reached_on else "")
        reached[one.vacancy] = (*reached.get(one.vacancy, ()), said)
    return reached
