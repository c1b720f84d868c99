"""What shrinking is worth, by simulation: ``python -m matcher.judging.affinity_trial``.

True shares of the real industries are drawn from models of how they may lie, two periods are counted from them, and
each way of turning the first period's counts into an order is held against the second period's shares (Spearman), over
industries with a published count in both. The figures are simulated; nothing of a later period is read.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from matcher.judging.correlation import spearman
from matcher.judging.expected_shares import LEFT_OUT, PERIOD, SPREAD, shrinkage_inputs
from matcher.judging.labour_flows import Flow, load
from matcher.judging.shrinkage import FEWEST, Spread, counting_noise, log_odds, shrunk_shares
from matcher.taxonomy import load_taxonomy

__all__ = ["Industries", "Truth", "correlations", "likeliest_spread"]

Floats = NDArray[np.float64]
Method = Callable[["Industries", Floats], Floats]

REPEATED = "repeat the share"

_LATER = 0.6
"""Judgement: a later period with fewer leavers leaves about 38 industries in both, as the two real ones leave 35."""

_MEAN_LOG_ODDS = -2.5
_N_DRAWS = 400
_SEED = 20_261_125


@dataclass(frozen=True, eq=False)
class Industries:
    """Leavers, skills (n,) and levels (n, n) of the industries as they are; `counted` is whose own count is used."""

    n_leavers: Floats
    beforehand: Floats
    levels: Sequence[Floats]
    counted: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Truth:
    """One way that shares may lie: the log-odds rise by `slope` with the skills, and spread about that."""

    slope: float
    spread: Spread


TRUTHS: Mapping[str, Truth] = {
    f"{name}, {lasting:.0%} lasting": Truth(slope, Spread(levels, lasting * own, (1 - lasting) * own))
    for name, slope, levels, own in (
        ("skills tell much", 4.0, (0.0, 0.03), 0.26),
        ("skills tell something", 2.5, (0.15, 0.02), 0.26),
        ("skills tell nothing", 0.0, (0.4, 0.0), 0.25),
    )
    for lasting in (0.6, 0.5, 0.4)
}


def correlations(
    industries: Industries, truth: Truth, methods: Mapping[str, Method], rng: np.random.Generator
) -> dict[str, float]:
    """Of one draw of two periods, the rank correlation that each method reaches."""
    n = len(industries.n_leavers)
    spread = sum(size * level for size, level in zip(truth.spread.levels, industries.levels, strict=True))
    lasting = rng.multivariate_normal(np.zeros(n), spread + truth.spread.lasting * np.eye(n))
    centred = industries.beforehand - industries.beforehand.mean()
    lasting += _MEAN_LOG_ODDS + truth.slope * centred
    leavers = (industries.n_leavers, np.floor(_LATER * industries.n_leavers))
    first, second = (_counted(lasting, truth.spread.passing, each, rng) for each in leavers)
    seen = np.flatnonzero((first >= FEWEST) & (second >= FEWEST))
    return {name: spearman(method(industries, first), second / leavers[1], seen) for name, method in methods.items()}


def likeliest_spread(industries: Industries, n_moves: Floats, *, with_skills: bool) -> list[float]:
    """Variances of section, main activity and industry by restricted maximum likelihood."""
    at = industries.counted
    observed = log_odds(n_moves, industries.n_leavers)[at]
    noise = np.diag(counting_noise(n_moves, industries.n_leavers)[at])
    fixed = np.column_stack([np.ones(at.sum())] + ([industries.beforehand[at]] if with_skills else []))
    levels = [level[np.ix_(at, at)] for level in (*industries.levels, np.eye(len(at)))]

    def loss(logs: Floats) -> float:
        covariance = noise + sum(size * level for size, level in zip(np.exp(logs), levels, strict=True))
        precision = np.linalg.inv(covariance)
        weighed = fixed.T @ precision
        ahead = observed - fixed @ np.linalg.solve(weighed @ fixed, weighed @ observed)
        determinants = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(weighed @ fixed)[1]
        return float(determinants + ahead @ precision @ ahead)

    found = min((minimize(loss, [start] * 3, method="Nelder-Mead") for start in (-3.0, -1.0)), key=lambda f: f.fun)
    return [float(size) for size in np.exp(found.x)]


def _counted(lasting: Floats, passing: float, n_leavers: Floats, rng: np.random.Generator) -> Floats:
    chances = expit(lasting + rng.normal(0.0, passing**0.5, len(lasting)))
    return rng.binomial(n_leavers.astype(np.int64), chances).astype(np.float64)


def _raw(industries: Industries, n_moves: Floats) -> Floats:
    return n_moves / industries.n_leavers


def _to_the_whole(industries: Industries, n_moves: Floats, *, strength: float) -> Floats:
    whole = n_moves.sum() / industries.n_leavers.sum()
    return np.asarray((n_moves + strength * whole) / (industries.n_leavers + strength))


def _shrunk(industries: Industries, n_moves: Floats, *, spread: Spread) -> Floats:
    every = np.ones(len(n_moves), dtype=bool)
    return shrunk_shares((n_moves, industries.n_leavers), industries.beforehand, industries.levels, spread, every)


METHODS: Mapping[str, Method] = {
    REPEATED: _raw,
    "towards the whole, 200": partial(_to_the_whole, strength=200.0),
    "lasting 20%": partial(_shrunk, spread=Spread(SPREAD.levels, 0.05, 0.20)),
    "as shipped (50%)": partial(_shrunk, spread=SPREAD),
    "lasting 80%": partial(_shrunk, spread=Spread(SPREAD.levels, 0.20, 0.05)),
}


def main() -> None:
    """Print, for each truth, what repeating the share reaches, and the mean gain of each method with its spread."""
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder:
        raise SystemExit("CAREMATCH_REAL_DATA names no folder of real data: set it.")
    sys.stdout.writelines(f"{line}\n" for line in _report(load(Path(folder))[PERIOD]))


def _report(flows: Sequence[Flow]) -> Iterator[str]:
    beforehand, levels = shrinkage_inputs(flows, load_taxonomy())
    counted = np.array([flow.industry not in LEFT_OUT for flow in flows])
    industries = Industries(np.array([flow.n_leavers for flow in flows]), beforehand, levels, counted)
    n_moves = np.array([flow.n_moves for flow in flows])
    for with_skills in (True, False):
        found = ", ".join(f"{size:.2f}" for size in likeliest_spread(industries, n_moves, with_skills=with_skills))
        yield f"likeliest variances {'with' if with_skills else 'without'} skills: {found}"
    for spread in (SPREAD, Spread((0.0, 0.0), SPREAD.lasting, SPREAD.passing)):
        reached = _left_out_in_turn(industries, n_moves, spread)
        yield f"without its own count, levels {spread.levels}: an industry's share is ordered at {reached:.3f}"
    for name, truth in TRUTHS.items():
        yield from _gains(name, industries, truth)


def _left_out_in_turn(industries: Industries, n_moves: Floats, spread: Spread) -> float:
    """The rank correlation of published shares with what is predicted of each without its own count."""
    counts, order = (n_moves, industries.n_leavers), np.arange(len(n_moves))
    others = (industries.counted & (order != own) for own in order)
    predicted = [
        shrunk_shares(counts, industries.beforehand, industries.levels, spread, kept)[own]
        for own, kept in enumerate(others)
    ]
    return spearman(np.array(predicted), n_moves / industries.n_leavers, np.flatnonzero(n_moves >= FEWEST))


def _gains(name: str, industries: Industries, truth: Truth) -> Iterator[str]:
    rng = np.random.default_rng(_SEED)
    drawn = [correlations(industries, truth, METHODS, rng) for _ in range(_N_DRAWS)]
    repeated = np.array([each[REPEATED] for each in drawn])
    yield f"{name}: repeating the share reaches {repeated.mean():.3f}"
    for method in METHODS:
        gain = np.array([each[method] for each in drawn]) - repeated
        yield f"    {method}: {gain.mean():+.3f}, spread {gain.std():.3f}, ahead in {(gain > 0).mean():.0%}"


if __name__ == "__main__":
    main()
