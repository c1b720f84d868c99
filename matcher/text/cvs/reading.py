"""A CV read to a draft: protected matter out first, then jobs, skills, qualifications and answers."""

from datetime import date
from itertools import islice

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.dated_jobs import dated_jobs
from matcher.text.cvs.draft import CvDraft, Gap, Job
from matcher.text.cvs.facts import find_facts
from matcher.text.cvs.found import FoundJob, make_job
from matcher.text.cvs.job_words import stretches_of_jobs
from matcher.text.cvs.listed_jobs import listed_jobs
from matcher.text.cvs.protected import redact
from matcher.text.cvs.qualifications import find_qualifications, find_registrations
from matcher.text.cvs.sections import Line, read_lines, with_work
from matcher.text.cvs.skills import find_cv_skills
from matcher.text.cvs.told_jobs import told_jobs
from matcher.text.dates import Moment, find_periods

__all__ = ["read_cv"]

# Judgement: fewer months between two jobs are ordinary life.
_SHORTEST_GAP = 3
_MOST_JOBS = 60


def read_cv(text: str, taxonomy: Taxonomy, *, as_of: date | None = None, notes: tuple[str, ...] = ()) -> CvDraft:
    """Read the text of a CV, or a few sentences, to a draft. Any text gives one; nothing is stored or logged.

    Parameters
    ----------
    text : str
        As `matcher.importers.documents.read_document` gives it, or as somebody typed it.
    as_of : date, optional
        The day that current jobs are counted to, today by default.
    notes : tuple of str
        What the reading of the file left out, to be shown with the draft.
    """
    day = date.today() if as_of is None else as_of  # noqa: DTZ011 - a CV's "present" is the day where it is read
    redaction = redact(text)
    lines = list(read_lines(redaction.text))
    jobs = _jobs(redaction.text, lines, taxonomy, day)
    told = stretches_of_jobs(jobs, lines)
    said = () if jobs else ("No jobs, caring or volunteering were found: add them by hand.",)
    return CvDraft(
        jobs=jobs,
        skills=tuple(find_cv_skills(redaction.text, redaction.shown, lines, told, taxonomy)),
        qualifications=tuple(find_qualifications(redaction.text, redaction.shown, lines, taxonomy)),
        registrations=tuple(find_registrations(redaction.text, redaction.shown, lines, taxonomy)),
        facts=tuple(find_facts(redaction.text, redaction.shown, lines)),
        gaps=_gaps(jobs, day),
        dropped=redaction.dropped,
        notes=(*notes, *said),
        as_of=day,
    )


def _jobs(text: str, lines: list[Line], taxonomy: Taxonomy, day: date) -> tuple[Job, ...]:
    periods = find_periods(text, day)
    lines = with_work(lines)
    dated = dated_jobs(text, lines, periods, taxonomy)
    found = [*dated, *islice(told_jobs(text, lines, periods, dated, taxonomy), _MOST_JOBS)]
    found += islice(listed_jobs(text, lines, found, taxonomy), _MOST_JOBS)
    different = _each_once(found)
    ordered = sorted(different, key=lambda job: _recency(job, day), reverse=True)[:_MOST_JOBS]
    return tuple(make_job(job, n, taxonomy, day) for n, job in enumerate(ordered, start=1))


def _each_once(found: list[FoundJob]) -> list[FoundJob]:
    """Jobs of the same title and dates once, the surest of them."""
    best: dict[tuple[object, ...], FoundJob] = {}
    for job in sorted(found, key=lambda job: (-job.confidence, job.start)):
        period = job.period
        when = (period.first, period.last, period.is_current, period.stated_months) if period else None
        best.setdefault((job.kind, job.title.casefold(), when, job.employer.casefold() if when is None else ""), job)
    return sorted(best.values(), key=lambda job: job.start)


def _recency(job: FoundJob, day: date) -> tuple[int, int, int]:
    period = job.period
    if period is None or period.first is None:
        return (-1, -1, -job.start)
    now = day.year * 12 + day.month
    last = now if period.is_current else (period.last or period.first).last
    return (last, period.first.first, -job.start)


def _gaps(jobs: tuple[Job, ...], day: date) -> tuple[Gap, ...]:
    """Months that surely lie between jobs: by the latest end and the earliest beginning that the dates allow."""
    now = Moment(day.year, day.month, day.month)
    spans = sorted(
        (job.began, now if job.is_current else job.ended or job.began) for job in jobs if job.began is not None
    )
    gaps: list[Gap] = []
    end: Moment | None = None
    for began, ended in spans:
        if end is not None and began.first - end.last - 1 >= _SHORTEST_GAP:
            gaps.append(Gap(end, began, began.first - end.last - 1))
        if end is None or ended.last > end.last:
            end = ended
    return tuple(gaps)
