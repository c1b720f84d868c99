"""Names of skills indexed three ways: as written, without inflection, and without the words that do not matter."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from matcher.text.skills.joined_words import join_words
from matcher.text.skills.loose_words import PEOPLE, family, is_dropped
from matcher.text.words.phrases import BREAK, PhraseIndex, Word, index_phrases, read_words
from matcher.text.words.stems import british, stem, word_set

__all__ = ["SkillNames", "Tier", "build_skill_names", "loose_words", "stem_key"]

Key = tuple[str, ...]

# Judgement: these verbs turned round would mean something else ("work with children", "child work").
_NOT_TURNED = frozenset(map(stem, ("work", "be", "have", "care", "home", "nursing", "living", "help", "provide", "go")))
# Judgement: a loose name of nothing but such words ("work with care", "support of the team") says nothing.
_GENERAL = frozenset(
    map(
        stem,
        word_set("""
            work care help team service need make take use get go experience train home plan maintain run line time
            day provide be have good skill role job assess group member lead deal do keep live life staff well build
            develop learn new meet
        """),
    )
)
_LEAST_LOOSE, _LEAST_LOOSE_OF_OTHERS = 2, 3
_LINKS = word_set("and or to in on for at from into that as by")


class Tier(IntEnum):
    """How a skill was met; of stretches with as many words the first of these counts.

    A word that a list shares comes before the same word alone: in "help with washing and dressing", no wound is
    dressed.
    """

    SHARED = 0
    WRITTEN = 1
    INFLECTED = 2
    EVERYDAY = 3
    LOOSE = 4


@dataclass(frozen=True, slots=True)
class SkillNames:
    """Indexes of one taxonomy's names, and every word that stands in a name."""

    written: PhraseIndex
    inflected: PhraseIndex
    loose: PhraseIndex
    words: frozenset[str]


def build_skill_names(names: Mapping[str, str], own: Container[str]) -> SkillNames:
    """Index names as written, each with the id it leads to.

    Words that could mean two skills are left out of the index in question, unless one of the two is among `own` ids
    and the other is not: then they mean that one. A single word is found as written only, because a word of another
    form is too often another word ("prescribed" is no skill of prescribing).
    """
    as_written = [(read_words(name), term) for name, term in names.items()]
    read = [(join_words(words), term) for words, term in as_written]
    inflected = [
        (tuple(map(stem_key, words)), term) for words, term in read if len(words) > 1 and words[0].written != "being"
    ]
    loose = [pair for words, term in read for pair in _loose(words, term, is_own=term in own)]
    return SkillNames(
        written=index_phrases((tuple(word.folded for word in words), term) for words, term in as_written),
        inflected=index_phrases(_own_first(inflected, own)),
        loose=index_phrases(_own_first(loose, own)),
        words=frozenset(form for words, _ in read for word in words for form in (word.written, british(word.written))),
    )


def _own_first(pairs: list[tuple[Key, str]], own: Container[str]) -> Iterator[tuple[Key, str]]:
    claimed = {key for key, term in pairs if term in own}
    return ((key, term) for key, term in pairs if term in own or key not in claimed)


def stem_key(word: Word) -> str:
    """The stem of a word, or `BREAK`."""
    return BREAK if word.folded == BREAK else stem(word.written)


def loose_words(words: Sequence[Word]) -> list[tuple[Word, str]]:
    """The words that matter, each with its family.

    "To" is dropped where it follows whom the work is for ("helping people to eat") and counts elsewhere ("a ward to
    work on").
    """
    kept: list[tuple[Word, str]] = []
    before = ""
    for word in words:
        if word.folded == BREAK:
            kept.append((word, BREAK))
        elif not (is_dropped(word.written) or (word.written == "to" and stem(before) in PEOPLE)):
            kept.append((word, family(stem(word.written))))
        before = word.written
    return kept


def _loose(words: list[Word], term: str, *, is_own: bool) -> Iterator[tuple[Key, str]]:
    """The loose forms of one name: the words that matter, in their order and turned round.

    None of a single word, and of names that are not our own only those of three words or more, in their order: the
    whole of ESCO has a name for most pairs of words, and few of those pairs mean it ("information provided").
    """
    key = tuple(key for _, key in loose_words(words))
    if not _says_enough(key, _LEAST_LOOSE if is_own else _LEAST_LOOSE_OF_OTHERS):
        return
    yield key, term
    if not is_own or "and" in key:
        return
    if words[0].written.endswith("ing") and _NOT_TURNED.isdisjoint((key[0], stem(words[0].written))):
        yield (*key[1:], key[0]), term
    if len(key) == _LEAST_LOOSE and words[1].written == "of":
        yield key[::-1], term


def _says_enough(key: Key, least: int) -> bool:
    """Whether the words that matter are enough of them, not all of them general, and none left hanging at an end."""
    telling = [part for part in key if part not in _LINKS]
    if len(telling) < least or BREAK in key or key[0] == "be" or _GENERAL.issuperset(telling):
        return False
    return _LINKS.isdisjoint((key[0], key[-1]))
