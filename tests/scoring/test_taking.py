"""Rows taken from columns."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher import Engine
from matcher.scoring import CandidateArrays, Pairs, VacancyArrays, score_pairs
from matcher.scoring.taking import take
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies


@given(st.lists(candidates(), min_size=1, max_size=3), st.lists(vacancies(), min_size=1, max_size=3), st.data())
def test_rows_taken_score_as_they_did(engine: Engine, people: list, work: list, data: st.DataObject) -> None:
    terms = shipped_taxonomy()
    columns = CandidateArrays.from_records(people, terms, AS_OF), VacancyArrays.from_records(work, terms)
    rows, at = (np.array(data.draw(st.lists(st.integers(0, len(c) - 1), max_size=4)), dtype=np.intp) for c in columns)
    whole = score_pairs(Pairs(*columns), engine.model).score
    taken = score_pairs(Pairs(take(columns[0], rows), take(columns[1], at)), engine.model).score
    assert np.array_equal(taken, whole[np.ix_(rows, at)])
