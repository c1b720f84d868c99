"""Skills named or shown in running text: names, inflected, reordered or misspelt, and everyday phrases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.domain import Skill
from matcher.likeness import fold_plurals, normalise
from matcher.taxonomy import Taxonomy
from matcher.text.skills.employer import is_of_the_employer
from matcher.text.skills.everyday import find_everyday
from matcher.text.skills.findings import Finding, find_names, without_overlaps
from matcher.text.skills.list_only import OTHER_SENSES, counts_in_prose, is_getting_dressed, needs_capitals
from matcher.text.skills.qualities import find_qualities
from matcher.text.skills.skill_names import SkillNames, Tier, build_skill_names
from matcher.text.skills.spelling import corrected_words
from matcher.text.skills.standing import Standing, Standings
from matcher.text.words.phrases import PhraseIndex, Word, build_phrases, find_phrases, read_words

__all__ = ["SkillMention", "find_skills", "skills_of"]

# Judgement: how sure a name is to mean its skill. A label says what it means, an alternative name may be used loosely,
# and a single word is the loosest. The further what is written strays from the name, the less sure.
LABEL_CONFIDENCE = 1.0
OTHER_NAME_CONFIDENCE = 0.9
SINGLE_WORD_CONFIDENCE = 0.7
TIER_CONFIDENCE = {Tier.INFLECTED: 0.85, Tier.LOOSE: 0.75, Tier.SHARED: 0.65}
MISSPELT_CONFIDENCE = 0.8  # of what it would be, spelt well


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A stretch of text, ``text[start:end]``, that names a skill; `confidence` lies in (0, 1]."""

    skill: Skill
    start: int
    end: int
    confidence: float
    standing: Standing = Standing.STATED


def find_skills(text: str, taxonomy: Taxonomy) -> list[SkillMention]:
    """Skills that a text names or shows, in its order, none overlapping another.

    1. A name counts with or without plurals, inflection and hyphens, with the words in another order or a few between
       them, and with a slip of spelling; it does not run on over a comma or the end of a sentence.
    2. Everyday phrases (``data/phrases``) count where the taxonomy has the skill they show.
    3. Where stretches overlap, more words come first. Names too common to mean a skill in prose take their words and
       are then passed over (`matcher.text.skills.list_only`).
    4. What is denied ("no experience of hoists") is left out; the rest says how it stands (`Standing`).
    """
    words, misspelt = corrected_words(read_words(text), _names(taxonomy).words)
    found = [finding for finding in without_overlaps(_findings(words, text, taxonomy)) if finding.skill]
    standings = Standings(text)
    return [
        SkillMention(_skill(finding, taxonomy), finding.start, finding.end, sure, standing)
        for finding in found
        if _is_meant(finding, text)
        and not is_of_the_employer(text, finding.start, _skill(finding, taxonomy).group)
        and (standing := standings.of(finding.start, finding.end)) is not None
        and (sure := _confidence(finding, text, _skill(finding, taxonomy), misspelt))
    ]


def skills_of(mentions: Iterable[SkillMention]) -> list[SkillMention]:
    """One mention for each skill, in the order first met: the surest, with the strongest standing of all."""
    best: dict[str, SkillMention] = {}
    for mention in mentions:
        known = best.setdefault(mention.skill.id, mention)
        surest = max(known, mention, key=lambda each: each.confidence)
        standing = max(known.standing, mention.standing, key=lambda each: each.strength)
        best[mention.skill.id] = SkillMention(surest.skill, surest.start, surest.end, surest.confidence, standing)
    return list(best.values())


@lru_cache(maxsize=4)
def _names(taxonomy: Taxonomy) -> SkillNames:
    """Built once for each taxonomy in use (a taxonomy equals only itself)."""
    own = {skill.id for skill in taxonomy.skills if skill.group}
    return build_skill_names(taxonomy.skill_names.names, own)


@cache
def _other_senses() -> PhraseIndex:
    return build_phrases(dict.fromkeys(OTHER_SENSES, "other"))


def _findings(words: list[Word], text: str, taxonomy: Taxonomy) -> Iterator[Finding]:
    """What may count, overlaps and all; a phrase of another sense has no skill and takes its words."""
    for phrase in find_phrases(words, _other_senses()):
        yield Finding("", phrase.start, phrase.end, phrase.n_words, Tier.SHARED)
    for finding in find_names(words, _names(taxonomy)):
        is_one_that_counts = counts_in_prose(text[finding.start : finding.end])
        if finding.n_words > 1 or (is_one_that_counts and not is_getting_dressed(text, finding.start, finding.end)):
            yield finding
    for finding in (*find_everyday(words), *find_qualities(words)):
        if finding.skill in taxonomy.skill_index:
            yield finding


def _skill(finding: Finding, taxonomy: Taxonomy) -> Skill:
    return taxonomy.skills[taxonomy.skill_index[finding.skill]]


def _is_meant(finding: Finding, text: str) -> bool:
    if finding.tier is Tier.EVERYDAY:
        return True
    written = text[finding.start : finding.end]
    if not counts_in_prose(written):
        return False
    return not needs_capitals(normalise(written)) or (written.isupper() and not _stands_among_capitals(finding, text))


def _stands_among_capitals(finding: Finding, text: str) -> bool:
    """Whether the whole line is in capitals, so that capitals say nothing."""
    start = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.end)
    line = text[start : finding.start] + text[finding.end : len(text) if end < 0 else end]
    return line.isupper()


def _confidence(finding: Finding, text: str, skill: Skill, misspelt: frozenset[int]) -> float:
    is_misspelt = any(finding.start <= place < finding.end for place in misspelt)
    return _well_spelt(finding, text, skill) * (MISSPELT_CONFIDENCE if is_misspelt else 1.0)


def _well_spelt(finding: Finding, text: str, skill: Skill) -> float:
    if finding.tier is Tier.EVERYDAY:
        return finding.sure
    if finding.tier is not Tier.WRITTEN:
        return TIER_CONFIDENCE[finding.tier]
    written = fold_plurals(normalise(text[finding.start : finding.end]))
    if written in {fold_plurals(normalise(skill.label)), fold_plurals(normalise(skill.plain))}:
        return LABEL_CONFIDENCE
    return SINGLE_WORD_CONFIDENCE if finding.n_words == 1 else OTHER_NAME_CONFIDENCE
