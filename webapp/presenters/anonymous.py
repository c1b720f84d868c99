"""The provider's view of a candidate: nothing in it tells who they are, where they live or what checks they hold.

Everything shown is put together here from a list of what may be shown: a code, bands, words for how strong a feature
is, and skills by the taxonomy's names. No sentence of the engine is passed on, because those hold exact figures. Points
are not shown either: a feature's points turn back into the distance they were made from, and so would a total beside
the points of everything else; so the total is rounded and features are words.
"""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.domain import Contribution, GateOutcome, Match, NotNow, Vacancy
from matcher.explanation.explained import Glance, glances

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = [
    "AnonymousMatch",
    "AnonymousNotNow",
    "NotNowCount",
    "Strength",
    "anonymous_match",
    "anonymous_not_now",
    "at_least",
    "codes",
    "distance_band",
    "minutes_band",
    "not_now_count",
]

# Letters and digits that are not taken for one another when read over the telephone (Crockford's base 32).
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 4

_DISTANCES_KM = ((2, "Under 2 km"), (5, "2 to 5 km"), (10, "5 to 10 km"), (20, "10 to 20 km"))
_MINUTES = ((15, "Under 15 minutes"), (30, "15 to 30 minutes"), (45, "30 to 45 minutes"), (60, "45 minutes to an hour"))

# Judgement: steps of five points are finer than the weights are sure of, and coarse enough to hide a distance.
_SCORE_STEP = 5

# Judgement: a provider that changes one must-have at a time reads of one person what the counts then differ by.
_COUNT_STEP = 5

# The journey is left out: its band is shown, and a second scale beside it would narrow it down. The contract and the
# words of the advert are the vacancy's own.
_SHOWN_FEATURES = (
    "essential_skills",
    "optional_skills",
    "shifts",
    "prior_sector",
    "experience",
    "qualification",
    "pay",
)
_STRENGTHS = ((0.75, "Strong"), (0.5, "Good"), (0.25, "Some"), (0.0, "Little"))

# Only conditions of the vacancy and the day; whoever is out by anything else, a matter of checks, is counted alone.
_SHOWN_BLOCKS = {
    "place": "The journey is longer than they can make.",
    "shifts": "The shifts do not fit the times they can work.",
    "vacancy_open": "The vacancy is not open on this day.",
    "pay_floor": "The vacancy is a draft until its pay is raised or explained.",
}

# What the codes of a vacancy hang on beside its id: asked anew, the same people go by other codes.
_ASKED = ("postcode", "area", "place", "dbs_level", "driving_licence", "vehicle", "registration", "min_age")


@dataclass(frozen=True, slots=True)
class Strength:
    """How a feature speaks for somebody, in one word."""

    feature: str
    word: str


@dataclass(frozen=True, slots=True)
class AnonymousMatch:
    """What a provider may see of a match before an introduction is agreed."""

    rank: int
    code: str
    score: int
    distance: str
    journey: str
    strengths: tuple[Strength, ...]
    held: tuple[str, ...]
    near: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnonymousNotNow:
    """What a provider may see of somebody who is out for now."""

    code: str
    because: str


@dataclass(frozen=True, slots=True)
class NotNowCount:
    """Those who are out for now: who may be listed, and how many others there are, down to the next step of five."""

    listed: tuple[Glance, ...]
    others: int
    step: int = _COUNT_STEP


def codes(key: str | bytes, vacancy: Vacancy, candidate_ids: Iterable[str]) -> dict[str, str]:
    """A code for each candidate that stays the same for this vacancy and differs for every other.

    A vacancy that moves, or changes a must-have, is another in this: what it shows before and after is not to be laid
    side by side.

    Codes are the first letters of a keyed hash, four, and as many more as tell the candidates of the vacancy apart.
    """
    secret = key.encode() if isinstance(key, str) else key
    about = repr([vacancy.id, *(getattr(vacancy, name) for name in _ASKED)])
    long_codes = {candidate: _long_code(secret, about, candidate) for candidate in candidate_ids}
    taken: dict[str, int] = {}
    for code in long_codes.values():
        taken[code[:_CODE_LENGTH]] = taken.get(code[:_CODE_LENGTH], 0) + 1
    return {
        candidate: code[:_CODE_LENGTH] if taken[code[:_CODE_LENGTH]] == 1 else code
        for candidate, code in long_codes.items()
    }


def anonymous_match(match: Match, code: str, taxonomy: "Taxonomy") -> AnonymousMatch:
    """A match as a provider may see it."""
    return AnonymousMatch(
        rank=match.rank,
        code=code,
        score=_SCORE_STEP * round(match.score / _SCORE_STEP),
        distance=distance_band(match.distance_km),
        journey=minutes_band(match.travel_minutes),
        strengths=_strengths(match.contributions),
        held=_skill_names(match.skills.held, taxonomy),
        near=_skill_names((near.needs for near in match.skills.near), taxonomy),
        missing=_skill_names(match.skills.missing, taxonomy),
    )


def anonymous_not_now(entry: NotNow, code: str) -> AnonymousNotNow | None:
    """Somebody who is out for now, as a provider may see it; None where that would tell of a check or of their age."""
    shown = _may_be_said([gate.gate for gate in entry.gates if gate.outcome is GateOutcome.BLOCKED])
    return AnonymousNotNow(code, shown) if shown else None


def not_now_count(entries: Sequence[NotNow]) -> NotNowCount:
    """Who of those that are out may be listed with a reason; all others are a number."""
    listed = tuple(glance for glance in glances(entries) if _may_be_said(glance.blocked))
    return NotNowCount(listed, at_least(len(entries) - len(listed)))


def _may_be_said(blocked: Iterable[str]) -> str:
    """The reason that may be told, of the gates that take somebody out; empty where none may."""
    return next((_SHOWN_BLOCKS[gate] for gate in blocked if gate in _SHOWN_BLOCKS), "")


def at_least(n_people: int) -> int:
    """A number of people down to the next step of five."""
    return n_people // _COUNT_STEP * _COUNT_STEP


def distance_band(distance_km: float | None) -> str:
    """A distance as one of five bands, or that it is not known."""
    return _band(distance_km, _DISTANCES_KM, "Over 20 km", "Distance not known")


def minutes_band(travel_minutes: float | None) -> str:
    """A journey as one of five bands, or that it is not known."""
    return _band(travel_minutes, _MINUTES, "Over an hour", "Journey not known")


def _band(value: float | None, bands: Sequence[tuple[int, str]], beyond: str, unknown: str) -> str:
    if value is None:
        return unknown
    return next((words for upper, words in bands if value < upper), beyond)


def _long_code(key: bytes, about: str, candidate_id: str) -> str:
    # The length in front keeps two pairs that run together alike from sharing a code.
    message = f"{len(about)}|{about}|{candidate_id}".encode()
    digest = hmac.new(key, message, hashlib.sha256).digest()
    return "".join(_ALPHABET[byte % 32] for byte in digest[:12])


def _strengths(contributions: Iterable[Contribution]) -> tuple[Strength, ...]:
    by_feature = {contribution.feature: contribution for contribution in contributions}
    shown = (by_feature[feature] for feature in _SHOWN_FEATURES if feature in by_feature)
    return tuple(Strength(contribution.feature, _word(contribution)) for contribution in shown)


def _word(contribution: Contribution) -> str:
    if not contribution.known:
        return "Not all known"
    return next(word for least, word in _STRENGTHS if contribution.value >= least)


def _skill_names(names: Iterable[str], taxonomy: "Taxonomy") -> tuple[str, ...]:
    """Names the taxonomy knows; anything else may be somebody's own words and stays out."""
    return tuple(str(skill) for skill in map(taxonomy.skill, names) if skill is not None)
