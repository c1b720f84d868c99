"""Skills that are near each other because their names are, or because an encoder puts them side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

from matcher.likeness.encoder import Encoder
from matcher.likeness.normalise import fold_plurals, normalise
from matcher.likeness.tfidf import fit_letters, fit_words
from matcher.taxonomy.closeness import larger_credits
from matcher.taxonomy.taxonomy import Taxonomy

__all__ = ["credited_by_meaning", "meaning_credits", "wording_credits"]

# Judgement: from this likeness on (the mean of words and letters), two names of ESCO are about one piece of work
# ("humanitarian aid", "advise on humanitarian aid"); it brings less than half of the other, for the doing may differ.
# Of 100 such pairs drawn at random and read, 94 were so, and 6 shared a word and little else ("geometry", "track
# geometry").
ALIKE_IN_WORDS, WORDING_CREDIT = 0.75, 40
# Judgement: from this cosine on, all-MiniLM-L6-v2 means the same piece of work; below, often the same trade and other
# work. Of 100 pairs that wording had not found, 93 were so; the usual slip is one spoken language for another.
ALIKE_IN_MEANING, MEANING_CREDIT = 0.8, 40

_ROWS_AT_ONCE = 1_000


def wording_credits(names: Sequence[str]) -> csr_matrix:
    """Credits between skills whose names are clearly alike by words and by letters, the same both ways.

    The likeness is the mean of two cosines: of words (plurals folded, telling words weighing more) and of stretches of
    three to five letters. Names alike from `ALIKE_IN_WORDS` on credit each other with `WORDING_CREDIT`.

    Returns
    -------
    csr_matrix of int32, shape (n_skills, n_skills)
        0 on the diagonal.
    """
    if not any(normalise(name) for name in names):
        none = np.zeros(0, dtype=np.int64)
        return _credited(none, none, WORDING_CREDIT, len(names))
    words, letters = fit_words(names, _words).transform(names), fit_letters(names).transform(names)
    rows, columns, by_words = _pairs(words, words, 2 * ALIKE_IN_WORDS - 1)
    by_letters = np.asarray(letters[rows].multiply(letters[columns]).sum(axis=1)).ravel()
    near = (by_words + by_letters) / 2 >= ALIKE_IN_WORDS
    return _credited(rows[near], columns[near], WORDING_CREDIT, len(names))


def credited_by_meaning(taxonomy: Taxonomy, encoder: Encoder) -> Taxonomy:
    """The taxonomy with credits between skills whose labels an encoder puts side by side, where those are larger."""
    points = encoder.encode_once([skill.label for skill in taxonomy.skills])
    return replace(taxonomy, credits=larger_credits(taxonomy.credits, meaning_credits(points)))


def meaning_credits(points: NDArray[np.float32]) -> csr_matrix:
    """Credits between skills that an encoder puts side by side, the same both ways.

    Parameters
    ----------
    points : ndarray, shape (n_skills, n_dimensions)
        Where each skill's name lies; rows of length 1.

    Returns
    -------
    csr_matrix of int32, shape (n_skills, n_skills)
        `MEANING_CREDIT` where the cosine is at least `ALIKE_IN_MEANING`; 0 on the diagonal.
    """
    rows, columns, _ = _pairs(points, points, ALIKE_IN_MEANING)
    return _credited(rows, columns, MEANING_CREDIT, len(points))


def _pairs(left: Any, right: Any, least: float) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Rows, columns and cosines of the pairs at least so alike, each pair once (row before column)."""
    found = list(_blocks(left, right, least))
    rows, columns, values = (np.concatenate(part) for part in zip(*found, strict=True))
    once = rows < columns
    return rows[once], columns[once], values[once]


def _blocks(left: Any, right: Any, least: float) -> Iterator[tuple[Any, Any, Any]]:
    """The same block by block, so that the dense product is never whole in memory."""
    for start in range(0, left.shape[0], _ROWS_AT_ONCE):
        product = left[start : start + _ROWS_AT_ONCE] @ right.T
        if isinstance(product, np.ndarray):
            rows, columns = np.nonzero(product >= least)
            yield rows + start, columns, product[rows, columns]
        else:
            cells = product.tocoo()
            near = cells.data >= least
            yield cells.row[near].astype(np.int64) + start, cells.col[near].astype(np.int64), cells.data[near]


def _credited(rows: NDArray[np.int64], columns: NDArray[np.int64], credit: int, n_skills: int) -> csr_matrix:
    both = np.concatenate([rows, columns]), np.concatenate([columns, rows])
    return csr_matrix(coo_matrix((np.full(2 * len(rows), credit, dtype=np.int32), both), shape=(n_skills, n_skills)))


def _words(name: str) -> list[str]:
    return fold_plurals(normalise(name)).split()
