from collections.abc import Iterator

import numpy as np
import pytest

from matcher.domain import TravelMode, parse_shifts
from matcher.errors import DataError
from matcher.geography import NO_SERVICE, WEEK_SLOTS, service_hours, service_waits


def slot(when: str) -> int:
    """The half-hour of the week that a stretch such as ``sun 06:30-07:00`` begins with."""
    shift = parse_shifts(when)[0]
    return shift.day * 48 + shift.start


@pytest.mark.parametrize("mode", [TravelMode.WALK, TravelMode.CYCLE, TravelMode.CAR])
def test_only_buses_keep_hours(mode: TravelMode) -> None:
    assert service_waits(mode) is None


@pytest.mark.parametrize(
    ("when", "there", "home"),
    [
        ("mon 06:00-06:30", NO_SERVICE, 0),
        ("mon 06:30-07:00", 10, 0),
        ("mon 12:00-12:30", 0, 0),
        ("mon 22:00-22:30", 15, 15),
        ("sat 22:30-23:00", NO_SERVICE, NO_SERVICE),
        ("sun 07:30-08:00", NO_SERVICE, NO_SERVICE),
        ("sun 08:00-08:30", 15, 15),
    ],
)
def test_buses_are_waited_for_by_the_hour_of_the_week(when: str, there: float, home: float) -> None:
    waits = service_waits(TravelMode.BUS)
    assert waits is not None
    assert (waits.there[slot(when)], waits.home[slot(when)]) == (there, home)


def test_every_half_hour_of_the_week_has_a_wait_of_nothing_or_more() -> None:
    waits = service_waits(TravelMode.BUS)
    assert waits is not None
    for minutes in (waits.there, waits.home):
        assert minutes.shape == (WEEK_SLOTS,)
        assert (minutes >= 0).all()
        assert not minutes.flags.writeable


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    row = {"mode": "bus", "journey": "both", "when": "sun 22:30-24:00", "extra_minutes": "no service"}
    monkeypatch.setattr(service_hours, "read_table", lambda *_: iter([row]))
    service_hours._tables.cache_clear()
    yield row
    service_hours._tables.cache_clear()


@pytest.mark.usefixtures("table")
def test_a_row_is_about_its_own_hours_alone() -> None:
    waits = service_waits(TravelMode.BUS)
    assert waits is not None
    assert np.flatnonzero(waits.there).tolist() == np.flatnonzero(waits.home).tolist() == [333, 334, 335]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mode": "horse"}, "horse"),
        ({"journey": "back"}, "back"),
        ({"when": "someday 06:00-07:00"}, "someday"),
        ({"extra_minutes": "-5"}, "neither 0 or more nor 'no service'"),
        ({"extra_minutes": "a while"}, "a while"),
        ({"extra_minutes": "nan"}, "nan"),
    ],
)
def test_a_row_that_cannot_be_names_its_table_and_row(
    table: dict[str, str], change: dict[str, str], words: str
) -> None:
    table |= change
    with pytest.raises(DataError, match=rf"data/travel/hours\.csv, row 2.*{words}"):
        service_waits(TravelMode.BUS)
