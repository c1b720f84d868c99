"""What people bring of the skills that vacancies ask for most, in four bits each: enough to see who cannot come near.

The bits round credit up, so what is added up for a vacancy is never less than what is scored. They lie skill by skill,
and a skill's row by row, of which the compiler makes vector code.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import Sets
from matcher.ranking.everything.compiling import compiled
from matcher.scoring import Model, VacancyArrays

__all__ = ["HINT_POINTS", "Hints", "add_hints", "hints_of", "places_of", "sketch_of"]

Sketch = NDArray[np.uint8]
Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]

HINT_POINTS = 1e-6
"""Points of a score in one of a hint."""

_N_PLACES = 256
"""Judgement: so many skills are nine tenths of all that is asked for, in 128 bytes a row."""

_UNASKED = _N_PLACES - 1
"""The last place says that nobody has asked about somebody's skills."""

_FULL = 15


class Hints(NamedTuple):
    """What a vacancy's needs add to a score at most: (n,) each; and `rest`, what those add that have no place.

    `step` is what one of 15 steps of credit is worth, in `HINT_POINTS` rounded up.
    """

    place: Ints
    step: Ints
    rest: float


def places_of(work: VacancyArrays) -> Ints:
    """The place of every skill in a sketch, (n_skills,): of those that most vacancies ask for; -1 for others."""
    needed = np.concatenate([work.essential.indices, work.optional.indices])
    asked = np.bincount(needed, minlength=work.essential.shape[1])
    first = np.lexsort((np.arange(len(asked)), -asked))[:_UNASKED]
    places = np.full(len(asked), -1, dtype=np.int32)
    places[first] = np.arange(len(first))
    return places


def hints_of(work: VacancyArrays, model: Model, places: Ints) -> Hints:
    """The hints of one row of vacancies."""
    rest, points, unasked = 0.0, np.zeros(len(places)), 0.0
    for name, needs, known in (
        ("essential_skills", work.essential, work.essential_known),
        ("optional_skills", work.optional, work.optional_known),
    ):
        whole, weight = float(needs.data.sum()), model.weights[name]
        unasked += weight * model.priors[name]
        if whole > 0:
            np.add.at(points, needs.indices, weight * needs.data / whole)
        else:
            rest += weight * (1.0 if known[0] else model.priors[name])
    placed = np.flatnonzero((points > 0) & (places >= 0))
    step = np.ceil(np.append(points[placed], unasked) / (_FULL * HINT_POINTS)).astype(np.int32)
    place = np.append(places[placed], _UNASKED).astype(np.int32)
    return Hints(place, step, rest + float(points[places < 0].sum()))


@compiled
def sketch_of(brought: Sets, asked: Flags, places: Ints) -> Sketch:
    """The steps of credit of every row, two skills in a byte: (n_places / 2, n)."""
    start, item, value, _ = brought
    made = np.zeros((_N_PLACES // 2, len(asked)), np.uint8)
    for row in range(len(asked)):
        for at in range(start[row], start[row + 1]):
            place = places[item[at]]
            if place >= 0:
                steps = (np.int64(value[at]) * _FULL + 99) // 100
                made[place >> 1, row] |= np.uint8(steps << 4 * (place & 1))
        if not asked[row]:
            made[_UNASKED >> 1, row] |= np.uint8(_FULL << 4 * (_UNASKED & 1))
    return made


@compiled
def add_hints(points: Ints, sketch: Sketch, first: int, place: Ints, step: Ints) -> None:
    """Add what each of some rows, from `first` on, brings at most to `points` (n,), in `HINT_POINTS`."""
    for at in range(len(place)):
        column = sketch[place[at] >> 1, first : first + len(points)]
        shift, worth = np.uint8(4 * (place[at] & 1)), step[at]
        for i in range(len(points)):
            points[i] += worth * np.int32((column[i] >> shift) & np.uint8(15))
