"""Which outcomes say that a pair started, which that it did not, and which say neither."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Outcome, Stage
from matcher.learning.referred import SILENCE, Fate, ReferredPair, read_referred

AS_OF = date(2026, 11, 22)
LONG_AGO, LATELY = AS_OF - SILENCE, AS_OF - SILENCE + timedelta(days=1)


def reached(*stages: tuple[Stage, date | None], candidate: str = "C1", vacancy: str = "V1") -> list[Outcome]:
    return [Outcome(candidate, vacancy, stage, day) for stage, day in stages]


@pytest.mark.parametrize(
    ("stages", "fate"),
    [
        ([(Stage.STARTED, LATELY)], Fate.STARTED),
        ([(Stage.IN_POST_6M, None)], Fate.STARTED),
        ([(Stage.STARTED, LONG_AGO), (Stage.WITHDREW, LATELY)], Fate.STARTED),
        ([(Stage.REFERRED, LATELY), (Stage.NOT_SELECTED, LATELY)], Fate.NOT_SELECTED),
        ([(Stage.INTERVIEWED, LATELY), (Stage.WITHDREW, LATELY)], Fate.WITHDREW),
        ([(Stage.OFFERED, LATELY), (Stage.WITHDREW, None)], Fate.WITHDREW),
        ([(Stage.REFERRED, LONG_AGO)], Fate.SILENT),
        ([(Stage.REFERRED, LONG_AGO), (Stage.INTERVIEWED, LATELY)], Fate.OPEN),
        ([(Stage.REFERRED, LATELY)], Fate.OPEN),
        ([(Stage.OFFERED, None)], Fate.UNDATED),
    ],
)
def test_every_referral_has_one_fate(stages: list[tuple[Stage, date | None]], fate: Fate) -> None:
    found = read_referred(reached(*stages), AS_OF)
    assert found.fates == {fate: 1}
    assert [pair.started for pair in found.pairs] == ([] if fate.is_left_out else [fate is Fate.STARTED])


def test_a_referral_that_a_start_elsewhere_ended_says_nothing_but_a_withdrawal_does() -> None:
    outcomes = [
        *reached((Stage.STARTED, LONG_AGO)),
        *reached((Stage.REFERRED, LONG_AGO), vacancy="V2"),
        *reached((Stage.REFERRED, LONG_AGO), (Stage.WITHDREW, LATELY), vacancy="V3"),
        *reached((Stage.REFERRED, LONG_AGO), candidate="C2", vacancy="V2"),
    ]
    found = read_referred(outcomes, AS_OF)
    assert found.fates == {Fate.STARTED: 1, Fate.OVERTAKEN: 1, Fate.WITHDREW: 1, Fate.SILENT: 1}
    assert [(pair.candidate, pair.vacancy) for pair in found.pairs] == [("C1", "V1"), ("C1", "V3"), ("C2", "V2")]


def test_what_happened_after_the_day_is_not_known_yet() -> None:
    outcomes = reached((Stage.REFERRED, LONG_AGO), (Stage.STARTED, AS_OF + timedelta(days=1)))
    assert read_referred(outcomes, AS_OF).fates == {Fate.SILENT: 1}


def test_a_pair_is_judged_on_the_day_it_was_referred() -> None:
    outcomes = reached((Stage.STARTED, LATELY), (Stage.REFERRED, LONG_AGO), (Stage.INTERVIEWED, None))
    assert read_referred(outcomes, AS_OF).pairs == (ReferredPair("C1", "V1", LONG_AGO, True),)


@pytest.mark.parametrize(("days", "judged_on"), [([LATELY, LONG_AGO], LONG_AGO), ([None, None], AS_OF)])
def test_without_a_day_of_referral_it_is_the_first_day_known_or_else_the_day_of_reading(
    days: list[date | None], judged_on: date
) -> None:
    outcomes = reached((Stage.INTERVIEWED, days[0]), (Stage.STARTED, days[1]))
    assert read_referred(outcomes, AS_OF).pairs[0].judged_on == judged_on


@given(st.permutations(reached((Stage.REFERRED, LONG_AGO), (Stage.OFFERED, LATELY), (Stage.STARTED, AS_OF))
                       + reached((Stage.REFERRED, LATELY), (Stage.NOT_SELECTED, AS_OF), candidate="C0")))  # fmt: skip
def test_the_order_of_rows_does_not_matter(outcomes: list[Outcome]) -> None:
    found = read_referred(outcomes, AS_OF)
    assert [(pair.candidate, pair.started) for pair in found.pairs] == [("C0", False), ("C1", True)]


def test_only_starting_and_staying_are_starts_and_only_two_stages_are_endings() -> None:
    assert [stage.value for stage in Stage if stage.is_start] == ["started", "in_post_3m", "in_post_6m", "in_post_12m"]
    assert [stage.value for stage in Stage if stage.is_ending] == ["withdrew", "not_selected"]
