"""One sentence a gate. A sentence says what is so and what is usual; it promises nothing."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.domain import (
    DbsLevel,
    DbsStatus,
    Gate,
    GateOutcome,
    PayNote,
    RightToWork,
    week_mask,
)
from matcher.domain.pay_floor import explained_floor, legal_floor, pay_note_of
from matcher.domain.week_words import say_shifts_inline
from matcher.explanation.context import BY_MODE, Pair, spoken_day
from matcher.explanation.journeys import hours_sentence, minutes_by, minutes_waited, source_sentence, way_of
from matcher.packaged import read_table
from matcher.scoring.encode import NO, UNKNOWN, YES, registration_bits
from matcher.scoring.gates import FARTHEST_MINUTES, GATES, USUAL_LIMIT_MINUTES

__all__ = ["FOR_INFORMATION", "describe_gates"]

FOR_INFORMATION = "For information:"
"""Begins the sentence that says that a condition is told and never judged."""

MET, FIXABLE, BLOCKED = GateOutcome.MET, GateOutcome.FIXABLE, GateOutcome.BLOCKED


def describe_gates(pair: Pair) -> tuple[Gate, ...]:
    """Every gate of one pair with its outcome and sentence."""
    return tuple(_SENTENCES[name](pair, pair.outcome(name)) for name in GATES)


@dataclass(frozen=True, slots=True)
class _Check:
    scheme: str
    days: int
    days_in_progress: int
    cost_gbp: float
    paid_by: str


@cache
def _checks() -> dict[tuple[str, str], _Check]:
    return {
        (row["nation"], row["level"]): _Check(
            row["scheme"], int(row["days"]), int(row["days_in_progress"]), float(row["cost_gbp"]), row["paid_by"]
        )
        for row in read_table("checks", "checks.csv")
    }


def _check(pair: Pair) -> _Check | None:
    """The check this vacancy needs, as its nation calls it; England's where the nation is unknown, and for Wales."""
    number = int(pair.pairs.vacancies.dbs_level[pair.column])
    level = tuple(DbsLevel)[number] if number > 0 else None
    nation = pair.vacancy.place.country if pair.vacancy.place else "England"
    return _checks().get((nation, level), _checks().get(("England", level))) if level else None


def _right_to_work(pair: Pair, outcome: GateOutcome) -> Gate:
    status = pair.candidate.right_to_work
    reason = {
        RightToWork.UNLIMITED: "May work in the United Kingdom without limit.",
        RightToWork.LIMITED_TIME: "May work in the United Kingdom for a limited time; the employer checks again later.",
        RightToWork.LIMITED_HOURS: "May work a limited number of hours; "
        + ("this is up to 20 a week." if outcome == MET else "ask how many, and whether this work can keep to them."),
        RightToWork.TIED: "Permission is tied to another employer; ask whether this provider can take it over.",
        RightToWork.NONE: "Has no right to do this work in the United Kingdom at present.",
    }.get(status or RightToWork.NOT_STATED, "Nobody has asked about the right to work yet; the employer will check.")
    return Gate("right_to_work", outcome, reason)


def _dbs(pair: Pair, outcome: GateOutcome) -> Gate:
    check, status = _check(pair), pair.candidate.dbs_status
    if check is None:
        needed = int(pair.pairs.vacancies.dbs_level[pair.column])
        text = "No criminal-record check is needed." if needed == 0 else "Which check is needed is not stated."
        return Gate("dbs", outcome, text)
    if outcome == MET:
        online = " The provider confirms it online." if status == DbsStatus.UPDATE_SERVICE else ""
        return Gate("dbs", outcome, f"Holds a check at the level needed ({check.scheme}).{online}")
    usual = f"is arranged once there is an offer and usually takes {check.days} days; the {check.paid_by} usually pays"
    if status == DbsStatus.IN_PROGRESS and pair.pairs.vacancies.dbs_nation[pair.column]:
        days = check.days_in_progress
        reason = f"A check is in progress and usually takes about {days} days more; the work needs {check.scheme}."
        return Gate("dbs", outcome, reason, days, None, check.paid_by)
    if outcome == FIXABLE:
        reason = f"Needs {check.scheme}, which {usual}."
    else:
        reason = f"Nobody has asked about a check; the work needs {check.scheme}, which {usual}."
    return Gate("dbs", outcome, reason, check.days, check.cost_gbp, check.paid_by)


def _possession(gate: str, thing: str, pair: Pair, outcome: GateOutcome) -> Gate:
    needed = int(getattr(pair.pairs.vacancies, "licence" if gate == "driving_licence" else gate)[pair.column])
    if needed == NO:
        reason = f"{thing.capitalize()} is not asked for."
    elif outcome == MET:
        reason = f"Has {thing}." if needed == YES else f"Has {thing}, which is usual in this work."
    elif outcome == BLOCKED:
        reason = f"The work needs {thing}, and the person has none at present."
    elif needed == YES:
        reason = f"The work needs {thing}; nobody has asked whether the person has one."
    else:
        reason = f"{thing.capitalize()} is usual in this work; ask the provider."
    return Gate(gate, outcome, reason)


def _licence(pair: Pair, outcome: GateOutcome) -> Gate:
    return _possession("driving_licence", "a driving licence", pair, outcome)


def _vehicle(pair: Pair, outcome: GateOutcome) -> Gate:
    return _possession("vehicle", "a vehicle of one's own", pair, outcome)


def _registration(pair: Pair, outcome: GateOutcome) -> Gate:
    asked = int(pair.pairs.vacancies.registration[pair.column])
    if asked == 0:
        return Gate("registration", outcome, "No professional registration is needed.")
    if asked == UNKNOWN:
        name = pair.vacancy.registration
        return Gate("registration", outcome, f"The work asks for a registration not known here ('{name}'): ask.")
    names = (name for name, bit in registration_bits(pair.taxonomy).items() if bit == asked)
    term = pair.taxonomy.registrations[next(names)]
    reason = {
        MET: f"Is registered: {term.label}.",
        BLOCKED: f"The work is open to registered people only: {term.label}. Registration follows a longer pathway.",
    }.get(outcome, f"The work needs registration ({term.label}); ask whether the person holds it.")
    return Gate("registration", outcome, reason)


def _min_age(pair: Pair, outcome: GateOutcome) -> Gate:
    asked = pair.vacancy.min_age
    if asked is None:
        return Gate("min_age", outcome, "No minimum age is stated.")
    if asked > 18:
        return Gate(
            "min_age",
            outcome,
            f"The provider states a minimum age of {asked} ({pair.vacancy.min_age_reason}). {FOR_INFORMATION} it never "
            "filters, and a person reviews the reason.",
        )
    reason = {
        MET: f"Is {asked} or over.",
        BLOCKED: f"The work is open from age {asked}.",
    }.get(outcome, f"The work is open from age {asked}; ask for the age band.")
    return Gate("min_age", outcome, reason)


def _place(pair: Pair, outcome: GateOutcome) -> Gate:
    limit = pair.candidate.max_travel_minutes
    if pair.pairs.vacancies.live_in[pair.column]:
        return Gate("place", outcome, "Live-in work: no daily journey.")
    if math.isnan(pair.minutes):
        who = "person's" if pair.candidate.place is None else "vacancy's"
        return Gate("place", outcome, f"The {who} place is not known: ask for a postcode.")
    return Gate("place", outcome, f"{_reach(pair, outcome, limit)} {source_sentence(pair)}")


def _reach(pair: Pair, outcome: GateOutcome, limit: int | None) -> str:
    way = BY_MODE[way_of(pair)] if pair.candidate.travel_mode else ""
    if outcome == BLOCKED:
        best = float(pair.scored.journey.at_best[pair.row, pair.column])
        at_best = f"{'' if best == pair.minutes else 'at best '}{math.ceil(best)} minutes{' ' if way else ''}{way}"
        beyond = (
            f"the limit is {limit}" if limit is not None else f"beyond {FARTHEST_MINUTES:.0f} there is no daily journey"
        )
        return f"{pair.distance_km:.0f} km away, {at_best} each way; {beyond}."
    minutes, hours = f"About {minutes_by(pair)}", hours_sentence(pair)
    own = USUAL_LIMIT_MINUTES if limit is None else limit
    if pair.minutes <= own:
        far = f"the limit of {limit}" if limit is not None else "an hour; no limit has been given"
        return f"{minutes}, within {far}. {hours}".rstrip()
    if limit is None:
        return f"{minutes}: ask how far they would travel. {hours}".rstrip()
    ask = "ask for the full postcode" if way else "ask how they travel"
    if way and pair.minutes - minutes_waited(pair) <= own:
        ask = "ask how long it takes at that hour"
    return f"{minutes}, perhaps beyond the limit of {limit}: {ask}. {hours}".rstrip()


def _shifts(pair: Pair, outcome: GateOutcome) -> Gate:
    if outcome == MET:
        return Gate("shifts", outcome, "Can work the shifts that are needed.")
    if outcome == BLOCKED:
        return Gate("shifts", outcome, _clash(pair))
    asked = pair.vacancy.shifts_all_required or pair.vacancy.shifts_any_of
    reason = "Nobody has asked which shifts suit." if asked else "The advert does not say which shifts are needed."
    return Gate("shifts", outcome, reason)


def _clash(pair: Pair) -> str:
    """Names the required shifts that the person cannot work; else those of which they can work none."""
    free = week_mask(pair.candidate.shifts or ())
    missing = [shift for shift in pair.vacancy.shifts_all_required or () if shift.mask & ~free]
    if missing:
        return f"The rota needs {say_shifts_inline(missing)}, outside the hours the person gave."
    offered = say_shifts_inline(pair.vacancy.shifts_any_of or ())
    return f"The rota needs some of these, all of them outside the hours the person gave: {offered}."


def _vacancy_open(pair: Pair, outcome: GateOutcome) -> Gate:
    opens, closes = pair.vacancy.opens, pair.vacancy.closes
    if outcome == MET:
        until = f" until {spoken_day(closes)}" if closes else ""
        return Gate("vacancy_open", outcome, f"Open{until}.")
    if opens and opens > pair.as_of:
        return Gate("vacancy_open", outcome, f"Opens on {spoken_day(opens)}.")
    return Gate("vacancy_open", outcome, f"Closed on {spoken_day(closes)}." if closes else "Closed.")


def _pay_floor(pair: Pair, outcome: GateOutcome) -> Gate:
    pay, note = float(pair.pairs.vacancies.pay_low[pair.column]), pay_note_of(pair.vacancy)
    floor = explained_floor(pair.as_of, note)
    if math.isnan(pay):
        reason = "Pay is not stated as an hourly rate."
    elif outcome == MET:
        lawful = pay >= legal_floor(pair.as_of)
        reason = "Pay is not under the legal floor." if lawful else f"£{pay:.2f} an hour is {_RATES[note]}."
    elif note == PayNote.AGE_BAND:
        reason = f"£{pay:.2f} an hour is a rate for an age band; " + (
            "ask which the person is in." if outcome != BLOCKED else "the legal floor for this person's age is higher."
        )
    else:
        reason = (
            f"A draft: £{pay:.2f} an hour is under the legal floor of £{floor:.2f} on {spoken_day(pair.as_of)}. The "
            "provider raises it or explains it (a sleep-in rate, an age band, an apprentice) before it is ranked."
        )
    return Gate("pay_floor", outcome, reason)


_RATES: Mapping[PayNote | None, str] = MappingProxyType(
    {
        PayNote.SLEEP_IN: "a sleep-in rate",
        PayNote.AGE_BAND: "a rate for the person's age band",
        PayNote.APPRENTICE: "an apprentice's rate",
    }
)


_SENTENCES: Mapping[str, Callable[[Pair, GateOutcome], Gate]] = MappingProxyType(
    {
        "right_to_work": _right_to_work,
        "dbs": _dbs,
        "driving_licence": _licence,
        "vehicle": _vehicle,
        "registration": _registration,
        "min_age": _min_age,
        "place": _place,
        "shifts": _shifts,
        "vacancy_open": _vacancy_open,
        "pay_floor": _pay_floor,
    }
)
