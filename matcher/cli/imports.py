"""`import` and `build-places`."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from matcher.cli.options import open_engine
from matcher.errors import InputError
from matcher.importers import KINDS, ImportContext, ImportSummary, run_import

__all__ = ["IN_PART", "build_places", "import_file", "rejects_beside_us"]

IN_PART = 1
_COUNTS = ("read", "added", "updated", "unchanged", "rejected")


@click.command("import")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", default="auto", show_default=True, help="The file's format; auto looks at it.")
@click.option("--columns", type=click.Path(path_type=Path), help='JSON of our column names to yours: {"id": "Ref"}.')
@click.option("--rejects", type=click.Path(path_type=Path), help="Where bad rows go. [default: FILE-rejected.csv here]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def import_file(
    kind: str,
    file: Path,
    format_: str,
    columns: Path | None,
    rejects: Path | None,
    as_json: bool,
) -> int:
    """Import FILE of KIND into the database. Safe to repeat; bad rows come back in a file of their own."""
    from matcher.importers.mapping import load_columns

    if rejects is not None and file.exists() and rejects.exists() and rejects.samefile(file):
        raise InputError(f"--rejects {rejects} is the file that is imported: name another, or it would be overwritten.")
    engine, store = open_engine()
    with _progress(f"{kind} from {file.name}") as progress:
        summary = run_import(
            kind,
            file,
            ImportContext(
                store=store,
                taxonomy=engine.taxonomy,
                gazetteer=engine.gazetteer,
                rejects=rejects or rejects_beside_us(file),
                columns=load_columns(columns, kind) if columns else {},
                format=format_,
                progress=progress,
            ),
        )
    click.echo(json.dumps(summary.as_dict(), ensure_ascii=False) if as_json else _told(summary))
    return IN_PART if summary.rejected else 0


@click.command("build-places")
@click.argument("postcodes", type=click.Path(path_type=Path))
@click.argument("deprivation", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), default=Path("data/places"), show_default=True)
def build_places(postcodes: Path, deprivation: Path, output: Path) -> None:
    """Make the table of postcode sectors that ships, from the ONS postcodes and the 2025 deprivation index."""
    from matcher.importers.places import build_sector_table

    click.echo(f"Written: {build_sector_table(postcodes, deprivation, output)}", err=True)


def rejects_beside_us(file: Path) -> Path:
    """Bad rows of ``caseload.csv.gz`` go to ``caseload-rejected.csv`` in the folder the command runs in."""
    return Path(f"{file.name.removesuffix('.gz').removesuffix('.csv').removesuffix('.json')}-rejected.csv")


@contextmanager
def _progress(title: str) -> Iterator[Callable[[int], None]]:
    """A bar of rows read, on a terminal only."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed:,} rows"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None)
        yield lambda n_rows: bar.advance(task, n_rows)


def _told(summary: ImportSummary) -> str:
    counts = ", ".join(f"{getattr(summary, name):,} {name}" for name in _COUNTS)
    lines = [f"{summary.kind} ({summary.format}): {counts} in {summary.seconds:.1f} s"]
    lines += [f"  {note}" for note in summary.notes]
    if summary.rejects:
        lines.append(f"  Rejected rows, each with its reason: {summary.rejects}")
    return "\n".join(lines)
