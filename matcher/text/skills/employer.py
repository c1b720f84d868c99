"""Qualities that an advert claims for the employer, or thanks people for, and asks of nobody."""

import re

__all__ = ["is_of_the_employer"]

# Judgement: groups of skills that employers say of themselves. "We give medicines" asks for the skill all the same.
_GROUPS = frozenset(["values", "working-with-others"])
_REACH = 60
# "We", "our" or a word of thanks before it, and between them nobody who is looked for, and no "you".
_OF_US = re.compile(
    r".*\b(?P<us>we|we're|we've|our|in return for (?:your|their))\b(?P<between>[^.;!?\n]{0,45})$", re.DOTALL
)
_OF_THEM = re.compile(
    r"\b(?:look|looking|seek|seeking|need|want|require|recruit|recruiting|expect|ask|you|your|you'll|hear|invite|"
    r"welcome applications|appoint|hire|someone|people who|individuals|candidates?|carers?|applicants?|"
    r"values?|team are|treat|respect|residents|patients)\b"
)


def is_of_the_employer(text: str, start: int, group: str) -> bool:
    """Whether a skill of this group, met at this place, is the employer's own ("we are a caring team")."""
    if group not in _GROUPS:
        return False
    before = text[max(0, start - _REACH) : start].lower().replace("’", "'")
    found = _OF_US.search(before)
    if found is None:
        return False
    is_thanks = found["us"].startswith("in return")
    return is_thanks or _OF_THEM.search(found["between"]) is None
