"""Fields of a form, each read once by a reader of cells, with its errors on the field."""

from collections.abc import Callable
from typing import Any

from wtforms import Field, Form
from wtforms.validators import ValidationError

from matcher.errors import InputError
from matcher.importers.fields import is_blank

__all__ = ["Read", "Required", "error_links", "sentence", "tidy"]

Reader = Callable[[str], Any]


# Line ends, tabs, and what joins the parts of one emoji.
_KEPT = "\n\t\u200d"


def tidy(text: str | None) -> str:
    """What was typed or pasted, without space around it and without characters that no keyboard types on purpose.

    The spaces of web pages and word processors, which do not break, part words as any other does.
    """
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char if char.isprintable() or char in _KEPT else " " * char.isspace() for char in lines).strip()


class Required:
    """Refuses a field that says nothing ("n/a" and its like too) with a sentence that says what to do."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, _form: Form, field: Field) -> None:
        """Check one field."""
        if is_blank(field.data or ""):
            raise ValidationError(self.message)


class Read:
    """Reads a field that is not blank and keeps the value in ``form.values``; a refusal becomes the field's error."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def __call__(self, form: Any, field: Field) -> None:
        """Read one field."""
        if not field.data:
            return
        try:
            form.values[field.name] = self.reader(field.data)
        except InputError as error:
            raise ValidationError(sentence(field, str(error))) from error


def sentence(field: Field, remedy: str) -> str:
    """A remedy as a sentence that stands alone in the summary of errors."""
    if remedy[:1].isupper():
        return remedy
    return f"{field.label.text.removesuffix(' (optional)')}: {remedy}"


def error_links(form: Form) -> list[dict[str, str]]:
    """Every field's first error with a link to the field, in the order of the page."""
    return [{"text": str(field.errors[0]), "href": f"#{field.id}"} for field in form if field.errors]
