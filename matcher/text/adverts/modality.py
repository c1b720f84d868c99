"""Whether a sentence needs a thing, would like it, or does without it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from matcher.text.adverts.readings import Need

__all__ = ["need_of"]

_DESIRABLE = re.compile(
    r"\bdesir(?:able|ed)\b|\badvantage(?:ous)?\b|\bbeneficial\b|\ba (?:real |definite |big "
    r"|distinct )?(?:bonus|plus)\b"
    r"|\bprefer(?:red|able|ably|ence)?\b(?! (?:on|in|with|from|within|at)\b)|\bideal(?:ly)?\b(?! (?:candidate"
    r"|opportunity|role|job|applicant"
    r"|post|person))"
    r"|\bnice to have\b|\bwould be (?:an? )?(?:\w+ )?(?:great|good|useful|helpful|welcomed?|nice|lovely|ideal"
    r"|fantastic|brilliant|handy"
    r"|interest(?:ing)?|asset)\b"
    r"|\b(?:is|are) (?:useful|helpful|welcomed?|valued|an asset)\b|\boptional\b|\b(?:would|will|could"
    r"|may) (?:really |greatly |certainly )?help\b(?=\s*(?:$|[.,;)]|if\b))|\b(?:would be|is) (?:great|good|useful"
    r"|handy)\b|\bwould love\b(?! to)"
    r"|\bwould (?:ideally )?suit\b(?! \w+ \w* ?who\b)"
    r"|\balso (?:be )?(?:interested in|welcome)|\bpossibly\b"
    r"|\bif possible\b",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"\b(?:not|isn['’]?t|aren['’]?t|never)\s+(?:always |strictly |be |a |an |absolutely |necessarily ){0,2}"
    r"(?:essential|required|requirement|necessary|needed|mandatory|compulsory|important|a must|need(?:ed)?|necessity)\b"
    r"|\b(?:do|does|will|would)(?: not|n['’]?t) (?:need|require|have to|matter)\b|\bnot (?:always )?(?:needed"
    r"|necessary|required)\b|\b(?:don|doesn|won)['’]?t need\b"
    r"|\bnot need(?: to)?\b|\bno need for\b|\bunnecessary\b"
    r"|\bno\s+(?:[\w'’-]+\s+){0,5}(?:is |are )?(?:needed|required|necessary|essential)\b"
    r"|\b(?:even )?if you (?:have no|do not have|don['’]?t have|have never|haven['’]?t)\b"
    r"|\b(?:with or without|without any|regardless of)\b|\bno (?:previous |prior |care )*experience\?"
    r"|\bno experience\b(?! of)",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\bessential\b|\brequire(?:d|s|ment)?s?\b|\bmust\b|\bneeded\b|\b(?:you|we|they|candidates?"
    r"|applicants?|will|would|must|you['’]ll) (?:also )?need\b|\bneeds? (?:an?|your)\b|\bnecessary\b"
    r"|\bmandatory\b|\bneeds? to\b"
    r"|\bhave to\b|\bshould\b|\bexpected to\b|\bonly apply if\b|\ba prerequisite\b|\b(?:is|are) a must\b"
    r"|\bmust[\s-]have\b",
    re.IGNORECASE,
)
# "And ideally" speaks of what comes behind it, never of what stood before.
_POINTS_ON = re.compile(r"\b(?:and|or|plus|but)\s+(?:ideally|preferably)$", re.IGNORECASE)
# These say how much, and ask for it only where nothing else is said: "ideally a minimum of a year".
_HOW_MUCH = re.compile(r"\bmin(?:imum)?\b|\bat least\b", re.IGNORECASE)
_BREAK = re.compile(
    r";|\b(?:but|although|though|however|whilst|while|whereas)\b|\s[-–—]\s|,? (?:and|or) (?=(?:an?|own|the"
    r"|access|your|ideally|preferably) )|,\s+(?=(?:\w+ )?(?:experience|knowledge) (?:of|in|with|within|working)\b)",
    re.IGNORECASE,
)
# Behind these, what was said before does not hold on: "not essential, but a caring nature is".
_TURN = re.compile(r"\b(?:but|although|though|however|whilst|while|whereas)\b|;", re.IGNORECASE)
# Judgement: what is said of a thing stands behind it and close by ("a car is an advantage"), else before it.
_REACH = 140
# A semicolon ends it, unless the cue is all that follows ("NVQ 3; desirable").
_ENDS = re.compile(";")
_NEW_CLAUSE = 20
# "desirable but not essential": the second half only says the first again.
_SAID_AGAIN = 40


class _Cue(NamedTuple):
    start: int
    end: int
    need: Need
    is_weak: bool = False


def need_of(sentence: str, start: int, end: int) -> Need | None:
    """How a sentence asks for what stands at ``sentence[start:end]``; None where it does not say.

    A cue in the same clause counts, the nearest first; else the first behind it within reach; else the last before it.
    "Not essential" beside "desirable" is desirable.
    """
    cues = _cues_of(sentence)
    left, right = _clause(sentence, start, end)
    within = [cue for cue in cues if cue.start >= left and cue.end <= right]
    within = [cue for cue in within if not cue.is_weak] or within
    if within:
        return min(within, key=lambda cue: max(start - cue.end, cue.start - end, 0)).need
    stop = next((found.end() + _NEW_CLAUSE for found in _ENDS.finditer(sentence, end)), len(sentence))
    behind = [
        cue
        for cue in cues
        if end <= cue.start < min(end + _REACH, stop) and not _POINTS_ON.search(sentence, end, cue.end)
    ]
    turned = _TURN.search(sentence, max(0, left - 12), left)
    before = [] if turned else [cue for cue in cues if cue.end <= start]
    chosen = behind[:1] or before[-1:]
    return chosen[0].need if chosen else None


@lru_cache(maxsize=256)
def _cues_of(sentence: str) -> tuple[_Cue, ...]:
    """Kept for a while, as one sentence is asked about many things."""
    return tuple(_without_repeats(sorted(_cues(sentence))))


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    left = max((found.end() for found in _BREAK.finditer(sentence, 0, start)), default=0)
    right = next((found.start() for found in _BREAK.finditer(sentence, end)), len(sentence))
    return left, right


def _cues(sentence: str) -> Iterator[_Cue]:
    denied = [found.span() for found in _NOT_NEEDED.finditer(sentence)]
    for start, end in denied:
        yield _Cue(start, end, Need.NOT_NEEDED)
    for found in _DESIRABLE.finditer(sentence):
        yield _Cue(found.start(), found.end(), Need.DESIRABLE)
    for found in _NEEDED.finditer(sentence):
        if not any(start <= found.start() < end for start, end in denied):
            yield _Cue(found.start(), found.end(), Need.NEEDED)
    for found in _HOW_MUCH.finditer(sentence):
        yield _Cue(found.start(), found.end(), Need.NEEDED, is_weak=True)


def _without_repeats(cues: list[_Cue]) -> list[_Cue]:
    """Cues without a "not essential" that stands beside a "desirable"."""
    welcome = [cue for cue in cues if cue.need is Need.DESIRABLE]
    return [
        cue
        for cue in cues
        if cue.need is not Need.NOT_NEEDED
        or not any(cue.start - other.end < 3 * _SAID_AGAIN and other.start - cue.end < _SAID_AGAIN for other in welcome)
    ]
