"""How spectree reads a call and describes a route: `spec.validate` stands on every route of the API."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flask import Request, request
from pydantic import BaseModel, ValidationError
from spectree import Response, SecurityScheme, SpecTree, Tag
from spectree.models import SecureType, SecuritySchemeData
from spectree.plugins.base import Context
from spectree.plugins.flask_plugin import FlaskPlugin
from spectree.utils import get_multidict_items

from webapp.api.bodies import JOB_POSTING_TYPE, JSON_TYPE, MERGE_TYPE, read_body
from webapp.api.problems import USUAL, ApiError, Problem
from webapp.api.remedies import field_errors
from webapp.api.vacancy_fields import JobPosting, VacancyChanges, VacancyToPost

__all__ = ["INTRODUCTIONS", "MATCHES", "ME", "VACANCIES", "answers", "body_sent", "body_types", "described", "spec"]

VACANCIES = Tag(name="Vacancies", description="Your own vacancies; the key says whose they are.")
MATCHES = Tag(name="Matches", description="Who suits a vacancy, without names until somebody agrees to meet you.")
INTRODUCTIONS = Tag(name="Introductions", description="Whom you asked to meet, and who agreed.")
ME = Tag(name="Key", description="What your key may do.")

View = TypeVar("View", bound=Callable[..., Any])

# Any of these can come of any call.
_ALWAYS = (400, 401, 403, 406, 422, 429, 500, 503)


class ApiPlugin(FlaskPlugin):
    """Reads bodies by our own rules, of two shapes where a route takes two, and knows our ids in addresses."""

    def request_validation(
        self, request: Request, query: Any, json: Any, form: Any, headers: Any, cookies: Any
    ) -> None:
        """Read the query and the body, or raise pydantic's error."""
        del form, headers, cookies  # nothing here takes them
        found = query.model_validate(get_multidict_items(request.args)) if query else None
        request.context = Context(found, self._body(json) if json else None, None, None, None)  # type: ignore[attr-defined]

    def parse_path(self, route: Any, path_parameter_descriptions: Mapping[str, str] | None) -> tuple[str, list[Any]]:
        """As the plugin does; an id in an address is text of certain characters."""
        path, parameters = super().parse_path(route, path_parameter_descriptions)
        for parameter in parameters:
            parameter["schema"] = {"type": "string", "pattern": "^[A-Za-z0-9_~-]+$", "maxLength": 600}
        return path, parameters

    def _body(self, model: type[BaseModel]) -> BaseModel:
        value = read_body(*body_types(model))
        shape = JobPosting if request.mimetype == JOB_POSTING_TYPE else model
        return shape.model_validate(value)


def body_types(model: type[BaseModel]) -> tuple[str, ...]:
    """The content types that a body may come as."""
    more = {VacancyToPost: (JOB_POSTING_TYPE,), VacancyChanges: (MERGE_TYPE,)}
    return (JSON_TYPE, *more.get(model, ()))


def body_sent() -> Any:
    """The body of this call, of one of the shapes that its route takes."""
    return request.context.json  # type: ignore[attr-defined]


def answers(
    code: int, model: type[BaseModel], says: str, *problems: int, also: Mapping[int, str] | None = None
) -> Response:
    """What a route answers: a model, perhaps with a second status, and the problems that can come of it."""
    good: dict[str, Any] = {f"HTTP_{code}": (model, says)}
    good |= {f"HTTP_{other}": (model, words) for other, words in (also or {}).items()}
    bad = {f"HTTP_{other}": (Problem, f"{USUAL[other][0]}. {USUAL[other][1]}") for other in {*_ALWAYS, *problems}}
    return Response(**good, **dict(sorted(bad.items())))


def _refuse_unread(_request: Any, _response: Any, error: Exception | None, *_more: Any) -> None:
    """Before a view: faults become a problem that names each of them."""
    if isinstance(error, ValidationError):
        raise ApiError(422, errors=field_errors(error))


def _never_undescribed(_request: Any, _response: Any, error: Exception | None, *_more: Any) -> None:
    """After a view: what the document does not describe is a fault of ours."""
    if error is not None:
        raise error


spec = SpecTree(
    "flask",
    backend=ApiPlugin,
    before=_refuse_unread,
    after=_never_undescribed,
    validation_error_model=Problem,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
    mode="strict",
    title="carematch API",
    version="1",
    security_schemes=[
        SecurityScheme(
            name="key",
            data=SecuritySchemeData(
                type=SecureType.HTTP,
                scheme="bearer",
                description="A key of yours, made under Keys on your pages: `Authorization: Bearer cm_…`.",
            ),
        )
    ],
    security={"key": []},
)


def described(
    resp: Response,
    tag: Tag,
    name: str,
    scope: str,
    *,
    query: type[BaseModel] | None = None,
    json: type[BaseModel] | None = None,
) -> Callable[[View], View]:
    """`spec.validate` with what every route here says of itself; `name` is its operation id."""
    where = {"vacancy_id": "The vacancy's id as it stands in the addresses that answers give."}
    return spec.validate(
        query=query,
        json=json,
        resp=resp,
        tags=[tag],
        operation_id=name,
        security={"key": [scope] if ":" in scope else []},
        path_parameter_descriptions=where,
    )
