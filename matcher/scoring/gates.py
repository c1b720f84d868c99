"""Hard conditions, judged for a block of pairs. Only *blocked* takes a match out.

Each gate answers an (n_candidates, n_vacancies) array of codes; the sentences are written from them in
`matcher.explanation`, for the matches that are shown.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.domain import AgeBand, DbsLevel, DbsStatus, GateOutcome, PayNote, RightToWork
from matcher.domain.pay_floor import explained_floor, legal_floor
from matcher.geography import NO_SERVICE
from matcher.scoring.block import Flags, Pairs
from matcher.scoring.encode import NO, UNKNOWN, YES, code
from matcher.scoring.hours import Rota
from matcher.scoring.travel import Journey

__all__ = [
    "FARTHEST_MINUTES",
    "GATES",
    "HELD_GATES",
    "LIMITED_WEEK_HOURS",
    "USUAL_LIMIT_MINUTES",
    "blocked_pairs",
    "judge_gates",
    "judge_held_gates",
    "judge_other_gates",
    "judge_shifts",
]

Outcomes = NDArray[np.int8]

MET, FIXABLE, BLOCKED, NOT_KNOWN = (
    code(outcome) for outcome in (GateOutcome.MET, GateOutcome.FIXABLE, GateOutcome.BLOCKED, GateOutcome.UNKNOWN)
)

GATES = (
    "right_to_work",
    "dbs",
    "driving_licence",
    "vehicle",
    "registration",
    "min_age",
    "place",
    "shifts",
    "vacancy_open",
    "pay_floor",
)

HELD_GATES = ("dbs", "driving_licence", "registration")
"""Gates that what somebody holds decides alone, whatever the journey and the rota."""

USUAL_LIMIT_MINUTES = 60.0
"""Judgement: while nobody has said how far they will travel, an hour is within reach and more is to be asked."""

FARTHEST_MINUTES = 120.0
"""Judgement: beyond two hours each way by the fastest means there is no daily journey, whatever the answer."""

LIMITED_WEEK_HOURS = 20.0
"""Students' usual limit in term time: a vacancy of up to 20 hours fits it."""

DBS_HELD = {
    DbsStatus.HELD_BASIC: DbsLevel.BASIC,
    DbsStatus.HELD_STANDARD: DbsLevel.STANDARD,
    DbsStatus.HELD_ENHANCED: DbsLevel.ENHANCED,
    DbsStatus.HELD_ENHANCED_BARRED: DbsLevel.ENHANCED_BARRED,
    DbsStatus.UPDATE_SERVICE: DbsLevel.ENHANCED_BARRED,
}


def judge_gates(pairs: Pairs, journey: Journey, rota: Rota, as_of: date) -> Mapping[str, Outcomes]:
    """Outcome codes of every gate, in the order of `GATES`."""
    judged = {
        **judge_other_gates(pairs, as_of),
        "place": _place(pairs, journey),
        "shifts": judge_shifts(pairs, rota),
    }
    return {name: judged[name] for name in GATES}


def judge_other_gates(pairs: Pairs, as_of: date) -> Mapping[str, Outcomes]:
    """Outcome codes of the gates that neither a journey nor a rota decides."""
    return {
        **judge_held_gates(pairs),
        "right_to_work": _right_to_work(pairs),
        "vehicle": _possession(pairs, pairs.candidates.vehicle, pairs.vacancies.vehicle),
        "min_age": _min_age(pairs),
        "vacancy_open": _vacancy_open(pairs, as_of),
        "pay_floor": _pay_floor(pairs, as_of),
    }


def judge_held_gates(pairs: Pairs) -> Mapping[str, Outcomes]:
    """Outcome codes of `HELD_GATES` alone, as `judge_gates` gives them."""
    return {
        "dbs": _dbs(pairs),
        "driving_licence": _possession(pairs, pairs.candidates.licence, pairs.vacancies.licence),
        "registration": _registration(pairs),
    }


def blocked_pairs(outcomes: Mapping[str, Outcomes]) -> Flags:
    """Pairs that some gate takes out."""
    return np.asarray(np.any([codes == BLOCKED for codes in outcomes.values()], axis=0))


def _right_to_work(pairs: Pairs) -> Outcomes:
    right = pairs.candidates.right_to_work[:, None]
    fits_limit = pairs.vacancies.hours_max[None, :] <= LIMITED_WEEK_HOURS
    return _pick(
        pairs,
        NOT_KNOWN,
        (right == code(RightToWork.NONE), BLOCKED),
        ((right == code(RightToWork.UNLIMITED)) | (right == code(RightToWork.LIMITED_TIME)), MET),
        ((right == code(RightToWork.LIMITED_HOURS)) & fits_limit, MET),
    )


def _dbs(pairs: Pairs) -> Outcomes:
    levels = np.array([code(DBS_HELD.get(status, DbsLevel.NONE)) for status in DbsStatus])
    status = pairs.candidates.dbs[:, None].astype(np.int64)
    held = levels[np.maximum(status, 0)]
    needed = pairs.vacancies.dbs_level[None, :]
    return _pick(
        pairs,
        FIXABLE,
        (needed == code(DbsLevel.NONE), MET),
        ((needed == UNKNOWN) | (status == UNKNOWN), NOT_KNOWN),
        ((held >= needed) & pairs.vacancies.dbs_nation[None, :], MET),
    )


def _possession(pairs: Pairs, has: NDArray[np.int8], asked: NDArray[np.int8]) -> Outcomes:
    """A licence or a vehicle: asked for outright, or usual in this work and so to be asked about."""
    return _pick(
        pairs,
        NOT_KNOWN,
        ((asked == NO)[None, :] | (has == YES)[:, None], MET),
        ((asked == YES)[None, :] & (has == NO)[:, None], BLOCKED),
    )


def _registration(pairs: Pairs) -> Outcomes:
    asked, held = pairs.vacancies.registration[None, :], pairs.candidates.registrations[:, None]
    return _pick(
        pairs,
        BLOCKED,
        ((asked == 0) | ((asked != UNKNOWN) & ((held & asked) != 0)), MET),
        ((asked == UNKNOWN) | ~pairs.candidates.registrations_known[:, None], NOT_KNOWN),
    )


def _min_age(pairs: Pairs) -> Outcomes:
    asked = pairs.vacancies.min_age[None, :]
    return _pick(
        pairs,
        NOT_KNOWN,
        ((asked == 0) | (pairs.candidates.youngest[:, None] >= asked), MET),
        (pairs.candidates.oldest[:, None] < asked, BLOCKED),
    )


def _place(pairs: Pairs, journey: Journey) -> Outcomes:
    """Within reach or not; asked about where the way of travel is taken not to run at the hour of a shift."""
    limit = pairs.candidates.max_travel_minutes[:, None]
    own, stated = np.where(np.isnan(limit), USUAL_LIMIT_MINUTES, limit), ~np.isnan(limit)
    return _pick(
        pairs,
        NOT_KNOWN,
        (pairs.vacancies.live_in[None, :], MET),
        (np.isnan(journey.minutes), NOT_KNOWN),
        (np.where(stated, journey.at_best > own, journey.at_best > FARTHEST_MINUTES), BLOCKED),
        ((journey.minutes <= own) & (journey.wait < NO_SERVICE), MET),
    )


def judge_shifts(pairs: Pairs, rota: Rota) -> Outcomes:
    """Blocked where one of the shifts that are all needed, or every one of which any would do, cannot be worked."""
    comparable = pairs.candidates.week_known[:, None] & pairs.vacancies.shifts_known[None, :]
    return _pick(
        pairs,
        MET,
        (~comparable, NOT_KNOWN),
        ((rota.required_share < 1.0) | (rota.any_share <= 0.0), BLOCKED),
    )


def _vacancy_open(pairs: Pairs, as_of: date) -> Outcomes:
    today = as_of.toordinal()
    shut = (pairs.vacancies.opens > today) | (pairs.vacancies.closes < today)
    return _pick(pairs, MET, (shut[None, :], BLOCKED))


def _pay_floor(pairs: Pairs, as_of: date) -> Outcomes:
    """Pay under the floor keeps a vacancy a draft until explained; a rate for an age is for people of that age."""
    pay, note = pairs.vacancies.pay_low[None, :], pairs.vacancies.pay_note.astype(np.int64)
    floors = np.array([explained_floor(as_of, reason) for reason in (*PayNote, None)])  # place -1 is "none given"
    ages, at = np.unique(pairs.candidates.youngest, return_inverse=True)
    person = np.array([_floor_of_age(int(age), as_of) for age in ages])[at][:, None]
    by_age = (note == code(PayNote.AGE_BAND))[None, :] & (pay < legal_floor(as_of))
    return _pick(
        pairs,
        MET,
        (pay < floors[note][None, :], BLOCKED),
        (by_age & np.isnan(person), NOT_KNOWN),
        (by_age & (pay < person), BLOCKED),
    )


def _floor_of_age(youngest: int, as_of: date) -> float:
    """The floor for somebody's age band, NaN where the band is not known."""
    band = next((band for band in AgeBand if band.youngest == youngest), None)
    return legal_floor(as_of, band) if band else float("nan")


def _pick(pairs: Pairs, otherwise: int, *rules: tuple[Flags, int]) -> Outcomes:
    """The outcome of the first rule that holds."""
    conditions = [np.broadcast_to(condition, pairs.shape) for condition, _ in rules]
    return np.select(conditions, [np.int8(outcome) for _, outcome in rules], np.int8(otherwise)).astype(np.int8)
