"""The ladder of roles, the catalogue of courses, and where somebody stands."""

from matcher.pathways.catalogue import load_catalogue, still_running
from matcher.pathways.ladder import Ladder, load_ladder
from matcher.pathways.standing import Standing, find_standing

__all__ = ["Ladder", "Standing", "find_standing", "load_catalogue", "load_ladder", "still_running"]
