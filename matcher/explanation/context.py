"""One scored pair with what its sentences are read off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.domain import Candidate, GateOutcome, TravelMode, Vacancy
from matcher.scoring import Feature, Pairs, Scored
from matcher.scoring.gates import Outcomes
from matcher.taxonomy import Taxonomy

__all__ = ["BY_MODE", "Pair", "spoken_day"]

BY_MODE = {
    TravelMode.WALK: "on foot",
    TravelMode.CYCLE: "by bicycle",
    TravelMode.BUS: "by bus",
    TravelMode.CAR: "by car",
}


_OUTCOMES = tuple(GateOutcome)


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate and a vacancy at their places in a scored block.

    The sentences of an explanation read the numbers of the block; they never compute a feature again.
    """

    candidate: Candidate
    vacancy: Vacancy
    pairs: Pairs
    scored: Scored
    outcomes: Mapping[str, Outcomes]
    row: int
    column: int
    taxonomy: Taxonomy
    as_of: date

    def feature(self, name: str) -> tuple[float, float, float, bool]:
        """Value, low, high and known of one feature of this pair."""
        feature: Feature = self.scored.features[name]
        at = self.row, self.column
        low, high = float(feature.low[at]), float(feature.high[at])
        return float(feature.value[at]), low, high, low == high  # as `Feature.known`, which looks at the whole block

    def outcome(self, gate: str) -> GateOutcome:
        """Outcome of one gate of this pair."""
        return _OUTCOMES[int(self.outcomes[gate][self.row, self.column])]

    @property
    def distance_km(self) -> float:
        """Straight-line kilometres, NaN where a place is unknown."""
        return float(self.scored.journey.km[self.row, self.column])

    @property
    def minutes(self) -> float:
        """Minutes from door to door, NaN where a place is unknown."""
        return float(self.scored.journey.minutes[self.row, self.column])

    @property
    def occupation_label(self) -> str:
        """What the work is called, for sentences."""
        occupation = self.taxonomy.occupations.get(self.vacancy.occupation or "")
        return occupation.label if occupation else "this work"


def spoken_day(day: date) -> str:
    """A day as it is said: ``22 November 2026``."""
    return f"{day.day} {day:%B %Y}"
