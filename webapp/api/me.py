"""What a key may do."""

from datetime import date

from flask import Response
from pydantic import BaseModel, Field

from webapp.access import allow
from webapp.api import api
from webapp.api.answering import answer
from webapp.api.checks import ANY_SCOPE, CALLS_A_MINUTE, account, key
from webapp.api.describing import ME, answers, described
from webapp.api.vacancy_fields import MOST_ROWS

__all__: list[str] = []


class KeyShown(BaseModel):
    """A key and its limits."""

    label: str = Field(description="What its owner calls it.", examples=["Rota system"])
    provider: str = Field(description="Whose vacancies it is for.", examples=["Roundhay Lodge"])
    scopes: list[str] = Field(examples=[["vacancies:read", "vacancies:write"]])
    expires_on: date | None = Field(description="The first day on which it is good no more; null: it does not expire.")
    calls_a_minute: int = Field(description="More answer 429.", examples=[600])
    most_rows: int = Field(description="The most vacancies in one batch.", examples=[500])


@api.get("/me")
@described(answers(200, KeyShown, "What the key may do."), ME, "getKey", ANY_SCOPE)
@allow(scope=ANY_SCOPE)
def me() -> Response:
    """Say what your key may do.

    Whose it is, its scopes, until when it is good, and how often it may call. Any key that is good may ask.
    """
    shown = KeyShown(
        label=key().label,
        provider=str(account().provider),
        scopes=list(key().scopes),
        expires_on=key().expires_on,
        calls_a_minute=CALLS_A_MINUTE,
        most_rows=MOST_ROWS,
    )
    return answer(shown)
