"""What a model was learned from, in figures that name nobody."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.domain import Outcome
from matcher.learning.examples import Examples
from matcher.learning.referred import Fate, Referred
from matcher.scoring.model import FEATURES

__all__ = ["Sources", "describe_sources"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a model was learned from.

    Attributes
    ----------
    fingerprint : str
        SHA-256 of the outcomes, sorted, a line each (``candidate,vacancy,stage,date``): their order does not matter.
    as_of : date
        The day on which silence was judged, and after which nothing was read.
    n_rows, n_candidates, n_vacancies : int
        Outcomes read, and whose and with which they are among the pairs learned from.
    fates : mapping of Fate to int
        How many pairs had which fate.
    unknown : mapping of feature to share
        The share of pairs learned from for which a feature was not known.
    seed : int
        Of every split and sample.
    """

    fingerprint: str
    as_of: date
    n_rows: int
    n_candidates: int
    n_vacancies: int
    fates: Mapping[Fate, int]
    unknown: Mapping[str, float]
    seed: int

    def as_dict(self) -> dict[str, Any]:
        """The figures as they stand in ``metrics.json``."""
        return {
            "fingerprint": self.fingerprint,
            "as_of": self.as_of.isoformat(),
            "n_rows": self.n_rows,
            "n_candidates": self.n_candidates,
            "n_vacancies": self.n_vacancies,
            "pairs": {fate.value: self.fates.get(fate, 0) for fate in Fate},
            "unknown": dict(self.unknown),
            "seed": self.seed,
        }


def describe_sources(
    outcomes: Iterable[Outcome], referred: Referred, examples: Examples, as_of: date, seed: int
) -> Sources:
    """The figures of some outcomes and of what was read from them."""
    lines = sorted(_line(outcome) for outcome in outcomes)
    shares = (~examples.known).mean(axis=0)
    return Sources(
        hashlib.sha256("\n".join(lines).encode()).hexdigest(),
        as_of,
        len(lines),
        len({pair.candidate for pair in referred.pairs}),
        len({pair.vacancy for pair in referred.pairs}),
        referred.fates,
        {name: float(share) for name, share in zip(FEATURES, shares, strict=True)},
        seed,
    )


def _line(outcome: Outcome) -> str:
    return f"{outcome.candidate},{outcome.vacancy},{outcome.stage},{outcome.reached_on or ''}"
