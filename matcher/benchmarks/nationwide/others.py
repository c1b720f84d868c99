"""What other rooms are for, as parts: imports, and single rankings of what is kept warm."""

from pathlib import Path
from tempfile import TemporaryDirectory

from numpy.random import default_rng

from matcher.benchmarks.importing import import_against_bare_insert
from matcher.benchmarks.national import SIZES
from matcher.benchmarks.nationwide.cost import peak_mb
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import kept_nation
from matcher.benchmarks.nationwide.matching import matching_of

__all__ = ["imports", "single_rankings"]

_SEED = 17


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
    """Milliseconds by the clock of one ranking after another, of people and of vacancies drawn from the nation."""
    from matcher.benchmarks.warm import warm_times

    nation = kept_nation(folder)
    matching = matching_of(nation)
    times = warm_times(nation, matching.model, matching.as_of, default_rng(_SEED))
    return {
        "ready_seconds": times.ready_seconds,
        "vacancies_p50": times.person.wall_p50_ms,
        "vacancies_p99": times.person.wall_p99_ms,
        "candidates_p50": times.vacancy.wall_p50_ms,
        "candidates_p99": times.vacancy.wall_p99_ms,
        "peak_mb": peak_mb(),
    }
