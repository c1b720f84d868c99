"""The rows of one side as they are searched: sorted into cells, in columns, each with its kinds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.errors import InputError
from matcher.ranking.everything.columns import (
    Numbering,
    People,
    Travel,
    Work,
    people_columns,
    travel_columns,
    work_columns,
)
from matcher.ranking.warm.cells import Cells, regions_of, sort_people, sort_work
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.taking import take

if TYPE_CHECKING:
    from pandas import Index

__all__ = ["Field", "people_field", "work_field"]

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)
Columns = TypeVar("Columns", People, Work)
Numbers = NDArray[np.int32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Field(Generic[Arrays, Columns]):
    """Rows of one side, at least one, never changed.

    Attributes
    ----------
    rows, columns
        The same rows in the same order, that of the cells: as they are scored by the definitions, and compiled.
    travel : Travel
        How the people among them travel, by group; of vacancies, nobody's.
    kinds : (n, n_groups) int32
        The kind of every row in every group.
    cells, regions : Cells
        Which rows lie where, and cells taken together.
    sketch : (n_places / 2, n) uint8
        What people bring, in steps (`sketches`); of vacancies, and where nothing is compiled, of no width.
    row_of_rank : (n,) int64
        The row whose id has each rank.
    index : pandas.Index
        The ids.
    """

    rows: Arrays
    columns: Columns
    travel: Travel
    kinds: Numbers
    cells: Cells
    regions: Cells
    sketch: NDArray[np.uint8]
    row_of_rank: Rows
    index: "Index[str]"

    def __len__(self) -> int:
        return len(self.rows)

    def places_of(self, ids: Iterable[object]) -> Rows:
        """The row of each of some ids, -1 where it is not among them."""
        return np.asarray(self.index.get_indexer(list(ids)), dtype=np.int64)  # type: ignore[arg-type]  # any list

    def rows_of(self, ids: Iterable[object]) -> Rows:
        """Rows of those of some ids that are among them, in the order of the ids."""
        places = self.places_of(ids)
        return places[places >= 0]


def people_field(
    rows: CandidateArrays, kinds: Numbers, places: Numbers | None = None
) -> Field[CandidateArrays, People]:
    """Candidates sorted into cells; sketched where each skill has its place among `places`."""
    order, cells = sort_people(rows)
    rows = take(rows, order)
    columns = people_columns(rows, _as_they_are(rows.credits.shape[1], rows.texts.shape[1]))
    return _field(rows, columns, travel_columns(rows), kinds[order], cells, _sketched(columns, places))


def work_field(rows: VacancyArrays, kinds: Numbers) -> Field[VacancyArrays, Work]:
    """Vacancies sorted into cells."""
    order, cells = sort_work(rows)
    rows = take(rows, order)
    columns = work_columns(rows, _as_they_are(rows.essential.shape[1], rows.texts.shape[1]))
    nothing, nowhere = np.empty(0), np.empty((0, 0), dtype=bool)
    nobody = Travel(nothing, nothing, nothing, nowhere, nowhere)
    return _field(rows, columns, nobody, kinds[order], cells, np.empty((0, 0), dtype=np.uint8))


def _field(
    rows: Arrays,
    columns: Columns,
    travel: Travel,
    kinds: Numbers,
    cells: Cells,
    sketch: NDArray[np.uint8],
) -> Field[Arrays, Columns]:
    from pandas import Index

    index = Index(rows.ids)
    if not index.is_unique:  # and by that the table of ids is made, before threads ask for it
        raise InputError(f"The id '{index[index.duplicated()][0]}' comes twice: every row needs an id of its own.")
    return Field(rows, columns, travel, kinds, cells, regions_of(cells), sketch, np.argsort(columns.rank), index)


def _sketched(columns: People, places: Numbers | None) -> NDArray[np.uint8]:
    if places is None:
        return np.empty((0, 0), dtype=np.uint8)
    from matcher.ranking.warm.sketches import sketch_of

    return sketch_of(columns.credits, columns.asked, places)


def _as_they_are(n_skills: int, n_words: int) -> Numbering:
    """All skills and words: whoever comes later may bring what nobody has yet."""
    return Numbering(np.arange(n_skills), np.arange(n_words))
