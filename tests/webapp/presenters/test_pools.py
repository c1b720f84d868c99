"""Whom the must-haves leave, as a provider may see it."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import MustHave
from webapp.presenters.changes import anonymous_pool, narrowing


def must_have(n_with: int, n_more: int, n_not_asked: int = 0, label: str = "a driving licence") -> MustHave:
    return MustHave(("driving_licence",), label, n_with, n_with + n_more, n_not_asked)


def test_numbers_under_five_and_none_read_the_same() -> None:
    assert len({anonymous_pool([must_have(3, n_more)]) for n_more in range(5)}) == 1
    assert anonymous_pool([must_have(3, 0)]).few == ("a driving licence",)


def test_numbers_are_given_down_to_the_next_step_of_five() -> None:
    assert [anonymous_pool([must_have(3, n_more)]).more[0].at_least for n_more in (5, 9, 10, 14)] == [5, 5, 10, 10]


@given(st.integers(0, 50), st.integers(0, 200), st.integers(0, 50))
def test_how_many_are_in_the_pool_or_not_asked_changes_nothing(n_with: int, n_more: int, n_not_asked: int) -> None:
    assert anonymous_pool([must_have(n_with, n_more, n_not_asked)]) == anonymous_pool([must_have(0, n_more)])


def test_an_advisor_sees_only_the_must_haves_that_keep_somebody_out() -> None:
    assert narrowing([must_have(3, 0), must_have(3, 1)]) == [must_have(3, 1)]
