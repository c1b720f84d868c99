"""The records that cross the border: candidates, vacancies, providers.

They take what an importer or a form has read and refuse what cannot be true. Blank is None and means unknown; an empty
tuple means known to be none. Skills, sectors, occupations and qualifications may be given by id, URI or any name the
taxonomy knows; `Engine` settles them to ids before it ranks.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, model_validator

from matcher.domain.evidence import SkillEvidence, format_evidence, parse_evidence
from matcher.domain.places import Place
from matcher.domain.vocabularies import (
    AgeBand,
    Contract,
    DbsLevel,
    DbsStatus,
    PayNote,
    PlaceKind,
    RightToWork,
    TravelMode,
)
from matcher.domain.week import Shift, parse_shifts

__all__ = ["Candidate", "Provider", "Vacancy"]


def _terms(value: Any) -> Any:
    """Names from a list, or from text with semicolons."""
    if isinstance(value, str):
        value = value.split(";")
        if not any(name.strip() for name in value):
            return None  # a blank is not an answer; "none" is
        if [name.strip().lower() for name in value] == ["none"]:
            return ()
    if value is None or isinstance(value, bytes):
        return value
    names = (str(getattr(item, "id", item)).strip() for item in value)
    return tuple(dict.fromkeys(name for name in names if name))


def _shifts(value: Any) -> Any:
    return parse_shifts(value) if isinstance(value, str) else value


def _needed_shifts(value: Any) -> Any:
    return parse_shifts(value, outward=True) if isinstance(value, str) else value


def _evidence(value: Any) -> Any:
    """Evidence from text with semicolons, or from a list of text, mappings or evidence; blank is none."""
    items = [part for part in value.split(";") if part.strip()] if isinstance(value, str) else value or ()
    return tuple(sorted({_one_evidence(item) for item in items}, key=format_evidence))


def _one_evidence(item: Any) -> SkillEvidence:
    if isinstance(item, SkillEvidence):
        return item
    if isinstance(item, Mapping):
        return TypeAdapter(SkillEvidence).validate_python(item)
    return parse_evidence(str(item))


def _identifier(value: Any) -> Any:
    return str(value).strip() if isinstance(value, int | str) else value


Identifier = Annotated[str, BeforeValidator(_identifier), Field(min_length=1, max_length=200)]
Terms = Annotated[tuple[str, ...] | None, BeforeValidator(_terms)]
Words = Annotated[tuple[str, ...], BeforeValidator(lambda value: _terms(value) or ())]
Months = Annotated[int, Field(ge=0, le=12 * 80)]
HoursAWeek = Annotated[float, Field(ge=0, le=168)]
HourlyPay = Annotated[float, Field(gt=0, le=500)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, arbitrary_types_allowed=True)


def _ordered(record: Any, low: str, high: str) -> None:
    a, b = getattr(record, low), getattr(record, high)
    if a is not None and b is not None and a > b:
        raise ValueError(f"{low} {a:g} is above {high} {b:g}: swap or correct them.")


class Candidate(_Record):
    """A jobseeker as the engine sees them: no name, no contact, nothing protected.

    `skills` None means nobody has asked yet; an empty tuple means none. `experience_months` counts the prior
    occupation. `unlinked_skills` keeps what was said and no taxonomy term fits. `skill_evidence` says how some
    skills were shown and when last; a skill without any is taken as the person says: there, today.
    """

    id: Identifier
    postcode: str | None = None
    place: Place | None = None
    age_band: AgeBand | None = None
    prior_occupation: str | None = None
    prior_sector: Terms = None
    experience_months: Months | None = None
    skills: Terms = None
    unlinked_skills: Words = ()
    skill_evidence: Annotated[tuple[SkillEvidence, ...], BeforeValidator(_evidence)] = ()
    qualifications: Terms = None
    registrations: Terms = None
    about: str | None = None
    max_travel_minutes: Annotated[int, Field(gt=0, le=600)] | None = None
    travel_mode: TravelMode | None = None
    driving_licence: bool | None = None
    vehicle: bool | None = None
    shifts: Annotated[tuple[Shift, ...], BeforeValidator(_shifts)] | None = None
    hours_min: HoursAWeek | None = None
    hours_max: HoursAWeek | None = None
    pay_min_gbp_per_hour: HourlyPay | None = None
    dbs_status: DbsStatus | None = None
    right_to_work: RightToWork | None = None
    available_from: date | None = None

    @model_validator(mode="after")
    def _check(self) -> "Candidate":
        _ordered(self, "hours_min", "hours_max")
        return self


def _positions(value: int) -> int:
    if value < 1:
        raise ValueError(f"positions {value}: a vacancy has at least one position; close it instead.")
    return value


class Vacancy(_Record):
    """One advertised role at one place.

    `provider` is the name shown. `occupation` is a taxonomy id or title; `essential_skills` None means the advert does
    not say, and the occupation's usual needs stand in. `area` lists the districts of a round. A `pay_note` explains
    pay under the legal floor (``sleep_in``, ``age_band`` or ``apprentice``).
    """

    id: Identifier
    provider: str | None = None
    provider_id: str | None = None
    title: str | None = None
    description: str | None = None
    occupation: str | None = None
    role_family: str | None = None
    place_kind: PlaceKind | None = None
    postcode: str | None = None
    area: Terms = None
    place: Place | None = None
    positions: Annotated[int, AfterValidator(_positions)] = 1
    essential_skills: Terms = None
    optional_skills: Terms = None
    unlinked_skills: Words = ()
    shifts_all_required: Annotated[tuple[Shift, ...], BeforeValidator(_needed_shifts)] | None = None
    shifts_any_of: Annotated[tuple[Shift, ...], BeforeValidator(_needed_shifts)] | None = None
    hours_min: HoursAWeek | None = None
    hours_max: HoursAWeek | None = None
    guaranteed_hours: HoursAWeek | None = None
    contract: Contract | None = None
    pay_min_gbp_per_hour: HourlyPay | None = None
    pay_max_gbp_per_hour: HourlyPay | None = None
    pay_note: PayNote | None = None
    dbs_level: DbsLevel | None = None
    driving_licence: bool | None = None
    vehicle: bool | None = None
    min_age: Annotated[int, Field(ge=13, le=99)] | None = None
    min_age_reason: str | None = None
    registration: str | None = None
    experience_months: Months | None = None
    qualification: str | None = None
    contact: str | None = None
    apply_url: str | None = None
    opens: date | None = None
    closes: date | None = None

    @model_validator(mode="after")
    def _check(self) -> "Vacancy":
        _ordered(self, "hours_min", "hours_max")
        _ordered(self, "pay_min_gbp_per_hour", "pay_max_gbp_per_hour")
        if self.opens and self.closes and self.closes < self.opens:
            raise ValueError(f"closes {self.closes} is before opens {self.opens}: swap or correct the dates.")
        if self.min_age is not None and self.min_age > 18 and not self.min_age_reason:
            raise ValueError(
                f"min_age {self.min_age} is above 18 and has no reason: fill in min_age_reason (a law or a "
                "registration asks for it), or leave min_age blank."
            )
        return self


class Provider(_Record):
    """An organisation or one of its locations that delivers care.

    `source` and `source_date` say how old the record is: a register of 2016 lists many that have closed.
    """

    id: Identifier
    name: str
    organisation: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    website: str | None = None
    services: Terms = None
    specialisms: Terms = None
    local_authority: str | None = None
    region: str | None = None
    source: str | None = None
    source_date: str | None = None
