"""A jobseeker as an advisor writes them down: who they are, the sections about them, what is begun and not added."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import Field, StringField
from wtforms.validators import Length

from matcher.domain import Candidate
from matcher.store import Person
from webapp.forms.profile import SECTIONS
from webapp.forms.profile_reading import answers_of, read_section, status_of
from webapp.forms.reading import Required, tidy

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.store.drafts import Draft

__all__ = ["PERSON", "STEPS", "Begun", "PersonForm", "read_step", "step_form", "step_status"]

PERSON = "person"
STEPS: Mapping[str, str] = {
    PERSON: "Name and how to reach them",
    **{name: section.title for name, section in SECTIONS.items()},
}
"""The sections in the order of the task list, by the word that stands in an address."""


class PersonForm(FlaskForm):  # type: ignore[misc]
    """Who somebody is; the name is all that anybody has to give."""

    name = StringField(
        "Name",
        description="As they like to be called. Matching never sees it, and providers only once the person agrees.",
        filters=[tidy],
        validators=[
            Required("Enter a name, so that you find them again"),
            Length(max=200, message="Name: use 200 characters or fewer"),
        ],
        widget=GovTextInput(),
    )
    contact = StringField(
        "How to reach them (optional)",
        description="A telephone number or an e-mail address.",
        filters=[tidy],
        validators=[Length(max=200, message="How to reach them: use 200 characters or fewer")],
        widget=GovTextInput(),
    )

    @property
    def answers(self) -> list[Field]:
        """The fields without the token."""
        return [self.name, self.contact]


@dataclass(frozen=True, slots=True)
class Begun:
    """Somebody being written down; `saved` are the sections that were looked at and sent, whatever was answered."""

    candidate: Candidate
    person: Person
    saved: frozenset[str] = frozenset()

    @classmethod
    def of(cls, draft: "Draft") -> "Begun":
        """Somebody as a draft keeps them."""
        kept = draft.answers
        return cls(Candidate(**kept["candidate"]), Person(**kept["person"]), frozenset(kept["saved"]))

    def as_answers(self) -> dict[str, Any]:
        """What a draft keeps, to be read back by `of`."""
        candidate = self.candidate.model_dump(mode="json", exclude_none=True)
        return {"candidate": candidate, "person": asdict(self.person), "saved": sorted(self.saved)}

    def with_saved(self, step: str) -> "Begun":
        """The same, with one more section that was sent."""
        return replace(self, saved=self.saved | {step})


def step_form(step: str, begun: Begun, engine: "Engine", **given: Any) -> Any:
    """The form of a step, filled with what is known unless something was sent; ``formdata=None`` ignores what was."""
    if step == PERSON:
        return PersonForm(data=asdict(begun.person), **given)
    answers = answers_of(begun.candidate, engine.taxonomy)
    return SECTIONS[step].form(engine.taxonomy, begun.candidate, data=answers, **given)


def read_step(form: Any, step: str, begun: Begun, engine: "Engine") -> Begun | None:
    """Somebody with a step's answers in place of those before; None, with the errors on their fields, if not."""
    if step == PERSON:
        if not form.validate():
            return None
        return replace(begun, person=Person(form.name.data, form.contact.data or None))
    candidate = read_section(form, SECTIONS[step], begun.candidate, engine)
    return None if candidate is None else replace(begun, candidate=candidate)


def step_status(step: str, begun: Begun) -> str:
    """How far a step is: ``not_started``, ``in_progress``, ``done``, or ``nothing_needed`` once it was left empty."""
    if step == PERSON:
        return "done" if begun.person.name else "not_started"
    status = status_of(begun.candidate, SECTIONS[step])
    if status == "not_begun":
        return "nothing_needed" if step in begun.saved else "not_started"
    return "done" if status == "done" else "in_progress"
