"""The job that keeps the stored lists true: whatever changed, they are what ranking everybody alone gives."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from things_to_do import PlainLinks, a_vacancy

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.errors import NotFoundError
from matcher.jobs import Setting, Task
from matcher.jobs.lists import DEPTH, made_with, rank_lists, sides
from matcher.scoring import CandidateArrays, Pairs, VacancyArrays, blocked_pairs, judge_gates, score_pairs
from matcher.store import Person, Store, record_changes
from matcher.store.kept_lists import Entries, StoredList

SKILLS = ("personal care", "medication", "cooking", "activities", "moving and handling")
POSTCODES = ("LS9 7TF", "LS8 1AA", "LS1 4AP", "BD1 1HU", "DH1 3NJ")
NEXT_DAY = date(2026, 11, 23)


def a_person(number: int, **about: object) -> tuple[Candidate, Person]:
    usual = {"id": f"P{number:02}", "postcode": POSTCODES[number % 5], "skills": SKILLS[: 1 + number % 4]}
    return Candidate(**{**usual, **about}), Person()


def some_work(number: int, **about: object) -> Vacancy:
    needs = SKILLS[number % 3 : 2 + number % 4]
    return a_vacancy(f"W{number:02}", postcode=POSTCODES[number % 4], essential_skills=needs or None, **about)


@pytest.fixture(scope="module")
def setting(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setting]:
    """One store for all: whatever was changed before, the lists are to be true again."""
    folder = tmp_path_factory.mktemp("lists")
    store = Store(f"sqlite:///{folder}/carematch.db")
    store.migrate()
    whole = Engine(engine.taxonomy, store.gazetteer(engine.gazetteer), engine.model, store)
    yield Setting(whole, PlainLinks(), folder, date(2026, 11, 22))
    store.close()


@pytest.fixture
def store(setting: Setting) -> Store:
    """More of either than a list holds, so that some are left out."""
    found = setting.store
    found.upsert_candidates([a_person(number) for number in range(DEPTH + 8)])
    found.upsert_vacancies([some_work(number) for number in range(DEPTH + 6)])
    return found


def run(setting: Setting) -> dict[str, object]:
    return dict(rank_lists(Task(setting.store.jobs.add("lists", {}), setting)))


def expected(setting: Setting) -> tuple[dict[str, Entries], dict[str, Entries]]:
    """The slow way: every pair scored, every list sorted, the hidden and the held in nobody's."""
    store, engine = setting.store, setting.engine
    people = [engine.settle_candidate(one) for one in store.candidates()]
    work = [engine.settle_vacancy(one) for one in store.vacancies()]
    pairs = Pairs(
        CandidateArrays.from_records(people, engine.taxonomy, setting.today),
        VacancyArrays.from_records(work, engine.taxonomy),
    )
    scored = score_pairs(pairs, engine.model)
    out = blocked_pairs(judge_gates(pairs, scored.journey, scored.rota, setting.today))
    cases = store.cases.all()
    shown = [one.id not in cases or cases[one.id].is_shown for one in people]
    waits_for_nobody = {one.id for one in store.standings.without_held(work)}
    open_ = [one.id in waits_for_nobody for one in work]
    return _best(people, work, scored.score, ~out & open_), _best(work, people, scored.score.T, ~out.T & shown)


def lose(store: Store) -> None:
    """Write a postcode that there is not past the importers, which would refuse it."""
    with store.session() as session:
        session.execute(text("UPDATE candidates SET postcode = 'ZZ9 9ZZ', place_lat = NULL WHERE id = 'P01'"))
        record_changes.note(session, "candidate", ["P01"])


def _best(owners: list[Any], others: list[Any], scores: Any, listed: Any) -> dict[str, Entries]:
    lists = {}
    for row, owner in enumerate(owners):
        found = [(other.id, float(scores[row, at])) for at, other in enumerate(others) if listed[row, at]]
        lists[owner.id] = tuple(sorted(found, key=lambda entry: (-entry[1], entry[0]))[:DEPTH])
    return lists


def stored(store: Store) -> tuple[dict[str, Entries], dict[str, Entries]]:
    return dict(store.lists.all("candidate")), dict(store.lists.all("vacancy"))


def lists_by_id(store: Store) -> dict[str, StoredList | None]:
    theirs = {one: store.lists.of_candidate(one) for one in store.candidate_ids()}
    return theirs | {one: store.lists.of_vacancy(one) for one in store.vacancy_ids()}


def test_the_first_time_and_on_another_day_everything_is_ranked(setting: Setting, store: Store) -> None:
    for day in (setting.today, NEXT_DAY):
        on_the_day = replace(setting, as_of=day)
        result = run(on_the_day)
        assert result["everything"]
        assert result["n_lists"] == len(store.candidate_ids()) + len(store.vacancy_ids())
        assert stored(store) == expected(on_the_day)
        assert store.lists.are_true(day, made_with(setting.engine))


CHANGES: dict[str, Callable[[Store], object]] = {
    "a vacancy is posted": lambda s: s.add_vacancy(some_work(77)),
    "a vacancy is posted that waits for approval": lambda s: s.add_vacancy(
        some_work(78, min_age=21, min_age_reason="insurance")
    ),
    "it is approved": lambda s: (
        s.upsert_vacancies([some_work(78, min_age=21, min_age_reason="insurance")])
        and s.standings.review("W78", "approved", None)
    ),
    "a vacancy is closed": lambda s: s.replace_vacancy(some_work(3, closes=date(2026, 11, 1)), s.vacancy("W03")),
    "a vacancy moves": lambda s: s.replace_vacancy(
        some_work(4).model_copy(update={"postcode": "DH1 3NJ"}), s.vacancy("W04")
    ),
    "a vacancy is sent back": lambda s: s.standings.review("W05", "sent_back", None),
    "a vacancy is withdrawn": lambda s: s.remove(vacancies=["W06"]),
    "somebody joins": lambda s: s.upsert_candidates([a_person(77)]),
    "somebody joins whom nobody sees yet": lambda s: s.cases.begin(*a_person(78), shared=False),
    "somebody hides": lambda s: s.cases.set_hidden("P01", hidden=True),
    "somebody shows themselves": lambda s: s.cases.set_hidden("P01", hidden=False),
    "somebody learns": lambda s: s.upsert_candidates([a_person(2, skills=SKILLS)]),
    "somebody says less": lambda s: s.replace_candidate(a_person(3, skills=None)[0]),
    "somebody leaves": lambda s: s.remove(candidates=["P04"]),
    "nothing happens": lambda _: None,
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_only_whom_it_touches_is_ranked_and_every_list_is_true(
    setting: Setting, store: Store, what: str
) -> None:
    run(setting)
    CHANGES[what](store)
    assert run(setting)["everything"] is False
    assert stored(store) == expected(setting)
    assert store.lists.are_true(setting.today, made_with(setting.engine))


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=4), st.booleans())
def test_whatever_changes_between_two_jobs_of_one_process_or_two_the_lists_are_true(
    setting: Setting, store: Store, changes: list[str], is_another_process: bool
) -> None:
    run(setting)
    for what in changes:
        with suppress(NotFoundError):  # of whom another change took out
            CHANGES[what](store)
    if is_another_process:
        sides._kept.clear()
    run(setting)
    assert stored(store) == expected(setting)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_postcode_that_is_lost_stops_nobodys_list(setting: Setting, store: Store, at_once: bool) -> None:
    run(setting)
    lose(store)
    if at_once:
        with store.session() as session:
            record_changes.note_everything(session)
    assert run(setting)["everything"] is at_once
    kept = store.lists.of_candidate("P01")
    assert kept is not None
    assert len(kept.entries) == DEPTH, "where they live is not known, so nothing is out of reach"
