"""`train`: weights learned from a programme's outcomes."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.imports import IN_PART, rejects_beside_us
from matcher.cli.options import DAY, open_engine
from matcher.cli.printing_training import as_document, print_training

if TYPE_CHECKING:
    from matcher.domain import Outcome
    from matcher.engine import Engine
    from matcher.importers import ImportContext
    from matcher.learning.examples import Examples
    from matcher.learning.sources import Sources
    from matcher.learning.training import Trained
    from matcher.store import Store

__all__ = ["train_weights"]

_SEED = 20261125


@click.command("train")
@click.option(
    "--outcomes", type=click.Path(path_type=Path), required=True, help="CSV: candidate, vacancy, stage, date."
)
@click.option("--output", type=click.Path(path_type=Path), required=True, help="A new folder: models/NAME-VERSION.")
@click.option(
    "--columns", type=click.Path(path_type=Path), help='JSON of our column names to yours: {"stage": "Status"}.'
)
@click.option("--as-of", type=DAY, help="The day outcomes are read as of; later ones are left out. [default: today]")
@click.option("--rejects", type=click.Path(path_type=Path), help="Where bad rows go. [default: FILE-rejected.csv here]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def train_weights(
    outcomes: Path, output: Path, columns: Path | None, as_of: date | None, rejects: Path | None, as_json: bool
) -> int:
    """Fit weights to the outcomes of stored candidates and vacancies, and write them as a new model folder.

    The default model changes only when the learned weights are shown to be no worse on outcomes held back.
    """
    import numpy as np

    from matcher.importers.outcomes import read_outcomes
    from matcher.learning.card import write_card
    from matcher.learning.folders import refuse_taken, write_folder
    from matcher.learning.training import train

    refuse_taken(output)
    engine, store = open_engine()
    summary, found = read_outcomes(outcomes, _context(outcomes, columns, rejects, engine, store))
    if summary.rejects:
        click.echo(f"{summary.rejected:,} of {summary.read:,} rows rejected, with reasons: {summary.rejects}", err=True)
    examples, sources = _examples(found, as_of or _today(), engine, store)
    click.echo(f"Fitting weights to {len(examples):,} referrals.", err=True)
    trained = train(examples, engine.model, np.random.default_rng(_SEED))
    write_folder(output, trained, sources, write_card(output.name, trained, sources, examples))
    default = _settle_default(output, trained, engine)
    if as_json:
        click.echo(json.dumps(as_document(output, trained, sources, default, summary), ensure_ascii=False))
    else:
        print_training(output, trained, sources, default, summary)
    return IN_PART if summary.rejected else 0


def _context(
    outcomes: Path, columns: Path | None, rejects: Path | None, engine: "Engine", store: "Store"
) -> "ImportContext":
    from matcher.importers import ImportContext
    from matcher.importers.mapping import load_columns

    mapped = load_columns(columns, "outcomes") if columns else {}
    return ImportContext(store, engine.taxonomy, engine.gazetteer, rejects or rejects_beside_us(outcomes), mapped)


def _examples(found: "list[Outcome]", day: date, engine: "Engine", store: "Store") -> "tuple[Examples, Sources]":
    """The pairs that the outcomes speak of, with their features, and where they came from."""
    from matcher.learning.examples import read_examples
    from matcher.learning.referred import read_referred
    from matcher.learning.sources import describe_sources
    from matcher.learning.training import refuse_too_few

    referred = read_referred(found, day)
    people, work = ({getattr(pair, kind) for pair in referred.pairs} for kind in ("candidate", "vacancy"))
    candidates = {each.id: engine.settle_candidate(each) for each in store.candidates() if each.id in people}
    vacancies = {each.id: engine.settle_vacancy(each) for each in store.vacancies() if each.id in work}
    examples = read_examples(referred.pairs, candidates, vacancies, engine.score)
    refuse_too_few(examples)
    return examples, describe_sources(found, referred, examples, day, _SEED)


def _settle_default(output: Path, trained: "Trained", engine: "Engine") -> tuple[bool, str]:
    """Make the new model the default where it is shown to be no worse than it; whether, and why or why not."""
    from matcher.learning.folders import default_model, make_default
    from matcher.packaged import models_path

    verdict, default = trained.verdict, default_model()
    if not verdict.is_no_worse:
        return False, verdict.because
    if engine.model.name != default:
        return False, f"CAREMATCH_MODEL names {engine.model.name}, so that nothing was compared with {default}"
    if output.resolve().parent != models_path().resolve():
        return (
            False,
            f"{output} is not in {models_path()}, where it is; set CAREMATCH_MODEL to {output} to use it",
        )
    make_default(output)
    return True, verdict.because


def _today() -> date:
    return date.today()  # noqa: DTZ011 - dates of outcomes are local days of the United Kingdom
