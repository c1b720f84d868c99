"""From postcode to place, and from place to place: the `Gazetteer` protocol, distance, and travel time by mode."""

from matcher.geography.areas import area_place
from matcher.geography.gazetteer import Gazetteer, SectorGazetteer
from matcher.geography.grid import distance_km, from_british_grid, to_british_grid
from matcher.geography.points import parse_point, place_at
from matcher.geography.postcodes import Postcode, parse_postcode
from matcher.geography.service_hours import NO_SERVICE, WEEK_SLOTS, ServiceWaits, service_waits
from matcher.geography.travel import ModeSpeed, mode_speed, travel_minutes
from matcher.geography.travel_times import TravelTimes, label_sector, place_sector

__all__ = [
    "NO_SERVICE",
    "WEEK_SLOTS",
    "Gazetteer",
    "ModeSpeed",
    "Postcode",
    "SectorGazetteer",
    "ServiceWaits",
    "TravelTimes",
    "area_place",
    "distance_km",
    "from_british_grid",
    "label_sector",
    "mode_speed",
    "parse_point",
    "parse_postcode",
    "place_at",
    "place_sector",
    "service_waits",
    "to_british_grid",
    "travel_minutes",
]
