"""Answers that a CV gives in passing: postcode, licence, vehicle, when somebody can work, what check they have."""

import re
from collections.abc import Iterator

from matcher.domain import parse_shifts
from matcher.domain.vocabularies import DbsStatus
from matcher.errors import RowError
from matcher.text.cvs.contact_details import POSTCODE
from matcher.text.cvs.draft import Fact
from matcher.text.cvs.sections import Line, Section
from matcher.text.cvs.statements import read_statements

__all__ = ["find_facts"]

_OUTWARD = re.compile(
    (
        r"\b(?:live\s+in|living\s+in|based\s+in|postcode|post\s+code"
        r"|area)\b[^\n.;]{0,40}?\b(?P<code>[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?)\b"
    ),
    re.IGNORECASE,
)
_NO_LICENCE = re.compile(
    r"\b(?:no|not\s+have\s+a|without\s+a|don['’]?t\s+have\s+a)\s+(?:full\s+)?(?:driving\s+"
    r"|driver['’]?s\s+)?licen[cs]e|\b(?:do\s+not|don['’]?t|cannot|can['’]?t"
    r"|not\s+able\s+to)\s+drive\b|\bnon-?driver\b|\blicen[cs]e\b[^.\n;]{0,20}\b(?:revoked|suspended|taken\s+away|expired)\b|"
    r"\bprovisional\b|\blearn(?:ing|er)\b[^.\n]{0,20}\bdriv|\b(?:driv\w+\s+lessons"
    r"|driving\s+test\s+booked)|\bdriving\s+licen[cs]e\s*[:\t-]\s*no\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\b(?:full|clean|current|valid|uk|british|manual|eu|hold\s+a|have\s+a|driving"
    r"|driver['’]?s)[\s,]+(?:(?:and\s+)?(?:full|clean|current|valid|uk|manual|eu|driving"
    r"|driver['’]?s|car)[\s,]+){0,5}licen[cs]e(?!\s+(?:to\s+(?:sell|practi[sc]e)"
    r"|holder\s+award))\b|"
    r"\bdriving\s+licen[cs]e\b|\bfull\s+driver\b|\bpassed\s+my\s+(?:driving\s+)?test\b|\bcategory\s+b\s+(?:driving\s+)?licen[cs]e"
    r"|\bI\s+(?:can\s+)?drive\b|\bcar\s+driver\b|\bdriver\s+with\s+own\b",
    re.IGNORECASE,
)
_NOT_A_CAR = re.compile(
    (
        r"\b(?:personal|alcohol|premises|sia|forklift|fork\s+lift|flt|security|tv|software"
        r"|door)\b[^.\n,;]{0,15}$"
    ),
    re.IGNORECASE,
)
_NO_VEHICLE = re.compile(
    (
        r"\b(?:no|without|don['’]?t\s+have|do\s+not\s+have)\s+(?:a\s+|my\s+own\s+|own\s+)?(?:car|vehicle"
        r"|transport)\b"
    ),
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    (
        r"\b(?:own|access\s+to\s+(?:a|my\s+own)|use\s+of\s+a|my|have\s+a|got\s+a)\s+(?:reliable\s+|insured\s+"
        r"|a\s+)*(?:car|van|vehicle|transport)\b|\bcar\s+owner\b|\bbusiness\s+insurance\b"
    ),
    re.IGNORECASE,
)
_UPDATE_SERVICE = re.compile(
    (r"\b(?:dbs|crb)\b[^.\n;]{0,40}\bupdate\s+service|\bupdate\s+service\b[^.\n;]{0,30}\bdbs"), re.IGNORECASE
)
_ENHANCED = re.compile(
    (r"\b(?:enhanced\s+(?:\w+\s+){0,2}(?:dbs|crb|disclosure)|(?:dbs|crb)\b[\s:(-]{0,4}enhanced)"), re.IGNORECASE
)
_DBS_WANTED = re.compile(
    (
        r"\b(?:willing|happy|able|can|will|apply|undergo|no|not|expired|need"
        r"|require)\b[^.\n;]{0,40}\b(?:dbs|crb)\b"
        r"|\b(?:dbs|crb)\b[^.\n;]{0,30}\b(?:ran\s+out|expired|lapsed|out\s+of\s+date|not\s+(?:yet\s+)?in\s+place"
        r"|pending|applied|not\s+(?:yet\s+)?(?:done|back|held))\b"
    ),
    re.IGNORECASE,
)
_CAN_WORK = re.compile(
    (
        r"\b(?:availab\w+|can\s+(?:also\s+)?work|able\s+to\s+work|happy\s+to\s+work|prefer(?:ably"
        r"|red)?|willing\s+to\s+work|want(?:ing)?\s+to\s+work|shifts?\s*:|hours?\s*:|flexible\s+(?:to"
        r"|for)\s+work|free\s+to\s+work|open\s+to)\b"
    ),
    re.IGNORECASE,
)
_CANNOT = re.compile(
    (
        r"\b(?:cannot|can['’]?t|unable|not(?!\s+only)|never|don['’]?t|won['’]?t|unavailable|except|apart\s+from"
        r"|other\s+than|excluding|avoid|no|but\s+my)\b"
    ),
    re.IGNORECASE,
)
_DAYS = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:days?|sdays?|nesdays?|rsdays?|ursdays?|urdays?)?"
_SHIFT_WORDS = (
    (r"\b(?:waking\s+nights?|night\s+shifts?|nights)\b", "waking_night"),
    (r"\bsleep[\s-]?ins?\b|\bsleeping\s+nights?\b", "sleep_in"),
    (r"\b(?:early\s+shifts?|earlies|early\s+mornings?|mornings?)\b", "early"),
    (r"\b(?:late\s+shifts?|lates)\b", "late"),
    (r"\b(?:evenings?|evening\s+shifts?)\b", "evening"),
    (r"\b(?:day\s+shifts?|daytimes?|days(?!\s+(?:a|per)\b))\b", "day"),
    (r"\bschool[\s-]hours?\b|\bterm[\s-]time\b", "school_hours"),
)
_COMPILED_SHIFTS = tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in _SHIFT_WORDS)
_WEEKENDS = re.compile(r"\bweekends?\b", re.IGNORECASE)
_WEEKDAYS = re.compile(rf"\bweekdays?\b|\b{_DAYS}\s*(?:-|–|to)\s*{_DAYS}\b", re.IGNORECASE)
_DAY_RANGE = re.compile(rf"\b({_DAYS})\s*(?:-|–|to)\s*({_DAYS})\b", re.IGNORECASE)
_ANY_SHIFT = re.compile(r"\b(?:any\s+(?:shifts?|hours|time|days?)|24/7|all\s+shifts|any\s+day)\b", re.IGNORECASE)
_HOURS = re.compile(
    (
        r"\b(?P<low>\d{1,2})(?:\s*(?:-|–|to)\s*(?P<high>\d{1,2}))?\s*(?:hours|hrs)\s*(?:a|per|each"
        r"|/)?\s*(?:week|wk|weekly)\b"
    ),
    re.IGNORECASE,
)
_SURE, _LIKELY, _UNSURE = 0.9, 0.7, 0.6
_TOP_LINES = 8
# "Leeds LS7" at the top of a CV; not a level of English ("B2") or a class of licence ("C1").
_TOWN_AND_CODE = re.compile(
    r"\b[A-Z][a-z]+,?\s(?P<code>(?![ABCD][12]\b)[A-Z]{1,2}\d{1,2}[A-Z]?)(?=\s{0,3}(?:$|[|,.\n\u2588]))"
)


def find_facts(text: str, shown: str, lines: list[Line]) -> list[Fact]:
    """Facts, the first of each field that the text states; why somebody cannot is never looked for."""
    facts: dict[str, Fact] = {}
    for fact in (
        *_postcode(text, shown, lines),
        *_driving(text, shown),
        *_check(text, shown),
        *_availability(text, shown, lines),
    ):
        facts.setdefault(fact.field, fact)
    return list(facts.values())


def _fact(
    field: str, value: str | bool | float, label: str, found: re.Match[str], shown: str, confidence: float
) -> Fact:
    quote = shown[found.start() : found.end()]
    return Fact(f"fact:{field}", field, value, label, found.start(), found.end(), quote, confidence)


def _postcode(text: str, shown: str, lines: list[Line]) -> Iterator[Fact]:
    """A postcode above the first part about work: one further on may be an employer's."""
    end = next(
        (line.start for line in lines if line.section in {Section.WORK, Section.EDUCATION, Section.VOLUNTEERING}),
        len(text),
    )
    for found in POSTCODE.finditer(text, 0, end):
        yield _fact("postcode", found.group().upper(), f"postcode {found.group().upper()}", found, shown, _SURE)
    for line in lines[:_TOP_LINES]:
        for found in _TOWN_AND_CODE.finditer(text, line.start, line.end):
            if line.section in {Section.TOP, Section.PERSONAL}:
                start, stop = found.span("code")
                yield Fact(
                    "fact:postcode",
                    "postcode",
                    found["code"],
                    f"postcode {found['code']}",
                    start,
                    stop,
                    shown[start:stop],
                    _UNSURE,
                )
    for said in _OUTWARD.finditer(text):
        start, stop = said.span("code")
        code = said["code"].upper()
        yield Fact("fact:postcode", "postcode", code, f"postcode {code}", start, stop, shown[start:stop], _LIKELY)


def _driving(text: str, shown: str) -> Iterator[Fact]:
    no_licence = _NO_LICENCE.search(text)
    licence = next(
        (
            found
            for found in _LICENCE.finditer(text)
            if not _NOT_A_CAR.search(text, max(0, found.start() - 30), found.start())
        ),
        None,
    )
    if no_licence:
        yield _fact("driving_licence", False, "no full driving licence", no_licence, shown, _SURE)
    elif licence:
        yield _fact("driving_licence", True, "driving licence", licence, shown, _SURE)
    no_vehicle, vehicle = _NO_VEHICLE.search(text), _VEHICLE.search(text)
    if no_vehicle:
        yield _fact("vehicle", False, "no car", no_vehicle, shown, _SURE)
    elif vehicle:
        yield _fact("vehicle", True, "a car to use", vehicle, shown, _SURE)


def _check(text: str, shown: str) -> Iterator[Fact]:
    """The level and status of a check, never what it says."""
    if _DBS_WANTED.search(text):
        return
    for pattern, status, label in (
        (_UPDATE_SERVICE, DbsStatus.UPDATE_SERVICE, "DBS update service"),
        (_ENHANCED, DbsStatus.HELD_ENHANCED, "enhanced DBS check"),
    ):
        found = pattern.search(text)
        if found:
            yield _fact("dbs_status", status.value, label, found, shown, _LIKELY)


def _availability(text: str, shown: str, lines: list[Line]) -> Iterator[Fact]:
    listed = [(line.start, line.end) for line in lines if line.section is Section.AVAILABILITY]
    for start, end in read_statements(text):
        statement = text[start:end]
        is_listed = any(first < end and start < last for first, last in listed)
        if not is_listed and not _CAN_WORK.search(statement):
            continue
        quote = shown[start:end].strip()
        shifts = "" if _CANNOT.search(statement) else _shifts(statement)
        if shifts:
            yield Fact("fact:shifts", "shifts", shifts, f"can work: {shifts}", start, end, quote, _LIKELY)
        hours = _HOURS.search(statement)
        if hours:
            yield from _hours(hours, start, shown)


def _hours(found: re.Match[str], at: int, shown: str) -> Iterator[Fact]:
    start, end = at + found.start(), at + found.end()
    low, high = float(found["low"]), float(found["high"] or found["low"])
    if 0 < low <= high <= 60:  # Judgement: more is not a working week
        if found["high"]:
            yield Fact(
                "fact:hours_min",
                "hours_min",
                low,
                f"at least {low:g} hours a week",
                start,
                end,
                shown[start:end],
                _LIKELY,
            )
        yield Fact(
            "fact:hours_max", "hours_max", high, f"at most {high:g} hours a week", start, end, shown[start:end], _LIKELY
        )


def _shifts(statement: str) -> str:
    """Shifts as `Candidate` takes them, or an empty text."""
    if _ANY_SHIFT.search(statement):
        return "mon-sun any"
    windows = [name for pattern, name in _COMPILED_SHIFTS if pattern.search(statement)]
    days = _days(statement)
    if not windows and not days:
        return ""
    if windows == ["school_hours"] and not days:
        days = ["mon-fri"]
    items = [f"{day} {window}" for day in days or ["mon-sun"] for window in windows or ["any"]]
    shifts = "; ".join(items)
    try:
        parse_shifts(shifts)
    except RowError:
        return ""
    return shifts


def _days(statement: str) -> list[str]:
    span = _DAY_RANGE.search(statement)
    days = [f"{span[1][:3].lower()}-{span[2][:3].lower()}"] if span else []
    if not span and _WEEKDAYS.search(statement):
        days = ["mon-fri"]
    if _WEEKENDS.search(statement):
        days.append("sat-sun")
    return days
