"""The worker: takes jobs, does them, and says that they are being done.

Any number of workers may run, in one process or in several: each job is taken once. One whose worker was stopped is
taken again (`matcher.store.jobs.MOST_TRIES`), so a handler leaves the same behind when it is run twice.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from matcher.errors import CarematchError, NotFoundError, StoreError
from matcher.jobs.alerts import send_alerts
from matcher.jobs.cohorts import look_at_cohort
from matcher.jobs.importing import import_file
from matcher.jobs.lists import rank_lists
from matcher.jobs.schedule import ask_for_lists, keep_house
from matcher.jobs.task import Handler, Setting, Task
from matcher.store.jobs import Job

__all__ = ["HANDLERS", "Worker"]

HANDLERS: Mapping[str, Handler] = {
    "alerts": send_alerts,
    "cohort": look_at_cohort,
    "import": import_file,
    "lists": rank_lists,
}
"""What can be done in the background."""

# Judgement: a person who watches a page is told every other second, and who has just asked waits a second at most.
_BEAT_SECONDS = 2.0
_IDLE_SECONDS = 1.0
# Judgement: who posts a vacancy finds it in the lists by the time they look, and idle workers ask little.
_BY_THE_CLOCK: Mapping[Callable[[Setting], None], float] = {keep_house: 60.0, ask_for_lists: 2.0}
_OUR_FAULT = "It broke off, and the fault is ours: it has been noted. Nothing is needed from you; try again later."

_log = logging.getLogger(__name__)


class Worker:
    """Does the jobs of a store.

    Parameters
    ----------
    setting : Setting
        What the jobs work with.
    handlers : mapping of str to Handler
        By kind of job; jobs of other kinds are left to others.
    """

    def __init__(self, setting: Setting, handlers: Mapping[str, Handler] = HANDLERS) -> None:
        self._setting, self._handlers = setting, handlers
        self._jobs = setting.store.jobs

    def run(self, stop: threading.Event) -> None:
        """Do jobs as they come and what is due by the clock, until `stop` is set."""
        due = dict.fromkeys(_BY_THE_CLOCK, 0.0)
        while not stop.is_set():
            try:
                self._look_at_the_clock(due)
                found = self.do_next()
            except StoreError as error:
                _log.error("The database could not be used for jobs: %s", type(error).__name__)
                found = False
            if not found:
                stop.wait(_IDLE_SECONDS)

    def _look_at_the_clock(self, due: dict[Callable[[Setting], None], float]) -> None:
        """Do what is due; `due` holds when each is, and then when it is next."""
        for act, seconds in _BY_THE_CLOCK.items():
            if time.monotonic() >= due[act]:
                due[act] = time.monotonic() + seconds
                act(self._setting)

    def do_next(self, job_id: str | None = None) -> bool:
        """Do the oldest job that waits, or the one named; whether there was one."""
        job = self._jobs.take(self._handlers, job_id)
        if job is None:
            return False
        with suppress(NotFoundError):  # somebody whom it names was deleted meanwhile, and the job with them
            self._do(job)
        return True

    def do_all(self) -> int:
        """Do every job that waits; how many there were."""
        n_jobs = 0
        while self.do_next():
            n_jobs += 1
        return n_jobs

    def _do(self, job: Job) -> None:
        task = Task(job, self._setting)
        try:
            with self._beating(task):
                result = self._handlers[job.kind](task)
        except CarematchError as error:
            self._jobs.fail(job.id, str(error))
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told and the worker goes on
            _log.error("Job %s (%s) broke off: %s", job.id, job.kind, _where(error))
            self._jobs.fail(job.id, _OUR_FAULT)
        else:
            self._jobs.finish(job.id, result)

    @contextmanager
    def _beating(self, task: Task) -> Iterator[None]:
        """Say how far a task is while it is done, from a thread beside it: no step of a handler is too long."""
        over = threading.Event()
        beats = threading.Thread(target=self._beat, args=(task, over), daemon=True, name=f"beats of {task.job.id}")
        beats.start()
        try:
            yield
        finally:
            over.set()
            beats.join()
        self._say(task)

    def _beat(self, task: Task, over: threading.Event) -> None:
        while not over.wait(_BEAT_SECONDS):
            self._say(task)

    def _say(self, task: Task) -> None:
        try:
            if not self._jobs.beat(task.job.id, task.n_done, task.n_all):
                task.stop()
        except CarematchError as error:
            _log.warning("Job %s could not say how far it is: %s", task.job.id, type(error).__name__)


def _where(error: Exception) -> str:
    """The kind of an error and the lines it came through; its words may hold somebody's data."""
    steps = traceback.extract_tb(error.__traceback__)
    return " ".join([type(error).__name__, *(f"{step.filename.rpartition('/')[2]}:{step.lineno}" for step in steps)])
