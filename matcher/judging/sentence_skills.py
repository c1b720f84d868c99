"""Sentences of job adverts to the skills of ESCO that people marked in them (HOUSE and TECH).

The published convention: a query is a whole sentence, its relevant skills are those of all its marked spans together,
and every skill of ESCO is ranked. `LABEL NOT PRESENT` and `UNDERSPECIFIED` are no skills, and a sentence without any
other label is left out. Labels are preferred labels of ESCO 1.1.

References
----------
Decorte et al. (2022), "Design of Negative Sampling Strategies for Distantly Supervised Skill Extraction";
Decorte et al. (2023), "Extreme Multi-Label Skill Extraction Training using Large Language Models". R-precision at k is
theirs: hits among the first k, divided by ``min(k, n_relevant)``.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation import Qrels, r_precision_at, reciprocal_rank
from matcher.importers.esco import read_esco
from matcher.judging.readers import Reader
from matcher.judging.tasks import Method, Metric, RankingTask, Slice, read_rows

__all__ = ["load", "ours"]

NAME = "sentence skills"
N_RETRIEVED = 100  # the reciprocal rank of every method looks no deeper, for ours retrieves no more
_NO_SKILLS = frozenset({"LABEL NOT PRESENT", "UNDERSPECIFIED"})
_METRICS: dict[str, Metric] = {
    "RP@10": lambda judged: r_precision_at(judged, 10),
    "RP@5": lambda judged: r_precision_at(judged, 5),
    "RP@1": lambda judged: r_precision_at(judged, 1),
    "MRR": lambda judged: reciprocal_rank(judged, N_RETRIEVED),
}


def load(real_data: Path) -> list[RankingTask]:
    """One task a file of ``judgements/skills``, such as ``HOUSE validation``; empty where there is none.

    Queries are sentences (each its own id) and documents the skills of ``esco_v1.1.1``, by URI, with all their names.

    Raises
    ------
    FileError
        A file, or ESCO, cannot be read.
    """
    paths = sorted((real_data / "judgements" / "skills").glob("*_annotations.csv"))
    if not paths:
        return []
    esco = read_esco(real_data / "esco_v1.1.1").skills
    documents = {skill.uri: (skill.label, *skill.alt_labels) for skill in esco}
    uris = {skill.label: skill.uri for skill in esco}
    return [_task(path, documents, uris) for path in paths]


def ours(reader: Reader) -> dict[str, Method]:
    """Our ranking of skills; skills of ours that ESCO does not list are passed over."""

    def rank(task: RankingTask) -> NDArray[np.float32]:
        column = {uri: n for n, uri in enumerate(task.documents)}
        scores = np.full((len(task.queries), len(column)), -np.inf, dtype=np.float32)
        for row, sentence in enumerate(task.queries.values()):
            for skill, score in reader.rank_skills(sentence, k=N_RETRIEVED):
                if skill.uri in column:
                    scores[row, column[skill.uri]] = score
        return scores

    return {"carematch": rank}


def _task(path: Path, documents: Mapping[str, tuple[str, ...]], uris: Mapping[str, str]) -> RankingTask:
    partition, _, part = path.stem.removesuffix("_annotations").partition("_")
    grades: dict[str, dict[str, float]] = defaultdict(dict)
    unknown = set()
    for row in read_rows(path, ("sentence", "label")):
        if row["label"] in uris:
            grades[row["sentence"]][uris[row["label"]]] = 1.0
        elif row["label"] not in _NO_SKILLS:
            unknown.add(row["label"])
    note = f"Labels that ESCO 1.1.1 does not list, left out: {', '.join(sorted(unknown))}." if unknown else ""
    queries = {sentence: sentence for sentence in grades}
    return RankingTask(
        f"{NAME} ({partition.upper()})", queries, documents, Qrels(grades), _METRICS, (Slice(part or "all"),), note
    )
