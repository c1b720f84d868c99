"""Words for the people a CV speaks of: those somebody worked with, and those who are their own."""

import re

__all__ = ["CARED_FOR", "OTHERS", "PARTNER_OR_CHILD", "RELATIVE", "cares_for_relative", "speaks_of_relative"]

# Judgement: people somebody supports at work. Where they are spoken of, a condition is theirs.
OTHERS = (
    r"\b(?:people|persons?|adults?|individuals?|clients?|residents?|patients?|service[ -]users?|customers?|children|"
    r"young (?:people|persons?)|youths?|youngsters|teenagers?|pupils?|students?|tenants?|families"
    r"|(?:the )?elderly|older|"
    r"others|those|members|prisoners?|offenders|inmates|women|men|mothers|mums|veterans|refugees|asylum[ -]seekers|"
    r"migrants|claimants|colleagues|learners?|guests?|public|users?|victims|survivors|applicants|employees|someone|"
    r"somebody|participants|passengers|babies|infants|toddlers|boys|girls|gentleman|gentlemen|ladies|lady)\b"
)
_PARENTS = (
    r"mum(?:my)?|mam|mom|mother|dad(?:dy)?|father|parents?|step-?(?:mum|mother|dad|father)|nan(?:a"
    r"|ny|na)?|gran(?:ny|dma|"
    r"dmother|dad|dpa|dfather|dparents?)?|grand-?(?:mum|dad)|great[- ](?:aunt|uncle|grandmother"
    r"|grandfather)|auntie|aunty|"
    r"aunt|uncle|brother|sister|sibling|cousin|niece|nephew|neighbour|friend|godmother|godfather|"
    r"(?:mother|father|sister|brother|parents?)-in-law|in-laws|relatives?|family member|loved one|foster (?:mum|dad)"
)
PARTNER_OR_CHILD = (
    r"\b(?:husband|wife|partner|spouse|fianc[ée]e?|boyfriend|girlfriend|sons?|daughters?|child|children|kids?|baby|"
    r"grandsons?|granddaughters?|grandchild(?:ren)?|step-?(?:son|daughter)|ex-(?:husband|wife|partner))\b"
)
RELATIVE = rf"\b(?:{_PARENTS})\b|{PARTNER_OR_CHILD}"
CARED_FOR = (
    r"\b(?:look(?:ed|ing|s)? after|car(?:ed|ing|es|e) (?:for|of)|caring|carers?(?: role)? (?:for|to|of)|"
    r"carer|nurs(?:ed|ing)|support(?:ed|ing)?|help(?:ed|ing)?)\b"
)
# Up to five words may stand between: "my late elderly disabled", "both of my".
_CARES_FOR = re.compile(
    (
        rf"(?P<how>{CARED_FOR})(?P<between>(?:[\s,]{{1,3}}[\w'’-]{{1,30}}){{0,5}}?[\s,]{{1,3}})(?P<who>"
        rf"{RELATIVE})"
    ),
    re.IGNORECASE,
)
_OWN_CHILDREN = re.compile(
    (r"sons?|daughters?|child(?:ren)?|kids?|baby|grand(?:sons?|daughters?|child(?:ren)?)|step\S+"), re.IGNORECASE
)
# Said without "my".
_CALLED = re.compile(r"mum(?:my)?|mam|mom|dad(?:dy)?|nan\w*|gran\w*|grandad|auntie|aunty", re.IGNORECASE)
_THE_WIFE = re.compile(r"\bthe\s+(?:wife|husband|mother-in-law|father-in-law|mother|father)$", re.IGNORECASE)
_ANY_RELATIVE = re.compile(r"relatives?|family member|loved one|neighbour|friend|parent", re.IGNORECASE)
_MY = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_A = re.compile(r"\b(?:an?|one|elderly|disabled|older|family)\b", re.IGNORECASE)
_WEAK_CARE = re.compile(r"help|support", re.IGNORECASE)
_UNWELL = re.compile(
    r"\b(?:carers?|disab\w+|autis\w+|special|additional needs|unwell|ill\b|illness|condition|syndrome|palsy|epilep\w+|"
    r"dementia|complex needs|cancer|stroke|adhd)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    (
        r"\b(?:she|he|her|his|him|whom|one\s+of\s+(?:them|whom)|who\s+(?:has|had|is|was))\b|\b(?:my"
        rf"|our)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{RELATIVE})"
    ),
    re.IGNORECASE,
)
_SOMEBODY_ELSES = re.compile(
    (r"\b(?:clients?|residents?|patients?|their|other people|customers?|pupils?)\b"), re.IGNORECASE
)


def cares_for_relative(statement: str) -> tuple[int, int] | None:
    """Where a statement tells of caring for a relative or friend; None where it does not.

    Bringing up one's own children is family life and not told apart from it; caring for a child who is disabled or
    unwell is unpaid caring.
    """
    for found in _CARES_FOR.finditer(statement):
        if _SOMEBODY_ELSES.search(found["between"]) or not _is_own(found):
            continue
        if not _OWN_CHILDREN.fullmatch(found["who"]) or _UNWELL.search(statement):
            return found.span()
    return None


def speaks_of_relative(statement: str) -> bool:
    """Whether a statement, in a text that tells of caring, is about the same person ("She had a stroke")."""
    return _GOES_ON.search(statement) is not None and re.search(OTHERS, statement, re.IGNORECASE) is None


def _is_own(found: re.Match[str]) -> bool:
    """Whether a relative is one's own: "my mum", "nan", "an elderly relative"; not "helped parents"."""
    if _MY.search(found["between"]):
        return True
    if _WEAK_CARE.match(found["how"]):
        return False
    if _THE_WIFE.search(found["between"] + found["who"]):
        return True
    if _CALLED.fullmatch(found["who"]):
        return not re.search(r"\b(?:the|a|every)\s*$", found["between"], re.IGNORECASE)
    return bool(_ANY_RELATIVE.fullmatch(found["who"]) and _A.search(found["between"] + found["who"]))
