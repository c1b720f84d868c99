"""Vacancies in columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import DbsLevel, Occupation, PlaceKind, Shift, Vacancy, week_mask
from matcher.domain.pay_floor import pay_note_of
from matcher.geography import place_sector
from matcher.likeness.texts import text_vectors
from matcher.scoring.encode import NO, UNKNOWN, code, day_number, number, registration_bits, tri_state, week_words
from matcher.scoring.needs import qualification_subjects, skill_needs, usual_shifts
from matcher.taxonomy import Taxonomy

__all__ = ["VacancyArrays"]

T = TypeVar("T")
_DBS_NATIONS = frozenset({"", "England", "Wales"})
_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class VacancyArrays:
    """Settled vacancies as NumPy columns, one row each; NaN, -1 or a False "known" flag mean unknown.

    What an advert leaves out is stood in for by what its occupation usually asks; the flags ``…_known`` say where the
    advert itself spoke.

    Attributes
    ----------
    ids : (n,) object
    easting_m, northing_m : (n,) float64, NaN unknown; radius_km : (n,) float64, reach of a round's area
    blur_km : (n,) float64, how far a site's place may be off (0 for an exact postcode, and for a round)
    sector : (n,) object, postcode sector of the place, empty where unknown, and for a round of several
    live_in : (n,) bool; kind_known : (n,) bool, whether the kind of place is stated
    essential, optional : (n, n_skills) CSR int32, how telling each need is; essential_known, optional_known (n,) bool
    all_required, any_of : tuple of (n_shifts, 11) uint64 a vacancy: one row a shift
    usual_shifts : the same, of what is usual in such work; none where the advert says which, or nothing is usual
    shifts_known : (n,) bool
    hours_min, hours_max, guaranteed : (n,) float64
    family : (n,) int64, place of the role family in the taxonomy; -1 unknown, and then the last column of `carry_over`
    contract : (n,) int8, place in `Contract`
    pay, pay_low : (n,) float64, the best and the least hourly rate offered
    pay_floored, pay_capped : (n,) bool, whether the least and the best rate are stated
    pay_note : (n,) int8, place in `PayNote`: why pay may lie under the adult legal floor; -1 none given
    dbs_level : (n,) int8, place in `DbsLevel`
    licence, vehicle : (n,) int8: 1 asked for, 0 not, -1 usual in this work but not said
    min_age : (n,) int16, legal minimum (18 at most), 0 none
    registration : (n,) int64, bit asked for, 0 none, -1 one that is not recognised
    dbs_nation : (n,) bool, whether a DBS check is the check asked for (England, Wales, or not known)
    experience_months, qualification_level : (n,) float64, asked for; experience_known, qualification_known (n,) bool
    qualification_subject : (n,) int64, column of the subject asked for in `CandidateArrays.qualification_levels`
    opens, closes : (n,) int64, day numbers
    texts : (n, 2**18) CSR int32, of title and description; described : (n,) bool, whether there is a description
    """

    ids: NDArray[np.object_]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    radius_km: NDArray[np.float64]
    blur_km: NDArray[np.float64]
    sector: NDArray[np.object_]
    live_in: NDArray[np.bool_]
    kind_known: NDArray[np.bool_]
    essential: csr_matrix
    optional: csr_matrix
    essential_known: NDArray[np.bool_]
    optional_known: NDArray[np.bool_]
    all_required: tuple[NDArray[np.uint64], ...]
    any_of: tuple[NDArray[np.uint64], ...]
    usual_shifts: tuple[NDArray[np.uint64], ...]
    shifts_known: NDArray[np.bool_]
    hours_min: NDArray[np.float64]
    hours_max: NDArray[np.float64]
    guaranteed: NDArray[np.float64]
    family: NDArray[np.int64]
    contract: NDArray[np.int8]
    pay: NDArray[np.float64]
    pay_low: NDArray[np.float64]
    pay_floored: NDArray[np.bool_]
    pay_capped: NDArray[np.bool_]
    pay_note: NDArray[np.int8]
    dbs_level: NDArray[np.int8]
    licence: NDArray[np.int8]
    vehicle: NDArray[np.int8]
    min_age: NDArray[np.int16]
    registration: NDArray[np.int64]
    dbs_nation: NDArray[np.bool_]
    experience_months: NDArray[np.float64]
    experience_known: NDArray[np.bool_]
    qualification_level: NDArray[np.float64]
    qualification_subject: NDArray[np.int64]
    qualification_known: NDArray[np.bool_]
    opens: NDArray[np.int64]
    closes: NDArray[np.int64]
    texts: csr_matrix
    described: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def from_records(cls, vacancies: Sequence[Vacancy], taxonomy: Taxonomy) -> Self:
        """Columns of settled vacancies: names already ids, postcodes already places."""
        usual = [taxonomy.occupations.get(v.occupation or "") for v in vacancies]
        paired = list(zip(vacancies, usual, strict=True))
        stand_in = [taxonomy.usual_needs(v.occupation, v.role_family) for v in vacancies]
        bits = registration_bits(taxonomy)
        return cls(
            ids=np.array([v.id for v in vacancies], dtype=object),
            easting_m=np.array([v.place.easting_m if v.place else np.nan for v in vacancies]),
            northing_m=np.array([v.place.northing_m if v.place else np.nan for v in vacancies]),
            radius_km=np.array([v.place.radius_km if v.place and _is_area(v) else 0.0 for v in vacancies]),
            blur_km=np.array([_blur_km(v) for v in vacancies]),
            sector=np.array([place_sector(v.place, v.postcode) for v in vacancies], dtype=object),
            live_in=np.array([v.place_kind == PlaceKind.LIVE_IN for v in vacancies], dtype=bool),
            kind_known=np.array([v.place_kind is not None for v in vacancies], dtype=bool),
            essential=skill_needs(
                [_or(v.essential_skills, needs[0]) for v, needs in zip(vacancies, stand_in, strict=True)], taxonomy
            ),
            optional=skill_needs(
                [_or(v.optional_skills, needs[1]) for v, needs in zip(vacancies, stand_in, strict=True)], taxonomy
            ),
            essential_known=np.array([_all_read(v, v.essential_skills) for v in vacancies], dtype=bool),
            optional_known=np.array([_all_read(v, v.optional_skills) for v in vacancies], dtype=bool),
            all_required=tuple(_shift_words(v.shifts_all_required) for v in vacancies),
            any_of=tuple(_shift_words(v.shifts_any_of) for v in vacancies),
            usual_shifts=tuple(_shift_words(usual_shifts(v, taxonomy)) for v in vacancies),
            shifts_known=np.array([bool(v.shifts_all_required or v.shifts_any_of) for v in vacancies], dtype=bool),
            hours_min=np.array([number(v.hours_min) for v in vacancies]),
            hours_max=np.array([number(v.hours_max) for v in vacancies]),
            guaranteed=np.array([number(v.guaranteed_hours) for v in vacancies]),
            family=np.array([_family(v, o, taxonomy) for v, o in paired], dtype=np.int64),
            contract=np.array([code(v.contract) for v in vacancies], dtype=np.int8),
            pay=np.array([number(v.pay_max_gbp_per_hour or v.pay_min_gbp_per_hour) for v in vacancies]),
            pay_low=np.array([number(v.pay_min_gbp_per_hour or v.pay_max_gbp_per_hour) for v in vacancies]),
            pay_floored=np.array([v.pay_min_gbp_per_hour is not None for v in vacancies], dtype=bool),
            pay_capped=np.array([v.pay_max_gbp_per_hour is not None for v in vacancies], dtype=bool),
            pay_note=np.array([code(pay_note_of(v)) for v in vacancies], dtype=np.int8),
            dbs_level=np.array([code(_dbs_level(v, o, taxonomy)) for v, o in paired], dtype=np.int8),
            licence=np.array([_asked(v.driving_licence, o) for v, o in paired], dtype=np.int8),
            vehicle=np.array([_asked(v.vehicle, o) for v, o in paired], dtype=np.int8),
            min_age=np.array([v.min_age if v.min_age and v.min_age <= 18 else 0 for v in vacancies], dtype=np.int16),
            dbs_nation=np.array([not v.place or v.place.country in _DBS_NATIONS for v in vacancies], dtype=bool),
            registration=np.array([_registration(v, o, bits) for v, o in paired], dtype=np.int64),
            experience_months=np.array(
                [number(_or(v.experience_months, (o.experience_months if o else None) or 0)) for v, o in paired]
            ),
            experience_known=np.array([v.experience_months is not None for v in vacancies], dtype=bool),
            qualification_level=np.array([_level(_or(v.qualification, _usual(o)), taxonomy) for v, o in paired]),
            qualification_subject=np.array(
                [_subject(_or(v.qualification, _usual(o)), taxonomy) for v, o in paired], dtype=np.int64
            ),
            qualification_known=np.array([v.qualification in taxonomy.qualifications for v in vacancies], dtype=bool),
            opens=np.array([day_number(v.opens, 0) for v in vacancies], dtype=np.int64),
            closes=np.array([day_number(v.closes, _LAST_DAY) for v in vacancies], dtype=np.int64),
            texts=text_vectors([f"{v.title or ''}\n{v.description or ''}" for v in vacancies]),
            described=np.array([bool(v.description) for v in vacancies], dtype=bool),
        )


def _or(stated: T | None, usual: T) -> T:
    return usual if stated is None else stated


def _is_area(vacancy: Vacancy) -> bool:
    """A round is an area; anything else is a point, however vaguely it is known."""
    return vacancy.place_kind == PlaceKind.ROUND


def _blur_km(vacancy: Vacancy) -> float:
    place = vacancy.place
    return place.radius_km if place and place.is_approximate and not _is_area(vacancy) else 0.0


def _shift_words(shifts: tuple[Shift, ...] | None) -> NDArray[np.uint64]:
    return week_words([week_mask([shift]) for shift in shifts or ()])


def _dbs_level(vacancy: Vacancy, usual: Occupation | None, taxonomy: Taxonomy) -> DbsLevel | None:
    if vacancy.dbs_level is not None:
        return vacancy.dbs_level
    if usual is not None and usual.dbs_level is not None:
        return usual.dbs_level
    family = taxonomy.role_families.get(vacancy.role_family or "")
    return family.dbs_level if family else None


def _family(vacancy: Vacancy, usual: Occupation | None, taxonomy: Taxonomy) -> int:
    """Place of the role family, stated or the occupation's."""
    name = vacancy.role_family or (usual.role_family if usual else "")
    return list(taxonomy.role_families).index(name) if name in taxonomy.role_families else UNKNOWN


def _asked(stated: bool | None, usual: Occupation | None) -> int:
    if stated is not None:
        return tri_state(stated)
    return UNKNOWN if usual is not None and usual.vehicle else NO


def _all_read(vacancy: Vacancy, needs: tuple[str, ...] | None) -> bool:
    """Whether needs are stated and every word of them was recognised."""
    return needs is not None and not vacancy.unlinked_skills


def _usual(occupation: Occupation | None) -> str:
    return occupation.qualification if occupation else ""


def _level(name: str, taxonomy: Taxonomy) -> float:
    """Level asked for: 0 for none, NaN for a name that is not recognised."""
    if not name:
        return 0.0
    return float(taxonomy.qualifications[name].level) if name in taxonomy.qualifications else float("nan")


def _subject(name: str, taxonomy: Taxonomy) -> int:
    term = taxonomy.qualifications.get(name)
    return qualification_subjects(taxonomy).index(term.subject) if term else 0


def _registration(vacancy: Vacancy, usual: Occupation | None, bits: Mapping[str, int]) -> int:
    name = _or(vacancy.registration, usual.registration if usual else "")
    return bits.get(name, UNKNOWN) if name else 0
