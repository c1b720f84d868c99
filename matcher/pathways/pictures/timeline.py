"""A pathway as a timeline: weeks across, one bar a step, pay below."""

from collections.abc import Mapping

from matcher.domain import Pathway, Role, Step
from matcher.pathways.pictures.lettering import wrap
from matcher.pathways.pictures.patterns import add_patterns, fill_of
from matcher.pathways.pictures.pay import PaySpan, pay_spans
from matcher.pathways.pictures.pay_line import draw_pay
from matcher.pathways.pictures.scale import Scale, ticks_of
from matcher.pathways.pictures.svg import GREY, INK, MARGIN, WIDTH, Element, add, begin, render, write_lines
from matcher.pathways.pictures.words import say_length, say_step, timeline_title, timeline_words

__all__ = ["draw_timeline"]

_HEADING, _TEXT, _SMALL = 16.0, 14.0, 12.5
_BAR, _GAP = 13.0, 9.0
_LEAST_BAR = 4.0
_BEYOND = 1.08
"""Room after the target for the pay in the post that it leads to, as a share of the whole."""

_ROOM = WIDTH - 2 * MARGIN


def draw_timeline(pathway: Pathway, roles: Mapping[str, Role], prefix: str = "timeline") -> str:
    """An SVG document: today on the left, the target on the right, a bar a step with its name, the pay of each week.

    Parameters
    ----------
    roles : mapping of str to Role
        Of the ladder, by id; the pay in the post at the end is read from them.
    prefix : str
        Letters that keep its ids apart from those of other pictures on a page.
    """
    spans = pay_spans(pathway, roles)
    scale = _scale_of(pathway)
    root = begin(prefix, timeline_title(pathway), timeline_words(pathway, spans))
    add_patterns(root, prefix)
    top = _draw_heading(root, pathway)
    top = _draw_axis(root, pathway, scale, top)
    for step in pathway.steps:
        top = _draw_step(root, step, pathway, scale, top, prefix)
    return render(root, _finish(root, spans, pathway, scale, top) + MARGIN)


def _scale_of(pathway: Pathway) -> Scale:
    last = max((step.start_week + step.weeks for step in pathway.steps), default=0.0)
    return Scale(max(pathway.weeks, last) * _BEYOND or 1.0, MARGIN + 4, WIDTH - MARGIN)


def _draw_heading(root: Element, pathway: Pathway) -> float:
    top = write_lines(root, wrap(pathway.name, _ROOM, _HEADING), MARGIN, MARGIN, _HEADING, font_weight="bold")
    said = say_length(pathway) if pathway.steps else "No steps: nothing stands between today and the target."
    return write_lines(root, wrap(said[0].upper() + said[1:], _ROOM, _SMALL), MARGIN, top + 2, _SMALL) + _GAP


def _draw_axis(root: Element, pathway: Pathway, scale: Scale, top: float) -> float:
    """Numbers, the unit in words, and where today and the target lie."""
    unit, ticks = ticks_of(scale.weeks)
    if pathway.weeks > 0:
        write_lines(root, ["Today"], MARGIN, top, _SMALL, font_weight="bold")
        write_lines(root, ["Target"], scale.right, top, _SMALL, font_weight="bold", text_anchor="end")
    else:
        write_lines(root, ["Today, and the target"], MARGIN, top, _SMALL, font_weight="bold")
    line = top + _SMALL * 1.3 + 8
    add(root, "line", x1=scale.left, x2=scale.right, y1=line, y2=line, stroke=INK, stroke_width=1.5)
    for week in (0.0, pathway.weeks):
        x = scale.x(week)
        add(root, "path", d=f"M{x:.2f} {line:.2f}l-4 -7h8z", fill=INK)
    for tick in ticks:
        x = scale.x(tick.week)
        add(root, "line", x1=x, x2=x, y1=line, y2=line + 5, stroke=INK, stroke_width=1)
        write_lines(root, [tick.label], x, line + 5, _SMALL, text_anchor="middle")
    below = line + 5 + _SMALL * 1.3
    return write_lines(root, [f"{unit} from today"], MARGIN, below, _SMALL) + _GAP


def _draw_step(root: Element, step: Step, pathway: Pathway, scale: Scale, top: float, prefix: str) -> float:
    """The name, what is to be said with it, and the bar beneath: a diamond where it takes no time."""
    top = write_lines(root, wrap(step.title, _ROOM, _TEXT), MARGIN, top, _TEXT, font_weight="bold")
    top = write_lines(root, wrap(say_step(step), _ROOM, _SMALL), MARGIN, top, _SMALL) + 3
    _draw_lane(root, pathway, scale, top)
    left, right = scale.x(step.start_week), scale.x(step.start_week + step.weeks)
    if step.weeks <= 0:
        half = _BAR / 2
        middle = min(max(left, scale.left + half), scale.right - half)
        add(root, "path", d=f"M{middle:.2f} {top:.2f}l{half} {half}l-{half} {half}l-{half} -{half}z", fill=INK)
    else:
        left = min(left, scale.right - _LEAST_BAR)
        width = max(_LEAST_BAR, right - left)
        fill = fill_of(step.kind, prefix)
        add(root, "rect", x=left, y=top, width=width, height=_BAR, fill=fill, stroke=INK, stroke_width=1.2)
    return top + _BAR + _GAP


def _draw_lane(root: Element, pathway: Pathway, scale: Scale, top: float) -> None:
    """The ground of a bar, from today to the target: lines stop where there are letters."""
    middle = top + _BAR / 2
    add(root, "line", x1=scale.left, x2=scale.right, y1=middle, y2=middle, stroke=GREY, stroke_width=0.6)
    for week, dashes in ((0.0, "none"), (pathway.weeks, "3 2")):
        x = scale.x(week)
        add(root, "line", x1=x, x2=x, y1=top - 1, y2=top + _BAR + 1, stroke=INK, stroke_dasharray=dashes)


def _finish(root: Element, spans: tuple[PaySpan, ...], pathway: Pathway, scale: Scale, top: float) -> float:
    top = draw_pay(root, spans, scale, pathway.weeks, top)
    said = "Durations are usual, not promised. Pay is before tax and before any change to benefits."
    return write_lines(root, wrap(said, _ROOM, _SMALL), MARGIN, top, _SMALL)
