"""`match --all`: everybody with everything that is stored, into one file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.options import open_engine

if TYPE_CHECKING:
    from rich.progress import Progress

    from matcher.batch.asked import Summary

__all__ = ["match_all"]

STOPPED = 1


def match_all(
    output: Path, k: int, as_of: date | None, scheduler: str | None, part_size: int | None, *, as_json: bool
) -> int:
    """Match everybody with everything, show how far it is, and print what was done."""
    from matcher.batch.asked import Request
    from matcher.batch.whole import match_stored
    from matcher.batch.writing import check_output

    check_output(output)
    engine, store = open_engine()
    request = Request(output, k, as_of or datetime.now().astimezone().date(), scheduler, part_size)
    with _watching() as watcher:
        try:
            summary = match_stored(engine, store, request, watcher)
        except KeyboardInterrupt:
            watcher.say(watcher.how_to_go_on())
            return STOPPED
    click.echo(json.dumps(summary.as_dict(), ensure_ascii=False) if as_json else _told(summary))
    return 0


class _Watcher:
    """Shows how far a run is: sentences, and bars on a terminal."""

    def __init__(self, bar: "Progress") -> None:
        self._bar, self._n_kept, self._n_parts = bar, 0, 0
        self._people = self._parts = bar.add_task("Reading who is stored", total=None)

    def say(self, text: str) -> None:
        """A line on standard error."""
        self._bar.console.print(text, highlight=False, soft_wrap=True)

    def begin(self, n_parts: int, n_people: int) -> None:
        """Show a bar of people and one of parts."""
        self._n_parts = n_parts
        self._bar.remove_task(self._people)
        self._people = self._bar.add_task("People matched", total=n_people)
        self._parts = self._bar.add_task("Parts kept", total=n_parts)

    def people(self, n: int) -> None:
        """Move the bar of people."""
        self._bar.advance(self._people, n)

    def parts(self, n: int) -> None:
        """Move the bar of parts."""
        self._n_kept += n
        self._bar.advance(self._parts, n)

    def how_to_go_on(self) -> str:
        """What to tell whoever stopped it."""
        if not self._n_kept:
            return "Stopped before any part was kept. The same command begins anew."
        kept = f"{self._n_kept} of {self._n_parts} parts {'is' if self._n_kept == 1 else 'are'} kept"
        return f"Stopped; {kept}. The same command goes on from there."


@contextmanager
def _watching() -> Iterator[_Watcher]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield _Watcher(bar)


def _told(summary: "Summary") -> str:
    return (
        f"{summary.rows:,} rows in {summary.output}: the best {summary.k} or fewer for each candidate "
        f"({summary.candidates:,}) and for each vacancy ({summary.vacancies:,}), as of {summary.as_of}, in "
        f"{summary.seconds:.0f} s"
    )
