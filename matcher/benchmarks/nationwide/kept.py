"""A nation, and the lists found for it, kept in a folder, so that every process measures on the same."""

from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.benchmarks.national import Nation
from matcher.ranking.everything import ScoredMatches
from matcher.scoring import CandidateArrays, VacancyArrays

__all__ = ["keep_lists", "keep_nation", "kept_lists", "kept_nation"]

Parts = dict[str, NDArray[Any]]

_SIDES = (("people", CandidateArrays), ("work", VacancyArrays))
_DIRECTIONS = ("vacancies_for_candidates", "candidates_for_vacancies")


def keep_nation(nation: Nation, folder: Path) -> None:
    """Write every column into files of its own."""
    for side, kind in _SIDES:
        columns = getattr(nation, side)
        for name in (field.name for field in fields(kind)):
            for part, array in _taken_apart(getattr(columns, name)).items():
                np.save(folder / f"{side}.{name}.{part}.npy", array, allow_pickle=False)


def kept_nation(folder: Path) -> Nation:
    """The nation of a folder, as it was kept."""
    return Nation(CandidateArrays(**_columns(folder, "people")), VacancyArrays(**_columns(folder, "work")))


def keep_lists(lists: ScoredMatches, folder: Path) -> None:
    """Write the lists of both directions."""
    for name in _DIRECTIONS:
        for part, array in zip(("rows", "scores"), getattr(lists, name), strict=True):
            np.save(folder / f"lists.{name}.{part}.npy", array, allow_pickle=False)


def kept_lists(folder: Path) -> ScoredMatches:
    """The lists of a folder.

    Raises
    ------
    FileNotFoundError
        None were kept: the part that finds them has failed.
    """
    return ScoredMatches(
        *(
            (np.load(folder / f"lists.{name}.rows.npy"), np.load(folder / f"lists.{name}.scores.npy"))
            for name in _DIRECTIONS
        )
    )


def _columns(folder: Path, side: str) -> dict[str, Any]:
    names = [field.name for field in fields(dict(_SIDES)[side])]
    return {name: _put_together(_parts(folder, f"{side}.{name}")) for name in names}


def _taken_apart(column: Any) -> Parts:
    """A column as arrays of numbers or of text."""
    if isinstance(column, csr_matrix):
        return {
            "data": column.data,
            "indices": column.indices,
            "indptr": column.indptr,
            "shape": np.array(column.shape),
        }
    if isinstance(column, tuple):
        starts = np.concatenate(([0], np.cumsum([len(shifts) for shifts in column]))).astype(np.int64)
        return {"shifts": np.concatenate(column), "starts": starts}
    return {"text": column.astype(np.str_)} if column.dtype == object else {"plain": column}


def _put_together(parts: Parts) -> Any:
    if "indptr" in parts:
        return csr_matrix((parts["data"], parts["indices"], parts["indptr"]), shape=tuple(parts["shape"]))
    if "starts" in parts:
        return tuple(parts["shifts"][start:end] for start, end in pairwise(parts["starts"]))
    return parts["text"].astype(object) if "text" in parts else parts["plain"]


def _parts(folder: Path, name: str) -> Parts:
    return {path.suffixes[-2][1:]: np.load(path, allow_pickle=False) for path in folder.glob(f"{name}.*.npy")}
