"""Two models beside each other on the same outcomes: measures, paired differences, intervals over candidates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation import Interval, Judged, bootstrap_difference, bootstrap_statistic, ndcg_at
from matcher.learning.examples import Examples
from matcher.learning.likelihood import Flags, Floats

__all__ = ["Beside", "Predicted", "set_beside"]

_K = 10
_N_RESAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Beside:
    """One measure of both models, higher is better, and the paired difference; `n` is how many it is a mean over."""

    learned: float
    current: float
    difference: Interval
    n: int


@dataclass(frozen=True, eq=False)
class Predicted:
    """Of each outcome, by a model that had not seen its candidate: score, loss and chance, (n,)."""

    scores: Floats
    losses: Floats
    chances: Floats

    @classmethod
    def of(cls, n: int) -> "Predicted":
        """Room for `n` outcomes."""
        return cls(*np.full((3, n), np.nan))

    @cached_property
    def places(self) -> NDArray[np.int64]:
        """Rank of each score, 0 for the lowest, equal scores alike: sorted once for all resamples."""
        from scipy.stats import rankdata

        return np.asarray(rankdata(self.scores, method="dense") - 1)


def set_beside(
    examples: Examples, learned: Predicted, now: Predicted, rng: np.random.Generator
) -> Mapping[str, Beside]:
    """Every measure of the learned and the current model.

    Returns
    -------
    mapping of name to Beside
        ``log_likelihood`` (mean over outcomes, in nats), ``auc`` and, where somebody has both a start and none,
        ``ndcg_10`` within candidate.
    """

    def likelihood(found: Predicted, counts: Floats) -> float:
        return -float(np.average(found.losses, weights=counts))

    def auc(found: Predicted, counts: Floats) -> float:
        return _auc(found.places, examples.started, counts)

    return {
        "log_likelihood": _beside(examples, likelihood, learned, now, rng),
        "auc": _beside(examples, auc, learned, now, rng),
        **_ndcg_beside(examples, learned, now, rng),
    }


def _beside(
    examples: Examples,
    measure: Callable[[Predicted, Floats], float],
    learned: Predicted,
    now: Predicted,
    rng: np.random.Generator,
) -> Beside:
    """A measure that takes how often each outcome counts; resamples count the outcomes of whole candidates."""
    _, people = np.unique(examples.groups, return_inverse=True)
    n_people = int(people.max()) + 1

    def ahead(drawn: NDArray[np.int64]) -> float:
        counts = np.bincount(drawn, minlength=n_people)[people].astype(np.float64)
        return measure(learned, counts) - measure(now, counts)

    once = np.ones(len(examples))
    difference = bootstrap_statistic(n_people, ahead, rng, _N_RESAMPLES)
    return Beside(measure(learned, once), measure(now, once), difference, len(examples))


def _auc(places: NDArray[np.int64], started: Flags, counts: Floats) -> float:
    """The chance that a start outscores another outcome, ties half; a half where there are not both."""
    total = counts[started].sum() * counts[~started].sum()
    if not total:
        return 0.5
    n_others, n_starts = (np.bincount(places, counts * flag) for flag in (~started, started))
    return float((n_starts * (np.cumsum(n_others) - n_others / 2)).sum() / total)


def _ndcg_beside(examples: Examples, learned: Predicted, now: Predicted, rng: np.random.Generator) -> dict[str, Beside]:
    """NDCG of each candidate's own referrals, a start counting 1; nothing where nobody has both a start and none."""
    rows = [np.flatnonzero(examples.groups == group) for group in np.unique(examples.groups)]
    mixed = [each for each in rows if 0 < examples.started[each].sum() < len(each)]
    if not mixed:
        return {}
    ours, theirs = ([_ndcg(found.scores[each], examples.started[each]) for each in mixed] for found in (learned, now))
    difference = bootstrap_difference(ours, theirs, rng)
    return {f"ndcg_{_K}": Beside(float(np.mean(ours)), float(np.mean(theirs)), difference, len(mixed))}


def _ndcg(scores: Floats, started: Flags) -> float:
    gains = started.astype(np.float64)
    return ndcg_at(Judged("", gains[np.argsort(-scores, kind="stable")], np.ones(int(gains.sum()))), _K)
