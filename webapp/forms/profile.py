"""The forms of a jobseeker's details, one a section: what a row of the candidates CSV holds, asked as questions.

Advisors and jobseekers fill in the same forms, so that a question has one wording and one home. Fields are named as the
columns are; `webapp.forms.profile_reading` reads them as cells and says how much of a section is answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxesInput, GovRadioInput, GovTextArea, GovTextInput
from wtforms import Field, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from matcher.domain import AgeBand, DbsStatus, RightToWork, TravelMode
from webapp.forms.reading import tidy
from webapp.words import LABELS

if TYPE_CHECKING:
    from matcher.domain import Candidate
    from matcher.taxonomy import Taxonomy

__all__ = ["SECTIONS", "USUAL_TIMES", "Section", "SectionForm"]

USUAL_TIMES: Mapping[str, str] = {
    "mon-fri early": "Early shifts in the week, 7am to 3pm",
    "mon-fri late": "Late shifts in the week, 2pm to 10pm",
    "mon-fri school_hours": "School hours in the week, 9.30am to 2.30pm",
    "mon-fri evening": "Evenings in the week, 5pm to 10pm",
    "mon-fri waking_night": "Nights in the week, awake, 10pm to 7am",
    "sat-sun early": "Early shifts at the weekend",
    "sat-sun late": "Late shifts at the weekend",
    "sat-sun waking_night": "Nights at the weekend, awake",
    "mon-sun sleep_in": "Sleeping in at work, on call",
}
"""Times that most people answer with, as shifts are written and as they are said; the hours are of data/shifts."""

# What is not stated is what nobody has answered, and every question has that choice.
_RIGHTS = tuple(right for right in RightToWork if right is not RightToWork.NOT_STATED)
_UNPAID = frozenset({"unpaid-caring", "volunteering", "parenting-homemaking", "lived-experience"})
_OWN_LABELS = {"about": "About you, in your own words"}
_NOT_SAID = SelectChoice("", "Not said")
_YES_NO = [SelectChoice("yes", "Yes"), SelectChoice("no", "No"), _NOT_SAID]


def _line(label: str, hint: str = "", longest: int = 200) -> StringField:
    checks = [Length(max=longest, message=f"{label}: use {longest} characters or fewer")]
    return StringField(label, description=hint, filters=[tidy], validators=checks, widget=GovTextInput())


def _text(label: str, hint: str = "", longest: int = 5000) -> TextAreaField:
    checks = [Length(max=longest, message=f"{label}: use {longest:,} characters or fewer")]
    return TextAreaField(label, description=hint, filters=[tidy], validators=checks, widget=GovTextArea())


def _answer(label: str, hint: str = "") -> RadioField:
    return _radios(label, _YES_NO, hint)


def _one_of(label: str, values: Iterable[Any], vocabulary: str, hint: str = "") -> RadioField:
    known = [SelectChoice(str(value), LABELS[vocabulary][str(value)]) for value in values]
    return _radios(label, [*known, _NOT_SAID], hint)


def _radios(label: str, choices: list[SelectChoice], hint: str) -> RadioField:
    return RadioField(label, choices=choices, default="", description=hint, widget=GovRadioInput())


def _ticks(label: str, choices: Iterable[tuple[str, str]], hint: str = "") -> SelectMultipleField:
    listed = [SelectChoice(value, said) for value, said in choices]
    return SelectMultipleField(label, choices=listed, description=hint, widget=GovCheckboxesInput())


class SectionForm(FlaskForm):  # type: ignore[misc]
    """One section; its fields stand in the order of the page.

    Parameters
    ----------
    taxonomy : Taxonomy
        Whose terms are offered.
    candidate : Candidate, optional
        Whose own words for a choice are offered with the rest.
    own : bool
        Whether somebody answers about themselves.
    """

    def __init__(
        self, taxonomy: "Taxonomy", candidate: "Candidate | None" = None, *, own: bool = False, **given: Any
    ) -> None:
        super().__init__(**given)
        self.offer(taxonomy, candidate)
        for name in _OWN_LABELS.keys() & self._fields.keys() if own else ():
            self[name].label.text = _OWN_LABELS[name]

    def offer(self, taxonomy: "Taxonomy", candidate: "Candidate | None") -> None:
        """Fill in choices that come with the taxonomy; most sections have none."""

    @property
    def answers(self) -> list[Field]:
        """The fields without the token."""
        return [field for field in self if field.name != "csrf_token"]


class TravelForm(SectionForm):
    """Where somebody lives and how they get to work."""

    postcode = _line("Postcode", "Where the journey to work begins. The first half will do, such as LS9.", longest=20)
    travel_mode = _one_of("Usual way to travel", TravelMode, "travel_mode")
    max_travel_minutes = _line(
        "Longest journey to work", "Each way, in minutes. For example, 45. Leave it empty if it depends.", longest=40
    )
    driving_licence = _answer("Full driving licence", "A provisional licence is not a full one yet.")
    vehicle = _answer("A car or other vehicle to use for work")


class BackgroundForm(SectionForm):
    """What somebody has done, paid or not."""

    prior_occupation = _line("Last or main job", "A job title, such as shop assistant, if there is one.")
    experience_months = _line("How long in that work", "For example, 18 months, or 3 years.", longest=40)
    prior_sector = _ticks("Where that was, and what else counts", (), "Tick all that are true.")
    about = _text(
        "About the person, in their own words",
        "What they are good at and like doing. Leave out health, family, religion and where people come from: none of "
        "it counts.",
        20_000,
    )

    def offer(self, taxonomy: "Taxonomy", candidate: "Candidate | None") -> None:
        """The prior sectors; what nobody was paid for comes first, because people leave it out."""
        sectors = taxonomy.prior_sectors
        ordered = sorted(sectors.values(), key=lambda sector: (sector.id not in _UNPAID, sector.label.casefold()))
        other = [name for name in (candidate.prior_sector if candidate else ()) or () if name not in sectors]
        listed = ((sector.id, sector.label) for sector in ordered)
        self.prior_sector.choices = [SelectChoice(*pair) for pair in (*listed, *((name, name) for name in other))]


class SkillsForm(SectionForm):
    """What somebody can do."""

    skills = _text(
        "Skills",
        "One a line, in everyday words: helping somebody wash, cooking, calming people down. Looking after a relative "
        "and volunteering count. What was learnt on a course can say so: first aid [certified 2023-05].",
    )


class TimesForm(SectionForm):
    """When somebody can work, and for what pay."""

    usual_times = _ticks("Times of work that are possible", USUAL_TIMES.items(), "Tick all that are true.")
    shifts = _text(
        "Other times (optional)", "Days and hours, one stretch a line. For example, tue 10:00-14:00.", longest=2000
    )
    hours_min = _line("Fewest hours a week (optional)", "For example, 16.", longest=40)
    hours_max = _line("Most hours a week (optional)", "For example, 30.", longest=40)
    pay_min_gbp_per_hour = _line("Least pay an hour (optional)", "In pounds. For example, 12.71.", longest=40)
    available_from = _line("Can start from (optional)", "For example, 1/12/2026, or now.", longest=40)


class ChecksForm(SectionForm):
    """What the law asks about: age, the right to work, a check."""

    age_band = _one_of("Age", AgeBand, "age_band", "Some work and some rates of pay have an age in law.")
    right_to_work = _one_of("Right to work in the UK", _RIGHTS, "right_to_work", "Nationality is not asked.")
    dbs_status = _one_of(
        "DBS check", DbsStatus, "dbs_status", "No check yet is fine: employers arrange it, and usually pay."
    )


class QualificationsForm(SectionForm):
    """What somebody has passed or is registered as."""

    qualifications = _text(
        "Qualifications and certificates",
        "One a line. For example, Level 2 diploma in care. Write none if there are none.",
    )
    registrations = _text(
        "Professional registrations (optional)", "One a line. For example, NMC registered nurse.", longest=2000
    )


@dataclass(frozen=True, slots=True)
class Section:
    """A section as a task list names it; `fields` are those of a `Candidate` that it answers."""

    name: str
    title: str
    form: type[SectionForm]
    fields: tuple[str, ...]


SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section(
            "travel",
            "Home and travel",
            TravelForm,
            ("postcode", "travel_mode", "max_travel_minutes", "driving_licence", "vehicle"),
        ),
        Section(
            "background",
            "Work, caring and volunteering",
            BackgroundForm,
            ("prior_occupation", "experience_months", "prior_sector", "about"),
        ),
        Section("skills", "Skills", SkillsForm, ("skills",)),
        Section(
            "times",
            "Times, hours and pay",
            TimesForm,
            ("shifts", "hours_min", "hours_max", "pay_min_gbp_per_hour", "available_from"),
        ),
        Section("checks", "Age, right to work and checks", ChecksForm, ("age_band", "right_to_work", "dbs_status")),
        Section("qualifications", "Qualifications", QualificationsForm, ("qualifications", "registrations")),
    )
}
"""The sections in the order of a task list, by the word that stands in an address."""
