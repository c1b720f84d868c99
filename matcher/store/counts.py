"""What became of the rows of one upsert."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Self

__all__ = ["Change", "Counts"]


class Change(Enum):
    """What became of one row, weakest first."""

    UNCHANGED = 0
    UPDATED = 1
    ADDED = 2

    def with_part(self, part: "Change") -> "Change":
        """What became of a row, given what became of a part kept elsewhere: a new part is a change to the row."""
        return Change.UPDATED if self is Change.UNCHANGED and part is not Change.UNCHANGED else self


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were new, changed or already so."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.added + other.added, self.updated + other.updated, self.unchanged + other.unchanged)

    @property
    def total(self) -> int:
        """All rows taken."""
        return self.added + self.updated + self.unchanged

    @classmethod
    def of(cls, changes: Iterable[Change]) -> Self:
        """Counts of single changes."""
        tally = Counter(changes)
        return cls(tally[Change.ADDED], tally[Change.UPDATED], tally[Change.UNCHANGED])
