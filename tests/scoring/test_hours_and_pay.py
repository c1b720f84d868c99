"""Hours and pay of which one end is stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Candidate, Vacancy
from matcher.scoring import CandidateArrays, Feature, Pairs, VacancyArrays, load_model, score_pairs
from strategies import AS_OF, candidates, shipped_taxonomy

UNASKED = 0.6 * load_model().priors["shifts"]
"""What the shifts give while nothing is known of them; the rest is hours."""


def feature(name: str, person: dict[str, object], work: dict[str, object]) -> Feature:
    terms = shipped_taxonomy()
    people = CandidateArrays.from_records([Candidate(id="C", **person)], terms, AS_OF)
    return score_pairs(
        Pairs(people, VacancyArrays.from_records([Vacancy(id="V", **work)], terms)), load_model()
    ).features[name]


@pytest.mark.parametrize(
    ("wanted", "offered", "value", "high"),
    [
        ((37, None), (8, 10), 0.0, 0.0),  # at least 37 never meets at most 10
        ((None, 16), (32, None), 0.0, 0.0),
        ((16, 30), (20, None), 1.0, 1.0),  # 20 and more begins within what is wanted
        ((16, None), (20, 30), 0.75, 1.0),  # 16 exactly would miss by 4; more would meet
        ((None, None), (20, 30), 0.5, 1.0),
        ((None, None), (None, None), 0.5, 1.0),
    ],
)
def test_an_end_that_nobody_stated_lies_beyond_the_other(
    wanted: tuple[float, float], offered: tuple[float, float], value: float, high: float
) -> None:
    found = feature(
        "shifts",
        {"hours_min": wanted[0], "hours_max": wanted[1]},
        {"hours_min": offered[0], "hours_max": offered[1]},
    )
    assert (found.value[0, 0] - UNASKED) / 0.4 == pytest.approx(value)
    assert (found.high[0, 0] - 0.6) / 0.4 == pytest.approx(high)


@pytest.mark.parametrize(
    ("least", "most", "value", "low", "high"),
    [
        (12.0, 14.0, (1 - 4 / 13 + 1) / 2, 1 - 4 / 13, 1.0),
        (12.0, None, 1 - 4 / 13, 1 - 4 / 13, 1.0),
        (None, 12.0, 1 - 4 / 13, 0.0, 1 - 4 / 13),
        (12.0, 12.0, 1 - 4 / 13, 1 - 4 / 13, 1 - 4 / 13),
        (None, None, load_model().priors["pay"], 0.0, 1.0),
    ],
)
def test_pay_is_scored_between_both_ends_of_its_range(
    least: float | None, most: float | None, value: float, low: float, high: float
) -> None:
    found = feature("pay", {"pay_min_gbp_per_hour": 13}, {"pay_min_gbp_per_hour": least, "pay_max_gbp_per_hour": most})
    assert [array[0, 0] for array in (found.value, found.low, found.high)] == pytest.approx([value, low, high])


@given(candidates(), st.tuples(st.integers(800, 2000), st.integers(800, 2000), st.integers(800, 2000)).map(sorted))
def test_a_higher_start_of_the_range_is_never_worse(person: Candidate, pence: list[int]) -> None:
    low, middle, top = (amount / 100 for amount in pence)
    said = {"pay_min_gbp_per_hour": person.pay_min_gbp_per_hour}
    lower, higher = (
        feature("pay", said, {"pay_min_gbp_per_hour": start, "pay_max_gbp_per_hour": top}).value[0, 0]
        for start in (low, middle)
    )
    assert lower <= higher
