"""The reading process: bytes come in, JSON goes out, and nothing else is touched.

Run as ``python -m matcher.importers.documents.worker``. The first line of standard input holds the limits as JSON, the
rest is the file. It answers ``{"text", "n_pages", "notes"}`` or ``{"fault"}``.
"""

import json
import logging
import re
import sys
import unicodedata
from typing import Any

from matcher.errors import FileError
from matcher.importers.documents.archives import check_docx
from matcher.importers.documents.docx_text import docx_text
from matcher.importers.documents.kinds import recognise
from matcher.importers.documents.limits import Limits, hold_to_limits
from matcher.importers.documents.pdf_text import pdf_text

__all__ = ["extract", "tidy"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Judgement: text has hardly any control characters.
_MOST_CONTROLS = 0.02


def extract(data: bytes, limits: Limits) -> dict[str, Any]:
    """Text, number of pages (None where the format has none) and notes of one document.

    Raises
    ------
    FileError
        The document cannot be read; the message begins with the verb, without the file's name.
    """
    kind = recognise(data)
    n_pages: int | None = None
    notes: list[str] = []
    if kind == "pdf":
        text, n_pages, notes = pdf_text(data, limits)
    elif kind == "docx":
        check_docx(data, limits)
        text = docx_text(data)
    else:
        text = _plain_text(data)
    text = tidy(text)
    if not text.strip():
        raise FileError("holds no text: send a document with words in it, or type the text into the form.")
    if len(text) > limits.n_characters:
        text = text[: limits.n_characters]
        notes.append(f"Only the first {limits.n_characters:,} characters were read.")
    return {"text": text, "n_pages": n_pages, "notes": notes}


def tidy(text: str) -> str:
    """Text with plain line ends and spaces, and without characters that nobody sees."""
    text = text.encode("utf-8", "ignore").decode("utf-8")  # halves of a character, as broken PDFs give
    text = _UNSEEN.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def _plain_text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if sum(byte < ord(" ") and byte not in b"\t\n\v\f\r" for byte in data) > _MOST_CONTROLS * len(data):
        raise FileError("is not a document that is read here: send a PDF, a Word document (.docx) or plain text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _answer() -> dict[str, Any]:
    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    hold_to_limits(limits)
    try:
        return extract(sys.stdin.buffer.read(limits.file_bytes + 1), limits)
    except FileError as error:
        return {"fault": str(error)}
    except (MemoryError, RecursionError):
        return {"fault": "", "exhausted": "memory"}


if __name__ == "__main__":
    logging.disable()  # a library's warnings could quote the document
    sys.stdout.write(json.dumps(_answer()))
