"""Jobs told in sentences: "I worked at Tesco as a cashier", "looked after my nan", "I help at the food bank"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.dated_jobs import NOT_WORK
from matcher.text.cvs.entries import Piece, best_employer, best_title, cut_pieces, is_wish, title_worth
from matcher.text.cvs.found import CARING_TITLE, VOLUNTEERING_TITLE, FoundJob, kind_of
from matcher.text.cvs.people import cares_for_relative
from matcher.text.cvs.sections import Line, Section
from matcher.text.cvs.sectors import industry_of
from matcher.text.cvs.statements import read_statements
from matcher.text.dates import Period, find_durations

__all__ = ["told_jobs"]

_WORD = r"[\w'’&-]+"
_STOP = (
    r"(?:at|for|with|in|from|until|till|since|where|who|and|but|which|on|of\s+my|to|when|while|during"
    r"|before|after|then|because|so|I|between|over|within|by|also|working|based|doing)"
)
_AS = re.compile(
    r"\b(?:as|I\s+(?:was|am|became|have\s+been)|I['’](?:m|ve\s+been)|(?:have|has|had)\s+been|being"
    r"|been|was|job\s+was|jobs?\s+as|worked\s+as)\s+(?:an?|the|my)\s+"
    rf"(?P<title>(?:(?!{_STOP}\b){_WORD}[ /]*){{1,6}})",
    re.IGNORECASE,
)
_BARE_AS = re.compile(
    (rf"\b(?:worked|working|employed|job|jobs)\s+as\s+(?P<title>(?:(?!{_STOP}\b){_WORD}[ /]*){{1,5}})"), re.IGNORECASE
)
_EXPERIENCED = re.compile(
    (
        r"\b(?:experienced|qualified|trained|former|retired|skilled"
        rf"|ex-?)\s*(?P<title>(?:(?!{_STOP}\b){_WORD}[ /]*){{1,5}})"
    ),
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:work(?:ed|ing)?|serv(?:ed|ing)|jobs?|employed|temp(?:ed|ing)|time|years?|career|helped\s+out|ran|run"
    r"|managed)\s+(?:\w+\s+){0,3}?(?:at|for|in|with|behind)\s+"
    r"(?P<employer>(?:the\s+|a\s+|an\s+|my\s+)?(?:(?!(?:as|from|until|since|where|who|but|which"
    rf"|when|while|during|before|then|because|so|I|between|and)\b){_WORD}[ ]?){{1,6}})",
    re.IGNORECASE,
)
_AT = re.compile(
    (
        r"\s*(?:at|for|with|in)\s+(?!\d|an?\s+(?:while|year|month|long|few)|(?:over|about|nearly|almost"
        r"|several|many|some|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
        r"|twenty)\b)(?P<employer>(?:(?!(?:as|from|until|since|where|who|but|which|when|while|during"
        rf"|before|then|because|so|I|between|and)\b){_WORD}[ ]?){{1,6}})"
    ),
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:an?|the|my)\s+", re.IGNORECASE)
_LEADS_IN = re.compile(r"^\W*(?:from|between|in|since|until|after|during|for)\b", re.IGNORECASE)
_LONGEST_LEAD = 60
_LONGEST_SHORT = 14
_SAYS_I = re.compile(r"\b(?:I|my|me)\b")
_VIRTUES = re.compile(
    r"^(?:very\s+|really\s+)?(?:hard|good|great|fast|quick|team|people|excellent|natural|strong"
    r"|effective|key|valued|honest|reliable|keen|motivated|proven|born|caring|confident|"
    r"friendly|dedicated)\b.*\b(?:worker|leader|player|person|learner|communicator|listener|member"
    r"|individual|manager|organiser)$",
    re.IGNORECASE,
)
_VOLUNTEERED = re.compile(
    r"\bvolunteer(?:ed|ing|s)?\b|\bvoluntary\s+(?:work|basis|role)|\b(?:ran|run|running|help(?:ed"
    r"|ing)?(?:\s+out)?|serv(?:ed|ing)|organis(?:ed|ing))\b[^.]{0,30}\b(?:food\s?bank"
    r"|soup\s+kitchen|lunch\s+club|"
    r"brownies|cubs|scouts|guides|beavers|youth\s+club|toddler\s+group|playgroup|charity\s+shop"
    r"|homeless\s+shelter|community\s+(?:centre|cafe|garden|kitchen)|hospital\s+radio"
    r"|neighbourhood\s+watch|pta|village\s+hall)\b|"
    r"\bI\s+befriend|\b(?:school\s+governor|cub\s+leader|scout\s+leader|brown\s?owl)\b",
    re.IGNORECASE,
)
_UNPAID_CARER = re.compile(r"\b(?:unpaid|family|informal|young)\s+carer\b", re.IGNORECASE)
_TOLD_CONFIDENCE, _LOOSE_CONFIDENCE = 0.7, 0.5
_FOLLOWS_ON = re.compile(
    (
        r"^\W*(?:I\s+(?:did|have\s+done|have\s+been\s+doing|was\s+there|stayed)|this|that|it|for|over"
        r"|all)\b"
    ),
    re.IGNORECASE,
)
_NEVER_TOLD = frozenset({Section.EDUCATION, Section.LANGUAGES, Section.PROTECTED})


def told_jobs(
    text: str, lines: list[Line], periods: list[Period], dated: list[FoundJob], taxonomy: Taxonomy
) -> Iterator[FoundJob]:
    """Jobs told in sentences that no dated entry holds already.

    A sentence without dates tells of a job only where the CV lists none with dates: elsewhere it is a summary.
    """
    headings = {line.start for line in lines if line.is_heading}
    statements = [span for span in read_statements(text) if text[slice(*span)].strip() and span[0] not in headings]
    caring: list[FoundJob] = []
    for n, (start, end) in enumerate(statements):
        section = _section_at(lines, start)
        if section in _NEVER_TOLD or any(job.start < end and start < job.end for job in dated):
            continue
        following = statements[n + 1] if n + 1 < len(statements) else None
        period = _period_led_in(text, statements, n, periods) or _period_in(text, start, end, periods, following)
        statement = text[start:end]
        if cares_for_relative(statement) or (_UNPAID_CARER.search(statement) and not industry_of(statement)):
            if not is_wish(statement):
                caring.append(FoundJob("caring", CARING_TITLE, "", period, start, end, _TOLD_CONFIDENCE))
            continue
        yield from _told(text, (start, end), section, period, has_dated=bool(dated), taxonomy=taxonomy)
    if not any(job.kind == "caring" for job in dated):
        yield from _together(caring)


def _together(caring: list[FoundJob]) -> list[FoundJob]:
    """Several sentences about caring are one time of caring, unless they have dates of their own."""
    with_dates = [job for job in caring if job.period and job.period.first]
    if with_dates:
        return with_dates
    with_length = [job for job in caring if job.period]
    return (with_length or caring)[:1]


def _told(
    text: str, span: tuple[int, int], section: Section, period: Period | None, *, has_dated: bool, taxonomy: Taxonomy
) -> Iterator[FoundJob]:
    start, end = span
    statement = text[start:end]
    if is_wish(statement):
        return
    is_voluntary = section is Section.VOLUNTEERING or _VOLUNTEERED.search(statement) is not None
    has_own_dates = period is not None and (period.first is not None)
    if section in NOT_WORK and not is_voluntary:
        return
    if has_dated and not has_own_dates and not is_voluntary:
        return
    title, employer = _title_and_employer(text, start, end, taxonomy)
    if not title and period is not None:
        title, named = _short_entry(text, start, end, taxonomy)
        employer = named or employer
    if is_voluntary:
        kind = kind_of(statement, employer, Section.VOLUNTEERING)
        yield FoundJob(kind, title or VOLUNTEERING_TITLE, employer, period, start, end, _TOLD_CONFIDENCE)
    elif title or (employer and industry_of(employer)):
        confidence = _TOLD_CONFIDENCE if has_own_dates and title else _LOOSE_CONFIDENCE
        yield FoundJob("work", title, employer, period, start, end, confidence)


def _title_and_employer(text: str, start: int, end: int, taxonomy: Taxonomy) -> tuple[str, str]:
    for pattern in (_BARE_AS, _AS, _EXPERIENCED):
        for found in pattern.finditer(text, start, end):
            lead = _ARTICLE.match(found["title"])
            title = found["title"][lead.end() if lead else 0 :].strip(" /-")
            first = text.index(title, found.start("title")) if title else found.start("title")
            worth = title_worth(Piece(title, first, first + len(title)), taxonomy)
            if _VIRTUES.match(title) or worth < (4 if pattern is _EXPERIENCED else 2):
                continue
            at = _AT.match(text, first + len(title), end)
            employer = at["employer"] if at else _employer_in(text, start, end)
            return title, _tidy_employer(employer)
    return "", _tidy_employer(_employer_in(text, start, end))


def _short_entry(text: str, start: int, end: int, taxonomy: Taxonomy) -> tuple[str, str]:
    """Title and employer of a short statement without "I" ("Part time lollipop man since 2021")."""
    if len(text[start:end].split()) > _LONGEST_SHORT or _SAYS_I.search(text, start, end):
        return "", ""
    pieces = cut_pieces(text, start, end, [])
    title = best_title(pieces, taxonomy)
    words = re.split(r"\s+(?:since|from|until|till|between)\b", title.text)[0] if title else ""
    if not words or not title_worth(Piece(words, 0, len(words)), taxonomy):
        return "", ""
    employer = best_employer(pieces, title, taxonomy)
    return words, employer.text if employer and industry_of(employer.text) else ""


def _employer_in(text: str, start: int, end: int) -> str:
    names = [found["employer"] for found in _IN.finditer(text, start, end)]
    return next((name for name in names if industry_of(name)), "")


def _tidy_employer(words: str) -> str:
    words = re.sub(r"\s*[(,]?\s*(?:19|20)\d\d\b.*$", "", words, flags=re.DOTALL)
    return re.sub(
        r"^(?:the|a|an|my|local)\s+|[\s,.-]+$|\s+(?:for|in|at|over|about)$", "", words.strip(), flags=re.IGNORECASE
    )


def _period_led_in(text: str, statements: list[tuple[int, int]], n: int, periods: list[Period]) -> Period | None:
    """The dates that lead a statement in: "From April 2019 to November 2023 I worked …" is cut before "I"."""
    if n == 0:
        return None
    start, end = statements[n - 1]
    if (
        statements[n][0] - end > 3
        or "\n" in text[end : statements[n][0]]
        or end - start > _LONGEST_LEAD
        or not _LEADS_IN.match(text[start:end])
    ):
        return None
    return next((period for period in periods if start <= period.start < end), None)


def _period_in(
    text: str, start: int, end: int, periods: list[Period], following: tuple[int, int] | None
) -> Period | None:
    """The dates that a statement tells, else its length, else the length that the next adds ("I did this for …")."""
    inside = [period for period in periods if start <= period.start < end]
    whole = [period for period in inside if period.last or period.is_current]
    if whole:
        return whole[0]
    length = next(_moved(text, start, end), None)
    if length is not None:
        return length
    if following is not None and _FOLLOWS_ON.match(text[slice(*following)]):
        return next(_moved(text, *following), inside[0] if inside else None)
    return inside[0] if inside else None


def _moved(text: str, start: int, end: int) -> Iterator[Period]:
    for found in find_durations(text[start:end]):
        yield Period(found.start + start, found.end + start, stated_months=found.stated_months)


def _section_at(lines: list[Line], at: int) -> Section:
    n = bisect_right(lines, at, key=lambda line: line.start) - 1
    return lines[max(n, 0)].section if lines else Section.TOP
