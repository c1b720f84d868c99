"""The check and the professional registration that an advert asks for."""

import re
from collections.abc import Sequence
from functools import lru_cache

from matcher.domain import DbsLevel
from matcher.taxonomy import Taxonomy
from matcher.text.adverts.modality import need_of
from matcher.text.adverts.readings import Need, Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.words.phrases import BREAK, PhraseIndex, build_phrases, find_phrases, read_words

__all__ = ["read_dbs", "read_registration"]

_CHECK = re.compile(
    r"\bdbs\b|\bcrb\b|\bdisclosure (?:and barring|scotland|check)|\bdisclosure & barring|\bcriminal (?:record"
    r"|background)s?\b|\bpvg\b|\baccess\s?ni\b|\bpolice check|\bbarred list|\b(?:enhanced|standard"
    r"|basic) disclosures?\b|\bdisclosures?\b(?= (?:is|will|at|to be"
    r"|application|required))",
    re.IGNORECASE,
)
_LEVELS = (
    (DbsLevel.ENHANCED_BARRED, r"\bbarred[\s-]list|\bbarring list|\bpvg\b"),
    (
        DbsLevel.ENHANCED,
        (
            r"\benhanced\b(?=[^.]{0,60}\b(?:dbs|crb|disclosure|check|criminal)|[^.]{0,10}$)|\b(?:dbs|crb"
            r"|disclosure|check)\b[^.]{0,30}\benhanced\b"
        ),
    ),
    (DbsLevel.STANDARD, r"\bstandard\b(?=[^.]{0,30}\b(?:dbs|crb|disclosure|check))"),
    (DbsLevel.BASIC, r"\bbasic\b(?=[^.]{0,30}\b(?:dbs|crb|disclosure|check))"),
)
_FINDERS = tuple((level, re.compile(words, re.IGNORECASE)) for level, words in _LEVELS)
_NONE = re.compile(
    r"\bno (?:dbs|crb|criminal record)(?: checks?)? (?:is |are )?(?:needed|required)|\b(?:dbs"
    r"|crb)(?: check)? (?:is )?not (?:needed|required)",
    re.IGNORECASE,
)
_OTHER_USE = re.compile(r"\bhow to (?:get|obtain)\b", re.IGNORECASE)
_REGISTERED = re.compile(
    r"\bregist(?:ered|ration|er)\b|\bpin\b|\b(?:nmc|hcpc|sssc|niscc|gphc|gdc|gmc|bacp|sia)\b|\bsocial (?:care wales"
    r"|work england)\b",
    re.IGNORECASE,
)
_ASKED_OF_YOU = re.compile(
    r"\bmust\b|\bneed|\brequire|\bessential\b|\byou(?:'ll| will)? (?:are|be|hold|have)\b|\bwith (?:a "
    r"|an )?(?:current|valid|active|nmc)|\bvalid\b|\bcurrent\b|\bpin\b|\bregistration\b|\bqualified\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:under|by|support(?:ing)?|assist(?:ing)?|alongside|direction of|supervision of|with|to|from|other|our"
    r"|the) (?:\w+ ){0,3}registered\b|\bregistered (?:care home|home|charity|provider|nurses\b|manager will|office"
    r"|service)|\bto become (?:a )?registered|\blapsed\b",
    re.IGNORECASE,
)


def read_dbs(placed: Sequence[Placed]) -> Reading[DbsLevel | None] | None:
    """The check asked for, at the highest level named; a value of None where a check is asked and no level said."""
    found = [read_at(_level(item.sentence.text), item.sentence) for item in placed if _asks_check(item)]
    order = list(DbsLevel)
    return max(found, key=lambda reading: -1 if reading.value is None else order.index(reading.value), default=None)


def _asks_check(item: Placed) -> bool:
    return bool(_CHECK.search(item.sentence.text)) and not _OTHER_USE.search(item.sentence.text)


def _level(text: str) -> DbsLevel | None:
    if _NONE.search(text):
        return DbsLevel.NONE
    return next((level for level, finder in _FINDERS if finder.search(text)), None)


def read_registration(placed: Sequence[Placed], taxonomy: Taxonomy) -> Reading[str] | None:
    """Id of the professional registration that the person must hold; those of colleagues do not count."""
    index = _registration_names(taxonomy)
    for item in placed:
        text = item.sentence.text
        if item.section in {Section.ABOUT, Section.BENEFITS, Section.TRAINING} or not _REGISTERED.search(text):
            continue
        for phrase in find_phrases([word for word in read_words(text) if word.folded != BREAK], index):
            if _is_asked(text, phrase.start, phrase.end):
                return read_at(phrase.leads_to, item.sentence)
    return None


@lru_cache(maxsize=4)
def _registration_names(taxonomy: Taxonomy) -> PhraseIndex:
    """Built once for each taxonomy in use (a taxonomy equals only itself)."""
    names = taxonomy.other_names.get("registrations")
    return build_phrases(names.names if names else {})


def _is_asked(text: str, start: int, end: int) -> bool:
    if _OF_OTHERS.search(text[max(0, start - 60) : end + 12]) or not _ASKED_OF_YOU.search(text):
        return False
    return need_of(text, start, end) not in {Need.DESIRABLE, Need.NOT_NEEDED}
