"""One sentence a feature, read off what was scored."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from matcher.domain import Contract, Contribution, PlaceKind, SkillSplit
from matcher.domain.week import shift_labels
from matcher.explanation.context import BY_MODE, Pair
from matcher.explanation.skills import split_needs
from matcher.scoring import FEATURES, Model
from matcher.scoring.block import Floats
from matcher.scoring.needs import CARE_SECTORS

__all__ = ["contributions", "listed"]

_CONTRACTS = {
    Contract.PERMANENT: "Permanent contract.",
    Contract.FIXED_TERM: "Fixed-term contract.",
    Contract.BANK: "Bank work: no hours are promised.",
    Contract.ZERO_HOURS: "Zero-hours contract: no hours are promised.",
    Contract.APPRENTICESHIP: "Apprenticeship: paid while learning, for a fixed time.",
}

_USUALLY = "is usually asked for in such work (the advert does not say)"
_AVERAGE_AFFINITY, _ABOUT_AVERAGE = 0.5, 0.1


def contributions(pair: Pair, model: Model) -> tuple[Contribution, ...]:
    """Points and sentence of every feature, in the order they are added up; they sum to the score."""
    made = []
    for name in FEATURES:
        value, low, high, known = pair.feature(name)
        weight = model.weights[name]
        made.append(Contribution(name, value, weight, weight * value, known, _REASONS[name](pair), low, high))
    return tuple(made)


def listed(names: Sequence[str], *, most: int = 4) -> str:
    """``a, b and c``; beyond `most`, the rest as a number."""
    shown = list(names[:most]) + ([f"{len(names) - most} more"] if len(names) > most else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _essential(pair: Pair) -> str:
    return _skills(pair, "essential", pair.vacancy.essential_skills is not None)


def _optional(pair: Pair) -> str:
    if pair.vacancy.optional_skills == ():
        return "No further skills are asked for."
    return _skills(pair, "optional", pair.vacancy.optional_skills is not None)


def _skills(pair: Pair, kind: str, stated: bool) -> str:
    split = split_needs(pair, kind)
    n_needs = len(split.held) + len(split.near) + len(split.missing)
    if not n_needs:
        return f"The advert names no {kind} skills and its kind of work is not recognised."
    source = "" if stated else f" The advert does not say; these are usual for {pair.occupation_label}."
    if pair.vacancy.unlinked_skills:
        source += f" Not recognised in the advert, and not counted: {listed(pair.vacancy.unlinked_skills)}."
    if pair.candidate.skills is None:
        near = f" Former work usually brings {listed([s.needs for s in split.near])}." if split.near else ""
        return f"Nobody has asked about skills yet; {n_needs} {kind} skills are wanted.{near}{source}"
    more = "" if pair.pairs.candidates.background_known[pair.row] else " Asking about all former work may add to this."
    return f"{_coverage_sentence(split, n_needs, kind)}{more}{source}"


def _coverage_sentence(split: SkillSplit, n_needs: int, kind: str) -> str:
    parts = [f"Has {len(split.held)} of {n_needs} {kind} skills"]
    if split.held:
        parts[0] += f": {listed(split.held)}"
    if split.near:
        parts.append("partly " + listed([f"{s.needs} ({s.has})" for s in split.near], most=3))
    if split.missing:
        parts.append(f"not mentioned: {listed(split.missing)}")
    return "; ".join(parts) + "."


def _travel(pair: Pair) -> str:
    if math.isnan(pair.minutes):
        who = "person" if pair.candidate.place is None else "vacancy"
        return f"The {who}'s place is not known, so the journey is not either."
    if bool(pair.pairs.vacancies.live_in[pair.column]):
        return "Live-in work: no daily journey."
    edge = " to the nearest edge of the round" if pair.pairs.vacancies.radius_km[pair.column] > 0 else ""
    way = BY_MODE.get(pair.candidate.travel_mode) if pair.candidate.travel_mode else None
    assumed = way or "by the usual means (nobody has asked how they travel)"
    vague = " One place is known only by its district." if _is_vague(pair) else ""
    return f"About {pair.minutes:.0f} minutes {assumed}, {pair.distance_km:.1f} km in a straight line{edge}.{vague}"


def _is_vague(pair: Pair) -> bool:
    """Whether a home or a site is known only by its district; a round is an area by nature."""
    is_round = pair.vacancy.place_kind == PlaceKind.ROUND
    places = (pair.candidate.place, None if is_round else pair.vacancy.place)
    return any(place is not None and place.is_vague for place in places)


def _shifts(pair: Pair) -> str:
    return f"{_when(pair)} {_how_many_hours(pair)}"


def _when(pair: Pair) -> str:
    person, work = pair.candidate, pair.vacancy
    if not (work.shifts_all_required or work.shifts_any_of):
        return "The advert does not say which shifts."
    if person.shifts is None:
        return "Nobody has asked which shifts suit."
    share = min(_at(pair, pair.scored.rota.required_share), _at(pair, pair.scored.rota.any_share))
    names = _shift_names(pair)
    return f"Can work {'all' if share >= 1 else f'{share:.0%}'} of what the rota needs ({names})."


def _shift_names(pair: Pair) -> str:
    labels = shift_labels()
    shifts = (pair.vacancy.shifts_all_required or ()) + (pair.vacancy.shifts_any_of or ())
    return listed(list(dict.fromkeys(labels.get(shift.name, shift.window) for shift in shifts)))


def _how_many_hours(pair: Pair) -> str:
    person, work = pair.candidate, pair.vacancy
    offered, wanted = _range(work.hours_min, work.hours_max), _range(person.hours_min, person.hours_max)
    promised = f", {work.guaranteed_hours:g} guaranteed" if work.guaranteed_hours is not None else ""
    if not offered:
        return "Hours a week are not stated."
    said = f"{offered[0].upper()}{offered[1:]} hours a week{promised}"
    return f"{said}; {wanted or 'nobody has asked how many are'} wanted."


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"{low:g}" if low == high else f"{low:g} to {high:g}"
    if low is None and high is None:
        return ""
    return f"at least {low:g}" if high is None else f"at most {high:g}"


def _contract(pair: Pair) -> str:
    kind = pair.vacancy.contract
    return _CONTRACTS[kind] if kind else "The kind of contract is not stated."


def _prior_sector(pair: Pair) -> str:
    terms, sectors = pair.taxonomy, pair.taxonomy.prior_sectors
    occupation = terms.occupations.get(pair.candidate.prior_occupation or "")
    names = {*(pair.candidate.prior_sector or ()), occupation.prior_sector if occupation else ""} & set(sectors)
    if not names:
        return "Nobody has asked where they worked or cared before."
    said = listed([sectors[name].plain for name in sorted(names)])
    background = said[0].upper() + said[1:]
    if CARE_SECTORS & names or any(sectors[name].kind != "industry" for name in names):
        return f"{background}; what was learnt there counts."
    return f"{background}; people from there move into care {_how_often(pair)}."


def _how_often(pair: Pair) -> str:
    ahead = float(pair.pairs.candidates.affinity[pair.row]) - _AVERAGE_AFFINITY
    if abs(ahead) < _ABOUT_AVERAGE:
        return "about as often as from elsewhere"
    return "more often than from elsewhere" if ahead > 0 else "less often than from elsewhere"


def _experience(pair: Pair) -> str:
    months, asked = pair.candidate.experience_months, pair.pairs.vacancies.experience_months[pair.column]
    asks = "is asked for" if pair.vacancy.experience_months is not None else _USUALLY
    if asked <= 0:
        return f"No experience {asks}."
    if months is None:
        return f"Experience of {_months(asked)} {asks}; nobody has asked how much there is."
    relevance = float(pair.pairs.candidates.relevance[pair.row])
    part = ", which count in part because they were not in care" if relevance < 1 and months else ""
    counted = "; nobody has asked where" if math.isnan(relevance) else part
    return f"{_months(months)} of experience{counted}. {_months(asked)} {asks.replace('is ', 'are ', 1)}."


def _months(number: float) -> str:
    return f"{number:g} month{'' if number == 1 else 's'}"


def _qualification(pair: Pair) -> str:
    asked = float(pair.pairs.vacancies.qualification_level[pair.column])
    asks = "is asked for" if pair.vacancy.qualification else _USUALLY
    if math.isnan(asked):
        return f"A qualification not known here is asked for: '{pair.vacancy.qualification}'."
    if asked <= 0:
        return f"No qualification {asks}."
    level = pair.pairs.candidates.qualification_level[pair.row]
    if math.isnan(level):
        return f"Level {asked:g} {asks}; nobody has asked about qualifications, or those named are not known here."
    held = f"Holds the equal of level {level:g} for care" if level > 0 else "Holds no level for care yet"
    return f"{held}; level {asked:g} {asks}."


def _pay(pair: Pair) -> str:
    needed, offered = pair.candidate.pay_min_gbp_per_hour, pair.pairs.vacancies.pay[pair.column]
    if math.isnan(offered):
        return "Pay is not stated as an hourly rate."
    rate = f"{'Up to' if pair.pairs.vacancies.pay_capped[pair.column] else 'From'} £{offered:.2f} an hour"
    if needed is None:
        return f"{rate}; nobody has asked what pay is needed."
    verdict = "at least" if offered >= needed else "less than"
    return f"{rate}, {verdict} the £{needed:.2f} needed."


def _text(pair: Pair) -> str:
    value, _, _, known = pair.feature("text")
    if not known:
        return "There is no description of the person, or of the work, to compare."
    likeness = "much" if value >= 0.6 else "something" if value >= 0.2 else "little"
    return f"What they say about themselves and the advert have {likeness} in common."


def _at(pair: Pair, array: Floats) -> float:
    return float(array[pair.row, pair.column])


_REASONS: Mapping[str, Callable[[Pair], str]] = MappingProxyType(
    {
        "essential_skills": _essential,
        "optional_skills": _optional,
        "travel": _travel,
        "shifts": _shifts,
        "contract": _contract,
        "prior_sector": _prior_sector,
        "experience": _experience,
        "qualification": _qualification,
        "pay": _pay,
        "text": _text,
    }
)
