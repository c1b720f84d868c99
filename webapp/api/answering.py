"""Answers with their ETag, and the conditions that a call sets on them."""

import hashlib
import json
from typing import Any

from flask import Response, request, url_for
from pydantic import BaseModel

from webapp.api.problems import ApiError
from webapp.paging import Page

__all__ = ["answer", "check_unchanged", "etag_of", "page_links"]


def answer(model: BaseModel, status: int = 200, **headers: str) -> Response:
    """A model as JSON with a strong ETag of its content; 304 where the caller has that content already."""
    body = _body(model)
    etag = etag_of(model)
    if request.method in {"GET", "HEAD"} and request.if_none_match.contains_weak(etag.strip('"')):
        return Response(status=304, headers={"ETag": etag})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(body, status, {"ETag": etag, **named}, mimetype="application/json")


def etag_of(model: BaseModel) -> str:
    """The ETag of a model's content, with its quotes."""
    return f'"{hashlib.sha256(_body(model)).hexdigest()[:32]}"'


def check_unchanged(model: BaseModel) -> None:
    """Refuse to change what the caller has not said, or what is no longer what they saw.

    Raises
    ------
    ApiError
        428 without If-Match; 412 where its ETag is of other content.
    """
    if "If-Match" not in request.headers:
        raise ApiError(428)
    if not request.if_match.contains(etag_of(model).strip('"')):
        raise ApiError(412)


def page_links(page: Page[Any], query: BaseModel) -> str:
    """The header Link (RFC 8288) of one page of a list; `query` is what was asked, so that nothing else is repeated."""
    numbers = {"first": 1, "prev": page.number - 1, "next": page.number + 1, "last": page.n_pages}
    shown = ((name, number) for name, number in numbers.items() if 1 <= number <= page.n_pages)
    return ", ".join(f'<{_address(number, query)}>; rel="{name}"' for name, number in shown)


def _address(number: int, query: BaseModel) -> str:
    asked = query.model_dump(mode="json", exclude_defaults=True) | {"page": number}
    return url_for(str(request.endpoint), **(request.view_args or {}), **asked)


def _body(model: BaseModel) -> bytes:
    return json.dumps(model.model_dump(mode="json"), ensure_ascii=False).encode()
