"""Whole adverts of many makes: forms, tables, bullets, capitals, a family's own words."""

from typing import Any

import pytest
from invented_at_home import AT_HOME
from invented_homes import HOMES
from reading import read

from matcher.text.adverts import AdvertDraft

ADVERTS = HOMES | AT_HOME


def terms(draft: AdvertDraft) -> dict[str, Any]:
    """What a draft states, in the form of the adverts' own terms; what it does not state is left out."""
    values: dict[str, Any] = {
        "hours": draft.hours and (draft.hours.value.low, draft.hours.value.high),
        "pay": draft.pay and (draft.pay.value.low, draft.pay.value.high, draft.pay.value.period),
        "shifts": {reading.value.value for reading in draft.patterns},
        "contract": draft.contract and draft.contract.value.value,
        "licence": draft.driving_licence and draft.driving_licence.value.value,
        "vehicle": draft.vehicle and draft.vehicle.value.value,
        "dbs": draft.dbs and draft.dbs.value and draft.dbs.value.value,
        "qualification": draft.qualification
        and (draft.qualification.value.level, draft.qualification.value.need.value),
        "experience": draft.experience and (draft.experience.value.need.value, draft.experience.value.months),
        "registration": draft.registration and draft.registration.value,
        "closes": draft.closes and draft.closes.value.isoformat(),
        "positions": draft.positions and draft.positions.value,
        "flags": {reading.value.kind.value for reading in draft.flags},
    }
    return {name: value for name, value in values.items() if value}


@pytest.mark.parametrize("make", ADVERTS)
def test_the_terms_of_an_advert_are_read_whatever_its_make(make: str) -> None:
    title, advert, expected = ADVERTS[make]
    assert terms(read(advert, title)) == expected
