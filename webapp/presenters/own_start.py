"""What a jobseeker's start page tells: the tasks, and the one thing that is next."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.forms.profile import SECTIONS

__all__ = ["NextStep", "Task", "section_of", "what_is_next"]

_STATUSES = {"done": "Done", "begun": "Begun", "not_begun": "To do"}
_WHY = {
    "travel": "Say where you live and how you travel, so that we can look for work near you.",
    "skills": "Say what you can do. Looking after somebody and volunteering count.",
    "background": "Say what you have done, paid or not.",
    "times": "Say when you can work, so that we can leave out what does not fit your week.",
}
"""What is asked for first, in this order, and why; the other sections only sharpen the order of the vacancies."""


@dataclass(frozen=True, slots=True)
class Task:
    """A section of the details; `status` is a word of `status_of`."""

    name: str
    title: str
    status: str

    @property
    def said(self) -> str:
        """The status in words."""
        return _STATUSES[self.status]


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now: a sentence, the words of the button, and the page with its step."""

    why: str
    button: str
    endpoint: str
    step: str | None = None


def what_is_next(tasks: Sequence[Task], n_matches: int, n_saved: int) -> NextStep:
    """A section that matters and is not begun, else vacancies to read, else those that were saved."""
    untouched = {task.name for task in tasks if task.status == "not_begun"}
    for name, why in _WHY.items():
        if name in untouched:
            return NextStep(why, f"Answer: {SECTIONS[name].title.lower()}", "jobseeker.details", name)
    if n_saved:
        return NextStep(
            f"You have saved {n_saved} {'vacancy' if n_saved == 1 else 'vacancies'}. Read how to apply, or ask your "
            "advisor.",
            "See what you saved",
            "jobseeker.saved",
        )
    if n_matches:
        return NextStep(
            "Read through your vacancies, and save those you like.", "See your vacancies", "jobseeker.vacancies"
        )
    why = "No vacancy is within your reach now. See which work you could train for."
    return NextStep(why, "See pathways", "jobseeker.pathways")


def section_of(field: str) -> str:
    """The section that asks for a field of a record; empty where none does."""
    return next((section.name for section in SECTIONS.values() if field in section.fields), "")
