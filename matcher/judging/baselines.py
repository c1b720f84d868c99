"""Simple methods on the same queries, so that every figure of ours stands beside what anybody could have had.

Each is given texts and documents with their names and scores a document by the best of its names. Nothing is tuned: the
settings are the usual ones.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.likeness import normalise
from matcher.likeness.encoder import Encoder

__all__ = [
    "Baseline",
    "bm25",
    "character_tfidf",
    "encoder_alone",
    "latent_semantics",
    "named_in",
    "word_tfidf",
]

Documents = Sequence[Sequence[str]]
Scores = NDArray[np.float32]
Baseline = Callable[[Sequence[str], Documents], Scores]

_K1, _B = 1.5, 0.75
_OTHER_NAME = 0.999  # next to nothing less than a first name: enough to break a tie
_N_DIMENSIONS = 100
_QUERIES_AT_ONCE = 100


def word_tfidf(queries: Sequence[str], documents: Documents) -> Scores:
    """Cosine of words weighted by TF-IDF, terms damped (``1 + log tf``)."""
    return _tfidf(queries, documents)


def character_tfidf(queries: Sequence[str], documents: Documents) -> Scores:
    """Cosine of character n-grams (3 to 5, within words) weighted by TF-IDF."""
    return _tfidf(queries, documents, analyzer="char_wb", ngram_range=(3, 5))


def bm25(queries: Sequence[str], documents: Documents) -> Scores:
    """Okapi BM25 of words with k1 = 1.5, b = 0.75 and the idf ``ln(1 + (n - df + 0.5) / (df + 0.5))``.

    Repeats of a word in the query count once each.

    References
    ----------
    Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond".
    """
    from sklearn.feature_extraction.text import CountVectorizer

    counter = CountVectorizer(dtype=np.float32)
    names, starts = _flat(documents)
    counts = counter.fit_transform(names)
    length = np.asarray(counts.sum(axis=1)).ravel()
    n_with = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log1p((len(names) - n_with + 0.5) / (n_with + 0.5))
    damping = _K1 * (1 - _B + _B * length / max(length.mean(), 1e-9))
    rows = np.repeat(np.arange(len(names)), np.diff(counts.indptr))
    weights = idf[counts.indices] * counts.data * (_K1 + 1) / (counts.data + damping[rows])
    weighted = csr_matrix((weights.astype(np.float32), counts.indices, counts.indptr), counts.shape)
    return _best_names(counter.transform(queries), weighted, starts)


def latent_semantics(queries: Sequence[str], documents: Documents) -> Scores:
    """Cosine in the first 100 dimensions of latent semantic analysis of the documents' first names.

    References
    ----------
    Deerwester et al. (1990), "Indexing by Latent Semantic Analysis".
    """
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import Normalizer

    names = [first for first, *_ in documents]
    n_dimensions = min(_N_DIMENSIONS, len(names) - 1)
    space = make_pipeline(
        TfidfVectorizer(sublinear_tf=True), TruncatedSVD(n_dimensions, random_state=0), Normalizer(copy=False)
    )
    corpus = space.fit_transform(names)
    return np.asarray(space.transform(queries) @ corpus.T, dtype=np.float32)


def named_in(queries: Sequence[str], documents: Documents) -> Scores:
    """Names that stand in the query word for word: the share of the query's letters that the longest one fills.

    A query that is a document's first name scores 1; between equal names a first name goes before another. A document
    that the query does not name is not retrieved.
    """
    columns: dict[str, dict[int, float]] = defaultdict(dict)
    for column, names in enumerate(documents):
        for place, name in enumerate(names):
            columns[normalise(name)].setdefault(column, 1.0 if place == 0 else _OTHER_NAME)
    longest = max((name.count(" ") + 1 for name in columns), default=0)
    scores = np.full((len(queries), len(documents)), -np.inf, dtype=np.float32)
    for row, query in enumerate(queries):
        words = normalise(query).split()
        for stretch in _stretches(words, longest) & columns.keys():
            share = len(stretch) / len(" ".join(words))
            for column, standing in columns[stretch].items():
                scores[row, column] = max(scores[row, column], share * standing)
    return scores


def encoder_alone(folder: str) -> Baseline:
    """Cosine of sentence embeddings of the query and the document's first name, by a local model folder.

    What was embedded once is kept for the next call.
    """
    encoder = Encoder.at(folder)
    known: dict[str, NDArray[np.float32]] = {}

    def compare(queries: Sequence[str], documents: Documents) -> Scores:
        names = [first for first, *_ in documents]
        new = list(dict.fromkeys(text for text in (*names, *queries) if text not in known))
        if new:
            known.update(zip(new, encoder.encode(new), strict=True))
        return np.stack([known[text] for text in queries]) @ np.stack([known[text] for text in names]).T

    return compare


def _stretches(words: Sequence[str], longest: int) -> set[str]:
    """Every run of at most `longest` words."""
    return {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + longest, len(words)) + 1)
    }


def _tfidf(queries: Sequence[str], documents: Documents, **options: Any) -> Scores:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectoriser = TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **options)
    names, starts = _flat(documents)
    corpus = vectoriser.fit_transform(names)
    return _best_names(vectoriser.transform(queries), corpus, starts)


def _flat(documents: Documents) -> tuple[list[str], NDArray[np.int64]]:
    """All names in a row, and where those of each document start."""
    counts = np.array([len(names) for names in documents], dtype=np.int64)
    return [name for names in documents for name in names], np.r_[0, np.cumsum(counts)[:-1]]


def _best_names(queries: csr_matrix, names: csr_matrix, starts: NDArray[np.int64]) -> Scores:
    """The best product of a query with any name of each document; a few queries at a time."""
    parts = [
        np.maximum.reduceat((queries[at : at + _QUERIES_AT_ONCE] @ names.T).toarray(), starts, axis=1)
        for at in range(0, queries.shape[0], _QUERIES_AT_ONCE)
    ]
    return np.vstack(parts).astype(np.float32)
