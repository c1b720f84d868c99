"""``make bench``: the ratios on the demo data."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from matcher.benchmarks.blocks import Ratio, block_against_singles
from matcher.benchmarks.planning import planning_against_ranking
from matcher.benchmarks.skills import demo_adverts, mentions_against_scan, whole_esco
from matcher.benchmarks.what_if import what_if_against_ranking
from matcher.engine import Engine
from matcher.importers.demo import DEMO_DAY, load_demo

_N_PEOPLE, _N_VACANCIES = 20, 30


def run() -> None:
    """Print one line a ratio."""
    with TemporaryDirectory() as folder:
        engine = Engine.load(database=f"sqlite:///{Path(folder) / 'bench.db'}")
        assert engine.store is not None  # noqa: S101 - a database was named
        list(load_demo(engine.store, engine.taxonomy, engine.gazetteer))
        people, work = engine.store.candidates()[:_N_PEOPLE], engine.store.vacancies()[:_N_VACANCIES]
        ratio = block_against_singles(engine, people, work)
        what_if = what_if_against_ranking(engine, people[0], engine.store.vacancies(), DEMO_DAY)
        planning = planning_against_ranking(engine, people[0], engine.store.vacancies(), DEMO_DAY)
    _say(ratio)
    _say_cost(planning)
    _say_cost(what_if)
    _say(mentions_against_scan(engine.taxonomy, demo_adverts()))
    esco = whole_esco()
    if esco is None:
        click.echo("Whole ESCO: CAREMATCH_REAL_DATA holds none, so skills are not measured on it.")
    else:
        _say(mentions_against_scan(esco, demo_adverts()))


def _say(ratio: Ratio) -> None:
    click.echo(f"{ratio.measured}: {ratio.times_faster:.0f} times faster than {ratio.baseline}")


def _say_cost(ratio: Ratio) -> None:
    click.echo(f"{ratio.measured}: {1 / ratio.times_faster:.1f} times the cost of {ratio.baseline}")


if __name__ == "__main__":
    run()
