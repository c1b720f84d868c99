"""How far a job is, in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.presenters.imports import without_options

if TYPE_CHECKING:
    from matcher.store.jobs import Job

__all__ = ["STOPPABLE", "Progress", "progress_of"]

STOPPABLE = frozenset({"cohort"})
"""Kinds of job that somebody may stop: they leave nothing half done."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What the page of a job shows.

    Attributes
    ----------
    title : str
        What is being done, or what was.
    said : str
        How far it is, or why it failed.
    n_done, n_all : int, int or None
        For the bar; without `n_all` it shows only that something goes on.
    is_over, has_failed : bool
    next_page : str
        Where it leads once it is done; empty before, and where there is nothing to lead to.
    start_page : str
        Where it can be begun anew.
    can_stop : bool
        Whether it leaves nothing behind, so that somebody may stop it.
    """

    title: str
    said: str
    n_done: int
    n_all: int | None
    is_over: bool
    has_failed: bool
    next_page: str
    start_page: str
    can_stop: bool


def progress_of(job: "Job") -> Progress:
    """A job as its page shows it."""
    return Progress(
        title=job.arguments.get("title", "Work in the background"),
        said=_said(job),
        n_done=job.n_done,
        n_all=max(job.n_all, job.n_done) if job.n_all else None,
        is_over=job.is_over,
        has_failed=job.state == "failed",
        next_page=job.arguments.get("result_page", "") if job.state == "done" else "",
        start_page=job.arguments.get("start_page", ""),
        can_stop=job.kind in STOPPABLE,
    )


def _said(job: "Job") -> str:
    things = job.arguments.get("things", "steps")
    if job.state == "failed":
        return without_options(job.error or "")
    if job.state == "done":
        return f"It is done: {job.n_done:,} {things}."
    if job.state == "waiting":
        return "It waits for its turn, and begins by itself."
    if not job.n_done:
        return "It has begun."
    if not job.n_all:
        return f"{job.n_done:,} {things} are done so far."
    return f"{job.n_done:,} of about {max(job.n_all, job.n_done):,} {things} are done."
