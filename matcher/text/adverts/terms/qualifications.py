"""The qualification that an advert asks for, by its name and level."""

import re
from collections.abc import Iterator, Sequence

from matcher.taxonomy import Taxonomy
from matcher.text.adverts.modality import need_of
from matcher.text.adverts.readings import Need, QualificationAsked, Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.labels import labelled
from matcher.text.adverts.terms.qualification_names import Named, identify, qualifications_named

__all__ = ["read_qualification"]

_TOWARDS = (
    r"(?:work(?:ing)?|study(?:ing)?|willing(?:ness)?|training|progress(?:ing)?|train|prepared|commit(?:ted|ment)?"
    r"|opportunit\w+|support(?:ed)?(?: you)?|enrol\w*|undertak\w+|complet(?:e|ing)|achiev(?:e|ing)|gain(?:ing)?|obtain"
    r"|develop|towards|take|do)"
)
# What stands before a qualification in its clause, and says that it is still to come.
_TO_COME = re.compile(rf"\b{_TOWARDS}\b(?! in| of experience)[^.;]{{0,40}}$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:completed|hold(?:ing)?|have|having|possess|achieved|obtained|qualified|minimum|essential"
    r"|required?)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_OR_TOWARDS = re.compile(
    rf"\b(?:or|and/or)\s*(?:be |are |is |a |an |have |currently |actively |you(?:['’]re| are) ){{0,3}}(?:{_TOWARDS}"
    rf"|prepared|ready|able to)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:opportunit(?:y|ies) (?:to|for)|you(?:['’]ll| will) (?:be )?(?:supported|complete|study|work|gain|undertake"
    r"|receive|then|enrolled|offered)|we ?(?:will|can|['’]ll|offer|support|provide|give|fund|pay for|train|put)"
    r"|put you through|to become|support(?:ed)? (?:to|you|in)|in return"
    r"|on completion|once you|funded|free|paid|leading to|towards (?:a|an|your|nationally|completing)"
    r"|will be (?:required|expected|asked) to (?:undertake|complete|attend|enrol)|enrolment|not suitable|access to)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:must|need|hold|have|having|essential|require|minimum|possess|qualified|educated|education|should|with"
    r"|completed|you['’]ll|desir|prefer|advantag|ideal|benefi|candidates?|applicants?|or equivalent|or above"
    r"|or higher)",
    re.IGNORECASE,
)
# A new thought: what is said before it does not hold on.
_THOUGHT = re.compile(
    r"[.;:]\s|,\s*(?:so|but|and we|however)\b|\s[-–—]\s|\bbut\b|\band (?=(?:must |also )?(?:hold|have|possess)\b)"
)
_LONG_NAME = 24
_REACH_BEFORE, _REACH_BEHIND = 130, 120
# Judgement: a line shorter than this is an item, whether or not it has a bullet, and asks for what it names.
_SHORT_LINE = 90
_OTHER_PARTS = frozenset({Section.ABOUT, Section.BENEFITS, Section.TRAINING})


def read_qualification(placed: Sequence[Placed], taxonomy: Taxonomy) -> Reading[QualificationAsked] | None:
    """The highest qualification asked as needed, else the highest that is desirable.

    What the person will work towards, or be given, is not asked; one that may also be worked towards is desirable.
    """
    asked = [
        read_at(found, item.sentence) for words, item in labelled(placed) for found in _asked(words, item, taxonomy)
    ]
    for need in (Need.NEEDED, Need.DESIRABLE):
        of_need = [reading for reading in asked if reading.value.need is need]
        if of_need:
            return max(of_need, key=lambda reading: _rank(reading.value, taxonomy))
    return None


def _rank(asked: QualificationAsked, taxonomy: Taxonomy) -> tuple[int, bool, bool]:
    """Which of several qualifications counts: the higher level, then one that is named, then one in care."""
    known = taxonomy.qualifications.get(asked.id or "")
    is_named = known is not None and not known.id.endswith("-other")
    return asked.level, is_named, known is not None and known.subject == "care"


def _asked(text: str, item: Placed, taxonomy: Taxonomy) -> Iterator[QualificationAsked]:
    if item.section in _OTHER_PARTS:
        return
    for named in qualifications_named(text, taxonomy):
        need = _need(named, text, item)
        if need is not None:
            # Of "2 or 3" the lower is enough where one is needed; the higher is the more welcome.
            level = named.low if need is Need.NEEDED else named.high
            yield QualificationAsked(identify(text, level, named.start, named.end, taxonomy), level, need)


def _need(named: Named, text: str, item: Placed) -> Need | None:
    """How a qualification is asked; None where it is not, or not yet."""
    before, behind = _thought_before(named, text), text[named.end : named.end + _REACH_BEHIND]
    is_welcome = bool(_OR_TOWARDS.search(before) or _OR_TOWARDS.search(re.split(r"[.;]", behind)[0]))
    if not is_welcome and _is_to_come(before, item):
        return None
    need = need_of(text, named.start, named.end)
    if need is Need.NOT_NEEDED or not _is_asking(named, text, item):
        return None
    if is_welcome or need is Need.DESIRABLE or item.section is Section.DESIRABLE:
        return Need.DESIRABLE
    return Need.NEEDED


def _thought_before(named: Named, text: str) -> str:
    """Words before a qualification since the last new thought; a long name may hold some of its own."""
    before = text[max(0, named.start - _REACH_BEFORE) : named.start]
    if named.end - named.start > _LONG_NAME:
        before += re.sub(r"\W*(?:\w+\W*){0,2}$", "", text[named.start : named.end])
    return _THOUGHT.split(before)[-1]


def _is_to_come(before: str, item: Placed) -> bool:
    """Whether a qualification is one to be worked towards or offered, and nobody must have it."""
    if _HELD.search(before) and not re.search(
        rf"\b(?:to|will|be|and|can) {_TOWARDS}\b[^.;]{{0,40}}$", before, re.IGNORECASE
    ):
        return False
    if _TO_COME.search(before):
        return True
    return item.section not in {Section.ESSENTIAL, Section.DESIRABLE} and bool(_OFFERED.search(before))


def _is_asking(named: Named, text: str, item: Placed) -> bool:
    if item.section in {Section.ESSENTIAL, Section.DESIRABLE} or item.sentence.in_list:
        return True
    return len(text) <= _SHORT_LINE or named.start == 0 or bool(_ASKS.search(text))
