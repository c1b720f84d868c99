"""Candidates in columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Candidate, week_mask
from matcher.geography import place_sector
from matcher.likeness.texts import text_vectors
from matcher.scoring.encode import UNKNOWN, bit_mask, code, number, registration_bits, week_words
from matcher.scoring.needs import (
    experience_relevance,
    least_relevance,
    level_towards,
    moving_sectors,
    qualification_subjects,
    skill_credits,
)
from matcher.scoring.places import CandidatePlaces
from matcher.taxonomy import Taxonomy

__all__ = ["CandidateArrays"]


@dataclass(frozen=True, slots=True)
class CandidateArrays:
    """Settled candidates as NumPy columns, one row each; NaN, -1 or a False "known" flag mean unknown.

    Attributes
    ----------
    ids : (n,) object
    easting_m, northing_m : (n,) float64, NaN unknown
    blur_km : (n,) float64, how far the place may be off (0 for an exact postcode)
    sector : (n,) object, postcode sector of the place (``LS9 7``), empty where unknown: what measured journeys go by
    credits : (n, n_skills) CSR int32, 0 to 100, what they bring of each skill: held (by kind and age of its evidence),
        near, or usual where they worked
    skills_known, background_known : (n,) bool, whether skills were asked, and both prior sector and occupation
    travel_mode : (n,) int8, place in `TravelMode`
    max_travel_minutes : (n,) float64
    licence, vehicle : (n,) int8, -1 unknown, 0 no, 1 yes
    week : (n, 11) uint64, half-hours they can work; week_known (n,) bool
    hours_min, hours_max, pay_min : (n,) float64
    dbs : (n,) int8, place in `DbsStatus`; right_to_work : (n,) int8, place in `RightToWork`, not stated is unknown
    youngest, oldest : (n,) int16, bounds of age in years (0 and 200 unknown)
    affinity : (n,) float64, of the prior sector most inclined to care
    carry_over : (n, n_families + 1) float64, how much of each role family's needs the prior sector that brings most of
        them usually brings; the last column for a family not known; NaN where no sector is
    experience_months : (n,) float64
    relevance, least_relevance : (n,) float64, share of them that counts for care, as far as is known and for certain
    qualification_levels : (n, n_subjects) float64, the highest level held towards one asked for in each subject
    registrations : (n,) int64 bits; registrations_known : (n,) bool
    texts : (n, 2**18) CSR int32
    """

    ids: NDArray[np.object_]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    blur_km: NDArray[np.float64]
    sector: NDArray[np.object_]
    credits: csr_matrix
    skills_known: NDArray[np.bool_]
    background_known: NDArray[np.bool_]
    travel_mode: NDArray[np.int8]
    max_travel_minutes: NDArray[np.float64]
    licence: NDArray[np.int8]
    vehicle: NDArray[np.int8]
    week: NDArray[np.uint64]
    week_known: NDArray[np.bool_]
    hours_min: NDArray[np.float64]
    hours_max: NDArray[np.float64]
    pay_min: NDArray[np.float64]
    dbs: NDArray[np.int8]
    right_to_work: NDArray[np.int8]
    youngest: NDArray[np.int16]
    oldest: NDArray[np.int16]
    affinity: NDArray[np.float64]
    carry_over: NDArray[np.float64]
    experience_months: NDArray[np.float64]
    relevance: NDArray[np.float64]
    least_relevance: NDArray[np.float64]
    qualification_levels: NDArray[np.float64]
    registrations: NDArray[np.int64]
    registrations_known: NDArray[np.bool_]
    texts: csr_matrix

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def from_records(cls, candidates: Sequence[Candidate], taxonomy: Taxonomy, as_of: date | None = None) -> Self:
        """Columns of settled candidates: names already ids, postcodes already places.

        Evidence of skills is judged on `as_of`, today by default.
        """
        day = date.today() if as_of is None else as_of  # noqa: DTZ011 - a day in the United Kingdom
        bits = registration_bits(taxonomy)
        sectors = [_sectors(c, taxonomy) for c in candidates]
        where = CandidatePlaces.from_records(candidates)
        return cls(
            **{field.name: getattr(where, field.name) for field in fields(where)},
            sector=np.array([place_sector(c.place, c.postcode) for c in candidates], dtype=object),
            credits=skill_credits(candidates, sectors, taxonomy, day),
            skills_known=np.array([c.skills is not None for c in candidates], dtype=bool),
            background_known=np.array(
                [c.prior_sector is not None and c.prior_occupation is not None for c in candidates], dtype=bool
            ),
            week=week_words([week_mask(c.shifts or ()) for c in candidates]),
            week_known=np.array([c.shifts is not None for c in candidates], dtype=bool),
            hours_min=np.array([number(c.hours_min) for c in candidates]),
            hours_max=np.array([number(c.hours_max) for c in candidates]),
            pay_min=np.array([number(c.pay_min_gbp_per_hour) for c in candidates]),
            dbs=np.array([code(c.dbs_status) for c in candidates], dtype=np.int8),
            right_to_work=np.array([_right_to_work(c) for c in candidates], dtype=np.int8),
            youngest=np.array([c.age_band.youngest if c.age_band else 0 for c in candidates], dtype=np.int16),
            oldest=np.array([c.age_band.oldest if c.age_band else 200 for c in candidates], dtype=np.int16),
            affinity=np.array([_affinity(names, taxonomy) for names in sectors]),
            carry_over=_carry_over(sectors, taxonomy),
            experience_months=np.array([number(c.experience_months) for c in candidates]),
            relevance=np.array([experience_relevance(c, taxonomy) for c in candidates]),
            least_relevance=np.array([least_relevance(c, taxonomy) for c in candidates]),
            qualification_levels=_levels(candidates, taxonomy),
            registrations=np.array([bit_mask(c.registrations or (), bits) for c in candidates], dtype=np.int64),
            registrations_known=np.array([_all_known(c.registrations, bits) for c in candidates], dtype=bool),
            texts=text_vectors([c.about or "" for c in candidates]),
        )


def _right_to_work(candidate: Candidate) -> int:
    value = candidate.right_to_work
    return UNKNOWN if value is None or value == "not_stated" else code(value)


def _sectors(candidate: Candidate, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Prior sectors stated, and the one that the prior occupation belongs to."""
    occupation = taxonomy.occupations.get(candidate.prior_occupation or "")
    implied = (occupation.prior_sector,) if occupation and occupation.prior_sector else ()
    return tuple(dict.fromkeys((candidate.prior_sector or ()) + implied))


def _affinity(sectors: tuple[str, ...], taxonomy: Taxonomy) -> float:
    moving = moving_sectors(sectors, taxonomy)
    return max((taxonomy.prior_sectors[name].affinity for name in moving), default=float("nan"))


def _carry_over(sectors: Sequence[Sequence[str]], taxonomy: Taxonomy) -> NDArray[np.float64]:
    """The larger of what their sectors bring, family by family."""
    place = {name: row for row, name in enumerate(taxonomy.prior_sectors)}
    unknown = np.full(taxonomy.carry_over.shape[1], np.nan)
    found = [[place[name] for name in moving_sectors(names, taxonomy)] for names in sectors]
    rows = [taxonomy.carry_over[at].max(axis=0) if at else unknown for at in found]
    return np.array(rows).reshape(len(rows), len(unknown))


def _levels(candidates: Sequence[Candidate], taxonomy: Taxonomy) -> NDArray[np.float64]:
    """The highest level held towards each subject; NaN where nobody has asked, or no name given is recognised."""
    subjects = qualification_subjects(taxonomy)
    levels = np.full((len(candidates), len(subjects)), np.nan)
    for row, candidate in zip(levels, candidates, strict=True):
        names = [name for name in candidate.qualifications or () if name in taxonomy.qualifications]
        if names or candidate.qualifications == ():
            row[:] = [max((level_towards(n, s, taxonomy) for n in names), default=0.0) for s in subjects]
    return levels


def _all_known(names: tuple[str, ...] | None, bits: Mapping[str, int]) -> bool:
    return names is not None and set(names) <= set(bits)
