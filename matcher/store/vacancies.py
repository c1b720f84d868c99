"""Vacancies."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from matcher.domain import Vacancy
from matcher.store.counts import Counts
from matcher.store.reading import read_all, read_ids, read_one, read_some
from matcher.store.records import record_values, row_values, settle
from matcher.store.tables import VacancyRow
from matcher.store.upserts import Values, merge

__all__ = [
    "add_vacancy",
    "replace_vacancy",
    "upsert_vacancies",
    "upsert_vacancy_rows",
    "vacancies",
    "vacancies_of",
    "vacancy",
    "vacancy_ids",
]


def upsert_vacancies(session: Session, records: Sequence[Vacancy]) -> Counts:
    """Store vacancies."""
    return upsert_vacancy_rows(session, [row_values(record) for record in records])


def upsert_vacancy_rows(session: Session, entries: Sequence[Values]) -> Counts:
    """Store vacancies given as the columns that `row_values` makes of them."""
    return Counts.of(merge(session, VacancyRow, entries, settle))


def add_vacancy(session: Session, record: Vacancy) -> bool:
    """Store a vacancy whose id nobody has; False, and nothing written, where somebody does, even from this moment."""
    if session.get(VacancyRow, record.id) is not None:
        return False
    try:
        with session.begin_nested():
            session.add(VacancyRow(**_whole(record)))
    except IntegrityError:
        return False
    return True


def replace_vacancy(session: Session, record: Vacancy, instead_of: Vacancy) -> bool:
    """Write a vacancy in full, blanks too; False, and nothing written, where what is stored is not `instead_of`."""
    row = session.get(VacancyRow, record.id, with_for_update=True)
    if row is None or Vacancy(**record_values(row)) != instead_of:
        return False
    for name, value in _whole(record).items():
        setattr(row, name, value)
    return True


def _whole(record: Vacancy) -> Values:
    """The columns of a record that somebody wrote as a whole: what it leaves out, it says is not so."""
    return row_values(record) | {"positions": record.positions}


def vacancy(session: Session, vacancy_id: str) -> Vacancy:
    """One vacancy."""
    return Vacancy(**record_values(read_one(session, VacancyRow, vacancy_id, "vacancy")))


def vacancies(session: Session) -> list[Vacancy]:
    """All vacancies by id."""
    return [Vacancy(**record_values(row)) for row in read_all(session, VacancyRow)]


def vacancies_of(session: Session, ids: Sequence[str]) -> list[Vacancy]:
    """The vacancies with some ids, in their order; those that are not stored are left out."""
    return [Vacancy(**record_values(row)) for row in read_some(session, VacancyRow, ids)]


def vacancy_ids(session: Session) -> set[str]:
    """Ids of all vacancies."""
    return read_ids(session, VacancyRow)
