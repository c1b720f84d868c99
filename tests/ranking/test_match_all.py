"""The public door: records or columns in, rows out."""

from dataclasses import replace

import numpy as np
import pytest

import matcher
from matcher import AllMatches, Candidate, CandidateArrays, Engine, Vacancy, VacancyArrays
from matcher.errors import InputError, PlaceError
from matcher.geography import TravelTimes
from ranking.conftest import MakeNation
from strategies import AS_OF

PEOPLE = [
    Candidate(id="near", postcode="LS9 7TF", skills="patience; cooking", prior_sector="retail"),
    Candidate(id="far", postcode="DH1 3LE", skills="first aid"),
    Candidate(id="nobody knows"),
]
WORK = [
    Vacancy(id="home", title="Care assistant", postcode="LS8 2AB", place_kind="site"),
    Vacancy(id="cook", title="Cook", postcode="DH1 4AA", place_kind="site", essential_skills="cooking"),
]


def rows(found: AllMatches) -> list[list[list[int]]]:
    return [found.vacancies_for_candidates[0].tolist(), found.candidates_for_vacancies[0].tolist()]


def test_records_are_ranked_as_they_are_one_at_a_time(engine: Engine) -> None:
    found = engine.match_all(PEOPLE, WORK, k=2, as_of=AS_OF)
    for person, mine, scores in zip(PEOPLE, *found.vacancies_for_candidates, strict=True):
        matches = engine.match_candidate(person, WORK, 2, AS_OF, changes=False).matches
        assert [WORK[row].id for row in mine if row >= 0] == [match.vacancy for match in matches]
        assert scores[: len(matches)].tolist() == pytest.approx([match.score for match in matches], abs=1e-4)
    for work, its, _ in zip(WORK, *found.candidates_for_vacancies, strict=True):
        matches = engine.match_vacancy(work, PEOPLE, 2, AS_OF, changes=False).matches
        assert [PEOPLE[row].id for row in its if row >= 0] == [match.candidate for match in matches]


def test_records_and_columns_may_be_mixed(engine: Engine) -> None:
    people = CandidateArrays.from_records([engine.settle_candidate(one) for one in PEOPLE], engine.taxonomy, AS_OF)
    work = VacancyArrays.from_records([engine.settle_vacancy(one) for one in WORK], engine.taxonomy)
    wanted = rows(engine.match_all(PEOPLE, WORK, 3, AS_OF))
    assert rows(engine.match_all(people, WORK, 3, AS_OF)) == wanted
    assert rows(engine.match_all(PEOPLE, work, 3, AS_OF)) == wanted
    assert rows(engine.match_all(people, work, 3, AS_OF)) == wanted


def test_twenty_of_each_list_are_kept_where_nobody_says_how_many(engine: Engine) -> None:
    assert engine.match_all(PEOPLE, WORK).vacancies_for_candidates[1].shape == (3, 20)


def test_no_records_at_all_give_no_lists(engine: Engine) -> None:
    found = engine.match_all([], [], k=4)
    assert found.vacancies_for_candidates[0].shape == found.candidates_for_vacancies[0].shape == (0, 4)


def test_measured_journeys_count_as_they_do_one_at_a_time(engine: Engine) -> None:
    times = TravelTimes.from_rows([("LS9 7", "DH1 4", mode, 5.0) for mode in ("bus", "car", "walk", "cycle")])
    measured = replace(engine, travel_times=times)
    found = measured.match_all(PEOPLE, WORK, 2, AS_OF)
    assert set(found.vacancies_for_candidates[0][0].tolist()) == {0, 1}
    assert found.vacancies_for_candidates[1][0].tolist() == pytest.approx(
        [match.score for match in measured.match_candidate(PEOPLE[0], WORK, 2, AS_OF, changes=False).matches], abs=1e-4
    )
    assert set(engine.match_all(PEOPLE, WORK, 2, AS_OF).vacancies_for_candidates[0][0].tolist()) == {0, -1}


def test_a_place_that_is_not_finite_is_unknown_wherever_it_is_asked(engine: Engine) -> None:
    place = replace(engine.locate("LS9 7TF"), easting_m=float("inf"))
    lost, unknown = (Candidate(id="C", place=where) for where in (place, None))
    both = [engine.match_all([person], WORK, 2, AS_OF).vacancies_for_candidates for person in (lost, unknown)]
    assert np.array_equal(both[0], both[1])
    single = engine.match_candidate(lost, WORK, 2, AS_OF, changes=False).matches
    assert [match.distance_km for match in single] == [None, None]


def test_columns_that_cannot_be_right_are_refused(engine: Engine, nation: MakeNation) -> None:
    people, work = nation(4, 3)
    with pytest.raises(InputError, match=r"CandidateArrays\.blur_km is of shape \(3,\)"):
        engine.match_all(replace(people, blur_km=np.zeros(3)), work)
    with pytest.raises(InputError, match=r"VacancyArrays\.contract\[1\] is 77"):
        engine.match_all(people, replace(work, contract=np.array([0, 77, 0], dtype=np.int8)))


def test_a_postcode_that_cannot_be_found_is_said_with_its_record(engine: Engine) -> None:
    with pytest.raises(PlaceError, match="Vacancy 'V9'"):
        engine.match_all(PEOPLE, [Vacancy(id="V9", postcode="ZZ9 9ZZ")])


def test_every_public_name_can_be_had() -> None:
    assert all(getattr(matcher, name) is not None for name in matcher.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = matcher.Nothing
