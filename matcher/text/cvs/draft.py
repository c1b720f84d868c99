"""The draft of a CV: what was found, each thing to be ticked or unticked by the person, and nothing stored."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from matcher.domain import EvidenceKind, SkillEvidence
from matcher.text.dates import Moment

__all__ = ["CvDraft", "Fact", "Gap", "Item", "Job", "months_together"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something found in a CV.

    Attributes
    ----------
    key : str
        What it is ticked by: ``skill:food-hygiene``.
    id, label : str
        The taxonomy's id and how it is said aloud.
    start, end : int
        The stretch of the CV it was read from.
    quote : str
        That stretch, without what nobody should read.
    confidence : float
        How sure the reading is, in (0, 1].
    is_ticked : bool
        Whether it is ticked to begin with: what is held and was surely read.
    note : str
        What the person should know ("being studied for").
    shown_in : tuple of str
        Of a skill, the keys of the jobs that show it; empty where other words say that it is there today.
    """

    key: str
    id: str
    label: str
    start: int
    end: int
    quote: str
    confidence: float
    is_ticked: bool = True
    note: str = ""
    shown_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer found in a CV: the field of a `Candidate` and its value."""

    key: str
    field: str
    value: str | bool | float
    label: str
    start: int
    end: int
    quote: str
    confidence: float
    is_ticked: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """Paid work, caring or volunteering.

    Attributes
    ----------
    key : str
        What it is ticked by: ``job:1``.
    kind : str
        ``work``, ``caring`` or ``volunteering``.
    title, employer : str
        As written; the employer is only for the person to know it by, and goes no further.
    occupation, occupation_label : str
        The linked occupation, or empty.
    is_care : bool
        Whether the occupation is one of care.
    sectors : tuple of str
        Ids of prior sectors.
    began, ended : Moment or None
        As exact as written; `ended` is None for a job that goes on and for a single date.
    is_current : bool
        Whether it goes on.
    months : tuple of (int, int, int) or None
        Shortest, likeliest and longest length that the dates allow; None where nothing was said.
    """

    key: str
    kind: str
    title: str
    employer: str
    occupation: str
    occupation_label: str
    is_care: bool
    sectors: tuple[str, ...]
    began: Moment | None
    ended: Moment | None
    is_current: bool
    months: tuple[int, int, int] | None
    start: int
    end: int
    confidence: float
    is_ticked: bool = True

    def last_month(self, as_of: date) -> date | None:
        """The first day of the last month it may have lasted to; None where it has no dates."""
        last = self.ended or self.began
        if self.is_current or last is None:
            return as_of.replace(day=1) if self.is_current else None
        return date(last.year, last.last_month, 1)

    def as_dict(self) -> dict[str, Any]:
        """For JSON: dates as ``{"date": "2019-01", "precision": "month"}``."""
        low, middle, high = self.months or (None, None, None)
        return {
            **{name: value for name, value in asdict(self).items() if name not in {"began", "ended", "months"}},
            "began": _said(self.began),
            "ended": _said(self.ended),
            "months": middle,
            "months_low": low,
            "months_high": high,
        }


@dataclass(frozen=True, slots=True)
class Gap:
    """Months between two jobs with dates; shown to the person alone, and handed on to nobody."""

    after: Moment
    before: Moment
    n_months: int


@dataclass(frozen=True, slots=True)
class CvDraft:
    """What a CV says that matching may use, for the person to tick and untick. It is never stored unasked.

    Attributes
    ----------
    jobs : tuple of Job
        Latest first as far as dates say.
    skills, qualifications, registrations : tuple of Item
        Each once, in the order of the text.
    facts : tuple of Fact
        Postcode, licence, vehicle, shifts, hours, check.
    gaps : tuple of Gap
        A private note for the person.
    dropped : tuple of (str, int)
        Kinds of protected passages that were taken out unread, and how often.
    notes : tuple of str
        What the person should know of the reading.
    as_of : date
        The day that current jobs are counted to.
    """

    jobs: tuple[Job, ...]
    skills: tuple[Item, ...]
    qualifications: tuple[Item, ...]
    registrations: tuple[Item, ...]
    facts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]
    dropped: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]
    as_of: date

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked to begin with."""
        things: tuple[Job | Item | Fact, ...] = (
            *self.jobs,
            *self.skills,
            *self.qualifications,
            *self.registrations,
            *self.facts,
        )
        return tuple(thing.key for thing in things if thing.is_ticked)

    def as_candidate_fields(self, ticked: Iterable[str]) -> dict[str, Any]:
        """Keyword fields of a `Candidate` from the ticked things and nothing else.

        The occupation is the latest in care, else the latest; its months are counted over all ticked jobs of that
        occupation, none twice. A skill that jobs alone show has as evidence that it was practised, paid or not, and
        the last month of those jobs. Employers, other dates, gaps and quotes are never among the fields.
        """
        chosen = set(ticked)
        jobs = [job for job in self.jobs if job.key in chosen]
        fields: dict[str, Any] = {fact.field: fact.value for fact in self.facts if fact.key in chosen}
        for name in ("skills", "qualifications", "registrations"):
            ids = tuple(item.id for item in getattr(self, name) if item.key in chosen)
            if ids:
                fields[name] = ids
        sectors = tuple(dict.fromkeys(sector for job in jobs for sector in job.sectors))
        if sectors:
            fields["prior_sector"] = sectors
        evidence = self._evidence(set(fields.get("skills", ())), jobs)
        return fields | ({"skill_evidence": evidence} if evidence else {}) | self._experience(jobs)

    def last_used(self, skill: Item, jobs: Iterable[Job]) -> date | None:
        """When a skill was last used by the jobs that alone show it; None where that is not known, or is today."""
        months = [job.last_month(self.as_of) for job in jobs if job.key in skill.shown_in]
        return None if None in months else max(filter(None, months), default=None)

    def _evidence(self, held: set[str], jobs: list[Job]) -> tuple[SkillEvidence, ...]:
        dated = ((item.id, self.last_used(item, jobs)) for item in self.skills if item.id in held)
        return tuple(SkillEvidence(skill, EvidenceKind.PRACTISED, month) for skill, month in dated if month)

    def _experience(self, jobs: list[Job]) -> dict[str, Any]:
        linked = [job for job in jobs if job.occupation]
        if not linked:
            return {}
        main = min(linked, key=lambda job: (job.kind != "work", not job.is_care))
        months = months_together([job for job in linked if job.occupation == main.occupation], self.as_of)
        return {"prior_occupation": main.occupation} | ({} if months is None else {"experience_months": months})

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "jobs": [job.as_dict() for job in self.jobs],
            "skills": [asdict(item) for item in self.skills],
            "qualifications": [asdict(item) for item in self.qualifications],
            "registrations": [asdict(item) for item in self.registrations],
            "facts": [asdict(fact) for fact in self.facts],
            "private": {
                "gaps": [
                    {"after": str(gap.after), "before": str(gap.before), "months": gap.n_months} for gap in self.gaps
                ]
            },
            "dropped": dict(self.dropped),
            "notes": list(self.notes),
            "as_of": self.as_of.isoformat(),
            "stored": False,
        }


def months_together(jobs: list[Job], as_of: date) -> int | None:
    """Months of experience in some jobs, those at the same time counted once; None where no length is known."""
    spans = sorted(span for job in jobs if (span := _span(job, as_of)) is not None)
    total = sum(job.months[1] for job in jobs if job.months and _span(job, as_of) is None)
    end = -1
    for first, last in spans:
        total += max(0, last - max(first, end))
        end = max(end, last)
    return total if spans or any(job.months for job in jobs) else None


def _span(job: Job, as_of: date) -> tuple[int, int] | None:
    """First month and the month after the last, by the likeliest length."""
    if job.began is None or job.months is None:
        return None
    if job.is_current:
        last = as_of.year * 12 + as_of.month
        return last - job.months[1], last
    return job.began.first, job.began.first + job.months[1]


def _said(moment: Moment | None) -> dict[str, str] | None:
    return None if moment is None else {"date": str(moment), "precision": moment.precision}
