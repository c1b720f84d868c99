"""What is asked of a run, who watches it, and what it gives back."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

__all__ = ["Request", "Summary", "Watcher"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes
    ----------
    output : Path
        A file that ends in ``.parquet`` or ``.csv``.
    k : int
    as_of : date
    scheduler : str or None
        The address of a Dask scheduler; None matches on this machine.
    part_size : int or None
        How many people are matched at a time; None leaves it to `part_size`.
    """

    output: Path
    k: int
    as_of: date
    scheduler: str | None = None
    part_size: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done: how many were matched, how many rows written, how many parts in all and kept from before.

    `seconds` are those of the whole run, `seconds_matching` those from the first part handed out to the last one kept.
    """

    output: str
    engine: dict[str, str]
    as_of: str
    k: int
    candidates: int
    vacancies: int
    rows: int
    parts: int
    parts_kept: int
    seconds: float
    seconds_matching: float

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


class Watcher(Protocol):
    """Whoever wants to know how far a run is."""

    def say(self, text: str) -> None:
        """A sentence for whoever waits."""
        ...

    def begin(self, n_parts: int, n_people: int) -> None:
        """How much there is to do in all."""
        ...

    def people(self, n: int) -> None:
        """So many more people are matched."""
        ...

    def parts(self, n: int) -> None:
        """So many more parts are kept."""
        ...
