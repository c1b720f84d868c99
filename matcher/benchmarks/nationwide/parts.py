"""Which parts there are, and how long each may take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from matcher.benchmarks.nationwide.figures import Figures

__all__ = ["PARTS", "Part", "function_of"]

_MINUTES = {"S": 5.0, "M": 20.0, "L": 60.0}
"""Judgement: some ten times what a part takes on two cores, so that only what hangs is stopped."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is measured in a process of its own.

    Attributes
    ----------
    says : what is being done, for whoever waits
    module, function : where it is
    scales : on which it says anything; elsewhere it is left out unless asked for
    needs : other parts without which it cannot be measured
    """

    says: str
    module: str
    function: str
    scales: str = "SML"
    needs: tuple[str, ...] = ("nation",)

    def limit_seconds(self, scale: str) -> float:
        """How long it may take."""
        return _MINUTES[scale] * 60.0


_OUR_LISTS = ("nation", "compiled")

PARTS: Mapping[str, Part] = {
    "nation": Part("making the nation", "making", "make_and_keep"),
    "compiled": Part("everybody with everything, compiled", "matching", "compiled"),
    "ball_tree": Part("the same by BallTree and NumPy", "matching", "by_ball_tree", needs=_OUR_LISTS),
    "polars": Part("the same by Polars", "matching", "by_polars", needs=_OUR_LISTS),
    "plain": Part("the same without numba", "matching", "plain", needs=_OUR_LISTS),
    "oracle": Part("samples of both sides by the definitions", "oracle", "exactness", needs=_OUR_LISTS),
    "growth": Part("five sizes of both sides", "growth", "growth"),
    "streaming": Part("the limit: reading every pair in reach", "streaming", "streaming_limit"),
    "cold": Part("fresh processes", "cold", "cold_start"),
    "warm": Part("single rankings, kept warm", "others", "single_rankings"),
    "imports": Part("imports against bare inserts", "others", "imports"),
    "dask": Part("two workers of Dask against one", "workers", "two_against_one", scales="ML"),
}
"""In the order in which they are measured."""


def function_of(name: str) -> Callable[[Path, str], Figures]:
    """What measures a part, given the folder of the nation and the scale."""
    part = PARTS[name]
    function: Callable[[Path, str], Figures] = getattr(import_module(f"{__package__}.{part.module}"), part.function)
    return function
