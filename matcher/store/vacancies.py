"""Vacancies."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from matcher.domain import Vacancy
from matcher.store.counts import Counts
from matcher.store.reading import read_all, read_ids, read_one
from matcher.store.records import record_values, row_values, settle
from matcher.store.tables import VacancyRow
from matcher.store.upserts import merge

__all__ = ["upsert_vacancies", "vacancies", "vacancy", "vacancy_ids"]


def upsert_vacancies(session: Session, records: Sequence[Vacancy]) -> Counts:
    """Store vacancies."""
    return Counts.of(merge(session, VacancyRow, [row_values(record) for record in records], settle))


def vacancy(session: Session, vacancy_id: str) -> Vacancy:
    """One vacancy."""
    return Vacancy(**record_values(read_one(session, VacancyRow, vacancy_id, "vacancy")))


def vacancies(session: Session) -> list[Vacancy]:
    """All vacancies by id."""
    return [Vacancy(**record_values(row)) for row in read_all(session, VacancyRow)]


def vacancy_ids(session: Session) -> set[str]:
    """Ids of all vacancies."""
    return read_ids(session, VacancyRow)
