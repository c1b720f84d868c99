"""What the compiled and the tabled way were not made for. The plain way takes whatever there is."""

from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.errors import InputError
from matcher.geography import NO_SERVICE, mode_speed, service_waits
from matcher.ranking.everything.matching import Matching
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.travel import NO_SERVICE_MINUTES

__all__ = ["STEEPEST_MINUTES_PER_KM", "WIDEST_KM", "NotFitError", "check_fitness", "check_installed", "is_installed"]

WIDEST_KM = 200.0
"""How far a radius may reach for 32-bit floats to tell centimetres apart; no postcode area reaches farther."""

STEEPEST_MINUTES_PER_KM = 20.0
"""How slow a way of travel may be for an error of centimetres not to count; walking takes 16."""

_FARTHEST_M = 1e7
"""No place on the earth is farther from the origin of a grid; beyond, squares of 32-bit floats lose their meaning."""

_MOST_POINTS = np.iinfo(np.int32).max
_FULL_CREDIT = 100


class NotFitError(InputError):
    """A fast way cannot be taken: why, and that the plain way can."""


def is_installed() -> bool:
    """Whether what compiles is there."""
    return find_spec("numba") is not None


def check_installed() -> None:
    """Whether the compiled way can be taken at all.

    Raises
    ------
    NotFitError
        Where it cannot.
    """
    if not is_installed():
        raise NotFitError("numba is not installed: pip install 'carematch[fast]', or take the plain way.")


def check_fitness(matching: Matching) -> None:
    """Whether the bounds and integers of the faster ways hold for these rows.

    Raises
    ------
    NotFitError
        Where they do not.
    """
    if matching.travel_times is not None and len(matching.travel_times):
        raise NotFitError("Journeys were measured, which only the plain way reads.")
    _check_figures(matching.people, matching.work)
    _check_travel()


def _check_figures(people: CandidateArrays, work: VacancyArrays) -> None:
    radii = {"blur_km of candidates": people.blur_km, "blur_km": work.blur_km, "radius_km": work.radius_km}
    for name, radius in radii.items():
        if not ((radius >= 0) & (radius <= WIDEST_KM)).all():
            raise NotFitError(f"A {name} is not from 0 to {WIDEST_KM:g} km: only the plain way counts with it.")
    places = (people.easting_m, people.northing_m, work.easting_m, work.northing_m)
    if any(_is_beyond(metres) for metres in places):
        raise NotFitError("A place lies 10,000 km from the origin of its grid: only the plain way counts with it.")
    for needs in (work.essential, work.optional):
        if (np.asarray(needs.sum(axis=1), dtype=np.float64) * _FULL_CREDIT > _MOST_POINTS).any():
            raise NotFitError("The needs of a vacancy are worth too much for 32-bit integers.")


def _is_beyond(metres: NDArray[np.float64]) -> bool:
    return bool((np.isfinite(metres) & (np.abs(metres) > _FARTHEST_M)).any())


def _check_travel() -> None:
    """Figures of ``data/travel/``: the sum of the kernel takes the minutes counted to lie within their range."""
    for mode in TravelMode:
        speed, service = mode_speed(mode), service_waits(mode)
        if 60.0 * speed.detour_factor / speed.speed_kmh > STEEPEST_MINUTES_PER_KM:
            raise NotFitError(f"{mode} is slower than {STEEPEST_MINUTES_PER_KM:g} minutes a kilometre.")
        for ends in (service.there, service.home) if service else ():
            if ends[ends < NO_SERVICE].max(initial=0.0) > NO_SERVICE_MINUTES:
                raise NotFitError(f"A wait for {mode} is longer than one for a way that does not run.")
