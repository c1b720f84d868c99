"""What kinds of vacancies decide alone, laid over the people of a block once, and kept while the block is swept.

All that a pair is worth but for travel and pay hangs on what a vacancy needs, on what it asks of a past, and on when it
is. Adverts differ less in each of these than they do in all: a few hundred kinds stand for a hundred thousand, so that
most pairs are the sum of three numbers that lie in the cache. Where every advert is of a kind of its own, its layers
are laid for it alone, and nothing is lost but what was hoped for.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.alike import kinds_of, kinds_of_spans
from matcher.ranking.everything.bounds import add_coverage, add_looked, count_points
from matcher.ranking.everything.columns import Sets, Work
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.looked import W_ESSENTIAL, W_OPTIONAL, Looked
from matcher.ranking.everything.neighbours import Neighbours
from matcher.ranking.everything.tables import (
    EXPERIENCE,
    GATES_OUT,
    HOURS_FIT,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    Tables,
)

__all__ = ["N_LAYERS", "lay", "layers_of"]

N_LAYERS = 3
_NEEDED, _PAST, _TIMES = range(N_LAYERS)
"""Skills; sector, experience, qualification and every gate but place and shifts; shifts and hours."""

_LOOKED = {_PAST: (PRIOR_SECTOR, EXPERIENCE, QUALIFICATION, GATES_OUT), _TIMES: (SHIFT_SHARE, HOURS_FIT)}


def layers_of(work: Work, tables: Tables) -> NDArray[np.int32]:
    """The kind of every vacancy in each layer, (m, N_LAYERS), numbered from 0 on through all layers."""
    m = len(work.rank)
    essential, optional = (
        kinds_of_spans(needs.start, needs.item, needs.value) for needs in (work.essential, work.optional)
    )
    kinds = [
        kinds_of(m, essential.of, work.essential_known, optional.of, work.optional_known),
        *(kinds_of(m, *tables.base[list(_LOOKED[layer])]) for layer in (_PAST, _TIMES)),
    ]
    before = np.cumsum([0, *(len(one) for one in kinds[:-1])]).astype(np.int32)
    return np.stack([one.of + first for one, first in zip(kinds, before, strict=True)], axis=1)


@compiled
def lay(  # noqa: PLR0913, PLR0917 - what every layer reads
    points: NDArray[np.float32],
    layer: int,
    v: int,
    block: Neighbours,
    work: Work,
    looked: Looked,
    base: NDArray[np.uint32],
) -> None:
    """Set `points` (n,) to what the kind of vacancy `v` is worth to each of a block in a layer.

    Under the first lies the most that wording could bring.
    """
    kind, bound = block.kind, looked.bound
    points[:] = np.float32(0.0)
    if layer == _NEEDED:
        points += block.text_most
        _add_needed(points, v, block, work.essential, (work.essential_known[v], W_ESSENTIAL), looked)
        _add_needed(points, v, block, work.optional, (work.optional_known[v], W_OPTIONAL), looked)
    elif layer == _PAST:
        add_looked(points, kind[PRIOR_SECTOR], bound[base[v, PRIOR_SECTOR] :])
        add_looked(points, kind[EXPERIENCE], bound[base[v, EXPERIENCE] :])
        add_looked(points, kind[QUALIFICATION], bound[base[v, QUALIFICATION] :])
        add_looked(points, kind[GATES_OUT], bound[base[v, GATES_OUT] :])
    else:
        add_looked(points, kind[SHIFT_SHARE], bound[base[v, SHIFT_SHARE] :])
        add_looked(points, kind[HOURS_FIT], bound[base[v, HOURS_FIT] :])


@compiled
def _add_needed(
    points: NDArray[np.float32], v: int, block: Neighbours, needs: Sets, known: tuple[bool, int], looked: Looked
) -> None:
    start, end, (stated, feature) = needs.start[v], needs.start[v + 1], known
    brought = np.empty(len(points), np.int32)
    count_points(brought, block.tile, needs.item[start:end], needs.value[start:end])
    weight, prior = looked.weights[feature], looked.priors[feature]
    add_coverage(points, brought, block.unasked, (needs.total[v], stated), weight, prior)
