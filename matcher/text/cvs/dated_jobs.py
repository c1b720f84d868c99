"""Jobs that stand beside their dates, however the lines are laid out.

1. Every line with a stretch of time outside education is an anchor.
2. Its title stands on the same line, or on the lines above or below; which of the two, the whole CV votes.
3. The employer is what is left on those lines and looks like one.
4. Dates whose title was taken out unread are passed over with it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.entries import (
    Piece,
    best_employer,
    best_title,
    cut_pieces,
    is_prose,
    looks_like_learning,
    title_worth,
)
from matcher.text.cvs.found import CARING_TITLE, VOLUNTEERING_TITLE, FoundJob, kind_of
from matcher.text.cvs.people import cares_for_relative
from matcher.text.cvs.protected import COVER
from matcher.text.cvs.sections import Line, Section
from matcher.text.cvs.sectors import industry_of
from matcher.text.dates import Period

__all__ = ["NOT_WORK", "dated_jobs"]

NOT_WORK = frozenset({Section.EDUCATION, Section.LANGUAGES, Section.INTERESTS, Section.PROTECTED, Section.AVAILABILITY})
"""Sections whose dates are no dates of jobs."""
_WORK = frozenset({Section.WORK, Section.VOLUNTEERING, Section.CARING})
# Judgement: a title has to be linked or hold a title's word to be taken from another line.
_SURE = 4
_LINES_AROUND = 2
_LABELLED_LINES_AROUND = 5
_BULLET = re.compile(r"^\s*[•▪●◦·*>o✓➢-]\s")
# Judgement: nobody writes more jobs in one line, or in one CV; a text built of dates must not cost more than others.
_MOST_ON_LINE = 4
_MOST_ANCHORS = 150
_LONGEST_PLAIN = 12
_SURE_CONFIDENCE, _LIKELY_CONFIDENCE, _UNSURE_CONFIDENCE = 0.9, 0.7, 0.4


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A line with dates: the pieces beside them, and the pieces of the lines above and below, nearest first."""

    line: Line
    period: Period
    beside: list[Piece]
    above: list[list[Piece]]
    below: list[list[Piece]]
    is_covered_above: bool
    is_covered_below: bool


def dated_jobs(text: str, lines: list[Line], periods: Iterable[Period], taxonomy: Taxonomy) -> list[FoundJob]:
    """Jobs beside their dates, in the order of the text."""
    on_line = _periods_on_lines(lines, periods)
    anchors = [
        _anchor(text, lines, on_line, at, n)
        for at, on in on_line.items()
        if lines[at].section not in NOT_WORK and not lines[at].is_heading
        for n in range(len(on))
        if _may_head_a_job(text, lines[at], on[n], taxonomy)
    ][:_MOST_ANCHORS]
    prefers_above = _prefers_above(anchors, taxonomy)
    beside = sum(best_title(anchor.beside, taxonomy) is not None for anchor in anchors)
    is_beside = 2 * beside >= len(anchors)
    found = (_job(anchor, taxonomy, prefers_above=prefers_above, is_beside=is_beside, text=text) for anchor in anchors)
    return [job for job in found if job is not None]


def _periods_on_lines(lines: list[Line], periods: Iterable[Period]) -> dict[int, list[Period]]:
    """The stretches of time on each line; single dates only where a line has no stretch."""
    on_line: dict[int, list[Period]] = {}
    at = 0
    for period in periods:
        while at < len(lines) and lines[at].end <= period.start:
            at += 1
        if at < len(lines):
            on_line.setdefault(at, []).append(period)
    return {
        at: [period for period in on if period.last or period.is_current][:_MOST_ON_LINE] or on[:1]
        for at, on in on_line.items()
    }


def _may_head_a_job(text: str, line: Line, period: Period, taxonomy: Taxonomy) -> bool:
    """Not a sentence, unless it begins with the dates and the title; a single date only where work is listed."""
    is_single = period.last is None and not period.is_current
    if is_single and (line.section not in _WORK or len(line.text.split()) > _LONGEST_PLAIN or _BULLET.match(line.text)):
        return False
    rest = text[line.start : period.start] + " " + text[period.end : line.end]
    if not is_prose(rest.strip(" -–—:|•,()\t")):
        return True
    if period.start - line.start > 3:
        return False
    pieces = cut_pieces(text, period.end, line.end, [])
    return bool(pieces) and max(title_worth(piece, taxonomy) for piece in pieces[:2]) >= _SURE


def _anchor(text: str, lines: list[Line], on_line: dict[int, list[Period]], at: int, n: int) -> _Anchor:
    line, on = lines[at], on_line[at]
    start, end = line.start, line.end
    if len(on) > 1 and on[0].start - line.start <= 3:
        start, end = on[n].start, on[n + 1].start if n + 1 < len(on) else line.end
    elif len(on) > 1:
        start, end = on[n - 1].end if n else line.start, on[n].end
    gaps = [(period.start, period.end) for period in on]
    above, covered_above = _around(text, lines, on_line, at, -1)
    below, covered_below = _around(text, lines, on_line, _last_line(lines, at, on[n]), 1)
    return _Anchor(line, on[n], cut_pieces(text, start, end, gaps), above, below, covered_above, covered_below)


def _last_line(lines: list[Line], at: int, period: Period) -> int:
    """The line on which dates end that run over the end of a line."""
    while at + 1 < len(lines) and lines[at].end < period.end:
        at += 1
    return at


def _around(
    text: str, lines: list[Line], on_line: dict[int, list[Period]], at: int, step: int
) -> tuple[list[list[Piece]], bool]:
    """The pieces of lines on one side that may belong to an anchor, and whether the nearest was taken out unread."""
    found: list[list[Piece]] = []
    at += step
    n_seen = 0
    while 0 <= at < len(lines) and n_seen < _LABELLED_LINES_AROUND:
        line = lines[at]
        n_seen += 1
        if _is_covered(line.text) and not found:
            return [], True
        pieces = [] if line.is_heading else cut_pieces(text, line.start, line.end, [])
        has_label = any(piece.role not in {"", "aside"} for piece in pieces)
        if line.is_heading or (at in on_line and not has_label):
            break
        if not has_label and (n_seen > _LINES_AROUND or _BULLET.match(line.text) or is_prose(line.text)):
            break
        found.append(pieces)
        if any(piece.role == "dates" for piece in pieces):
            break
        at += step
    return found, False


def _is_covered(words: str) -> bool:
    return COVER in words and not any(character.isalpha() for character in words)


def _prefers_above(anchors: list[_Anchor], taxonomy: Taxonomy) -> bool:
    """Whether titles stand above the dates more often than below, among anchors that have none beside them."""
    alone = [anchor for anchor in anchors if best_title(anchor.beside, taxonomy) is None]
    above = sum(best_title(_flat(anchor.above), taxonomy) is not None for anchor in alone)
    below = sum(best_title(_flat(anchor.below), taxonomy) is not None for anchor in alone)
    return above >= below


def _flat(lines: list[list[Piece]]) -> list[Piece]:
    return [piece for line in lines for piece in line]


def _job(anchor: _Anchor, taxonomy: Taxonomy, *, prefers_above: bool, is_beside: bool, text: str) -> FoundJob | None:
    title = best_title(anchor.beside, taxonomy)
    side: list[Piece] = []
    if title is None and _was_taken_out(anchor, prefers_above=prefers_above):
        return None
    if title is None and not (is_beside and _plain_title(anchor)):
        sides = [_flat(anchor.above), _flat(anchor.below)]
        for side in sides if prefers_above else sides[::-1]:
            title = best_title(side, taxonomy)
            if title is not None:
                break
    confidence = _LIKELY_CONFIDENCE if title is None or title in side else _SURE_CONFIDENCE
    if title is None:
        title, confidence = _plain_title(anchor), _UNSURE_CONFIDENCE
    employer = best_employer(anchor.beside, title, taxonomy) or _employer_near(anchor, title, side, taxonomy)
    return _settled(anchor, title, employer, confidence, text)


def _was_taken_out(anchor: _Anchor, *, prefers_above: bool) -> bool:
    if COVER in anchor.line.text and not any(industry_of(piece.text) for piece in anchor.beside):
        return True
    return not anchor.beside and (anchor.is_covered_above if prefers_above else anchor.is_covered_below)


def _plain_title(anchor: _Anchor) -> Piece | None:
    """What stands beside the dates in a list of work, though nobody knows it as a title or an employer."""
    if anchor.line.section not in _WORK or looks_like_learning(anchor.line.text):
        return None
    plain = (piece for piece in anchor.beside if piece.role in {"", "title"} and piece.text[:1].isalpha())
    return next((piece for piece in plain if not industry_of(piece.text)), None)


def _employer_near(anchor: _Anchor, title: Piece | None, side: list[Piece], taxonomy: Taxonomy) -> Piece | None:
    """The employer on the title's side; for a title beside the dates on the next line, else a known one above."""
    if title in side:
        found = best_employer(side, title, taxonomy)
        if found is not None:
            return found
    below = best_employer(_flat(anchor.below[:1]), title, taxonomy)
    if below is not None and (title not in side or industry_of(below.text)):
        return below
    above = best_employer(_flat(anchor.above[:1]), title, taxonomy)
    return above if above is not None and (industry_of(above.text) or above.role == "employer") else None


def _settled(
    anchor: _Anchor, title: Piece | None, employer: Piece | None, confidence: float, text: str
) -> FoundJob | None:
    if title is None and (employer is None or not _is_work(anchor, employer)):
        return None
    parts = [
        (anchor.period.start, anchor.period.end),
        *((piece.start, piece.end) for piece in (title, employer) if piece),
    ]
    start, end = min(a for a, _ in parts), max(b for _, b in parts)
    words = f"{_whole_lines(text, start, end)} {anchor.line.text}"
    kind = kind_of(words, employer.text if employer else "", anchor.line.section)
    written = title.text if title else ""
    if kind == "caring":
        return FoundJob(kind, CARING_TITLE, "", anchor.period, start, end, confidence)
    if kind == "volunteering" and not written:
        written = VOLUNTEERING_TITLE
    return FoundJob(kind, written, employer.text if employer else "", anchor.period, start, end, confidence)


def _whole_lines(text: str, start: int, end: int) -> str:
    """A stretch with the rest of its first and last line."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last]


def _is_work(anchor: _Anchor, employer: Piece) -> bool:
    """Whether dates with an employer and no title are work, not school."""
    if looks_like_learning(anchor.line.text):
        return False
    is_listed = anchor.line.section in _WORK or cares_for_relative(anchor.line.text) is not None
    return is_listed and (
        bool(industry_of(employer.text)) or employer.role == "employer" or anchor.line.section in _WORK
    )
