"""Words that deny a skill, call it welcome, or promise to teach it, and how far they reach."""

import re
from dataclasses import dataclass

from matcher.text.skills.cue_patterns import PATTERNS

__all__ = ["CONTRAST", "Cue", "find_cues", "resumes", "starts_anew"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at ``start:end`` of its clause; `kind` is deny, desirable or taught; `ahead`: it speaks of what follows.

    `beside`: it speaks only of what it touches, as a bracket does.
    """

    start: int
    end: int
    kind: str
    ahead: bool
    beside: bool = False


_CUES = tuple((kind, where, re.compile(pattern)) for kind, where, pattern in PATTERNS)


# Where a sentence turns: what is said before it is not said of what follows.
CONTRAST = re.compile(
    r"(?:,|(?<!\s)\s)\s*"
    r"(?:but also|but|however|although|though|whereas|whilst|while|yet|on the other hand|even so|instead)\b"
    r"(?!,? (?:not|isn'?t|aren'?t|is not|are not|this is not|it is not|it'?s not|"
    r"desirable|useful|helpful|advantageous|by no means|would be)\b)"
)
_RESUMES = re.compile(
    r"\b(?:must|essential|required|i (?:have|am|can|do|did|also|love|enjoy|was|worked|looked|helped|gave)|i'm|i've|"
    r"you(?:'ll| will| must| should| need)|we (?:need|require|expect|are looking)|as long as|provided you|just|"
    r"because|since|so (?:you|i)|as (?:you|we|i|full|training))\b|"
    r"(?:,|\band)\s*(?:very |really |fully |always )?(?:confident|good|happy|experienced|able|strong|excellent|plenty|"
    r"lots|comfortable|fine|great|willing|keen|trained|used to)\b"
)
_ANEW = re.compile(
    r"(?:,|\band|\bas well as)\s+(?:(?:any|some|previous|prior|an?|your|relevant|good|further|having|our|recent)\s+)*"
    r"(?:experience|knowledge|understanding|qualification|nvq|background|driving|car|willingness|ability|full|"
    r"training)\b|"
    r"\b(?:must|essential|required|needed|you will|you'll|i have|i am)\b"
)
_ASKED = re.compile(r"\b(?:must|essential|required|needed)\b")
_OPENING = re.compile(r"^[\s,]*(?:you(?:'ll|'d| will| should| would| must)?|i(?:'m| am| have)?)\b")
_SAYS = re.compile(
    r"\b(?:will|must|need|needs|required|essential|should|provide|are|have|is|be|offer|support|assist)\b"
)
_LEADS_ON = re.compile(
    r"(?: (?:skills?|experience|criteria|qualifications?|requirements?|attributes))*"
    r"\s*(?::|–|-\s|if\b|that\b|to have\b)"
)


def find_cues(clause: str) -> list[Cue]:
    """The cues of one clause in lower case, in its order, none overlapping another (earlier patterns first)."""
    taken: list[tuple[int, int]] = []
    cues = []
    for kind, where, pattern in _CUES:
        for found in pattern.finditer(clause):
            start, end = found.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if kind != "none":
                cues.append(Cue(start, end, kind, _looks_ahead(where, clause, start, end), where == "beside"))
    return sorted(cues, key=lambda cue: cue.start)


def _looks_ahead(where: str, clause: str, start: int, end: int) -> bool:
    """Whether a cue that can look either way speaks of what follows: it opens its clause, or a colon or "if" does."""
    if where != "either":
        return where == "ahead"
    return not re.search(r"\w", clause[:start]) or _LEADS_ON.match(clause[end:]) is not None


def resumes(between: str) -> bool:
    """Whether something is stated anew between a cue and what follows it; "ideally you will" states nothing yet."""
    return _RESUMES.search(_OPENING.sub("", between, count=1)) is not None


def starts_anew(before: str, between: str) -> bool:
    """Whether a new part of the sentence begins between what comes first and a cue that follows it."""
    return _ASKED.search(between) is not None or (
        _ANEW.search(between) is not None and _SAYS.search(before) is not None
    )
