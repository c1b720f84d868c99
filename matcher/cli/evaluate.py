"""`evaluate`: how well the engine reads, on whatever judgements are there."""

import json
import os
import sys
import time
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher import __version__
from matcher.errors import FileError

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.judging import Evaluation

__all__ = ["evaluate_judgements"]

_SETS = (
    "job-titles",
    "sentence-skills",
    "related-occupations",
    "careers-service",
    "transitions",
    "transition-study",
    "labour-flows",
)


@click.command("evaluate")
@click.option("--only", type=click.Choice(_SETS), help="One set of judgements. [default: all there are]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def evaluate_judgements(only: str | None, as_json: bool) -> None:
    """Measure quality on the judgements under CAREMATCH_REAL_DATA, beside simple methods on the same queries."""
    from matcher.judging import evaluate

    real_data = _real_data()
    started = time.perf_counter()

    def tell(sentence: str) -> None:
        click.echo(f"{time.perf_counter() - started:6.1f} s  {sentence}", err=True)

    tell("loading ESCO and O*NET")
    engine = _engine(real_data)
    encoder = os.environ.get("CAREMATCH_ENCODER") or None
    found = evaluate(real_data, engine, encoder=encoder, only=only, progress=tell)
    tell("done")
    if as_json:
        click.echo(json.dumps(_document(found, engine, encoder), ensure_ascii=False))
    else:
        _print(found)


def _real_data() -> Path:
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder:
        raise FileError(
            "CAREMATCH_REAL_DATA is not set, and nothing can be measured without judgements: set it to the folder that "
            "holds judgements/, esco_v1.1.1/ and ncs_job_profiles/."
        )
    if not Path(folder).is_dir():
        raise FileError(f"CAREMATCH_REAL_DATA is {folder}, which is not a folder: set it to that of the judgements.")
    return Path(folder)


def _engine(real_data: Path) -> "Engine":
    """The engine over the whole of ESCO, and O*NET's titles, where the folder has them."""
    from matcher.engine import Engine

    esco, onet = real_data / "esco_v1.1.1", real_data / "judgements" / "onet"
    return Engine.load(taxonomy=esco if esco.is_dir() else None, titles=onet if onet.is_dir() else None)


def _document(found: "Evaluation", engine: "Engine", encoder: str | None) -> dict[str, Any]:
    return {
        "judgements": found.judgements,
        "rows": [asdict(row) for row in found.rows],
        "comparisons": [asdict(comparison) for comparison in found.comparisons],
        "engine": {"version": __version__, "model": engine.model.name, "encoder": encoder},
        "skipped": found.skipped,
        "notes": found.notes,
    }


def _print(found: "Evaluation") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110, highlight=False)
    for (judgements, part), group in groupby(found.rows, key=lambda row: (row.judgements, row.slice)):
        rows = list(group)
        metrics = list(dict.fromkeys(row.metric for row in rows))
        table = Table("method", *metrics, title=f"{judgements}: {part} (n = {rows[0].n})", title_justify="left")
        for method, figures in groupby(rows, key=lambda row: row.method):
            table.add_row(
                method, *(f"{row.value:.3f} [{row.low:.3f}–{row.high:.3f}]" for row in figures), style=_style(method)
            )
        console.print(table)
    for ahead in found.comparisons:
        console.print(
            f"{ahead.judgements}, {ahead.slice}: {ahead.method} less {ahead.against} in {ahead.metric}: "
            f"{ahead.difference:+.3f} [{ahead.low:+.3f} to {ahead.high:+.3f}]"
        )
    for sentence in (*found.notes, *found.skipped):
        console.print(sentence)


def _style(method: str) -> str:
    return "bold" if method.startswith("carematch") else ""
