"""A vacancy as the API shows it to its own provider."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from flask import url_for
from pydantic import BaseModel, Field

from matcher.domain import Contract, DbsLevel, PayNote, PlaceKind, Vacancy, format_shifts
from matcher.store.standings import Standing
from webapp.context import as_of, engine, store
from webapp.presenters.vacancies import pay_floor_of, state

__all__ = ["Links", "Review", "State", "VacancyList", "VacancyShown", "show", "show_stored"]

State = Literal["open", "not_open_yet", "closed", "draft"]


class Review(BaseModel):
    """Whether a person of the academy has to look at a vacancy before it is shown."""

    needed: bool = Field(description="True for a minimum age above 18, or work that only women or only men may do.")
    outcome: Literal["waiting", "approved", "sent_back"] | None = Field(
        description="What came of it; null where none is needed.", examples=["waiting"]
    )
    note: str | None = Field(description="What the person said.")


class Links(BaseModel):
    """Addresses of what belongs to a vacancy."""

    self: str = Field(examples=["/api/v1/vacancies/REF-2026-113"])
    matches: str = Field(examples=["/api/v1/vacancies/REF-2026-113/matches"])
    not_now: str = Field(examples=["/api/v1/vacancies/REF-2026-113/not-now"])
    pool: str = Field(examples=["/api/v1/vacancies/REF-2026-113/pool"])
    introductions: str = Field(examples=["/api/v1/introductions?vacancy=REF-2026-113"])
    page: str = Field(description="The page of it for people.", examples=["/provider/vacancies/REF-2026-113"])


class VacancyShown(BaseModel):
    """A vacancy: what was sent, read as the program reads it, and how it stands today."""

    id: str = Field(examples=["REF-2026-113"])
    provider: str | None = Field(description="Whose it is: that of the key's account.", examples=["Roundhay Lodge"])
    title: str | None = Field(examples=["Night care assistant"])
    description: str | None
    role_family: str | None = Field(description="The kind of role, by its id where it is known.")
    occupation: str | None = Field(description="The occupation that the title tells, by its label.")
    place_kind: PlaceKind | None
    postcode: str | None
    area: list[str] | None
    positions: int
    essential_skills: list[str] | None = Field(description="By the names of the taxonomy.")
    optional_skills: list[str] | None
    unlinked_skills: list[str] = Field(description="Skills in words that no term fits; they are kept, and not counted.")
    shifts_all_required: str | None
    shifts_any_of: str | None
    hours_min: float | None
    hours_max: float | None
    guaranteed_hours: float | None
    contract: Contract | None
    pay_min_gbp_per_hour: float | None
    pay_max_gbp_per_hour: float | None
    pay_note: PayNote | None
    dbs_level: DbsLevel | None
    driving_licence: bool | None
    vehicle: bool | None
    min_age: int | None
    min_age_reason: str | None
    registration: str | None
    experience_months: int | None
    qualification: str | None
    contact: str | None
    apply_url: str | None
    opens: date | None
    closes: date | None
    state: State = Field(description="How it stands today.")
    is_shown: bool = Field(description="Whether jobseekers and advisors see it today.")
    review: Review
    remarks: list[str] = Field(description="What you may want to know or mend, in sentences.")
    links: Links


class VacancyList(BaseModel):
    """One page of your vacancies, by id."""

    page: Annotated[int, Field(ge=1)]
    per_page: int
    n_vacancies: int = Field(description="How many there are on all pages.")
    vacancies: list[VacancyShown]


def show_stored(vacancy: Vacancy) -> VacancyShown:
    """A vacancy with its standing looked up."""
    return show(vacancy, store().standings.get(vacancy.id))


def show(vacancy: Vacancy, standing: Standing) -> VacancyShown:
    """A vacancy with its standing."""
    now = state(vacancy, as_of())
    occupation = engine().taxonomy.occupation(vacancy.occupation) if vacancy.occupation else None
    plain = vacancy.model_dump(exclude={"place", "provider_id"})
    return VacancyShown.model_validate(
        {
            **plain,
            "occupation": occupation.label if occupation else vacancy.occupation,
            "area": _listed(vacancy.area),
            "essential_skills": _names(vacancy.essential_skills),
            "optional_skills": _names(vacancy.optional_skills),
            "unlinked_skills": list(vacancy.unlinked_skills),
            "shifts_all_required": _shifts(vacancy, "shifts_all_required"),
            "shifts_any_of": _shifts(vacancy, "shifts_any_of"),
            "state": now,
            "is_shown": now == "open" and not standing.is_held(vacancy),
            "review": _review(vacancy, standing),
            "remarks": list(_remarks(vacancy, standing, now)),
            "links": _links(vacancy.id),
        }
    )


def _review(vacancy: Vacancy, standing: Standing) -> Review:
    needed = standing.is_held(vacancy) or standing.review == "approved"
    outcome = standing.review or "waiting" if needed else None
    return Review.model_validate({"needed": needed, "outcome": outcome, "note": standing.review_note})


def _remarks(vacancy: Vacancy, standing: Standing, now: str) -> Iterable[str]:
    if standing.is_held(vacancy):
        yield "A person of the academy looks at it before it is shown: at the minimum age, or at who may do the work."
    if now == "draft":
        floor = pay_floor_of(vacancy, as_of())
        yield f"It is a draft: the pay is under the legal minimum, £{floor:.2f} an hour. Raise it, or give a pay_note."
    if vacancy.unlinked_skills:
        yield f"Not counted, because no skill has that name: {'; '.join(vacancy.unlinked_skills)}."
    if vacancy.place is None:
        yield "It has no place: give a postcode, or the districts of a round, so that journeys can be reckoned."


def _links(vacancy_id: str) -> Links:
    def address(endpoint: str) -> str:
        return url_for(endpoint, vacancy_id=vacancy_id)

    return Links(
        self=address("api.vacancy"),
        matches=address("api.matches"),
        not_now=address("api.not_now"),
        pool=address("api.pool"),
        introductions=url_for("api.introductions", vacancy=vacancy_id),
        page=address("provider.vacancy"),
    )


def _names(skills: tuple[str, ...] | None) -> list[str] | None:
    """Skills by the taxonomy's names, which it reads back as the same skills."""
    return None if skills is None else [str(engine().taxonomy.skill(name) or name) for name in skills]


def _listed(names: tuple[str, ...] | None) -> list[str] | None:
    return None if names is None else list(names)


def _shifts(vacancy: Vacancy, name: str) -> str | None:
    shifts = getattr(vacancy, name)
    return None if shifts is None else format_shifts(shifts)
