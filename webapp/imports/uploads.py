"""Uploaded files, each in a private folder of its own under a name nobody can guess.

``<token>/about.json`` says what the file is and whose it is, ``rows`` is the file itself, and ``rejected.csv`` is what
the import gave back. The token is also the id of the job that imports it.
"""

import json
import os
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from matcher.errors import FileError

__all__ = ["Upload", "UploadGoneError", "receive"]

_TOKEN = re.compile(r"[0-9a-f]{32}")
_GZIP = b"\x1f\x8b"
_LONGEST_NAME = 80


class UploadGoneError(LookupError):
    """The upload was deleted, was imported already, or is another account's."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that somebody sent.

    Attributes
    ----------
    folder : Path
        Where it is kept; the folder's name is the token of its addresses.
    owner : str
        The account that sent it; no other may open it.
    kind : str
        What it holds.
    name : str
        What the person calls the file; never a name on our disk.
    columns : mapping of str to str
        Our column to the file's, as chosen so far.
    lacking : tuple of str
        Columns that the saved mapping names and the file does not have.
    """

    folder: Path
    owner: str
    kind: str
    name: str
    columns: Mapping[str, str] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()

    @classmethod
    def find(cls, uploads: Path, token: str, owner: str) -> "Upload":
        """The upload of a token, for its own account.

        Raises
        ------
        UploadGoneError
            There is none, or it is another's.
        """
        folder = uploads / token
        if not _TOKEN.fullmatch(token) or not (folder / "about.json").is_file():
            raise UploadGoneError
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        if not secrets.compare_digest(about["owner"], owner):
            raise UploadGoneError
        return cls(folder, owner, about["kind"], about["name"], about["columns"], tuple(about["lacking"]))

    @property
    def token(self) -> str:
        """What its addresses carry."""
        return self.folder.name

    @property
    def file(self) -> Path:
        """The file as it came."""
        return self.folder / "rows"

    @property
    def rejects(self) -> Path:
        """The rows that an import gave back."""
        return self.folder / "rejected.csv"

    @property
    def n_bytes(self) -> int:
        """Size of the file; 0 once it is deleted."""
        return self.file.stat().st_size if self.file.exists() else 0

    def is_smaller_than(self, n_bytes: int) -> bool:
        """Whether it is so small as it lies here, and not packed."""
        if not 0 < self.n_bytes < n_bytes:
            return False
        with self.file.open("rb") as file:
            return file.read(len(_GZIP)) != _GZIP

    def keep(self, columns: Mapping[str, str], lacking: tuple[str, ...] = ()) -> "Upload":
        """Keep what was chosen."""
        kept = replace(self, columns=dict(columns), lacking=lacking)
        about = {name: value for name, value in asdict(kept).items() if name != "folder"}
        _write(self.folder / "about.json", about)
        return kept

    def discard(self) -> None:
        """Delete everything of it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def receive(uploads: Path, stream: BinaryIO, sent_name: str, kind: str, owner: str) -> Upload:
    """Keep a file under a name of ours, in blocks, readable by us alone.

    Raises
    ------
    FileError
        The disk does not take it.
    """
    upload = Upload(uploads / secrets.token_hex(16), owner, kind, _shown_name(sent_name))
    try:
        uploads.mkdir(mode=0o700, parents=True, exist_ok=True)
        upload.folder.mkdir(mode=0o700)
        descriptor = os.open(upload.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            shutil.copyfileobj(stream, file, 1 << 20)
        return upload.keep({})
    except OSError as error:
        upload.discard()
        raise FileError(
            f"{upload.name} could not be kept for reading ({error.strerror}): make room on the disk."
        ) from error


def _shown_name(sent: str) -> str:
    """The last part of what a browser sends as the name, without what cannot be shown."""
    last = re.split(r"[/\\]", sent)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip()
    return shown[-_LONGEST_NAME:] or "The file"


def _write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a document that is there whole or not at all."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    draft.replace(path)
