"""Candidates and vacancies as rows of a list, and the search over them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.domain import Candidate, Vacancy
from matcher.store import Person
from webapp.presenters.candidates import background
from webapp.presenters.vacancies import state

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["CandidateRow", "VacancyRow", "candidate_rows", "found", "search_text", "vacancy_rows"]


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate in an advisor's list."""

    id: str
    name: str
    postcode: str | None
    background: str
    n_skills: int | None


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A vacancy in a list; `state` is ``draft``, ``closed``, ``not_open_yet`` or ``open``."""

    vacancy: Vacancy
    state: str

    @property
    def search_parts(self) -> list[str | None]:
        """What a search over vacancies looks through."""
        record = self.vacancy
        return [record.title, record.provider, record.id, record.postcode, *(record.area or ())]


def candidate_rows(
    candidates: Iterable[Candidate], people: Mapping[str, Person], taxonomy: "Taxonomy"
) -> list[CandidateRow]:
    """Rows by name; people without one come last, by id."""
    rows = [_candidate_row(candidate, people.get(candidate.id), taxonomy) for candidate in candidates]
    return sorted(rows, key=lambda row: (row.name == row.id, row.name.casefold(), row.id))


def vacancy_rows(vacancies: Iterable[Vacancy], as_of: date) -> list[VacancyRow]:
    """Rows by title, provider and id; drafts first because they wait for somebody."""
    rows = [VacancyRow(vacancy, state(vacancy, as_of)) for vacancy in vacancies]
    return sorted(rows, key=_vacancy_order)


def found(text: str, query: str) -> bool:
    """Whether every word of a search is in the text, whatever the case."""
    folded = text.casefold()
    return all(word in folded for word in query.casefold().split())


def search_text(parts: Sequence[str | None]) -> str:
    """What a search looks through."""
    return " ".join(part for part in parts if part)


def _candidate_row(candidate: Candidate, person: Person | None, taxonomy: "Taxonomy") -> CandidateRow:
    name = (person.name if person else None) or candidate.id
    n_skills = None if candidate.skills is None else len(candidate.skills) + len(candidate.unlinked_skills)
    return CandidateRow(candidate.id, name, candidate.postcode, background(candidate, taxonomy), n_skills)


def _vacancy_order(row: VacancyRow) -> tuple[bool, str, str, str]:
    vacancy = row.vacancy
    return (row.state != "draft", (vacancy.title or "").casefold(), (vacancy.provider or "").casefold(), vacancy.id)
