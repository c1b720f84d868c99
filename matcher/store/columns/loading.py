"""All rows of a kind in columns, or those with some ids."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from matcher.geography import Gazetteer
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.places import CandidatePlaces
from matcher.scoring.stacking import stack
from matcher.store.columns.candidates import CandidateReader, PlaceReader
from matcher.store.columns.chunks import Chunk, count_rows, read_chunks
from matcher.store.columns.vacancies import VacancyReader
from matcher.store.tables import CandidateRow, VacancyRow
from matcher.taxonomy import Taxonomy

__all__ = ["candidate_columns", "candidate_places", "vacancy_columns"]

Ids = Sequence[str] | None
Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays, CandidatePlaces)
Arrays_co = TypeVar("Arrays_co", bound=CandidateArrays | VacancyArrays | CandidatePlaces, covariant=True)


class _Reader(Protocol[Arrays_co]):
    """Makes columns of chunks of rows."""

    names: tuple[str, ...]

    def nobody(self) -> Arrays_co: ...

    def columns(self, chunk: Chunk) -> Arrays_co: ...


def candidate_columns(
    session: Session, taxonomy: Taxonomy, as_of: date, ids: Ids, gazetteer: Gazetteer | None
) -> CandidateArrays:
    """Candidates: all by id, or those with some ids in their order."""
    return _load(session, CandidateRow, CandidateReader(taxonomy, as_of, gazetteer), ids)


def vacancy_columns(session: Session, taxonomy: Taxonomy, ids: Ids, gazetteer: Gazetteer | None) -> VacancyArrays:
    """Vacancies: all by id, or those with some ids in their order."""
    return _load(session, VacancyRow, VacancyReader(taxonomy, gazetteer), ids)


def candidate_places(session: Session) -> CandidatePlaces:
    """Where all candidates are and how they travel, by id."""
    return _load(session, CandidateRow, PlaceReader(), None)


def _load(session: Session, row_type: type[CandidateRow | VacancyRow], reader: _Reader[Arrays], ids: Ids) -> Arrays:
    chunks = read_chunks(session, row_type, reader.names, ids)
    with _no_cycles_sought():
        # Without rows there are columns all the same, of the right types.
        return stack(chain((reader.nobody(),), map(reader.columns, chunks)), count_rows(session, row_type, ids))


@contextmanager
def _no_cycles_sought() -> Iterator[None]:
    """Rows come and go in their thousands and hold no cycles: looking for some takes a fifth of the time."""
    was_sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_sought:
            gc.enable()
