"""A candidate's facts as an advisor asks for them; what nobody has asked yet says so."""

from typing import TYPE_CHECKING

from matcher.domain import Candidate
from matcher.domain.evidence import say_evidence
from matcher.store import Person
from webapp import words
from webapp.presenters.vacancies import Fact

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["background", "candidate_facts", "candidate_skills"]


def background(candidate: Candidate, taxonomy: "Taxonomy") -> str:
    """What somebody did before: the occupation, else the sectors, in the taxonomy's words where it has them."""
    if candidate.prior_occupation:
        occupation = taxonomy.occupation(candidate.prior_occupation)
        return _capital(occupation.label if occupation else candidate.prior_occupation)
    return _sectors(candidate, taxonomy)


def candidate_skills(candidate: Candidate, taxonomy: "Taxonomy") -> list[str]:
    """Skills as they are said aloud, each with its evidence: ``first aid (certified 2023)``."""
    return [_with_evidence(name, candidate, taxonomy) for name in candidate.skills or ()]


def _with_evidence(name: str, candidate: Candidate, taxonomy: "Taxonomy") -> str:
    skill = taxonomy.skill(name)
    said = filter(None, (say_evidence(shown) for shown in candidate.skill_evidence if shown.skill == name))
    evidence = ", ".join(dict.fromkeys(said))
    return f"{skill or name} ({evidence})" if evidence else str(skill or name)


def candidate_facts(candidate: Candidate, person: Person, taxonomy: "Taxonomy") -> list[Fact]:
    """Everything known of a candidate but their skills; unknown is empty."""
    return [
        *_person_facts(candidate, person),
        *_background_facts(candidate, taxonomy),
        *_work_facts(candidate),
        *_check_facts(candidate),
    ]


def _person_facts(candidate: Candidate, person: Person) -> list[Fact]:
    return [
        Fact("Contact", person.contact or ""),
        Fact("Postcode", _postcode(candidate)),
        Fact("Age", words.label(candidate.age_band, "age_band") if candidate.age_band else ""),
    ]


def _background_facts(candidate: Candidate, taxonomy: "Taxonomy") -> list[Fact]:
    months = candidate.experience_months
    held = (taxonomy.qualification(name) or name for name in candidate.qualifications or ())
    registered = (taxonomy.registration(name) or name for name in candidate.registrations or ())
    return [
        Fact("Worked as", background(candidate, taxonomy) if candidate.prior_occupation else ""),
        Fact("For", words.months(months) if months is not None else ""),
        Fact("Comes from", _sectors(candidate, taxonomy)),
        Fact("Qualifications", _listed(candidate.qualifications, [getattr(term, "label", str(term)) for term in held])),
        Fact("Registrations", _listed(candidate.registrations, [getattr(t, "label", str(t)) for t in registered])),
        Fact("In their own words", candidate.about or ""),
    ]


def _work_facts(candidate: Candidate) -> list[Fact]:
    limit = candidate.max_travel_minutes
    pay = candidate.pay_min_gbp_per_hour
    return [
        Fact("Travels", words.label(candidate.travel_mode, "travel_mode") if candidate.travel_mode else ""),
        Fact("Longest journey", words.minutes(limit) if limit is not None else ""),
        Fact("Can work", words.say_shifts(candidate.shifts) if candidate.shifts else ""),
        Fact("Hours a week", words.span(candidate.hours_min, candidate.hours_max)),
        Fact("Least pay an hour", words.money(pay) if pay is not None else ""),
        Fact("Available from", words.long_date(candidate.available_from) if candidate.available_from else ""),
    ]


def _check_facts(candidate: Candidate) -> list[Fact]:
    right = candidate.right_to_work
    return [
        Fact("DBS check", words.label(candidate.dbs_status, "dbs_status") if candidate.dbs_status else ""),
        Fact("Right to work", words.label(right, "right_to_work") if right else ""),
        Fact("Driving licence", _answer(candidate.driving_licence)),
        Fact("Vehicle to use", _answer(candidate.vehicle)),
    ]


def _sectors(candidate: Candidate, taxonomy: "Taxonomy") -> str:
    names = candidate.prior_sector or ()
    return _capital(", ".join(getattr(taxonomy.prior_sector(name), "label", name) for name in names))


def _postcode(candidate: Candidate) -> str:
    notes = [candidate.place.note] if candidate.place and candidate.place.note else []
    return " – ".join([candidate.postcode, *notes]) if candidate.postcode else ""


def _listed(given: tuple[str, ...] | None, names: list[str]) -> str:
    return "None" if given == () else ", ".join(names)


def _answer(answer: bool | None) -> str:
    return "" if answer is None else words.yes_no(answer)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
