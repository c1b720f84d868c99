"""Experience that an advert asks for."""

import re
from collections.abc import Iterator, Sequence

from matcher.text.adverts.modality import need_of
from matcher.text.adverts.readings import Experience, Need, Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.experience_lengths import listed_experience, months_named
from matcher.text.adverts.terms.labels import labelled

__all__ = ["read_experience"]

_SAID = re.compile(
    r"(?:\b|(?<=relevant)|(?<=previous)|(?<=some))(?:experience[ds]?|exp\b(?!ect|lain)|(?:have |having |you(?:['’]ve"
    r"| have) |they have |previously )worked"
    r" (?:as|in|with|for)|background in|from a \w+ background|track record"
    r"|in an? (?:similar|comparable|supervisory|senior|management|care|caring) (?:role|position|setting|capacity"
    r"|environment))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:you(?:['’]ll|['’]ve| will| must| should| would| have| can)?|must|need|have|having|hold|with|looking for"
    r"|seeking|recruit\w*"
    r"|requir\w*|applicants?|candidates?|previous|prior|relevant|recent|similar|some|proven|good|demonstrat\w*"
    r"|evidence|necessary"
    r"|applications? from|someone|individuals?|people|person|(?:care|caring|nursing|healthcare|management"
    r"|supervisory|kitchen|cleaning))\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^\s*(?:of|in|with|within|as|at|working|caring|supporting|managing|gained|essential|required|needed|preferred"
    r"|desir\w+"
    r"|necessary|wanted|or (?:a )?qualif|[-–(:])",
    re.IGNORECASE,
)
# Experience that is nobody's qualification for the post, by the words right before it and right behind it.
_NOT_ASKED_BEFORE = re.compile(
    r"(?:\bthan\s+(?:\w+\s+)?|\bor (?:an? |the )?(?:equivalent|comparable|relevant)\s+|^work\s+|\b(?:gain|offer\w*"
    r"|provid\w*|for|unpaid)\s+work\s+|\b(?:depend\w*|based|according|subject|relative|commensurate)\b[^.;]{0,40}"
    r"|\b(?:life|lived|patients?['’]?s?|customer|resident"
    r"|service[\s-]user|user|visitor|dining|living|learning|positive|best|great|unique|rewarding|the|overall|quality of"
    r"|existing|current|over \d+ years['’]?(?: of)?|more than \w+ years['’]?(?: of)?|our|by|by an)\s+(?:\w+\s+)?"
    r"|\b(?:people|may|we|they|who|residents?|patients?)\s+|\b(?:gain|build|develop|broaden|increase|further|obtain"
    r"|enhance|widen|offer|provide|share|valuable"
    r"|get|bring|use|your skills and)\w*\s+(?:\w+\s+){0,4})$",
    re.IGNORECASE,
)
_NOT_ASKED_BEHIND = re.compile(
    r"^\s*(?:of (?:our|being|care for our|(?:the )?(?:people|patients|residents|service users) (?:we|who|in))"
    r"|(?:mental|homeless\w*|difficult\w*|crisis|high|a|an|and why|for (?:the|our|all|every|those|patients"
    r"|residents))\b)",
    re.IGNORECASE,
)
_YOURS = re.compile(r"^\s*(?:you (?:have|will|need|can)\b|team\b)", re.IGNORECASE)
_OF_STAFF = re.compile(
    r"^\s*(?:[\w-]+ ){0,3}(?:team|staff|managers?|colleagues|mentors?)\b(?! (?:leader|member)s?\b)",
    re.IGNORECASE,
)
_SURELY_ASKED = re.compile(
    r"\b(?:must|need|have|having|previous|prior|with|hold|essential|relevant|recent|proven|recruit|seeking"
    r"|looking for|applicants?"
    r"|candidates?|some|similar|ideally|minimum|at least|months?|yrs?|no)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_EXPERIENCED = re.compile(
    r"(?:^|\b(?:an?|for|seeking|recruit(?:ing)?|are|you(?:['’]re)?|as an|require|suitably|and|need|want|two|three"
    r"|more|\d|x)\s+)(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
_NONE_NEEDED = re.compile(
    r"\bno (?:(?:previous|prior|care|relevant|formal|caring|other)\s+){0,3}(?:experience|exp)\b(?! of)"
    r"|\bnew to (?:care|caring|the (?:care )?(?:sector|industry))\b|\bnever worked in (?:care|a)\b"
    r"|\bwhether (?:or not )?you have (?:\w+ )?experience"
    r"|\bwhether you(?:['’]re| are| have)\b[^.;]{0,60}\bexperienced?\b[^.;]{0,60}\bor\b|\bexperience (?:isn['’]t"
    r"|is not) everything\b|\b(?:either )?with or without (?:\w+ )?experience|\bexperienced? or (?:not|new"
    r"|inexperienced)\b|\bif you(?:['’]re| are) (?:not )?(?:in)?experienced or\b",
    re.IGNORECASE,
)
_MIGHT = re.compile(
    r"\byou (?:may|might|could) (?:already )?have\b[^.;]{0,30}$|\bwould welcome (?:applications from )?[^.;]{0,40}$",
    re.IGNORECASE,
)
_OTHER_PARTS = frozenset({Section.ABOUT, Section.BENEFITS, Section.APPLY, Section.TRAINING})
_ASKED_IN_ANY_PART = re.compile(
    r"\bmust have\b|\bno (?:previous )?experience\b|\byou (?:will need|should have)\b"
    r"|\b(?:candidates?|applicants?)\b[^.;]{0,20}\b(?:must|should|will(?: need to)?) (?:have|hold|be|possess)\b",
    re.IGNORECASE,
)
# A question or a condition invites; it counts where nothing plainer is said of experience.
_INVITES = re.compile(r"\?$|^(?:so )?(?:if|are|do|have|would|is) you\b", re.IGNORECASE)
_OR_ELSE = re.compile(r"\bor (?:if|just|even|simply|perhaps|maybe|someone)\b", re.IGNORECASE)
_REACH = 120


def read_experience(placed: Sequence[Placed]) -> Reading[Experience] | None:
    """Experience needed, with the months where a length is named; else welcome; else said not to be needed.

    Where sentences differ, the one that asks most counts, as the person would be held to it.
    """
    found = [(words, read_at(said, item.sentence)) for words, item in labelled(placed) for said in _asked(words, item)]
    plain = [reading for words, reading in found if reading.value.need is not Need.NEEDED or not _INVITES.search(words)]
    invited = [reading for words, reading in found if _INVITES.search(words) and not _OR_ELSE.search(words)]
    order = list(Need)
    return min(
        plain or invited, key=lambda reading: (order.index(reading.value.need), -reading.value.months), default=None
    )


def _asked(text: str, item: Placed) -> Iterator[Experience]:
    if item.section in _OTHER_PARTS and not _ASKED_IN_ANY_PART.search(text):
        return
    listed = listed_experience(text)
    if listed is not None:
        yield listed
        return
    denied = _NONE_NEEDED.search(text)
    if denied is not None and need_of(text, *denied.span()) is not Need.DESIRABLE:
        yield Experience(Need.NOT_NEEDED)
        return
    for found in _SAID.finditer(text):
        months = months_named(text, *found.span())
        if found[0].lower().startswith("in ") and not months:
            continue  # "a year in a similar role" is experience; a similar role alone is not
        need = _need(found, text, item)
        if need is not None and (months or _is_of_the_person(found, text, item)):
            yield Experience(need, months if need is not Need.NOT_NEEDED else 0)


_OF_A_THING = re.compile(r"\s+(?:of|with|using)\s+(?!care\b|caring\b|working\b|this\b|the\b)", re.IGNORECASE)


def _need(found: re.Match[str], text: str, item: Placed) -> Need | None:
    need = need_of(text, *found.span())
    if need is Need.NOT_NEEDED and _OF_A_THING.match(text, found.end()):
        return None  # "experience of syringe drivers is not required" says nothing of experience
    if item.section is Section.DESIRABLE and need is not Need.NOT_NEEDED:
        return Need.DESIRABLE
    if need is None and _MIGHT.search(text[: found.start()]):
        return Need.DESIRABLE
    return need if need is not None or item.is_heading else Need.NEEDED


def _is_of_the_person(found: re.Match[str], text: str, item: Placed) -> bool:
    """Whether experience is the applicant's, not that of the staff or the residents, nor what pay depends on."""
    before, behind = text[max(0, found.start() - _REACH) : found.start()], text[found.end() : found.end() + _REACH]
    is_noun = found[0].lower().endswith("experience")
    if _NOT_ASKED_BEFORE.search(before) or (_YOURS if is_noun else _OF_STAFF).search(behind):
        return False
    if is_noun and _NOT_ASKED_BEHIND.search(behind) and not _SURELY_ASKED.search(before):
        return False
    if found[0].lower() == "experienced":
        return bool(_EXPERIENCED.search(before))
    if found[0].lower() == "experiences":
        return False
    is_demand = item.section in {Section.ESSENTIAL, Section.DESIRABLE} or item.sentence.in_list
    return is_demand or bool(_ASKS.search(before) or _GOES_ON.search(behind) or need_of(text, *found.span()))
