"""Columns kept in a Parquet file, and read back equal to the bit.

One row a record, as in the arrays, so that other programs can read the file as well. A plain column is one of the file;
a wide one (`week`) a list as long as it is wide; a sparse one two lists, ``NAME_at`` of columns and ``NAME_value``; the
shifts of a vacancy one list, a week behind a week. What a file holds, and how wide its sparse columns are, is written
in its schema under ``carematch``.
"""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.errors import FileError, InputError
from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.encode import WEEK_WORDS
from matcher.scoring.vacancies import VacancyArrays

__all__ = ["load_candidates", "load_vacancies", "save_columns"]

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)

_NOTE = b"carematch"


def save_columns(arrays: CandidateArrays | VacancyArrays, path: str | Path) -> None:
    """Write columns into one Parquet file, over one that is there.

    Raises
    ------
    InputError
        The ids are neither all text nor all whole numbers, or not all of one size.
    """
    import pyarrow as pa
    from pyarrow import parquet

    named = [item for field in fields(arrays) for item in _written(field.name, getattr(arrays, field.name))]
    sparse = {
        field.name: getattr(arrays, field.name).shape[1]
        for field in fields(arrays)
        if isinstance(getattr(arrays, field.name), csr_matrix)
    }
    note = {_NOTE: json.dumps({"kind": type(arrays).__name__, "widths": sparse})}
    table = pa.table(dict(named)).replace_schema_metadata(note)
    parquet.write_table(table, path, compression="zstd")


def load_candidates(path: str | Path) -> CandidateArrays:
    """Candidates as `save_columns` wrote them.

    Raises
    ------
    FileError
        There is no such file, or it does not hold the columns of candidates.
    """
    return _loaded(CandidateArrays, Path(path))


def load_vacancies(path: str | Path) -> VacancyArrays:
    """Vacancies as `save_columns` wrote them.

    Raises
    ------
    FileError
        There is no such file, or it does not hold the columns of vacancies.
    """
    return _loaded(VacancyArrays, Path(path))


def _loaded(kind: type[Arrays], path: Path) -> Arrays:
    from pyarrow import ArrowException, parquet

    try:
        table = parquet.read_table(path)
        note = json.loads((table.schema.metadata or {})[_NOTE])
    except (OSError, ArrowException, KeyError, ValueError) as error:
        raise FileError(f"'{path}' holds no columns that carematch has saved: save them anew.") from error
    if note["kind"] != kind.__name__:
        raise FileError(f"'{path}' holds {note['kind']}, not {kind.__name__}: give the file of the other side.")
    hints = get_type_hints(kind)
    return kind(**{field.name: _read(table, field.name, hints[field.name], note["widths"]) for field in fields(kind)})


def _written(name: str, column: Any) -> list[tuple[str, Any]]:
    """A column as columns of a file, each with its name there."""
    import pyarrow as pa

    if isinstance(column, csr_matrix):
        at, value = (_lists(column.indptr, pa.array(part)) for part in (column.indices, column.data))
        return [(f"{name}_at", at), (f"{name}_value", value)]
    if isinstance(column, tuple):
        starts = np.concatenate(([0], np.cumsum([shifts.size for shifts in column]))).astype(np.int64)
        words = np.concatenate([np.zeros(0, np.uint64), *(shifts.ravel() for shifts in column)])
        return [(name, _lists(starts, pa.array(words)))]
    if column.ndim == 2:
        return [(name, pa.FixedSizeListArray.from_arrays(pa.array(column.ravel()), column.shape[1]))]
    return [(name, _texts(name, column) if column.dtype == object else pa.array(column))]


def _lists(starts: NDArray[Any], items: Any) -> Any:
    import pyarrow as pa

    return pa.LargeListArray.from_arrays(pa.array(starts.astype(np.int64)), items)


def _texts(name: str, column: NDArray[np.object_]) -> Any:
    """Texts, or whole numbers, and nothing else, which would come back as something else."""
    import pyarrow as pa

    for kind, kept_as in ((str, pa.string()), (int, pa.int64())):
        if all(type(item) is kind for item in column):
            try:
                return pa.array(list(column), type=kept_as)
            except (OverflowError, pa.ArrowInvalid):
                break
    odd = sorted({type(item).__name__ for item in column})
    raise InputError(f"{name} holds {', '.join(odd)}: Parquet keeps texts, or whole numbers below 2^63; use one kind.")


def _read(table: Any, name: str, hint: Any, widths: dict[str, int]) -> Any:
    import pyarrow as pa

    if hint is csr_matrix:
        at, value = (table[f"{name}_{part}"].combine_chunks() for part in ("at", "value"))
        return csr_matrix((_items(value), _items(at), _starts(at)), shape=(table.num_rows, widths[name]))
    column = table[name].combine_chunks()
    if pa.types.is_large_list(column.type):
        weeks = _items(column).reshape(-1, WEEK_WORDS)
        return tuple(np.split(weeks, _starts(column)[1:-1] // WEEK_WORDS)) if table.num_rows else ()
    if pa.types.is_fixed_size_list(column.type):
        return _items(column).reshape(table.num_rows, column.type.list_size)
    if get_args(get_args(hint)[1])[0] is np.object_:
        return np.array(column.to_pylist(), dtype=object)
    return column.to_numpy(zero_copy_only=False)


def _items(column: Any) -> NDArray[Any]:
    items: NDArray[Any] = column.flatten().to_numpy()
    return items


def _starts(column: Any) -> NDArray[np.int64]:
    starts: NDArray[np.int64] = column.offsets.to_numpy()
    return starts - starts[:1]
