"""The OpenAPI document: what spectree reads off the routes, and what it cannot say of them.

Beside the bodies and their models a call has headers, other content types and conditions, which are the same for all
routes of a kind and so are written here once.
"""

import copy
from functools import cache
from typing import Any

from webapp.api.bodies import JOB_POSTING_TYPE, MERGE_TYPE
from webapp.api.checks import ETAGS
from webapp.api.describing import spec
from webapp.api.problems import API, PROBLEM_TYPE
from webapp.api.vacancy_fields import JobPosting

__all__ = ["document"]

_ABOUT = (
    "For systems of care providers: post vacancies, see without names who suits them, and ask to meet somebody. "
    "Answers are JSON; errors are problem details (RFC 9457) that say what to do. Whatever is left out, or null, is "
    "not known: it counts for nobody and against nobody. The program advises; people decide."
)
_REF = "#/components/schemas/"


def _header(says: str, *, required: bool = True, **schema: Any) -> dict[str, Any]:
    return {"description": says, "required": required, "schema": {"type": "string", **schema}}


_ETAG = _header("Changes with the content; send it back in If-Match or If-None-Match.", pattern='^"[0-9a-f]{32}"$')
_LOCATION = _header("The address of the vacancy.", pattern=f"^{API}/")
_LINK = _header("The other pages of the list (RFC 8288): first, prev, next, last.", required=False)
_HEADERS_OF_PROBLEMS = {
    "401": {"WWW-Authenticate": _header("How to send a key (RFC 6750).", pattern="^Bearer ")},
    "403": {"WWW-Authenticate": _header("The scope that is missing (RFC 6750).", required=False)},
    "415": {"Accept": _header("The content types that this call takes.")},
    "429": {"Retry-After": _header("Seconds to wait.", pattern="^[1-9][0-9]*$")},
}


@cache
def document() -> dict[str, Any]:
    """The document; asked for within an app, whose routes are the same in every one."""
    made = copy.deepcopy(spec.spec)
    made["info"]["description"] = _ABOUT
    made["servers"] = [{"url": "/", "description": "Where this document lies."}]
    schema = JobPosting.model_json_schema(by_alias=True, ref_template=_REF + "{model}")
    made["components"]["schemas"]["JobPosting"] = schema
    for name in ("VacancyToPost", "VacancyBody", "VacancyChanges"):
        _put_first(made["components"]["schemas"][name])
    for operations in made["paths"].values():
        for method, operation in operations.items():
            _complete(method, operation)
    return _without_blanks(made)  # type: ignore[no-any-return]


def _put_first(schema: dict[str, Any]) -> None:
    """What tells one vacancy from another, before all that is said of it."""
    fields = schema["properties"]
    schema["properties"] = {name: fields[name] for name in ("id", "title") if name in fields} | fields


def _complete(method: str, operation: dict[str, Any]) -> None:
    _complete_body(operation)
    _complete_answers(method, operation)
    operation["parameters"] += _conditions(method)
    operation["parameters"] = [_plain(parameter) for parameter in operation["parameters"]]


def _complete_body(operation: dict[str, Any]) -> None:
    """The second content type of the two calls that take one."""
    content = operation.get("requestBody", {}).get("content", {})
    shape = content.get("application/json", {}).get("schema", {}).get("$ref")
    if shape == f"{_REF}VacancyToPost":
        content[JOB_POSTING_TYPE] = {"schema": {"$ref": f"{_REF}JobPosting"}}
    elif shape == f"{_REF}VacancyChanges":
        content[MERGE_TYPE] = {"schema": {"$ref": shape}}


def _complete_answers(method: str, operation: dict[str, Any]) -> None:
    is_list = any(parameter["name"] == "page" for parameter in operation["parameters"])
    for code, answer in operation["responses"].items():
        if code >= "400":
            answer["content"] = {PROBLEM_TYPE: answer["content"].pop("application/json")}
            answer["headers"] = _HEADERS_OF_PROBLEMS.get(code, {})
        else:
            answer["headers"] = {"ETag": _ETAG, **({"Link": _LINK} if is_list else {})}
    posts = operation["operationId"] == "postVacancy"
    for code in ("200", "201") if posts else ():
        operation["responses"][code]["headers"]["Location"] = _LOCATION
    if method == "get":
        operation["responses"]["304"] = {"description": "You have this content already.", "headers": {"ETag": _ETAG}}
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _conditions(method: str) -> list[dict[str, Any]]:
    if method == "get":
        return [_condition("If-None-Match", "Answer 304 while the content is that of this ETag.", required=False)]
    if method in {"put", "patch", "delete"}:
        return [_condition("If-Match", "The ETag of the vacancy as you last saw it.", required=True)]
    return []


def _condition(name: str, says: str, *, required: bool) -> dict[str, Any]:
    schema = {"type": "string", "pattern": ETAGS, "examples": ['"0123456789abcdef0123456789abcdef"']}
    return {"name": name, "in": "header", "required": required, "description": says, "schema": schema}


def _plain(parameter: dict[str, Any]) -> dict[str, Any]:
    """A parameter whose description stands once, and which cannot be null in an address."""
    schema = {name: value for name, value in parameter["schema"].items() if name not in {"description", "title"}}
    for choice in schema.pop("anyOf", ()):
        if choice != {"type": "null"}:
            schema |= choice
    if schema.get("default", "") is None:
        del schema["default"]
    return {**parameter, "schema": schema}


def _without_blanks(value: Any) -> Any:
    """The document without titles that only repeat a field's name, and without empty lists of examples."""
    if isinstance(value, list):
        return [_without_blanks(item) for item in value]
    if not isinstance(value, dict):
        return value
    is_schema = "type" in value or "anyOf" in value or "$ref" in value
    return {
        name: _without_blanks(item)
        for name, item in value.items()
        if not (is_schema and ((name == "title" and isinstance(item, str)) or (name == "examples" and item == [])))
    }
