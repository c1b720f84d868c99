"""Vacancies as rows of a list, and the search over lists."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain import Vacancy
from webapp.presenters.vacancies import state

__all__ = ["VacancyRow", "found", "search_text", "vacancy_rows"]


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A vacancy in a list; `state` is ``waiting``, ``draft``, ``closed``, ``not_open_yet`` or ``open``.

    One that is ``waiting`` has to be looked at by a person before anybody is ranked for it.
    """

    vacancy: Vacancy
    state: str

    @property
    def search_parts(self) -> list[str | None]:
        """What a search over vacancies looks through."""
        record = self.vacancy
        return [record.title, record.provider, record.id, record.postcode, *(record.area or ())]


def vacancy_rows(vacancies: Iterable[Vacancy], shown: Collection[str], as_of: date) -> list[VacancyRow]:
    """Rows by title, provider and id, first those that wait for somebody; `shown` are the ids of those to be ranked."""
    rows = [VacancyRow(one, state(one, as_of) if one.id in shown else "waiting") for one in vacancies]
    return sorted(rows, key=_vacancy_order)


def found(text: str, query: str) -> bool:
    """Whether every word of a search is in the text, whatever the case."""
    folded = text.casefold()
    return all(word in folded for word in query.casefold().split())


def search_text(parts: Sequence[str | None]) -> str:
    """What a search looks through."""
    return " ".join(part for part in parts if part)


def _vacancy_order(row: VacancyRow) -> tuple[bool, bool, str, str, str]:
    one = row.vacancy
    first = row.state != "waiting", row.state != "draft"
    return (*first, (one.title or "").casefold(), (one.provider or "").casefold(), one.id)
