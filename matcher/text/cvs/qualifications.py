"""Qualifications and registrations that a CV says somebody has, however their words are ordered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.draft import Item
from matcher.text.cvs.sections import Line, Section
from matcher.text.words.phrases import BREAK, PhraseIndex, find_phrases, index_phrases, read_words

__all__ = ["find_qualifications", "find_registrations"]

_LEARNT = frozenset({Section.EDUCATION})
# Words that say a qualification is meant, outside the part of a CV about education.
_SAYS_SO = re.compile(
    r"\b(?:nvq|btec|gcses?|a[\s-]levels?|diploma|certificates?|certified|degree|b\.?sc|ba\s|hnd"
    r"|hnc|level\s+(?:\d|one|two|three|four|five)|"
    r"qualified|qualifications?|award|licen[cs]e|apprenticeship|qcf|rqf|city\s+(?:and|&)\s+guilds"
    r"|care\s+certificate|trained|training|course|l[2-5]\b)",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:working\s+towards?|studying|in\s+progress|currently\s+(?:doing|studying|completing"
    r"|undertaking)|ongoing|expected|due\s+to\s+complete|"
    r"enrolled|part[\s-]way|to\s+be\s+completed|starting|hope\s+to|would\s+like|want\s+to"
    r"|willing\s+to|plan(?:ning)?\s+to|not\s+(?:yet\s+)?completed|incomplete|did\s+not\s+finish"
    r"|failed)\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    (r"\b(?:no|not|without|never|lapsed|expired|formerly|previously|used\s+to\s+be)\b[^.;\n]{0,40}$"), re.IGNORECASE
)
_NONE = re.compile(
    r"\b(?:no|not|never|without|don['’]?t|didn['’]?t|haven['’]?t|lapsed|revoked|suspended)\b", re.IGNORECASE
)
_YET = re.compile(r"\b(?:but|only|not\s+yet|not\s+(?:just|needed))\b", re.IGNORECASE)
_FILLER_WORDS = (
    "in the of for a an and at on to with i qcf rqf city guild edexcel ocr aqa distinction merit "
    "pass ncfe pearson vrq from by"
)
_FILLERS = frozenset(_FILLER_WORDS.split())
# Names of nothing but these say a level and no subject: they are met only where no subject stands beside them.
_GENERAL_WORDS = (
    "nvq svq level btec diploma certificate award qualification national extended first degree gc"
    "se gnvq 1 2 3 4 5 6 7 hnd hnc "
    "advanced intermediate foundation entry"
)
_GENERAL = frozenset(_GENERAL_WORDS.split())
_NO_SUBJECT = re.compile(
    r"\d{4}|january|february|march|april|june|july|august|september|october|november|december|college"
    r"|school|\d\d?"
)
_OTHER_LEVELS = re.compile(r"\b(?:nvq\s*(?:level\s*)?|level\s*|l)(?P<level>[1-5])\b", re.IGNORECASE)
# A filler stays where leaving it out would leave less than this.
_FEWEST_WORDS = 2
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ii": "2", "iii": "3"}
_SPLIT = re.compile(
    r"[;•|\t▪●◦\n]|,\s|(?<!\bA)(?<!\.[A-Z])\.\s|\s[-–—]\s|[ ]{3}|\s\+\s|\s(?:and|plus"
    r"|as\s+well\s+as)\s(?:an?|my|also|the)\s|\splus\s"
)
_LONGEST_PIECE = 16
_SURE, _LIKELY = 0.9, 0.7
_BACHELOR = re.compile(r"\bbachelor['’]?s?\s+(?:degree\s+)?(?:of|in)\s+(?P<science>science)?(?:arts)?", re.IGNORECASE)
_LETTER_LEVEL = re.compile(r"\b(A|AS|O|T)[\s-]?levels?\b", re.IGNORECASE)
_INITIALS = re.compile(r"\b([BM])\.\s?(Ed|Sc|A|N|Eng|Com|Tech)\b\.?", re.IGNORECASE)
_MOST_IN_PIECE = 3
_LAPSED = re.compile(r"\W{0,3}(?:lapsed|expired|not\s+renewed|no\s+longer|until\s+(?:19|20)\d\d)", re.IGNORECASE)
_TOWARDS = re.compile(
    (
        r"\b(?:preparing|working\s+towards?|towards?|gain(?:ing)?|appl\w+|eligible|hop(?:e|ing)|studying"
        r"|waiting|awaiting|pursuing|before)\b[^.;\n]{0,60}$"
    ),
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(nvq|btec|level|lvl|l|entry)(\d)$")
_LOW_GRADE = re.compile(
    (r"(?:english|maths?|mathematics)\b[^A-Za-z0-9\n]{0,4}(?:grade\s+)?(?:[D-GU]|[1-3])\b(?![:/\d])"), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Names:
    """Each name as the set of its telling words, with the qualification it leads to."""

    names: tuple[tuple[frozenset[str], str], ...]
    by_word: dict[str, tuple[int, ...]]


def find_qualifications(text: str, shown: str, lines: list[Line], taxonomy: Taxonomy) -> list[Item]:
    """Qualifications, each once.

    A name is met where a piece of a line holds all of its telling words in any order ("Health & Social Care NVQ Level
    2" is the NVQ level 2 in health and social care); of several the one with most words. What is being studied for or
    planned is found with a note, and not ticked.
    """
    names = _qualification_names(taxonomy)
    items: dict[str, Item] = {}
    for line in lines:
        if line.is_heading or line.section is Section.PROTECTED:
            continue
        is_learnt = line.section in _LEARNT
        for start, end in _pieces(text, line):
            piece = text[start:end]
            if (not is_learnt and not _SAYS_SO.search(piece)) or _is_denied(piece):
                continue
            for found in _all(piece, names, is_learnt=is_learnt):
                if found in taxonomy.qualifications and not (found.startswith("gcse") and _LOW_GRADE.search(piece)):
                    item = _item(found, start, end, line, shown, taxonomy)
                    items.setdefault(item.key, item)
    return _but_general(list(items.values()))


def _is_denied(piece: str) -> bool:
    """Whether a piece says that what it names is not held; "no NVQs, only GCSE English" names one that is."""
    return bool(_NONE.search(piece)) and not _YET.search(piece)


def find_registrations(text: str, shown: str, lines: list[Line], taxonomy: Taxonomy) -> list[Item]:
    """Registrations with a professional body, each once; abbreviations count in capitals, denied ones not at all."""
    items: dict[str, Item] = {}
    spans = [(line.start, line.end) for line in lines if line.section is not Section.PROTECTED]
    for first, last in spans:
        for phrase in find_phrases(read_words(text[first:last]), _registration_names(taxonomy)):
            start, end = first + phrase.start, first + phrase.end
            written = text[start:end]
            is_abbreviation = len(written) <= 5 and " " not in written
            if (is_abbreviation and not written.isupper()) or _NOT_HELD.search(text[first:start]):
                continue
            if _LAPSED.match(text, end):
                continue
            item = _registration(
                phrase.leads_to, start, end, shown, taxonomy, is_ahead=bool(_TOWARDS.search(text[first:start]))
            )
            items.setdefault(item.key, item)
    return list(items.values())


def _registration(term: str, start: int, end: int, shown: str, taxonomy: Taxonomy, *, is_ahead: bool) -> Item:
    label = taxonomy.registrations[term].label
    note = "not held yet" if is_ahead else ""
    return Item(f"registration:{term}", term, label, start, end, shown[start:end], _LIKELY, not is_ahead, note)


def _pieces(text: str, line: Line) -> Iterator[tuple[int, int]]:
    at, n_cuts = line.start, 0
    for found in _SPLIT.finditer(text, line.start, line.end):
        yield from _piece(text, at, found.start())
        at = found.end()
        n_cuts += 1
    yield from _piece(text, at, line.end)
    if n_cuts == 1:  # "NVQ level 3, health and social care"
        yield from _piece(text, line.start, line.end)


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip() and len(words.split()) <= _LONGEST_PIECE:
        start += len(words) - len(words.lstrip())
        yield start, start + len(words.strip())


def _all(piece: str, names: _Names, *, is_learnt: bool) -> Iterator[str]:
    """The names in a piece, fullest first; each takes its words, so that one piece may hold several."""
    words = _telling_words(piece)
    for _ in range(_MOST_IN_PIECE):
        best = _best(words, names, is_learnt=is_learnt)
        if best is None:
            break
        words -= best[0]
        yield best[1]
    else:
        return
    if len(words) == len(_telling_words(piece)):
        level = _OTHER_LEVELS.search(piece)
        if level:
            yield f"level-{level['level']}-other"


def _best(words: frozenset[str], names: _Names, *, is_learnt: bool) -> tuple[frozenset[str], str] | None:
    numbers = {n for word in words for n in names.by_word.get(word, ())}
    fitting = [names.names[n] for n in numbers if names.names[n][0] <= words]
    fitting = [
        name
        for name in fitting
        if (is_learnt or len(name[0]) >= _FEWEST_WORDS or _SAYS_SO.search(" ".join(name[0])))
        and not (name[0] <= _GENERAL and _has_subject(words - name[0]))
    ]
    return min(fitting, key=lambda name: (-len(name[0]), name[1]), default=None)


def _has_subject(words: frozenset[str]) -> bool:
    return any(not _NO_SUBJECT.fullmatch(word) and word not in _GENERAL for word in words)


def _telling_words(words: str) -> frozenset[str]:
    words = _INITIALS.sub(r"\1\2", _LETTER_LEVEL.sub(r"\1level", words))
    plain = _BACHELOR.sub(lambda found: "BSc" if found["science"] else "BA", words)
    folded = [word.folded for word in read_words(plain) if word.folded != BREAK]
    spread = [part for word in folded for part in _unglued(word)]
    telling = frozenset(word for word in spread if word not in _FILLERS)
    return telling if len(telling) >= _FEWEST_WORDS else frozenset(spread)


def _unglued(word: str) -> tuple[str, ...]:
    """Numbers apart and in figures: "nvq2" is two words, "l3" is level 3, "two" is 2."""
    found = _GLUED.match(word)
    if found:
        first = "level" if found[1] in {"l", "lvl", "level"} else found[1]
        return (first, found[2])
    return (_NUMBERS.get(word, {"lvl": "level", "mathematic": "math"}.get(word, word)),)


@lru_cache(maxsize=4)
def _qualification_names(taxonomy: Taxonomy) -> _Names:
    pairs: dict[frozenset[str], str] = {}
    index = taxonomy.other_names.get("qualifications")
    for name, leads_to in (index.names if index else {}).items():
        pairs.setdefault(_telling_words(name), leads_to)
    names = tuple((words, leads_to) for words, leads_to in pairs.items() if words)
    by_word: dict[str, tuple[int, ...]] = {}
    for n, (words, _) in enumerate(names):
        rarest = max(words, key=len)
        by_word[rarest] = (*by_word.get(rarest, ()), n)
    return _Names(names, by_word)


@lru_cache(maxsize=4)
def _registration_names(taxonomy: Taxonomy) -> PhraseIndex:
    index = taxonomy.other_names.get("registrations")
    names = index.names if index else {}
    return index_phrases((tuple(word.folded for word in read_words(name)), term) for name, term in names.items())


def _item(found: str, start: int, end: int, line: Line, shown: str, taxonomy: Taxonomy) -> Item:
    is_under_way = _UNDER_WAY.search(line.text) is not None
    is_learnt = line.section in _LEARNT
    return Item(
        key=f"qualification:{found}",
        id=found,
        label=taxonomy.qualifications[found].label,
        start=start,
        end=end,
        quote=shown[start:end],
        confidence=_SURE if is_learnt else _LIKELY,
        is_ticked=not is_under_way,
        note="being studied for, planned or not finished" if is_under_way else "",
    )


def _but_general(items: list[Item]) -> list[Item]:
    """Without "other level 2" where the same stretch of text names a qualification of its own."""
    special = [item for item in items if not item.id.endswith("-other")]
    return [
        item
        for item in items
        if not item.id.endswith("-other")
        or not any(item.start < other.end and other.start < item.end for other in special)
    ]
