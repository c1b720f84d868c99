"""The whole crowd study of career transitions, without names: its five likenesses made one, held out fold by fold.

It tests how likenesses are combined, not our own: the fusion that rises with every likeness stands beside plain
gradient boosting, which may also fall, in the same folds, and beside the study's best single measure.

References
----------
Nesta (2020), "Mapping Career Causeways" (MIT licence).
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from matcher.evaluation import bootstrap_statistic
from matcher.judging.correlation import spearman
from matcher.judging.rows import Comparison, Row
from matcher.judging.tasks import number_in, read_rows
from matcher.likeness.monotone import MonotoneFusion

__all__ = ["LIKENESSES", "NAME", "NOTE", "load", "measured_study", "out_of_fold"]

NAME = "transition-study"
NOTE = (
    "transition-study: one row a transition and five folds; what plain boosting gains on the fusion it gains by "
    "letting a better likeness count against a transition, which ours never does."
)
LIKENESSES = ("combined", "essential_skills", "optional_skills", "activities", "work_context")
_FILE = "crowd_9113_unnamed.csv"
_N_FOLDS, _SEED, _N_RESAMPLES = 5, 20261125, 500
_RISING, _BOOSTED, _BEST_PART = "fusion that only rises", "gradient boosting", "optional_skills"

Table = NDArray[np.float64]
Method = Callable[[Table, Table, Table], Table]


def load(real_data: Path) -> tuple[Table, Table] | None:
    """The likenesses, (n_rows, 5) in the order of `LIKENESSES`, and people's mean, (n_rows,); None without the file.

    Raises
    ------
    FileError
        The file cannot be read.
    """
    path = real_data / "judgements" / "transitions" / _FILE
    if not path.is_file():
        return None
    columns = ("feasibility", *(f"similarity_{name}" for name in LIKENESSES))
    table = np.array([[number_in(row, column, path) for column in columns] for row in read_rows(path, columns)])
    return table[:, 1:], table[:, 0]


def measured_study(likenesses: Table, judged: Table, rng: np.random.Generator) -> tuple[list[Row], list[Comparison]]:
    """Spearman's correlation of each method on rows it was not fitted on, and the fusion beside plain boosting."""
    scores = {name: out_of_fold(method, likenesses, judged) for name, method in _METHODS.items()}
    scores[f"{_BEST_PART} alone"] = likenesses[:, LIKENESSES.index(_BEST_PART)]
    rows = [_row(name, each, judged, rng) for name, each in scores.items()]
    return rows, [_ahead(scores, judged, rng)]


def out_of_fold(method: Method, likenesses: Table, judged: Table) -> Table:
    """What a method says of each row when it has learnt from the other folds only, (n_rows,).

    Rows with the same likenesses stay in one fold, so that none is learnt from its own copy. Methods learn the rank of
    what people said, because ranks are what is measured.
    """
    _, row_of = np.unique(likenesses, axis=0, return_inverse=True)
    fold = np.random.default_rng(_SEED).permutation(row_of.max() + 1)[row_of.ravel()] % _N_FOLDS
    wanted = rankdata(judged) / len(judged)
    said = np.empty(len(judged))
    for each in range(_N_FOLDS):
        held = fold == each
        if held.any():
            said[held] = method(likenesses[~held], wanted[~held], likenesses[held])
    return said


def _rising(known: Table, wanted: Table, asked: Table) -> Table:
    return MonotoneFusion(seed=_SEED).fit(known, wanted).combine(asked)


def _boosted(known: Table, wanted: Table, asked: Table) -> Table:
    from sklearn.ensemble import GradientBoostingRegressor

    return np.asarray(GradientBoostingRegressor(random_state=_SEED).fit(known, wanted).predict(asked))


_METHODS: Mapping[str, Method] = {_RISING: _rising, _BOOSTED: _boosted}


def _row(name: str, scores: Table, judged: Table, rng: np.random.Generator) -> Row:
    found = bootstrap_statistic(len(judged), partial(spearman, scores, judged), rng, _N_RESAMPLES)
    return Row(NAME, "five folds", len(judged), name, "Spearman", found.value, found.low, found.high)


def _ahead(scores: Mapping[str, Table], judged: Table, rng: np.random.Generator) -> Comparison:
    def lead(at: NDArray[np.int64]) -> float:
        return spearman(scores[_RISING], judged, at) - spearman(scores[_BOOSTED], judged, at)

    found = bootstrap_statistic(len(judged), lead, rng, _N_RESAMPLES)
    return Comparison(
        NAME, "five folds", len(judged), _RISING, _BOOSTED, "Spearman", found.value, found.low, found.high
    )
