"""The nation that everything else is measured on."""

from pathlib import Path
from tempfile import TemporaryDirectory

from numpy.random import default_rng

from matcher.benchmarks.national import SIZES, make_nation
from matcher.benchmarks.nationwide.cost import cost_of
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import keep_nation
from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.importers.demo import DEMO_DAY, load_demo

__all__ = ["demo_templates", "make_and_keep"]

_SEED = 7


def make_and_keep(folder: Path, scale: str) -> Figures:
    """Make the nation of a scale and keep it in a folder."""
    engine, templates = demo_templates()
    rng = default_rng(_SEED)
    nation, cost = cost_of(lambda: make_nation(SIZES[scale], templates, engine.taxonomy, DEMO_DAY, rng))
    keep_nation(nation, folder)
    return {**cost._asdict(), "n_people": len(nation.people), "n_vacancies": len(nation.work), "seed": _SEED}


def demo_templates() -> tuple[Engine, tuple[list[Candidate], list[Vacancy]]]:
    """An engine, and the settled records of the demo."""
    with TemporaryDirectory() as folder:
        engine = Engine.load(database=f"sqlite:///{Path(folder) / 'bench.db'}")
        assert engine.store is not None  # noqa: S101 - a database was named
        list(load_demo(engine.store, engine.taxonomy, engine.gazetteer))
        people = [engine.settle_candidate(one) for one in engine.store.candidates()]
        work = [engine.settle_vacancy(one) for one in engine.store.vacancies()]
        engine.store.close()
    return engine, (people, work)
