"""`advert`: one advert read, each field with the sentence it came from."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.options import DAY
from matcher.errors import FileError

if TYPE_CHECKING:
    from matcher.text.adverts import AdvertDraft

__all__ = ["advert"]

_MOST_BYTES = 5_000_000
_NOT_SHOWN = frozenset({"title", "text", "language", "occupation", "role_family"})
_LONGEST_SHOWN = 160


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--as-of", type=DAY, help="The day it was posted: dates without a year follow it. [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def advert(file: Path, as_of: date | None, as_json: bool) -> None:
    """Read the advert in FILE (text, HTML or JobPosting JSON; - for standard input) and show what each field says.

    The first line of a text is its title. Nothing is stored.
    """
    draft = _read(_text_of(file), file, as_of or date.today())  # noqa: DTZ011 - a day where it is run
    document = _document(draft)
    click.echo(json.dumps(document, ensure_ascii=False) if as_json else _told(draft, document))


def _text_of(file: Path) -> str:
    """The text of a file or of standard input, in whichever encoding it is."""
    from charset_normalizer import from_bytes

    data = sys.stdin.buffer.read(_MOST_BYTES + 1) if str(file) == "-" else _bytes_of(file)
    if len(data) > _MOST_BYTES:
        raise FileError(f"{file} is larger than {_MOST_BYTES // 1_000_000} MB: give one advert, not a whole export.")
    if b"\x00" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError(f"{file} is not text: save the advert as text or HTML first.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return str(best) if best else data.decode("cp1252", errors="replace")


def _bytes_of(file: Path) -> bytes:
    if not file.is_file():
        raise FileError(f"{file} is no file: name the advert to read, or - for standard input.")
    with file.open("rb") as opened:
        return opened.read(_MOST_BYTES + 1)


def _read(text: str, file: Path, as_of: date) -> "AdvertDraft":
    from matcher.importers.posting_draft import read_posting_draft
    from matcher.taxonomy import load_taxonomy
    from matcher.text.adverts import read_advert
    from matcher.text.plain import plain_text

    taxonomy = load_taxonomy()
    if text.lstrip()[:1] in {"{", "["}:
        return read_posting_draft(_posting(text, file), taxonomy, as_of)
    title, _, rest = plain_text(text).partition("\n")
    return read_advert(title, rest, taxonomy, as_of=as_of, is_plain=True)


def _posting(text: str, file: Path) -> Mapping[str, Any]:
    """The one advert of a JSON document."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(f"{file} begins like JSON and is none ({error}): export the advert again.") from error
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, Mapping):
        raise FileError(f"{file} holds no single advert: use carematch import vacancies for a file of several.")
    return value


def _document(draft: "AdvertDraft") -> dict[str, Any]:
    readings = {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in _NOT_SHOWN}
    return {
        "title": draft.title,
        "language": _plain(draft.language),
        "occupation": draft.occupation,
        "role_family": draft.role_family,
        "fields": {name: _plain(value) for name, value in readings.items() if value not in (None, ())},
        "not_found": [name for name, value in readings.items() if value in (None, ()) and name != "flags"],
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it: records as objects, words and dates as text."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _told(draft: "AdvertDraft", document: Mapping[str, Any]) -> str:
    occupation = f" ({draft.occupation})" if draft.occupation else ""
    lines = [f"{draft.title or 'An advert without a title'}{occupation}", *_language_lines(draft), ""]
    for name in document["fields"]:
        value = getattr(draft, name)
        for reading in value if isinstance(value, tuple) else (value,):
            sentence = " ".join(reading.sentence.split())
            cut = f"{sentence[:_LONGEST_SHOWN]}…" if len(sentence) > _LONGEST_SHOWN else sentence
            lines.append(f"{name.replace('_', ' ')}: {_said(reading.value)}\n    “{cut}”")
    if document["not_found"]:
        lines += ["", f"Not found: {', '.join(name.replace('_', ' ') for name in document['not_found'])}."]
    return "\n".join(lines)


def _language_lines(draft: "AdvertDraft") -> Iterator[str]:
    if not draft.language.is_english:
        yield f"It seems to be in {draft.language}: read as far as can be, so please check every field."


def _said(value: Any) -> str:
    """A value in one line, to be read aloud."""
    from matcher.domain.week import Shift, say_shifts

    if value is None:
        return "asked for, level not said"
    if isinstance(value, tuple) and all(isinstance(item, Shift) for item in value):
        return say_shifts(value)
    plain = _plain(value)
    if isinstance(plain, Mapping):
        return ", ".join(
            f"{name} {part}".replace("_", " ") for name, part in plain.items() if part not in (None, "", False)
        )
    return str(plain).replace("_", " ")
