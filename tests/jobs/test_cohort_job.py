"""The job that looks at some people together."""

from typing import Any

import pytest

from matcher.domain import Candidate
from matcher.jobs import Setting, Worker
from matcher.jobs.cohorts import N_COURSES
from matcher.store import Person
from matcher.store.jobs import Job


def _done(setting: Setting, people: list[str]) -> Job:
    job = setting.store.jobs.add("cohort", {"people": people})
    Worker(setting).do_all()
    return setting.store.jobs.get(job.id)


def _result(setting: Setting, people: list[str]) -> dict[str, Any]:
    result = _done(setting, people).result
    assert result is not None
    return dict(result)


def test_each_person_has_the_first_match_and_question_of_their_own_ranking(setting: Setting) -> None:
    store = setting.store
    store.upsert_candidates([(Candidate(id="C3"), Person())])
    for looked_at in _result(setting, ["C1", "C3"])["people"]:
        ranking = setting.engine.match_candidate(store.candidate(looked_at["id"]), store.vacancies(), 99, setting.today)
        first = ranking.matches[0]
        assert (looked_at["first"]["vacancy"], looked_at["first"]["score"]) == (first.vacancy, first.score)
        assert looked_at["n_matches"] == len(ranking.matches)
        assert looked_at["ask_next"] == (ranking.ask_next.question if ranking.ask_next else None)


def test_courses_come_in_the_engines_order_and_no_more_than_can_be_compared(setting: Setting) -> None:
    people = [setting.store.candidate(name) for name in ("C1", "C2")]
    wanted = setting.engine.which_course(people, setting.store.vacancies(), setting.today)[:N_COURSES]
    courses = _result(setting, ["C1", "C2"])["courses"]
    assert [course["title"] for course in courses] == [reach.title for reach in wanted]
    assert [course["people"] for course in courses] == [list(reach.people) for reach in wanted]


def test_it_counts_people_as_it_goes_and_passes_over_who_is_not_there(setting: Setting) -> None:
    job = _done(setting, ["C1", "nobody"])
    assert (job.state, job.n_done, job.n_all) == ("done", 1, 1)


@pytest.mark.parametrize("people", [[], ["nobody"]])
def test_nobody_at_all_is_an_empty_table(setting: Setting, people: list[str]) -> None:
    assert _result(setting, people) == {"people": [], "courses": []}


def test_a_vacancy_that_waits_for_review_is_nobodys_match(setting: Setting) -> None:
    for vacancy in setting.store.vacancies():
        setting.store.standings.post(vacancy.id, None, sex_required="male", sex_reason="Intimate care")
    (looked_at,) = _result(setting, ["C1"])["people"]
    assert (looked_at["first"], looked_at["n_matches"]) == (None, 0)
