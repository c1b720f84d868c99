"""The form of a vacancy: every column of the vacancies CSV but the provider, asked as a question, in steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovSelect, GovTextArea, GovTextInput
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from matcher.domain import Contract, DbsLevel, PlaceKind
from matcher.domain.week import shift_labels
from webapp.forms.reading import Required, tidy
from webapp.words import LABELS

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["FIELDS", "FORM_ONLY", "STEPS", "Step", "VacancyForm"]


@dataclass(frozen=True, slots=True)
class Step:
    """One page of questions: `slug` stands in its address, `fields` are its questions in their order."""

    slug: str
    title: str
    fields: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step("role", "The role", ("title", "role_family", "description", "positions")),
    Step("place", "Where the work is", ("place_kind", "postcode", "area")),
    Step("skills", "Skills", ("essential_skills", "optional_skills")),
    Step(
        "shifts",
        "Shifts and hours",
        ("shifts_all_required", "shifts_any_of", "hours_min", "hours_max", "guaranteed_hours", "contract"),
    ),
    Step("pay", "Pay", ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour", "pay_note")),
    Step(
        "needs",
        "What somebody needs",
        (
            "dbs_level",
            "driving_licence",
            "vehicle",
            "registration",
            "qualification",
            "experience_months",
            "min_age",
            "min_age_reason",
            "sex_required",
            "sex_reason",
        ),
    ),
    Step("applying", "Applying", ("contact", "apply_url", "opens", "closes")),
)
"""The steps of posting in their order; each question is in one of them."""

FIELDS: tuple[str, ...] = tuple(name for step in STEPS for name in step.fields)
"""Every question in the order of the steps."""

FORM_ONLY = frozenset({"sex_required", "sex_reason"})
"""Questions that are no part of a vacancy as it is scored: they stand with its review."""

_YES_NO = [SelectChoice("yes", "Yes"), SelectChoice("no", "No"), SelectChoice("", "Not stated")]


def _line(label: str, hint: str = "", *checks: Any, longest: int = 200) -> StringField:
    checks = (*checks, Length(max=longest, message=f"{label}: use {longest} characters or fewer"))
    return StringField(label, description=hint, filters=[tidy], validators=checks, widget=GovTextInput())


def _text(label: str, hint: str = "", longest: int = 20_000) -> TextAreaField:
    checks = [Length(max=longest, message=f"{label}: use {longest:,} characters or fewer")]
    return TextAreaField(label, description=hint, filters=[tidy], validators=checks, widget=GovTextArea())


def _choice(label: str, kind: Iterable[Any] | None, hint: str = "") -> SelectField:
    """A list to choose from; its words are those of `LABELS`, or come with the taxonomy."""
    vocabulary = next((name for name, of in _VOCABULARIES.items() if of is kind), "")
    known = (SelectChoice(str(value), LABELS[vocabulary][str(value)]) for value in kind or ())
    choices = [SelectChoice("", "Not stated"), *known]
    return SelectField(label, choices=choices, description=hint, widget=GovSelect())


def _answer(label: str, hint: str = "") -> RadioField:
    return RadioField(label, choices=_YES_NO, default="", description=hint, widget=GovRadioInput())


_VOCABULARIES: Mapping[str, Iterable[Any]] = {"contract": Contract, "dbs_level": DbsLevel, "place_kind": PlaceKind}
_SHIFTS_HINT = "Days and a time or its name, one stretch a line. For example, mon-fri early, or sat-sun 14:00-22:00."
_SKILLS_HINT = "One a line, in your own words. For example, moving and handling."


class VacancyForm(FlaskForm):  # type: ignore[misc]
    """A vacancy as a provider types it; `matcher` reads it in `webapp.forms.vacancy_reading`."""

    title = _line("Job title", "For example, Night care assistant.", Required("Enter the job title"))
    role_family = _choice("Kind of role", None)
    description = _text("Description (optional)", "What the work is, in plain words. Leave out names of residents.")
    positions = _line("Number of positions", "", Required("Enter how many positions there are"), longest=20)
    place_kind = _choice("How the place works", PlaceKind)
    postcode = _line("Postcode of the work", "For a round, the postcode it starts from.", longest=20)
    area = _line("Districts of a round (optional)", "For example, LS8; LS9; LS14.", longest=1000)
    essential_skills = _text("Skills somebody needs", _SKILLS_HINT, 5000)
    optional_skills = _text("Skills that help (optional)", _SKILLS_HINT, 5000)
    shifts_all_required = _text("Shifts that must all be worked (optional)", _SHIFTS_HINT, 2000)
    shifts_any_of = _text("Shifts of which any will do (optional)", _SHIFTS_HINT, 2000)
    hours_min = _line("Fewest hours a week (optional)", "For example, 16.", longest=20)
    hours_max = _line("Most hours a week (optional)", "For example, 37.5.", longest=20)
    guaranteed_hours = _line("Guaranteed hours a week (optional)", "", longest=20)
    contract = _choice("Contract", Contract)
    pay_min_gbp_per_hour = _line("Lowest pay an hour (optional)", "In pounds. For example, 12.71.", longest=40)
    pay_max_gbp_per_hour = _line("Highest pay an hour (optional)", "In pounds. For example, 13.50.", longest=40)
    pay_note = SelectField(
        "If the pay is under the legal minimum, why",
        choices=[
            SelectChoice("", "It is not under the minimum"),
            *(SelectChoice(name, reason) for name, reason in LABELS["pay_note"].items()),
        ],
        description="Pay under the minimum without a reason is kept as a draft that nobody is ranked for.",
        widget=GovSelect(),
    )
    dbs_level = _choice("DBS check the role needs", DbsLevel, "Nobody is turned away for not having one yet.")
    driving_licence = _answer("Is a driving licence needed?")
    vehicle = _answer("Is a vehicle of one’s own needed?")
    registration = _choice("Professional registration", None)
    qualification = _choice("Qualification", None)
    experience_months = _line("Experience (optional)", "For example, 6 months, or none.", longest=40)
    min_age = _line("Minimum age (optional)", "Above 18 needs a reason in law or registration.", longest=20)
    min_age_reason = _line("Reason for the minimum age (optional)", "Needed for an age above 18.")
    sex_required = SelectField(
        "Does the work itself need a woman or a man?",
        choices=[
            SelectChoice("", "No, anybody"),
            *(SelectChoice(name, label) for name, label in LABELS["sex_required"].items()),
        ],
        description="The law allows it only where the work requires it, such as some intimate care.",
        widget=GovSelect(),
    )
    sex_reason = _line("Why the work needs that (optional)", "Needed if you say a woman or a man.", longest=500)
    contact = _line("Who to contact (optional)", "A name with a phone number or an e-mail address.")
    apply_url = _line("Web address to apply at (optional)", "", longest=2000)
    opens = _line("Opens on (optional)", "For example, 1/12/2026.", longest=40)
    closes = _line("Closes on (optional)", "For example, 14/12/2026. The last day to apply.", longest=40)

    def __init__(self, taxonomy: "Taxonomy", answers: Mapping[str, str]) -> None:
        super().__init__(formdata=None, data={name: answers.get(name, "") for name in FIELDS})
        self.role_family.choices = _terms(taxonomy.role_families)
        self.registration.choices = _terms(taxonomy.registrations)
        self.qualification.choices = _terms(taxonomy.qualifications)
        names = ", ".join(name.replace("_", " ") for name in shift_labels())
        for field in (self.shifts_all_required, self.shifts_any_of):
            field.description = f"{_SHIFTS_HINT} The names are {names}."

    def validate_sex_reason(self, field: Field) -> None:
        """A requirement of sex has a reason, and a reason has a requirement."""
        if self.sex_required.data and not field.data:
            raise ValidationError("Enter why the work itself needs a woman or a man, or choose “No, anybody”")
        if field.data and not self.sex_required.data:
            raise ValidationError("Choose whether the work needs a woman or a man, or take the reason out")


def _terms(terms: Mapping[str, Any]) -> list[SelectChoice]:
    chosen = sorted(((term.id, term.label) for term in terms.values()), key=lambda pair: pair[1].casefold())
    named = (SelectChoice(name, label[:1].upper() + label[1:]) for name, label in chosen)
    return [SelectChoice("", "Not stated"), *named]
