"""Pathways on a terminal, to be read aloud."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from matcher.domain import Opens, Pathway, SkillGap, Step

if TYPE_CHECKING:
    from matcher.pathways import Standing

__all__ = ["print_pathways"]


def print_pathways(
    who: str, as_of: date, standing: "Standing", pathways: Sequence[Pathway], gap: SkillGap | None
) -> None:
    """Print where somebody stands, each pathway, the gap to the target, and what all of them assume."""
    from matcher.pathways.figures import BENEFITS_CALCULATORS

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110, highlight=False)
    console.print(f"[bold]Pathways for {escape(who)}[/] on {as_of}")
    console.print(f"You are here: [bold]{escape(standing.role.label)}[/]. [dim]{escape(standing.because)}[/]\n")
    for number, pathway in enumerate(pathways, start=1):
        _print_pathway(console, number, pathway)
    if not pathways:
        console.print("Nothing usually follows on this ladder: name a role with --target.\n")
    if gap:
        _print_gap(console, gap)
    console.print("[bold]What is assumed[/]")
    for sentence in dict.fromkeys(sentence for pathway in pathways for sentence in pathway.assumptions):
        console.print(f" - {escape(sentence)}")
    console.print(f" - Independent benefits calculators: {BENEFITS_CALCULATORS}")


def _print_gap(console: Console, gap: SkillGap) -> None:
    """Skills they have, and skills they may need to develop with where each can be learnt."""
    from matcher.pathways.figures import say_where_learnt

    console.print(f"[bold]Skills you have for this work[/]: {escape(', '.join(gap.have) or 'none named yet')}")
    if gap.develop:
        console.print("[bold]Skills you may need to develop[/]")
    for skill in gap.develop:
        console.print(f" - {escape(skill.label)}: {escape(say_where_learnt(skill))}")
    if gap.qualities:
        console.print(f"The work also calls for {escape(', '.join(gap.qualities))}.")
    console.print()


def _print_pathway(console: Console, number: int, pathway: Pathway) -> None:
    from matcher.pathways.pictures.words import say_length

    console.print(f"[bold]{number}. {escape(pathway.name)}[/]: {say_length(pathway)}")
    table = Table(box=None, show_header=False, padding=(0, 1), expand=True)
    table.add_column(width=22)
    table.add_column(ratio=1)
    for step in pathway.steps:
        table.add_row(_when(step), _said(step))
    console.print(table)
    if not pathway.steps:
        console.print("   No steps: nothing stands between today and the target.")
    console.print(f"   Opens: {_opens(pathway.opens)}\n")


def _when(step: Step) -> str:
    from matcher.pathways.pictures import say_when

    return say_when(step.start_week)


def _said(step: Step) -> str:
    """The step with its kind, length and money, what it brings and clears, and who pays; one thing a line."""
    from matcher.pathways.pictures import say_step

    lines = [f"[bold]{escape(step.title)}[/]", escape(say_step(step))]
    if step.gains:
        lines.append(f"[dim]brings:[/] {escape(', '.join(step.gains))}")
    if step.clears:
        lines.append(f"[dim]clears:[/] {escape(', '.join(name.replace('_', ' ') for name in step.clears))}")
    note = ". ".join(filter(None, (f"Paid by {step.paid_by}" if step.paid_by else "", step.note)))
    return "\n".join([*lines, *([f"[dim]{escape(note)}[/]"] if note else [])])


def _opens(opens: Opens) -> str:
    """Counts in words: ``3 vacancies now, 11 after``."""
    return f"{opens.now} {'vacancy' if opens.now == 1 else 'vacancies'} now, {opens.after} after"
