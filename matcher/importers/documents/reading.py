"""A document handed to a process of its own, which is watched and, where need be, ended."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from matcher.errors import FileError
from matcher.importers.documents.limits import LIMITS, Limits

__all__ = ["DocumentText", "read_document", "read_document_bytes"]

_WORKER = "matcher.importers.documents.worker"
_REMEDY = "Save it anew as a simple PDF or DOCX, or type the text into the form."
# All that the reading process gets of our environment: it has no use for settings, and they may hold secrets.
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "LANG", "LC_ALL", "TZ")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What a document says.

    Attributes
    ----------
    text : str
        Its text, with plain line ends.
    n_pages : int or None
        Pages of the file; None for formats that have none.
    notes : tuple of str
        What was left out, in sentences.
    """

    text: str
    n_pages: int | None
    notes: tuple[str, ...]


def read_document(path: Path, limits: Limits = LIMITS) -> DocumentText:
    """Read a PDF, DOCX or text file.

    Raises
    ------
    FileError
        Missing, too large, protected, scanned, damaged, of another kind, or more than the limits allow.
    """
    if path.is_dir():
        raise FileError(f"{path} is a folder, not a file: name one file in it.")
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise FileError(f"There is no file {path}: check the name and the folder.") from error
    except PermissionError as error:
        raise FileError(f"{path} may not be read: ask its owner, or copy it to a folder of your own.") from error
    return read_document_bytes(data, str(path), limits)


def read_document_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> DocumentText:
    """Read a document that was sent in; `name` is only for the messages.

    Raises
    ------
    FileError
        As `read_document`.
    """
    if len(data) > limits.file_bytes:
        most = limits.file_bytes >> 20
        raise FileError(
            f"{name} is larger than {most} MB, and a CV is not: take the pictures out, or send the text alone."
        )
    answer = _ask(data, name, limits)
    if "text" not in answer:
        exhausted = f"needs more than {limits.memory_bytes >> 20} MB of memory to be read. {_REMEDY}"
        raise FileError(f"{name} {answer.get('fault') or exhausted}")
    return DocumentText(answer["text"], answer["n_pages"], tuple(answer["notes"]))


def _ask(data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    request = json.dumps(asdict(limits)).encode() + b"\n" + data
    try:
        child = subprocess.run(  # noqa: S603 - our own module, no shell, the document only on standard input
            [sys.executable, "-P", "-m", _WORKER],
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.wall_seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:  # `run` has killed the process
        raise FileError(f"{name} took longer than {limits.wall_seconds} seconds to read. {_REMEDY}") from error
    try:
        answer: dict[str, Any] = json.loads(child.stdout)
    except ValueError as error:
        raise FileError(f"{name} takes too much time or memory to be read. {_REMEDY}") from error
    return answer


def _environment() -> dict[str, str]:
    """A nearly empty environment in which our own package is found, wherever the command was started."""
    kept = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
    home = str(Path(__file__).parents[3])
    return kept | {"PYTHONPATH": home, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
