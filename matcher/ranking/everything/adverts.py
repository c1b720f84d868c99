"""Vacancies as the kernel reads them, what it asks of one beside each other: they come to it in no order of rows."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import Work
from matcher.ranking.everything.layers import layers_of
from matcher.ranking.everything.tables import Tables

__all__ = ["Adverts", "adverts_of"]

_FIGURES = np.dtype(
    [
        ("easting", np.float64),
        ("northing", np.float64),
        ("radius", np.float64),
        ("blur", np.float64),
        ("contract", np.float64),
        ("essential", np.float64),
        ("optional", np.float64),
        ("n_words", np.float64),
        ("rank", np.int32),
        ("has_place", np.bool_),
        ("live_in", np.bool_),
        ("essential_known", np.bool_),
        ("optional_known", np.bool_),
    ],
    align=True,
)


class Adverts(NamedTuple):
    """Vacancies, one row each.

    Attributes
    ----------
    figures : (m,) records
        Place, radius and blur; the feature of the contract; what its needs are worth in all, and how many words it
        has; the rank of its id; and flags, as in `VacancyArrays`.
    base : (m, n_tables) uint32
        Where the row of its kind begins in every table.
    kind : (m, n_layers) int32
        Its kind in every layer; `n_kinds` of all layers.
    work : Work
        Its needs and words.
    """

    figures: NDArray[np.void]
    base: NDArray[np.uint32]
    kind: NDArray[np.int32]
    n_kinds: int
    work: Work


def adverts_of(work: Work, tables: Tables) -> Adverts:
    """Put columns and tables together."""
    figures = np.empty(len(work.rank), dtype=_FIGURES)
    for name in ("easting", "northing", "radius", "blur", "rank", "live_in", "essential_known", "optional_known"):
        figures[name] = getattr(work, name)
    figures["has_place"] = work.placed
    figures["contract"] = tables.contract
    figures["essential"], figures["optional"] = work.essential.total, work.optional.total
    figures["n_words"] = work.texts.total
    kind = layers_of(work, tables)
    base = np.ascontiguousarray(tables.base.T, dtype=np.uint32)
    return Adverts(figures, base, kind, int(kind.max()) + 1, work)
