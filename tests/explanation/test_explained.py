"""Entries that are explained when somebody looks at them, beside all of them explained."""

import pickle
from collections import Counter
from pathlib import Path

import pytest

from matcher.domain import Ranking
from matcher.engine import Engine
from matcher.explanation import rankings
from matcher.explanation.asked import n_asking
from matcher.explanation.explained import Explained, glances, only
from matcher.importers.demo import DEMO_DAY
from settled_demo import Templates, settled_demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Settled candidates and vacancies of the demo."""
    folder: Path = tmp_path_factory.mktemp("demo")
    return settled_demo(folder)


@pytest.fixture(scope="module")
def ranked(engine: Engine, demo: Templates) -> list[Ranking]:
    """Rankings of a few people and of a few vacancies."""
    people, work = demo
    return [
        *(engine.match_candidate(one, work, len(work), DEMO_DAY) for one in people[:3]),
        *(engine.match_vacancy(one, people, len(people), DEMO_DAY) for one in work[:3]),
    ]


def test_only_what_is_looked_at_is_explained(engine: Engine, demo: Templates, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    explain = rankings.explain_match
    monkeypatch.setattr(
        rankings, "explain_match", lambda pair, rank, *rest: looked_at.append(rank) or explain(pair, rank, *rest)
    )
    people, work = demo
    matches = engine.match_candidate(people[0], work, len(work), DEMO_DAY).matches
    assert len(glances(matches)) == len(matches) > 20
    assert looked_at == []
    assert matches[:2] == (matches[0], matches[1])
    assert matches[-1].rank == len(matches)
    assert looked_at == [1, 2, len(matches)]


def test_they_are_to_others_what_a_tuple_of_them_is(ranked: list[Ranking]) -> None:
    for entries in (each for ranking in ranked for each in (ranking.matches, ranking.not_now)):
        same = tuple(entries)
        assert isinstance(entries, Explained)
        assert entries == same
        assert same == entries
        assert pickle.loads(pickle.dumps(entries)) == same  # noqa: S301 - our own
        assert entries[1:3] == same[1:3]
        assert hash(entries) == hash(same)
        assert repr(entries) == repr(same)
        with pytest.raises(IndexError):
            entries[len(same)]


def test_a_glance_tells_what_the_entry_tells(ranked: list[Ranking]) -> None:
    for ranking in ranked:
        assert glances(ranking.matches) == glances(tuple(ranking.matches))
        assert glances(ranking.not_now) == glances(tuple(ranking.not_now))


def test_chosen_entries_are_those_at_the_places(ranked: list[Ranking]) -> None:
    for entries in (ranked[0].matches, tuple(ranked[0].matches)):
        chosen = only(entries, [5, 0, 3])
        assert list(chosen) == [entries[5], entries[0], entries[3]]
        assert [glance.vacancy for glance in glances(chosen)] == [entry.vacancy for entry in chosen]


def test_skills_are_counted_as_the_matches_name_them(ranked: list[Ranking]) -> None:
    for matches in (ranking.matches for ranking in ranked[:3]):
        assert n_asking(matches) == Counter(name for match in matches for name in match.skills.held)
    assert n_asking(()) == Counter()
