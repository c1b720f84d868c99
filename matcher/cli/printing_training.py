"""What was learned, on a terminal and as JSON: sums and shares of groups, never a chance of one person."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from matcher.importers import ImportSummary
    from matcher.learning.sources import Sources
    from matcher.learning.training import Trained

__all__ = ["as_document", "print_training"]


def as_document(
    output: Path, trained: "Trained", sources: "Sources", default: tuple[bool, str], summary: "ImportSummary"
) -> dict[str, Any]:
    """The JSON document of the command line."""
    from matcher.learning.folders import default_model, measured

    changed, because = default
    return {
        **measured(output.name, trained, sources),
        "output": str(output),
        "default": {"model": default_model(), "changed": changed, "because": because},
        "weights": dict(trained.fitted.weights),
        "bands": [
            {"low": band.low, "high": band.high, "n": band.n, "n_started": band.n_started}
            for band in trained.calibration.bands
        ],
        "outcomes": {"read": summary.read, "rejected": summary.rejected, "rejects": summary.rejects},
    }


def print_training(
    output: Path, trained: "Trained", sources: "Sources", default: tuple[bool, str], summary: "ImportSummary"
) -> None:
    """Print the pairs learned from, the weights, how they do on outcomes held back, and who started by score."""
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110, highlight=False)
    _print_data(console, trained, sources, summary)
    console.print("[bold]Weights, in points[/]", _weights(trained), "")
    console.print("[bold]On outcomes held back[/], the difference with its 95% interval", _measures(trained), "")
    console.print("[bold]Who started, by score[/]: of groups, and says nothing of one person", _bands(trained), "")
    console.print(_default_said(default))
    console.print(f"Written: {escape(str(output))} (weights, card, metrics, calibration)")


def _print_data(console: Console, trained: "Trained", sources: "Sources", summary: "ImportSummary") -> None:
    from matcher.learning.card import FATES_SAID

    console.print(
        f"[bold]Learned from {trained.fitted.n:,} referrals[/] of {sources.n_candidates:,} candidates to "
        f"{sources.n_vacancies:,} vacancies, as of {sources.as_of}. Of all referrals in the file"
    )
    for fate, said in FATES_SAID.items():
        if sources.fates.get(fate):
            console.print(f"  {sources.fates[fate]:,} {said}")
    for note in summary.notes:
        console.print(f"  {escape(note)}")
    console.print()


def _weights(trained: "Trained") -> Table:
    table = Table("feature", "before", "now", box=None)
    for name, now in trained.fitted.weights.items():
        table.add_row(name, f"{trained.current.weights[name]:g}", f"{now:g}")
    return table


def _measures(trained: "Trained") -> Table:
    from matcher.learning.training import MEASURES_SAID

    table = Table("measure", "learned", "current", "difference", box=None)
    for name, found in trained.held_back.measures.items():
        change = found.difference
        table.add_row(
            MEASURES_SAID[name],
            f"{found.learned:.3f}",
            f"{found.current:.3f}",
            f"{change.value:+.4f} [{change.low:+.4f} to {change.high:+.4f}]",
        )
    return table


def _bands(trained: "Trained") -> Table:
    table = Table("score", "referrals", "started", box=None)
    for band in trained.calibration.bands:
        table.add_row(f"{band.low:.1f} to {band.high:.1f}", f"{band.n:,}", f"{band.n_started / band.n:.0%}")
    return table


def _default_said(default: tuple[bool, str]) -> str:
    from matcher.learning.folders import default_model

    changed, because = default
    verb = "is now" if changed else "stays"
    return f"[bold]The default model {verb} {default_model()}[/]{'' if changed else ' (kept)'}: {escape(because)}."
