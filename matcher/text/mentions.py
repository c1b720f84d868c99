"""Skills named in running text, by exact and alternative names."""

from dataclasses import dataclass
from functools import lru_cache

from matcher.domain import Skill
from matcher.likeness import fold_plurals, normalise
from matcher.taxonomy import Taxonomy
from matcher.text.list_only import counts_in_prose, needs_capitals
from matcher.text.phrases import Phrase, PhraseIndex, build_phrases, find_phrases, read_words

__all__ = ["SkillMention", "find_skills"]

# Judgement: how sure a name is to mean its skill. A label says what it means, an alternative name may be used loosely,
# and a single word is the loosest.
LABEL_CONFIDENCE = 1.0
OTHER_NAME_CONFIDENCE = 0.9
SINGLE_WORD_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A stretch of text, ``text[start:end]``, that names a skill; `confidence` lies in (0, 1]."""

    skill: Skill
    start: int
    end: int
    confidence: float


def find_skills(text: str, taxonomy: Taxonomy) -> list[SkillMention]:
    """Skills that a text names, in its order: whole words, longest names first, no overlaps.

    A name counts with or without plurals and hyphens, and does not run on over a comma or the end of a sentence. Names
    too common to mean a skill in prose take their words and are then passed over (`matcher.text.list_only`).
    """
    found = find_phrases(read_words(text), _skill_phrases(taxonomy))
    return [_mention(phrase, text, taxonomy) for phrase in found if _is_meant(phrase, text)]


@lru_cache(maxsize=4)
def _skill_phrases(taxonomy: Taxonomy) -> PhraseIndex:
    """Built once for each taxonomy in use (a taxonomy equals only itself)."""
    return build_phrases(taxonomy.skill_names.names)


def _is_meant(phrase: Phrase, text: str) -> bool:
    written = text[phrase.start : phrase.end]
    if not counts_in_prose(written):
        return False
    return not needs_capitals(normalise(written)) or (written.isupper() and not _stands_among_capitals(phrase, text))


def _stands_among_capitals(phrase: Phrase, text: str) -> bool:
    """Whether the whole line is in capitals, so that capitals say nothing."""
    start = text.rfind("\n", 0, phrase.start) + 1
    end = text.find("\n", phrase.end)
    line = text[start : phrase.start] + text[phrase.end : len(text) if end < 0 else end]
    return line.isupper()


def _mention(phrase: Phrase, text: str, taxonomy: Taxonomy) -> SkillMention:
    skill = taxonomy.skills[taxonomy.skill_index[phrase.leads_to]]
    return SkillMention(skill, phrase.start, phrase.end, _confidence(phrase, text, skill))


def _confidence(phrase: Phrase, text: str, skill: Skill) -> float:
    written = fold_plurals(normalise(text[phrase.start : phrase.end]))
    if written in {fold_plurals(normalise(skill.label)), fold_plurals(normalise(skill.plain))}:
        return LABEL_CONFIDENCE
    return SINGLE_WORD_CONFIDENCE if phrase.n_words == 1 else OTHER_NAME_CONFIDENCE
