"""What every judgement set comes down to: queries, documents with their names, and what people judged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import FileError
from matcher.evaluation import Judged, Qrels, Run, judge
from matcher.importers.tables import open_table

__all__ = ["Method", "Metric", "RankingTask", "Slice", "number_in", "read_rows"]

Method = Callable[["RankingTask"], NDArray[np.float32]]
"""Scores of a task, (n_queries, n_documents); ``-inf`` where a document is not retrieved."""

Metric = Callable[[Judged], float]


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the queries of a task.

    Attributes
    ----------
    name : str
        As it is printed.
    queries : frozenset of str or None
        Ids; None is all of them.
    without_own : bool
        Whether the document that has the query's own id is left out of its ranking.
    """

    name: str = "all"
    queries: frozenset[str] | None = None
    without_own: bool = False

    def holds(self, query: str) -> bool:
        """Whether a query belongs to it."""
        return self.queries is None or query in self.queries


@dataclass(frozen=True, eq=False)
class RankingTask:
    """A judgement set as a ranking.

    Attributes
    ----------
    name : str
        As it is printed.
    queries : mapping of id to text
    documents : mapping of id to names
        The first name is the main one; a text is a document with one name.
    qrels : Qrels
    metrics : mapping of name to metric
    slices : tuple of Slice
        Each becomes rows of its own.
    note : str
        What the reader of its figures should know.
    titles : mapping of id to title
        Of the documents, where their names are whole texts.
    """

    name: str
    queries: Mapping[str, str]
    documents: Mapping[str, Sequence[str]]
    qrels: Qrels
    metrics: Mapping[str, Metric]
    slices: tuple[Slice, ...] = field(default=(Slice(),))
    note: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)

    def judged(self, scores: NDArray[np.float32]) -> Iterator[tuple[Slice, tuple[Judged, ...]]]:
        """The rankings that follow from some scores, held against the judgements, slice by slice."""
        either = {
            without: self._judged(scores, without_own=without) for without in {s.without_own for s in self.slices}
        }
        for part in self.slices:
            yield part, tuple(each for each in either[part.without_own] if part.holds(each.query))

    def _judged(self, scores: NDArray[np.float32], *, without_own: bool) -> list[Judged]:
        column = {document: n for n, document in enumerate(self.documents)}
        if without_own:
            scores = scores.copy()
            for row, query in enumerate(self.queries):
                if query in column:
                    scores[row, column[query]] = -np.inf
        return list(judge(Run(tuple(self.queries), tuple(column), scores), self.qrels))


def read_rows(path: Path, columns: Sequence[str], *, has_header: bool = True) -> Iterator[dict[str, str]]:
    """The rows of a file of judgements that has these columns.

    Raises
    ------
    FileError
        The file cannot be read or lacks a column.
    """
    for _, row in open_table(path, required=set(columns), known=columns, has_header=has_header):
        yield row


def number_in(row: Mapping[str, str], column: str, path: Path) -> float:
    """A cell of a file of judgements as a number.

    Raises
    ------
    FileError
        It is none.
    """
    try:
        return float(row[column])
    except ValueError:
        raise FileError(f"{path}: '{row[column]}' in column {column} is not a number; mend the file.") from None
