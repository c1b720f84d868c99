"""Blocks of scored pairs with the settled records they were made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain import Candidate, Vacancy
from matcher.explanation.context import Pair
from matcher.geography import TravelTimes
from matcher.ranking import InColumns
from matcher.scoring import (
    CandidateArrays,
    Model,
    Pairs,
    Scored,
    VacancyArrays,
    blocked_pairs,
    judge_gates,
    score_pairs,
)
from matcher.scoring.block import Flags
from matcher.scoring.gates import Outcomes
from matcher.scoring.hours import rotas
from matcher.scoring.travel import journeys
from matcher.taxonomy import Taxonomy

__all__ = ["Basis", "Block", "score_block"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a ranking rests on beside its records.

    Attributes
    ----------
    taxonomy, model
        What names and weights are read from.
    as_of : date
        The day everything is judged on.
    k : int
        How many matches are shown.
    engine_version : str
        The version of the program, for the record.
    travel_times : TravelTimes or None
        Journeys that were measured, if any.
    changes : bool
        Whether to look for what would change a ranking: about as much work again as the ranking itself.
    questions : bool
        Whether to look for what to ask next: several times the work of the ranking itself.
    """

    taxonomy: Taxonomy
    model: Model
    as_of: date
    k: int
    engine_version: str
    changes: bool = True
    travel_times: TravelTimes | None = None
    questions: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """Every candidate with every vacancy, scored and judged; rows are candidates, columns vacancies."""

    candidates: Sequence[Candidate]
    vacancies: Sequence[Vacancy]
    pairs: Pairs
    scored: Scored
    outcomes: Mapping[str, Outcomes]

    @property
    def blocked(self) -> Flags:
        """Pairs that some gate takes out, (n_candidates, n_vacancies)."""
        return blocked_pairs(self.outcomes)

    def with_candidates(self, records: Sequence[Candidate], basis: Basis) -> "Block":
        """The same vacancies, not read again, with other candidates."""
        return _scored(records, self.vacancies, self._pairs_with_candidates(records, basis), basis)

    def with_vacancies(self, records: Sequence[Vacancy], basis: Basis) -> "Block":
        """The same candidates, not read again, with other vacancies."""
        return _scored(self.candidates, records, self._pairs_with_vacancies(records, basis), basis)

    def blocked_with_candidates(self, records: Sequence[Candidate], basis: Basis) -> Flags:
        """Which pairs would be out with other candidates, (n_records, n_vacancies); nothing is scored."""
        return _blocked(self._pairs_with_candidates(records, basis), basis)

    def blocked_with_vacancies(self, records: Sequence[Vacancy], basis: Basis) -> Flags:
        """Which pairs would be out with other vacancies, (n_candidates, n_records); nothing is scored."""
        return _blocked(self._pairs_with_vacancies(records, basis), basis)

    def _pairs_with_candidates(self, records: Sequence[Candidate], basis: Basis) -> Pairs:
        return replace(self.pairs, candidates=CandidateArrays.from_records(records, basis.taxonomy, basis.as_of))

    def _pairs_with_vacancies(self, records: Sequence[Vacancy], basis: Basis) -> Pairs:
        return replace(self.pairs, vacancies=VacancyArrays.from_records(records, basis.taxonomy))

    def pair(self, row: int, column: int, basis: Basis) -> Pair:
        """One pair with what its sentences are read off."""
        return Pair(
            self.candidates[row],
            self.vacancies[column],
            self.pairs,
            self.scored,
            self.outcomes,
            row,
            column,
            basis.taxonomy,
            basis.as_of,
        )


def score_block(candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], basis: Basis) -> Block:
    """Score and judge every pair of settled records; those that carry their columns are not encoded again."""
    people, work = _people_columns(candidates, basis), _work_columns(vacancies, basis)
    return _scored(candidates, vacancies, Pairs(people, work, basis.travel_times), basis)


def _people_columns(candidates: Sequence[Candidate], basis: Basis) -> CandidateArrays:
    if isinstance(candidates, InColumns) and candidates.fits(basis.taxonomy, basis.as_of):
        columns: CandidateArrays = candidates.columns
        return columns
    return CandidateArrays.from_records(candidates, basis.taxonomy, basis.as_of)


def _work_columns(vacancies: Sequence[Vacancy], basis: Basis) -> VacancyArrays:
    if isinstance(vacancies, InColumns) and vacancies.fits(basis.taxonomy, basis.as_of):
        columns: VacancyArrays = vacancies.columns
        return columns
    return VacancyArrays.from_records(vacancies, basis.taxonomy)


def _scored(candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], pairs: Pairs, basis: Basis) -> Block:
    scored = score_pairs(pairs, basis.model)
    return Block(candidates, vacancies, pairs, scored, judge_gates(pairs, scored.journey, scored.rota, basis.as_of))


def _blocked(pairs: Pairs, basis: Basis) -> Flags:
    return blocked_pairs(judge_gates(pairs, journeys(pairs), rotas(pairs), basis.as_of))
