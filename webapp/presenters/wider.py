"""Longer journeys offered with their counts where little is found, read off the changes that the ranking tried."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.domain import Candidate, Ranking
from matcher.explanation.efforts import LONGER_JOURNEYS

__all__ = ["FEW", "WiderJourney", "wider_journeys"]

FEW = 5
"""Judgement: with fewer matches than this there is hardly a choice."""

_MINUTES = {effort: minutes for minutes, effort in LONGER_JOURNEYS.items()}


@dataclass(frozen=True, slots=True)
class WiderJourney:
    """Some minutes more each way, the limit that makes, and how many vacancies it opens."""

    more_minutes: int
    limit_minutes: int
    opens: int


def wider_journeys(candidate: Candidate, ranking: Ranking) -> list[WiderJourney]:
    """Longer journeys that open anything, the least longer first; none where enough is found without."""
    return sorted(_opening(candidate, ranking), key=lambda one: one.more_minutes) if _is_little(ranking) else []


def _is_little(ranking: Ranking) -> bool:
    return len(ranking.matches) < FEW


def _opening(candidate: Candidate, ranking: Ranking) -> Iterator[WiderJourney]:
    limit = candidate.max_travel_minutes
    for effect in ranking.changes:
        if limit is not None and effect.opens and effect.change.fields == ("max_travel_minutes",):
            more = _MINUTES[effect.change.effort_weeks]
            yield WiderJourney(more, limit + more, effect.opens)
