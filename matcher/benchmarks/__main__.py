"""``make bench``: the ratios on the demo data."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from matcher.benchmarks.blocks import block_against_singles
from matcher.engine import Engine
from matcher.importers.demo import load_demo

_N_PEOPLE, _N_VACANCIES = 20, 30


def run() -> None:
    """Print one line a ratio."""
    with TemporaryDirectory() as folder:
        engine = Engine.load(database=f"sqlite:///{Path(folder) / 'bench.db'}")
        assert engine.store is not None  # noqa: S101 - a database was named
        list(load_demo(engine.store, engine.taxonomy, engine.gazetteer))
        people, work = engine.store.candidates()[:_N_PEOPLE], engine.store.vacancies()[:_N_VACANCIES]
        ratio = block_against_singles(engine, people, work)
    click.echo(f"{ratio.measured}: {ratio.times_faster:.0f} times faster than {ratio.baseline}")


if __name__ == "__main__":
    run()
