"""Elements of a picture, built as a tree, so that nothing that somebody typed can break out of it.

Only presentation attributes are used: a page whose policy forbids styles and scripts shows the picture unchanged.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from matcher.pathways.pictures.lettering import FONTS, clean

__all__ = ["GREY", "INK", "LINE_HEIGHT", "MARGIN", "WIDTH", "add", "begin", "render", "write_lines"]

WIDTH = 320.0
"""Units across: at the width of a small telephone letters are nearly as many pixels high as they have units."""

MARGIN = 12.0
INK = "#16201f"
GREY = "#6f7c7b"
LINE_HEIGHT = 1.3

Element = ET.Element


def begin(prefix: str, title: str, description: Sequence[str]) -> Element:
    """An empty picture with its text alternative; `prefix` keeps its ids apart from those of others on a page."""
    root = ET.Element("svg", xmlns="http://www.w3.org/2000/svg")
    add(root, "title", id=f"{prefix}-title").text = clean(title)
    add(root, "desc", id=f"{prefix}-desc").text = clean(" ".join(description))
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-title")
    root.set("aria-describedby", f"{prefix}-desc")
    root.set("font-family", FONTS)
    root.set("class", "cm-picture")
    add(root, "rect", x=0, y=0, width="100%", height="100%", fill="#fff")
    return root


def add(parent: Element, tag: str, **attributes: str | float) -> Element:
    """Add an element; ``stroke_width`` becomes ``stroke-width`` and figures are rounded to a hundredth."""
    return ET.SubElement(parent, tag, {name.replace("_", "-"): _said(value) for name, value in attributes.items()})


def write_lines(
    parent: Element, lines: Sequence[str], x: float, top: float, size: float, **attributes: str | float
) -> float:
    """Write lines below each other and return where the next thing may begin."""
    for number, line in enumerate(lines):
        baseline = top + size * (1 + number * LINE_HEIGHT)
        add(parent, "text", x=x, y=baseline, font_size=size, fill=INK, **attributes).text = clean(line)
    return top + size * LINE_HEIGHT * len(lines)


def render(root: Element, height: float) -> str:
    """The picture as text, as high as what was drawn."""
    root.set("viewBox", f"0 0 {_said(WIDTH)} {_said(height)}")
    root.set("width", _said(2 * WIDTH))
    root.set("height", _said(2 * height))
    return ET.tostring(root, encoding="unicode")


def _said(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
