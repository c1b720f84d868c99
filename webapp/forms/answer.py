"""The answer to one question about somebody, asked in place and read as a cell of the candidates CSV is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxesInput, GovRadioInput, GovTextArea, GovTextInput
from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from matcher.domain import Candidate
from matcher.errors import InputError
from matcher.explanation.questions import CANDIDATE_QUESTIONS
from matcher.importers.candidates import read_candidate
from matcher.importers.fields import is_blank
from matcher.importers.linking import Linker
from webapp import words
from webapp.forms.reading import tidy

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["AnswerForm", "answer_form", "read_answer"]

_LONGEST = 2000
_UNKNOWN_SKILLS = (
    "None of these names a skill that is known here: say it in other words, such as “cooking; cleaning; listening”"
)

# The week in the pieces that people speak of; an answer is any of them together.
_TIMES = (
    ("mon-fri school_hours", "School hours on weekdays"),
    ("mon-fri early", "Weekday earlies"),
    ("mon-fri late", "Weekday lates"),
    ("mon-fri evening", "Weekday evenings"),
    ("sat-sun early", "Weekend earlies"),
    ("sat-sun late", "Weekend lates"),
    ("mon-sun waking_night", "Waking nights"),
    ("mon-sun sleep_in", "Sleep-ins"),
    ("mon-sun 00:00-24:00", "Any time"),
)
_YES_NO = (("yes", "Yes"), ("no", "No"))
_CHOICES: Mapping[str, Sequence[tuple[str, str]]] = {
    "age_band": tuple(words.LABELS["age_band"].items()),
    "driving_licence": _YES_NO,
    "right_to_work": tuple((value, label) for value, label in words.LABELS["right_to_work"].items()
                           if value != "not_stated"),
    "travel_mode": tuple(words.LABELS["travel_mode"].items()),
    "vehicle": _YES_NO,
}  # fmt: skip
_HINTS = {
    "age_band": "Only the band is kept.",
    "driving_licence": "A full licence.",
    "experience_months": "For example, 18 months or 3 years.",
    "max_travel_minutes": "Minutes each way. For example, 45.",
    "pay_min_gbp_per_hour": "For example, 12.80.",
    "postcode": "For example, LS9 7TF. The first half is enough.",
    "prior_occupation": "For example, shop assistant.",
    "prior_sector": "For example, retail; unpaid caring. With semicolons between.",
    "qualifications": "For example, Level 2 Diploma in Care; GCSE English. Write none if they hold none.",
    "registrations": "For example, NMC. Write none if they are not registered.",
    "right_to_work": "Whether it is limited, and how; nationality is never written down.",
    "shifts": "Everything that suits them.",
    "skills": "For example, cooking; listening; personal care. With semicolons between. Write none if there are none.",
    "travel_mode": "As they would usually go.",
    "vehicle": "A car, a van or a motorbike.",
}


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """The field of one question; `about` is the question's field of a candidate."""

    about = ""
    look: Mapping[str, Any] = {"classes": "govuk-!-width-two-thirds govuk-checkboxes--small govuk-radios--small"}

    def cells(self) -> dict[str, str]:
        """What was answered, as the cells of a row."""
        given = self.answer.data
        return {self.about: "; ".join(given) if isinstance(given, list) else given or ""}

    def refuse(self, sentence: str) -> None:
        """Put an error on the field."""
        self.answer.errors = [*self.answer.errors, sentence]


class HoursForm(AnswerForm):
    """The hours a week that somebody wants, from and to."""

    about = "hours_min"
    look: Mapping[str, Any] = {"classes": "govuk-input--width-4", "suffix": {"text": "hours a week"}}
    answer = StringField("At least", filters=[tidy], validators=[Length(max=_LONGEST)], widget=GovTextInput())
    most = StringField("At most", filters=[tidy], validators=[Length(max=_LONGEST)], widget=GovTextInput())

    def cells(self) -> dict[str, str]:
        """Both bounds as cells."""
        return {"hours_min": self.answer.data or "", "hours_max": self.most.data or ""}


def answer_form(field: str, candidate: Candidate, **given: Any) -> AnswerForm:
    """The form of one question of `CANDIDATE_QUESTIONS`, with the half that is known already filled in."""
    if field == "hours_min":
        known = {"answer": candidate.hours_min, "most": candidate.hours_max}
        return HoursForm(data={name: f"{hours:g}" for name, hours in known.items() if hours is not None}, **given)
    made = type("QuestionForm", (AnswerForm,), {"about": field, "answer": _field(field)})
    return made(**given)  # type: ignore[no-any-return]


def _field(field: str) -> Any:
    question, hint = CANDIDATE_QUESTIONS[field], _HINTS[field]
    if field == "shifts":
        return SelectMultipleField(
            question, description=hint, choices=_offered(_TIMES), widget=GovCheckboxesInput(), validate_choice=False
        )
    if field in _CHOICES:
        return RadioField(
            question, description=hint, choices=_offered(_CHOICES[field]), widget=GovRadioInput(), validate_choice=False
        )
    kind, widget = (TextAreaField, GovTextArea()) if field == "skills" else (StringField, GovTextInput())
    return kind(question, description=hint, filters=[tidy], validators=[Length(max=_LONGEST)], widget=widget)


def _offered(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in pairs]


def read_answer(form: AnswerForm, candidate: Candidate, engine: "Engine") -> Candidate | None:
    """What was answered, as a record that says nothing else; None with the error on the field."""
    cells = form.cells()
    if not form.validate():
        return None
    if all(is_blank(cell) for cell in cells.values()):
        form.refuse("Give an answer, or choose “They do not know: ask something else”")
        return None
    try:
        _, (answered, _) = read_candidate({"id": candidate.id, **cells}, Linker(engine.taxonomy), engine.gazetteer)
    except InputError as error:
        form.refuse(_said(str(error), cells))
        return None
    if form.about == "skills" and answered.skills is None:
        form.refuse(_UNKNOWN_SKILLS)
        return None
    return answered


def _said(message: str, names: Iterable[str]) -> str:
    """A refusal without the names of columns, said once: ``hours_min 'x': write …`` as ``Write …``."""
    faults = [message]
    for name in names:
        faults = [
            part for fault in faults for part in re.split(rf"(?:^|(?<=\. )){name}(?: '.*?')?: ", fault, flags=re.DOTALL)
        ]
    said = " ".join(dict.fromkeys(fault.strip() for fault in faults if fault.strip()))
    said = said.replace("hours_min", "“at least”").replace("hours_max", "“at most”")
    return said[:1].upper() + said[1:]
