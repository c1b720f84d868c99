"""The draft of a CV on its way from page to page: in the form itself, signed, and nowhere else.

Nothing of it is kept here between requests. The times without work stay behind on the first page.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import TypeAdapter, ValidationError

from matcher.text.cvs import CvDraft

__all__ = ["DraftLostError", "TravellingDraft", "pack", "unpack"]


class DraftLostError(LookupError):
    """The draft was open for too long, or is not as it was sent."""


@dataclass(frozen=True, slots=True)
class TravellingDraft:
    """A draft, and for each job the words of the CV that tell of it, without what nobody should read."""

    draft: CvDraft
    words: Mapping[str, str] = field(default_factory=dict)


def pack(read: TravellingDraft) -> str:
    """The draft as a signed text."""
    kept = replace(read, draft=replace(read.draft, gaps=()))
    return str(_signer().dumps(json.loads(_shape().dump_json(kept))))


def unpack(text: str) -> TravellingDraft:
    """The draft of a signed text.

    Raises
    ------
    DraftLostError
        It was signed too long ago, not by us, or by another version of this program.
    """
    try:
        signed = _signer().loads(text, max_age=current_app.config["WTF_CSRF_TIME_LIMIT"])
        return _shape().validate_json(json.dumps(signed))
    except (BadSignature, ValidationError):
        # What was raised could quote the CV, and must not reach a log.
        raise DraftLostError from None


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="draft of a CV")


@cache
def _shape() -> TypeAdapter[TravellingDraft]:
    return TypeAdapter(TravellingDraft)
