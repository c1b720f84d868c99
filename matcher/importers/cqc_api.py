"""Answers of the regulator's API (JSON): pages of locations, and whole records of one."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from matcher.domain import Provider
from matcher.errors import FileError, RowError
from matcher.importers.cqc_directory import tidy_phone
from matcher.importers.fields import build
from matcher.importers.json_stream import is_too_deep, stream_objects

__all__ = ["read_location", "read_locations"]

_TEXTS = {"postcode": "postalCode", "website": "website", "local_authority": "localAuthority", "region": "region"}
_BROKEN = "unreadable"
_TOO_DEEP = "(nested too deep)"
_ADDRESS = ("postalAddressLine1", "postalAddressLine2", "postalAddressTownCity", "postalAddressCounty")


def read_locations(path: Path) -> Iterator[tuple[int, Any]]:
    """Locations of a page, of several pages, of a plain list or of one whole record, numbered from 1.

    Raises
    ------
    FileError
        The file is no JSON, or holds no locations.
    """
    number = 0
    for _, value, fault in stream_objects(path):
        if fault and not number:
            raise FileError(f"{path} is not JSON throughout: download it again.")
        unread = value if fault else _TOO_DEEP if is_too_deep(value) else ""
        for location in [{_BROKEN: unread}] if unread else _locations(value):
            number += 1
            yield number, location
    if not number:
        raise FileError(f"{path} holds no locations: it should be an answer of the regulator's API, with locationId.")


def _locations(answer: Any) -> Iterator[Any]:
    """Whatever lies at the bottom of the lists; the API nests `locations` in `locations`."""
    if isinstance(answer, Mapping) and isinstance(answer.get("locations"), list) and "locationId" not in answer:
        yield from _locations(answer["locations"])
    elif isinstance(answer, list):
        for entry in answer:
            yield from _locations(entry)
    elif isinstance(answer, Mapping) and ("locationId" in answer or "locationName" in answer):
        yield answer
    elif not isinstance(answer, Mapping):
        yield {_BROKEN: answer}


def read_location(location: Mapping[str, Any]) -> tuple[str, Provider]:
    """One location, as a page lists it or as a record of its own.

    Raises
    ------
    RowError
        It has no locationId or no name, or is registered no longer.
    """
    if location.get(_BROKEN) == _TOO_DEEP:
        raise RowError("This is nested too deep to be an answer of the regulator's API: download the file again.")
    if _BROKEN in location:
        raise RowError("From here on this is not JSON: download the file again.")
    identifier = _text(location.get("locationId"))
    if identifier is None:
        raise RowError("The location has no locationId.", field="locationId")
    if location.get("registrationStatus") == "Deregistered":
        day = _text(location.get("deregistrationDate"))
        raise RowError(f"Location {identifier} is registered no longer{f' (since {day})' if day else ''}.")
    name = _text(location.get("name")) or _text(location.get("locationName"))
    if name is None:
        raise RowError(f"Location {identifier} has no name.", field="name")
    values: dict[str, Any] = {ours: _text(location.get(theirs)) for ours, theirs in _TEXTS.items()}
    values["address"] = ", ".join(filter(None, (_text(location.get(line)) for line in _ADDRESS))) or None
    values["phone"] = tidy_phone(_text(location.get("mainPhoneNumber")) or "")
    values["services"] = _names(location.get("gacServiceTypes"))
    values["specialisms"] = _names(location.get("specialisms"))
    values["organisation"] = _text(location.get("providerName"))
    return identifier, build(Provider, {"id": identifier, "name": name, "source": "CQC register (API)", **values})


def _text(value: object) -> str | None:
    return " ".join(str(value).split()) or None if isinstance(value, str | int) else None


def _names(entries: Any) -> tuple[str, ...] | None:
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        return None
    names = (_text(entry.get("name")) if isinstance(entry, Mapping) else _text(entry) for entry in entries)
    return tuple(name for name in names if name) or None
