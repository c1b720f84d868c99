"""Kept records: their columns beside columns made anew, and rankings of them beside rankings of plain lists."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import issparse

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.errors import PlaceError
from matcher.ranking import InColumns, Kept
from matcher.scoring import CandidateArrays, VacancyArrays
from strategies import AS_OF, candidates, vacancies

_IDS = st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=5)


def _people(data: st.DataObject, ids: Sequence[str]) -> list[Candidate]:
    return [data.draw(candidates(id=name)) for name in ids]


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(_is_same, one, other))
    if issparse(one):
        return one.shape == other.shape and (one != other).nnz == 0
    return bool(one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == "f"))


def _assert_made_of(kept: Kept[Any, Any], engine: Engine) -> None:
    """The columns of kept people are those of these very people, settled."""
    found = kept.in_columns(AS_OF)
    settled = [engine.settle_candidate(one) for one in kept]
    assert found is not None
    assert list(found) == settled
    anew = CandidateArrays.from_records(settled, engine.taxonomy, AS_OF)
    assert [field.name for field in fields(anew) if not _is_same(_of(found, field.name), _of(anew, field.name))] == []


def _of(columns: Any, name: str) -> Any:
    return getattr(columns.columns if isinstance(columns, InColumns) else columns, name)


@settings(max_examples=40)
@given(st.data())
def test_records_caught_up_are_those_kept_anew(engine: Engine, data: st.DataObject) -> None:
    kept = engine.keep_candidates(_people(data, data.draw(_IDS)))
    if data.draw(st.booleans()):
        kept.in_columns(AS_OF)  # columns that are there are caught up, others made when they are asked for
    changed = {name: data.draw(st.none() | candidates(id=name)) for name in data.draw(_IDS)}
    now = {one.id: one for one in kept} | changed
    caught_up = kept.caught_up(changed)
    assert list(caught_up) == [now[name] for name in sorted(now) if now[name] is not None]
    _assert_made_of(caught_up, engine)


@settings(max_examples=20)
@given(st.data())
def test_records_narrowed_take_their_columns_with_them(engine: Engine, data: st.DataObject) -> None:
    kept, some = engine.keep_candidates(_people(data, "ABCDE")), set(data.draw(_IDS))
    narrowed = kept.without(some).only(lambda one: one.id != "E")
    assert [one.id for one in narrowed] == [name for name in "ABCD" if name not in some]
    assert list(narrowed.by_id) == [one.id for one in narrowed]
    _assert_made_of(narrowed, engine)


@settings(max_examples=10)
@given(st.lists(vacancies(), min_size=1, max_size=4, unique_by=lambda one: one.id), candidates())
def test_what_is_kept_ranks_as_a_plain_list_does(engine: Engine, work: list[Vacancy], person: Candidate) -> None:
    kept = engine.keep_vacancies(work)
    for day in (AS_OF, AS_OF + timedelta(days=1)):
        assert engine.match_candidate(person, kept, 9, day) == engine.match_candidate(person, work, 9, day)


def test_records_are_encoded_once_for_many_rankings(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: list[int] = []
    encode = VacancyArrays.from_records.__func__
    monkeypatch.setattr(
        VacancyArrays,
        "from_records",
        classmethod(lambda cls, records, terms: encoded.append(len(records)) or encode(cls, records, terms)),
    )
    kept = engine.keep_vacancies([Vacancy(id="V1"), Vacancy(id="V2")])
    for _ in range(2):
        engine.match_candidate(Candidate(id="C"), kept, 2, AS_OF)
    engine.match_candidate(Candidate(id="C"), kept.without({"V1"}), 2, AS_OF)
    assert encoded == [2]


def test_columns_are_those_of_the_day_that_is_asked_for(engine: Engine) -> None:
    kept = engine.keep_candidates([Candidate(id="C", skills="cooking [practised 2019]")])
    days = [AS_OF.replace(year=AS_OF.year + years) for years in (0, 3, 6, 0)]
    brought = [int(kept.in_columns(day).columns.credits.max()) for day in days]
    assert brought[0] > brought[1] > brought[2]
    assert brought[3] == brought[0]


def test_a_place_that_cannot_be_found_is_no_fault_of_a_ranking_without_it(engine: Engine) -> None:
    kept = engine.keep_candidates([Candidate(id="A"), Candidate(id="B", postcode="ZZ99 9ZZ")])
    work = Vacancy(id="V")
    assert engine.match_vacancy(work, kept.without({"B"}), 2, AS_OF).n_considered == 1
    with pytest.raises(PlaceError, match="'B'"):
        engine.match_vacancy(work, kept, 2, AS_OF)
    mended = kept.caught_up({"B": Candidate(id="B", postcode="LS9 7TF")})
    assert engine.match_vacancy(work, mended, 2, AS_OF).n_considered == 2
