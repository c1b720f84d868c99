"""`skills`: what a text names and shows."""

import json
import re
import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from matcher.cli.options import open_engine
from matcher.errors import InputError

if TYPE_CHECKING:
    from matcher.text.skills.mentions import SkillMention

__all__ = ["skills"]

_NARROWEST = 100
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:[a-zA-Z]+|#\w+);")
# Judgement: how a standing is said to somebody who has not read the manual.
_SAID = {"stated": "", "desirable": "desirable", "taught": "will be taught"}


@click.command()
@click.argument("text", required=False, metavar="[TEXT | -]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def skills(text: str | None, as_json: bool) -> None:
    """Skills that a TEXT names or shows: a few sentences, an advert, a CV; - reads standard input."""
    from matcher.text.skills.mentions import skills_of

    read = _readable(_given(text))
    if not read.strip():
        raise InputError('The text is empty: write a sentence, as in carematch skills "I looked after my nan".')
    engine, _ = open_engine()
    found = skills_of(engine.find_skills(read))
    if as_json:
        click.echo(json.dumps([_as_dict(mention, read) for mention in found], ensure_ascii=False))
    else:
        _print(found, read)


def _given(text: str | None) -> str:
    if text is None or text == "-":
        if text is None and sys.stdin.isatty():
            raise InputError("No text was given: write it after the command, or - to read it from standard input.")
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    return text


def _readable(text: str) -> str:
    """The text without markup, where it has any; else as it came, so that the places in it hold."""
    from matcher.text.plain import plain_text

    return plain_text(text) if _MARKUP.search(text) else text


def _as_dict(mention: "SkillMention", text: str) -> dict[str, str | int | float]:
    return {
        "skill": mention.skill.id,
        "label": mention.skill.label,
        "uri": mention.skill.uri,
        "text": text[mention.start : mention.end],
        "start": mention.start,
        "end": mention.end,
        "confidence": mention.confidence,
        "standing": mention.standing.value,
    }


def _print(found: "list[SkillMention]", text: str) -> None:
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _NARROWEST, highlight=False)
    if not found:
        console.print("No skill that the taxonomy knows was found in this text.")
        return
    table = Table(box=None, padding=(0, 1))
    for heading in ("skill", "what was written", "sure", ""):
        table.add_column(heading, justify="right" if heading == "sure" else "left")
    for mention in found:
        written = " ".join(text[mention.start : mention.end].split())
        said = _SAID[mention.standing.value]
        table.add_row(escape(str(mention.skill)), f"[dim]{escape(written)}[/]", f"{mention.confidence:.0%}", said)
    console.print(table)
