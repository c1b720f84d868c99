"""Rankings explained from columns that are kept ready."""

import pytest

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.ranking.warm import Warm
from matcher.scoring import CandidateArrays, VacancyArrays
from settled_demo import settled_demo
from strategies import AS_OF

Demo = tuple[list[Candidate], list[Vacancy]]
K = 4


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    people, work = settled_demo(tmp_path_factory.mktemp("found"))
    return list(people[:12]), list(work[:40])


@pytest.fixture(scope="module")
def warm(engine: Engine, demo: Demo) -> Warm:
    people = CandidateArrays.from_records(demo[0], engine.taxonomy, AS_OF)
    return Warm.of(people, VacancyArrays.from_records(demo[1], engine.taxonomy), engine.model, AS_OF, fast=False)


def test_matches_are_those_of_ranking_all_of_them(engine: Engine, demo: Demo, warm: Warm) -> None:
    people, work = demo
    adverts, persons = {one.id: one for one in work}, {one.id: one for one in people}
    for person in people[:6]:
        found = engine.match_candidate_in(person, warm, lambda ids: [adverts[name] for name in ids], K)
        wanted = engine.match_candidate(person, work, K, AS_OF, changes=False)
        assert (found.matches, found.n_considered) == (wanted.matches, len(work))
    for vacancy in work[:6]:
        found = engine.match_vacancy_in(vacancy, warm, lambda ids: [persons[name] for name in ids], K)
        wanted = engine.match_vacancy(vacancy, people, K, AS_OF, changes=False)
        assert (found.matches, found.n_considered) == (wanted.matches, len(people))


def test_who_is_not_stored_any_more_is_not_shown(engine: Engine, demo: Demo, warm: Warm) -> None:
    people, work = demo
    adverts = {one.id: one for one in work}
    person = next(one for one in people if len(engine.match_candidate(one, work, K, AS_OF).matches) == K)
    whole = [match.vacancy for match in engine.match_candidate(person, work, K, AS_OF).matches]
    stored = [name for name in whole if name != whole[1]]
    found = engine.match_candidate_in(person, warm, lambda ids: [adverts[name] for name in ids if name in stored], K)
    assert [match.vacancy for match in found.matches] == stored
    assert [match.rank for match in found.matches] == [1, 2, 3]
