"""What cells say, worked out once for each text that stands in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.domain import Candidate, Vacancy
from matcher.errors import InputError
from matcher.importers.linking import Counted, Linker
from matcher.importers.tables import tidied
from matcher.store import row_values

__all__ = ["MOST_REMEMBERED", "Cells", "Group", "Remembered", "Values"]

Values = dict[str, Any]
Cells = str | tuple[str, ...]
"""The cell of a group of one column, or the cells of a group of several."""

# Judgement: a national file has some thousand ways of writing a week or an occupation. A column that differs from row
# to row is not to fill the memory, and gains nothing by being remembered.
MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Group:
    """Columns of a file whose cells are read together, and the fields of the record that they alone fill.

    Attributes
    ----------
    reads : tuple of str
    fills : tuple of str
    shortcut : callable
        Given the texts of the cells, and a linker that counts, the columns of the database without a record being made
        of them; None for cells that it leaves. It raises `InputError` for what cannot be read.
    foresee : callable
        Is told the texts of a block's first column before they are read.
    """

    reads: tuple[str, ...]
    fills: tuple[str, ...]
    shortcut: Callable[[Sequence[str], Linker], Values | None] = lambda _texts, _linker: None
    foresee: Callable[[Sequence[str]], None] | None = None


class Remembered(dict[Cells, Values | None]):
    """The columns of the database that a group's cells fill; None where they have to be read with their row.

    A look-up reads what was not read before. `counted` holds what the linker counts of some cells.
    """

    def __init__(self, group: Group, read: Callable[[Mapping[str, str]], Candidate | Vacancy], linker: Linker) -> None:
        super().__init__()
        self.group = group
        self.counted: dict[Cells, tuple[Counted, ...]] = {}
        self._read, self._linker = read, linker

    def __missing__(self, cells: Cells) -> Values | None:
        values = self[cells] = self._values(cells)
        said = self._linker.forget()
        if said:
            self.counted[cells] = said
        return values

    def begin(self, cells: Sequence[Cells]) -> None:
        """Make ready for the cells of a block; begin anew where there is too much to remember."""
        if len(self) > MOST_REMEMBERED:
            self.clear()
            self.counted.clear()
        if self.group.foresee is not None:
            self.group.foresee([tidied(one if isinstance(one, str) else one[0]) for one in cells])

    def _values(self, cells: Cells) -> Values | None:
        texts = [tidied(cell).strip() for cell in ((cells,) if isinstance(cells, str) else cells)]
        try:
            values = self.group.shortcut(texts, self._linker)
            if values is None:
                self._linker.forget()
                values = self._of_record(texts)
        except InputError:
            return None
        return values

    def _of_record(self, texts: Sequence[str]) -> Values | None:
        record = self._read({"id": "-", **dict(zip(self.group.reads, texts, strict=True))})
        beyond = record.model_fields_set.difference(self.group.fills, ("id",))
        if any(getattr(record, name) != type(record).model_fields[name].default for name in beyond):
            return None  # more than the group may say
        return row_values(record, self.group.fills)
