"""The file of a part: Arrow's, with one batch of entries of lists of candidates and one of lists of vacancies.

It is mapped into memory, not read: however many parts there are, only what is merged at a time is loaded.
"""

from pathlib import Path
from typing import IO, TYPE_CHECKING

from matcher.batch.merging import Entries

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["PartEntries", "is_whole", "read_entries", "write_entries"]

PartEntries = tuple[Entries, Entries]
"""Entries of the lists of candidates, and of the lists of vacancies."""

_COLUMNS, _N_BATCHES = Entries._fields, 2


def write_entries(file: IO[bytes], entries: PartEntries) -> None:
    """Write the file of a part."""
    import pyarrow as pa

    batches = [pa.record_batch([pa.array(column) for column in one], names=_COLUMNS) for one in entries]
    with pa.ipc.new_file(file, batches[0].schema) as writer:
        for batch in batches:
            writer.write_batch(batch)


def read_entries(path: Path) -> PartEntries:
    """What a file holds; its columns are mapped, and may not be written."""
    of_candidates, of_vacancies = _batches(path)
    return _entries(of_candidates), _entries(of_vacancies)


def _batches(path: Path) -> list["pa.RecordBatch"]:
    import pyarrow as pa

    reader = pa.ipc.open_file(pa.memory_map(str(path)))
    return [reader.get_batch(place) for place in range(reader.num_record_batches)]


def _entries(batch: "pa.RecordBatch") -> Entries:
    return Entries(*(column.to_numpy(zero_copy_only=True) for column in batch.columns))


def is_whole(path: Path) -> bool:
    """Whether a file can be read: a disk may have lost what it said it had."""
    import pyarrow as pa

    try:
        return len(_batches(path)) == _N_BATCHES
    except (pa.ArrowInvalid, OSError):
        return False
