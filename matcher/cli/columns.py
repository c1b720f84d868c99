"""`columns`: look at a spreadsheet's columns before importing it."""

import json
from pathlib import Path

import click

__all__ = ["columns"]


@click.command()
@click.argument("kind", type=click.Choice(("candidates", "vacancies", "providers", "courses", "outcomes")))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), help="Save the mapping, for `import --columns`.")
def columns(kind: str, file: Path, output: Path | None) -> None:
    """Suggest which columns of FILE are which of ours, and show its first rows as they would be read."""
    from rich.console import Console
    from rich.table import Table

    from matcher.importers.mapping import preview, suggest_columns

    suggested = suggest_columns(preview(file, kind, {}, n=0).header, kind)
    shown = preview(file, kind, suggested, n=3)
    table = Table("our column", "column of the file", "first rows", box=None)
    for ours, theirs in shown.columns.items():
        table.add_row(ours, theirs, " | ".join(row[ours] for row in shown.rows))
    Console(width=110, highlight=False).print(table)
    if shown.unread:
        click.echo(f"Not read: {', '.join(shown.unread)}")
    if output:
        output.write_text(json.dumps(shown.columns, indent=1, ensure_ascii=False), encoding="utf-8")
        click.echo(f"Saved: {output}. Then: carematch import {kind} {file} --columns {output}", err=True)
