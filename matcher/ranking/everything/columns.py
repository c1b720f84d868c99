"""Both sides as the compiled sweep reads them: flat arrays, skills and words numbered anew by what both sides have."""

from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import TravelMode
from matcher.geography import mode_speed
from matcher.ranking.everything.lists import rank_ids
from matcher.ranking.everything.partition import is_placed, limit_minutes, reach_km
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.ways import Ways, groups_by_way

__all__ = [
    "Numbering",
    "People",
    "Sets",
    "Travel",
    "Work",
    "number_anew",
    "people_columns",
    "travel_columns",
    "work_columns",
]

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]
Entry = TypeVar("Entry", bound=np.generic)

_ROWS_AT_ONCE = 50_000
"""Of sparse columns, so that beside what is kept no copy of all of them is ever made."""


class Sets(NamedTuple):
    """Sparse rows: ``item[start[row]:start[row + 1]]`` ascending, `value` beside it; `total` of the whole row."""

    start: Longs
    item: Ints
    value: NDArray[Any]
    total: Floats


class People(NamedTuple):
    """Candidates, one row each; meanings as in `CandidateArrays`.

    `group` says how they travel (a row of `Travel`); `limit` is the most minutes, `reach` the kilometres they allow.
    """

    rank: Ints
    easting: Floats
    northing: Floats
    blur: Floats
    group: Ints
    limit: Floats
    reach: Floats
    asked: Flags
    credits: Sets
    texts: Sets


class Work(NamedTuple):
    """Vacancies, one row each; meanings as in `VacancyArrays`."""

    rank: Ints
    easting: Floats
    northing: Floats
    placed: Flags
    radius: Floats
    blur: Floats
    live_in: Flags
    essential: Sets
    essential_known: Flags
    optional: Sets
    optional_known: Flags
    texts: Sets


class Travel(NamedTuple):
    """Figures of the ways of travel (n_modes,), and which ways each group goes by (n_groups, n_modes)."""

    speed: Floats
    detour: Floats
    fixed: Floats
    usual: Flags
    best: Flags


class Numbering(NamedTuple):
    """Skills that some vacancy needs, and words that both sides use: their columns, ascending."""

    skills: Longs
    words: Longs


def number_anew(people: CandidateArrays, work: VacancyArrays) -> Numbering:
    """What of skills and words can make a difference at all."""
    words = np.intersect1d(_used(people.texts), _used(work.texts), assume_unique=True)
    return Numbering(np.union1d(_used(work.essential), _used(work.optional)), words)


def people_columns(people: CandidateArrays, numbering: Numbering) -> People:
    """Columns of candidates."""
    group, _ = _groups(people)
    return People(
        rank=rank_ids(people.ids),
        easting=_flat(people.easting_m),
        northing=_flat(people.northing_m),
        blur=_flat(people.blur_km),
        group=group,
        limit=limit_minutes(people),
        reach=reach_km(people),
        asked=_flat(people.skills_known),
        credits=_sets(people.credits, numbering.skills, np.uint8),
        texts=_sets(people.texts, numbering.words, np.uint8),
    )


def work_columns(work: VacancyArrays, numbering: Numbering) -> Work:
    """Columns of vacancies."""
    return Work(
        rank=rank_ids(work.ids),
        easting=_flat(work.easting_m),
        northing=_flat(work.northing_m),
        placed=is_placed(work),
        radius=_flat(work.radius_km),
        blur=_flat(work.blur_km),
        live_in=_flat(work.live_in),
        essential=_sets(work.essential, numbering.skills, np.int32),
        essential_known=_flat(work.essential_known),
        optional=_sets(work.optional, numbering.skills, np.int32),
        optional_known=_flat(work.optional_known),
        texts=_sets(work.texts, numbering.words, np.uint8),
    )


def travel_columns(people: CandidateArrays) -> Travel:
    """The ways of travel, and who goes by which."""
    speeds = [mode_speed(mode) for mode in TravelMode]
    _, groups = _groups(people)
    return Travel(
        speed=np.array([speed.speed_kmh for speed in speeds]),
        detour=np.array([speed.detour_factor for speed in speeds]),
        fixed=np.array([speed.fixed_minutes for speed in speeds]),
        usual=np.array([[mode in ways.usual for mode in TravelMode] for ways in groups], dtype=bool),
        best=np.array([[mode in ways.best for mode in TravelMode] for ways in groups], dtype=bool),
    )


def _flat(column: NDArray[Entry]) -> NDArray[Entry]:
    """The column in one piece that may be written: for any other kind of array everything would be compiled anew."""
    return np.require(column, requirements=["C", "W"])


def _groups(people: CandidateArrays) -> tuple[Ints, list[Ways]]:
    group, ways = np.zeros(len(people), dtype=np.int32), []
    for place, (one, rows) in enumerate(groups_by_way(people)):
        group[rows] = place
        ways.append(one)
    return group, ways


def _used(matrix: csr_matrix) -> Longs:
    """Columns in which a sparse matrix has anything, ascending."""
    used = np.zeros(matrix.shape[1], dtype=bool)
    for rows in _some_rows(matrix.shape[0]):
        span = _span(matrix, rows)
        used[matrix.indices[span][matrix.data[span] != 0]] = True
    return np.flatnonzero(used)


def _sets(matrix: csr_matrix, needed: Longs, kept_as: type[np.generic]) -> Sets:
    """Rows of a sparse matrix, of its columns only those needed, each numbered by its place among them."""
    if not matrix.has_canonical_format:
        matrix = matrix.copy()
        matrix.sum_duplicates()
    place = np.full(matrix.shape[1], -1, dtype=np.int32)
    place[needed] = np.arange(len(needed), dtype=np.int32)
    # Counted first, so that there is room for what is kept and never more.
    counts = [int(np.count_nonzero(_is_kept(matrix, place, rows))) for rows in _some_rows(matrix.shape[0])]
    item, value = np.empty(sum(counts), dtype=np.int32), np.empty(sum(counts), dtype=kept_as)
    total, start, at = np.zeros(matrix.shape[0]), np.zeros(matrix.shape[0] + 1, dtype=np.int64), 0
    for rows, n_kept in zip(_some_rows(matrix.shape[0]), counts, strict=True):
        kept, span = _is_kept(matrix, place, rows), _span(matrix, rows)
        item[at : at + n_kept] = place[matrix.indices[span]][kept]
        value[at : at + n_kept] = matrix.data[span][kept]
        ends = matrix.indptr[rows.start : rows.stop + 1] - span.start
        start[rows.start + 1 : rows.stop + 1] = at + _running(kept, np.int64)[ends[1:]]
        total[rows] = np.diff(_running(matrix.data[span], np.float64)[ends])
        at += n_kept
    return Sets(start, item, value, total)


def _running(values: NDArray[Any], kept_as: type[Entry]) -> NDArray[Entry]:
    """Sums of the values before each place, and of all: (n + 1,)."""
    return np.concatenate((np.zeros(1, kept_as), np.cumsum(values, dtype=kept_as)))


def _some_rows(n_rows: int) -> list[slice]:
    return [slice(first, min(first + _ROWS_AT_ONCE, n_rows)) for first in range(0, n_rows, _ROWS_AT_ONCE)]


def _span(matrix: csr_matrix, rows: slice) -> slice:
    """Where the entries of some rows lie."""
    return slice(int(matrix.indptr[rows.start]), int(matrix.indptr[rows.stop]))


def _is_kept(matrix: csr_matrix, place: Ints, rows: slice) -> Flags:
    """Whether each entry of some rows is of a column that is needed, and not 0."""
    span = _span(matrix, rows)
    return np.asarray((place[matrix.indices[span]] >= 0) & (matrix.data[span] != 0), dtype=bool)
