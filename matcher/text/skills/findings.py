"""Stretches of a text that may name a skill, and which of them stand where they overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.text.skills.joined_words import join_words
from matcher.text.skills.shared_words import shared_names
from matcher.text.skills.skill_names import SkillNames, Tier, loose_words, stem_key
from matcher.text.words.phrases import BREAK, PhraseIndex, Word, find_all

__all__ = ["Finding", "find_names", "without_overlaps"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``text[start:end]`` may name `skill`; `n_words` of it are words of the name.

    `sure` is how sure an everyday phrase is to show the skill; a name's own certainty is the tier's.
    """

    skill: str
    start: int
    end: int
    n_words: int
    tier: Tier
    sure: float = 1.0


def find_names(words: Sequence[Word], names: SkillNames) -> Iterator[Finding]:
    """Every name met in a text in any of the three ways, overlaps and all."""
    yield from _in_stream(list(words), [word.folded for word in words], names.written, Tier.WRITTEN)
    joined = join_words(list(words))
    yield from _in_stream(joined, [stem_key(word) for word in joined], names.inflected, Tier.INFLECTED)
    kept = loose_words(joined)
    that_matter, keys = [word for word, _ in kept], [key for _, key in kept]
    yield from _in_stream(that_matter, keys, names.loose, Tier.LOOSE)
    for skill, first, last in shared_names(that_matter, keys, names.loose):
        yield _finding(skill, that_matter, first, last, Tier.SHARED)


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text: more words first, then the closer tier, then the earlier."""
    kept: list[Finding] = []
    taken: set[int] = set()
    for finding in sorted(findings, key=lambda each: (-each.n_words, each.tier, each.start, each.skill)):
        stretch = range(finding.start, finding.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            kept.append(finding)
    return sorted(kept, key=lambda finding: finding.start)


def _in_stream(words: list[Word], keys: list[str], index: PhraseIndex, tier: Tier) -> Iterator[Finding]:
    for skill, first, n_words in find_all(keys, index):
        yield _finding(skill, words, first, first + n_words - 1, tier)


def _finding(skill: str, words: list[Word], first: int, last: int, tier: Tier) -> Finding:
    n_words = sum(word.folded != BREAK for word in words[first : last + 1])
    return Finding(skill, words[first].start, words[last].end, n_words, tier)
