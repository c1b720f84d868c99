"""Lines of a CV cut into pieces, and the piece that is a job title told from the piece that is an employer."""

import re
from dataclasses import dataclass
from functools import lru_cache

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.protected import COVER
from matcher.text.cvs.sectors import industry_of
from matcher.text.cvs.title_words import has_title_word
from matcher.text.titles.naming import link_title

__all__ = [
    "Piece",
    "best_employer",
    "best_title",
    "cut_pieces",
    "is_prose",
    "is_wish",
    "looks_like_learning",
    "title_worth",
]

_SEPARATORS = re.compile(
    r"\s*(?:[|•·▪●◦/;:\t]|[ ]{3,}|(?<=\w)[,.]\s|\s[-–—~]+\s|[-–—]$|^[-–—*•▪●◦·>o]\s|[()\[\]]"
    rf"|{COVER}+)\s*"
)
_AT = re.compile(
    (
        r"\s+(?:at|for|with|@)\s+(?=(?:the|a|an|my)?\s*\w)|\s*@\s*|,?\s+(?:employed by|working for"
        r"|in)\s+(?=(?:the |a |an )?[A-Z])"
    ),
    re.IGNORECASE,
)
_LABELS = (
    (
        "title",
        (
            r"(?:job|role|post|position)(?:\s+title)?(?:\s+held)?|title"
            r"|occupation(?:\s+or\s+position\s+held)?|position\s+held|designation"
        ),
    ),
    (
        "employer",
        (
            r"(?:name\s+(?:and\s+address\s+)?of\s+)?(?:the\s+)?(?:employer|company|organi[sz]ation"
            r"|business)(?:['’]s)?(?:\s+name)?(?:\s+and\s+address)?|employed\s+by|workplace"
        ),
    ),
    (
        "dates",
        (
            r"dates?(?:\s+(?:of\s+employment|employed|from|worked))?|from|period|start(?:\s+date)?"
            r"|duration|when|employment\s+dates|date\s+from"
        ),
    ),
    (
        "other",
        (
            r"(?:main\s+)?(?:activities(?:\s+and\s+responsibilities)?|responsibilities"
            r"|duties(?:\s+include[d]?)?|type\s+of\s+business(?:\s+or\s+sector)?|business\s+or\s+sector"
            r"|reason\s+for\s+leaving|salary|location|to|end(?:\s+date)?|until|achievements|summary|tasks)"
        ),
    ),
)
_COMPILED_LABELS = tuple(
    (role, re.compile((rf"^\W{{0,3}}(?:{words})\s{{0,4}}(?:[:\t]|[-–]\s|[ ]{{2,}}|$)\s{{0,8}}"), re.IGNORECASE))
    for role, words in _LABELS
)
_LEARNING = re.compile(
    r"\b(?:nvq|btec|gcses?|a[\s-]levels?|o[\s-]levels?|diploma|certificates?|degree|b\.?sc|b\.?a\b"
    r"|m\.?sc|hnd|hnc|level\s+(?:\d|one|two|three|four|five)|"
    r"city\s+(?:and|&)\s+guilds|qcf|rqf|foundation\s+course|course|studied|studying|graduat\w+"
    r"|apprenticeship\s+in|baccalaureate|matric|"
    r"phd|pgce|esol|functional\s+skills|award\s+in|qualification|student\s+at|pupil"
    r"|secondary\s+education|university\s+of)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    (r"\b(?:I|my|me|was|were|am|is|are|have|had|has|been|which|where|that|also|because|when)\b"), re.IGNORECASE
)
_PLACE_OF_LEARNING = re.compile(r"\b(?:school|college|university|academy|institute)\b", re.IGNORECASE)
# Words about the terms of a job, which are neither its title nor its employer.
_TERMS = re.compile(
    r"(?:(?:full|part)[\s-]?time|temporary|permanent|seasonal|casual|contract|fixed[\s-]term|bank"
    r"|agency|zero[\s-]hours?|saturdays?|sundays?|weekends?|"
    r"evenings?|nights?|days|mornings?|voluntary|unpaid|paid|maternity\s+cover|temp|remote|various"
    r"|uk|england|self[\s-]employed\s+basis|"
    r"\d+\s*(?:hours?|hrs).*|approx.*|dates?|position|employer|job\s+title|company|from|to|role|title|duties)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 9
_LONGEST_EMPLOYER = 9
_LONGEST_LINE = 14
_WISH = re.compile(
    r"\b(?:looking\s+for|looking\s+to|seeking|would\s+(?:like|love)|want(?:ing)?|hop(?:e|ing)"
    r"|interested\s+in|apply(?:ing)?|aim(?:ing)?|aspir\w+|ideal|dream|"
    r"become|becoming|next\s+(?:role|step)|future|goal|keen\s+to|wish|consider\w*|move\s+into"
    r"|moving\s+into|progress|no\s+experience|never|like\s+to|training\s+to|career\s+in)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^\W*(?:responsible|duties|duty(?!\s+(?:manager|officer|solicitor|worker))|includ\w+"
    r"|assist(?:ed|ing)|support(?:ed|ing)|help(?:ed|ing)"
    r"|serv(?:ed|ing)|provid(?:ed|ing)|manag(?:ed|ing)|"
    r"clean(?:ed|ing)\s|prepar(?:ed|ing)|work(?:ed|ing)\s+(?:with|as\s+part|alongside|closely"
    r"|in\s+a\s+team|under|to)|handl(?:ed|ing)|"
    r"deal(?:t|ing)|mak(?:ing|e)|made|ensur\w+|carr(?:ied|ying)|answer(?:ed|ing)|supervis(?:ed"
    r"|ing)|train(?:ed|ing)\s+(?:new|staff|other|\d)|maintain\w+|"
    r"deliver(?:ed|ing)|complet(?:ed|ing)|communicat\w+|organis(?:ed|ing)|plan(?:ned|ning)"
    r"|monitor\w+|record\w+|record(?:ed|ing)|using|used|took|taking|keeping|kept|led|ran|running"
    r"|liais\w+|perform\w+|operat(?:ed|ing)|stock(?:ed|ing)|giv(?:ing|en)|gave|report(?:ed|ing)"
    r"|promot(?:ed|ing)|attend(?:ed|ing)|won|achieved)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, ``text[start:end]``; `role` is what a label says it is, or empty."""

    text: str
    start: int
    end: int
    role: str = ""


def cut_pieces(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> list[Piece]:
    """The pieces of ``text[start:end]`` between separators and outside the gaps (where dates stand).

    "Care assistant at Tesco" is two pieces. A label ("Employer:") is taken off and remembered.
    """
    pieces: list[Piece] = []
    at = start
    role = ""
    for first, last in [*sorted(gaps), (end, end)]:
        if at < first:
            labelled, role = _labelled(text, at, min(first, end), role)
            pieces += labelled
        at = max(at, last)
    return pieces


def _labelled(text: str, start: int, end: int, role: str) -> tuple[list[Piece], str]:
    for name, pattern in _COMPILED_LABELS:
        found = pattern.match(text[start:end])
        if found:
            start, role = start + found.end(), name
            break
    pieces = [Piece(text[a:b], a, b, role or _aside(text, start, a)) for a, b in _spans(text, start, end)]
    return pieces, role


def _aside(text: str, start: int, at: int) -> str:
    """``aside`` for what stands in brackets."""
    return "aside" if text[start:at].rstrip().endswith("(") else ""


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = sorted(
        {found.span() for pattern in (_SEPARATORS, _AT) for found in pattern.finditer(text[start:end]) if found.group()}
    )
    spans, at = [], start
    for first, last in [*cuts, (end - start, end - start)]:
        span = _trimmed(text, at, start + first)
        if span[0] < span[1] and not _TERMS.fullmatch(text[slice(*span)]):
            spans.append(span)
        at = max(at, start + last)
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without spaces and marks at either end, and without a "the" or "from" that led to a date."""
    words = text[start:end]
    bare = re.sub(
        (r"[\s\W]*(?:\b(?:from|since|between|for|the|a|an|until|and|in)\b[\s\W]*)?$"), "", words, flags=re.IGNORECASE
    )
    skipped = re.match(r"[\s\W]*(?:(?:the|a|an|my|and|from|as)\b\s*)?", bare, re.IGNORECASE)
    lead = skipped.end() if skipped else 0
    return (start + lead, start + len(bare)) if lead < len(bare) else (start, start)


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or a duty, not a heading of a job."""
    words = line.split()
    if len(words) > _LONGEST_LINE or _DUTY.match(line):
        return True
    first = words[0].lower().strip("-•*") if words else ""
    if len(words) > 3 and first.endswith(("ing", "ed")) and not has_title_word(" ".join(words[:4])):
        return True
    return len(words) > 4 and (line.endswith((".", ",")) or len(_SENTENCE.findall(line)) > 1)


def is_wish(words: str) -> bool:
    """Whether some words speak of work that is wished for or was never done."""
    return _WISH.search(words) is not None


def looks_like_learning(words: str) -> bool:
    """Whether some words name a course or a qualification rather than work."""
    return _LEARNING.search(words) is not None


def title_worth(piece: Piece, taxonomy: Taxonomy) -> int:
    """How much a piece is like a job title: 0 not at all, 1 to 6."""
    n_words = len(piece.text.split())
    if n_words > _LONGEST_TITLE or piece.role in {"employer", "dates", "other"} or looks_like_learning(piece.text):
        return 0
    worth = 2 * int(_links(piece.text, taxonomy)) + 2 * int(has_title_word(piece.text))
    if piece.role == "title":
        return worth + 2
    if worth and _PLACE_OF_LEARNING.search(piece.text) and not has_title_word(piece.text):
        return 0
    return worth


def best_title(pieces: list[Piece], taxonomy: Taxonomy) -> Piece | None:
    """The piece most like a title; of equal ones the first."""
    worths = [title_worth(piece, taxonomy) for piece in pieces]
    best = max(worths, default=0)
    return pieces[worths.index(best)] if best else None


def best_employer(pieces: list[Piece], title: Piece | None, taxonomy: Taxonomy) -> Piece | None:
    """The piece most like an employer: labelled, of a known kind, else the first that begins with a capital."""
    others = [
        piece
        for piece in pieces
        if piece is not title
        and piece.role not in {"dates", "other", "title"}
        and len(piece.text.split()) <= _LONGEST_EMPLOYER
        and any(character.isalpha() for character in piece.text)
    ]
    for wanted in (
        lambda piece: piece.role == "employer",
        lambda piece: industry_of(piece.text) and piece.text[0].isupper() and piece.role != "aside",
        lambda piece: industry_of(piece.text),
        lambda piece: piece.text[0].isupper() and piece.role != "aside" and title_worth(piece, taxonomy) < 4,
    ):
        found = next((piece for piece in others if wanted(piece)), None)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def _links(words: str, taxonomy: Taxonomy) -> bool:
    return link_title(words, taxonomy) is not None
