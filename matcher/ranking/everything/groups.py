"""Features and gates that depend on neither place nor skills nor words: which columns of either side decide each.

Rows that agree in those columns are of one kind, and what the definition says of two kinds it says of all their rows.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.geography import service_waits
from matcher.ranking.everything.alike import Kinds, kinds_of, kinds_of_keys
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays, background, blocked_pairs, hours
from matcher.scoring.gates import BLOCKED, LIMITED_WEEK_HOURS, judge_other_gates, judge_shifts
from matcher.scoring.hours import rotas
from matcher.scoring.travel import NO_SERVICE_MINUTES
from matcher.scoring.waits import waits

__all__ = ["GROUPS", "Group", "Key", "keys_of", "kinds_by", "waiting_modes"]

Column = NDArray[Any] | tuple[NDArray[Any], ...]
Columns = Sequence[Column]
Key = tuple[bytes, ...]
Cells = NDArray[np.generic]


class Group(NamedTuple):
    """What reads the same columns of both sides, as on a day.

    `define` gives one table or several of every pair, (n_candidates, n_vacancies) each.
    """

    theirs: Callable[[CandidateArrays, date], Columns]
    its: Callable[[VacancyArrays, date], Columns]
    define: Callable[[Pairs, Model, date], Sequence[Cells]]


def kinds_by(columns: Columns, n_rows: int) -> Kinds:
    """Rows sorted into kinds by these columns; `n_rows` above 0."""
    flat = [column for column in columns if not isinstance(column, tuple)]
    return kinds_of(n_rows, *flat) if len(flat) == len(columns) else kinds_of_keys(keys_of(columns, n_rows))


def keys_of(columns: Columns, n_rows: int) -> Iterator[Key]:
    """What tells the kind of every row: its bits, so that unknown (NaN) equals unknown."""
    return (tuple(column[row].tobytes() for column in columns) for row in range(n_rows))


def waiting_modes() -> list[TravelMode]:
    """Ways of travel that do not go at any hour."""
    return [mode for mode in TravelMode if service_waits(mode) is not None]


def _weeks(pairs: Pairs, model: Model, _: date) -> list[Cells]:
    """Share of the shifts, whether they take a pair out, and minutes waited: none, then by each of `waiting_modes`."""
    rota, rows = rotas(pairs), np.arange(pairs.shape[0])
    share = hours.shift_share(pairs, rota, model.priors["shifts"]).value
    services = [service_waits(mode) for mode in waiting_modes()]
    waited = [np.minimum(waits(pairs, rows, service).usual, NO_SERVICE_MINUTES) for service in services if service]
    return [share, judge_shifts(pairs, rota) == BLOCKED, np.zeros(pairs.shape), *waited]


GROUPS = (
    Group(
        lambda people, _: (people.hours_min, people.hours_max),
        lambda work, _: (work.hours_min, work.hours_max, work.guaranteed, work.contract),
        lambda pairs, model, _: [hours.hours_fit(pairs, model.priors["shifts"]).value],
    ),
    Group(
        lambda people, _: (people.affinity, people.carry_over, people.background_known),
        lambda work, _: (work.family,),
        lambda pairs, model, _: [background.prior_sector(pairs, model.priors["prior_sector"]).value],
    ),
    Group(
        lambda people, _: (
            people.experience_months,
            people.relevance,
            people.least_relevance,
            people.background_known,
        ),
        lambda work, _: (work.experience_months, work.experience_known),
        lambda pairs, model, _: [background.experience(pairs, model.priors["experience"]).value],
    ),
    Group(
        lambda people, _: (people.qualification_levels,),
        lambda work, _: (work.qualification_level, work.qualification_subject, work.qualification_known),
        lambda pairs, model, _: [background.qualification(pairs, model.priors["qualification"]).value],
    ),
    Group(
        lambda people, _: (people.pay_min,),
        lambda work, _: (work.pay_low, work.pay, work.pay_floored, work.pay_capped),
        lambda pairs, model, _: [background.pay(pairs, model.priors["pay"]).value],
    ),
    Group(  # every gate but place and shifts; a DBS check blocks nobody, so its columns are not among them
        lambda people, _: (
            people.licence,
            people.vehicle,
            people.registrations,
            people.registrations_known,
            people.youngest,
            people.oldest,
            people.right_to_work,
        ),
        lambda work, as_of: (
            work.licence,
            work.vehicle,
            work.registration,
            work.min_age,
            work.hours_max <= LIMITED_WEEK_HOURS,
            work.pay_low,
            work.pay_note,
            work.opens > as_of.toordinal(),
            work.closes < as_of.toordinal(),
        ),
        lambda pairs, _, as_of: [blocked_pairs(judge_other_gates(pairs, as_of))],
    ),
    Group(
        lambda people, _: (people.week, people.week_known),
        lambda work, _: (work.all_required, work.any_of, work.usual_shifts, work.hours_min, work.shifts_known),
        _weeks,
    ),
    Group(  # the vacancy's alone
        lambda _people, _: (),
        lambda work, _: (work.contract,),
        lambda pairs, model, _: [hours.contract(pairs, model.priors["contract"]).value],
    ),
)
"""In the order in which `matcher.ranking.everything.tables` names them, and the contract."""
