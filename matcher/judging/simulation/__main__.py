"""``python -m matcher.judging.simulation``: the table of the proving ground, about six minutes on one core."""

import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from matcher import __version__
from matcher.errors import DataError
from matcher.judging.simulation.methods import IN_USE, LEARNED
from matcher.judging.simulation.proving import ALL, TOLERATED, Row, build_towns, prove, sentences
from matcher.judging.simulation.trials import CALIBRATION, NDCG
from matcher.scoring import load_model
from matcher.taxonomy import load_taxonomy

if TYPE_CHECKING:
    from rich.table import Table

_N_WORLDS = 60


@click.command("simulation")
@click.option("--worlds", "n_worlds", type=click.IntRange(min=4), default=_N_WORLDS, show_default=True)
@click.option("--model", "name", help="The model to start from. [default: the one in models/DEFAULT]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def simulate(n_worlds: int, name: str | None, as_json: bool) -> None:
    """Say, of simulated programmes whose truth is known, when learning from outcomes pays and whether it hurts."""
    began = time.perf_counter()

    def tell(sentence: str) -> None:
        click.echo(f"{time.perf_counter() - began:6.1f} s  {sentence}", err=True)

    try:
        model = load_model(name)
    except DataError as error:
        raise click.UsageError(str(error)) from error
    rows = prove(build_towns(load_taxonomy(), model), model, n_worlds, progress=tell)
    if as_json:
        document = {
            "data": "simulated",
            "engine": {"version": __version__, "model": model.name},
            "n_worlds": n_worlds,
            "rows": [asdict(row) for row in rows],
            "sentences": [*sentences(rows), *sentences(rows, IN_USE)],
        }
        click.echo(json.dumps(document))
    else:
        _print(rows)


def _print(rows: Sequence[Row]) -> None:
    from rich.console import Console

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110, highlight=False)
    ranked = sorted((row for row in rows if row.metric == NDCG), key=lambda row: row.worlds != ALL)
    chances = {(row.worlds, row.n_outcomes, row.method): row for row in rows if row.metric == CALIBRATION}
    for _, group in groupby(ranked, key=lambda row: row.worlds):
        console.print(_table(list(group), chances), "")
    console.print(
        f"Simulated: ahead, {NDCG} less that of the shipped weights in the same worlds, with its 95% interval;"
    )
    console.print(f"Simulated: behind in, worlds in which it is more than {TOLERATED} behind; ECE, {CALIBRATION}.")
    for sentence in (*sentences(rows), *sentences(rows, IN_USE)):
        console.print(sentence)


def _table(rows: Sequence[Row], chances: Mapping[tuple[str, int, str], Row]) -> "Table":
    from rich.table import Table

    title = f"Simulated: {rows[0].worlds} worlds (n = {rows[0].n_worlds})"
    names = ("data", "outcomes", "method", NDCG, "ahead of shipped", "behind in", "ECE")
    table = Table(*names, title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for row in sorted(rows, key=lambda each: each.n_outcomes):
        off = chances.get((row.worlds, row.n_outcomes, row.method))
        table.add_row(
            row.data,
            f"{row.n_outcomes:,}" if row.n_outcomes else "any",
            row.method,
            f"{row.value:.3f}",
            f"{row.ahead:+.4f} [{row.ahead_low:+.4f}, {row.ahead_high:+.4f}]",
            f"{row.hurts:.0%}",
            f"{off.value:.3f}" if off else "",
            style="bold" if row.method in {LEARNED, IN_USE} else "",
        )
    return table


if __name__ == "__main__":
    simulate()
