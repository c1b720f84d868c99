"""The closed vocabularies of the field, spelt as people send them in."""

from enum import StrEnum

__all__ = [
    "AgeBand",
    "Contract",
    "DbsLevel",
    "DbsStatus",
    "GateOutcome",
    "PayNote",
    "PlaceKind",
    "PlacePrecision",
    "RightToWork",
    "TravelMode",
]


class PlaceKind(StrEnum):
    """Where the work happens."""

    SITE = "site"
    ROUND = "round"
    CLIENT_HOME = "client_home"
    LIVE_IN = "live_in"


class TravelMode(StrEnum):
    """How somebody gets to work."""

    WALK = "walk"
    CYCLE = "cycle"
    BUS = "bus"
    CAR = "car"


class DbsStatus(StrEnum):
    """What check somebody has: its level and status, never its contents."""

    NONE = "none"
    IN_PROGRESS = "in_progress"
    HELD_BASIC = "held_basic"
    HELD_STANDARD = "held_standard"
    HELD_ENHANCED = "held_enhanced"
    HELD_ENHANCED_BARRED = "held_enhanced_barred"
    UPDATE_SERVICE = "update_service"


class DbsLevel(StrEnum):
    """What check a vacancy needs, from least to most."""

    NONE = "none"
    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"
    ENHANCED_BARRED = "enhanced_barred"


class RightToWork(StrEnum):
    """Right to work in the United Kingdom; nationality is never stored."""

    UNLIMITED = "unlimited"
    LIMITED_TIME = "limited_time"
    LIMITED_HOURS = "limited_hours"
    TIED = "tied"
    NONE = "none"
    NOT_STATED = "not_stated"


class Contract(StrEnum):
    """The kind of contract offered."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    BANK = "bank"
    ZERO_HOURS = "zero_hours"
    APPRENTICESHIP = "apprenticeship"


class PayNote(StrEnum):
    """Why pay may lie under the adult legal floor."""

    SLEEP_IN = "sleep_in"
    AGE_BAND = "age_band"
    APPRENTICE = "apprentice"


class AgeBand(StrEnum):
    """Age as the rates of pay and the legal age gates see it; birth dates are not needed."""

    FROM_16 = "16-17"
    FROM_18 = "18-20"
    FROM_21 = "21-plus"

    @property
    def youngest(self) -> int:
        """The youngest age in the band, in years."""
        return int(self.value[:2])

    @property
    def oldest(self) -> int:
        """The oldest age in the band, in years (200 for the open band)."""
        return {"16-17": 17, "18-20": 20}.get(self.value, 200)


class GateOutcome(StrEnum):
    """The four outcomes of a hard condition."""

    MET = "met"
    FIXABLE = "fixable"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How exactly a place is known, most exact first."""

    POINT = "point"
    POSTCODE = "postcode"
    SECTOR = "sector"
    DISTRICT = "district"
    AREA = "area"
