"""A place on the ground."""

from dataclasses import dataclass

from matcher.domain.vocabularies import PlacePrecision

__all__ = ["Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a postcode, or part of one, lies.

    Attributes
    ----------
    label : str
        The postcode, sector or district as asked for, tidied (``LS9 7TF``, ``LS9``).
    lat, long : float
        WGS 84 degrees.
    easting_m, northing_m : float
        British National Grid metres, extended over Northern Ireland.
    precision : PlacePrecision
        How exactly it is known.
    radius_km : float
        Half the width of what it stands for: 0 for a point or postcode, the usual reach of a sector or district.
    country : str
        ``England``, ``Wales``, ``Scotland``, ``Northern Ireland`` or empty.
    deprivation_decile : int or None
        Index of Multiple Deprivation decile, 1 most deprived; England only.
    note : str
        What a reader should know, such as "a terminated postcode"; empty for an ordinary one.
    """

    label: str
    lat: float
    long: float
    easting_m: float
    northing_m: float
    precision: PlacePrecision
    radius_km: float = 0.0
    country: str = ""
    deprivation_decile: int | None = None
    note: str = ""

    @property
    def is_vague(self) -> bool:
        """Whether only a district or a wider area is known."""
        return self.precision in {PlacePrecision.DISTRICT, PlacePrecision.AREA}

    @property
    def is_approximate(self) -> bool:
        """Whether the place is known no better than to a sector."""
        return self.precision not in {PlacePrecision.POINT, PlacePrecision.POSTCODE}
