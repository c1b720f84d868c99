"""Jobs that are listed without dates: "Sales assistant at Tesco", "Kitchen porter, The Bell (3 years)"."""

import re
from collections.abc import Iterator

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.entries import best_employer, best_title, cut_pieces, is_prose, is_wish, title_worth
from matcher.text.cvs.found import CARING_TITLE, FoundJob, kind_of
from matcher.text.cvs.sections import Line, Section
from matcher.text.cvs.sectors import industry_of
from matcher.text.dates import Period, find_durations

__all__ = ["listed_jobs"]

_LISTS = frozenset({Section.WORK, Section.VOLUNTEERING, Section.CARING})
_SURE_WORTH = 4
_LONGEST = 14
_LONGEST_LINE = 60
_BULLET = re.compile(r"^\s*[•▪●◦·*>o✓➢-]\s")
_LEADS_OFF = re.compile(
    (r"^\W*(?:previous|past|current)?\s*(?:jobs?|work|roles?|experience|employment)\s*:\s*"), re.IGNORECASE
)
_CONFIDENCE, _LENGTH_CONFIDENCE = 0.5, 0.6


def listed_jobs(text: str, lines: list[Line], found_already: list[FoundJob], taxonomy: Taxonomy) -> Iterator[FoundJob]:
    """Titles in lists of work that no dated or told job holds.

    Where jobs with dates are found, a bullet is a duty; where there are none, it may be a job. Without a heading a line
    counts where it says an employer or a length as well.
    """
    has_dated = any(job.period and job.period.first and job.kind == "work" for job in found_already)
    for line in lines:
        if (
            line.is_heading
            or _goes_on(text, line)
            or any(job.start < line.end and line.start < job.end for job in found_already)
        ):
            continue
        if line.section in _LISTS or (line.section in {Section.TOP, Section.PERSONAL} and not has_dated):
            yield from _on_line(text, line, taxonomy, has_dated=has_dated)


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line that begins small is the end of a sentence that a margin broke."""
    before = text[text.rfind("\n", 0, max(0, line.start - 1)) + 1 : line.start]
    return line.text[0].islower() and not line.follows_blank and len(before) > _LONGEST_LINE


def _on_line(text: str, line: Line, taxonomy: Taxonomy, *, has_dated: bool) -> Iterator[FoundJob]:
    if (
        (_BULLET.match(line.text) and has_dated)
        or len(line.text.split()) > _LONGEST
        or is_prose(line.text)
        or is_wish(line.text)
    ):
        return
    lengths = [
        Period(found.start + line.start, found.end + line.start, stated_months=found.stated_months)
        for found in find_durations(line.text)
    ]
    lead = _LEADS_OFF.match(line.text)
    start = line.start + (lead.end() if lead else 0)
    pieces = cut_pieces(text, start, line.end, [(found.start, found.end) for found in lengths])
    title = best_title(pieces, taxonomy)
    employer = best_employer(pieces, title, taxonomy)
    industry = industry_of(employer.text) if employer else ""
    if title is None or title_worth(title, taxonomy) < _SURE_WORTH:
        return
    if line.section not in _LISTS and not lengths and not industry:
        return
    name = employer.text if employer else ""
    kind = kind_of(line.text, name, line.section)
    written = CARING_TITLE if kind == "caring" else title.text
    period = lengths[0] if lengths else None
    yield FoundJob(kind, written, name, period, line.start, line.end, _LENGTH_CONFIDENCE if lengths else _CONFIDENCE)
