"""The file of all lists: one table, Parquet or CSV, written chunk by chunk. Ids, scores and versions, no names.

=================== ====================================================================
``direction``       whose list: ``candidate`` or ``vacancy``
``id``              of whom or of what
``rank``            from 1, best first
``other``           id of the vacancy or candidate at that rank
``score``           float32, 0 to 100
``engine_version``  of carematch
``model``           by whose weights
``as_of``           the day it was judged on
=================== ====================================================================

Lists stand in the order of ids, those of candidates first. The last three are the same in every row, and in Parquet in
the metadata of the schema too, with k: ``engine_version``, ``model``, ``as_of``, ``k``, each under ``carematch.``.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.batch.durable import write_whole
from matcher.batch.mark import Mark
from matcher.batch.merging import Entries, ranks_of
from matcher.errors import FileError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CANDIDATE", "VACANCY", "Chunk", "check_output", "write_lists"]

CANDIDATE, VACANCY = "candidate", "vacancy"
_OTHER = {CANDIDATE: VACANCY, VACANCY: CANDIDATE}

Chunk = tuple[str, Entries]
"""Whole lists of one direction, in order."""


class _Writer(Protocol):
    """What writes a table batch by batch."""

    def write_batch(self, batch: "pa.RecordBatch") -> None:
        """Write some rows."""
        ...


_Opened = AbstractContextManager[_Writer]


def check_output(output: Path) -> None:
    """Refuse a file that cannot be written, before anybody is matched.

    Raises
    ------
    FileError
        It is a folder, its ending is neither ``.parquet`` nor ``.csv``, or its folder is missing.
    """
    if output.is_dir():
        raise FileError(f"{output} is a folder: name a file in it, such as {output / 'matches.parquet'}.")
    if output.suffix.lower() not in _OPENERS:
        raise FileError(f"{output} ends in neither .parquet nor .csv: give it the ending of what it should be.")
    if not output.absolute().parent.is_dir():
        raise FileError(f"{output.parent} is no folder: make it, or name another --output.")


def write_lists(
    output: Path,
    chunks: Iterator[Chunk],
    ids: Mapping[str, NDArray[np.object_]],
    mark: Mark,
    drafted_in: Path | None = None,
) -> int:
    """Write all lists into a file that is there whole or not at all; how many rows.

    Parameters
    ----------
    ids : mapping
        By direction the ids, (n,) object, that its numbers stand for.
    drafted_in : Path, optional
        The folder in which it is written before it takes its place.
    """
    import pyarrow as pa

    named = {direction: pa.array(names, pa.string()) for direction, names in ids.items()}
    n_rows = 0

    def write(file: IO[bytes]) -> None:
        nonlocal n_rows
        with _OPENERS[output.suffix.lower()](file, _schema(mark)) as writer:
            for direction, entries in chunks:
                writer.write_batch(_batch(direction, entries, named, mark))
                n_rows += len(entries.whose)

    write_whole(output, write, beside=drafted_in)
    return n_rows


def _schema(mark: Mark) -> "pa.Schema":
    import pyarrow as pa

    said = {"engine_version": mark.version, "model": mark.model, "as_of": mark.as_of, "k": str(mark.k)}
    return pa.schema(
        [
            ("direction", pa.string()),
            ("id", pa.string()),
            ("rank", pa.int32()),
            ("other", pa.string()),
            ("score", pa.float32()),
            ("engine_version", pa.string()),
            ("model", pa.string()),
            ("as_of", pa.date32()),
        ],
        metadata={f"carematch.{name}": value for name, value in said.items()},
    )


def _batch(direction: str, entries: Entries, ids: dict[str, "pa.Array"], mark: Mark) -> "pa.RecordBatch":
    import pyarrow as pa

    n = len(entries.whose)
    columns = [
        pa.repeat(direction, n),
        ids[direction].take(pa.array(entries.whose)),
        pa.array(ranks_of(entries.whose)),
        ids[_OTHER[direction]].take(pa.array(entries.other)),
        pa.array(entries.score.astype("float32")),
        pa.repeat(mark.version, n),
        pa.repeat(mark.model, n),
        pa.repeat(date.fromisoformat(mark.as_of), n),
    ]
    return pa.record_batch(columns, schema=_schema(mark))


def _open_parquet(file: IO[bytes], schema: "pa.Schema") -> _Opened:
    from pyarrow import parquet

    writer: _Opened = parquet.ParquetWriter(file, schema, compression="zstd")
    return writer


def _open_csv(file: IO[bytes], schema: "pa.Schema") -> _Opened:
    from pyarrow import csv

    writer: _Opened = csv.CSVWriter(file, schema, write_options=csv.WriteOptions(quoting_style="needed"))
    return writer


_OPENERS: dict[str, Callable[[IO[bytes], Any], _Opened]] = {
    ".parquet": _open_parquet,
    ".csv": _open_csv,
}
