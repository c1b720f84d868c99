"""Rankings of what was found in columns that are kept ready: explained from those columns, without looking at all."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from matcher.domain import Candidate, Ranking, Vacancy
from matcher.explanation.blocks import Basis, score_block
from matcher.explanation.explained import Cells
from matcher.explanation.rankings import ranking_of
from matcher.ranking import InColumns
from matcher.ranking.warm import Warm
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.taking import take

__all__ = ["rank_ready_candidates", "rank_ready_vacancies"]

Record = TypeVar("Record", Candidate, Vacancy)
Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)
RecordsOf = Callable[[Sequence[str]], Sequence[Record]]


def rank_ready_vacancies(person: Candidate, warm: Warm, records_of: RecordsOf[Vacancy], basis: Basis) -> Ranking:
    """The first k vacancies of those kept ready for one settled candidate.

    The matches of `matcher.explanation.rankings.rank_vacancies` without its changes; nothing is said of what is out,
    nor asked next, because only the first k are looked at.

    Parameters
    ----------
    records_of : callable
        Settled records of some ids in their order, those that are not stored left out.
    """
    columns = CandidateArrays.from_records([person], basis.taxonomy, basis.as_of)
    found = warm.vacancies(warm.rank_vacancies(columns, basis.k).ids.tolist())
    work = _recorded(found, records_of, basis)
    cells = _cells(InColumns([person], columns, basis.taxonomy, basis.as_of), work, basis)
    return ranking_of("candidate", person.id, warm.n_vacancies, (cells, None), basis)


def rank_ready_candidates(work: Vacancy, warm: Warm, records_of: RecordsOf[Candidate], basis: Basis) -> Ranking:
    """The first k candidates of those kept ready for one settled vacancy; as `rank_ready_vacancies`."""
    columns = VacancyArrays.from_records([work], basis.taxonomy)
    found = warm.candidates(warm.rank_candidates(columns, basis.k).ids.tolist())
    people = _recorded(found, records_of, basis)
    cells = _cells(people, InColumns([work], columns, basis.taxonomy, basis.as_of), basis)
    return ranking_of("vacancy", work.id, warm.n_candidates, (cells, None), basis)


def _recorded(columns: Arrays, records_of: RecordsOf[Record], basis: Basis) -> InColumns[Record, Arrays]:
    """Columns with their records; who has no record any more is left out."""
    records = records_of(columns.ids.tolist())
    if len(records) < len(columns):
        places = {name: place for place, name in enumerate(columns.ids)}
        columns = take(columns, np.array([places[record.id] for record in records], dtype=np.int64))
    return InColumns(records, columns, basis.taxonomy, basis.as_of)


def _cells(people: Sequence[Candidate], work: Sequence[Vacancy], basis: Basis) -> Cells:
    """Every pair, one side of which is one record, in order."""
    block = score_block(people, work, basis)
    rows, columns = np.divmod(np.arange(len(people) * len(work)), max(len(work), 1))
    return Cells(block, rows, columns)
