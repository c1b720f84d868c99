"""Whatever somebody can do to get nearer to a role, work itself aside: learn, be checked, volunteer, register."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_serializer, model_validator

from matcher.domain.places import Place
from matcher.domain.prerequisites import Prerequisite, Prerequisites, format_prerequisites, parse_prerequisites
from matcher.domain.records import HourlyPay, HoursAWeek, Identifier, Terms, Words
from matcher.domain.vocabularies import DbsStatus

__all__ = ["Course", "Delivery", "LearningPay", "StartsWhen", "StepKind"]

_MOST_WEEKS = 52 * 8
_MOST_GBP = 100_000


class StepKind(StrEnum):
    """What a step of a pathway is; a course is any of them but work."""

    TRAIN = "train"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEER = "volunteer"
    CHECK = "check"
    REGISTER = "register"
    WORK = "work"


class Delivery(StrEnum):
    """How it is taught."""

    CLASSROOM = "classroom"
    ONLINE = "online"
    BLENDED = "blended"
    IN_POST = "in_post"


class StartsWhen(StrEnum):
    """What somebody must have before it can begin.

    An offer: an employer, or an organisation that takes volunteers, has a role for them. In post: they work in care.
    """

    ANYTIME = "anytime"
    OFFER = "offer"
    IN_POST = "in_post"


class LearningPay(StrEnum):
    """What is paid while learning: nothing, the wage of the post, an apprentice's wage, or a rate of its own."""

    NONE = "none"
    POST = "post"
    APPRENTICE = "apprentice"
    HOURLY = "hourly"


def _prerequisites(value: Any) -> Any:
    return parse_prerequisites(value) if isinstance(value, str) else value or ()


def _dates(value: Any) -> Any:
    return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value


Pounds = Annotated[float, Field(ge=0, le=_MOST_GBP)]
Age = Annotated[int, Field(ge=13, le=99)]


class Course(BaseModel):
    """One course, check, volunteering place, apprenticeship or registration. Blank is None and means unknown.

    Attributes
    ----------
    kind : StepKind
        Anything but work.
    gains, unlinked_gains : tuple of str
        Ids of the skills it brings, and what it brings that no term of the taxonomy fits.
    qualification, registration : str or None
        Ids of what is held at its end.
    clears : tuple of str
        Gates that it clears (``dbs``, ``driving_licence`` …).
    dbs_status : DbsStatus or None
        The status of the check at its end; None where it is no such check.
    prerequisites : tuple of tuple of Prerequisite
        Every group is needed, any alternative of a group will do; an empty tuple is nothing.
    level : int or None
        As the Regulated Qualifications Framework counts, 0 for entry level.
    duration_weeks, hours_per_week : float or None
        The usual length and pace.
    learning_hours : float or None
        All of its hours, where somebody learns at their own pace.
    cost_to_learner_gbp, cost_gbp : float or None
        What the learner pays, and what it costs whoever pays, in pounds.
    paid_by : str or None
        Who usually pays, in words; `funding` says how.
    pay_gbp_per_hour : float or None
        The rate where `pay` is ``hourly``.
    benefits, residence : str or None
        Information only: what a claim or a place of residence has to do with it. Never asked of or stored about a
        person.
    nations : tuple of str
        ``England``, ``Wales`` …; empty where it is the same everywhere.
    starts : tuple of date or None
        Dates it starts on; None where nobody has said, which is taken as any day.
    source, source_date, confidence : str or None
        Where it was read and when (``2026`` , ``2026-11`` or a day); A read in an official text, B in a secondary
        one, C our judgement.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, arbitrary_types_allowed=True)

    id: Identifier
    label: Annotated[str, Field(min_length=1)]
    plain: str | None = None
    kind: StepKind = StepKind.TRAIN
    provider: str | None = None
    gains: Terms = None
    unlinked_gains: Words = ()
    qualification: str | None = None
    registration: str | None = None
    clears: Words = ()
    dbs_status: DbsStatus | None = None
    prerequisites: Annotated[Prerequisites, BeforeValidator(_prerequisites)] = ()
    starts_when: StartsWhen = StartsWhen.ANYTIME
    level: Annotated[int, Field(ge=0, le=8)] | None = None
    duration_weeks: Annotated[float, Field(ge=0, le=_MOST_WEEKS)] | None = None
    hours_per_week: HoursAWeek | None = None
    learning_hours: Annotated[float, Field(ge=0, le=20_000)] | None = None
    delivery: Delivery | None = None
    postcode: str | None = None
    place: Place | None = None
    cost_to_learner_gbp: Pounds | None = None
    cost_gbp: Pounds | None = None
    paid_by: str | None = None
    funding: str | None = None
    pay: LearningPay | None = None
    pay_gbp_per_hour: HourlyPay | None = None
    min_age: Age | None = None
    max_age: Age | None = None
    benefits: str | None = None
    residence: str | None = None
    nations: Words = ()
    guaranteed_interview: bool | None = None
    starts: Annotated[tuple[date, ...], BeforeValidator(_dates)] | None = None
    seats: Annotated[int, Field(ge=0, le=100_000)] | None = None
    source: str | None = None
    source_date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")] | None = None
    url: str | None = None
    confidence: Annotated[str, Field(pattern="^[ABC]$")] | None = None

    @field_serializer("prerequisites", when_used="json")
    def _prerequisites_in_words(self, groups: tuple[tuple[Prerequisite, ...], ...]) -> str:
        return format_prerequisites(groups)

    @model_validator(mode="after")
    def _check(self) -> "Course":
        if self.kind is StepKind.WORK:
            raise ValueError("kind work is a role of the ladder, not a course: choose another kind.")
        self._check_money()
        if self.min_age is not None and self.max_age is not None and self.min_age > self.max_age:
            raise ValueError(f"min_age {self.min_age} is above max_age {self.max_age}: swap or correct them.")
        if any(part.kind == "course" and part.id == self.id for group in self.prerequisites for part in group):
            raise ValueError(f"prerequisites: the course requires itself ({self.id}): take it out.")
        return self

    def _check_money(self) -> None:
        learner, whole = self.cost_to_learner_gbp, self.cost_gbp
        if learner is not None and whole is not None and learner > whole:
            raise ValueError(
                f"cost_to_learner_gbp {learner:g} is above cost_gbp {whole:g}: nobody pays more than it costs; "
                "correct them."
            )
        if (self.pay is LearningPay.HOURLY) != (self.pay_gbp_per_hour is not None):
            raise ValueError("pay hourly and pay_gbp_per_hour go together: fill in both, or neither.")

    def next_start(self, as_of: date) -> date | None:
        """The first day on or after `as_of` that it can start on; None where every date is past.

        Where nobody has said, and where it starts at any time, that is `as_of` itself.
        """
        if not self.starts:
            return as_of
        return min((start for start in self.starts if start >= as_of), default=None)

    def usual_weeks(self, hours_given: float | None = None) -> float | None:
        """Weeks it usually takes somebody who can give `hours_given` a week (more than 0); None where not known.

        Learning at one's own pace takes ``learning_hours / hours_given`` weeks. What is learnt in post takes its usual
        length, because the hours are the employer's; so does a course with no `learning_hours`, however many somebody
        has. Where no length is known, ``learning_hours`` at the usual pace count.
        """
        at_own_pace = bool(hours_given) and self.starts_when is not StartsWhen.IN_POST
        if self.duration_weeks is not None and (self.learning_hours is None or not at_own_pace):
            return self.duration_weeks
        pace = hours_given or self.hours_per_week
        return self.learning_hours / pace if self.learning_hours is not None and pace else None
