"""`occupation`."""

import json

import click
from rich.console import Console
from rich.table import Table

from matcher.cli.options import open_engine
from matcher.errors import InputError

__all__ = ["occupation"]


@click.command()
@click.argument("title")
@click.option("--k", default=5, show_default=True, type=click.IntRange(1, 1000), help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def occupation(title: str, k: int, as_json: bool) -> None:
    """Link a job title, as somebody writes it, to occupations; says so where it is not sure."""
    if not title.strip():
        raise InputError('The title is empty: give one, such as carematch occupation "HCA nights".')
    engine, _ = open_engine()
    links = engine.link_occupation(title, k)
    if as_json:
        found = [
            {
                "occupation": link.occupation.id,
                "label": link.occupation.label,
                "uri": link.occupation.uri,
                "soc2020": link.occupation.soc2020,
                "role_family": link.occupation.role_family,
                "score": link.score,
                "is_sure": link.is_sure,
            }
            for link in links
        ]
        click.echo(json.dumps({"title": title, "is_sure": bool(links) and links[0].is_sure, "links": found}))
        return
    if not links:
        click.echo(f"Not sure: nothing in '{title}' speaks for any occupation. Try the job's usual name.")
        return
    if not links[0].is_sure:
        click.echo("Not sure. The nearest are:")
    table = Table("occupation", "also called", "score", box=None)
    for link in links:
        table.add_row(link.occupation.label, ", ".join(link.occupation.alt_titles[:3]), f"{link.score:.2f}")
    Console().print(table)
