"""Work in the background, as both databases keep it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from matcher.domain import AccountRole
from matcher.errors import NotFoundError
from matcher.store import Store
from matcher.store import jobs as jobs_module


def test_a_job_waits_with_its_arguments_for_its_account(store: Store) -> None:
    account = store.accounts.add("a@example.org", "A", AccountRole.ADVISOR)
    job = store.jobs.add("import", {"token": "x", "n": 3}, account.id)
    assert store.jobs.get(job.id) == job
    assert (job.kind, job.state, job.arguments, job.account_id, job.n_done, job.n_all) == (
        "import", "waiting", {"token": "x", "n": 3}, account.id, 0, None,
    )  # fmt: skip
    assert not job.is_over


def test_jobs_are_taken_once_each_the_oldest_first_and_only_of_the_kinds_asked_for(store: Store) -> None:
    first, second = store.jobs.add("import", {}), store.jobs.add("import", {})
    store.jobs.add("rerank", {})
    assert [taken.id for taken in (store.jobs.take(["import"]), store.jobs.take(["import"])) if taken] == [
        first.id, second.id,
    ]  # fmt: skip
    assert store.jobs.take(["import"]) is None
    assert store.jobs.get(first.id).state == "running"


def test_a_job_whose_worker_went_silent_is_taken_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    job = store.jobs.add("import", {})
    assert store.jobs.take(["import"]) is not None
    assert store.jobs.take(["import"]) is None
    monkeypatch.setattr(jobs_module, "STALE_AFTER", timedelta(seconds=-5))
    again = store.jobs.take(["import"])
    assert again is not None
    assert again.id == job.id


def test_a_beat_says_how_far_a_job_is(store: Store) -> None:
    job = store.jobs.add("import", {})
    store.jobs.beat(job.id, 40, 100)
    assert (store.jobs.get(job.id).n_done, store.jobs.get(job.id).n_all) == (40, 100)


def test_a_job_ends_with_a_result_or_with_a_sentence(store: Store) -> None:
    done, failed = store.jobs.add("import", {}), store.jobs.add("import", {})
    store.jobs.finish(done.id, {"read": 3})
    store.jobs.fail(failed.id, "The file is empty.")
    assert (store.jobs.get(done.id).state, store.jobs.get(done.id).result) == ("done", {"read": 3})
    assert (store.jobs.get(failed.id).state, store.jobs.get(failed.id).error) == ("failed", "The file is empty.")
    assert all(store.jobs.get(job.id).is_over and store.jobs.get(job.id).ended_at for job in (done, failed))
    assert store.jobs.take(["import"]) is None


def test_a_job_that_is_not_there_is_said_so(store: Store) -> None:
    for call in (lambda: store.jobs.get("x"), lambda: store.jobs.beat("x", 1), lambda: store.jobs.fail("x", "y")):
        with pytest.raises(NotFoundError, match="no such work"):
            call()


def test_a_job_that_was_asked_for_under_its_id_is_asked_for_once(store: Store) -> None:
    first = store.jobs.add("import", {"n": 1}, job_id="hourly")
    assert store.jobs.add("import", {"n": 2}, job_id="hourly") == first
    store.jobs.finish("hourly", {})
    assert store.jobs.add("import", {}, job_id="hourly").state == "done"


def test_two_who_ask_for_the_same_at_once_get_the_same_job(store: Store) -> None:
    with ThreadPoolExecutor(4) as threads:
        asked = list(threads.map(lambda n: store.jobs.add("import", {"n": n}, job_id="hourly"), range(8)))
    assert len({job.arguments["n"] for job in asked}) == 1


def test_many_who_take_at_once_take_each_job_once(store: Store) -> None:
    jobs = [store.jobs.add("import", {}).id for _ in range(12)]
    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda _: store.jobs.take(["import"]), range(16)))
    assert sorted(job.id for job in taken if job) == sorted(jobs)


def test_open_jobs_are_those_that_wait_or_run(store: Store) -> None:
    waiting, running, done = (store.jobs.add("import", {}) for _ in range(3))
    store.jobs.add("alerts", {})
    store.jobs.take(["import"], running.id)
    store.jobs.finish(done.id, {})
    assert {job.id for job in store.jobs.open("import")} == {waiting.id, running.id}


def test_a_job_is_begun_three_times_at_most(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "STALE_AFTER", timedelta(seconds=-5))
    job, next_one = store.jobs.add("import", {}), store.jobs.add("import", {})
    for _ in range(jobs_module.MOST_TRIES):
        taken = store.jobs.take(["import"], job.id)
        assert taken is not None
        assert taken.result is None
    assert store.jobs.take(["import"]) == store.jobs.get(next_one.id)
    assert store.jobs.get(job.id).state == "failed"
    assert "begun 3 times" in str(store.jobs.get(job.id).error)


def test_what_is_over_is_not_ended_again_by_a_worker_that_was_slow(store: Store) -> None:
    job = store.jobs.add("import", {})
    store.jobs.finish(job.id, {"read": 3})
    store.jobs.fail(job.id, "Too late.")
    assert (store.jobs.get(job.id).state, store.jobs.get(job.id).error) == ("done", None)


def test_jobs_that_ended_before_a_moment_are_forgotten_and_no_others(store: Store) -> None:
    old, waiting = store.jobs.add("import", {}), store.jobs.add("import", {})
    store.jobs.finish(old.id, {})
    moment = datetime.now(UTC)
    new = store.jobs.add("import", {})
    store.jobs.fail(new.id, "The file is empty.")
    assert store.jobs.forget(moment) == 1
    assert [store.jobs.find(job.id) is None for job in (old, waiting, new)] == [True, False, False]


def test_jobs_of_one_kind_are_forgotten_alone(store: Store) -> None:
    lists, imported = store.jobs.add("lists", {}), store.jobs.add("import", {})
    for job in (lists, imported):
        store.jobs.finish(job.id, {})
    assert store.jobs.forget(datetime.now(UTC), "lists") == 1
    assert [store.jobs.find(job.id) is None for job in (lists, imported)] == [True, False]
