"""Qualities asked of a person: *a caring individual*, *you are patient and kind*; never *a caring company*.

Adjectives such as *caring*, *flexible* or *professional* stand everywhere in adverts. They are skills where they are
said of a person: before a word for one, after "you are" and its like, or in a line of nothing but qualities.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from matcher.packaged import read_table
from matcher.text.skills.findings import Finding
from matcher.text.skills.shared_words import COMMA
from matcher.text.skills.skill_names import Tier
from matcher.text.words.phrases import BREAK, Word
from matcher.text.words.stems import word_set

__all__ = ["QUALITY_CONFIDENCE", "find_qualities", "quality_skills"]

# Judgement: an adjective said of the person wanted, or of oneself.
QUALITY_CONFIDENCE = 0.7

# Judgement: the words of each list, by reading how adverts and CVs describe people.
_PEOPLE = word_set("""
    applicant applicants approach approachable assistant assistants attitude candidate candidates carer carers
    character chef cleaner colleague communicator communicators cook dad demeanour disposition driver ethos girl guy
    hca hcas housekeeper individual individuals lady leader listener listeners man manager manner member members
    mindset mum nature nurse nurses outlook people person personality persons player players practitioner
    professional professionals receptionist someone spirit supporter woman worker workers
""")
_ROLE_STARTS = word_set("""
    activities activity bank care catering clinical community deputy domestic health healthcare home kitchen live
    night nursing personal registered relief senior support team
""")
_OTHER_ADJECTIVES = word_set("""
    able active also always amazing ambitious and articulate both bright brilliant but centred clean down dynamic
    earth equally excellent exceptional experienced extremely fantastic fit focused fully genuine genuinely good
    great hard highly humble like likeminded literate lively loyal minded natural naturally numerate observant open
    or orientated oriented outstanding qualified quick real really self skilled strong suitably supportive talented
    tidy truly very willing
""")
_BE = word_set("""
    am are be being hes im is remain remaining seem shes stay staying theyre was youre
""")
_SUBJECTS = word_set("""
    ability able always applicant applicants candidate candidates carers he holder i im individual individuals must
    myself need people person postholder she should someone who you youll youre
""")
_OTHERS = word_set("""
    atmosphere company environment home homes hospital hours it organisation our residents service services shifts
    team they trust unit we were
""")
_AFTER = word_set("""
    about always around as at because by enough even if in on so that throughout to toward towards under when
    while who with
""")
_OURS = word_set("""
    by of our their
""")
_REACH, _LONGEST_ROW = 6, 16


def find_qualities(words: Sequence[Word]) -> Iterator[Finding]:
    """Qualities said of a person, each word a finding."""
    qualities = _qualities()
    at = 0
    while at < len(words):
        skill, n_words = _quality(words, at, qualities)
        if n_words and _is_of_a_person(words, at, n_words, qualities):
            last = words[at + n_words - 1]
            yield Finding(skill, words[at].start, last.end, n_words, Tier.EVERYDAY, QUALITY_CONFIDENCE)
        at += max(n_words, 1)


def quality_skills() -> frozenset[str]:
    """Ids of every skill that a quality of the table shows."""
    return frozenset(_qualities().values())


def _quality(words: Sequence[Word], at: int, qualities: dict[str, str]) -> tuple[str, int]:
    """The skill of a quality of two words or one that starts here, and how many words it has."""
    for n_words in (2, 1):
        written = " ".join(word.written for word in words[at : at + n_words])
        if at + n_words <= len(words) and written in qualities:
            return qualities[written], n_words
    return "", 0


def _is_of_a_person(words: Sequence[Word], at: int, n_words: int, qualities: dict[str, str]) -> bool:
    first, last = _chain(words, at, n_words, qualities)
    before = words[first - 1].written if first else "|"
    after = words[last + 1].written if last + 1 < len(words) else "|"
    is_open = first == 0 or _is_end(words[first - 1])
    is_closed = last + 1 == len(words) or _is_end(words[last + 1])
    if is_open and is_closed:
        return True
    is_role = after in _ROLE_STARTS and words[at].written != "patient" and _names_a_role(words, last + 1)
    if after in _PEOPLE or is_role:
        return before not in _OURS
    is_one_of_several = at + n_words < len(words) and words[at + n_words].written in {COMMA, "and"}
    return before in _BE and (is_closed or is_one_of_several or after in _AFTER) and _has_subject(words, first - 1)


def _chain(words: Sequence[Word], at: int, n_words: int, qualities: dict[str, str]) -> tuple[int, int]:
    """The first and last word of the row of adjectives that a quality stands in."""
    first, last = at, at + n_words - 1
    while first > max(0, at - _LONGEST_ROW) and _goes_on(words, first - 1, qualities):
        first -= 1
    while last + 1 < min(len(words), at + _LONGEST_ROW) and _goes_on(words, last + 1, qualities):
        last += 1
    while first < at and words[first].folded == BREAK:
        first += 1
    while last >= at + n_words and words[last].folded == BREAK:
        last -= 1
    return first, last


def _goes_on(words: Sequence[Word], at: int, qualities: dict[str, str]) -> bool:
    word = words[at]
    if word.folded == BREAK:
        return word.written == COMMA
    if word.written == "working":
        return at > 0 and words[at - 1].written == "hard"
    return word.written in qualities or word.written in _OTHER_ADJECTIVES or word.written.endswith("ly")


def _is_end(word: Word) -> bool:
    return word.folded == BREAK


def _names_a_role(words: Sequence[Word], at: int) -> bool:
    """Whether one of the next words is a word for a person: *care assistants*, *live-in care worker*."""
    for word in words[at + 1 : at + 4]:
        if word.written in _PEOPLE:
            return True
        if word.written == "of" or _is_end(word):
            return False
    return False


def _has_subject(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb is said of the person: the nearest of the words before it that says of whom."""
    if words[verb].written in {"im", "youre"}:
        return True
    for word in reversed(words[max(0, verb - _REACH) : verb]):
        if word.written in _SUBJECTS or word.written == "to":
            return True
        if word.written in _OTHERS or (word.folded == BREAK and word.written != COMMA):
            return False
    return False


@cache
def _qualities() -> dict[str, str]:
    """Every quality as normalised words, with its skill."""
    return {
        written.strip().replace("-", " "): row["skill"]
        for row in read_table("phrases", "qualities.csv")
        for written in row["words"].split(";")
    }
