"""Errors of the API as problem details (RFC 9457): what is wrong, with which field, and what to do."""

import json
from collections.abc import Iterable, Mapping
from http import HTTPStatus

from flask import Response, request
from pydantic import BaseModel, Field
from werkzeug.exceptions import HTTPException

from matcher.errors import CarematchError, InputError, NotFoundError, StoreError
from webapp.logs import log_failure

__all__ = [
    "API",
    "PROBLEM_TYPE",
    "USUAL",
    "ApiError",
    "FieldError",
    "Problem",
    "is_api_call",
    "problem",
    "problem_of",
    "problem_of_ours",
]

API = "/api/v1"
PROBLEM_TYPE = "application/problem+json"
_PAGE = "/api"
_PASSED_ON = ("Accept", "Allow", "Retry-After", "WWW-Authenticate")

USUAL: Mapping[int, tuple[str, str]] = {
    400: ("The request cannot be read", "Send one JSON object in UTF-8, as the document of this API describes it."),
    401: ("A key is needed", "Send a key that is good: Authorization: Bearer cm_… Make one under Keys on your pages."),
    403: ("This key may not do that", "Make a key with the scope that this call needs."),
    404: ("There is nothing here", "Check the address and the id. Only your own vacancies are here."),
    405: ("That cannot be done here", "Use a method that the header Allow names."),
    406: ("This API answers in JSON", "Let the header Accept take application/json, or leave it out."),
    409: ("That id is taken", "Change the vacancy that has it by PUT or PATCH, or choose another id."),
    412: ("It has changed meanwhile", "Get it again, and send If-Match with the ETag of that answer."),
    413: ("What you sent is too large", "Send fewer rows, or shorter texts."),
    415: ("Send JSON", "Set the header Content-Type to one that this call takes, such as application/json."),
    422: ("Some of this needs correcting", "Each of the errors says where, and what to do."),
    428: ("Say which version you are changing", "Get the vacancy, and send If-Match with the ETag of that answer."),
    429: ("Too many calls", "Wait as many seconds as Retry-After says."),
    500: ("Something went wrong", "The fault is ours and has been noted. Try again later."),
    503: ("The database cannot be used just now", "Try again in a few minutes."),
}
"""Title and remedy by status."""


class FieldError(BaseModel):
    """One thing to correct."""

    pointer: str | None = Field(
        default=None, description="Where in the body, as a JSON Pointer.", examples=["#/hours_max"]
    )
    parameter: str | None = Field(
        default=None, description="Which parameter of the address, or which header.", examples=["page"]
    )
    remedy: str = Field(description="What to do.", examples=["cannot be more than 168; correct it or leave it blank."])


class Problem(BaseModel):
    """Why a call was refused, and what to do (RFC 9457)."""

    type: str = Field(description="Where problems of this kind are described.", examples=["/api#problem-422"])
    title: str = Field(description="The kind of problem.", examples=["Some of this needs correcting"])
    status: int = Field(description="The HTTP status.", ge=400, le=599, examples=[422])
    detail: str = Field(description="What to do.", examples=["Each of the errors says where, and what to do."])
    errors: list[FieldError] = Field(default=[], description="Every fault that was found; empty where it is the whole.")


class ApiError(HTTPException):
    """A refusal with the fields at fault and headers of its own."""

    def __init__(
        self,
        code: int,
        detail: str | None = None,
        *,
        errors: Iterable[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.errors = list(errors)
        self.headers = dict(headers or {})


def is_api_call() -> bool:
    """Whether the request is one to the API, also at an address it does not have."""
    return request.path == API or request.path.startswith(f"{API}/")


def problem(code: int, detail: str | None = None, errors: Iterable[FieldError] = ()) -> Problem:
    """The problem of a status, with its usual remedy or one of its own."""
    title, usual = USUAL.get(code) or (HTTPStatus(code).phrase, HTTPStatus(code).description or "")
    return Problem(
        type=f"{_PAGE}#problem-{code}", title=title, status=code, detail=detail or usual, errors=list(errors)
    )


def problem_of(error: HTTPException) -> Response:
    """The answer that an error of HTTP, ours or the framework's, becomes."""
    code = error.code or 500
    detail = error.description if isinstance(error, ApiError) or code == 400 else None
    own = detail if detail != type(error).description else None
    found = problem(code, own, error.errors if isinstance(error, ApiError) else ())
    response = Response(json.dumps(found.model_dump(mode="json")), code, mimetype=PROBLEM_TYPE)
    headers = dict(error.get_headers(request.environ)) | (error.headers if isinstance(error, ApiError) else {})
    response.headers.update({name: headers[name] for name in _PASSED_ON if name in headers})
    return response


def problem_of_ours(error: CarematchError) -> Response:
    """The answer that an error of carematch becomes; a message that names other people's ids is not passed on."""
    if isinstance(error, NotFoundError):
        return problem_of(ApiError(404))
    if isinstance(error, InputError):
        return problem_of(ApiError(422, str(error)))
    log_failure("A call failed", error)
    return problem_of(ApiError(503 if isinstance(error, StoreError) else 500))
