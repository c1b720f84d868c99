"""One vacancy of a provider: read, written anew, changed, closed."""

from datetime import timedelta

from flask import Response, abort

from matcher.domain import Vacancy
from matcher.errors import NotFoundError
from matcher.store.standings import Posted
from webapp.access import allow
from webapp.api import api
from webapp.api.answering import answer, check_unchanged
from webapp.api.checks import account
from webapp.api.describing import VACANCIES, answers, described
from webapp.api.problems import ApiError
from webapp.api.vacancy_fields import VacancyBody, VacancyChanges
from webapp.api.vacancy_reading import read_changed, read_whole
from webapp.api.vacancy_shown import VacancyShown, show_stored
from webapp.context import as_of, store
from webapp.presenters.vacancies import state
from webapp.provider.publishing import posted_anew
from webapp.shown import is_own

__all__ = ["own"]

_SHOWN = "The vacancy."
_PROBLEMS = (404, 412, 413, 415, 428)


@api.get("/vacancies/<vacancy:vacancy_id>")
@described(answers(200, VacancyShown, _SHOWN, 404), VACANCIES, "getVacancy", "vacancies:read")
@allow(scope="vacancies:read")
def vacancy(vacancy_id: str) -> Response:
    """Get a vacancy.

    Keep its ETag: to change the vacancy you send it back as If-Match, and with If-None-Match you get 304 while nothing
    has changed.
    """
    return answer(show_stored(own(vacancy_id)))


@api.put("/vacancies/<vacancy:vacancy_id>")
@described(
    answers(200, VacancyShown, "The vacancy as it now is.", *_PROBLEMS),
    VACANCIES,
    "replaceVacancy",
    "vacancies:write",
    json=VacancyBody,
)
@allow(scope="vacancies:write")
def replace_vacancy(vacancy_id: str, json: VacancyBody) -> Response:
    """Write a vacancy anew.

    Whatever you leave out is not known any more. What a person approved has to be looked at again when the minimum age
    or its reason change.
    """
    current = _unchanged(vacancy_id)
    return _keep(read_whole(json, vacancy_id), current)


@api.patch("/vacancies/<vacancy:vacancy_id>")
@described(
    answers(200, VacancyShown, "The vacancy as it now is.", *_PROBLEMS),
    VACANCIES,
    "changeVacancy",
    "vacancies:write",
    json=VacancyChanges,
)
@allow(scope="vacancies:write")
def change_vacancy(vacancy_id: str, json: VacancyChanges) -> Response:
    """Change some of a vacancy.

    A JSON merge patch (RFC 7396): what you leave out stays as it is, and null makes it not known.
    """
    current = _unchanged(vacancy_id)
    return _keep(read_changed(current, json), current)


@api.delete("/vacancies/<vacancy:vacancy_id>")
@described(
    answers(200, VacancyShown, "The vacancy, now closed.", 404, 412, 428), VACANCIES, "closeVacancy", "vacancies:write"
)
@allow(scope="vacancies:write")
def close_vacancy(vacancy_id: str) -> Response:
    """Close a vacancy.

    Today is its last day; one that is not open yet never opens. Nothing is erased: people were ranked for it, and it
    stays in your list as closed.
    """
    current = _unchanged(vacancy_id)
    return answer(show_stored(_write(_closed(current), current)))


def own(vacancy_id: str) -> Vacancy:
    """A vacancy of the key's account; somebody else's is not found, the very same as one that is not there."""
    try:
        found = store().vacancy(vacancy_id)
    except NotFoundError:
        abort(404)
    return found if is_own(found, account()) else abort(404)


def _unchanged(vacancy_id: str) -> Vacancy:
    current = own(vacancy_id)
    check_unchanged(show_stored(current))
    return current


def _keep(record: Vacancy, current: Vacancy) -> Response:
    """Write a vacancy in place of what the caller saw, and let the academy look again where it has to."""
    standing = store().standings.get(current.id)
    after = record.model_copy(update={"provider": current.provider, "provider_id": current.provider_id})
    posted = posted_anew(current, after, (standing.sex_required, standing.sex_reason))
    return answer(show_stored(_write(after, current, posted)))


def _write(record: Vacancy, current: Vacancy, posted: Posted | None = None) -> Vacancy:
    if not store().replace_vacancy(record, instead_of=current, posted=posted):
        raise ApiError(412)
    return record


def _closed(record: Vacancy) -> Vacancy:
    now = state(record, as_of())
    if now == "closed":
        return record
    if now == "open":
        return record.model_copy(update={"closes": as_of()})
    return record.model_copy(update={"opens": None, "closes": as_of() - timedelta(days=1)})
