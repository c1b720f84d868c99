"""A vacancy as schema.org's `JobPosting`, for search engines; the importer of such adverts reads it back.

What schema.org and Google require and a vacancy does not state is never made up: such a vacancy has none.
https://schema.org/JobPosting, https://developers.google.com/search/docs/appearance/structured-data/job-posting.
"""

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from matcher.domain import Contract, DbsLevel, Vacancy
from webapp import words
from webapp.presenters.nearby import public_postcode

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["job_posting"]

# Judgement: 35 hours is what most of the sector calls a full week.
_FULL_WEEK = 35
_EMPLOYMENT = {
    Contract.FIXED_TERM: "TEMPORARY",
    Contract.BANK: "PER_DIEM",
    Contract.ZERO_HOURS: "OTHER",
    Contract.APPRENTICESHIP: "OTHER",
}
_LICENCE = {True: "A driving licence is essential.", False: "No driving licence needed."}
_VEHICLE = {True: "You need your own vehicle.", False: "No vehicle needed."}
_CHECKS = {
    DbsLevel.BASIC: "Basic DBS check.",
    DbsLevel.STANDARD: "Standard DBS check.",
    DbsLevel.ENHANCED: "Enhanced DBS check.",
    DbsLevel.ENHANCED_BARRED: "Enhanced DBS check, with the barred list.",
}


def job_posting(vacancy: Vacancy, taxonomy: "Taxonomy", as_of: date) -> dict[str, Any] | None:
    """The advert of an open vacancy; None where a required property is not known."""
    required = {
        "title": vacancy.title,
        "description": _html(vacancy.description),
        "datePosted": vacancy.opens.isoformat() if vacancy.opens and vacancy.opens <= as_of else None,
        "hiringOrganization": _organisation(vacancy),
        "jobLocation": _locations(vacancy),
    }
    if not all(required.values()):
        return None
    further = {
        "validThrough": f"{vacancy.closes}T23:59:59" if vacancy.closes else None,
        "employmentType": _employment(vacancy),
        "identifier": {"@type": "PropertyValue", "name": vacancy.provider, "value": vacancy.id},
        "totalJobOpenings": vacancy.positions,
        "baseSalary": _salary(vacancy),
        "workHours": _hours(vacancy),
        "skills": _skills(vacancy, taxonomy),
        "qualifications": _qualifications(vacancy, taxonomy),
        "experienceRequirements": _experience(vacancy),
        "jobBenefits": _contract(vacancy),
        "applicationContact": {"@type": "ContactPoint", "name": vacancy.contact} if vacancy.contact else None,
        "sameAs": vacancy.apply_url,
        "directApply": False,
    }
    stated = {name: value for name, value in further.items() if value is not None}
    return {"@context": "https://schema.org", "@type": "JobPosting", **required, **stated}


def _html(text: str | None) -> str:
    """Words as HTML: nothing in them is taken for a tag."""
    paragraphs = (part for part in (text or "").split("\n\n") if part.strip())
    return "".join(f"<p>{escape(part, quote=False).replace(chr(10), '<br>')}</p>" for part in paragraphs)


def _organisation(vacancy: Vacancy) -> dict[str, str] | None:
    return {"@type": "Organization", "name": vacancy.provider} if vacancy.provider else None


def _locations(vacancy: Vacancy) -> list[dict[str, Any]] | None:
    """Where the work is: a place, or every district of a round, which is no work from home."""
    codes = vacancy.area or ([public_postcode(vacancy)] if public_postcode(vacancy) else [])
    country = vacancy.place.country if vacancy.place else ""
    return [_location(code, country) for code in codes] or None


def _location(code: str, country: str) -> dict[str, Any]:
    region = {"addressRegion": country} if country else {}
    return {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "postalCode": code, **region, "addressCountry": "GB"},
    }


def _employment(vacancy: Vacancy) -> list[str] | None:
    kinds = [_EMPLOYMENT[vacancy.contract]] if vacancy.contract in _EMPLOYMENT else []
    most = vacancy.hours_max or vacancy.hours_min
    if most is not None:
        kinds.insert(0, "FULL_TIME" if most >= _FULL_WEEK else "PART_TIME")
    return kinds or None


def _salary(vacancy: Vacancy) -> dict[str, Any] | None:
    low, high = vacancy.pay_min_gbp_per_hour, vacancy.pay_max_gbp_per_hour
    if low is None and high is None:
        return None
    bounds = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    stated = {name: value for name, value in bounds.items() if value is not None}
    value = {"@type": "QuantitativeValue", **stated, "unitText": "HOUR"}
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": value}


def _hours(vacancy: Vacancy) -> str | None:
    low, high = vacancy.hours_min or None, vacancy.hours_max
    if low is not None and high is None:
        return f"At least {low:g} hours a week"
    return f"{words.span(low, high)} hours a week".capitalize() if high is not None else None


def _contract(vacancy: Vacancy) -> str | None:
    kind = words.label(vacancy.contract, "contract").lower() if vacancy.contract else ""
    stated = [f"Contract: {kind}."] if kind else []
    if vacancy.guaranteed_hours:
        stated.append(f"{vacancy.guaranteed_hours:g} hours a week guaranteed.")
    return " ".join(stated) or None


def _skills(vacancy: Vacancy, taxonomy: "Taxonomy") -> str | None:
    return ", ".join(str(taxonomy.skill(name) or name) for name in vacancy.essential_skills or ()) or None


def _qualifications(vacancy: Vacancy, taxonomy: "Taxonomy") -> str | None:
    """What somebody has to have, in sentences that the reader of adverts knows."""
    named = (taxonomy.qualification(vacancy.qualification or ""), taxonomy.registration(vacancy.registration or ""))
    asked = [f"{term.label} is essential." for term in named if term is not None]
    asked += [_LICENCE[vacancy.driving_licence]] if vacancy.driving_licence is not None else []
    asked += [_VEHICLE[vacancy.vehicle]] if vacancy.vehicle is not None else []
    if vacancy.dbs_level not in {None, DbsLevel.NONE}:
        asked.append(_CHECKS[vacancy.dbs_level])
    return " ".join(asked) or None


def _experience(vacancy: Vacancy) -> str | None:
    return f"At least {vacancy.experience_months} months of experience in care." if vacancy.experience_months else None
