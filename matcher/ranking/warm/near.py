"""The cells within reach of the one who asks, and the most a journey there is worth; compiled."""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import Travel
from matcher.ranking.everything.compiling import compiled, inlined
from matcher.ranking.everything.exact import nearness
from matcher.ranking.everything.pair import leg_minutes
from matcher.ranking.warm.askers import Where
from matcher.ranking.warm.cells import LIVE_IN, PLACED, Cells

__all__ = ["cells_in_reach", "nearest_first"]

Floats = NDArray[np.float64]
Longs = NDArray[np.int64]

_SLACK_KM = 1e-6
"""So that no rounding of a reach leaves out what the gate, which decides, would let in."""

_N_SHELVES = 64
"""Judgement: cells are put on as many shelves by what the journey is worth, which is all the order that is needed."""


@compiled
def cells_in_reach(
    where: Where, cells: Cells, regions: Cells, travel: Travel, prior: float, half_value: float
) -> tuple[Longs, Floats]:
    """Cells that hold a row within reach, in their order, and the nearness that no row of each exceeds.

    `travel` is of those who travel: of the cells' people by their groups, else of the one person who asks. `regions`
    are the cells taken together.
    """
    reach, radius, group, sort = cells.reach_km, cells.radius_km, cells.group, cells.sort
    speed, detour, fixed, usual, _ = travel
    found, best = np.empty(len(sort), np.int64), np.empty(len(sort))
    n_found = 0
    for region in range(len(regions.sort)):
        has_journey = where.sort == PLACED and regions.sort[region] == PLACED
        if has_journey and _away_km(where, regions, region) > regions.reach_km[region]:
            continue
        for cell in range(regions.start[region], regions.start[region + 1]):
            near = 1.0 if where.sort == LIVE_IN or sort[cell] == LIVE_IN else prior
            if has_journey:
                away = _away_km(where, cells, cell)
                if away > reach[cell]:
                    continue
                km, minutes = max(away + where.reach_km - where.radius_km - radius[cell], 0.0), np.inf
                for mode in range(len(speed)):
                    if usual[group[cell], mode]:
                        minutes = min(minutes, leg_minutes(km, detour[mode], speed[mode], fixed[mode]))
                near = nearness(minutes, half_value)
            found[n_found], best[n_found] = cell, near
            n_found += 1
    return found[:n_found].copy(), best[:n_found].copy()


@compiled
def nearest_first(near: Floats) -> Longs:
    """The order of some cells by their nearness, best first shelf by shelf, (n,)."""
    on_shelf, order = np.zeros(_N_SHELVES + 1, np.int64), np.empty(len(near), np.int64)
    for at in range(len(near)):
        on_shelf[_shelf(near[at]) + 1] += 1
    for shelf in range(_N_SHELVES):
        on_shelf[shelf + 1] += on_shelf[shelf]
    for at in range(len(near)):
        order[on_shelf[_shelf(near[at])]] = at
        on_shelf[_shelf(near[at])] += 1
    return order


@inlined
def _away_km(where: Where, cells: Cells, cell: int) -> float:
    """Kilometres from a cell to where the one who asks reaches, by which the cell has to reach beyond its points."""
    dx = max(cells.west[cell] - where.easting, where.easting - cells.east[cell], 0.0)
    dy = max(cells.south[cell] - where.northing, where.northing - cells.north[cell], 0.0)
    return float(np.sqrt(dx * dx + dy * dy) / 1000.0 - where.reach_km - _SLACK_KM)


@compiled
def _shelf(near: float) -> int:
    return min(max(int((1.0 - near) * _N_SHELVES), 0), _N_SHELVES - 1)
