"""Rows read column by column, so that what many rows say alike is read once.

The reading is that of a row by itself. Columns whose cells bear on one another form a group. A group's cells are read
as a row that has nothing else, by the same readers and under the record's own checks, and the columns of the database
that come of it are kept for the next row with the same cells; a row is what its groups say. Whatever is refused so, or
says more than its group may, is left to be read as the row that it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from matcher.domain import Candidate, Vacancy
from matcher.errors import InputError, RowError
from matcher.importers.fields import is_blank, read_text
from matcher.importers.linking import Counted, Linker
from matcher.importers.remembered import Cells, Group, Remembered, Values
from matcher.importers.row_blocks import Block
from matcher.importers.tables import tidied
from matcher.store import row_values

__all__ = ["Columnwise", "Plain", "in_groups", "plain_text"]

Plain = Callable[[str], str | None]

# What `Candidate.id` and `Vacancy.id` take.
_LONGEST_ID = 200


class Columnwise:
    """Reads blocks of rows.

    Parameters
    ----------
    read : callable
        Reads one row as a record, linking names with the linker given; raises `InputError` where it cannot.
    linker : Linker
        Counts the names that could not be linked.
    groups : sequence of Group
        Each column that `read` takes is in one of them, or in `plain`.
    plain : mapping of str to callable
        Columns that differ from row to row, whose tidied text stands in the database as the callable gives it.
    """

    def __init__(
        self,
        read: Callable[[Mapping[str, str], Linker], Candidate | Vacancy],
        linker: Linker,
        groups: Sequence[Group],
        plain: Mapping[str, Plain],
    ) -> None:
        scout = Linker(linker.taxonomy)

        def alone(row: Mapping[str, str]) -> Candidate | Vacancy:
            return read(row, scout)

        self._linker = linker
        self._blank = row_values(alone({"id": "-"})) | dict.fromkeys(plain)
        self._groups = [Remembered(group, alone, scout) for group in groups]
        self._plain = {"id": _identifier, **plain}

    def read(self, keys: Sequence[str], block: Block) -> Iterator[Values | None]:
        """The columns that each row of a block fills; None for a row that has to be read by itself, there and then."""
        columns = _columns(keys, block)
        counted: dict[int, list[Counted]] = {}
        parts = [self._said_plainly(columns)]
        parts += [
            _said(group, columns, counted) for group in self._groups if not columns.keys().isdisjoint(group.group.reads)
        ]
        for place, said in enumerate(zip(*parts, strict=True)):
            if None in said:
                yield None
            else:
                self._linker.count(counted.get(place, ()))
                yield self._joined(cast("tuple[Values, ...]", said))

    def _joined(self, parts: Iterable[Values]) -> Values:
        values = self._blank.copy()
        for part in parts:
            values |= part
        return values

    def _said_plainly(self, columns: Mapping[str, Sequence[str]]) -> list[Values | None]:
        """What the plain columns of each row say; None where the row has to be read by itself."""
        readers = [(name, read) for name, read in self._plain.items() if name in columns]

        def said(cells: Sequence[str]) -> Values | None:
            try:
                return {name: read(tidied(cell).strip()) for (name, read), cell in zip(readers, cells, strict=True)}
            except InputError:
                return None

        return [said(cells) for cells in zip(*(columns[name] for name, _ in readers), strict=True)]


def _columns(keys: Sequence[str], block: Block) -> dict[str, tuple[str, ...]]:
    """The cells of a block by column; a row that does not fit the header is blank, and so has no id."""
    blank = [""] * len(keys)
    fits = (
        cells if len(cells) == len(keys) and place not in block.faults else blank
        for place, cells in enumerate(block.rows)
    )
    return dict(zip(keys, zip(*fits, strict=True), strict=bool(block.rows)))


def _said(
    group: Remembered, columns: Mapping[str, Sequence[str]], counted: dict[int, list[Counted]]
) -> list[Values | None]:
    """What the cells of a group say in each row; None where the row has to be read by itself."""
    blank = ("",) * len(next(iter(columns.values())))
    parts = [columns.get(name, blank) for name in group.group.reads]
    cells: Sequence[Cells] = parts[0] if len(parts) == 1 else list(zip(*parts, strict=True))
    group.begin(cells)
    said = [group[key] for key in cells]
    if group.counted:
        for place, key in enumerate(cells):
            if key in group.counted:
                counted.setdefault(place, []).extend(group.counted[key])
    return said


def in_groups(columns: Iterable[str], together: Sequence[Group], plain: Iterable[str]) -> tuple[Group, ...]:
    """Groups of all columns: those that are read together, and one for each that is neither there nor plain."""
    told = {name for group in together for name in group.reads} | set(plain)
    return (*together, *(Group((name,), (name,)) for name in columns if name not in told))


def plain_text(text: str, read: Plain = read_text) -> str | None:
    """A cell of free text as `read_fields` takes it."""
    return None if is_blank(text) else read(text)


def _identifier(text: str) -> str:
    if 1 <= len(text) <= _LONGEST_ID:
        return text
    raise RowError("the row by itself says what is wrong with its id.")
