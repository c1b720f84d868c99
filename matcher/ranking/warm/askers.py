"""The one who asks, a person or a vacancy, as the compiled search reads it: spread out, so that looking in is quick."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.ranking.everything.columns import Travel, travel_columns
from matcher.ranking.everything.partition import is_placed, limit_minutes, reach_km
from matcher.ranking.warm.cells import LIVE_IN, NOWHERE, PLACED
from matcher.ranking.warm.sketches import Hints, hints_of
from matcher.scoring import CandidateArrays, Model, VacancyArrays

__all__ = ["AskingPerson", "AskingVacancy", "Where", "asking_person", "asking_vacancy"]

Ints = NDArray[np.int32]
Bits = NDArray[np.uint64]


class Where(NamedTuple):
    """Where the one who asks is, in metres; how far it reaches, and its own area, in kilometres; the sort of place."""

    easting: float
    northing: float
    reach_km: float
    radius_km: float
    sort: int


class AskingPerson(NamedTuple):
    """A person; `credits` (n_skills,), and `words` as bits, 64 in a number."""

    where: Where
    blur: float
    limit: float
    asked: bool
    credits: Ints
    words: Bits
    n_words: float
    travel: Travel


class AskingVacancy(NamedTuple):
    """A vacancy; how telling its needs are, (n_skills,) each, and `words` as bits."""

    where: Where
    blur: float
    essential: Ints
    essential_total: float
    essential_known: bool
    optional: Ints
    optional_total: float
    optional_known: bool
    words: Bits
    n_words: float
    hints: Hints


def asking_person(person: CandidateArrays) -> AskingPerson:
    """One row of candidates."""
    east, north = float(person.easting_m[0]), float(person.northing_m[0])
    sort = PLACED if is_placed(person)[0] else NOWHERE
    return AskingPerson(
        where=Where(east, north, float(reach_km(person)[0]), 0.0, sort),
        blur=float(person.blur_km[0]),
        limit=float(limit_minutes(person)[0]),
        asked=bool(person.skills_known[0]),
        credits=_spread(person.credits),
        words=_bits(person.texts),
        n_words=float(person.texts.data.sum()),
        travel=travel_columns(person),
    )


def asking_vacancy(work: VacancyArrays, model: Model, places: Ints) -> AskingVacancy:
    """One row of vacancies; `places` of skills in sketches."""
    east, north = float(work.easting_m[0]), float(work.northing_m[0])
    radius, blur = float(work.radius_km[0]), float(work.blur_km[0])
    sort = LIVE_IN if work.live_in[0] else PLACED if is_placed(work)[0] else NOWHERE
    return AskingVacancy(
        where=Where(east, north, radius + blur, radius, sort),
        blur=blur,
        essential=_spread(work.essential),
        essential_total=float(work.essential.data.sum()),
        essential_known=bool(work.essential_known[0]),
        optional=_spread(work.optional),
        optional_total=float(work.optional.data.sum()),
        optional_known=bool(work.optional_known[0]),
        words=_bits(work.texts),
        n_words=float(work.texts.data.sum()),
        hints=hints_of(work, model, places),
    )


def _spread(row: csr_matrix) -> Ints:
    spread = np.zeros(row.shape[1], dtype=np.int32)
    np.add.at(spread, row.indices, row.data)
    return spread


def _bits(row: csr_matrix) -> Bits:
    words = row.indices[row.data != 0].astype(np.uint64)
    bits = np.zeros((row.shape[1] + 63) // 64, dtype=np.uint64)
    np.bitwise_or.at(bits, (words >> np.uint64(6)).astype(np.int64), np.uint64(1) << (words & np.uint64(63)))
    return bits
