"""A pattern for each kind of step, told apart without colour; the name of the kind always stands beside it."""

from matcher.domain import StepKind
from matcher.pathways.pictures.svg import INK, Element, add

__all__ = ["add_patterns", "fill_of"]

_STROKES = {
    StepKind.TRAIN: "M-1 1l2 -2M0 6l6 -6M5 7l2 -2",
    StepKind.APPRENTICESHIP: "M0 0l6 6M0 6l6 -6",
    StepKind.VOLUNTEER: "M3 0v6",
    StepKind.CHECK: "M2 3h2",
    StepKind.REGISTER: "M0 3h6",
}
_WORK_FILL = "#c9d3d2"


def add_patterns(root: Element, prefix: str) -> None:
    """Define the patterns under ids that begin with `prefix`."""
    defs = add(root, "defs")
    for kind, strokes in _STROKES.items():
        pattern = add(defs, "pattern", id=_id(kind, prefix), width=6, height=6, patternUnits="userSpaceOnUse")
        add(pattern, "rect", width=6, height=6, fill="#fff")
        add(pattern, "path", d=strokes, stroke=INK, stroke_width=1.2, fill="none")


def fill_of(kind: StepKind, prefix: str) -> str:
    """What fills the bar of a kind of step; work is plain."""
    return f"url(#{_id(kind, prefix)})" if kind in _STROKES else _WORK_FILL


def _id(kind: StepKind, prefix: str) -> str:
    return f"{prefix}-{kind.value}"
