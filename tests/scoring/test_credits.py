"""Credits of many people at once, by sparse arithmetic."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from matcher.scoring.credits import best_credits, largest, sparse_rows

N_SKILLS = 4

rows_of = st.dictionaries(st.integers(0, N_SKILLS - 1), st.integers(1, 100), max_size=N_SKILLS)
nearness = st.lists(st.lists(st.integers(0, 100), min_size=N_SKILLS, max_size=N_SKILLS), min_size=4, max_size=4)


@given(st.lists(st.tuples(rows_of, rows_of), max_size=4), nearness)
def test_the_best_of_what_is_usual_and_of_what_each_held_skill_brings_counts(
    people: list[tuple[dict[int, int], dict[int, int]]], near: list[list[int]]
) -> None:
    expected = np.zeros((len(people), N_SKILLS), dtype=np.int32)
    for row, (usual, held) in enumerate(people):
        for skill in range(N_SKILLS):
            brought = [near[has][skill] * count // 100 for has, count in held.items()]
            expected[row, skill] = max([usual.get(skill, 0), *brought])
    sides = (sparse_rows([person[side] for person in people], N_SKILLS) for side in (0, 1))
    found = best_credits(*sides, csr_matrix(np.array(near, dtype=np.int32)))
    assert found.dtype == np.int32
    assert np.array_equal(found.toarray(), expected)
    assert found.nnz == np.count_nonzero(expected)


entries = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.integers(0, 127)), max_size=30)


@given(entries)
def test_of_entries_at_one_place_the_largest_stays(given_entries: list[tuple[int, int, int]]) -> None:
    expected: dict[tuple[int, int], int] = {}
    for row, column, value in given_entries:
        expected[row, column] = max(value, expected.get((row, column), 0))
    found = largest(*np.array(given_entries, dtype=np.int64).reshape(-1, 3).T, n_columns=6)
    assert list(zip(*(part.tolist() for part in found), strict=True)) == [
        (*at, expected[at]) for at in sorted(expected)
    ]
