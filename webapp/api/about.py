"""What anybody may read: the page about the API, and the OpenAPI document it is made from."""

from dataclasses import dataclass
from typing import Any

from flask import Response, jsonify, render_template

from matcher.domain.week import shift_labels
from webapp.access import allow_anybody
from webapp.api import api_pages
from webapp.api.checks import CALLS_A_MINUTE
from webapp.api.document import document
from webapp.api.problems import API, USUAL

__all__: list[str] = []

_METHODS = ("get", "post", "put", "patch", "delete")
_SHOWN = ("VacancyToPost", "JobPosting", "Wish")
"""What is sent; the other bodies are made of the first."""


@dataclass(frozen=True, slots=True)
class _Operation:
    """One call, as the page shows it."""

    method: str
    path: str
    about: dict[str, Any]

    @property
    def scope(self) -> str:
        """The scope it needs; empty where any key will do."""
        return next(iter(self.about["security"][0]["key"]), "")

    @property
    def summary(self) -> str:
        """What it does, as a heading."""
        return str(self.about["summary"]).rstrip(".")

    @property
    def paragraphs(self) -> list[list[str]]:
        """What there is to know of it; of the parts of a paragraph every second is code."""
        return [paragraph.split("`") for paragraph in self.about["description"].split("\n\n")]

    @property
    def answers(self) -> dict[str, str]:
        """What it answers, by status, but for what any call may answer."""
        return {code: one["description"] for code, one in self.about["responses"].items() if code < "400"}

    @property
    def body(self) -> str:
        """The name of what is sent; empty where nothing is."""
        content = self.about.get("requestBody", {}).get("content", {})
        return str(content["application/json"]["schema"]["$ref"]).rpartition("/")[2] if content else ""


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of what is sent, as the page shows it."""

    name: str
    says: str
    example: Any
    choices: tuple[str, ...]
    is_required: bool


@api_pages.get("/api")
@allow_anybody
def about() -> str:
    """How a provider's system calls the API."""
    described = document()
    return render_template(
        "api/about.html",
        about=described["info"]["description"],
        base=API,
        bodies={name: _fields(name, described["components"]["schemas"]) for name in _SHOWN},
        calls_a_minute=CALLS_A_MINUTE,
        problems=USUAL,
        sections=_sections(described),
        shift_names=list(shift_labels()),
    )


@api_pages.get(f"{API}/openapi.json")
@allow_anybody
def openapi() -> Response:
    """The document."""
    return jsonify(document())


def _sections(described: dict[str, Any]) -> list[tuple[dict[str, str], list[_Operation]]]:
    """The calls by tag, in the order of the tags."""
    operations = [
        _Operation(method.upper(), path, methods[method])
        for path, methods in sorted(described["paths"].items())
        for method in _METHODS
        if method in methods
    ]
    return [(tag, [one for one in operations if tag["name"] in one.about["tags"]]) for tag in described["tags"]]


def _fields(name: str, schemas: dict[str, Any]) -> list[_Field]:
    """The fields of a model, with the words of those that take one of a few."""
    model = schemas[name]
    return [
        _Field(
            field,
            about["description"],
            next(iter(about.get("examples", ())), None),
            _choices(about, schemas),
            field in model.get("required", ()),
        )
        for field, about in model["properties"].items()
    ]


def _choices(about: dict[str, Any], schemas: dict[str, Any]) -> tuple[str, ...]:
    shapes = [about, *about.get("anyOf", ())]
    referred = [schemas[shape["$ref"].rpartition("/")[2]] for shape in shapes if "$ref" in shape]
    return next((tuple(shape["enum"]) for shape in [*shapes, *referred] if "enum" in shape), ())
