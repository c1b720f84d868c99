"""Posting a vacancy for the account of a key, once however often it is sent."""

from matcher.domain import Vacancy
from matcher.store.standings import Standing
from webapp.api.checks import account
from webapp.api.problems import ApiError, FieldError
from webapp.api.vacancy_shown import VacancyShown, show, show_stored
from webapp.context import store
from webapp.provider.publishing import provider_name, publish
from webapp.shown import is_own

__all__ = ["post"]


def post(record: Vacancy) -> tuple[int, VacancyShown]:
    """Post a vacancy; 201 and the vacancy, or 200 and the stored one where it has the same content.

    Raises
    ------
    ApiError
        409 where another vacancy has the id, of this provider or of somebody else.
    """
    record = record.model_copy(update={"provider": provider_name()})
    if publish(record, (None, None)):
        return 201, show_stored(record)
    stored = store().vacancy(record.id)
    if is_own(stored, account()) and _says_the_same(stored, record):
        return 200, show_stored(stored)
    remedy = "another vacancy has this id: change it by PUT or PATCH if it is yours, or choose another id."
    raise ApiError(409, errors=[FieldError(pointer="#/id", remedy=remedy)])


def _says_the_same(stored: Vacancy, sent: Vacancy) -> bool:
    """Compared as they are shown, because a database writes shifts and lists its own way."""
    nothing = Standing(sent.id)
    beside = {"provider": stored.provider, "provider_id": stored.provider_id}
    return show(stored, nothing) == show(sent.model_copy(update=beside), nothing)
