"""A vacancy's facts as a reader asks for them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.domain import Contract, Vacancy
from matcher.domain.pay_floor import is_draft, legal_floor
from webapp import words
from webapp.presenters.nearby import public_postcode

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["Fact", "main_facts", "open_facts", "pay_floor_of", "state", "vacancy_facts"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a summary; an empty value was not stated, and is shown so only where everybody is `asked`."""

    name: str
    value: str
    asked: bool = True


def pay_floor_of(vacancy: Vacancy, as_of: date) -> float:
    """The legal floor that this vacancy's pay is held against, in pounds an hour."""
    return legal_floor(as_of, apprentice=vacancy.contract is Contract.APPRENTICESHIP)


def state(vacancy: Vacancy, as_of: date) -> str:
    """What a vacancy is on a day: ``open``, ``not_open_yet``, ``closed`` or ``draft``.

    A draft pays less than the legal floor and nobody has said why: it is kept, but nobody is ranked for it.
    """
    if vacancy.closes and vacancy.closes < as_of:
        return "closed"
    if is_draft(vacancy, as_of):
        return "draft"
    return "not_open_yet" if vacancy.opens and vacancy.opens > as_of else "open"


def vacancy_facts(vacancy: Vacancy, taxonomy: "Taxonomy") -> list[Fact]:
    """Everything a vacancy states, in the order people ask for it."""
    return [
        *_role_facts(vacancy, taxonomy),
        *_time_and_pay_facts(vacancy),
        *_requirement_facts(vacancy, taxonomy),
        *_applying_facts(vacancy),
    ]


def main_facts(vacancy: Vacancy) -> list[Fact]:
    """What somebody wants before their eyes who is about to put a person forward, how to reach the provider first."""
    return [*_applying_facts(vacancy), Fact("Postcode", vacancy.postcode or ""), *_time_and_pay_facts(vacancy)]


def open_facts(vacancy: Vacancy, taxonomy: "Taxonomy") -> list[Fact]:
    """What everybody may read of a vacancy, but for the title, the description and how to apply."""
    shown = vacancy.model_copy(update={"postcode": public_postcode(vacancy) or None, "description": None})
    facts = [*_time_and_pay_facts(shown), *_role_facts(shown, taxonomy), *_requirement_facts(shown, taxonomy)]
    return [*(fact for fact in facts if fact.value), Fact("Closes", _day(vacancy.closes) or "When it is filled")]


def _role_facts(vacancy: Vacancy, taxonomy: "Taxonomy") -> list[Fact]:
    family = taxonomy.role_family(vacancy.role_family) if vacancy.role_family else None
    return [
        Fact("Provider", vacancy.provider or ""),
        Fact("Kind of role", family.label if family else vacancy.role_family or ""),
        Fact("Where the work is", words.label(vacancy.place_kind, "place_kind") if vacancy.place_kind else ""),
        Fact("Postcode", vacancy.postcode or ""),
        Fact("Districts of the round", ", ".join(vacancy.area or ()), asked=False),
        Fact("Positions", str(vacancy.positions)),
        Fact("Skills needed", _skills(vacancy.essential_skills, taxonomy)),
        Fact("Skills that help", _skills(vacancy.optional_skills, taxonomy)),
        Fact("Skills in other words, not counted", ", ".join(vacancy.unlinked_skills), asked=False),
        Fact("Description", vacancy.description or ""),
    ]


def _time_and_pay_facts(vacancy: Vacancy) -> list[Fact]:
    why = words.label(vacancy.pay_note, "pay_note") if vacancy.pay_note else ""
    return [
        Fact("Shifts that must all be worked", words.say_shifts(vacancy.shifts_all_required or ())),
        Fact("Shifts of which any will do", words.say_shifts(vacancy.shifts_any_of or ())),
        Fact("Hours a week", words.span(vacancy.hours_min, vacancy.hours_max)),
        Fact("Guaranteed hours a week", words.span(vacancy.guaranteed_hours, vacancy.guaranteed_hours)),
        Fact("Contract", words.label(vacancy.contract, "contract") if vacancy.contract else ""),
        Fact("Pay an hour", pay(vacancy)),
        Fact("Why that may be under the floor", why, asked=False),
    ]


def _requirement_facts(vacancy: Vacancy, taxonomy: "Taxonomy") -> list[Fact]:
    return [
        Fact("DBS check", words.label(vacancy.dbs_level, "dbs_level") if vacancy.dbs_level else ""),
        Fact("Driving licence needed", _answer(vacancy.driving_licence)),
        Fact("Own vehicle needed", _answer(vacancy.vehicle)),
        Fact("Registration", _named(taxonomy.registration(vacancy.registration or ""), vacancy.registration)),
        Fact("Qualification", _named(taxonomy.qualification(vacancy.qualification or ""), vacancy.qualification)),
        Fact("Experience", _experience(vacancy.experience_months)),
        Fact("Minimum age", f"{vacancy.min_age}" if vacancy.min_age is not None else ""),
        Fact("Reason for the minimum age", vacancy.min_age_reason or "", asked=False),
    ]


def _applying_facts(vacancy: Vacancy) -> list[Fact]:
    return [
        Fact("Contact", vacancy.contact or ""),
        Fact("How to apply", vacancy.apply_url or ""),
        Fact("Opens", _day(vacancy.opens)),
        Fact("Closes", _day(vacancy.closes)),
    ]


def pay(vacancy: Vacancy) -> str:
    """Pay an hour, or empty where not stated."""
    low, high = vacancy.pay_min_gbp_per_hour, vacancy.pay_max_gbp_per_hour
    return "" if low is None and high is None else words.money(low, high)


def _skills(names: tuple[str, ...] | None, taxonomy: "Taxonomy") -> str:
    return ", ".join(str(taxonomy.skill(name) or name) for name in names or ())


def _named(term: object, given: str | None) -> str:
    return str(getattr(term, "label", "")) or given or ""


def _experience(n_months: int | None) -> str:
    return "" if n_months is None else words.months(n_months) if n_months else "None needed"


def _day(day: date | None) -> str:
    return words.long_date(day) if day else ""


def _answer(answer: bool | None) -> str:
    return "" if answer is None else words.yes_no(answer)
