"""One simulated world from end to end: outcomes, what is learned from them, and how that does on people not yet met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.importers.demo import DEMO_DAY
from matcher.judging.simulation.fates import Fates, follow, long_run_chances, number_of
from matcher.judging.simulation.measures import calibration_error, mean_ndcg
from matcher.judging.simulation.methods import Learner, Ranker, unlearned
from matcher.judging.simulation.programmes import Seen, Town
from matcher.judging.simulation.referrals import refer
from matcher.judging.simulation.truth import World, true_chances, weight_vector
from matcher.learning.examples import Examples
from matcher.learning.referred import read_referred
from matcher.scoring import Model

__all__ = ["CALIBRATION", "FOR_CANDIDATES", "FOR_VACANCIES", "NDCG", "Measured", "Split", "examples_of", "run_trial"]

NDCG = "nDCG@10"
FOR_CANDIDATES = "nDCG@10, vacancies for a candidate"
FOR_VACANCIES = "nDCG@10, candidates for a vacancy"
CALIBRATION = "expected calibration error"

_FRESH = (0.1, 1 / 3)  # shares of candidates and vacancies kept for judging


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of one method in one world after some outcomes: after none for a method that learns from none."""

    n_outcomes: int
    method: str
    metric: str
    value: float


@dataclass(frozen=True, slots=True)
class Split:
    """Rows and columns of a town: whom a programme has met, and whom it is judged on."""

    met: tuple[NDArray[np.int64], NDArray[np.int64]]
    fresh: tuple[NDArray[np.int64], NDArray[np.int64]]

    @classmethod
    def draw(cls, shape: tuple[int, int], rng: np.random.Generator) -> "Split":
        """Some candidates and vacancies kept for judging, all others met."""
        rows, columns = (rng.permutation(size) for size in shape)
        n_fresh = [round(size * share) for size, share in zip(shape, _FRESH, strict=True)]
        return cls((rows[n_fresh[0] :], columns[n_fresh[1] :]), (rows[: n_fresh[0]], columns[: n_fresh[1]]))


def run_trial(
    world: World,
    town: Town,
    learners: Sequence[Learner],
    sizes: Sequence[int],
    model: Model,
    rng: np.random.Generator,
) -> Iterator[Measured]:
    """Every method after every number of outcomes, judged on candidates and vacancies that are in none of them.

    Outcomes come of the shipped ranking. Those of a smaller number are among those of a larger.

    Raises
    ------
    DataError
        The town has too few people for so many outcomes.
    """
    split = Split.draw(town.shown.open.shape, rng)
    chances = true_chances(world, town.known, rng)
    ground = _Ground(_part(town.shown, split.fresh), chances[np.ix_(*split.fresh)])
    met, met_chances = _part(town.shown, split.met), chances[np.ix_(*split.met)]
    referrals = refer(met.features @ weight_vector(model), met.open, met_chances, rng)
    fates = follow(referrals, met_chances, rng)
    for name, ranker in unlearned(model, world.weights, rng).items():
        figures = ground.judge(ranker, rng)
        yield from (Measured(0, name, metric, value) for metric, value in figures.items())
    examples = examples_of(fates, met)
    if len(examples) < max(sizes):
        raise DataError(f"Only {len(examples)} referrals say something, not {max(sizes)}: build a town of more people.")
    for n in sizes:
        first = examples.part(np.arange(len(examples)) < n)
        for learner in learners:
            for name, ranker in learner(first, model, rng.spawn(1)[0]).items():
                figures = ground.judge(ranker, rng)
                yield from (Measured(n, name, metric, value) for metric, value in figures.items())


def examples_of(fates: Fates, met: Seen) -> Examples:
    """Referrals that say something on the day of looking, as the learning room reads an outcomes file."""
    pairs = read_referred(fates.outcomes(DEMO_DAY), DEMO_DAY).pairs
    candidates = np.array([number_of(pair.candidate) for pair in pairs], dtype=np.int64)
    vacancies = np.array([number_of(pair.vacancy) for pair in pairs], dtype=np.int64)
    started = np.array([pair.started for pair in pairs], dtype=bool)
    features = met.features[candidates, vacancies].astype(np.float64)
    return Examples(features, met.answered[candidates, vacancies], started, candidates)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What methods are judged on: pairs as the engine sees them, and true chances."""

    shown: Seen
    chances: NDArray[np.float64]

    def judge(self, ranker: Ranker, rng: np.random.Generator) -> dict[str, float]:
        """Both directions of ranking, their mean, and how far off chances are for pairs that it would have referred."""
        scores = np.full(self.chances.shape, -np.inf)
        scores[self.shown.open] = ranker.scores(self.shown.features[self.shown.open].astype(np.float64))
        for_candidates = mean_ndcg(scores, self.chances, self.shown.open)
        for_vacancies = mean_ndcg(scores.T, self.chances.T, self.shown.open.T)
        figures = {
            NDCG: (for_candidates + for_vacancies) / 2,
            FOR_CANDIDATES: for_candidates,
            FOR_VACANCIES: for_vacancies,
        }
        if ranker.chances is not None:
            referred = refer(scores, self.shown.open, self.chances, rng)
            predicted = ranker.chances(self.shown.features[referred.candidate, referred.vacancy].astype(np.float64))
            figures[CALIBRATION] = calibration_error(predicted, long_run_chances(referred, self.chances, rng))
        return figures


def _part(seen: Seen, part: tuple[NDArray[np.int64], NDArray[np.int64]]) -> Seen:
    cells = np.ix_(*part)
    return Seen(seen.features[cells], seen.answered[cells], seen.open[cells])
