"""What pydantic refuses, said as one says it to a person: where, and what to do."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from webapp.api.problems import FieldError
from webapp.api.vacancy_fields import REMEDIES

__all__ = ["field_errors", "pointer_to"]

_SAID: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "this is missing: fill it in.",
    "extra_forbidden": lambda _: "there is no such field: correct its name, or leave it out.",
    "string_type": lambda _: "write text, in quotes.",
    "int_type": lambda _: "write a whole number, without quotes.",
    "int_parsing": lambda _: "write a whole number.",
    "int_from_float": lambda _: "write a whole number.",
    "float_type": lambda _: "write a number, without quotes.",
    "bool_type": lambda _: "write true or false, without quotes.",
    "list_type": lambda _: "write a list.",
    "dict_type": lambda _: "write an object.",
    "model_type": lambda _: "send one JSON object.",
    "model_attributes_type": lambda _: "send one JSON object.",
    "enum": lambda about: f"write one of {about['expected']}.",
    "literal_error": lambda about: f"write one of {about['expected']}.",
    "string_pattern_mismatch": lambda about: REMEDIES.get(about["pattern"], "this has another form."),
    "string_too_short": lambda about: f"write at least {about['min_length']} letters.",
    "string_too_long": lambda about: f"use {about['max_length']:,} letters or fewer.",
    "too_short": lambda about: f"give at least {about['min_length']}.",
    "too_long": lambda about: f"give at most {about['max_length']}.",
    "greater_than_equal": lambda about: f"cannot be less than {about['ge']:g}; correct it or leave it out.",
    "less_than_equal": lambda about: f"cannot be more than {about['le']:g}; correct it or leave it out.",
}
_MOST_SAID = 100
"""Judgement: who made more faults has made one fault many times."""


def field_errors(error: ValidationError) -> list[FieldError]:
    """Every fault with where it is: a pointer into a body, or the name of a parameter."""
    in_query = error.title.endswith("Query")
    details = error.errors(include_url=False)[:_MOST_SAID]
    return [_field_error(detail, in_query=in_query) for detail in details]


def pointer_to(*parts: str | int) -> str:
    """A JSON Pointer (RFC 6901) as a fragment."""
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def _field_error(detail: ErrorDetails, *, in_query: bool) -> FieldError:
    say = _SAID.get(detail["type"])
    remedy = say(detail.get("ctx", {})) if say else f"{detail['msg']}."
    if in_query:
        return FieldError(parameter=str(detail["loc"][0]), remedy=remedy)
    return FieldError(pointer=pointer_to(*detail["loc"]), remedy=remedy)
