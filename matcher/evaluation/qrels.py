"""Judgements, rankings, and a ranking held against the judgements.

Qrels, run and grade are the words of TREC: *qrels* say how relevant a document is to a query, a *run* is what a method
ranked. Here a query may be a job title or a sentence, and a document an occupation or a skill.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Judged", "Qrels", "Run", "judge"]


@dataclass(frozen=True, eq=False)
class Qrels:
    """What people judged.

    Attributes
    ----------
    grades : mapping of query id to mapping of document id to grade
        A grade above 0 is relevant; a document without a grade is not relevant.
    """

    grades: Mapping[str, Mapping[str, float]]

    def relevant(self, query: str) -> dict[str, float]:
        """The relevant documents of a query with their grades; empty where there are none."""
        return {document: grade for document, grade in self.grades.get(query, {}).items() if grade > 0}

    @property
    def n_relevant(self) -> int:
        """How many pairs are relevant, over all queries."""
        return sum(len(self.relevant(query)) for query in self.grades)


@dataclass(frozen=True, eq=False)
class Run:
    """What one method says of every pair of a query and a document.

    Attributes
    ----------
    queries, documents : tuple of str
        Ids, each once.
    scores : ndarray of float, shape (n_queries, n_documents)
        Higher is better; ``-inf`` is not retrieved at all.
    """

    queries: tuple[str, ...]
    documents: tuple[str, ...]
    scores: NDArray[np.floating]

    def __post_init__(self) -> None:
        shape = (len(self.queries), len(self.documents))
        if self.scores.shape != shape:
            raise ValueError(f"The scores are {self.scores.shape} for {shape[0]} queries and {shape[1]} documents.")
        if np.isnan(self.scores).any():
            raise ValueError("A score is not a number (NaN); no order follows from it.")


@dataclass(frozen=True, eq=False)
class Judged:
    """One query's ranking held against the judgements.

    Attributes
    ----------
    query : str
    gains : ndarray of float64, shape (n_retrieved,)
        The grade of each retrieved document, best ranked first; 0 where it is not relevant.
    ideal : ndarray of float64, shape (n_relevant,)
        The grades of all relevant documents, retrieved or not, highest first.
    """

    query: str
    gains: NDArray[np.float64]
    ideal: NDArray[np.float64]

    @property
    def n_relevant(self) -> int:
        """How many documents are relevant, retrieved or not."""
        return len(self.ideal)


def judge(run: Run, qrels: Qrels) -> Iterator[Judged]:
    """Every query's ranking held against the judgements, in the run's order.

    Documents are ranked by ``(-score, id)``, so that ties never depend on the order of the corpus. A query without a
    relevant document says nothing of a method and is left out.
    """
    column = {document: n for n, document in enumerate(run.documents)}
    by_id = np.array(sorted(range(len(column)), key=run.documents.__getitem__), dtype=np.int64)
    for query, scores in zip(run.queries, run.scores, strict=True):
        relevant = qrels.relevant(query)
        if not relevant:
            continue
        grades = np.zeros(len(column))
        for document, grade in relevant.items():
            if document in column:
                grades[column[document]] = grade
        order = by_id[np.argsort(-scores[by_id], kind="stable")]
        retrieved = order[scores[order] > -np.inf]
        yield Judged(query, grades[retrieved], np.sort(np.array(list(relevant.values()), dtype=np.float64))[::-1])
