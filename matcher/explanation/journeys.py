"""How somebody gets to work, in words: read off the journey that was scored."""

from collections.abc import Iterator
from typing import NamedTuple

from matcher.domain import PlaceKind, Shift, TravelMode, week_mask
from matcher.domain.week import SLOTS_PER_DAY
from matcher.explanation.context import BY_MODE, Pair
from matcher.geography import NO_SERVICE, WEEK_SLOTS, service_waits

__all__ = ["hours_sentence", "journey_sentence", "minutes_by", "minutes_waited", "source_sentence", "way_of"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WAYS = tuple(TravelMode)
_SERVICES = {TravelMode.BUS: "buses"}
_ENDS = {"there": ("start", "starts"), "home": ("end", "ends")}


class _Moment(NamedTuple):
    """When one end of a shift is, and how long its way of travel is waited for."""

    journey: str
    slot: int
    wait: float

    @property
    def clock(self) -> str:
        start = self.slot % SLOTS_PER_DAY
        return f"{start // 2:02d}:{start % 2 * 30:02d}"


def journey_sentence(pair: Pair) -> str:
    """Minutes, way, whether they were measured, and what the hours of the shifts mean for them."""
    edge = " to the nearest edge of the round" if pair.pairs.vacancies.radius_km[pair.column] > 0 else ""
    line = f"{pair.distance_km:.1f} km in a straight line{edge}"
    how = f"measured between the two postcode sectors ({line})" if _is_measured(pair) else f"estimated from {line}"
    vague = "One place is known only by its district." if _is_vague(pair) else ""
    return " ".join(filter(None, (f"About {minutes_by(pair)}, {how}.", vague, hours_sentence(pair))))


def minutes_by(pair: Pair) -> str:
    """``24 minutes by bus``, with what it is quicker than or that nobody has asked."""
    named, way = pair.candidate.travel_mode, way_of(pair)
    said = f"{pair.minutes:.0f} minutes {BY_MODE[way]}"
    if named is None:
        return f"{said} (nobody has asked how they travel)"
    return said if named == way else f"{said}, which is quicker than {BY_MODE[named]}"


def minutes_waited(pair: Pair) -> float:
    """How many of the minutes are for the few services at the hours of the shifts."""
    wait = _wait(pair)
    return wait if wait < NO_SERVICE else 0.0


def way_of(pair: Pair) -> TravelMode:
    """The way of travel that the minutes are by."""
    return _WAYS[int(pair.scored.journey.way[pair.row, pair.column])]


def source_sentence(pair: Pair) -> str:
    """Whether the minutes were measured."""
    return "Measured between the two postcode sectors." if _is_measured(pair) else "Estimated from the straight line."


def hours_sentence(pair: Pair) -> str:
    """What the hours of the shifts mean for this way of travel; empty where nothing."""
    wait, services = _wait(pair), _SERVICES.get(way_of(pair), "services")
    if not pair.pairs.vacancies.shifts_known[pair.column]:
        runs_always = service_waits(way_of(pair)) is None
        early = f"{services.capitalize()} seldom run early, late or on Sunday mornings"
        return "" if runs_always else f"{early}, and the advert does not say the hours."
    moments = [moment for moment in _moments(pair) if moment.wait == wait] if wait else []
    if not moments:
        return ""
    first = moments[0]
    noun, verb = _ENDS[first.journey]
    others = any((m.journey, m.clock) == (first.journey, first.clock) for m in moments[1:])
    when = f"{first.clock} on {_DAYS[first.slot // SLOTS_PER_DAY]}{' and other days' if others else ''}"
    if wait < NO_SERVICE:
        return f"{wait:.0f} minutes of it are for the few {services} at {when}, when the shift {verb}."
    seldom = f"The {noun} at {when} is at an hour when {services} seldom run"
    return f"{seldom}: ask how they would get {first.journey}; until then it counts as an hour more, or as walked."


def _moments(pair: Pair) -> Iterator[_Moment]:
    """Both ends of every shift, those needed first, then those the person can work, then the others."""
    service, free = service_waits(way_of(pair)), week_mask(pair.candidate.shifts or ())
    if service is None:
        return
    asked = pair.candidate.shifts is not None
    any_of = sorted(pair.vacancy.shifts_any_of or (), key=lambda shift: asked and bool(shift.mask & ~free))
    for shift in (*(pair.vacancy.shifts_all_required or ()), *any_of):
        start, end = _ends(shift)
        yield _Moment("there", start, float(service.there[start]))
        yield _Moment("home", end, float(service.home[end]))


def _ends(shift: Shift) -> tuple[int, int]:
    start = shift.day * SLOTS_PER_DAY + shift.start
    return start, (start + shift.n_slots) % WEEK_SLOTS


def _wait(pair: Pair) -> float:
    return float(pair.scored.journey.wait[pair.row, pair.column])


def _is_measured(pair: Pair) -> bool:
    return bool(pair.scored.journey.measured[pair.row, pair.column])


def _is_vague(pair: Pair) -> bool:
    """Whether a home or a site is known only by its district; a round is an area by nature."""
    is_round = pair.vacancy.place_kind == PlaceKind.ROUND
    places = (pair.candidate.place, None if is_round else pair.vacancy.place)
    return any(place is not None and place.is_vague for place in places)
