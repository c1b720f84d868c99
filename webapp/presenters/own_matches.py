"""Vacancies as a jobseeker reads them: in one plain sentence why, how long it takes, and what to arrange first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.domain import Candidate, ChangeEffect, Gate, GateOutcome, Match, PlaceKind, Ranking, Vacancy, short_list
from matcher.explanation.explained import glances
from webapp import words
from webapp.presenters.matches import grouped_by_reason
from webapp.presenters.second_person import to_you

__all__ = [
    "OwnMatch",
    "journey_of",
    "not_now_line",
    "only_living_in",
    "opening_lines",
    "own_matches",
    "strength",
    "wider_journeys",
]

STRONG_FROM, GOOD_FROM = 70.0, 50.0
"""Judgement: from half of all points a vacancy is worth a look (as in what would lift a match), and from 70 most of
what was asked for is met or near. The same words stand beside the points on every page of a jobseeker's."""

_NEAR = 0.5
"""Judgement: a journey that keeps half of its points or more is short for this person."""

_MOST_NAMED = 2
_MOST_OPENING = 4
_FEW = 5
_OUT = {
    "place": "too far away",
    "shifts": "at times you cannot work",
    "driving_licence": "only with a driving licence",
    "vehicle": "only with a car",
    "vacancy_open": "not open now",
    "pay_floor": "held until the pay is put right",
    "registration": "for registered people only",
    "right_to_work": "closed by your right to work",
    "min_age": "for older people",
}


@dataclass(frozen=True, slots=True)
class OwnMatch:
    """A match and its vacancy, with the sentences that a card shows; `warning` is for the person alone."""

    match: Match
    vacancy: Vacancy
    strength: str
    why: str
    journey: str
    arrange: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class WiderJourney:
    """A longer journey, and how many more vacancies it brings within reach."""

    minutes: int
    n_more: int


def own_matches(
    matches: Iterable[Match], vacancies: Mapping[str, Vacancy], person: Candidate, ceiling_gbp: float | None = None
) -> list[OwnMatch]:
    """Matches of a person as cards, in their order."""
    has_told = any(known is not None for known in (person.skills, person.prior_sector, person.prior_occupation))
    return [_own(match, vacancies[match.vacancy], ceiling_gbp, has_told=has_told) for match in matches]


def strength(score: float) -> str:
    """The word for a score."""
    return "Strong match" if score >= STRONG_FROM else "Good match" if score >= GOOD_FROM else "Possible match"


def not_now_line(ranking: Ranking) -> str:
    """Everything that is out for now in one line; empty where nothing is."""
    if not ranking.not_now:
        return ""
    groups = [f"{len(group.entries)} {_OUT.get(group.gate, 'for other reasons')}" for group in
              grouped_by_reason(ranking.not_now)]  # fmt: skip
    n = len(ranking.not_now)
    return f"{n} more {'vacancy is' if n == 1 else 'vacancies are'} not for now: {', '.join(groups)}."


def only_living_in(ranking: Ranking, vacancies: Iterable[Vacancy]) -> bool:
    """Whether all that can be considered is to live where the work is, so that nothing is within a daily journey."""
    out = {glance.vacancy for glance in glances(ranking.not_now)}
    left = [vacancy for vacancy in vacancies if vacancy.id not in out]
    return bool(left) and all(vacancy.place_kind == PlaceKind.LIVE_IN for vacancy in left)


def opening_lines(ranking: Ranking) -> list[str]:
    """What would open more, a line each: at most four, because more is not read on a telephone."""
    effects = short_list(ranking.changes, _MOST_OPENING + 1)
    return [_opening(effect) for effect in effects][:_MOST_OPENING]


def wider_journeys(ranking: Ranking, limit: int | None) -> list[WiderJourney]:
    """Longer journeys with how many vacancies each opens, where few are within reach; none that adds nothing."""
    if limit is None or len(ranking.matches) >= _FEW:
        return []
    journeys = (effect for effect in ranking.changes if effect.change.fields == ("max_travel_minutes",))
    longer = [WiderJourney(limit + _minutes_more(effect), effect.opens) for effect in journeys if effect.opens]
    return sorted(longer, key=lambda journey: journey.minutes)


def journey_of(match: Match, vacancy: Vacancy) -> str:
    """How long it takes to get there."""
    if vacancy.place_kind == PlaceKind.LIVE_IN:
        return "You live in: no daily journey"
    if match.travel_minutes is None:
        return "Journey not known"
    return f"{words.minutes(match.travel_minutes)} each way"


def _own(match: Match, vacancy: Vacancy, ceiling_gbp: float | None, *, has_told: bool) -> OwnMatch:
    return OwnMatch(
        match=match,
        vacancy=vacancy,
        strength=strength(match.score),
        why=_why(match, vacancy, has_told=has_told),
        journey=journey_of(match, vacancy),
        arrange=_first_to_arrange(match.gates),
        warning=_past_ceiling(vacancy, ceiling_gbp),
    )


def _why(match: Match, vacancy: Vacancy, *, has_told: bool) -> str:
    """One sentence or two: the skills they bring, else what comes near, else where it is and what is not known."""
    n_held = len(match.skills.held)
    if n_held == 1:
        return f"You have a skill that it asks for: {match.skills.held[0]}."
    if n_held:
        named = ":" if n_held == _MOST_NAMED else ", such as"
        return f"You have {n_held} of the skills that it asks for{named} {_named(match.skills.held)}."
    if match.skills.near:
        near = _named([skill.needs for skill in match.skills.near])
        return f"What you have done comes close to what it asks for: {near}."
    return f"{_where(match, vacancy)} {_not_seen_yet(match, has_told=has_told)}"


def _where(match: Match, vacancy: Vacancy) -> str:
    if vacancy.place_kind == PlaceKind.LIVE_IN:
        return "You would live there, so you need not live near."
    value = {part.feature: part.value for part in match.contributions}
    is_near = value.get("travel", 0.0) >= _NEAR and match.travel_minutes is not None
    return "It is near you." if is_near else "You can be considered for it."


def _not_seen_yet(match: Match, *, has_told: bool) -> str:
    """Why no skill speaks for it: nothing was told, the advert names none, or those it names were not told."""
    if not has_told:
        return "Tell us what you have done to see how well it fits."
    if not match.skills.missing:
        return "It names no skills, so ask what the days are like."
    return "None of the skills it asks for is among those we know you have yet."


def _named(names: Sequence[str]) -> str:
    return " and ".join(names[:_MOST_NAMED])


def _first_to_arrange(gates: Collection[Gate]) -> str:
    """What somebody has to see to first: what is known to be lacking, else what is needed and was not yet asked."""
    lacking = [gate for gate in gates if gate.outcome is GateOutcome.FIXABLE]
    unasked = [gate for gate in gates if gate.outcome is GateOutcome.UNKNOWN and gate.days is not None]
    return _said_shortly((lacking or unasked)[0]) if lacking or unasked else ""


def _said_shortly(gate: Gate) -> str:
    """How long it usually takes and who usually pays; the page of the vacancy says the rest."""
    if gate.days is None or gate.paid_by is None:
        return to_you(gate.reason)
    who = "you or the employer usually pay" if "person" in gate.paid_by else f"the {gate.paid_by} usually pays"
    return f"{words.gate_name(gate.gate)}, once you have an offer: about {gate.days} days, and {who}."


def _opening(effect: ChangeEffect) -> str:
    what = effect.change.what[:1].upper() + effect.change.what[1:]
    opens = f"opens {effect.opens} more" if effect.opens else ""
    lifts = f"makes {effect.lifts} a better match" if effect.lifts else ""
    return f"{what}: {' and '.join(filter(None, (opens, lifts)))}."


def _minutes_more(effect: ChangeEffect) -> int:
    return int(effect.change.what.split(maxsplit=1)[0])


def _past_ceiling(vacancy: Vacancy, ceiling_gbp: float | None) -> str:
    """The line that warns of a person's own weekly ceiling; nothing where the hours or the pay are not stated."""
    hours = vacancy.hours_max or vacancy.hours_min or vacancy.guaranteed_hours
    pay = vacancy.pay_max_gbp_per_hour or vacancy.pay_min_gbp_per_hour
    if ceiling_gbp is None or not hours or not pay or hours * pay <= ceiling_gbp:
        return ""
    return f"At {hours:g} hours a week this could pay £{hours * pay:.0f}, above your own ceiling of £{ceiling_gbp:.0f}."
