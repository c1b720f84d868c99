"""What a person should look at: a sex or an age that an advert asks for. Never a condition of ours."""

import re
from collections.abc import Iterator, Sequence

from matcher.text.adverts.readings import Flag, FlagKind, Reading, read_at
from matcher.text.adverts.sections import Placed, Section

__all__ = ["read_flags"]

_ROLE = (
    r"(?:carers?|care (?:assistant|worker|giver)s?|support workers?|health ?care (?:assistant|worker)s?"
    r"|workers?|assistants?|staff|nurses?|pas?\b|personal assistants?|companions?|enablers?|applicants?|candidates?"
    r"|only|team members?|caregivers?|domestics?|cleaners?|hcas?|night (?:carer|worker)s?"
    r"|members? of staff|driver)"
)
_SEX = re.compile(
    rf"\b(?:fe)?males?\s+(?:\w+\s+){{0,2}}{_ROLE}|\b(?:wom[ae]n|m[ae]n|lady|ladies|gentlem[ae]n)\s+(?:only"
    rf"|applicants|carers?|support workers?|preferred|wanted)\b"
    r"|\b(?:seeking|looking for|recruiting|require|need|want(?:ed)?|prefer(?:red|ably)?|must be|only"
    r"|requires?|open to|suitable for"
    r"|restricted to)\s+(?:an?\s+)?(?:\w+\s+){0,3}?(?:fe)?male\b(?! (?:patients?|service users?|residents?"
    r"|clients?|adults?|wards?|prisoners?|unit|prison|individual|gentleman))"
    r"|\b(?:fe)?males? (?:only|preferred|required|needed)\b|\b(?:genuine )?occupational (?:requirement"
    r"|qualification)\b|\bequality act(?: 2010)?\b[^.]{0,40}\b(?:schedule|sch\.?|paragraph)|\b(?:schedule"
    r"|sch\.?) 9\b[^.]{0,60}\bequality act"
    r"|\bgender[\s-]specific\b|\b(?:ouid|gor)\b",
    re.IGNORECASE,
)
_ANY_SEX = re.compile(
    r"\bmale (?:and|or|/|&) female\b|\bfemale (?:and|or|/|&) male\b|\bregardless of\b|\bboth male\b"
    r"|\bmen and women\b|\ball genders\b",
    re.IGNORECASE,
)
_OF_SERVED = re.compile(
    r"\bfor (?:a |an |our )?(?:young |adult |older )?(?:fe)?males?\b(?! (?:carer|support w|staff|care))", re.IGNORECASE
)
_AGE = (
    re.compile(
        r"\b(?:must|should|need to|have to|to|you(?:'ll| will| must)?|applicants?|candidates?"
        r"|all) (?:also )?(?:be )?(?:at least |a minimum of |aged? |turning |over (?:the age of )?"
        r"|(?:be )?(?:aged )?)+(\d{2})\b(?!\s*(?:hours|months|hrs|%|miles|days|gcse|minutes|weeks"
        r"|words))(?: (?:years?|and|or|\+|plus))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:min(?:imum)?\.? age|age limit|aged?)(?: (?:of|is|for this (?:role|post) is"
        r"|requirement))?:?\s*(\d{2})\b(?! ?(?:[-–]|to) ?\d)",
        re.IGNORECASE,
    ),
    re.compile(r"\bover(?: the age of)? (18|21|23|25)s?\b", re.IGNORECASE),
    re.compile(
        r"\b(1[68]|2[135])\s*(?:years?(?: of age| old)?)?\s*(?:\+|or over|and over|or above|and above|plus"
        r"|or older)",
        re.IGNORECASE,
    ),
)
_ASKS_AGE = re.compile(
    r"\b(?:you|must|applicants?|candidates?|min(?:imum)?|require\w*|need|only|apply|due to|because|eligible|to drive"
    r"|insurance)\b",
    re.IGNORECASE,
)
_OF_APPLICANTS = re.compile(r"\b(?:you|applicants?|candidates?)\b", re.IGNORECASE)
_AGE_OF_SERVED = re.compile(
    r"\b(?:adults?|patients?|people|children|residents?|service users?|prisoners?|individuals?|clients?"
    r"|those|young people|anyone|women|men)\b[^.]{0,25}$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:due to|because(?: of)?|as (?:per|required by|this|we|the|our|you|a requirement)|in (?:line"
    r"|accordance) with|owing to|for (?:insurance|legal|licensing|driving|safeguarding)|to comply with"
    r"|under the (?!age)|this is (?:a|an|due|because)|by law)\b[^.;]{0,140}",
    re.IGNORECASE,
)
_YOUNGEST, _OLDEST = 16, 30
_BEFORE = 45
_ROLE_NEAR = 25


def read_flags(placed: Sequence[Placed]) -> tuple[Reading[Flag], ...]:
    """Sentences that ask for a sex or a minimum age, with the reason they give."""
    flags = [read_at(flag, item.sentence) for item in placed for flag in _flags_of(item)]
    return tuple(dict.fromkeys(flags))


def _flags_of(item: Placed) -> Iterator[Flag]:
    text = item.sentence.text
    sex = _SEX.search(text)
    if (
        sex
        and not _ANY_SEX.search(text)
        and not (
            _OF_SERVED.search(text) and not re.search(_ROLE, text[sex.start() : sex.end() + _ROLE_NEAR], re.IGNORECASE)
        )
    ):
        yield Flag(FlagKind.SEX, None, _reason(text))
    age = _age(text)
    if age is not None and (item.section is not Section.ABOUT or _OF_APPLICANTS.search(text)):
        yield Flag(FlagKind.AGE, age, _reason(text))


def _age(text: str) -> int | None:
    for pattern in _AGE:
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            is_ask = _ASKS_AGE.search(found[0]) or (_ASKS_AGE.search(text) and not _AGE_OF_SERVED.search(before))
            if is_ask and _YOUNGEST <= int(found[1]) <= _OLDEST:
                return int(found[1])
    return None


def _reason(text: str) -> str:
    found = _REASON.search(text)
    return found[0].strip(" ,)") if found else ""
