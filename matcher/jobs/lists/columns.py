"""Stored people and vacancies in columns, for lists that one lost postcode must not stop."""

import logging
from collections.abc import Sequence

from matcher.errors import PlaceError
from matcher.jobs.task import Setting
from matcher.scoring import CandidateArrays, VacancyArrays

__all__ = ["people_columns", "work_columns"]

_log = logging.getLogger(__name__)
_LOST = "A %s is stored with a postcode that cannot be found: for the lists, such places are not known."


def people_columns(setting: Setting, ids: Sequence[str] | None = None) -> CandidateArrays:
    """Candidates on the setting's day: all, or some by id. A place that is lost is not known, and that is noted."""
    try:
        return setting.engine.candidate_columns(setting.today, ids)
    except PlaceError:
        _log.warning(_LOST, "candidate")
        return setting.engine.candidate_columns(setting.today, ids, look_up=False)


def work_columns(setting: Setting, ids: Sequence[str] | None = None) -> VacancyArrays:
    """Vacancies: all, or some by id. A place that is lost is not known, and that is noted."""
    try:
        return setting.engine.vacancy_columns(ids)
    except PlaceError:
        _log.warning(_LOST, "vacancy")
        return setting.engine.vacancy_columns(ids, look_up=False)
