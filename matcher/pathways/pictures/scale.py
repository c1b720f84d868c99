"""Weeks on paper: where a week lies, and which of them are marked."""

from dataclasses import dataclass
from math import ceil

__all__ = ["Scale", "Tick", "ticks_of"]

_MONTH, _YEAR = 52 / 12, 52.0
_MOST_TICKS = 8
"""Judgement: so many numbers stand apart at the width of a telephone."""

_PACES = (
    *(("Weeks", 1.0, n) for n in (1, 2)),
    *(("Months", _MONTH, n) for n in (1, 2, 3, 6)),
    *(("Years", _YEAR, n) for n in (1, 2, 5)),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Weeks from 0 to `weeks` between two places across."""

    weeks: float
    left: float
    right: float

    def x(self, week: float) -> float:
        """Where a week lies; one before or beyond the scale lies at its end."""
        return self.left + (self.right - self.left) * min(1.0, max(0.0, week / self.weeks))


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale and its number."""

    week: float
    label: str


def ticks_of(weeks: float) -> tuple[str, tuple[Tick, ...]]:
    """The unit to count in, and the marks from 0 to `weeks`: the finest of weeks, months and years that has room."""
    name, length, pace = next(
        (each for each in _PACES if weeks / (each[1] * each[2]) < _MOST_TICKS),
        ("Years", _YEAR, ceil(weeks / _YEAR / (_MOST_TICKS - 1))),
    )
    n_ticks = int(weeks / (length * pace) + 1e-9) + 1
    return name, tuple(Tick(number * length * pace, str(number * pace)) for number in range(n_ticks))
