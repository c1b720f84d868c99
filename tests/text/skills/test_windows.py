"""Stretches of a sentence that may name a skill."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.text.skills.windows import read_windows


def test_clauses_and_runs_of_words_are_windows() -> None:
    windows = read_windows("good communication, and moving and handling")
    assert {"good communication", "communication", "moving and handling"} <= set(windows)


def test_no_run_of_words_begins_or_ends_with_a_word_of_grammar() -> None:
    assert set(read_windows("for the team: be with people")) == {"for the team", "be with people", "team", "people"}


@given(st.text(max_size=100))
def test_each_window_stands_once(text: str) -> None:
    windows = read_windows(text)
    assert len(windows) == len(set(windows))
