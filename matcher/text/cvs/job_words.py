"""Which words of a CV tell of which job: its heading, and what is listed under it."""

import re
from collections.abc import Iterable, Sequence

from matcher.text.cvs.draft import Job
from matcher.text.cvs.sections import Line, Section

__all__ = ["Stretch", "jobs_at", "stretches_of_jobs"]

_LISTING = frozenset({Section.WORK, Section.VOLUNTEERING, Section.CARING})
_BULLET = re.compile(r"[•▪●◦·*>o✓➢–-]\s")

Stretch = tuple[int, int, str]
"""Start, end and key of a job."""


def stretches_of_jobs(jobs: Sequence[Job], lines: Sequence[Line]) -> list[Stretch]:
    """Start, end and key of what tells of each job.

    Under a heading of work, caring or volunteering the lines below a job are its duties, up to the next job or
    heading, or to a blank line with no bullet after it. In doubt a line tells of no job: what it shows then counts as
    said today.
    """
    starts = [job.start for job in jobs]
    return [(job.start, _end(job, starts, lines), job.key) for job in jobs]


def jobs_at(place: int, stretches: Iterable[Stretch]) -> list[str]:
    """Keys of the jobs that the words at a place tell of."""
    return [key for start, end, key in stretches if start <= place < end]


def _end(job: Job, starts: Sequence[int], lines: Sequence[Line]) -> int:
    own = next((line for line in lines if line.start <= job.start < line.end), None)
    end = job.end
    if own is None or own.section not in _LISTING:
        return end
    for line in lines:
        if line.end <= end:
            continue
        is_other = line.is_heading or line.section != own.section or any(end < at < line.end for at in starts)
        if is_other or (line.follows_blank and line.start >= end and not _BULLET.match(line.text)):
            return end
        end = line.end
    return end
