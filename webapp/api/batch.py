"""Posting many vacancies at once; each is taken or refused by itself."""

from typing import Any

from flask import Response, request
from pydantic import BaseModel, Field, ValidationError

from webapp.access import allow
from webapp.api import api
from webapp.api.answering import answer
from webapp.api.describing import VACANCIES, answers, described
from webapp.api.posting import post
from webapp.api.problems import ApiError, Problem, problem
from webapp.api.remedies import field_errors
from webapp.api.vacancy_fields import Batch, VacancyToPost
from webapp.api.vacancy_reading import read_whole
from webapp.api.vacancy_shown import VacancyShown
from webapp.new_ids import new_id

__all__: list[str] = []

# Judgement: 500 vacancies with a page of description each.
_MOST_BYTES = 4 * 1024 * 1024


class BatchRow(BaseModel):
    """What became of one row."""

    row: int = Field(description="Its place in what was sent, from 0.", ge=0)
    status: int = Field(description="201 posted, 200 unchanged, 409 or 422 refused.", examples=[201])
    vacancy: VacancyShown | None = Field(description="The vacancy; null where it was refused.")
    problem: Problem | None = Field(description="Why it was refused; null where it was not.")


class BatchResult(BaseModel):
    """What became of every row."""

    n_posted: int
    n_unchanged: int
    n_refused: int
    results: list[BatchRow]


@api.url_value_preprocessor
def allow_a_long_body(endpoint: str | None, _values: object) -> None:
    """Raise the limit where many are sent."""
    if endpoint == "api.post_batch":
        request.max_content_length = _MOST_BYTES


@api.post("/vacancies/batch")
@described(
    answers(200, BatchResult, "What became of every row, also where some were refused.", 413, 415),
    VACANCIES,
    "postVacancies",
    "vacancies:write",
    json=Batch,
)
@allow(scope="vacancies:write")
def post_batch(json: Batch) -> Response:
    """Post many vacancies.

    Up to 500. Each is posted, found unchanged or refused by itself, so the answer is 200 and says for each row what
    became of it: its status and its problem are those that posting it alone would have had.
    """
    results = [_row(number, sent) for number, sent in enumerate(json.vacancies)]
    counts = [result.status for result in results]
    n_posted, n_unchanged = counts.count(201), counts.count(200)
    n_refused = len(counts) - n_posted - n_unchanged
    return answer(BatchResult(n_posted=n_posted, n_unchanged=n_unchanged, n_refused=n_refused, results=results))


def _row(number: int, sent: dict[str, Any]) -> BatchRow:
    try:
        body = VacancyToPost.model_validate(sent)
        status, shown = post(read_whole(body, body.id or new_id()))
    except ValidationError as error:
        return _refused(number, ApiError(422, errors=field_errors(error)))
    except ApiError as error:
        return _refused(number, error)
    return BatchRow(row=number, status=status, vacancy=shown, problem=None)


def _refused(number: int, error: ApiError) -> BatchRow:
    code = error.code or 500
    return BatchRow(row=number, status=code, vacancy=None, problem=problem(code, error.description, error.errors))
