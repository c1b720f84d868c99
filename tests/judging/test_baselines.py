"""Simple methods beside slower ones written out."""

import re
from collections import Counter
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.judging.baselines import bm25, character_tfidf, latent_semantics, named_in, word_tfidf

WORDS = st.lists(st.sampled_from(["care", "home", "night", "cook", "nurse", "ward"]), min_size=1, max_size=5)
TEXTS = WORDS.map(" ".join)
CORPUS = st.lists(TEXTS.map(lambda text: (text,)), min_size=1, max_size=6)


def slow_bm25(query: str, corpus: list[tuple[str, ...]]) -> list[float]:
    """Okapi BM25 as the textbook writes it, a word at a time."""
    texts = [Counter(text.split()) for (text,) in corpus]
    mean_length = sum(sum(words.values()) for words in texts) / len(texts)
    scores = []
    for words in texts:
        score = 0.0
        for word in query.split():
            n_with = sum(word in other for other in texts)
            idf = log(1 + (len(texts) - n_with + 0.5) / (n_with + 0.5))
            damping = 1.5 * (1 - 0.75 + 0.75 * sum(words.values()) / mean_length)
            score += idf * words[word] * 2.5 / (words[word] + damping)
        scores.append(score)
    return scores


def slow_tfidf(query: str, corpus: list[tuple[str, ...]]) -> list[float]:
    """Cosine of damped TF-IDF, with the smoothed idf ``ln((1 + n) / (1 + df)) + 1``, a word at a time."""
    texts = [Counter(text.split()) for (text,) in corpus]
    idf = {
        word: log((1 + len(texts)) / (1 + sum(word in other for other in texts))) + 1
        for word in {word for text in texts for word in text}
    }

    def weighted(words: Counter[str]) -> dict[str, float]:
        weights = {word: (1 + log(n)) * idf[word] for word, n in words.items() if word in idf}
        norm = sqrt(sum(weight**2 for weight in weights.values())) or 1
        return {word: weight / norm for word, weight in weights.items()}

    ours = weighted(Counter(query.split()))
    return [sum(ours.get(word, 0) * weight for word, weight in weighted(text).items()) for text in texts]


@given(TEXTS, CORPUS)
def test_bm25_is_the_textbooks(query: str, corpus: list[tuple[str, ...]]) -> None:
    assert bm25([query], corpus)[0].tolist() == pytest.approx(slow_bm25(query, corpus), abs=1e-5)


@given(TEXTS, CORPUS)
def test_word_tfidf_is_the_textbooks(query: str, corpus: list[tuple[str, ...]]) -> None:
    assert word_tfidf([query], corpus)[0].tolist() == pytest.approx(slow_tfidf(query, corpus), abs=1e-5)


@pytest.mark.parametrize("method", [word_tfidf, character_tfidf, bm25])
def test_a_document_is_as_good_as_the_best_of_its_names(method: object) -> None:
    documents = [("cook", "kitchen chef"), ("night nurse", "ward nurse", "nurse")]
    names = [(name,) for names in documents for name in names]
    by_document, by_name = (method(["nurse", "chef"], each) for each in (documents, names))  # type: ignore[operator]
    expected = np.column_stack([by_name[:, :2].max(axis=1), by_name[:, 2:].max(axis=1)])
    assert by_document == pytest.approx(expected)


def test_more_queries_than_fit_at_once_are_all_scored() -> None:
    assert word_tfidf(["cook"] * 250, [("cook",), ("nurse",)]).tolist() == [[1, 0]] * 250


def test_a_misspelling_shares_characters_and_no_word() -> None:
    assert word_tfidf(["care wrker"], [("worker",)])[0, 0] == 0
    assert character_tfidf(["care wrker"], [("worker",)])[0, 0] > 0


def test_latent_semantics_sees_what_words_mean_together() -> None:
    texts = ["nurse ward", "nurse ward patient", "patient ward", "bread dough", "dough oven bread", "oven bread"]
    scores = latent_semantics(["nurse"], [(text,) for text in texts])
    assert scores[0, 2] > scores[0, 4]  # "patient ward" names no nurse


@given(TEXTS, st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=5))
def test_names_are_found_as_whole_words(query: str, documents: list[list[str]]) -> None:
    found = named_in([query], documents)[0]
    for names, score in zip(documents, found, strict=True):
        stands = [name for name in names if re.search(rf"\b{re.escape(name)}\b", query)]
        longest = max((len(name) for name in stands), default=0)
        assert score == pytest.approx(longest / len(query) if stands else -np.inf, rel=0.002)


def test_a_first_name_goes_before_another_name() -> None:
    scores = named_in(["Care Worker"], [("helper", "care worker"), ("care-worker",), ("cook",)])[0]
    assert scores[1] == 1
    assert 0.99 < scores[0] < 1
    assert scores[2] == -np.inf
