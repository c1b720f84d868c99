"""A job as it was found, before it is linked; and what the words round it say it was: work, caring, volunteering."""

import re
from dataclasses import dataclass
from datetime import date

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.draft import Job
from matcher.text.cvs.people import cares_for_relative
from matcher.text.cvs.protected import COVER
from matcher.text.cvs.sections import Section
from matcher.text.cvs.sectors import industry_of, sectors_of
from matcher.text.dates import Period
from matcher.text.titles.naming import link_title

__all__ = ["CARING_TITLE", "VOLUNTEERING_TITLE", "FoundJob", "kind_of", "make_job"]

CARING_TITLE = "Caring for a relative or friend"
"""Said instead of what was written, which would tell who was cared for."""
VOLUNTEERING_TITLE = "Volunteering"
_UNPAID_CARER = re.compile(
    (
        r"\b(?:unpaid|family|informal|young|kinship)\s+(?:family\s+)?(?:carer|caring|care)\b"
        r"|\bcarer\s+(?:at\s+home|for\s+(?:a\s+)?family)\b"
    ),
    re.IGNORECASE,
)
_VOLUNTARY = re.compile(r"\b(?:volunt\w+|unpaid|trustee|befriend\w*|food\s?bank|soup\s+kitchen)\b", re.IGNORECASE)
_PAID_FOR_VOLUNTEERS = re.compile(
    (r"\bvolunteer(?:ing|s)?\s+(?:co-?ordinator|manager|officer|organiser|lead)\b"), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundJob:
    """A job as it stands in the text; `start` and `end` are the stretch that tells of it."""

    kind: str
    title: str
    employer: str
    period: Period | None
    start: int
    end: int
    confidence: float


def kind_of(words: str, employer: str, section: Section) -> str:
    """``work``, ``caring`` or ``volunteering``, by the words of an entry and the heading it stands under."""
    if (
        cares_for_relative(words)
        or (_UNPAID_CARER.search(words) and not industry_of(employer))
        or section is Section.CARING
    ):
        return "caring"
    is_voluntary = section is Section.VOLUNTEERING or _VOLUNTARY.search(words)
    return "volunteering" if is_voluntary and not _PAID_FOR_VOLUNTEERS.search(words) else "work"


def make_job(found: FoundJob, n: int, taxonomy: Taxonomy, as_of: date) -> Job:
    """The job with its occupation, sectors and length."""
    title = " ".join(found.title.replace(COVER, " ").split())
    linked = link_title(title, taxonomy) if title and found.kind != "caring" else None
    period = found.period
    return Job(
        key=f"job:{n}",
        kind=found.kind,
        title=title,
        employer=" ".join(found.employer.replace(COVER, " ").split()),
        occupation=linked.id if linked else "",
        occupation_label=linked.label if linked else "",
        is_care=bool(linked and linked.role_family),
        sectors=sectors_of(title, found.employer, linked.id if linked else "", found.kind, taxonomy),
        began=period.first if period else None,
        ended=period.last if period else None,
        is_current=bool(period and period.is_current),
        months=period.months(as_of) if period else None,
        start=found.start,
        end=found.end,
        confidence=found.confidence,
    )
