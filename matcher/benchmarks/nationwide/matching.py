"""Everybody matched with everything: our own ways, and the baselines, whose lists have to be ours."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.random import default_rng

from matcher.benchmarks.national import Nation
from matcher.benchmarks.nationwide.cost import Cost, cost_of
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import keep_lists, kept_lists, kept_nation
from matcher.benchmarks.nationwide.sampling import first_rows, people_of_squares
from matcher.importers.demo import DEMO_DAY
from matcher.ranking.everything import Matching, ScoredMatches, match_everything_scored
from matcher.ranking.everything.lists import ScoredLists
from matcher.scoring import load_model
from matcher.scoring.taking import take

__all__ = ["K", "by_ball_tree", "by_polars", "compiled", "matching_of", "plain", "warm_up"]

K = 20
"""How long a list is."""

Way = Callable[[Matching], ScoredMatches]

_WHOLE = frozenset({"S", "M"})
"""Scales on which slow ways go through everybody."""

_SAMPLES = (10_000, 30_000)
"""Judgement: two samples of people, from which the seconds of all are drawn in a straight line; some minutes each."""

_SEED = 11
_WARM = (200, 50)
_SAME_POINTS = 1e-9
"""Scores that differ by less are the same score with its last bits rounded otherwise."""


def compiled(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part
    """The compiled way on all cores, compiled before the clock starts; keeps its lists, which others are held to."""
    matching = matching_of(kept_nation(folder))
    warm_up(matching)
    lists, cost = cost_of(lambda: match_everything_scored(matching, fast=True))
    keep_lists(lists, folder)
    return cost._asdict()


def plain(folder: Path, scale: str) -> Figures:
    """What a machine without numba gets."""
    return _against_ours(folder, scale, lambda matching: match_everything_scored(matching, fast=False))


def by_ball_tree(folder: Path, scale: str) -> Figures:
    """scikit-learn's BallTree and NumPy."""
    from matcher.benchmarks.baselines import ball_tree_matches

    return _against_ours(folder, scale, ball_tree_matches)


def by_polars(folder: Path, scale: str) -> Figures:
    """Polars."""
    from matcher.benchmarks.baselines import polars_matches

    return _against_ours(folder, scale, polars_matches)


def matching_of(nation: Nation) -> Matching:
    """A nation to be matched by the shipped model."""
    return Matching(nation.people, nation.work, load_model(), DEMO_DAY, K)


def warm_up(matching: Matching) -> None:
    """Have everything compiled, on a few rows."""
    n, m = min(_WARM[0], len(matching.people)), min(_WARM[1], len(matching.work))
    few = first_rows(Nation(matching.people, matching.work), n, m)
    match_everything_scored(matching_of(few), fast=True)


def _against_ours(folder: Path, scale: str, way: Way) -> Figures:
    nation = kept_nation(folder)
    if scale in _WHOLE:
        lists, cost = cost_of(lambda: way(matching_of(nation)))
        return {**cost._asdict(), **_agreement(lists, kept_lists(folder))}
    samples = [
        matching_of(Nation(take(nation.people, people_of_squares(nation.people, n, default_rng(_SEED))), nation.work))
        for n in _SAMPLES
    ]
    measured = [cost_of(lambda sample=sample: way(sample)) for sample in samples]  # type: ignore[misc]
    costs = [cost for _, cost in measured]
    ours = match_everything_scored(samples[-1], fast=True)
    return {**_extrapolated(costs, len(nation.people)), **_agreement(measured[-1][0], ours), "n_sampled": _SAMPLES[-1]}


def _extrapolated(costs: list[Cost], n_people: int) -> Figures:
    """Seconds of everybody, on the straight line through two samples; memory as measured."""
    few, many = _SAMPLES
    beyond = (n_people - few) / (many - few)
    seconds, cpu_seconds = (one + (other - one) * beyond for one, other in zip(costs[0][:2], costs[1][:2], strict=True))
    return {"seconds": seconds, "cpu_seconds": cpu_seconds, "peak_mb": costs[-1].peak_mb}


def _agreement(found: ScoredMatches, expected: ScoredMatches) -> Figures:
    """Whether two ways give the same lists; where two scores are the same but for rounding, either may come first."""
    pairs = (
        (found.vacancies_for_candidates, expected.vacancies_for_candidates),
        (found.candidates_for_vacancies, expected.candidates_for_vacancies),
    )
    off = max(_farthest_off(*pair) for pair in pairs)
    n_others = sum(int((one[0] != other[0]).sum()) for one, other in pairs)
    return {"same_lists": off <= _SAME_POINTS, "points_off": off, "n_other_rows": n_others}


def _farthest_off(one: ScoredLists, other: ScoredLists) -> float:
    """The most that the scores of a place differ by; infinite where only one list has anybody there."""
    lacking = np.isneginf(one[1]) != np.isneginf(other[1])
    if lacking.any():
        return float("inf")
    there = np.isfinite(one[1])
    return float(np.abs(one[1][there] - other[1][there]).max(initial=0.0))
