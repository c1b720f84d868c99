"""Answers of the start page on their way to an account: in the form itself, signed, and nowhere else.

As they were typed they travel beside that, for the way back: the back button of a browser asks to send a form again.
"""

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import ValidationError

from matcher.domain import Candidate

__all__ = ["AnswersLostError", "pack_answers", "typed_answers", "unpack_answers"]

_TYPED = ("postcode", "words", "travel_mode", "max_travel_minutes", "wider", "tick", "seen", "n_shown", "vacancy")


class AnswersLostError(LookupError):
    """The answers were open for too long, or are not as they were sent."""


def pack_answers(candidate: Candidate) -> str:
    """The answers as a signed text."""
    return str(_signer().dumps(candidate.model_dump(mode="json", exclude_none=True)))


def unpack_answers(text: str) -> Candidate:
    """The answers of a signed text.

    Raises
    ------
    AnswersLostError
        They were signed too long ago, not by us, or by another version of this program.
    """
    try:
        return Candidate(**_signer().loads(text, max_age=current_app.config["WTF_CSRF_TIME_LIMIT"]))
    except (BadSignature, ValidationError, TypeError):
        # What was raised could quote the answers, and must not reach a log.
        raise AnswersLostError from None


def typed_answers() -> list[tuple[str, str]]:
    """Names and values of the start page's fields as this request sent them; none where it sent none."""
    return [(name, value) for name in _TYPED for value in request.form.getlist(name)]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="answers of the start page")
