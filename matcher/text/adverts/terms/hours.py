"""Hours a week that an advert offers."""

import re
from collections.abc import Iterator, Sequence

from matcher.text.adverts.readings import Hours, Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.hour_figures import FIGURE, GROUP, UNIT, WEEK, figures_of, in_figures
from matcher.text.adverts.terms.labels import labelled

__all__ = ["read_guaranteed", "read_hours"]

_KIND = r"(?:working |guaranteed |permanent )?(?:week|contract|post|position|role|vacanc(?:y|ie))s?\b"
_OF_KIND = r"\b(?:contracts?|posts?|positions?|vacanc(?:y|ies)|hours)"
_TIME = r"(?:full|part)[\s-]?time"
_DAY_OFF = r"(?:\d|two|three|four|five|six|seven)"
_OVER = rf"(?:over )?{_DAY_OFF} on\b|across|over {_DAY_OFF}"
# What makes hours those of a week of the post, the surest first. Each holds one group of figures.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{GROUP}(?:{UNIT}{WEEK}|\s*hpw\b|{WEEK}\s*(?:hours?|hrs?)\b)",
        rf"{GROUP}[\s-]*(?:hours?|hrs?)[\s-]*{_KIND}",
        rf"{_OF_KIND}\s*(?:of|for|from|are|between|:|[-–])\s*(?:up to |between )?{GROUP}{UNIT}",
        rf"\bhours (?:of work )?(?:are|is)\s*{GROUP}{WEEK}",
        rf"\bf\.?t\.?e\b[\s,(–-]*{GROUP}{UNIT}",
        rf"\btotal(?: of)?:?\s*{GROUP}{UNIT}",
        rf"\b{_TIME}\b(?: hours of|[^.;\d]{{0,25}}){GROUP}(?:{UNIT}|\)|{WEEK})",
        rf"{GROUP}{UNIT}[^.;\d]{{0,12}}\b{_TIME}\b",
        rf"\d\s*[x×]\s*{GROUP}{UNIT}",
        rf"\({GROUP}{UNIT}\)",
        rf"{GROUP}{UNIT}[\s,(/]*(?:mon(?:day)?\b|(?:over )?{_DAY_OFF} days\b|{_OVER})",
    )
)
_BASED_ON = re.compile(rf"\b(?:based on|for)\s+(?:an? )?{GROUP}{UNIT}(?!\s*(?:per|a) (?:day|shift))", re.IGNORECASE)
_AT_MOST = re.compile(
    rf"\b(?:max(?:imum)?(?: of)?|rising to|up to)\s*({FIGURE})(?!{UNIT}? ?(?:days|%|shift))", re.IGNORECASE
)
_BARE = re.compile(rf"{GROUP}{UNIT}", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:(?:contract(?:ed)?|working|weekly|total|number of|expected|average|minimum|basic|normal|full[\s-]time"
    r"|part[\s-]time|job|guaranteed)\s*){0,2}(?:hours?|hrs)(?: of work| per week| p/?w| a week"
    r"| available)*\s*(?:[:\-–]|(?=\d))",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"{GROUP}(?:{UNIT})?", re.IGNORECASE)
_BAND = re.compile(rf"\b{_TIME}\b|\bpermanent\b|\bcontract|\bperm\b", re.IGNORECASE)
_NOT_THE_POST = re.compile(
    r"\b(?:training|induction|placement|course|programme|notice|helpline|free gp|opening|open|emergency|overtime"
    r"|annual leave|holiday entitlement|study)\b",
    re.IGNORECASE,
)
_IS_THE_POST = re.compile(
    r"\b(?:post|position|role|contract|vacanc|working hours|hours of work|full time|part time)", re.IGNORECASE
)
_IN_TRAINING = re.compile(
    r"\btraining (?:would|will|is|course)|\bduring (?:the |your )?(?:training|induction)", re.IGNORECASE
)
_NOT_AWEEK = re.compile(
    r"\s*(?:(?:per|a|each|/)\s*(?:day|shift|month|year|annum|fortnight|night)|shifts?\b|days?\b(?! a week)|nights?\b"
    r"|notice|free|care\b|cover|support|service|of\b|experience|supervised|before|in advance|emergency|or less|access)",
    re.IGNORECASE,
)
_OPEN_ALL_DAY = re.compile(r"\b(?:over|across|cover\w*|care|rota|service)\b", re.IGNORECASE)
_GUARANTEED = re.compile(
    rf"guaranteed?\D{{0,40}}?{GROUP}{UNIT}|{GROUP}{UNIT}\D{{0,20}}guaranteed|{GROUP}\s+guaranteed\s+hours?",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:up to|max(?:imum)?(?: of)?|no more than)\s*(?:a maximum of\s*)?$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:min(?:imum)?(?: of)?|at least|from|no less than)\s*$", re.IGNORECASE)
_BEFORE = 30
_Span = tuple[float | None, float | None]
# Judgement: above this it is a slip or counts something else (a fortnight, a month); below, the length of a call.
_MOST, _FEWEST = 72.0, 2.0
_WHOLE_DAY = 24.0  # "24 hours" is when the place is open
_LATEST_ON_A_CLOCK = 12.0  # "Hours: 8 - 8" are times of day
_FEWEST_BARE, _LONGEST_BARE_LINE = 6.0, 120


_RECKONED_OVER = re.compile(
    r"\bpro[\s-]?rata\b|\bfull[\s-]time equivalent\b|\bf\.?t\.?e\b|\bbased on (?:a )?\d", re.IGNORECASE
)


def read_hours(placed: Sequence[Placed], title: str = "") -> Reading[Hours] | None:
    """Fewest and most hours a week over all posts on offer, with the first sentence that states them."""
    stated = [(span, item.sentence) for text, item in labelled(placed) for span in _stated(text, item, title)]
    if not stated:
        return None
    # Hours that a yearly figure is reckoned over are not those of the post, where the post's are said too.
    stated = [each for each in stated if not _RECKONED_OVER.search(each[1].text)] or stated
    lows = [low for (low, _), _ in stated if low is not None]
    highs = [high for (_, high), _ in stated if high is not None]
    return read_at(Hours(min(lows, default=None), max(highs, default=None)), stated[0][1])


def read_guaranteed(placed: Sequence[Placed]) -> Reading[float] | None:
    """Hours a week that are guaranteed, where the advert uses that word; of several the fewest."""
    for item in placed:
        found = _GUARANTEED.search(in_figures(item.sentence.text))
        if found and item.section is not Section.ABOUT:
            return read_at(min(figures_of(next(group for group in found.groups() if group))), item.sentence)
    return None


def _stated(text: str, item: Placed, title: str) -> list[_Span]:
    if item.section is Section.TRAINING or _IN_TRAINING.search(text):
        return []
    if _NOT_THE_POST.search(text) and not _IS_THE_POST.search(text):
        return []
    words = in_figures(text)
    sure, *others = _PATTERNS
    spans = [_span(found) for found in sure.finditer(words)]
    spans = spans or [_span(found) for pattern in others for found in pattern.finditer(words) if _is_a_week(found)]
    spans = spans or [_span(found) for found in _BASED_ON.finditer(words)] or list(_bare(words, title))
    if spans:
        spans += [(None, float(found[1].rstrip("+"))) for found in _AT_MOST.finditer(words)]
    return [
        span
        for span in map(_without_nought, spans)
        if span and all(_FEWEST <= bound <= _MOST for bound in span if bound)
    ]


def _is_a_week(found: re.Match[str]) -> bool:
    return not _NOT_AWEEK.match(found.string, found.end()) and max(figures_of(found[1])) >= _FEWEST_BARE


def _bare(text: str, title: str) -> Iterator[_Span]:
    """Hours of a line that is about hours and nothing else, or of the title."""
    label = _LABEL.match(text)
    found = list(_BARE.finditer(text))
    if label and not found:
        found = [match for match in _LABELLED.finditer(text, label.end()) if not _is_clock(match[1])][:1]
    is_short = len(text) <= _LONGEST_BARE_LINE
    if not label and not (is_short and (_BAND.search(text) or text == title or _is_alone(found, text))):
        return
    for match in found:
        least = min(figures_of(match[1]))
        is_all_day = least == _WHOLE_DAY and (not label or bool(_OPEN_ALL_DAY.search(text)))
        if least >= _FEWEST_BARE and not is_all_day and not _NOT_AWEEK.match(text, match.end()):
            yield _span(match)


def _is_clock(group: str) -> bool:
    figures = figures_of(group)
    return len(figures) > 1 and max(figures) <= _LATEST_ON_A_CLOCK


def _is_alone(found: list[re.Match[str]], text: str) -> bool:
    return len(found) == 1 and len(text) - len(found[0][0]) <= 3


def _span(found: re.Match[str]) -> _Span:
    """Fewest and most of a group of figures; one figure is both, unless words before it leave the range open."""
    figures = figures_of(found[1])
    if len(figures) > 1:
        return min(figures), max(figures)
    before = found.string[max(0, found.start(1) - _BEFORE) : found.start(1)]
    if _UP_TO.search(before):
        return None, figures[0]
    return (figures[0], None) if _AT_LEAST.search(before) or found[1].endswith("+") else (figures[0], figures[0])


def _without_nought(span: _Span) -> _Span:
    """A range from no hours up to some has no fewest."""
    low, high = span
    return (None if low == 0 and high else low), high
