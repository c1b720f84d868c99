"""How much two texts are about the same things."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

__all__ = ["compare_texts", "text_vectors"]

Longs = NDArray[np.int64]

_N_BUCKETS = 2**18
_WORD = re.compile(r"\b\w\w+\b")


def text_vectors(texts: Sequence[str]) -> csr_matrix:
    """Texts as sets of words and word pairs, hashed: (n_texts, 2**18) of 0 and 1, int32.

    Words are of two letters or more, in lower case, without those that every English text has; pairs stand next to
    each other once these are out. Nothing is learnt from the batch, so a text's vector is the same alone as among a
    million. It is that of scikit-learn's `HashingVectorizer` in half the time: each word and pair of a batch is hashed
    once.
    """
    words, row, word = _kept_words(texts)
    is_next = row[1:] == row[:-1]
    pairs, pair = np.unique(word[:-1][is_next] * len(words) + word[1:][is_next], return_inverse=True)
    first, second = (part.tolist() for part in np.divmod(pairs, max(len(words), 1)))
    joined = [f"{words[one]} {words[other]}" for one, other in zip(first, second, strict=True)]
    cells = np.concatenate(
        [row * _N_BUCKETS + _buckets(words)[word], row[1:][is_next] * _N_BUCKETS + _buckets(joined)[pair]]
    )
    return _as_sets(cells, len(texts))


def compare_texts(queries: csr_matrix, corpus: csr_matrix) -> NDArray[np.float64]:
    """Cosine of `text_vectors`, (n_queries, n_corpus) in [0, 1]; 0 where either text is empty.

    The counts are integers and the rest is one square root and one division, so a pair's value is the same in any
    batch, on any machine.
    """
    shared = np.asarray((queries @ corpus.T).todense(), dtype=np.float64)
    n_query = np.asarray(queries.sum(axis=1), dtype=np.float64).reshape(-1, 1)
    n_corpus = np.asarray(corpus.sum(axis=1), dtype=np.float64).reshape(1, -1)
    size = np.sqrt(n_query * n_corpus)
    return np.divide(shared, size, out=np.zeros_like(shared), where=size > 0)


def _kept_words(texts: Sequence[str]) -> tuple[list[str], Longs, Longs]:
    """The different words of some texts, and of each that is kept, in order: its text, and which word it is."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    found = [_WORD.findall(text.lower()) for text in texts]
    lengths = np.fromiter(map(len, found), np.int64, len(found))
    codes: dict[str, int] = defaultdict(count().__next__)
    word = np.fromiter(map(codes.__getitem__, chain.from_iterable(found)), np.int64, lengths.sum())
    is_kept = np.fromiter((name not in ENGLISH_STOP_WORDS for name in codes), bool, len(codes))[word]
    return list(codes), np.repeat(np.arange(len(found)), lengths)[is_kept], word[is_kept]


def _buckets(names: Sequence[str]) -> Longs:
    """Where each name is hashed to."""
    from sklearn.utils import murmurhash3_32

    return np.abs(np.fromiter(map(murmurhash3_32, names), np.int64, len(names))) % _N_BUCKETS


def _as_sets(cells: Longs, n_rows: int) -> csr_matrix:
    """Rows of ones where there is anything."""
    cells.sort()
    cells = cells[np.append(cells[1:] != cells[:-1], True)[: len(cells)]]
    row, bucket = cells // _N_BUCKETS, (cells % _N_BUCKETS).astype(np.int32)
    ends = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=n_rows))))
    return csr_matrix((np.ones(len(row), np.int32), bucket, ends), shape=(n_rows, _N_BUCKETS))
