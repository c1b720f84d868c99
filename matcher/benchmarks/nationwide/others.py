"""What other rooms are for, as parts: imports, and single rankings of what is kept warm."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from matcher.benchmarks.importing import import_against_bare_insert
from matcher.benchmarks.national import SIZES
from matcher.benchmarks.nationwide.cost import cost_of, peak_mb
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import kept_nation
from matcher.benchmarks.nationwide.matching import K, matching_of
from matcher.scoring.taking import take

__all__ = ["imports", "single_rankings"]

_SEED = 17
_N_RANKINGS = 1_000
_N_TO_WARM = 20


def imports(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part
    """Rows a second of an import into SQLite, over those of a bare insert of the same rows."""
    figures = {}
    for kind, n_rows in zip(("candidates", "vacancies"), SIZES[scale], strict=True):
        with TemporaryDirectory() as place:
            url = f"sqlite:///{Path(place) / 'bench.db'}"
            ratio = import_against_bare_insert(kind, n_rows, url, default_rng(_SEED))
        figures[f"{kind}_a_second"] = n_rows / ratio.measured_seconds
        figures[f"{kind}_share"] = ratio.times_faster
    return figures


def single_rankings(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part
    """Milliseconds of one ranking after another, of people and of vacancies drawn from the nation: median and p99."""
    from matcher.ranking.warm import Warm

    matching, rng = matching_of(kept_nation(folder)), default_rng(_SEED)
    warm, ready = cost_of(lambda: Warm.of(matching.people, matching.work, matching.model, matching.as_of))
    people = [take(matching.people, rows) for rows in _single_rows(len(matching.people), rng)]
    work = [take(matching.work, rows) for rows in _single_rows(len(matching.work), rng)]
    return {
        "ready_seconds": ready.seconds,
        **_spread("vacancies", [partial(warm.rank_vacancies, person, K) for person in people]),
        **_spread("candidates", [partial(warm.rank_candidates, vacancy, K) for vacancy in work]),
        "peak_mb": peak_mb(),
    }


def _single_rows(n: int, rng: Generator) -> NDArray[np.int64]:
    """Some rows of `n`, each in an array of its own."""
    return rng.choice(n, min(_N_RANKINGS, n), replace=False)[:, None]


def _spread(name: str, runs: Sequence[Callable[[], object]]) -> Figures:
    taken = _milliseconds(runs)
    return {f"{name}_p50": float(np.median(taken)), f"{name}_p99": float(np.quantile(taken, 0.99))}


def _milliseconds(runs: Sequence[Callable[[], object]]) -> list[float]:
    """Of each run, after a few to get ready on."""
    for run in runs[:_N_TO_WARM]:
        run()
    taken = []
    for run in runs:
        began = perf_counter()
        run()
        taken.append((perf_counter() - began) * 1000.0)
    return taken
