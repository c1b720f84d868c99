"""The sections about a jobseeker, as rows of a task list and as answers to check."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matcher.domain import Candidate
from webapp import words
from webapp.forms.jobseeker import STEPS, Begun, step_form, step_status

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["Answer", "AnsweredSection", "Task", "answered_sections", "tasks"]

_SAID = {
    "not_started": "Not started",
    "in_progress": "In progress",
    "done": "Done",
    "nothing_needed": "Nothing needed",
}
_FIGURES: Mapping[str, Callable[[Any], str]] = {
    "max_travel_minutes": words.minutes,
    "experience_months": words.months,
    "hours_min": lambda hours: f"{hours:g} hours",
    "hours_max": lambda hours: f"{hours:g} hours",
    "pay_min_gbp_per_hour": words.money,
    "available_from": words.long_date,
}
_UNKNOWN_SKILLS = "Kept as words, not counted"


@dataclass(frozen=True, slots=True)
class Task:
    """A section in the task list."""

    step: str
    title: str
    status: str
    said: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to check; `field` is the id of its question, empty where the line is only a remark."""

    field: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AnsweredSection:
    """A section with its answers."""

    step: str
    title: str
    answers: tuple[Answer, ...]


def tasks(begun: Begun) -> list[Task]:
    """Every section with how far it is."""
    found = ((step, title, step_status(step, begun)) for step, title in STEPS.items())
    return [Task(step, title, status, _SAID[status]) for step, title, status in found]


def answered_sections(begun: Begun, engine: "Engine") -> list[AnsweredSection]:
    """Every section with the answers as the forms show them."""
    return [
        AnsweredSection(step, title, tuple(_answers(step, begun, step_form(step, begun, engine, formdata=None))))
        for step, title in STEPS.items()
    ]


def _answers(step: str, begun: Begun, form: Any) -> Iterable[Answer]:
    for field in form.answers:
        yield Answer(field.id, field.label.text.removesuffix(" (optional)"), _said(field, begun.candidate))
    if step == "skills" and begun.candidate.unlinked_skills:
        yield Answer("", _UNKNOWN_SKILLS, ", ".join(begun.candidate.unlinked_skills))


def _said(field: Any, candidate: Candidate) -> str:
    """What was answered, by the words of its choices where it has some, and with its unit."""
    value = getattr(candidate, field.name, None)
    if field.name in _FIGURES and value is not None:
        return _FIGURES[field.name](value)
    if not getattr(field, "choices", None):
        return str(field.data or "")
    chosen = field.data if isinstance(field.data, list) else [field.data]
    labels = {choice.value: choice.label for choice in field.choices}
    said = (labels.get(value, "") for value in chosen if value)
    return "\n".join(filter(None, said))
