"""Where a job title stands among the occupations that anybody calls by such a title.

A title is put, by its words, onto every title of the classifications that are loaded; what comes out is a mixture of
occupations. Two titles are alike where their mixtures are about the same work, whether or not they share a word: "Home
Help" and "Domiciliary Carer" resemble titles of the same occupations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.likeness.latent import LatentSpace
from matcher.likeness.mixtures import mixtures, owner_matrix
from matcher.likeness.tfidf import fit_letters, fit_words, unit_rows
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.titles import TitleTables
from matcher.text.titles.known_words import KnownWords
from matcher.text.words.word_lists import all_words, content_words

__all__ = ["PlacedTitles", "TitleSpace"]

# Judgement: chosen on the shared half of a judged set of titles; between 4 and 6, and 300 and 800, little changes.
_POWER, _LEAST = 5.0, 0.2
_N_DIMENSIONS = 400
# How many occupations stand for "any title" when a likeness is seen against a background.
_N_BACKGROUND = 1000


class _Named(NamedTuple):
    """An occupation of either classification: what it is called, what is said of it, what it asks for."""

    names: tuple[str, ...]
    body: str
    skills: tuple[str, ...] = ()
    knowledge: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, eq=False)
class PlacedTitles:
    """Titles as they stand in a `TitleSpace`; every array has a row a title, of length 1 or empty.

    Attributes
    ----------
    topics : ndarray (n_titles, n_dimensions)
        Where the mixture of occupations lies in the latent space.
    skills : csr_matrix (n_titles, n_skills)
        What the occupations of the mixture need.
    letters : csr_matrix (n_titles, n_stretches)
    """

    topics: NDArray[np.float32]
    skills: csr_matrix
    letters: csr_matrix


@dataclass(frozen=True, eq=False)
class TitleSpace:
    """The occupations of a taxonomy and, where given, of a classification of titles beside it."""

    taxonomy: Taxonomy
    titles: TitleTables | None = None

    @cached_property
    def _occupations(self) -> list[_Named]:
        return [*_of_taxonomy(self.taxonomy), *_of_titles(self.titles)]

    @property
    def n_occupations(self) -> int:
        """Those of the taxonomy come first, in its order."""
        return len(self._occupations)

    @cached_property
    def names(self) -> list[str]:
        """Every title of every occupation, each occupation's own together, its main title first."""
        return [name for occupation in self._occupations for name in occupation.names]

    @cached_property
    def owners(self) -> NDArray[np.int64]:
        """The occupation of each name, ascending."""
        return np.repeat(np.arange(self.n_occupations), [len(each.names) for each in self._occupations])

    @cached_property
    def bodies(self) -> list[str]:
        """What is said of each occupation: its description and tasks, or the skills it needs."""
        return [occupation.body for occupation in self._occupations]

    @cached_property
    def called(self) -> list[str]:
        """All that each occupation is called, as one text."""
        return [" ; ".join(occupation.names) for occupation in self._occupations]

    @cached_property
    def words(self) -> Any:
        """The vectoriser of the words of titles."""
        return fit_words(self.names, all_words)

    @cached_property
    def name_words(self) -> csr_matrix:
        """The words of every name, (n_names, n_words)."""
        return csr_matrix(self.words.transform(self.names))

    @cached_property
    def knowledge(self) -> NDArray[np.float32]:
        """What has to be known in each occupation against the usual, (n_occupations, n_fields); zeros where unsaid."""
        said = [dict(each.knowledge) for each in self._occupations]
        fields = sorted({name for each in said for name in each})
        table = np.array([[each.get(name, np.nan) for name in fields] for each in said], dtype=np.float32)
        if not fields:
            return np.zeros((self.n_occupations, 1), dtype=np.float32)
        spread = np.maximum(np.nanstd(table, axis=0), np.float32(1e-6))
        return np.asarray(unit_rows(np.nan_to_num((table - np.nanmean(table, axis=0)) / spread)), dtype=np.float32)

    @cached_property
    def letters(self) -> Any:
        """The vectoriser of the letters of titles."""
        return fit_letters(self.names)

    @cached_property
    def name_letters(self) -> csr_matrix:
        """The letters of every name, (n_names, n_stretches)."""
        return csr_matrix(self.letters.transform(self.names))

    @cached_property
    def known_words(self) -> KnownWords:
        """The words that titles are made of, for those that are misspelt."""
        return KnownWords(frozenset(self.words.vocabulary_))

    @cached_property
    def latent(self) -> LatentSpace:
        """The space that occupations lie in, by what is said of them and what they are called."""
        return LatentSpace.fit(self._described, content_words, _N_DIMENSIONS)

    @cached_property
    def topics(self) -> NDArray[np.float32]:
        """Where each occupation lies, (n_occupations, n_dimensions)."""
        return self.latent.place(self._described)

    @property
    def _described(self) -> list[str]:
        return [f"{body} {called}" for body, called in zip(self.bodies, self.called, strict=True)]

    @cached_property
    def skills(self) -> csr_matrix:
        """What each occupation needs, telling skills weighing more, (n_occupations, n_skills); empty for O*NET's."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        needs = [list(occupation.skills) for occupation in self._occupations]
        return csr_matrix(TfidfVectorizer(analyzer=list, dtype=np.float32).fit_transform(needs))

    def mixtures(self, titles: Sequence[str]) -> csr_matrix:
        """Titles as mixtures of occupations, (n_titles, n_occupations), rows of sum 1 or empty."""
        rows = self.words.transform(titles)
        return mixtures(
            rows, self.name_words, owner_matrix(self.owners, self.n_occupations), power=_POWER, least=_LEAST
        )

    def place(self, titles: Sequence[str]) -> PlacedTitles:
        """Titles as they stand among the occupations."""
        mixed = self.mixtures(titles)
        return PlacedTitles(
            np.asarray(unit_rows(np.asarray(mixed @ self.topics)), dtype=np.float32),
            csr_matrix(unit_rows(unit_rows(mixed) @ self.skills)),
            csr_matrix(self.letters.transform(titles)),
        )

    @cached_property
    def background_titles(self) -> list[str]:
        """Main titles of occupations evenly through the classifications."""
        mains = [occupation.names[0] for occupation in self._occupations]
        return mains[:: max(1, len(mains) // _N_BACKGROUND)]

    @cached_property
    def background(self) -> PlacedTitles:
        """Those titles, placed."""
        return self.place(self.background_titles)


def _of_taxonomy(taxonomy: Taxonomy) -> Iterator[_Named]:
    label = {skill.id: skill.label for skill in taxonomy.skills}
    for term in taxonomy.occupations.values():
        skills = term.essential + term.optional
        yield _Named(
            tuple(dict.fromkeys((term.label, *term.alt_titles))),
            " ".join((term.label, *(label[skill] for skill in skills))),
            skills,
        )


def _of_titles(titles: TitleTables | None) -> Iterator[_Named]:
    for term in titles.occupations if titles else ():
        body = " ".join((term.title, term.description, *term.tasks))
        yield _Named((term.title, *term.alternate_titles), body, knowledge=term.knowledge)
