"""The worker: each job is done once, and what goes wrong is said in a sentence."""

import logging
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from matcher.errors import FileError, MailError
from matcher.jobs import Setting, Task, Worker, schedule
from matcher.jobs import worker as worker_module
from matcher.jobs.schedule import ask_for_alerts, keep_house
from matcher.store import Store
from matcher.store import jobs as jobs_module


def a_worker(setting: Setting, handler: worker_module.Handler) -> Worker:
    return Worker(setting, {"count": handler})


def test_a_job_is_done_with_its_arguments_and_keeps_its_result(setting: Setting, store: Store) -> None:
    job = store.jobs.add("count", {"n": 3})
    assert a_worker(setting, lambda task: {"n": task.arguments["n"] + 1}).do_next()
    assert (store.jobs.get(job.id).state, store.jobs.get(job.id).result) == ("done", {"n": 4})


def test_a_job_of_another_kind_is_left_to_others(setting: Setting, store: Store) -> None:
    job = store.jobs.add("other", {})
    assert not a_worker(setting, lambda _: {}).do_next()
    assert store.jobs.get(job.id).state == "waiting"


def test_one_job_can_be_done_before_those_that_waited_longer(setting: Setting, store: Store) -> None:
    first, second = store.jobs.add("count", {}), store.jobs.add("count", {})
    worker = a_worker(setting, lambda _: {})
    assert worker.do_next(second.id)
    assert not worker.do_next(second.id)
    assert (store.jobs.get(first.id).state, store.jobs.get(second.id).state) == ("waiting", "done")


@pytest.mark.parametrize("error", [FileError("The file is empty."), MailError("The server is away.")])
def test_our_own_errors_give_the_person_their_words(setting: Setting, store: Store, error: Exception) -> None:
    def fail(_: Task) -> dict[str, object]:
        raise error

    job = store.jobs.add("count", {})
    a_worker(setting, fail).do_next()
    assert (store.jobs.get(job.id).state, store.jobs.get(job.id).error) == ("failed", str(error))


def test_a_job_that_somebody_stopped_ends_at_its_next_step_and_keeps_their_words(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_BEAT_SECONDS", 0.01)
    steps = iter(range(1000))

    def handle(task: Task) -> dict[str, object]:
        store.jobs.fail(task.job.id, "You stopped it.")
        for _ in steps:
            time.sleep(0.01)
            task.advance()
        return {}

    job = store.jobs.add("count", {})
    a_worker(setting, handle).do_next()
    assert (store.jobs.get(job.id).state, store.jobs.get(job.id).error) == ("failed", "You stopped it.")
    assert next(steps, None) is not None


def test_any_other_error_is_ours_and_is_logged_without_what_it_held(
    setting: Setting, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Task) -> dict[str, object]:
        raise KeyError("Ann Sleet, LS9 7TF")

    job = store.jobs.add("count", {})
    with caplog.at_level(logging.DEBUG):
        a_worker(setting, fail).do_next()
    assert "the fault is ours" in str(store.jobs.get(job.id).error)
    assert f"Job {job.id} (count) broke off: KeyError worker.py:" in caplog.text
    assert "Sleet" not in caplog.text + str(store.jobs.get(job.id).error)


def test_two_workers_at_once_do_every_job_once(setting: Setting, store: Store) -> None:
    done: list[str] = []
    jobs = [store.jobs.add("count", {}).id for _ in range(12)]

    def handle(task: Task) -> dict[str, object]:
        done.append(task.job.id)
        time.sleep(0.01)
        return {}

    threads = [threading.Thread(target=a_worker(setting, handle).do_all) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == sorted(jobs)
    assert {store.jobs.get(job_id).state for job_id in jobs} == {"done"}


def test_how_far_a_job_is_can_be_seen_while_it_is_done(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_BEAT_SECONDS", 0.01)

    def handle(task: Task) -> dict[str, object]:
        task.expect(10)
        task.advance(4)
        deadline = time.monotonic() + 20
        while store.jobs.get(task.job.id).n_done != 4 and time.monotonic() < deadline:
            time.sleep(0.01)
        seen = store.jobs.get(task.job.id)
        return {"seen": [seen.state, seen.n_done, seen.n_all, seen.result]}

    job = store.jobs.add("count", {})
    a_worker(setting, handle).do_next()
    assert store.jobs.get(job.id).result == {"seen": ["running", 4, 10, None]}


def test_a_job_that_its_worker_beats_for_is_taken_by_no_other(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_BEAT_SECONDS", 0.01)
    others: list[bool] = []

    def handle(_: Task) -> dict[str, object]:
        others.append(a_worker(setting, handle).do_next())
        return {}

    store.jobs.add("count", {})
    a_worker(setting, handle).do_next()
    assert others == [False]


def test_a_worker_in_a_thread_does_what_comes_until_it_is_stopped(setting: Setting, store: Store) -> None:
    done, stop = threading.Event(), threading.Event()

    def handle(_: Task) -> dict[str, object]:
        done.set()
        return {}

    thread = threading.Thread(target=a_worker(setting, handle).run, args=(stop,))
    thread.start()
    store.jobs.add("count", {})
    assert done.wait(30)
    stop.set()
    thread.join(30)
    assert not thread.is_alive()


def test_a_worker_outlives_a_database_that_is_away_for_a_moment(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matcher.errors import StoreError

    take, stop, times = store.jobs.take, threading.Event(), []

    def take_later(*given: object) -> object:
        times.append(given)
        if len(times) == 1:
            raise StoreError("The database cannot be used.")
        stop.set()
        return take(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(store.jobs, "take", take_later)
    monkeypatch.setattr(worker_module, "_IDLE_SECONDS", 0.01)
    a_worker(setting, lambda _: {}).run(stop)
    assert len(times) == 2


def test_what_came_of_a_job_is_kept_for_a_week(setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    job = store.jobs.add("count", {})
    store.jobs.finish(job.id, {"people": ["C1"]})
    keep_house(setting)
    assert store.jobs.find(job.id) is not None
    monkeypatch.setattr(schedule, "KEPT", timedelta(days=-1))
    keep_house(setting)
    assert store.jobs.find(job.id) is None


def test_alerts_are_asked_for_once_an_hour_by_whoever_asks(store: Store) -> None:
    noon = datetime(2026, 11, 25, 12, 10, tzinfo=UTC)
    for minutes in (0, 1, 40):
        ask_for_alerts(store, noon + timedelta(minutes=minutes))
    assert [job.id for job in store.jobs.open("alerts")] == ["alerts-2026-11-25T12"]
    ask_for_alerts(store, noon + timedelta(hours=1))
    assert len(store.jobs.open("alerts")) == 1, "none is added while one waits"
    store.jobs.finish("alerts-2026-11-25T12", {})
    ask_for_alerts(store, noon)
    assert store.jobs.open("alerts") == [], "that hour's is done"
    ask_for_alerts(store, noon + timedelta(hours=1))
    assert [job.id for job in store.jobs.open("alerts")] == ["alerts-2026-11-25T13"]


def test_a_job_that_stops_its_worker_each_time_is_given_up(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCutError(BaseException):
        """The end of the process, as far as a test can."""

    def die(_: Task) -> dict[str, object]:
        raise PowerCutError

    monkeypatch.setattr(jobs_module, "STALE_AFTER", timedelta(seconds=-5))
    job = store.jobs.add("count", {})
    for _ in range(jobs_module.MOST_TRIES):
        with pytest.raises(PowerCutError):
            a_worker(setting, die).do_next()
    assert not a_worker(setting, die).do_next()
    assert "begun 3 times" in str(store.jobs.get(job.id).error)


def test_a_job_whose_person_is_deleted_while_it_runs_leaves_nothing_and_the_worker_goes_on(
    setting: Setting, store: Store
) -> None:
    job = store.jobs.add("count", {"people": ["C1"]})

    def meanwhile(_: Task) -> dict[str, object]:
        store.about.forget("C1", None)
        return {"people": [{"id": "C1"}]}

    assert a_worker(setting, meanwhile).do_next()
    assert store.jobs.find(job.id) is None
