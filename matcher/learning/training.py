"""From outcomes to a model that may take the place of the current one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.errors import InputError
from matcher.learning.calibration import Calibration, fit_calibration
from matcher.learning.examples import Examples, scores_of
from matcher.learning.fitting import Fitted, fit_weights
from matcher.learning.held_back import N_PARTS, HeldBack, hold_back
from matcher.scoring import Model

__all__ = [
    "DECIDES",
    "LEAST_MOVED",
    "LEAST_OTHERS",
    "LEAST_STARTS",
    "MARGIN",
    "MEASURES_SAID",
    "Trained",
    "Verdict",
    "refuse_too_few",
    "train",
]

LEAST_STARTS = 20
LEAST_OTHERS = 10
"""Judgement: the smallest programme we know (49 people, 29 hired) can be learned from; from fewer, a share of one half
is not told from one of three quarters."""

DECIDES = "log_likelihood"
"""The measure that the verdict is of."""

MARGIN = 0.005
"""How far below 0 the lower end of the likelihood's interval may reach, in nats for an outcome. Judgement: so much is
lost on average by chances that are off by five in a hundred."""

LEAST_MOVED = 4
"""Judgement: of five parts. Where fewer moved the weights, outcomes held back say little of weights that moved."""

MEASURES_SAID: Mapping[str, str] = {
    "log_likelihood": "mean log-likelihood of an outcome",
    "auc": "chance that a start outscores another outcome (AUC)",
    "ndcg_10": "nDCG@10 within a candidate's referrals",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the learned weights are shown to be no worse, and the sentence that says why."""

    is_no_worse: bool
    because: str


@dataclass(frozen=True, eq=False)
class Trained:
    """What was learned: weights, calibration, and what held-back outcomes say of them."""

    current: Model
    fitted: Fitted
    calibration: Calibration
    held_back: HeldBack
    verdict: Verdict


def refuse_too_few(examples: Examples) -> None:
    """Refuse outcomes that nothing can be learned from.

    Raises
    ------
    InputError
        Too few started, too few did not, or too few people for parts that are held back in turn.
    """
    n_started = int(examples.started.sum())
    n_others = len(examples) - n_started
    if n_started < LEAST_STARTS or n_others < LEAST_OTHERS:
        raise InputError(
            f"Too few outcomes to learn from: {n_started} started and {n_others} did not, and at least {LEAST_STARTS} "
            f"and {LEAST_OTHERS} are needed. Wait for more, or add those of earlier cohorts."
        )
    if examples.n_candidates < 2 * N_PARTS:
        raise InputError(
            f"The outcomes are those of {examples.n_candidates} people, and at least {2 * N_PARTS} are needed, for "
            "weights are tried on people they were not fitted to: add those of earlier cohorts."
        )


def train(examples: Examples, current: Model, rng: np.random.Generator) -> Trained:
    """Fit weights and calibration to outcomes that are enough, and judge them on outcomes held back.

    The weights come of all outcomes. Their calibration comes of scores that held-back outcomes were given, so that it
    is not flattered by the fit.
    """
    fitted = fit_weights(examples.features, examples.started, examples.groups, current, rng)
    held_back = hold_back(examples, current, rng)
    scores = scores_of(examples.features, current) if fitted.is_current else held_back.scores
    calibration = fit_calibration(scores, examples.started)
    return Trained(current, fitted, calibration, held_back, _verdict(fitted, held_back))


def _verdict(fitted: Fitted, held_back: HeldBack) -> Verdict:
    """No worse: the weights moved in most parts, and outcomes held back are as likely, within `MARGIN`.

    The order within a candidate's referrals is said beside it and decides nothing: of two to five it is mostly chance.
    """
    if fitted.is_current:
        return Verdict(False, "the outcomes give no reason to move any weight")
    if held_back.n_moved < LEAST_MOVED:
        few = f"in {held_back.n_moved} of {N_PARTS} parts only"
        return Verdict(False, f"too few outcomes to judge by: without those held back the weights moved {few}")
    judged = held_back.measures[DECIDES].difference
    is_no_worse = judged.value >= 0 and judged.low >= -MARGIN
    shown = "shown" if is_no_worse else "not shown"
    figures = "; ".join(_said(name, held_back) for name in (DECIDES, "ndcg_10") if name in held_back.measures)
    return Verdict(is_no_worse, f"the learned weights are {shown} to be no worse on outcomes held back: {figures}")


def _said(name: str, held_back: HeldBack) -> str:
    found = held_back.measures[name].difference
    return f"{MEASURES_SAID[name]} {found.value:+.4f} [{found.low:+.4f} to {found.high:+.4f}]"
