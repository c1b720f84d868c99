"""A vacancy as a provider's system sends it: the columns of the vacancies CSV, typed.

What a type cannot say (a postcode that exists, hours in order) is left to the readers of the CSV's cells.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from matcher.domain import Contract, DbsLevel, PayNote, PlaceKind

__all__ = ["DATE", "REMEDIES", "Batch", "JobPosting", "VacancyBody", "VacancyChanges", "VacancyFields", "VacancyToPost"]

_TITLE = r"[A-Za-z]{2}"
_ID = r"^[A-Za-z0-9][A-Za-z0-9._/:-]{0,99}$"
_NAME = r"^[^;\r\n]*[A-Za-z][^;\r\n]*$"
_WEB_ADDRESS = r"^https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]{1,5})?([/?#][!-~]*)?$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

REMEDIES = {
    _TITLE: "write the job title in words.",
    _ID: "use up to 100 letters, digits and . _ / : - and begin with a letter or a digit.",
    _NAME: "write one name in words, without a semicolon.",
    _WEB_ADDRESS: "write a web address that begins with https://; an e-mail or a phone number goes into contact.",
    DATE: "write the date as 2026-09-14.",
}
"""What to do where a pattern is not met."""

MOST_ROWS = 500
"""Judgement: a large provider's whole list; more is sent in turns."""


def _field(description: str, *examples: Any, **bounds: Any) -> Any:
    """A field that may be left out, or null: both say that it is not known."""
    return Field(default=None, description=description, examples=list(examples), **bounds)


def _whole(value: Any) -> Any:
    """JSON knows one kind of number: 2.0 is the whole number 2."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default")


_WHOLE = BeforeValidator(_whole)
Title = Annotated[str, Field(min_length=2, max_length=200, pattern=_TITLE)]
Hours = Annotated[float, Field(ge=0, le=168)]
Pay = Annotated[float, Field(ge=0.01, le=99.99)]
Day = Annotated[str, Field(pattern=DATE, json_schema_extra={"format": "date"})]
# Sites write a time behind it, or a zone.
AdvertDay = Annotated[
    str, Field(min_length=1, json_schema_extra={"anyOf": [{"format": "date"}, {"format": "date-time"}]})
]
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=_NAME)]
Names = Annotated[list[Name], Field(max_length=100)]
District = Annotated[str, Field(json_schema_extra={"format": "postcode-district"})]
Shifts = Annotated[str, Field(json_schema_extra={"format": "shifts"})]
_SHIFTS = "days and a window or its name, several apart by semicolons"
_TITLE_SAYS = "What the job is called; it tells the occupation."
_TITLES = ["Night care assistant"]


class _Sent(BaseModel):
    # Strict: the text "3" is no number and 1 is no answer to yes or no, so that a mistake shows at once.
    model_config = ConfigDict(strict=True, extra="forbid")


class VacancyFields(_Sent):
    """What may be said of a vacancy; whatever is left out is not known, and counts for nobody and against nobody."""

    description: str | None = _field("What the work is, in plain words.", "Help people at night.", max_length=20_000)
    role_family: str | None = _field(
        "The kind of role, by name; else the title tells it.", "care worker", max_length=200
    )
    place_kind: Annotated[PlaceKind, Field(strict=False)] | None = _field("How the place works.", "site")
    postcode: Annotated[str, Field(json_schema_extra={"format": "postcode"})] | None = _field(
        "Where the work is; for a round, where it starts.", "LS8 1AA"
    )
    area: Annotated[list[District], Field(min_length=1, max_length=50)] | None = _field(
        "The postcode districts of a home-care round.", ["LS9", "LS14"]
    )
    positions: Annotated[int, Field(ge=1, le=1_000_000), _WHOLE] = Field(
        default=1, description="How many people are wanted.", examples=[2]
    )
    essential_skills: Names | None = _field(
        "What somebody needs, in your own words; an empty list says that nothing is needed.",
        ["personal care", "teamwork"],
    )
    optional_skills: Names | None = _field("What helps.", ["food hygiene"])
    shifts_all_required: Shifts | None = _field(f"Shifts that must all be worked: {_SHIFTS}.", "mon-thu waking_night")
    shifts_any_of: Shifts | None = _field(f"Shifts of which any will do: {_SHIFTS}.", "mon-fri early; sat 14:00-22:00")
    hours_min: Hours | None = _field("Fewest hours a week.", 16)
    hours_max: Hours | None = _field("Most hours a week; not below hours_min.", 37.5)
    guaranteed_hours: Hours | None = _field("Hours a week that are guaranteed.", 16)
    contract: Annotated[Contract, Field(strict=False)] | None = _field("The kind of contract.", "permanent")
    pay_min_gbp_per_hour: Pay | None = _field("Lowest pay, in pounds an hour.", 12.71)
    pay_max_gbp_per_hour: Pay | None = _field("Highest pay, in pounds an hour; not below the lowest.", 13.5)
    pay_note: Annotated[PayNote, Field(strict=False)] | None = _field(
        "Why the pay may lie under the legal minimum; without a reason such a vacancy stays a draft.", "sleep_in"
    )
    dbs_level: Annotated[DbsLevel, Field(strict=False)] | None = _field("The check the role needs.", "enhanced_barred")
    driving_licence: bool | None = _field("Whether a driving licence is needed.", False)
    vehicle: bool | None = _field("Whether a vehicle of one's own is needed.", False)
    min_age: Annotated[int, Field(ge=13, le=99), _WHOLE] | None = _field(
        "The minimum age. Above 18 it needs a reason, and a person looks at it before the vacancy is shown.", 18
    )
    min_age_reason: str | None = _field(
        "The law or registration that asks for the age.", "Registered manager’s insurance", max_length=200
    )
    registration: str | None = _field("The professional registration needed, by name.", "NMC", max_length=200)
    experience_months: Annotated[int, Field(ge=0, le=960), _WHOLE] | None = _field("Months of experience needed.", 6)
    qualification: str | None = _field("The qualification needed, by name.", "Level 2 Diploma in Care", max_length=200)
    contact: str | None = _field("Whom to ask.", "Mrs Joy Adeyemi 0113 496 0100", max_length=200)
    apply_url: Annotated[str, Field(max_length=2000, pattern=_WEB_ADDRESS)] | None = _field(
        "Where to apply on the web.", "https://example.org/apply/v01"
    )
    opens: Day | None = _field("The first day to apply.", "2026-12-01")
    closes: Day | None = _field("The last day to apply; not before opens.", "2026-12-14")


class VacancyBody(VacancyFields):
    """A vacancy as a whole."""

    title: Title = Field(description=_TITLE_SAYS, examples=_TITLES)


class VacancyToPost(VacancyBody):
    """A vacancy to be posted."""

    id: Annotated[str, Field(pattern=_ID)] | None = _field(
        "Your own reference, so that posting again changes nothing; without one it gets a new id.", "REF-2026-113"
    )


class VacancyChanges(VacancyFields):
    """What to change of a vacancy: whatever is left out stays, and null makes it not known (RFC 7396)."""

    title: Title = Field(default="", description=_TITLE_SAYS, examples=_TITLES, json_schema_extra=_without_default)
    positions: Annotated[int, Field(ge=1, le=1_000_000), _WHOLE] = Field(
        default=1, description="How many people are wanted.", examples=[2], json_schema_extra=_without_default
    )


class Batch(_Sent):
    """Vacancies to be posted together."""

    vacancies: Annotated[list[dict[str, Any]], Field(min_length=1, max_length=MOST_ROWS)] = Field(
        description="Each as a VacancyToPost; one that cannot be read is refused by itself.",
        examples=[[{"id": "REF-2026-114", "title": "Care assistant", "postcode": "LS8 1AA"}]],
    )


class JobPosting(BaseModel):
    """An advert in schema.org's `JobPosting`; more of its fields are read where they are there."""

    model_config = ConfigDict(strict=True, extra="allow")

    kind: Literal["JobPosting", "https://schema.org/JobPosting", "http://schema.org/JobPosting"] = Field(
        default="JobPosting", alias="@type", description="What it is.", examples=["JobPosting"]
    )
    title: Title = Field(description="What the job is called.", examples=["Care Assistant"])
    description: Any = Field(default=None, description="The advert's words, plain or as HTML.")
    identifier: Any = Field(default=None, description="Your own reference: a text, or an object with a value.")
    date_posted: AdvertDay | None = Field(
        default=None, alias="datePosted", description="The first day to apply.", examples=["2026-12-01"]
    )
    valid_through: AdvertDay | None = Field(
        default=None, alias="validThrough", description="The last day to apply.", examples=["2026-12-14"]
    )
    total_job_openings: Annotated[int, Field(ge=1, le=999_999), _WHOLE] | None = Field(
        default=None, alias="totalJobOpenings", description="How many people are wanted.", examples=[2]
    )
