"""The kind of contract that an advert offers."""

import re
from collections.abc import Sequence

from matcher.domain import Contract
from matcher.text.adverts.readings import Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.labels import labelled

__all__ = ["read_contract_words"]

_BANK_PLACE = r"(?! (?:holidays?|hols?\b|street|road|house|lane|account|details|statement|of\b))"
_SURE = (
    (Contract.APPRENTICESHIP, r"\bapprentice(?:ship)?s?\b(?! (?:levy|scheme|opportunit|qualification))"),
    (Contract.ZERO_HOURS, r"\b(?:zero|0|nil)[\s-]*hours?\b"),
    (
        Contract.BANK,
        (
            rf"(?:^|[-–(,/|:]\s*|\bour )bank\b{_BANK_PLACE}(?! members)|\bbank (?:staff|worker|post|position|role"
            rf"|contract"
            rf"|shifts|basis|care|health|hca|support|nurs|porter|domestic|hotel|pts)"
            r"|\bjoin (?:the|our) (?:\w+ ){0,3}bank\b|\b(?:staff|trust|talent|nhsp?) bank\b|\b(?:casual|relief"
            r"|as and when)\b(?! (?:dress|wear|from|of))(?<!pain relief)|\bbank (?:only|or)\b|\b(?:through"
            r"|via) (?:the|our) bank\b"
        ),
    ),
    (
        Contract.FIXED_TERM,
        (
            r"\bfixed[\s-]*term\b|\bftc\b|\btemporary (?:post|position|role|contract|basis|vacanc|opportunit"
            r"|placement|cover"
            r"|for)|\b(?:maternity|secondment) (?:cover|leave cover)|\bsecondment\b(?! (?:opportunities|will))"
            r"|\btemporary\b(?=\s*(?:[-–(]|$|\d|for \d))|\b(?:roles?|posts?|positions?|contract|needed"
            r"|required)\b[^.]{0,40}\bfor (?:roughly |approx\w* |about |around |up to |an initial )?\d{1,2} months\b"
            r"|\bcover(?:ing)? (?:for )?(?:a period of )?(?:maternity|sick\w*|long[\s-]term) (?:leave|absence)"
            r"|\b(?:contract|post|role) (?:will |is due to )?(?:ends?|runs? until|until|finish\w*)\b"
            r"|\b\d{1,2}[\s-]months?['’]? (?:contract|post|temporary|secondment)|\buntil (?:the )?\d{1,2}(?:st|nd"
            r"|rd|th)? \w+ 20\d\d\b(?=[^.]{0,40}\bpost)"
        ),
    ),
    (
        Contract.PERMANENT,
        (
            r"\bpermanent\b(?! (?:members?|staff|team|address|residen|health|plac|home|colleagues|employees"
            r"|workforce|night|day|care team))|\bsubstantive\b|\bperm\b"
        ),
    ),
)
_FINDERS = tuple((contract, re.compile(words, re.IGNORECASE)) for contract, words in _SURE)
_LABEL = re.compile(
    r"^\s*(?:contract(?: type)?|job type|type of contract|employment type|position type|basis)\s*[:\-–]", re.IGNORECASE
)
_NOT_THIS_POST = re.compile(
    r"\b(?:also available|if preferred|as our permanent|could lead to|leading to|lead to a permanent|become permanent"
    r"|opportunity to apply|previously|former|if you are (?:a|an) (?:current )?bank|bank holidays?)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:post|posts|position|positions|role|roles|contract|vacanc\w*|basis|opportunit\w*|join|recruit\w*"
    r"|seeking|looking for|hours|time|bank|cover)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|non|isn['’]t|don['’]t (?:use|do|offer))[\s-]+(?:a |an |any )?$", re.IGNORECASE
)
_ANY_BANK = r"bank|relief|casual"
_OTHERS = r"permanent|perm|temporary|temp|fixed[\s-]term|zero[\s-]hours?|guaranteed"
_AND = r"(?: \w+)?\s*(?:/|,|or|and|to|&)\s*(?:a |our )?(?:(?:nights?|days?|on a|full[\s-]time|part[\s-]time) )?"
_SIDE_BY_SIDE = re.compile(
    rf"\b(?:{_OTHERS}){_AND}(?:{_OTHERS}|{_ANY_BANK})\b|\b(?:{_ANY_BANK}){_AND}(?:{_OTHERS})\b"
    r"|\b(?:full|part)[\s-]time\b[^.]{0,30}(?:/|,|or|and)\s*bank\b",
    re.IGNORECASE,
)
_SHORT_LINE = 60


def read_contract_words(placed: Sequence[Placed], title: str) -> Reading[Contract] | None:
    """The contract that the title, a label or a sentence about the post names, in that order."""
    for item in placed:
        if item.sentence.text == title:
            contract = _named(title, is_title=True)
            if contract:
                return read_at(contract, item.sentence)
    forms = [item for item in placed if _LABEL.match(item.sentence.text)]
    others = [item for item in placed if item.section not in {Section.ABOUT, Section.BENEFITS, Section.TRAINING}]
    for words, item in (*labelled(forms), *labelled(others)):
        contract = _named(words) if _is_of_the_post(words) else None
        if contract and not (contract is Contract.APPRENTICESHIP and not _is_offered(words)):
            return read_at(contract, item.sentence)
    return None


def _is_of_the_post(text: str) -> bool:
    """Whether a line is about the post on offer; a short one has room for nothing else."""
    return bool(len(text) <= _SHORT_LINE or _OFFERS.search(text)) and not _NOT_THIS_POST.search(text)


def _named(text: str, *, is_title: bool = False) -> Contract | None:
    """The contract a text names first; a title names the surest."""
    found = [
        (match.start(), contract)
        for contract, finder in _FINDERS
        if (match := finder.search(text)) and not _DENIED.search(text[: match.start()])
    ]
    if not found or (not is_title and _is_choice(text, {contract for _, contract in found})):
        return None
    return found[0][1] if is_title else min(found)[1]


def _is_choice(text: str, contracts: set[Contract]) -> bool:
    """Whether several kinds are on offer side by side, so that the advert names none of them."""
    if contracts <= {Contract.BANK, Contract.ZERO_HOURS} and len(contracts) > 1:
        return False
    return len(contracts) > 1 or bool(_SIDE_BY_SIDE.search(text))


def _is_offered(text: str) -> bool:
    """Whether an apprenticeship is the post, not what the person has done or may do later."""
    return bool(
        re.search(
            r"\bapprentice(?:ship)? (?:post|position|role|vacanc|programme)|\b(?:an?|our|new"
            r"|multiple) (?:\w+ ){0,3}apprentices?\b(?!ship)",
            text,
            re.IGNORECASE,
        )
    ) and not re.search(r"\bcompleted|\bhold|\bqualified|\bor (?:a |an )?apprentice", text, re.IGNORECASE)
