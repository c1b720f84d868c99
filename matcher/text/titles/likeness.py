"""How alike job titles are."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.likeness.encoder import Encoder
from matcher.likeness.fusion import Fusion, standardise
from matcher.likeness.tfidf import cosine
from matcher.text.titles.space import PlacedTitles, TitleSpace

__all__ = ["compare_titles", "title_likenesses"]

Likenesses = Mapping[str, NDArray[np.float32]]


def compare_titles(
    queries: Sequence[str], corpus: Sequence[str], space: TitleSpace, fusion: Fusion, encoder: Encoder | None = None
) -> NDArray[np.float32]:
    """Likeness of job titles, (n_queries, n_corpus) in (0, 1).

    1. Each title becomes a mixture of the occupations that have titles like it (`TitleSpace`).
    2. Mixtures are compared by what their occupations are about (latent space) and by the skills these need, and the
       titles themselves by their letters and, where there is one, by the encoder.
    3. Each likeness is seen against those of the query to titles of all kinds of work, weighed and added up.

    A pair's likeness is the same in any batch; it is not symmetric, because the query's background counts.
    """
    return fusion.combine(title_likenesses(queries, corpus, space, encoder))


def title_likenesses(
    queries: Sequence[str], corpus: Sequence[str], space: TitleSpace, encoder: Encoder | None = None
) -> Likenesses:
    """The standardised parts of `compare_titles`, each (n_queries, n_corpus)."""
    asked, listed = space.place(queries), space.place(corpus)
    parts = {
        name: standardise(cosine(left, right), cosine(left, behind))
        for name, left, right, behind in _parts(asked, listed, space.background)
    }
    if encoder is not None:
        left, right = encoder.encode(queries), encoder.encode(corpus)
        parts["encoder"] = standardise(left @ right.T, left @ encoder.encode_once(space.background_titles).T)
    return parts


def _parts(asked: PlacedTitles, listed: PlacedTitles, behind: PlacedTitles) -> list[tuple[str, object, object, object]]:
    return [
        (name, *(getattr(each, name) for each in (asked, listed, behind))) for name in ("topics", "skills", "letters")
    ]
