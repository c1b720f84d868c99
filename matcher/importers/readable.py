"""Whether a file can be read at all, and in which encoding its text is.

UTF-8 (with or without byte-order mark), UTF-16 (with or without) and Windows-1252 are told apart, gzip is seen through,
and everything else is refused in words that say what to do. Files are scanned in blocks, never held whole.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from charset_normalizer import from_bytes

from matcher.errors import FileError

__all__ = ["check_readable", "find_encoding", "open_text"]

_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_GZIP = b"\x1f\x8b"
_KNOWN_BINARIES = {
    b"PK\x03\x04": "an Excel workbook or a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
    b"{\\rtf": "a word-processor document",
}
_REMEDY = "open it in your spreadsheet and save it as 'CSV UTF-8 (comma delimited)'"
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1a")
# Judgement: text has hardly any control characters; compressed or numeric data has one in eight bytes.
_MAX_CONTROL_SHARE = 0.02
# Judgement: in UTF-16 of a Western language nearly every second byte is zero; 0.4 leaves room for dashes and accents.
_MIN_UTF16_ZEROS = 0.4


def check_readable(path: Path) -> str:
    """Refuse a file that cannot be text, judging by its first 64 KB.

    Returns
    -------
    str
        The encoding the beginning suggests, by Python's name.

    Raises
    ------
    FileError
        Missing, a directory, not allowed, empty, damaged, binary, or in none of the encodings known.
    """
    sample = _first_bytes(path)
    _refuse_binary(path, sample)
    return _marked_encoding(sample) or _western_encoding(path, sample, whole=len(sample) < _SAMPLE)


def find_encoding(path: Path) -> str:
    """The encoding of a whole file, by Python's name; scanned to the end, since one é may come late.

    Raises
    ------
    FileError
        As `check_readable`, and for a byte anywhere that fits none of the encodings.
    """
    sample = _first_bytes(path)
    _refuse_binary(path, sample)
    marked = _marked_encoding(sample)
    if marked:
        return marked
    odd = _first_misfit(path, "utf-8")
    if odd is None:
        return "utf-8"
    encoding = _windows_1252(path, odd)
    if _first_misfit(path, encoding) is not None:
        raise _unknown_encoding(path)
    return encoding


@contextmanager
def open_text(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open text for reading, seeing through gzip; line ends are left as they are.

    Raises
    ------
    FileError
        The file breaks off, is damaged, or does not hold to its encoding further on.
    """
    try:
        with _open_bytes(path) as file, io.TextIOWrapper(file, encoding=encoding, newline="") as text:
            yield text
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: its text is not {encoding} throughout; {_REMEDY}.") from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise _damaged(path) from error


@contextmanager
def _open_bytes(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as raw:
        if raw.peek(2)[:2] != _GZIP:
            yield raw
        else:
            with gzip.open(raw) as unpacked:
                yield cast("BinaryIO", unpacked)


def _first_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise FileError(f"{path} is a folder, not a file: name one file in it.")
    try:
        with _open_bytes(path) as file:
            sample = file.read(_SAMPLE)
    except FileNotFoundError as error:
        raise FileError(f"There is no file {path}: check the name and the folder.") from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise _damaged(path) from error
    except OSError as error:
        raise FileError(f"{path} cannot be opened ({error.strerror}): check that you may read it.") from error
    if not sample.strip(b"\xef\xbb\xbf\xff\xfe\x00\x1a \t\r\n"):
        raise FileError(f"{path} is empty: there is nothing to import; check that it was saved.")
    return sample


def _damaged(path: Path) -> FileError:
    return FileError(f"{path} is a gzip file that breaks off or is damaged: copy or download it again.")


def _refuse_binary(path: Path, sample: bytes) -> None:
    for start, what in _KNOWN_BINARIES.items():
        if sample.startswith(start):
            raise FileError(f"{path} is {what}, not a text file: {_REMEDY}.")
    if _marked_encoding(sample):
        return
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    if controls > _MAX_CONTROL_SHARE * len(sample):
        raise FileError(f"{path} is a binary file, not text: {_REMEDY}.")


def _marked_encoding(sample: bytes) -> str | None:
    """The encoding that a byte-order mark or the zeros of UTF-16 give away."""
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    half = len(sample) // 2
    if half and sample[1::2].count(0) > _MIN_UTF16_ZEROS * half > sample[::2].count(0):
        return "utf-16-le"
    if half and sample[::2].count(0) > _MIN_UTF16_ZEROS * half > sample[1::2].count(0):
        return "utf-16-be"
    return None


def _western_encoding(path: Path, sample: bytes, *, whole: bool) -> str:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=whole)
    except UnicodeDecodeError:
        return _windows_1252(path, sample)
    return "utf-8"


def _first_misfit(path: Path, encoding: str) -> bytes | None:
    """The surroundings of the first byte that does not fit the encoding, or None when all do."""
    decoder = codecs.getincrementaldecoder(encoding)()
    block = b""
    try:
        with _open_bytes(path) as file:
            while following := file.read(_BLOCK):
                block = following
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return block[max(0, error.start - _SAMPLE // 2) : error.start + _SAMPLE // 2]
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise _damaged(path) from error
    return None


def _windows_1252(path: Path, odd: bytes) -> str:
    """Windows-1252 where the odd bytes read as words in it."""
    if from_bytes(odd, cp_isolation=["cp1252"]).best() is None:
        raise _unknown_encoding(path)
    return "cp1252"


def _unknown_encoding(path: Path) -> FileError:
    return FileError(f"{path}: its text is neither UTF-8 nor UTF-16 nor Windows-1252; {_REMEDY}.")
