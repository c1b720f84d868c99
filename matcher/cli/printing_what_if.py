"""What courses would open, on a terminal."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from matcher.domain import CourseEffect, CourseReach

__all__ = ["print_effects", "print_reaches"]

_MOST_SHOWN = 10


def print_effects(effects: "Sequence[CourseEffect]") -> None:
    """Print what opens most, and how many courses open nothing."""
    console = _console()
    useful = [each for each in effects if each.opened or each.ready.after > each.ready.now]
    if not effects:
        console.print("No course or check that we know could be begun now and would bring anything new.")
    for effect in useful[:_MOST_SHOWN]:
        console.print(
            f" - {escape(effect.sentence)} [dim]{_weeks(effect.weeks)}, {_pounds(effect.cost_gbp)} to pay.[/]"
        )
    left, nothing = len(useful) - _MOST_SHOWN, len(effects) - len(useful)
    if left > 0:
        console.print(f"And {left} more (all of them with --json).")
    if nothing:
        console.print(f"{nothing} that could be begun now would open nothing more by themselves (listed with --json).")


def print_reaches(reaches: "Sequence[CourseReach]", n_candidates: int) -> None:
    """Print the courses that open something for most people."""
    console = _console()
    console.print(f"[bold]Which course for these {n_candidates} people[/]: found by ranking again for each of them")
    table = Table(box=None, padding=(0, 1))
    for heading in ("course or check", "people it opens one for", "opened in all", "made ready", "cost a head"):
        table.add_column(heading, justify="left" if heading == "course or check" else "right")
    for reach in reaches[:_MOST_SHOWN]:
        cost = "not known" if reach.cost_gbp is None else _pounds(reach.cost_gbp)
        table.add_row(escape(reach.title), str(reach.n_people), str(reach.n_opened), str(reach.n_made_ready), cost)
    console.print(table)
    console.print("Made ready: open, with no check, licence or registration still to be had. An employer decides.")


def _weeks(weeks: float) -> str:
    if weeks < 1:
        return "Less than a week"
    return "1 week" if weeks == 1 else f"{weeks:.0f} weeks"


def _pounds(amount: float) -> str:
    return f"£{amount:,.2f}" if amount % 1 else f"£{amount:,.0f}"


def _console() -> Console:
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110, highlight=False)
