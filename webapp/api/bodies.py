"""The body of a call, read once: JSON that is JSON, of a size and depth that is honest, without hidden characters."""

import json
from typing import Any

from flask import request

from matcher.importers.json_stream import is_too_deep
from webapp.api.problems import ApiError
from webapp.forms.reading import tidy

__all__ = ["JOB_POSTING_TYPE", "JSON_TYPE", "MERGE_TYPE", "read_body"]

JSON_TYPE, MERGE_TYPE, JOB_POSTING_TYPE = "application/json", "application/merge-patch+json", "application/ld+json"


def read_body(*types: str) -> Any:
    """The value of the body, its texts tidied as those of a form are.

    Raises
    ------
    ApiError
        415 where the content type is none of `types`; 413, 400.
    """
    if request.mimetype not in types:
        raise ApiError(415, f"Set the header Content-Type to {' or '.join(types)}.", headers=_accepted(types))
    text = request.get_data(cache=True)
    try:
        value = json.loads(text.decode("utf-8-sig"), parse_constant=_no_number)
        if is_too_deep(value):
            raise ApiError(400, "This is nested too deep: send it as the document of this API describes it.")
        return _tidied(value)
    except json.JSONDecodeError as error:
        raise ApiError(400, f"This is not JSON: {error.msg}, line {error.lineno}, column {error.colno}.") from error
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "This is not JSON in UTF-8 that can be read: correct it, and send it again.") from error


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    if isinstance(value, dict):
        return {tidy(name): _tidied(item) for name, item in value.items()}
    return value


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _accepted(types: tuple[str, ...]) -> dict[str, str]:
    return {"Accept": ", ".join(types)}
