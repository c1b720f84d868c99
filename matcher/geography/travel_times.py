"""Minutes that a programme has measured from one postcode sector to another, looked up for whole blocks of pairs."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from matcher.domain import Place, PlacePrecision, TravelMode
from matcher.errors import DataError, PostcodeUnknownError
from matcher.geography.postcodes import parse_postcode

__all__ = ["TravelTimes", "label_sector", "place_sector"]

_CODES: Mapping[str, int] = {mode.value: code for code, mode in enumerate(TravelMode)}


@dataclass(frozen=True, slots=True, eq=False)
class TravelTimes:
    """A table of measured minutes; make one with `from_rows` or `from_codes`.

    Sixteen bytes a row, so that the four million of a thousand sectors and four modes take 64 MB. A direction that is
    not in it is not measured: the way back says nothing about the way there.

    Attributes
    ----------
    place : mapping of str to int
        Sectors (``LS9 7``) to their places.
    keys : (n,) int64
        ``(mode * n_sectors + origin) * n_sectors + destination``, ascending and each once.
    minutes : (n,) float64
        From door to door, in the order of `keys`.
    """

    place: Mapping[str, int]
    keys: NDArray[np.int64]
    minutes: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, str, str, float]]) -> Self:
        """A table of ``(origin, destination, mode, minutes)``; of rows with one key the last counts.

        Raises
        ------
        DataError
            A mode is unknown, or minutes are not 0 or more.
        """
        place: dict[str, int] = {}
        starts, goals, modes, minutes = array("q"), array("q"), array("q"), array("d")
        for origin, destination, mode, taken in rows:
            if mode not in _CODES:
                raise DataError(f"'{mode}' is no way of travel: write one of {', '.join(_CODES)}.")
            starts.append(place.setdefault(origin, len(place)))
            goals.append(place.setdefault(destination, len(place)))
            modes.append(_CODES[mode])
            minutes.append(taken)
        return cls.from_codes(tuple(place), starts, goals, modes, minutes)

    @classmethod
    def from_codes(
        cls, sectors: Sequence[str], origins: ArrayLike, destinations: ArrayLike, modes: ArrayLike, minutes: ArrayLike
    ) -> Self:
        """A table of (n,) places in `sectors`, places in `TravelMode`, and minutes; of equal keys the last counts.

        Raises
        ------
        DataError
            Minutes are not 0 or more.
        """
        start, goal, mode = (np.asarray(codes, dtype=np.int64) for codes in (origins, destinations, modes))
        keys = (mode * len(sectors) + start) * len(sectors) + goal
        order = np.argsort(keys, kind="stable")
        keys, taken = keys[order], np.asarray(minutes, dtype=np.float64)[order]
        if not (np.isfinite(taken) & (taken >= 0)).all():
            raise DataError("Measured minutes have to be 0 or more: correct the table of travel times.")
        last = np.append(keys[1:] != keys[:-1], True)[: len(keys)]
        return cls({sector: place for place, sector in enumerate(sectors)}, keys[last], taken[last])

    def between(
        self, mode: TravelMode, origins: NDArray[np.object_], destinations: NDArray[np.object_]
    ) -> NDArray[np.float64]:
        """Minutes from each of `origins` to each of `destinations`, NaN where none were measured.

        Parameters
        ----------
        origins, destinations : (n_origins,), (n_destinations,) object
            Sectors by name; a name that the table does not know, such as an empty one, is not measured.

        Returns
        -------
        (n_origins, n_destinations) float64
        """
        # People share sectors: each pair of sectors is looked up once, however many pairs of people and work it has.
        first, row = np.unique(self._places(origins), return_inverse=True)
        last, column = np.unique(self._places(destinations), return_inverse=True)
        found = self._look_up(_CODES[mode], first[:, None], last[None, :])
        return np.asarray(found[row[:, None], column[None, :]])

    def _places(self, names: NDArray[np.object_]) -> NDArray[np.int64]:
        return np.array([self.place.get(name, -1) for name in names], dtype=np.int64)

    def _look_up(self, mode: int, start: NDArray[np.int64], goal: NDArray[np.int64]) -> NDArray[np.float64]:
        keys = (mode * len(self.place) + start) * len(self.place) + goal
        if not len(self):
            return np.full(keys.shape, np.nan)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self) - 1)
        known = (self.keys[at] == keys) & (start >= 0) & (goal >= 0)
        return np.where(known, self.minutes[at], np.nan)


def place_sector(place: Place | None, postcode: str | None = None) -> str:
    """The postcode sector of a place (``LS9 7``), empty where only a wider area is known.

    Read off the place's own label; a point given by coordinates takes its `postcode`, where there is one.
    """
    return "" if place is None else label_sector(place.label, place.precision, postcode)


def label_sector(label: str, precision: str, postcode: str | None) -> str:
    """The same of a place's label and precision."""
    try:
        return parse_postcode(label if precision != PlacePrecision.POINT or not postcode else postcode).sector or ""
    except PostcodeUnknownError:
        return ""
