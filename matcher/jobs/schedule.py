"""What the program does by the clock."""

from datetime import UTC, datetime, timedelta

from matcher.store import Store

__all__ = ["KEPT", "ask_for_alerts", "keep_house"]

KEPT = timedelta(days=7)
"""Judgement: what came of a job is looked at within days; it may name people, so it is not kept for longer."""


def keep_house(store: Store) -> None:
    """What is due: alerts to ask for, old jobs to forget."""
    ask_for_alerts(store)
    store.jobs.forget(datetime.now(UTC) - KEPT)


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
