"""Sets of columns put end to end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Candidate, Vacancy
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.places import CandidatePlaces
from matcher.scoring.stacking import stack
from matcher.scoring.taking import take
from same_columns import differences
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies

cuts = st.lists(st.integers(0, 4), max_size=4).map(sorted)
guesses = st.sampled_from([0, 1, 4, 1000])


@given(st.lists(candidates(), max_size=4), cuts, guesses)
def test_parts_of_people_end_to_end_are_the_whole(people: list[Candidate], at: list[int], guess: int) -> None:
    whole = CandidateArrays.from_records(people, shipped_taxonomy(), AS_OF)
    parts = np.split(np.arange(len(people)), at)
    assert differences(stack((take(whole, part) for part in parts), guess), whole) == []


@given(st.lists(vacancies(), max_size=4), cuts, guesses)
def test_parts_of_work_end_to_end_are_the_whole(work: list[Vacancy], at: list[int], guess: int) -> None:
    whole = VacancyArrays.from_records(work, shipped_taxonomy())
    parts = np.split(np.arange(len(work)), at)
    assert differences(stack((take(whole, part) for part in parts), guess), whole) == []


def test_places_are_stacked_as_well() -> None:
    one, other = (CandidatePlaces.from_records([Candidate(id=name)]) for name in "AB")
    assert stack([one, other]).ids.tolist() == ["A", "B"]


def test_nothing_at_all_cannot_be_stacked() -> None:
    with pytest.raises(ValueError, match="no part"):
        stack(iter(list[CandidateArrays]()))
