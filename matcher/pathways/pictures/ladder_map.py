"""The ladder as a map: you are here, the way to the target, and where people also go from each role on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.pathways.pictures.lettering import wrap
from matcher.pathways.pictures.stations import Station
from matcher.pathways.pictures.svg import (
    GREY,
    INK,
    LINE_HEIGHT,
    MARGIN,
    WIDTH,
    Element,
    add,
    begin,
    render,
    write_lines,
)
from matcher.pathways.pictures.words import map_title, map_words, say_when

__all__ = ["draw_ladder_map"]

_TEXT, _SMALL = 14.0, 12.5
_STATION_WIDTH, _ONWARD_LEFT = 158.0, 188.0
_ONWARD_WIDTH = WIDTH - MARGIN - _ONWARD_LEFT
_PAD, _GAP, _ARROW = 7.0, 7.0, 26.0
_TRUNK = MARGIN + 18


@dataclass(frozen=True, slots=True)
class _Box:
    """Lines in a frame: small ones above the bold ones."""

    small: list[str]
    bold: list[str]

    @property
    def height(self) -> float:
        return 2 * _PAD + LINE_HEIGHT * (_SMALL * len(self.small) + _TEXT * len(self.bold))


def draw_ladder_map(stations: Sequence[Station], prefix: str = "map") -> str:
    """An SVG document: the way taken runs down the left, from *you are here* to the target; side ways lead right.

    Parameters
    ----------
    stations : sequence of Station
        One at least, as `stations_of` gives them.
    prefix : str
        Letters that keep its ids apart from those of other pictures on a page.
    """
    root = begin(prefix, map_title(stations), map_words(stations))
    top = MARGIN
    for number, station in enumerate(stations):
        bottom = _draw_station(root, station, top)
        if number + 1 < len(stations):
            top = _draw_way(root, top + _station_box(station).height, bottom)
    return render(root, bottom + MARGIN)


def _draw_station(root: Element, station: Station, top: float) -> float:
    """The station and its side ways; returns where the lower of them ends."""
    box = _station_box(station)
    _draw_frame(root, MARGIN, top, _STATION_WIDTH, box.height, is_marked=station.is_here or station.is_target)
    after = write_lines(root, box.small, MARGIN + _PAD, top + _PAD, _SMALL)
    write_lines(root, box.bold, MARGIN + _PAD, after, _TEXT, font_weight="bold")
    return max(top + box.height, _draw_onward(root, station, top, top + box.height / 2))


def _draw_frame(root: Element, x: float, top: float, width: float, height: float, *, is_marked: bool) -> None:
    """A frame; a double one where the person stands and where the pathway ends."""
    add(root, "rect", x=x, y=top, width=width, height=height, rx=4, fill="#fff", stroke=INK, stroke_width=2)
    if is_marked:
        inner = {"width": width - 6, "height": height - 6}
        add(root, "rect", x=x + 3, y=top + 3, rx=2, fill="none", stroke=INK, stroke_width=1, **inner)


def _draw_onward(root: Element, station: Station, top: float, middle: float) -> float:
    """Side ways, each a thin frame with a thin dashed line to it; how many more there are is said below."""
    spine = (MARGIN + _STATION_WIDTH + _ONWARD_LEFT) / 2
    dashes: dict[str, str | float] = {"fill": "none", "stroke": GREY, "stroke_width": 1.2, "stroke_dasharray": "3 2"}
    for role in station.onward:
        lines = wrap(role.label, _ONWARD_WIDTH - 2 * _PAD, _SMALL)
        height = 2 * _PAD + LINE_HEIGHT * _SMALL * len(lines)
        centre = top + height / 2
        start = f"M{MARGIN + _STATION_WIDTH:.2f} {middle:.2f}H{spine:.2f}"
        add(root, "path", d=f"{start}V{centre:.2f}H{_ONWARD_LEFT:.2f}", **dashes)
        frame = {"x": _ONWARD_LEFT, "y": top, "width": _ONWARD_WIDTH, "height": height, "rx": 4}
        add(root, "rect", fill="#fff", stroke=GREY, stroke_width=1, **frame)
        write_lines(root, lines, _ONWARD_LEFT + _PAD, top + _PAD, _SMALL)
        top += height + _GAP
    if station.n_more:
        top = write_lines(root, [f"and {station.n_more} more"], _ONWARD_LEFT + _PAD, top - 2, _SMALL) + _GAP
    return top - _GAP if station.onward else top


def _draw_way(root: Element, begins: float, ends: float) -> float:
    """The thick line to the next station, with the head of an arrow; returns where that begins."""
    tip = ends + _ARROW
    add(root, "line", x1=_TRUNK, x2=_TRUNK, y1=begins, y2=tip - 8, stroke=INK, stroke_width=4)
    add(root, "path", d=f"M{_TRUNK:.2f} {tip:.2f}l-8 -11h16z", fill=INK)
    return tip


def _station_box(station: Station) -> _Box:
    room = _STATION_WIDTH - 2 * _PAD
    where = "You are here" if station.is_here else say_when(station.week).capitalize()
    said = f"Target, {say_when(station.week)}" if station.is_target else where
    return _Box(wrap(said, room, _SMALL), wrap(station.role.label, room, _TEXT))
