"""A made-up nation of jobseekers and care vacancies, in columns: the same for the same seed, of any size.

People live where postcodes are, vacancies lie where care is given from (`national_places`). Who people are is drawn
from settled records (the demo's) of every prior sector (`national_people`), part by part: what somebody did and can do
is one person's, when they can work another's, how they travel and what they need to earn are drawn anew. So a million
rows are as varied as rows are, and none is anybody. Vacancies likewise: the work is one advert's, its rota another's.

Column after column is made, a sparse one some rows at a time: the nation is never in memory twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.benchmarks.national_people import people_by_sector
from matcher.benchmarks.national_places import Sectors
from matcher.domain import Candidate, PlaceKind, TravelMode, Vacancy
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.encode import UNKNOWN, code
from matcher.taxonomy import Taxonomy

__all__ = ["LIMITS", "MODES", "SIZES", "Nation", "make_nation"]

SIZES = {"S": (10_000, 2_000), "M": (100_000, 20_000), "L": (1_500_000, 110_000)}
"""How many people and vacancies each size has; L is about England's jobseekers and its open care posts."""

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

_WEEK = ("week", "week_known", "hours_min", "hours_max")
_ROTA = ("all_required", "any_of", "usual_shifts", "shifts_known", "hours_min", "hours_max", "guaranteed")
"""Columns that go together, when one record's are given to another."""

UNPLACED, EXACT = 0.02, 0.7
"""Judgement: two in a hundred have given no postcode, and seven in ten of the others a whole one."""

_KEPT = 0.7
"""Judgement: the share of a record's skills and words that a person made after it keeps."""

MODES = {TravelMode.WALK: 0.12, TravelMode.CYCLE: 0.05, TravelMode.BUS: 0.38, TravelMode.CAR: 0.25, None: 0.2}
LIMITS = {20.0: 0.1, 30.0: 0.3, 45.0: 0.3, 60.0: 0.15, None: 0.15}
"""Judgement: shares of ways of travel and of longest journeys in minutes, as advisors may hear them; None, unasked."""

_PAY_RISE_GBP = (-0.5, 1.5)
_OFFER_RISE_GBP = (0.0, 1.0)
_EXPERIENCE_FACTOR = (0.5, 1.5)
"""Judgement: how far what a person needs or brings, and what an advert pays, may lie from the record's."""

_AT_HOME = frozenset({PlaceKind.ROUND, PlaceKind.CLIENT_HOME, PlaceKind.LIVE_IN})
"""Work in people's own homes, which lies where such services are; all other lies where care homes are."""

_ROWS_AT_ONCE = 100_000
"""Judgement: some 100 MB of a sparse column."""


@dataclass(frozen=True, slots=True, eq=False)
class Nation:
    """Both sides, in columns."""

    people: CandidateArrays
    work: VacancyArrays


def make_nation(
    size: tuple[int, int],
    templates: tuple[Sequence[Candidate], Sequence[Vacancy]],
    taxonomy: Taxonomy,
    as_of: date,
    rng: Generator,
) -> Nation:
    """People and vacancies, as many as asked for, made after settled records of each.

    All vacancies are open on every day.
    """
    sectors = Sectors.load()
    made_after, shares = people_by_sector(templates[0], taxonomy, rng)
    people = CandidateArrays.from_records(made_after, taxonomy, as_of)
    work = VacancyArrays.from_records(templates[1], taxonomy)
    at_home = np.array([vacancy.place_kind in _AT_HOME for vacancy in templates[1]])
    return Nation(_people(people, shares, size[0], sectors, rng), _work(work, at_home, size[1], sectors, rng))


def _people(templates: CandidateArrays, shares: Floats, n: int, sectors: Sectors, rng: Generator) -> CandidateArrays:
    who, when = (rng.choice(len(templates), n, p=shares) for _ in range(2))
    ways = np.array([UNKNOWN if mode is None else code(mode) for mode in MODES], dtype=np.int8)
    limits = np.array(list(LIMITS), dtype=np.float64)
    exact, nowhere = rng.random(n) < EXACT, rng.random(n) < UNPLACED
    own = {
        "ids": _ids("C", n),
        **_places(rng.choice(len(sectors.names), n, p=sectors.by_postcodes), sectors, rng, exact, nowhere),
        "credits": _thinned(templates.credits, who, rng),
        "texts": _thinned(templates.texts, who, rng),
        "travel_mode": rng.choice(ways, n, p=list(MODES.values())),
        "max_travel_minutes": rng.choice(limits, n, p=list(LIMITS.values())),
        "experience_months": np.rint(templates.experience_months[who] * rng.uniform(*_EXPERIENCE_FACTOR, n)),
        "pay_min": np.round(templates.pay_min[who] + np.round(rng.uniform(*_PAY_RISE_GBP, n), 1), 2),
        **{name: _rows_of(getattr(templates, name), when) for name in _WEEK},
    }
    return CandidateArrays(**own, **_others(templates, who, own))


def _work(
    templates: VacancyArrays, at_home: NDArray[np.bool_], m: int, sectors: Sectors, rng: Generator
) -> VacancyArrays:
    what, when = (rng.integers(len(templates), size=m) for _ in range(2))
    rise = np.round(rng.uniform(*_OFFER_RISE_GBP, m), 2)
    homes, agencies = (
        rng.choice(len(sectors.names), m, p=share) for share in (sectors.by_care_homes, sectors.by_home_care)
    )
    drawn = np.where(at_home[what], agencies, homes)
    own = {
        "ids": _ids("V", m),
        **_places(drawn, sectors, rng, exact=np.ones(m, dtype=bool), nowhere=np.zeros(m, dtype=bool)),
        "texts": _thinned(templates.texts, what, rng),
        "pay": np.round(templates.pay[what] + rise, 2),
        "pay_low": np.round(templates.pay_low[what] + rise, 2),
        "opens": np.zeros(m, dtype=np.int64),
        "closes": np.full(m, date.max.toordinal(), dtype=np.int64),
        **{name: _rows_of(getattr(templates, name), when) for name in _ROTA},
    }
    return VacancyArrays(**own, **_others(templates, what, own))


def _places(
    drawn: Rows, sectors: Sectors, rng: Generator, exact: NDArray[np.bool_], nowhere: NDArray[np.bool_]
) -> dict[str, Any]:
    """Columns of places in the sectors drawn: a point where it is exact, else the sector's middle and its radius."""
    east, north = sectors.points(drawn, rng)
    return {
        "easting_m": np.where(nowhere, np.nan, np.where(exact, east, sectors.easting_m[drawn])),
        "northing_m": np.where(nowhere, np.nan, np.where(exact, north, sectors.northing_m[drawn])),
        "blur_km": np.where(exact | nowhere, 0.0, sectors.radius_km[drawn]),
        "sector": np.where(nowhere, "", sectors.names[drawn]),
    }


def _others(templates: CandidateArrays | VacancyArrays, rows: Rows, own: dict[str, Any]) -> dict[str, Any]:
    """The columns that are not made anew, as the records at `rows` have them."""
    names = [field.name for field in fields(templates) if field.name not in own]
    return {name: _rows_of(getattr(templates, name), rows) for name in names}


def _rows_of(column: Any, rows: Rows) -> Any:
    return tuple(column[row] for row in rows) if isinstance(column, tuple) else column[rows]


def _thinned(matrix: csr_matrix, rows: Rows, rng: Generator) -> csr_matrix:
    """The rows of a sparse matrix at `rows`, each with some of its entries left out."""
    most = int(np.diff(matrix.indptr)[rows].sum())
    data, indices = np.empty(most, dtype=matrix.data.dtype), np.empty(most, dtype=np.int32)  # filled as far as it goes
    before, filled = np.zeros(len(rows) + 1, dtype=np.int64), 0
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        part = matrix[rows[start : start + _ROWS_AT_ONCE]]
        kept = rng.random(part.nnz) < _KEPT
        counted = np.concatenate(([0], np.cumsum(kept)))[part.indptr[1:]]
        before[start + 1 : start + 1 + len(counted)] = filled + counted
        end = filled + int(kept.sum())
        data[filled:end], indices[filled:end] = part.data[kept], part.indices[kept]
        filled = end
    for array in (data, indices):
        array.resize(filled, refcheck=False)  # gives back what was not needed, without a copy
    return csr_matrix((data, indices, before), shape=(len(rows), matrix.shape[1]))


def _ids(letter: str, n: int) -> NDArray[np.object_]:
    return np.array([f"{letter}{number:07d}" for number in range(n)], dtype=object)
