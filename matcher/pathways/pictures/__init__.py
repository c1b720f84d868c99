"""Pictures of pathways: a timeline and a map of the ladder, as SVG that needs nothing beside itself.

Black on white, readable in print and at the width of a telephone; no colour, pattern or position says anything that is
not also written, and title and description tell the whole picture in words.
"""

from matcher.pathways.pictures.ladder_map import draw_ladder_map
from matcher.pathways.pictures.pay import PaySpan, pay_spans
from matcher.pathways.pictures.stations import Station, stations_of
from matcher.pathways.pictures.timeline import draw_timeline
from matcher.pathways.pictures.words import KIND_SAID, say_pay, say_station, say_step, say_when

__all__ = [
    "KIND_SAID",
    "PaySpan",
    "Station",
    "draw_ladder_map",
    "draw_timeline",
    "pay_spans",
    "say_pay",
    "say_station",
    "say_step",
    "say_when",
    "stations_of",
]
