"""What is said of where somebody worked before: how often people move, what carries over, nothing against anybody."""

from typing import Any

import pytest

from matcher import Candidate, Engine, Vacancy
from strategies import AS_OF


def said(engine: Engine, sectors: str, **work: Any) -> str:
    person = Candidate(id="C", prior_sector=sectors)
    (match,) = engine.match_candidate(person, [Vacancy(id="V", **work)], as_of=AS_OF).matches
    return next(item.reason for item in match.contributions if item.feature == "prior_sector")


@pytest.mark.parametrize(
    ("sector", "family", "begins", "ends"),
    [
        (
            "hospitality",
            "catering",
            "Worked in hotels or pubs; people from there move into care about as often as from elsewhere, and ",
            "what it teaches carries over well to cooking and serving meals.",
        ),
        (
            "retail",
            "activities",
            "Worked in shops; people from there move into care about as often as from elsewhere, and ",
            "what it teaches carries over in part to running activities for people.",
        ),
        (
            "unpaid-caring",
            "care-worker",
            "Looked after a relative or friend; what was learnt there counts, and ",
            "what it teaches carries over well to caring for people in a home.",
        ),
        (
            "construction",
            "care-worker",
            "Worked in building or a trade; people from there move into care less often than from elsewhere, and ",
            "something of what it teaches carries over to caring for people in a home.",
        ),
        (
            "retail",
            "maintenance",
            "Worked in shops; people from there move into care about as often as from elsewhere, and ",
            "looking after buildings and gardens would be new to them.",
        ),
    ],
)
def test_both_halves_are_said_aloud(engine: Engine, sector: str, family: str, begins: str, ends: str) -> None:
    assert said(engine, sector, role_family=family) == begins + ends


def test_lived_experience_is_said_without_a_measure(engine: Engine) -> None:
    assert said(engine, "lived-experience", role_family="care-worker") == (
        "Has used care or support; that moves no points here, and the skills it brings count like anybody's."
    )


def test_none_before_is_said_as_an_answer(engine: Engine) -> None:
    assert said(engine, (), role_family="care-worker") == "Has not worked, cared or volunteered before."


def test_an_advert_without_a_kind_of_work_is_named_as_the_reason(engine: Engine) -> None:
    assert said(engine, "retail").endswith(
        "how much of it carries over depends on the kind of work, which the advert does not say."
    )


def test_nothing_is_ever_said_against_a_sector(engine: Engine) -> None:
    against = ("bad", "poor", "unsuit", "wrong", "weak", "not suited", "lack")
    work = [Vacancy(id=family, role_family=family) for family in engine.taxonomy.role_families]
    for sector in engine.taxonomy.prior_sectors:
        ranking = engine.match_candidate(Candidate(id="C", prior_sector=sector), work, k=len(work), as_of=AS_OF)
        for item in (item for match in ranking.matches for item in match.contributions):
            if item.feature == "prior_sector":
                assert not [word for word in against if word in item.reason.lower()], item.reason
