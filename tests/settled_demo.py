"""The records of the demo, settled: what made-up nations are made after."""

from pathlib import Path

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.importers.demo import load_demo

Templates = tuple[list[Candidate], list[Vacancy]]


def settled_demo(folder: Path) -> Templates:
    """Candidates and vacancies, by way of a database in a folder."""
    engine = Engine.load(database=f"sqlite:///{folder / 'demo.db'}")
    assert engine.store is not None
    list(load_demo(engine.store, engine.taxonomy, engine.gazetteer))
    people, work = engine.store.candidates(), engine.store.vacancies()
    return [engine.settle_candidate(one) for one in people], [engine.settle_vacancy(one) for one in work]
