"""What the program does by the clock."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from matcher.jobs.lists.made_with import made_with
from matcher.jobs.task import Setting
from matcher.store import Store

__all__ = [
    "CHANGES_KEPT",
    "DRAFTS_KEPT",
    "KEPT",
    "LISTS_KEPT",
    "UNOPENED_KEPT",
    "UPLOADS_KEPT",
    "ask_for_alerts",
    "ask_for_lists",
    "keep_house",
    "sweep_uploads",
]

KEPT = timedelta(days=7)
"""Judgement: what came of a job is looked at within days; it may name people, so it is not kept for longer."""

LISTS_KEPT = timedelta(hours=1)
"""Judgement: nobody looks at what a job of lists answered, and a busy day asks for thousands; for an hour, because one
that failed is not to be asked for again before."""

UPLOADS_KEPT = timedelta(days=1)
"""Judgement: rows that were given back are mended on the same day; they name people, so they are kept no longer."""

UNOPENED_KEPT = timedelta(days=30)
"""Judgement: whoever has not taken up a link for a month, counted from its sending, will not; what they answered before
goes with the account."""

DRAFTS_KEPT = timedelta(days=90)
"""Judgement: a form that nobody has gone on with for a season is forgotten, and it may be about somebody."""

CHANGES_KEPT = timedelta(days=2)
"""Judgement: whoever follows the log of changes looks every few seconds, and after a night away reads all anew."""

_REST = 10
"""Judgement: an import comes in thousands at a time, each of which asks for everything anew, and so do two workers of
which one is newer than the other, in turn; at most a tenth of a worker's time goes into that."""


def keep_house(setting: Setting) -> None:
    """What is due: alerts to ask for, and what is too old to be kept."""
    store, now = setting.store, datetime.now(UTC)
    ask_for_alerts(store)
    store.jobs.forget(now - KEPT)
    store.jobs.forget(now - LISTS_KEPT, "lists")
    store.changes.forget(now - CHANGES_KEPT)
    store.drafts.forget(now - DRAFTS_KEPT)
    store.accounts.forget_unopened(now - UNOPENED_KEPT)
    store.ended_sessions.forget(now)
    if setting.uploads is not None:
        sweep_uploads(store, setting.uploads)


def sweep_uploads(store: Store, uploads: Path) -> None:
    """Delete the uploads that nobody has touched for `UPLOADS_KEPT`, but for those that wait to be imported."""
    before = (datetime.now(UTC) - UPLOADS_KEPT).timestamp()
    waiting = {job.id for job in store.jobs.open("import")}
    for folder in uploads.glob("*") if uploads.is_dir() else ():
        if folder.name not in waiting and folder.is_dir() and folder.stat().st_mtime < before:
            shutil.rmtree(folder, ignore_errors=True)


def ask_for_alerts(store: Store, now: datetime | None = None) -> None:
    """Ask for one round of alerts an hour, however many workers ask, and for none while one waits or runs.

    Parameters
    ----------
    now : datetime, optional
        With its zone; the present by default.
    """
    hour = (now or datetime.now(UTC)).astimezone(UTC)
    job_id = f"alerts-{hour:%Y-%m-%dT%H}"
    if store.jobs.find(job_id) is None and not store.jobs.open("alerts"):
        store.jobs.add("alerts", {}, job_id=job_id)


def ask_for_lists(setting: Setting, now: datetime | None = None) -> None:
    """Ask for the stored lists to be made true if they are not, however many ask, and not while one such job is open.

    Where so much changed that all of it has to be looked at, or what they are ranked with did, only after a rest
    (`_REST`); a job that failed is asked for again in the next hour.
    """
    store, day, tools = setting.store, setting.today, made_with(setting.engine)
    if store.lists.are_true(day, tools) or store.jobs.open("lists"):
        return
    moment, state = now or datetime.now(UTC), store.lists.state()
    if state is not None and state.as_of == day:
        is_much = state.made_with != tools or any(one.record_id is None for one in store.changes.since(state.seq))
        if is_much and moment < state.all_ranked_at + timedelta(seconds=_REST * state.all_took_seconds):
            return
    store.jobs.add("lists", {}, job_id=f"lists-{day}-{tools}-{store.changes.last()}-{moment:%Y-%m-%dT%H}")
