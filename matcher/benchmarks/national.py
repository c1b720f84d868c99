"""A made-up nation of jobseekers and care vacancies, in columns: the same for the same seed, of any size.

People live where postcodes are: a sector of the shipped table is drawn by its number of postcodes, and a point within
it. Who they are is drawn from settled records (the demo's), part by part: what somebody did and can do is one person's,
when they can work another's, how they travel and what they need to earn are drawn anew. So a million rows are as varied
as rows are, and none is anybody. Vacancies likewise: the work is one advert's, its place and its rota are others'.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self, TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Candidate, TravelMode, Vacancy
from matcher.packaged import read_table
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.encode import UNKNOWN, code
from matcher.scoring.taking import take
from matcher.taxonomy import Taxonomy

__all__ = ["LIMITS", "MODES", "SIZES", "Nation", "make_nation"]

SIZES = {"S": (10_000, 2_000), "M": (100_000, 20_000), "L": (1_500_000, 110_000)}
"""How many people and vacancies each size has; L is about England's jobseekers and its open care posts."""

Arrays = TypeVar("Arrays", CandidateArrays, VacancyArrays)
Floats = NDArray[np.float64]

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

_WITHIN_RADIUS = 0.8
"""What the radius of a sector means: that many of its postcodes lie within it (``data/places/README.md``)."""


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
    sectors = _Sectors.load()
    people = CandidateArrays.from_records(templates[0], taxonomy, as_of)
    work = VacancyArrays.from_records(templates[1], taxonomy)
    return Nation(_people(people, size[0], sectors, rng), _work(work, size[1], sectors, rng))


@dataclass(frozen=True, slots=True, eq=False)
class _Sectors:
    """Where postcodes are: middle, spread and share of all postcodes of every sector, (n_sectors,) each."""

    names: NDArray[np.object_]
    easting_m: Floats
    northing_m: Floats
    radius_km: Floats
    share: Floats

    @classmethod
    def load(cls) -> Self:
        rows = list(read_table("places", "sectors.csv"))
        postcodes = np.array([float(row["n_postcodes"]) for row in rows])
        return cls(
            np.array([row["sector"] for row in rows], dtype=object),
            np.array([float(row["easting_m"]) for row in rows]),
            np.array([float(row["northing_m"]) for row in rows]),
            np.array([float(row["radius_km"]) for row in rows]),
            postcodes / postcodes.sum(),
        )

    def points(self, drawn: NDArray[np.int64], rng: Generator) -> tuple[Floats, Floats]:
        """A point about the middle of each sector drawn, as likely within its radius as a postcode: metres."""
        spread = self.radius_km[drawn] * 1000.0 / np.sqrt(-2.0 * np.log(1.0 - _WITHIN_RADIUS))
        east = self.easting_m[drawn] + spread * rng.standard_normal(len(drawn))
        north = self.northing_m[drawn] + spread * rng.standard_normal(len(drawn))
        return np.rint(east), np.rint(north)


def _people(templates: CandidateArrays, n: int, sectors: _Sectors, rng: Generator) -> CandidateArrays:
    who = take(templates, rng.integers(len(templates), size=n))
    when = rng.integers(len(templates), size=n)
    ways = np.array([UNKNOWN if mode is None else code(mode) for mode in MODES], dtype=np.int8)
    limits = np.array(list(LIMITS), dtype=np.float64)
    return replace(
        _placed(who, sectors, rng, exact=rng.random(n) < EXACT, nowhere=rng.random(n) < UNPLACED),
        ids=_ids("C", n),
        credits=_thinned(who.credits, rng),
        texts=_thinned(who.texts, rng),
        travel_mode=rng.choice(ways, n, p=list(MODES.values())),
        max_travel_minutes=rng.choice(limits, n, p=list(LIMITS.values())),
        experience_months=np.rint(who.experience_months * rng.uniform(*_EXPERIENCE_FACTOR, n)),
        pay_min=np.round(who.pay_min + np.round(rng.uniform(*_PAY_RISE_GBP, n), 1), 2),
        **{name: getattr(templates, name)[when] for name in _WEEK},
    )


def _work(templates: VacancyArrays, m: int, sectors: _Sectors, rng: Generator) -> VacancyArrays:
    what = take(templates, rng.integers(len(templates), size=m))
    when = take(templates, rng.integers(len(templates), size=m))
    rise = np.round(rng.uniform(*_OFFER_RISE_GBP, m), 2)
    return replace(
        _placed(what, sectors, rng, exact=np.ones(m, dtype=bool), nowhere=np.zeros(m, dtype=bool)),
        ids=_ids("V", m),
        texts=_thinned(what.texts, rng),
        pay=np.round(what.pay + rise, 2),
        pay_low=np.round(what.pay_low + rise, 2),
        opens=np.zeros(m, dtype=np.int64),
        closes=np.full(m, date.max.toordinal(), dtype=np.int64),
        **{name: getattr(when, name) for name in _ROTA},
    )


def _placed(
    rows: Arrays, sectors: _Sectors, rng: Generator, *, exact: NDArray[np.bool_], nowhere: NDArray[np.bool_]
) -> Arrays:
    """Rows with places drawn anew: a point where it is exact, else the middle of a sector and its radius."""
    drawn = rng.choice(len(sectors.share), len(rows), p=sectors.share)
    east, north = sectors.points(drawn, rng)
    return replace(
        rows,
        easting_m=np.where(nowhere, np.nan, np.where(exact, east, sectors.easting_m[drawn])),
        northing_m=np.where(nowhere, np.nan, np.where(exact, north, sectors.northing_m[drawn])),
        blur_km=np.where(exact | nowhere, 0.0, sectors.radius_km[drawn]),
        sector=np.where(nowhere, "", sectors.names[drawn]),
    )


def _thinned(matrix: csr_matrix, rng: Generator) -> csr_matrix:
    """A sparse matrix with some of its entries left out."""
    kept = rng.random(len(matrix.data)) < _KEPT
    before = np.concatenate(([0], np.cumsum(kept, dtype=np.int64)))
    return csr_matrix((matrix.data[kept], matrix.indices[kept], before[matrix.indptr]), shape=matrix.shape)


def _ids(letter: str, n: int) -> NDArray[np.object_]:
    return np.array([f"{letter}{number:07d}" for number in range(n)], dtype=object)
