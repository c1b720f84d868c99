"""When the stored lists are ranked again, and that what reads them says the same as without them."""

import email
import threading
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from things_to_do import a_vacancy

from matcher.domain import AccountRole, Candidate, Ranking, Vacancy
from matcher.engine import Engine
from matcher.jobs import Setting, Task, Worker, alerts, schedule
from matcher.jobs import worker as worker_module
from matcher.jobs.alerts import send_alerts
from matcher.jobs.lists import DEPTH, made_with, open_to, rank_lists, sides, touched
from matcher.jobs.schedule import ask_for_lists, keep_house
from matcher.store import Person, Store
from matcher.store.record_changes import MOST_NAMED

NOON = datetime(2026, 11, 26, 12, 10, tzinfo=UTC)


def rank(setting: Setting) -> None:
    """Ask, and do what is asked for."""
    ask_for_lists(setting)
    Worker(setting, {"lists": rank_lists}).do_all()


def asked(store: Store) -> int:
    return len(store.jobs.open("lists"))


def test_lists_are_asked_for_once_by_however_many_and_not_while_they_are_true(setting: Setting, store: Store) -> None:
    for _ in range(3):
        ask_for_lists(setting)
    assert asked(store) == 1
    assert Worker(setting).do_all() == 1
    ask_for_lists(setting)
    assert asked(store) == 0
    store.upsert_vacancies([a_vacancy("V4")])
    ask_for_lists(setting)
    assert asked(store) == 1


def test_another_day_asks_for_lists(setting: Setting, store: Store) -> None:
    rank(setting)
    ask_for_lists(replace(setting, as_of=date(2026, 11, 23)))
    assert asked(store) == 1


def test_lists_that_failed_are_asked_for_again_in_the_next_hour(setting: Setting, store: Store) -> None:
    ask_for_lists(setting, NOON)
    store.jobs.fail(store.jobs.open("lists")[0].id, "Broken.")
    ask_for_lists(setting, NOON + timedelta(minutes=1))
    assert asked(store) == 0
    ask_for_lists(setting, NOON + timedelta(hours=1))
    assert asked(store) == 1


def test_after_an_import_everything_is_ranked_again_and_only_after_a_rest(setting: Setting, store: Store) -> None:
    rank(setting)
    state = store.lists.state()
    assert state is not None
    store.lists.mark(replace(state, all_ranked_at=NOON, all_took_seconds=60.0))
    store.upsert_candidates([(Candidate(id=f"N{number:04}"), Person()) for number in range(MOST_NAMED + 1)])
    ask_for_lists(setting, NOON + timedelta(minutes=9))
    assert asked(store) == 0
    ask_for_lists(setting, NOON + timedelta(minutes=11))
    assert asked(store) == 1
    assert rank_lists(Task(store.jobs.open("lists")[0], setting))["everything"]
    assert store.lists.of_candidate("N0500") is not None


def test_two_workers_that_rank_otherwise_do_not_keep_each_other_ranking(setting: Setting, store: Store) -> None:
    rank(setting)
    state = store.lists.state()
    assert state is not None
    store.lists.mark(replace(state, made_with="an older program", all_ranked_at=NOON, all_took_seconds=60.0))
    ask_for_lists(setting, NOON + timedelta(minutes=9))
    assert asked(store) == 0
    ask_for_lists(setting, NOON + timedelta(minutes=11))
    assert asked(store) == 1


def test_lists_that_were_ranked_an_hour_ago_leave_no_job_behind(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_for_lists(setting)
    (job,) = store.jobs.open("lists")
    Worker(setting).do_next(job.id)
    keep_house(setting)
    assert store.jobs.find(job.id) is not None
    monkeypatch.setattr(schedule, "LISTS_KEPT", timedelta(0))
    keep_house(setting)
    assert store.jobs.find(job.id) is None


def test_where_a_change_touches_too_many_everything_is_ranked_together(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rank(setting)
    monkeypatch.setattr(touched, "_FEW", 1)
    store.upsert_vacancies([a_vacancy("V4")])
    assert rank_lists(Task(store.jobs.add("lists", {}), setting))["everything"]
    assert {one for one, _ in store.lists.of_candidate("C1").entries} == {"V1", "V2", "V3", "V4"}  # type: ignore[union-attr]


def test_lists_from_before_what_the_log_keeps_are_ranked_anew(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rank(setting)
    store.upsert_vacancies([a_vacancy("V4")])
    store.upsert_vacancies([a_vacancy("V5")])
    monkeypatch.setattr(schedule, "CHANGES_KEPT", timedelta(0))
    keep_house(setting)
    assert rank_lists(Task(store.jobs.add("lists", {}), setting))["everything"]
    assert len(store.lists.of_candidate("C1").entries) == 5  # type: ignore[union-attr]


def test_a_worker_that_runs_lists_what_is_posted_without_being_asked(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_BY_THE_CLOCK", {ask_for_lists: 0.0})
    monkeypatch.setattr(worker_module, "_IDLE_SECONDS", 0.01)
    stop, deadline = threading.Event(), time.monotonic() + 60
    thread = threading.Thread(target=Worker(setting).run, args=(stop,))
    thread.start()
    store.upsert_vacancies([a_vacancy("V4")])
    while store.lists.of_vacancy("V4") is None and time.monotonic() < deadline:
        time.sleep(0.01)
    stop.set()
    thread.join(30)
    assert [one for one, _ in store.lists.of_vacancy("V4").entries] == ["C1", "C2"]  # type: ignore[union-attr]


def sent(folder: Path) -> list[tuple[str, str, str]]:
    found = [email.message_from_bytes(path.read_bytes(), policy=default) for path in folder.iterdir()]
    return sorted((one["To"], one["Subject"], _text_of(one)) for one in found)  # type: ignore[arg-type]


def _text_of(message: EmailMessage) -> str:
    """The text without the person's own key."""
    return message.get_content().partition("Stop these e-mails")[0]


@pytest.fixture
def with_alerts(store: Store) -> Store:
    """Ann and Bob in Leeds have three vacancies in reach, Cleo in Durham has more than a list holds."""
    near = {"postcode": "LS9 7TF", "skills": ("personal care",), "max_travel_minutes": 45}
    people = [
        Candidate(id="C1", **near),
        Candidate(id="C2", **near),
        Candidate(id="C3", **{**near, "postcode": "DH1 3NJ"}),
    ]
    store.upsert_candidates([(person, Person()) for person in people])
    store.upsert_vacancies([a_vacancy(f"W{number:02}", postcode="DH1 3NJ") for number in range(DEPTH + 2)])
    store.upsert_vacancies([a_vacancy("V4", closes=date(2026, 11, 1)), a_vacancy("V5", postcode="DH1 3NJ")])
    store.upsert_vacancies([a_vacancy("V6", postcode="DH1 3NJ", min_age=21, min_age_reason="insurance")])
    for person in people:
        address = f"{person.id.lower()}@example.org"
        store.accounts.add(address, person.id, AccountRole.JOBSEEKER, candidate_id=person.id)
        store.own.set_alerts(person.id, "daily")
    return store


def test_e_mails_are_the_same_with_stored_lists_with_warm_columns_and_without(
    setting: Setting, with_alerts: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ranked: list[int] = []
    as_before = alerts._ranked

    def count(setting: Setting, candidate: Candidate, vacancies: list[Vacancy]) -> Ranking:
        ranked.append(len(vacancies))
        return as_before(setting, candidate, vacancies)

    def write(outbox: str) -> list[tuple[str, str, str]]:
        ranked.clear()
        send_alerts(Task(with_alerts.jobs.add("alerts", {}), replace(setting, outbox=tmp_path / outbox)))
        return sent(tmp_path / outbox)

    monkeypatch.setattr(alerts, "_ranked", count)
    monkeypatch.setattr(with_alerts.own, "tell", lambda *_: None)  # so that all is new to everybody each time
    without = write("without")
    assert [subject for _, subject, _ in without][2] == "New for you: Care assistant V5 and 22 more"
    assert ranked == [DEPTH + 7] * 3
    rank(setting)
    sides._kept.clear()
    assert write("stored") == without
    assert ranked == [3, 3, DEPTH + 7]
    with_alerts.upsert_vacancies([a_vacancy("V7", closes=date(2026, 11, 1))])
    rank(setting)
    assert write("warm") == without
    assert ranked == [3, 3, DEPTH + 3]


def test_lists_that_are_not_true_any_more_tell_nobody_what_they_can_have(setting: Setting, store: Store) -> None:
    rank(setting)
    assert open_to(setting, "C1") == {"V1", "V2", "V3"}
    store.remove(vacancies=["V2"])
    assert open_to(setting, "C1") is None
    rank(setting)
    assert open_to(setting, "C1") == {"V1", "V3"}


def test_other_weights_of_the_same_name_and_other_skills_ask_for_lists(setting: Setting, engine: Engine) -> None:
    model, taxonomy = setting.engine.model, setting.engine.taxonomy
    weights = {**model.weights, "pay": model.weights["pay"] + 1, "text": model.weights["text"] - 1}
    tools = {
        made_with(replace(engine, model=replace(model, weights=weights))),
        made_with(replace(engine, taxonomy=replace(taxonomy, skills=taxonomy.skills[1:]))),
        made_with(engine),
    }
    assert len(tools) == 3
    assert made_with(setting.engine) == made_with(engine)
