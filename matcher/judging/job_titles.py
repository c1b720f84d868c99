"""Likeness of job titles: which of 2,619 titles are like a given one, as two people judged (Avature).

The whole corpus is ranked and scored as the publishers do with trec_eval: MAP, a query's relevant titles being those of
the file. Of some queries the very same title stands in the corpus, and the file never counts it as relevant; the second
slice leaves it out, since nobody asks which titles are like their own and expects to be told their own.

References
----------
Zbib et al. (2022), "Learning Job Titles Similarity from Noisy Skill Labels";
https://huggingface.co/datasets/Avature/Job-Title-Similarity (Apache-2.0).
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation import Qrels, average_precision, r_precision_at
from matcher.judging.readers import Reader
from matcher.judging.tasks import Method, RankingTask, Slice, number_in, read_rows

__all__ = ["load", "ours"]

NAME = "job titles"
_METRICS = {"MAP": average_precision, "RP@10": lambda judged: r_precision_at(judged, 10)}


def load(real_data: Path) -> list[RankingTask]:
    """The task, from ``judgements/job_titles`` of a folder of real data; empty where it is not there.

    Queries without a judgement (those kept back) are left out.

    Raises
    ------
    FileError
        A file of the three is missing or cannot be read.
    """
    folder = real_data / "judgements" / "job_titles"
    if not folder.is_dir():
        return []
    grades: dict[str, dict[str, float]] = defaultdict(dict)
    qrels = folder / "qrels.tsv"
    for row in read_rows(qrels, ("query", "iteration", "document", "grade"), has_header=False):
        grades[row["query"]][row["document"]] = number_in(row, "grade", qrels)
    queries = {name: title for name, title in _titles(folder / "queries.tsv").items() if name in grades}
    documents = {name: (title,) for name, title in _titles(folder / "corpus_documents.tsv").items()}
    slices = (Slice("as published"), Slice("own title left out", without_own=True))
    return [RankingTask(NAME, queries, documents, Qrels(grades), _METRICS, slices)]


def ours(reader: Reader) -> dict[str, Method]:
    """Our method of comparing titles."""

    def compare(task: RankingTask) -> NDArray[np.float32]:
        return reader.compare_titles(list(task.queries.values()), [title for (title, *_) in task.documents.values()])

    return {"carematch": compare}


def _titles(path: Path) -> Mapping[str, str]:
    return {row["id"]: row["title"] for row in read_rows(path, ("id", "title"), has_header=False)}
