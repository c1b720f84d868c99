"""Occupations related to each other, as O*NET's analysts list them: twenty for each, in three tiers.

Candidates are all other occupations that have tasks. Grades are 3 for *Primary-Short*, 2 for *Primary-Long* and 1 for
*Supplemental*, and the gain is the grade itself (`matcher.evaluation.metrics.ndcg_at`): under it a plain latent
semantic analysis of title, description and tasks reaches .669, the figure to compare with.

References
----------
O*NET 29.3 Database, US Department of Labor (CC BY 4.0).
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import FileError
from matcher.evaluation import Qrels, ndcg_at
from matcher.importers.onet import read_onet
from matcher.judging.readers import Reader
from matcher.judging.tasks import Method, RankingTask, Slice, read_rows
from matcher.taxonomy.titles import TitledOccupation

__all__ = ["load", "ours"]

NAME = "related occupations"
_TIERS = {"Primary-Short": 3.0, "Primary-Long": 2.0, "Supplemental": 1.0}
_COLUMNS = ("O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier")

# Judgement: the work this program is about: counsellors and social workers, nurses and therapists, vocational nurses,
# aides and orderlies, assistants and aides of therapists, and care of children and persons.
_CARE = ("21-10", "29-11", "29-2061", "31-1", "31-2", "39-9")
# Judgement: with every occupation of health beside them, laboratories and pharmacies included.
_CARE_AND_HEALTH = (*_CARE, "29-", "31-")


def load(real_data: Path) -> list[RankingTask]:
    """One task a file ``related_occupations*.csv`` of ``judgements/onet``; empty where there is none.

    Queries and documents are occupations by code: title, description and tasks one after another as plain text.

    Raises
    ------
    FileError
        A file is missing or cannot be read.
    """
    folder = real_data / "judgements" / "onet"
    paths = sorted(folder.glob("related_occupations*.csv"))
    if not paths:
        return []
    occupations = [occupation for occupation in read_onet(folder).occupations if occupation.tasks]
    return [_task(path, occupations) for path in paths]


def ours(reader: Reader) -> dict[str, Method]:
    """Our method of comparing texts, and beside it that of comparing titles alone."""

    def by_text(task: RankingTask) -> NDArray[np.float32]:
        return reader.compare_texts(list(task.queries.values()), [text for (text, *_) in task.documents.values()])

    def by_title(task: RankingTask) -> NDArray[np.float32]:
        return reader.compare_titles([task.titles[code] for code in task.queries], list(task.titles.values()))

    return {"carematch": by_text, "carematch, titles only": by_title}


def _task(path: Path, occupations: Sequence[TitledOccupation]) -> RankingTask:
    part = path.stem.removeprefix("related_occupations").strip("_") or "all"
    grades: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_rows(path, _COLUMNS):
        code, related, tier = (row[column] for column in _COLUMNS)
        if tier not in _TIERS:
            raise FileError(f"{path}: '{tier}' is no tier of relatedness; O*NET has {', '.join(_TIERS)}.")
        grades[code][related] = _TIERS[tier]
    texts = {occupation.code: _text(occupation) for occupation in occupations}
    titles = {occupation.code: occupation.title for occupation in occupations}
    queries = {code: texts[code] for code in grades if code in texts}
    slices = (
        Slice(part, without_own=True),
        Slice(f"{part}, care", _of(queries, _CARE), without_own=True),
        Slice(f"{part}, care and health", _of(queries, _CARE_AND_HEALTH), without_own=True),
    )
    metrics = {"NDCG@10": lambda judged: ndcg_at(judged, 10)}
    documents = {code: (text,) for code, text in texts.items()}
    return RankingTask(NAME, queries, documents, Qrels(grades), metrics, slices, titles=titles)


def _text(occupation: TitledOccupation) -> str:
    return " ".join([f"{occupation.title}.", occupation.description, *occupation.tasks])


def _of(codes: Sequence[str] | dict[str, str], prefixes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code for code in codes if code.startswith(prefixes))
