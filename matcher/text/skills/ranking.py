"""The skills that a text is about, over a taxonomy of any size."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from matcher.likeness.encoder import Encoder
from matcher.likeness.fusion import Fusion, standardise
from matcher.likeness.tfidf import cosine, fit_letters, fit_words, unit_rows
from matcher.taxonomy import Taxonomy
from matcher.text.skills.mentions import find_skills, skills_of
from matcher.text.skills.windows import read_windows
from matcher.text.words.word_lists import all_words

__all__ = ["SkillSpace", "rank_skills", "skill_likenesses"]

# Judgement: a name counts by the share of its words, weighed by how telling they are, that the sentence has; cubed, so
# that half a name is nearly nothing, and times the root of its weight, so that a longer name found in full says more.
_SHARE_POWER, _WEIGHT_POWER = 3.0, 0.5
# A long text is read sentence by sentence, so that a name is not put together from words pages apart.
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_MOST_SENTENCES = 400
_MOST_LETTERS = 1000  # of a "sentence": beyond it, a text without any stop is cut

Likenesses = Mapping[str, NDArray[np.float32]]


def rank_skills(
    text: str, k: int, space: "SkillSpace", fusion: Fusion, encoder: Encoder | None = None
) -> list[tuple[int, float]]:
    """The first `k` skills of a text as (index in the taxonomy, likeness in (0, 1)), best first.

    Every skill is compared with every sentence and keeps its best: how much of one of its names the sentence has, how
    alike their letters are, how many words of all its names occur, and how surely `find_skills` finds it there; with an
    encoder also how near it lies to the sentence and to its nearest clause or run of words. A skill that many
    occupations need is likelier. Ties: ``(-likeness, id)``. A text without words has none.
    """
    sentences = list(_sentences(text))
    if not sentences or k < 1:
        return []
    likeness = fusion.combine(skill_likenesses(sentences, space, encoder)).max(axis=0)
    ids = space.id_ranks
    order = np.lexsort((ids, -likeness))[:k]
    return [(int(i), float(likeness[i])) for i in order]


def skill_likenesses(sentences: Sequence[str], space: "SkillSpace", encoder: Encoder | None = None) -> Likenesses:
    """The parts of `rank_skills`, each (n_sentences, n_skills), all but mentions standardised against all skills."""
    parts = {
        "share": space.shares(sentences),
        "letters": cosine(space.letters.transform(sentences), space.label_letters),
        "names": cosine(space.bags.transform(sentences), space.bag_rows),
        "usual": np.tile(space.usual, (len(sentences), 1)),
    }
    if encoder is not None:
        points = space.points(encoder)
        parts["encoder"] = encoder.encode(sentences) @ points.T
        parts["window"] = np.stack([(encoder.encode(read_windows(s) or [s]) @ points.T).max(axis=0) for s in sentences])
    standardised = {name: standardise(values, values) for name, values in parts.items()}
    return standardised | {"mentioned": space.mentions(sentences)}


@dataclass(frozen=True, eq=False)
class SkillSpace:
    """Every skill of a taxonomy with all its names, as the ranking compares them."""

    taxonomy: Taxonomy

    @cached_property
    def names(self) -> list[str]:
        """Every name of every skill, each skill's own together, its label first."""
        return [name for skill in self.taxonomy.skills for name in _names(skill)]

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where the names of each skill begin."""
        lengths = [len(_names(skill)) for skill in self.taxonomy.skills]
        return np.concatenate(([0], np.cumsum(lengths[:-1], dtype=np.int64)))

    @cached_property
    def labels(self) -> list[str]:
        """The label of each skill."""
        return [skill.label for skill in self.taxonomy.skills]

    @cached_property
    def words(self) -> Any:
        """The vectoriser of the words of names."""
        return fit_words(self.names, all_words)

    @cached_property
    def _weighed(self) -> tuple[csr_matrix, NDArray[np.float32]]:
        """Names by how telling each of their words is, (n_words, n_names), and the weight of each whole name."""
        held = self.words.transform(self.names)
        held.data[:] = 1.0
        weighed = csr_matrix(held @ diags(self.words.idf_.astype(np.float32)))
        return csr_matrix(weighed.T), np.maximum(np.asarray(weighed.sum(axis=1), dtype=np.float32).ravel(), 1e-6)

    @cached_property
    def letters(self) -> Any:
        """The vectoriser of the letters of names."""
        return fit_letters(self.names)

    @cached_property
    def label_letters(self) -> csr_matrix:
        """The letters of every label."""
        return csr_matrix(self.letters.transform(self.labels))

    @cached_property
    def bags(self) -> Any:
        """The vectoriser of all the names of a skill together."""
        return fit_words(self._bag_texts, all_words)

    @cached_property
    def bag_rows(self) -> csr_matrix:
        """Every skill by the words of all its names."""
        return csr_matrix(self.bags.transform(self._bag_texts))

    @cached_property
    def usual(self) -> NDArray[np.float32]:
        """The logarithm of how many occupations need each skill."""
        counts = np.zeros(self.taxonomy.n_skills, dtype=np.float32)
        for occupation in self.taxonomy.occupations.values():
            for skill in (*occupation.essential, *occupation.optional):
                counts[self.taxonomy.skill_index[skill]] += 1
        return np.asarray(np.log1p(counts), dtype=np.float32)

    @cached_property
    def id_ranks(self) -> NDArray[np.int64]:
        """Where each skill's id stands in their alphabetical order."""
        return np.argsort(np.argsort([skill.id for skill in self.taxonomy.skills]))

    def shares(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """How much of its fullest name each sentence has, (n_sentences, n_skills)."""
        weighed, whole = self._weighed
        has = self.words.transform(sentences)
        has.data[:] = 1.0
        found = csr_matrix(has @ weighed)
        owner = np.searchsorted(self.starts, found.indices, side="right") - 1
        value = (found.data / whole[found.indices]) ** _SHARE_POWER * whole[found.indices] ** _WEIGHT_POWER
        best = np.zeros((len(sentences), self.taxonomy.n_skills), dtype=np.float32)
        np.maximum.at(best, (np.repeat(np.arange(len(sentences)), np.diff(found.indptr)), owner), value)
        return best

    def mentions(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """How surely each sentence names or shows each skill, (n_sentences, n_skills) in [0, 1]."""
        sure = np.zeros((len(sentences), self.taxonomy.n_skills), dtype=np.float32)
        for row, sentence in enumerate(sentences):
            for mention in skills_of(find_skills(sentence, self.taxonomy)):
                sure[row, self.taxonomy.skill_index[mention.skill.id]] = mention.confidence
        return sure

    def points(self, encoder: Encoder) -> NDArray[np.float32]:
        """Where each skill lies: midway between its label and the middle of all its names."""
        rows = encoder.encode_once(self.names)
        counts = np.diff(np.append(self.starts, len(self.names)))[:, None]
        points: NDArray[np.float32] = unit_rows(np.add.reduceat(rows, self.starts, axis=0) / counts + rows[self.starts])
        return points

    @cached_property
    def _bag_texts(self) -> list[str]:
        return [" ".join(_names(skill)) for skill in self.taxonomy.skills]


def _names(skill: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (skill.label, skill.plain, *skill.alt_names) if name))


def _sentences(text: str) -> Iterator[str]:
    pieces = [piece for piece in _SENTENCE.split(text) if all_words(piece)]
    for piece in pieces[:_MOST_SENTENCES]:
        yield piece[:_MOST_LETTERS]
