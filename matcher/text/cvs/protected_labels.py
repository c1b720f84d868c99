"""Answers behind labels that nobody should read: "Date of birth: …", "Nationality …", "Tel: …"."""

import re
from collections.abc import Iterator

from matcher.text.cvs.sections import heading_of

__all__ = ["Stretch", "find_labelled"]

Stretch = tuple[str, int, int]
"""A kind and a stretch of characters."""

# The value may follow with or without a colon: nothing else begins so.
_PLAIN_LABELS = {
    "birth": (
        r"date\s+of\s+birth|birth\s?date|d\.?\s?o\.?\s?b\.?|place\s+of\s+birth|country\s+of\s+birth"
        r"|year\s+of\s+birth|born"
    ),
    "nationality": r"nationality|citizenship|(?:country|state|place)\s+of\s+origin|home\s?town|tribe|l\.?g\.?a",
    "family": (
        r"(?:no\.?|number)\s+of\s+(?:children|dependants|dependents)|marital\s+status|civil\s+status"
        r"|family\s+status|relationship\s+status|maiden\s+name"
    ),
    "sex": r"gender(?:\s+identity)?|preferred\s+pronouns|pronouns|sexual\s+orientation|sexuality",
    "ethnicity": r"ethnicity|ethnic\s+(?:origin|group|background)",
    "identity number": (
        r"national\s+insurance(?:\s+(?:number|no\.?))?|n\.?i\.?\s+(?:number|no\.?)"
        r"|passport(?:\s+(?:number|no\.?|details))?|"
        r"nhs\s+number|id\s+(?:number|card)|identity\s+(?:number|card)|driving\s+licen[cs]e\s+(?:number|no\.?)|pesel|"
        r"(?:nmc\s+)?pin(?:\s+(?:number|no\.?))|dbs\s+(?:certificate\s+)?(?:number|no\.?)"
    ),
    "immigration": (
        r"visa\s+(?:status|type|expiry|details)|immigration\s+status|right\s+to\s+work(?:\s+in\s+the\s+uk)?|"
        r"residen(?:ce|cy)\s+(?:status|permit)|work\s+permit|eligibility\s+to\s+work"
        r"|share\s+code|brp(?:\s+number)?|"
        r"work\s+authori[sz]ation"
    ),
}
# Only with a colon, an equals sign, a dash or a cell between: the word alone may begin something else.
_COLON_LABELS = {
    "immigration": r"visa|immigration|residen(?:ce|cy)",
    "name": (
        r"(?:full\s+|legal\s+)?name|first\s+names?\(?s?\)?\s?/\s?(?:surname|last\s+name"
        r"|family\s+name)(?:\(s\))?|(?:first|last|middle|given|family|preferred)\s+names?|surname"
        r"|forenames?|known\s+as|candidate"
    ),
    "age": r"age",
    "sex": r"sex",
    "religion": r"religion|faith|religious\s+belief|belief",
    "ethnicity": r"race|origin|ethnic",
    "health": (
        r"health(?:\s+(?:status|conditions?|issues|problems))?|medical(?:\s+(?:history"
        r"|conditions?))?|disabilit(?:y|ies)|disabled|"
        r"sickness(?:\s+(?:record|absence))?|(?:days\s+)?absen(?:ce|t)s?|height|weight|blood\s+group|smoker|"
        r"reasonable\s+adjustments?|adjustments|allergies"
    ),
    "family": r"children|dependants?|dependents?|family|spouse|next\s+of\s+kin|emergency\s+contact",
    "photograph": r"photo(?:graph)?|picture",
    "convictions": (
        r"(?:criminal\s+|unspent\s+|previous\s+)*convictions?|criminal\s+(?:record|history)|offences"
        r"|police\s+record"
    ),
    "benefits": r"(?:state\s+|current\s+)?benefits(?:\s+(?:claimed|received))?",
    "pregnancy": r"maternity(?:\s+leave)?|paternity(?:\s+leave)?|pregnan(?:t|cy)",
    "contact": (
        r"(?:home\s+|mobile\s+|work\s+|contact\s+|daytime\s+)?(?:tele)?phone(?:\s+(?:number"
        r"|no\.?))?|tel(?:\.|\s+no\.?)?|mob(?:ile)?\.?"
        r"(?:\s+(?:number|no\.?))?|landline|fax|e-?mail(?:\s+address)?|contact(?:\s+(?:number"
        r"|no\.?))?|linked\s?in|twitter|"
        r"facebook|instagram|skype|whats\s?app|web\s?site|home|cell|[tmpe]"
    ),
}
# Runs of spaces are bounded throughout: a pattern tried at each of 100,000 spaces must not look at all the others.
_START = r"(?:^|(?<=[|\t•;\u2588])|(?<=[ ]{2})|(?<=,[ ]))[ \t]{0,8}(?:[-*•▪●◦–·o][ \t]{1,4})?"
_GAP = r"[ \t]{0,8}(?:[:=]|\t|\|(?=[ ]{0,4}\S)|[-–](?=[ ])|[ ]{3})[ \t]{0,40}"
_VALUE = r"[^\n|\t;•]*"
_PATTERNS = tuple(
    (kind, re.compile(rf"{_START}(?P<label>{labels})\b\.?(?:{gap})(?P<value>{_VALUE})", re.IGNORECASE | re.MULTILINE))
    for table, gap in (
        (_PLAIN_LABELS, rf"(?:[ ]?\([^)\n]{{0,20}}\))?(?:{_GAP}|[ ]|(?=$))"),
        (_COLON_LABELS, rf"(?:[ ]?\([^)\n]{{0,20}}\))?{_GAP}"),
    )
    for kind, labels in table.items()
)
# "Title: Mrs" is a form of address; "Title: Care assistant" is work.
_TITLE = re.compile(
    (r"^[ \t]{0,8}title[ \t]{0,4}[:\t][ \t]{0,8}(?:mr|mrs|miss|ms|mx|dr|prof|rev)\b\.?"), re.IGNORECASE | re.MULTILINE
)
# Judgement: a longer line behind a label without a colon is a sentence, not an answer.
_LONGEST_PLAIN_VALUE = 60
_LONGEST_NEXT_LINE = 45


def find_labelled(text: str) -> Iterator[Stretch]:
    """Labels with what is written behind them, or on the next line where the label stands alone."""
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            value = found["value"].strip()
            if len(value) > _LONGEST_PLAIN_VALUE and not re.search(r"[:=\t|]", found.group()[: -len(value)]):
                continue
            end = found.end() if value else _end_of_next_line(text, found.end())
            yield kind, found.start("label"), end
    for found in _TITLE.finditer(text):
        yield "name", found.start(), found.end()


def _end_of_next_line(text: str, at: int) -> int:
    """Where the answer on the next line ends; where there is none, `at`."""
    if text[at : at + 1] != "\n":
        return at
    end = text.find("\n", at + 1)
    end = len(text) if end < 0 else end
    following = text[at + 1 : end]
    is_answer = 0 < len(following.strip()) <= _LONGEST_NEXT_LINE and heading_of(following) is None
    return end if is_answer and ":" not in following else at
