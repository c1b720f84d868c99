"""The draft of a CV as an advisor ticks it: everything found, with the words it came from."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.domain import parse_shifts
from matcher.text.cvs import CvDraft, Fact, Gap, Item, Job
from matcher.text.cvs.protected import COVER
from matcher.text.dates import Moment
from webapp import words

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy
    from webapp.forms.cv_travel import TravellingDraft

__all__ = ["Box", "BoxGroup", "draft_groups", "gap_sentences", "left_out"]

_DROPPED = {
    "address": "addresses",
    "age": "age",
    "benefits": "benefits",
    "birth": "dates or places of birth",
    "career break": "career breaks",
    "contact": "contact details",
    "convictions": "convictions",
    "ethnicity": "ethnicity",
    "family": "family",
    "health": "health",
    "identity number": "numbers of passes and registers",
    "immigration": "immigration",
    "name": "names",
    "nationality": "nationality",
    "photograph": "photographs",
    "pregnancy": "pregnancy or parental leave",
    "referees": "referees",
    "religion": "religion or belief",
    "sex": "sex or gender",
}
_COVERED = re.compile(rf"\s*{COVER}[{COVER}\s]*")
_LONGEST_QUOTE = 200
_KINDS_OF_JOB = {"caring": "Unpaid caring", "volunteering": "Volunteering"}


@dataclass(frozen=True, slots=True)
class Box:
    """Something to tick: what it is, what to know of it, and the words it came from."""

    key: str
    label: str
    remark: str
    quote: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class BoxGroup:
    """Boxes under one question."""

    name: str
    heading: str
    boxes: tuple[Box, ...]
    nothing: str


def draft_groups(read: "TravellingDraft", ticked: Iterable[str], taxonomy: "Taxonomy") -> list[BoxGroup]:
    """Everything in a draft, in the order of the page; a group without boxes says that nothing was found."""
    draft, chosen = read.draft, frozenset(ticked)
    jobs = [_job_box(job, read.words.get(job.key, ""), chosen, taxonomy) for job in draft.jobs]
    items = {
        name: tuple(_box(item, item.note, chosen) for item in getattr(draft, name))
        for name in ("qualifications", "registrations")
    }
    worked = [job for job in draft.jobs if job.key in chosen]
    skills = tuple(_box(item, item.note or _last_used(draft, item, worked), chosen) for item in draft.skills)
    facts = [_box(fact, "", chosen) for fact in draft.facts if fact.field != "postcode"]
    place = [_box(fact, "", chosen) for fact in draft.facts if fact.field == "postcode"]
    return [
        BoxGroup("jobs", "Work, caring and volunteering", tuple(jobs), "No work, caring or volunteering was found."),
        BoxGroup("skills", "Skills", skills, "No skills were found."),
        BoxGroup("qualifications", "Qualifications", items["qualifications"], "No qualifications were found."),
        BoxGroup("registrations", "Registrations", items["registrations"], "No registrations were found."),
        BoxGroup("facts", "Licence, checks and hours", tuple(facts), "Nothing was found about these."),
        BoxGroup("place", "Where the person lives", tuple(place), "No postcode was found."),
    ]


def left_out(draft: CvDraft) -> list[str]:
    """What was taken out of a CV before it was read, by kind and number."""
    return [
        f"{n} {'passage' if n == 1 else 'passages'} about {_DROPPED.get(kind, kind.replace('_', ' '))}"
        for kind, n in draft.dropped
    ]


def gap_sentences(gaps: Iterable[Gap]) -> list[str]:
    """Times without work, for the advisor alone."""
    return [
        f"{words.months(gap.n_months).capitalize()} between {_date(gap.after)} and {_date(gap.before)}" for gap in gaps
    ]


def _job_box(job: Job, told: str, chosen: frozenset[str], taxonomy: "Taxonomy") -> Box:
    title = job.title or "No title found"
    label = f"{title}, {job.employer}" if job.employer else title
    remark = ". ".join(_about_job(job, taxonomy))
    return Box(job.key, label[:1].upper() + label[1:], remark, _quoted(told), job.key in chosen)


def _about_job(job: Job, taxonomy: "Taxonomy") -> Iterator[str]:
    if job.kind in _KINDS_OF_JOB:
        yield _KINDS_OF_JOB[job.kind]
    yield _when(job)
    if job.occupation:
        yield f"Counted as {job.occupation_label}"
    elif job.kind == "work":
        yield "Not an occupation we know, so only its sector counts"
    sectors = [str(getattr(taxonomy.prior_sector(name), "label", name)) for name in job.sectors]
    if sectors:
        yield f"Sector: {', '.join(sectors)}"


def _when(job: Job) -> str:
    length = ""
    if job.months is not None:
        low, middle, high = job.months
        length = words.months(middle) if low == high else f"about {words.months(middle)}"
    if job.began is None:
        return length.capitalize() or "No dates"
    end = "now" if job.is_current else _date(job.ended) if job.ended else ""
    span = f"{_date(job.began)} to {end}" if end else _date(job.began)
    return f"{span} ({length})" if length else span


def _date(moment: Moment) -> str:
    """A month or a year, as exact as it was written."""
    if moment.first_month == moment.last_month:
        return f"{month_name[moment.first_month]} {moment.year}"
    return str(moment.year)


def _box(thing: Item | Fact, remark: str, chosen: frozenset[str]) -> Box:
    label = _shifts(str(thing.value)) if isinstance(thing, Fact) and thing.field == "shifts" else thing.label
    label = label[:1].upper() + label[1:]
    return Box(thing.key, label, remark[:1].upper() + remark[1:], _quoted(thing.quote), thing.key in chosen)


def _last_used(draft: CvDraft, skill: Item, worked: list[Job]) -> str:
    month = draft.last_used(skill, worked)
    return f"last used {month.year}, by the jobs that show it" if month else ""


def _shifts(written: str) -> str:
    return f"Can work – {words.say_shifts(parse_shifts(written))}"


def _quoted(text: str) -> str:
    """The words on one line; what nobody should read is three dots."""
    line = " ".join(_COVERED.sub(" … ", text).split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE].rstrip()}…"
