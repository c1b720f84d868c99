"""What the program does by the clock."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from matcher.jobs.task import Setting
from matcher.store import Store

__all__ = ["DRAFTS_KEPT", "KEPT", "UNOPENED_KEPT", "UPLOADS_KEPT", "ask_for_alerts", "keep_house", "sweep_uploads"]

KEPT = timedelta(days=7)
"""Judgement: what came of a job is looked at within days; it may name people, so it is not kept for longer."""


UPLOADS_KEPT = timedelta(days=1)
"""Judgement: rows that were given back are mended on the same day; they name people, so they are kept no longer."""

UNOPENED_KEPT = timedelta(days=30)
"""Judgement: whoever has not taken up a link for a month, counted from its sending, will not; what they answered before
goes with the account."""

DRAFTS_KEPT = timedelta(days=90)
"""Judgement: a form that nobody has gone on with for a season is forgotten, and it may be about somebody."""


def keep_house(setting: Setting) -> None:
    """What is due: alerts to ask for, and what is too old to be kept."""
    store, now = setting.store, datetime.now(UTC)
    ask_for_alerts(store)
    store.jobs.forget(now - KEPT)
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
