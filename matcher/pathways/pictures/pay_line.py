"""The pay of each week as a line, with every figure of it in words below."""

from collections.abc import Sequence
from math import isinf

from matcher.pathways.pictures.lettering import wrap
from matcher.pathways.pictures.pay import PaySpan
from matcher.pathways.pictures.scale import Scale
from matcher.pathways.pictures.svg import GREY, INK, MARGIN, WIDTH, Element, add, write_lines
from matcher.pathways.pictures.words import say_pay

__all__ = ["draw_pay"]

_HEADING, _SMALL = 14.0, 12.5
_HIGH = 50.0
_ROOM = WIDTH - 2 * MARGIN


def draw_pay(root: Element, spans: Sequence[PaySpan], scale: Scale, target: float, top: float) -> float:
    """Draw the line and its figures; nothing where nothing is paid."""
    lines = say_pay(spans)
    if not lines:
        return top
    top = write_lines(root, ["Pay a week, before tax"], MARGIN, top, _HEADING, font_weight="bold") + 8
    _draw_ground(root, scale, target, top)
    most = max(span.gbp_a_week for span in spans)
    add(root, "path", d=_path(spans, scale, top, most), fill="none", stroke=INK, stroke_width=2.5)
    top += _HIGH + 6
    for line in lines:
        top = write_lines(root, wrap(line, _ROOM, _SMALL), MARGIN, top, _SMALL)
    return top + 9


def _draw_ground(root: Element, scale: Scale, target: float, top: float) -> None:
    base = top + _HIGH
    add(root, "line", x1=scale.left, x2=scale.right, y1=base, y2=base, stroke=INK, stroke_width=1)
    for week, dashes in ((0.0, "none"), (target, "3 2")):
        x = scale.x(week)
        add(root, "line", x1=x, x2=x, y1=top - 4, y2=base, stroke=GREY, stroke_dasharray=dashes)


def _path(spans: Sequence[PaySpan], scale: Scale, top: float, most: float) -> str:
    """Steps from span to span, the lowest at no pay and the highest at the most that is paid."""
    points = []
    for span in spans:
        y = top + _HIGH * (1 - span.gbp_a_week / most)
        end = scale.weeks if isinf(span.end) else span.end
        points += [f"{scale.x(span.start):.2f} {y:.2f}", f"{scale.x(end):.2f} {y:.2f}"]
    return "M" + "L".join(points)
