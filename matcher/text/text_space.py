"""Where a description, an advert or a CV stands among the occupations that are described by such words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.likeness.encoder import Encoder
from matcher.likeness.fusion import Fusion, standardise
from matcher.likeness.latent import LatentSpace
from matcher.likeness.mixtures import mixtures, owner_matrix
from matcher.likeness.tfidf import cosine, fit_words, unit_rows
from matcher.text.titles.space import TitleSpace
from matcher.text.words.word_lists import content_words

__all__ = ["TextSpace", "compare_texts", "text_likenesses"]

# Judgement: chosen on the shared half of O*NET's related occupations; 4 to 8 do much the same.
_POWER = 6.0
_N_DIMENSIONS = 300
_N_BACKGROUND = 1000
# Judgement: an encoder reads the first few hundred words of a text, which is where a text says what it is about.
_MOST_LETTERS = 2000

Likenesses = Mapping[str, NDArray[np.float32]]


def compare_texts(
    queries: Sequence[str], corpus: Sequence[str], space: "TextSpace", fusion: Fusion, encoder: Encoder | None = None
) -> NDArray[np.float32]:
    """Likeness of descriptions, (n_queries, n_corpus) in (0, 1).

    Texts are compared by their topics, and by the occupations whose descriptions they resemble: what these are about,
    what they are called and, where a classification says, what has to be known in them. Each is seen
    against the query's likeness to descriptions of all kinds of work. A pair's likeness is the same in any batch.
    """
    return fusion.combine(text_likenesses(queries, corpus, space, encoder))


def text_likenesses(
    queries: Sequence[str], corpus: Sequence[str], space: "TextSpace", encoder: Encoder | None = None
) -> Likenesses:
    """The standardised parts of `compare_texts`, each (n_queries, n_corpus)."""
    asked = space.place(queries)
    listed = asked if queries is corpus else space.place(corpus)
    parts = {
        name: standardise(cosine(asked[name], listed[name]), cosine(asked[name], behind))
        for name, behind in space.background.items()
    }
    if encoder is not None:
        left, right = (encoder.encode([text[:_MOST_LETTERS] for text in texts]) for texts in (queries, corpus))
        behind = encoder.encode_once([text[:_MOST_LETTERS] for text in space.background_texts])
        parts["encoder"] = standardise(left @ right.T, left @ behind.T)
    return parts


@dataclass(frozen=True, eq=False)
class TextSpace:
    """The descriptions of the occupations of a `TitleSpace`."""

    titles: TitleSpace

    @cached_property
    def words(self) -> Any:
        """The vectoriser of the words of descriptions."""
        return fit_words(self.titles.bodies, content_words, rarest=2)

    @cached_property
    def bodies(self) -> csr_matrix:
        """The words of every occupation's description, (n_occupations, n_words)."""
        return csr_matrix(self.words.transform(self.titles.bodies))

    @cached_property
    def called(self) -> NDArray[np.float32]:
        """Where each occupation lies by what it is called, (n_occupations, n_dimensions)."""
        return LatentSpace.fit(self.titles.called, content_words, _N_DIMENSIONS).place(self.titles.called)

    def place(self, texts: Sequence[str]) -> dict[str, Any]:
        """Texts by each way of comparing them, a row a text, of length 1 or empty."""
        rows = csr_matrix(self.words.transform(texts))
        mixed = mixtures(
            rows, self.bodies, owner_matrix(np.arange(self.bodies.shape[0]), self.bodies.shape[0]), power=_POWER
        )
        return {
            "latent": self.titles.latent.place(texts),
            "topics": unit_rows(np.asarray(mixed @ self.titles.topics)),
            "called": unit_rows(np.asarray(mixed @ self.called)),
            "knowledge": unit_rows(np.asarray(mixed @ self.titles.knowledge)),
        }

    @cached_property
    def background_texts(self) -> list[str]:
        """Descriptions of occupations evenly through the classifications."""
        return self.titles.bodies[:: max(1, len(self.titles.bodies) // _N_BACKGROUND)]

    @cached_property
    def background(self) -> dict[str, Any]:
        """Those descriptions, placed."""
        return self.place(self.background_texts)
