"""Work in the background, as pages ask for it and as a thread beside the pages does it."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, current_app

from matcher.jobs import Setting, Worker
from matcher.store.jobs import Job
from webapp import access
from webapp.context import EXTENSION, store
from webapp.mail import outbox

if TYPE_CHECKING:
    from werkzeug.routing import MapAdapter

__all__ = ["RunningWorker", "do_now", "run_waiting", "start_job", "start_worker"]

_HERE = "http://localhost:8000"
# Judgement: a round of a handler that is nearly done may end; what is not is begun again at the next start.
_PATIENCE_SECONDS = 5.0


def start_job(kind: str, arguments: Mapping[str, Any], *, job_id: str | None = None) -> Job:
    """Ask for work to be done for whoever is signed in; under a `job_id` that was asked for before, it is that job.

    Arguments that the page ``progress.job`` reads, whatever the kind: ``title`` (its heading, as "Importing
    people.csv"), ``things`` (what is counted, as "rows"), ``result_page`` (the address it leads to once all is done)
    and ``start_page`` (where somebody begins anew if it fails).
    """
    return store().jobs.add(kind, arguments, access.account().id, job_id=job_id)


def do_now(job: Job) -> Job:
    """Do a job before the page answers, unless a worker has it already; for what takes under two seconds."""
    _worker(_app()).do_next(job.id)
    return store().jobs.get(job.id)


def run_waiting(app: Flask) -> int:
    """Do every job that waits, one after the other, in this thread; how many there were."""
    return _worker(app).do_all()


@dataclass(frozen=True, slots=True)
class RunningWorker:
    """A worker in a thread of its own."""

    thread: threading.Thread
    _stop: threading.Event

    def stop(self) -> None:
        """Let it end what it does, for a moment; a job that is cut off is begun again by the next worker."""
        self._stop.set()
        self.thread.join(_PATIENCE_SECONDS)


def start_worker(app: Flask) -> RunningWorker:
    """Do jobs as they come, beside the pages, until it is stopped or the program ends."""
    stop = threading.Event()
    thread = threading.Thread(target=_worker(app).run, args=(stop,), daemon=True, name="carematch worker")
    thread.start()
    return RunningWorker(thread, stop)


class _PageLinks:
    """Addresses of our pages as e-mails carry them, made without a request."""

    def __init__(self, app: Flask) -> None:
        base = urlsplit(app.config["PUBLIC_URL"] or app.config.get("HERE", _HERE))
        self._pages: MapAdapter = app.url_map.bind(base.netloc, url_scheme=base.scheme)

    def vacancy(self, vacancy_id: str) -> str:
        return self._to("public.vacancy", vacancy_id=vacancy_id)

    def vacancies(self) -> str:
        return self._to("jobseeker.vacancies")

    def unsubscribe(self, token: str) -> str:
        return self._to("public.unsubscribe", token=token)

    def _to(self, endpoint: str, **values: str) -> str:
        return self._pages.build(endpoint, values, force_external=True)


def _worker(app: Flask) -> Worker:
    setting = Setting(
        engine=app.extensions[EXTENSION],
        links=_PageLinks(app),
        outbox=outbox(app.config["INSTANCE"]),
        as_of=app.config["AS_OF"],
        uploads=Path(app.config["INSTANCE"]).absolute() / "uploads",
    )
    return Worker(setting)


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001 - Flask's own way
