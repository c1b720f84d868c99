import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.ranking import first_ranked, places_by_id, ranked_order, top_k

entries = st.lists(st.tuples(st.sampled_from([0.0, 50.0, 50.1, 100.0]), st.booleans()), max_size=8)


def order(found: list[tuple[float, bool]], ids: list[object]) -> list[int]:
    scores, keep = (np.array([entry[i] for entry in found]) for i in (0, 1))
    return list(ranked_order(scores.astype(float), np.array(ids, dtype=object), keep.astype(bool)))


@given(entries)
def test_the_order_is_that_of_sorting_by_score_downwards_and_then_id(found: list[tuple[float, bool]]) -> None:
    ids = [f"V{(7 * place) % 11}" for place in range(len(found))]
    kept = [place for place, (_, keep) in enumerate(found) if keep]
    assert order(found, ids) == sorted(kept, key=lambda place: (-found[place][0], ids[place]))


def test_ids_of_any_type_are_ordered_by_how_they_are_written() -> None:
    assert order([(1.0, True)] * 3, [10, "9", "A"]) == [0, 1, 2]


@given(entries, st.integers(-1, 9))
def test_the_first_k_are_a_prefix(found: list[tuple[float, bool]], k: int) -> None:
    whole = np.array(order(found, [str(place) for place in range(len(found))]), dtype=np.int64)
    assert list(top_k(whole, k)) == list(whole[: max(k, 0)])


@given(entries, st.lists(st.sampled_from("ABC"), min_size=8, max_size=8), st.integers(-1, 9))
def test_the_first_k_are_found_without_ordering_the_rest(
    found: list[tuple[float, bool]], names: list[str], k: int
) -> None:
    ids = names[: len(found)]
    scores, keep = (np.array([entry[i] for entry in found]) for i in (0, 1))
    places = places_by_id(np.array(ids, dtype=object))
    first = first_ranked(scores.astype(float), places, keep.astype(bool), k)
    assert list(first) == order(found, list(ids))[: max(k, 0)]
