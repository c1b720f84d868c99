import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluation import expected_calibration_error

CASES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def columns(cases: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([chance for chance, _ in cases]), np.array([happened for _, happened in cases])


def slow(cases: list[tuple[float, bool]], n_bins: int) -> float:
    """Case by case: sort, share out ties, cut, average."""
    chances = sorted(chance for chance, _ in cases)
    shares = {c: np.mean([did for chance, did in cases if chance == c]) for c in chances}
    n_bins = min(n_bins, len(cases))
    least, longer = divmod(len(cases), n_bins)
    total, start = 0.0, 0
    for place in range(n_bins):
        part = chances[start : start + least + (place < longer)]
        start += len(part)
        total += abs(sum(part) - sum(shares[c] for c in part))
    return total / len(cases)


@given(CASES, st.integers(1, 12))
def test_it_is_what_adding_up_bin_by_bin_gives(cases: list[tuple[float, bool]], n_bins: int) -> None:
    assert expected_calibration_error(*columns(cases), n_bins) == pytest.approx(slow(cases, n_bins), abs=1e-12)


@given(CASES, st.randoms())
def test_the_order_of_cases_does_not_matter(cases: list[tuple[float, bool]], random: object) -> None:
    mixed = list(cases)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert expected_calibration_error(*columns(mixed)) == pytest.approx(
        expected_calibration_error(*columns(cases)), abs=1e-12
    )


def test_certainty_that_comes_true_is_perfect_and_that_does_not_is_the_worst() -> None:
    chances = np.array([0.0, 1.0] * 10)
    assert expected_calibration_error(chances, chances == 1.0) == 0
    assert expected_calibration_error(chances, chances == 0.0) == 1


@pytest.mark.parametrize(("n_chances", "n_happened"), [(0, 0), (2, 3)])
def test_a_chance_is_needed_for_each_case(n_chances: int, n_happened: int) -> None:
    with pytest.raises(ValueError, match="chance is needed for each case"):
        expected_calibration_error(np.zeros(n_chances), np.zeros(n_happened, dtype=bool))
