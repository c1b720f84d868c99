"""HTML of adverts, escaped once or twice, as plain text with its paragraphs, and without anybody's contact details."""

import html
import re
from html.parser import HTMLParser

__all__ = ["plain_text", "without_contacts"]

_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table section article header footer blockquote pre dt dd hr".split()  # noqa: SIM905 - reads better
)
_SKIPPED = frozenset({"script", "style"})
_CELLS = frozenset({"td", "th"})
_CELL = "\x1f"  # stands between the cells of a row until the row is whole; no text has it
_MOST_ESCAPES = 3
# Lengths are bounded as addresses are, so that one endless word cannot hold the reader up.
_EMAIL = re.compile(r"(?:mailto:)?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE)
# UK numbers: +44 or 0, then nine or ten digits with spaces, hyphens or brackets between.
_PHONE = re.compile(r"(?<![\w£.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)(?:[\s()-]{0,2}\d){9,10}(?!\w)")
# Every tag never closed is sought to the end of the text, so many of them are read as plain signs.
_UNCLOSED = re.compile(r"<(?![^<>]{0,2000}>)")
_MOST_UNCLOSED = 100
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")


def plain_text(text: str) -> str:
    """Text without tags and entities; blocks begin new lines, list items a dash, and blank lines never pile up.

    Cells of a table's row stand on one line with `` | `` between them.
    """
    for _ in range(_MOST_ESCAPES):
        if _TAG.search(text):
            break
        text = html.unescape(text)
    if text.count("<") - text.count(">") > _MOST_UNCLOSED:
        text = _UNCLOSED.sub("&lt;", text)
    parser = _Text()
    parser.feed(text)
    parser.close()
    lines = (_joined(line) for line in "".join(parser.parts).split("\n"))
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "-"))
    return re.sub(r"(?m)^(- .*)\n+(?=- )", r"\1\n", joined).strip()


def _joined(line: str) -> str:
    cells = (" ".join(cell.split()) for cell in line.split(_CELL))
    return " | ".join(cell for cell in cells if cell)


def without_contacts(text: str) -> str:
    """Text with e-mail addresses and telephone numbers left out: they belong in the contact field alone."""
    return _PHONE.sub("(number left out)", _EMAIL.sub("(address left out)", text))


class _Text(HTMLParser):
    """Gathers the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self._skipping += tag in _SKIPPED
        if tag == "li":
            self.parts.append("\n- ")
        elif tag in _CELLS:
            self.parts.append(_CELL)
        elif tag in _BLOCKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._skipping -= tag in _SKIPPED and self._skipping > 0
        if tag in _BLOCKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.parts.append(data)
