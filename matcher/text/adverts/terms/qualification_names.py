"""The qualifications that a sentence names: their levels, where they stand, and their ids in the taxonomy."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from matcher.taxonomy import Taxonomy
from matcher.text.words.phrases import BREAK, PhraseIndex, build_phrases, find_phrases, read_words

__all__ = ["Named", "identify", "qualifications_named"]

_NUMBER = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
    "7": 7,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
_DIGIT = r"([1-7]|i{1,3}|iv|v|one|two|three|four|five)"
_KIND = (
    r"(?:n\.?v\.?q\.?s?|s\.?v\.?q\.?s?|q\.?c\.?f\.?|r\.?q\.?f\.?|c\.?q\.?f\.?|q\.?s\.?f\.?|btec|bteq"
    r"|diploma|certificate|award|apprenticeship|qualification|vocational|standard|health|care|social|adult"
    r"|child\w*|early|cache|food|hygiene|safety|first aid|leadership|management|catering|cookery|hospitality"
    r"|business|administration|customer|team leading"
    r"|teaching|trained|qualified|nursing|support|healthcare|numeracy|literacy|maths|english)s?"
)
_OR_LEVELS = rf"(?:\s*(?:/|or|and|-|&|to)\s*(?:level\s*)?{_DIGIT})?"
# "NVQ level 2", "NVQ/QCF Level 3", "NVQ3", "NVQ III", "Diploma in Health and Social Care Level 3"
_NVQ = re.compile(
    rf"\b(?:n\.?v\.?q|s\.?v\.?q|q\.?c\.?f|c\.?q\.?f|q\.?s\.?f|r\.?q\.?f|btec|diploma"
    rf"|certificate)s?(?:\s*/\s*\w{{2,14}}){{0,3}}[\s,(]*(?:at\s+)?(?:in [\w&,; ]{{3,60}}? "
    rf")?(?:(?:at\s+)?(?:minimum )?(?:level|lvl|l|grade)\s*)?{_DIGIT}\b{_OR_LEVELS}(?!\s*(?:years|months"
    rf"|hours|%))",
    re.IGNORECASE,
)
_LEVEL = re.compile(rf"\b(?:level\s*|lvl\s*|l(?=\d)){_DIGIT}{_OR_LEVELS}\b[^.;]{{0,30}}?\b{_KIND}\b", re.IGNORECASE)
_LEVEL_BEHIND = re.compile(
    rf"\b(?:qualifications?|educat\w+|diploma|certificate|apprenticeship|equivalent|above|health (?:and"
    rf"|&) social care|literacy|numeracy|maths|english)\b[^.;]{{0,40}}?\blevel\s*{_DIGIT}\b{_OR_LEVELS}",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\bgcses?(?:['’]?s)?\b|\bo[\s-]levels?\b|\bfunctional skills?\b|\bmaths? (?:and"
    r"|&) english\b(?=[^.]{0,40}\b(?:grade|level|certificate|qualif|equivalent|gcse))",
    re.IGNORECASE,
)
_LOW_GRADE = re.compile(r"\bgrades?\s*(?:d|e|f|g|1|2|3)\b|\bd\s?/\s?3\b|\blevel (?:1|one)\b", re.IGNORECASE)
_A_LEVEL = re.compile(r"\ba[\s-]levels?\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"\b(?:honou?rs |bachelor['’]?s?|master['’]?s?|university |relevant |nursing "
    r"|undergraduate )?degree\b(?! of|[\s-]level apprent)|\b(?-i:BSc|B\.Sc|BA|MSc)\b(?=[ /(])",
    re.IGNORECASE,
)
_HNC = re.compile(r"\bhnc\b", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:level|l[1-7]|[ns]vq\d?|qcf|rqf|certificates?|cert|diplomas?|awards?|degrees?|(?-i:BSc|BA|BEd|B\.Ed|MSc"
    r"|HN[CD]|FD(?:A|Sc)|RMA)"
    r"|gcse|btec|cache|pgce|dipsw|cqsw|nneb|nebosh|iosh|bics?c?|706|(?-i:BLS)|qualifications?)\b",
    re.IGNORECASE,
)
_FOUNDATION = re.compile(r"\bfoundation degree|\bassistant practitioner (?:qualification|degree)", re.IGNORECASE)
_CARE_CERT = re.compile(r"\bcare certificate\b", re.IGNORECASE)
_HEALTHCARE = re.compile(r"\bclinical healthcare|\bhealthcare support|\bhealth ?care\b(?! and)", re.IGNORECASE)
_CHILDCARE = re.compile(r"\bchild|\bearly years", re.IGNORECASE)
# A bare "NVQ 3" in an advert for care is one in care, unless it goes on to say in what.
_VOCATIONAL = re.compile(r"(?:nvq|svq|qcf|rqf)[\s\w/]{0,12}$", re.IGNORECASE)
_OF_SUBJECT = re.compile(r"\s*(?:in|of|diploma|certificate)\b", re.IGNORECASE)
_LITTLE_WORDS = frozenset({"in", "a", "an", "the", "diploma"})
_BESIDE = 45  # letters behind a level in which its subject stands
_LEVELS_OF_SUPPORT = frozenset({2, 3})
_CARE = re.compile(r"\bhealth\b|\bcare\b|\bsocial\b", re.IGNORECASE)


class Named(NamedTuple):
    """A qualification that a sentence names, ``text[start:end]``: of "level 2 or 3" the lower and the higher."""

    low: int
    high: int
    start: int
    end: int


def qualifications_named(text: str, taxonomy: Taxonomy) -> Iterator[Named]:
    """Qualifications that a sentence names: by a level, by a school's or university's, or by a name of the taxonomy."""
    taken: list[Named] = []
    for found in (*_by_level(text), *_by_school(text), *_by_name(text, taxonomy)):
        if not any(other.start < found.end and found.start < other.end for other in taken):
            taken.append(found)
            yield found


def _by_level(text: str) -> Iterator[Named]:
    for pattern in (_NVQ, _LEVEL, _LEVEL_BEHIND):
        for found in pattern.finditer(text):
            levels = [_NUMBER[group.lower()] for group in found.groups() if group]
            yield Named(min(levels), max(levels), *found.span())


def _by_name(text: str, taxonomy: Taxonomy) -> Iterator[Named]:
    """Names of the taxonomy that say they are a qualification: "food hygiene certificate", not "first aid"."""
    if not _SAYS_SO.search(text):
        return
    words = [word for word in read_words(text) if word.folded != BREAK]
    for phrase in find_phrases(words, _names(taxonomy)):
        if _SAYS_SO.search(text[phrase.start : phrase.end]):
            level = taxonomy.qualifications[phrase.leads_to].level
            yield Named(level, level, phrase.start, phrase.end)


def _by_school(text: str) -> Iterator[Named]:
    for pattern, level in ((_A_LEVEL, 3), (_HNC, 4), (_FOUNDATION, 5), (_DEGREE, 6), (_CARE_CERT, 1)):
        for found in pattern.finditer(text):
            yield Named(level, level, *found.span())
    school = _SCHOOL.search(text)
    if school:
        level = 1 if _LOW_GRADE.search(text) else 2
        yield Named(level, level, *school.span())


@lru_cache(maxsize=4)
def _names(taxonomy: Taxonomy) -> PhraseIndex:
    """Built once for each taxonomy in use (a taxonomy equals only itself)."""
    names = taxonomy.other_names.get("qualifications")
    return build_phrases(names.names if names else {})


def identify(text: str, level: int, start: int, end: int, taxonomy: Taxonomy) -> str | None:
    """The id of the qualification in the taxonomy: by its own words, else the care diploma of its level."""
    if "qualifications" not in taxonomy.other_names:
        return None
    around = text[start : end + _BESIDE]
    for name in (around.split(",")[0], text[start:end].strip(" ,;:()")):
        found = taxonomy.qualification(name)
        if found is not None and found.level == level and "other" not in found.subject:
            return found.id
    return _named_within(around, level, taxonomy) or _by_subject(text[start:end], around, level, taxonomy)


def _named_within(around: str, level: int, taxonomy: Taxonomy) -> str | None:
    """The longest name of the taxonomy that stands here and is of the level, with its little words or without."""
    words = [word for word in read_words(around) if word.folded != BREAK]
    plain = [word for word in words if word.folded not in _LITTLE_WORDS]
    found = [phrase for part in (words, plain) for phrase in find_phrases(part, _names(taxonomy))]
    fitting = [phrase for phrase in found if taxonomy.qualifications[phrase.leads_to].level == level]
    longest = max(fitting, key=lambda phrase: phrase.end - phrase.start, default=None)
    return longest.leads_to if longest and not longest.leads_to.endswith("-other") else None


def _by_subject(own: str, around: str, level: int, taxonomy: Taxonomy) -> str | None:
    """The usual qualification of a level: a certificate of care, of school, of health, of childcare, or any other."""
    if _CARE_CERT.search(own):
        names = ["care-certificate"]
    elif _SCHOOL.search(own):
        names = [_school_name(around, level)]
    elif level in _LEVELS_OF_SUPPORT and _HEALTHCARE.search(around):
        names = [f"clinical-healthcare-{level}"]
    elif level in _LEVELS_OF_SUPPORT and _CHILDCARE.search(around):
        names = [f"childcare-{level}"]
    elif _CARE.search(around) or (_VOCATIONAL.match(own) and not _OF_SUBJECT.match(around[len(own) :])):
        names = [f"diploma-care-{level}", f"diploma-leadership-{level}"]
    else:
        names = [f"level-{level}-other"]
    return next((name for name in names if name in taxonomy.qualifications), None)


def _school_name(around: str, level: int) -> str:
    if level < 2:
        return "gcse-few"
    return "gcse-maths-english" if re.search(r"\bmath", around, re.IGNORECASE) else "gcse-five"
