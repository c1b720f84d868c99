"""Which must-have narrows the pool of a vacancy, and by how many: each is dropped in turn and everybody judged again.

Only what a provider is free to ask or not is dropped. Never: checks, the right to work, the legal minimum age, a
professional registration and lawful pay, which are set by law; nor the place and the days a vacancy is open, which are
what it is. Experience, qualification and hours are no gates: they take nobody out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from matcher.domain import MustHave, PlaceKind, Shift, Vacancy
from matcher.explanation.blocks import Basis, Block
from matcher.scoring.block import Flags
from matcher.scoring.gates import NOT_KNOWN

__all__ = ["DROPPABLE", "must_haves"]

DROPPABLE = frozenset({"driving_licence", "shifts_all_required", "shifts_any_of", "vehicle"})
"""Every answer of a vacancy that is ever dropped."""

_SATURDAY = 5
_LICENCE, _VEHICLE = "a driving licence", "a vehicle of one's own"


@dataclass(frozen=True, slots=True)
class _Dropped:
    """A must-have, the gates that read it, and the answers of a vacancy that no longer asks for it."""

    label: str
    gates: tuple[str, ...]
    update: Mapping[str, Any]


def must_haves(block: Block, basis: Basis) -> tuple[MustHave, ...]:
    """Every must-have of a block's one vacancy that may be dropped, those that narrow most first, then by label."""
    vacancy = block.vacancies[0]
    lives_in = vacancy.place_kind == PlaceKind.LIVE_IN  # times are not what living in is about
    dropped = [*_driving(vacancy), *(() if lives_in else _shifts(vacancy))]
    if not dropped:
        return ()
    out = block.blocked_with_vacancies([vacancy.model_copy(update=dict(one.update)) for one in dropped], basis)
    stays = ~block.blocked[:, 0]
    found = [
        MustHave(
            fields=tuple(one.update),
            label=one.label,
            n_with=int(stays.sum()),
            n_without=int((~out[:, column]).sum()),
            n_not_asked=int((stays & _not_asked(block, one)).sum()),
        )
        for column, one in enumerate(dropped)
    ]
    return tuple(sorted(found, key=lambda one: (-one.n_without, one.label)))


def _not_asked(block: Block, one: _Dropped) -> Flags:
    """Whether somebody has an unknown on a gate of the must-have, (n_candidates,)."""
    return np.asarray(np.any([block.outcomes[gate][:, 0] == NOT_KNOWN for gate in one.gates], axis=0))


def _driving(vacancy: Vacancy) -> Iterator[_Dropped]:
    """The licence, the vehicle, and both, since who lacks one often lacks the other."""
    if vacancy.driving_licence:
        yield _Dropped(_LICENCE, ("driving_licence",), {"driving_licence": False})
    if vacancy.vehicle:
        yield _Dropped(_VEHICLE, ("vehicle",), {"vehicle": False})
    if vacancy.driving_licence and vacancy.vehicle:
        neither = {"driving_licence": False, "vehicle": False}
        yield _Dropped(f"{_LICENCE} and {_VEHICLE}", ("driving_licence", "vehicle"), neither)


def _shifts(vacancy: Vacancy) -> Iterator[_Dropped]:
    """Weekends, every shift at once, and set times at all."""
    every, some = vacancy.shifts_all_required or (), vacancy.shifts_any_of or ()
    weekdays = tuple(shift for shift in every if not _is_weekend(shift))
    if weekdays and len(weekdays) < len(every):
        yield _Dropped("weekends", ("shifts",), {"shifts_all_required": weekdays})
    if len(every) > 1:
        any_of = {"shifts_all_required": None, "shifts_any_of": tuple(sorted({*every, *some}))}
        yield _Dropped("all of its shifts (any of them instead)", ("shifts",), any_of)
    if every or some:
        agreed = {"shifts_all_required": None, "shifts_any_of": None}
        yield _Dropped("set shifts (times agreed with the person instead)", ("shifts",), agreed)


def _is_weekend(shift: Shift) -> bool:
    return shift.day >= _SATURDAY
