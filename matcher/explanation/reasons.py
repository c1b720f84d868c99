"""One sentence a feature, read off what was scored: above 300 lines, because the ten are kept alike by eye."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from matcher.domain import Contract, Contribution, Shift, SkillSplit
from matcher.domain.week import shift_labels, week_mask
from matcher.explanation.context import Pair
from matcher.explanation.journeys import journey_sentence
from matcher.explanation.skills import SkillsMet
from matcher.scoring import FEATURES, Model
from matcher.scoring.block import Floats
from matcher.scoring.hours import UNPROMISED
from matcher.scoring.needs import (
    CARE_SECTORS,
    CARE_SUBJECTS,
    moving_sectors,
    qualification_subjects,
    usual_shifts,
)

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
_NEW, _IN_PART, _WELL = 0.1, 0.3, 0.6
"""Judgement: from these values on, what a sector teaches is said to carry over a little, in part, and well."""


def contributions(met: SkillsMet, model: Model) -> tuple[Contribution, ...]:
    """Points and sentence of every feature of a pair, in the order they are added up; they sum to the score."""
    pair = met.pair
    made = []
    for name in FEATURES:
        value, low, high, known = pair.feature(name)
        weight = model.weights[name]
        reason = _OF_SKILLS[name](met) if name in _OF_SKILLS else _REASONS[name](pair)
        made.append(Contribution(name, value, weight, weight * value, known, reason, low, high))
    return tuple(made)


def listed(names: Sequence[str], *, most: int = 4) -> str:
    """``a, b and c``; beyond `most`, the rest as a number."""
    shown = list(names[:most]) + ([f"{len(names) - most} more"] if len(names) > most else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _essential(met: SkillsMet) -> str:
    return _skills(met, "essential", met.pair.vacancy.essential_skills is not None)


def _optional(met: SkillsMet) -> str:
    if met.pair.vacancy.optional_skills == ():
        return "No further skills are asked for."
    return _skills(met, "optional", met.pair.vacancy.optional_skills is not None)


def _skills(met: SkillsMet, kind: str, stated: bool) -> str:
    pair, split = met.pair, met.split(kind)
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
    return f"{_coverage_sentence(split, n_needs, kind, met.counted_less(kind))}{more}{source}"


def _coverage_sentence(split: SkillSplit, n_needs: int, kind: str, less: Sequence[str]) -> str:
    parts = [f"Has {len(split.held)} of {n_needs} {kind} skills"]
    if split.held:
        parts[0] += f": {listed(split.held)}"
    parts += less
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
    return journey_sentence(pair)


def _shifts(pair: Pair) -> str:
    return f"{_when(pair)} {_how_many_hours(pair)}"


def _when(pair: Pair) -> str:
    work = pair.vacancy
    if not (work.shifts_all_required or work.shifts_any_of):
        return _usually_when(pair)
    if pair.candidate.shifts is None:
        return "Nobody has asked which shifts suit."
    return " ".join(filter(None, (_when_required(pair), _when_any(pair))))


def _when_required(pair: Pair) -> str:
    needed = pair.vacancy.shifts_all_required
    if not needed:
        return ""
    share = _at(pair, pair.scored.rota.required_share)
    return f"Can work {'all' if share >= 1 else f'{share:.0%}'} of what the rota needs ({_shift_names(needed)})."


def _when_any(pair: Pair) -> str:
    """Which of the shifts that will do they can work, and whether that is enough of them."""
    offered = pair.vacancy.shifts_any_of
    if not offered:
        return ""
    free, share = week_mask(pair.candidate.shifts or ()), _at(pair, pair.scored.rota.any_share)
    can = [shift for shift in offered if not shift.mask & ~free]
    said = f"Any of {_shift_names(offered)} will do"
    if not can:
        return f"{said}; they can work none of these."
    enough = "as many hours as are needed" if share >= 1 else f"{share:.0%} of the hours needed"
    return f"{said}; they can work {_shift_names(can)}, {enough}."


def _usually_when(pair: Pair) -> str:
    usual = usual_shifts(pair.vacancy, pair.taxonomy)
    if not usual:
        return "The advert does not say which shifts."
    said = f"The advert does not say which shifts; {_shift_names(usual)} are usual for {pair.occupation_label}"
    if pair.candidate.shifts is None:
        return f"{said}, and nobody has asked which suit."
    share = _at(pair, pair.scored.rota.usual_share)
    can = "none" if share <= 0 else "all" if share >= 1 else f"{share:.0%}"
    return f"{said}, and they can work {can} of these: ask, it is only an estimate."


def _shift_names(shifts: Sequence[Shift]) -> str:
    labels = shift_labels()
    said = (labels.get(shift.name) or shift.window for shift in shifts)
    return listed(list(dict.fromkeys(said)))


def _how_many_hours(pair: Pair) -> str:
    person, work = pair.candidate, pair.vacancy
    offered, wanted = _range(work.hours_min, work.hours_max), _range(person.hours_min, person.hours_max)
    promised = f", {work.guaranteed_hours:g} guaranteed" if work.guaranteed_hours is not None else ""
    if work.guaranteed_hours is None and work.contract in UNPROMISED:
        promised = ", none of them guaranteed"
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
    if not names and pair.candidate.prior_sector is not None:
        return "Has not worked, cared or volunteered before."
    if not names:
        return "Nobody has asked where they worked or cared before."
    said = listed([sectors[name].plain for name in sorted(names)])
    background = said[0].upper() + said[1:]
    moving = set(moving_sectors(names, terms))
    if not moving:
        return f"{background}; that moves no points here, and the skills it brings count like anybody's."
    if CARE_SECTORS & names or any(sectors[name].kind != "industry" for name in moving):
        return f"{background}; what was learnt there counts, and {_how_much(pair)}."
    return f"{background}; people from there move into care {_how_often(pair)}, and {_how_much(pair)}."


def _how_often(pair: Pair) -> str:
    ahead = float(pair.pairs.candidates.affinity[pair.row]) - _AVERAGE_AFFINITY
    if abs(ahead) < _ABOUT_AVERAGE:
        return "about as often as from elsewhere"
    return "more often than from elsewhere" if ahead > 0 else "less often than from elsewhere"


def _how_much(pair: Pair) -> str:
    """How far what a sector teaches goes in this kind of work, said of the work and never against the sector."""
    family = int(pair.pairs.vacancies.family[pair.column])
    if family < 0:
        return "how much of it carries over depends on the kind of work, which the advert does not say"
    work = list(pair.taxonomy.role_families.values())[family].plain
    carried = float(pair.pairs.candidates.carry_over[pair.row, family])
    if carried < _NEW:
        return f"{work} would be new to them"
    if carried < _IN_PART:
        return f"something of what it teaches carries over to {work}"
    return f"what it teaches carries over {'well' if carried >= _WELL else 'in part'} to {work}"


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
    subject = int(pair.pairs.vacancies.qualification_subject[pair.column])
    level = pair.pairs.candidates.qualification_levels[pair.row, subject]
    if math.isnan(level):
        return f"Level {asked:g} {asks}; nobody has asked about qualifications, or those named are not known here."
    what = "for care" if qualification_subjects(pair.taxonomy)[subject] in CARE_SUBJECTS else "for this"
    held = f"Holds what counts as level {level:g} {what}" if level > 0 else f"Holds nothing that counts {what} yet"
    return f"{held}; level {asked:g} {asks}."


def _pay(pair: Pair) -> str:
    needed, work = pair.candidate.pay_min_gbp_per_hour, pair.pairs.vacancies
    least, most = float(work.pay_low[pair.column]), float(work.pay[pair.column])
    if math.isnan(most):
        return "Pay is not stated as an hourly rate."
    rate = _rate(pair, least, most)
    if needed is None:
        return f"{rate}; nobody has asked what pay is needed."
    if least < needed <= most:
        return f"{rate}; the £{needed:.2f} needed lies between, and who is new starts low."
    return f"{rate}, {'at least' if least >= needed else 'less than'} the £{needed:.2f} needed."


def _rate(pair: Pair, least: float, most: float) -> str:
    if least < most:
        return f"£{least:.2f} to £{most:.2f} an hour"
    work = pair.pairs.vacancies
    floored, capped = bool(work.pay_floored[pair.column]), bool(work.pay_capped[pair.column])
    return f"{'' if floored and capped else 'From ' if floored else 'Up to '}£{most:.2f} an hour"


def _text(pair: Pair) -> str:
    value, _, _, known = pair.feature("text")
    if not known:
        missing = [] if (pair.candidate.about or "").strip() else ["of the person"]
        missing += [] if pair.pairs.vacancies.described[pair.column] else ["of the work"]
        there_is = f"is no description {' or '.join(missing)}" if missing else "are too few words"
        return f"There {there_is} to compare."
    likeness = "much" if value >= 0.6 else "something" if value >= 0.2 else "little"
    return f"What they say about themselves and the advert have {likeness} in common."


def _at(pair: Pair, array: Floats) -> float:
    return float(array[pair.row, pair.column])


_OF_SKILLS: Mapping[str, Callable[[SkillsMet], str]] = MappingProxyType(
    {"essential_skills": _essential, "optional_skills": _optional}
)
_REASONS: Mapping[str, Callable[[Pair], str]] = MappingProxyType(
    {
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
