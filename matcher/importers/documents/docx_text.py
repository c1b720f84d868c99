"""The text of a Word document: headers, paragraphs, tables and text boxes, in the order they are read."""

import io
from collections.abc import Iterator
from typing import Any

from matcher.errors import FileError
from matcher.importers.documents.kinds import SAVE_AS

__all__ = ["docx_text"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word writes a text box twice, the second time for old versions.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DEEPEST = 40


def docx_text(data: bytes) -> str:
    """Headers, body and footers of a checked DOCX; the cells of a row stay together.

    Raises
    ------
    FileError
        The document cannot be opened.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        parts = [*_edges(document, "header"), document.element.body, *_edges(document, "footer")]
        return "\n".join(line for part in parts for line in _block_lines(part, 0))
    except (MemoryError, FileError):
        raise
    except Exception as error:  # a hostile document may raise anything, and all of it means one thing
        raise FileError(f"is damaged and cannot be read as a Word document: {SAVE_AS}, then send it again.") from error


def _edges(document: Any, edge: str) -> list[Any]:
    """Headers or footers, each once: a section that has none shows the one before it."""
    found = {}
    for section in document.sections:
        for name in (f"first_page_{edge}", edge):
            part = getattr(section, name)
            if not part.is_linked_to_previous:
                found[part.part.partname] = part._element  # noqa: SLF001 - its element has no public name
    return list(found.values())


def _block_lines(block: Any, depth: int) -> Iterator[str]:
    """Lines of what holds paragraphs and tables, at any depth (content controls, cells, text boxes)."""
    if depth > _DEEPEST:
        return
    for child in block:
        if child.tag == f"{_W}p":
            yield from _paragraph_lines(child, depth)
        elif child.tag == f"{_W}tbl":
            for row in child.iterchildren(f"{_W}tr"):
                yield from _row_lines(row, depth)
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            yield from _block_lines(child, depth + 1)


def _paragraph_lines(paragraph: Any, depth: int) -> Iterator[str]:
    pieces: list[str] = []
    boxes: list[Any] = []
    _gather(paragraph, pieces, boxes, 0)
    yield from "".join(pieces).split("\n")
    for box in boxes:
        yield from _block_lines(box, depth + 1)


def _gather(element: Any, pieces: list[str], boxes: list[Any], depth: int) -> None:
    """The text of runs and links, and the text boxes that hang in them."""
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag in _TEXT:
            pieces.append(_TEXT[child.tag] or child.text or "")
        elif isinstance(child.tag, str) and child.tag not in {_FALLBACK, f"{_W}del", f"{_W}pPr", f"{_W}rPr"}:
            _gather(child, pieces, boxes, depth + 1)


def _row_lines(row: Any, depth: int) -> Iterator[str]:
    """A row of single lines is one line with tabs; taller cells come one after the other."""
    cells = [[line for line in _block_lines(cell, depth + 1) if line.strip()] for cell in row.iterchildren(f"{_W}tc")]
    if all(len(cell) <= 1 for cell in cells):
        yield "\t".join(cell[0] for cell in cells if cell)
    else:
        yield ""
        for cell in cells:
            yield from cell
