"""A ranking on a terminal, to be read aloud."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from matcher.domain import LIFT_POINTS, Candidate, ChangeEffect, GateOutcome, Match, NotNow, Ranking, short_list

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["print_ranking"]

_MOST_NOT_NOW = 5
_MOST_CHANGES = 6


def print_ranking(ranking: Ranking, engine: "Engine", candidate: Candidate | None = None) -> None:
    """Print the matches with a reason for every point, what is out for now and what would change it, what to ask."""
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110, highlight=False)
    _print_heading(console, ranking, engine, candidate)
    for match in ranking.matches:
        _print_match(console, ranking, match)
    if not ranking.matches:
        console.print("Nothing can be ranked; see below for why.\n")
    _print_not_now(console, ranking)
    _print_changes(console, ranking)
    _print_must_haves(console, ranking)
    if ranking.ask_next:
        question, moves = escape(ranking.ask_next.question), ranking.ask_next.moves
        console.print(f"[bold]Ask next:[/] {question} The answer could change {moves} of the places above.")


def _print_heading(console: Console, ranking: Ranking, engine: "Engine", candidate: Candidate | None) -> None:
    what = "Vacancies for" if ranking.kind == "candidate" else "Candidates for"
    console.print(
        f"[bold]{what} {escape(ranking.id)}[/] on {ranking.as_of}: {len(ranking.matches)} shown, "
        f"{len(ranking.not_now)} not now, of {ranking.n_considered} (model {ranking.model})"
    )
    if candidate is not None:
        person = engine.settle_candidate(candidate)
        if person.place and person.place.note:
            console.print(f"[dim]{escape(person.place.label)}: {escape(person.place.note)}[/]")
    console.print()


def _print_match(console: Console, ranking: Ranking, match: Match) -> None:
    other = match.vacancy if ranking.kind == "candidate" else match.candidate
    title = _title(match) if ranking.kind == "candidate" else "Candidate"
    console.print(
        f"[bold]{match.rank}. {escape(title)}[/] ({escape(other)})  [bold]{match.score:.1f}[/] points, "
        f"between {match.score_low:.0f} and {match.score_high:.0f} once the unknowns are known"
    )
    table = Table(box=None, show_header=False, padding=(0, 1), expand=True)
    table.add_column(justify="right", width=13)
    table.add_column(ratio=1)
    for item in match.contributions:
        mark = "" if item.known else " ?"
        points = f"{item.contribution:.1f} of {item.weight:g}{mark}"
        table.add_row(points, f"[dim]{item.feature.replace('_', ' ')}:[/] {escape(item.reason)}")
    console.print(table)
    for gate in match.gates:
        if gate.outcome != GateOutcome.MET:
            console.print(f"   {gate.outcome.value}: {escape(gate.reason)}")
    for note in match.notes:
        console.print(f"   [dim]note: {escape(note)}[/]")
    if match.to_lift:
        console.print(f"   to lift: {escape(match.to_lift)}")
    console.print()


def _title(entry: Match | NotNow) -> str:
    return f"{entry.title}, {entry.provider}" if entry.provider else entry.title


def _print_not_now(console: Console, ranking: Ranking) -> None:
    if not ranking.not_now:
        return
    counts = Counter(gate.gate.replace("_", " ") for entry in ranking.not_now for gate in entry.gates)
    reasons = ", ".join(f"{name} {n}" for name, n in counts.most_common())
    console.print(f"[bold]Not now, because[/] ({reasons})")
    within_reach_first = sorted(ranking.not_now, key=lambda entry: entry.change is None)
    for entry in within_reach_first[:_MOST_NOT_NOW]:
        name = _title(entry) if ranking.kind == "candidate" else entry.candidate
        console.print(f" - {escape(name)}: {escape(f'{entry.because} {entry.to_open}'.strip())}")
    left = len(ranking.not_now) - _MOST_NOT_NOW
    if left > 0:
        console.print(f"   and {left} more (all of them with --json)")
    console.print()


def _print_changes(console: Console, ranking: Ranking) -> None:
    """What would open most, in few lines."""
    shown = short_list(ranking.changes, _MOST_CHANGES)
    if shown:
        console.print("[bold]What would open more[/]")
        for effect in shown:
            console.print(f" - {escape(effect.change.what)}: {_said(effect)}")
        console.print()


def _said(effect: ChangeEffect) -> str:
    """Counts in words: ``opens 3, lifts 2 by 5 points or more``."""
    opens = [f"opens {effect.opens}"] if effect.opens else []
    lifts = [f"lifts {effect.lifts} by {LIFT_POINTS:g} points or more"] if effect.lifts else []
    return ", ".join(opens + lifts)


def _print_must_haves(console: Console, ranking: Ranking) -> None:
    """Each must-have that takes anybody out, with the pool as it is and as it would be."""
    narrowing = [one for one in ranking.must_haves if one.n_more]
    if narrowing:
        console.print("[bold]Who the must-haves leave[/]")
        for one in narrowing:
            asked = f"; {one.n_not_asked} of the {one.n_with} not asked yet" if one.n_not_asked else ""
            console.print(f" - without {escape(one.label)}: {one.n_without} instead of {one.n_with}{asked}")
        console.print()
