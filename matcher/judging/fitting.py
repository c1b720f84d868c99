"""The reader's weights fitted anew: ``python -m matcher.judging.fitting`` writes ``models/reader-1``.

Each fusion is a logistic regression over few likenesses, fitted on the shared half of the judgements; how it does on
queries it was not fitted on is measured by folds of whole queries and written beside the weights.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.engine import EMBEDDINGS, Engine
from matcher.evaluation import Run, judge
from matcher.judging import careers_service, job_titles, related_occupations, sentence_skills
from matcher.judging.tasks import RankingTask
from matcher.likeness.encoder import Encoder
from matcher.likeness.fusion import Fusion
from matcher.packaged import models_path
from matcher.text.reader_model import READER
from matcher.text.skills.ranking import SkillSpace, skill_likenesses
from matcher.text.text_space import TextSpace, text_likenesses
from matcher.text.titles.likeness import title_likenesses
from matcher.text.titles.links import link_likenesses
from matcher.text.titles.space import TitleSpace

__all__ = ["fit_fusion", "out_of_fold"]

Likenesses = Mapping[str, NDArray[np.float32]]
Relevant = NDArray[np.bool_]

_N_FOLDS = 10
# Judgement: a part fitted to a negative weight would make a likeness count against; those parts are left out here.
_PARTS = {
    "titles": ("topics", "skills", "letters"),
    "titles, encoder": ("topics", "skills", "encoder"),
    "texts": ("latent", "topics", "called", "knowledge"),
    "texts, encoder": ("topics", "called", "knowledge", "encoder"),
    "skills": ("share", "letters", "names", "mentioned", "usual"),
    "skills, encoder": ("share", "mentioned", "usual", "encoder", "window"),
    "occupations": ("best_words", "mean_words", "best_letters", "topics", "named"),
}
# Judgement: of the pairs that nobody would mistake, a few stand for all.
_HARDEST = {"skills": 100, "occupations": 30}
_SHARE_OF_EASY = 0.02
_SEED = 20261125


@dataclass(frozen=True, eq=False)
class _Data:
    """One or more judgement sets of one kind: likenesses and what is relevant, a row a query."""

    tasks: Sequence[RankingTask]
    documents: tuple[str, ...]
    parts: Likenesses
    relevant: Relevant
    left_out: Relevant


def fit_fusion(parts: Likenesses, relevant: Relevant, counted: Relevant) -> Fusion:
    """Weights by logistic regression over the pairs that are counted.

    Parameters
    ----------
    parts : mapping of str to ndarray (n_queries, n_documents)
    relevant, counted : ndarray of bool, same shape
    """
    from sklearn.linear_model import LogisticRegression

    table = np.stack([values[counted] for values in parts.values()], axis=-1)
    fitted = LogisticRegression(max_iter=1000).fit(table, relevant[counted])
    weights = dict(zip(parts, (round(float(weight), 4) for weight in fitted.coef_[0]), strict=True))
    return Fusion(round(float(fitted.intercept_[0]), 4), weights)


def out_of_fold(parts: Likenesses, relevant: Relevant, counted: Relevant) -> NDArray[np.float32]:
    """Likenesses of every pair by weights that were fitted without its query, (n_queries, n_documents)."""
    folds = np.arange(len(relevant)) % _N_FOLDS
    scores = np.empty(relevant.shape, dtype=np.float32)
    for fold in range(min(_N_FOLDS, len(relevant))):
        held = folds == fold
        known = {name: values[~held] for name, values in parts.items()}
        fusion = fit_fusion(known, relevant[~held], counted[~held])
        scores[held] = fusion.combine({name: values[held] for name, values in parts.items()})
    return scores


def _counted(parts: Likenesses, data: _Data, hardest: int | None) -> Relevant:
    """All pairs, or the relevant, the likest by any part, and a few of the others."""
    if hardest is None:
        return ~data.left_out
    counted = data.relevant | (np.random.default_rng(_SEED).random(data.relevant.shape) < _SHARE_OF_EASY)
    for values in parts.values():
        np.put_along_axis(counted, np.argpartition(-values, hardest, axis=1)[:, :hardest], values=True, axis=1)
    return counted & ~data.left_out


def _data(tasks: Sequence[RankingTask], parts: Callable[[RankingTask], Likenesses], documents: Sequence[str]) -> _Data:
    column = {document: n for n, document in enumerate(documents)}
    blocks = [parts(task) for task in tasks]
    queries = [(task, query) for task in tasks for query in task.queries]
    relevant = np.zeros((len(queries), len(documents)), dtype=bool)
    left_out = np.zeros_like(relevant)
    for row, (task, query) in enumerate(queries):
        relevant[row, [column[each] for each in task.qrels.relevant(query) if each in column]] = True
        if query in column:
            left_out[row, column[query]] = True
    joined = {name: np.vstack([block[name] for block in blocks]) for name in blocks[0]}
    return _Data(tasks, tuple(documents), joined, relevant, left_out)


def _all_data(real_data: Path, encoder: Encoder | None) -> Iterator[tuple[str, _Data]]:
    engine = Engine.load(taxonomy=real_data / "esco_v1.1.1", titles=real_data / "judgements" / "onet")
    titles, skills = TitleSpace(engine.taxonomy, engine.titles), SkillSpace(engine.taxonomy)
    texts = TextSpace(titles)
    named = job_titles.load(real_data)
    corpus = [title for (title, *_) in named[0].documents.values()]
    yield (
        "titles",
        _data(
            named,
            lambda task: title_likenesses(list(task.queries.values()), corpus, titles, encoder),
            list(named[0].documents),
        ),
    )
    related = related_occupations.load(real_data)
    bodies = [text for (text, *_) in related[0].documents.values()]
    yield (
        "texts",
        _data(
            related,
            lambda task: text_likenesses(list(task.queries.values()), bodies, texts, encoder),
            list(related[0].documents),
        ),
    )
    uris = [skill.uri or skill.id for skill in engine.taxonomy.skills]
    yield (
        "skills",
        _data(
            sentence_skills.load(real_data),
            lambda task: skill_likenesses(list(task.queries.values()), skills, encoder),
            uris,
        ),
    )
    yield (
        "occupations",
        _data(
            careers_service.load(real_data),
            lambda task: link_likenesses(list(task.queries.values()), titles),
            [term.uri or term.id for term in engine.taxonomy.occupations.values()],
        ),
    )


def fit_all(real_data: Path, encoder: Encoder | None, folder: Path) -> None:
    """Fit every fusion, and write ``weights.json`` and ``metrics.json`` into a model folder.

    Without an encoder the fusions that use one are kept as they are.
    """
    path = folder / "weights.json"
    weights = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    metrics_path = folder / "metrics.json"
    metrics = json.loads(metrics_path.read_text(encoding="utf-8")) if metrics_path.is_file() else {}
    for read, data in _all_data(real_data, encoder):
        for name in (read, f"{read}, encoder"):
            if name not in _PARTS or ("encoder" in name and encoder is None):
                continue
            parts = {part: data.parts[part] for part in _PARTS[name]}
            counted = _counted(parts, data, _HARDEST.get(read))
            fusion = fit_fusion(parts, data.relevant, counted)
            weights[name] = {"intercept": fusion.intercept, "weights": dict(fusion.weights)}
            metrics[name] = _measured(data, out_of_fold(parts, data.relevant, counted))
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")
    metrics_path.write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Fit on the data and with the encoder that the settings name."""
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder:
        raise SystemExit("CAREMATCH_REAL_DATA names no folder of real data: set it.")
    encoder = os.environ.get("CAREMATCH_ENCODER")
    fit_all(Path(folder), Encoder.at(encoder, EMBEDDINGS) if encoder else None, models_path(READER))


def _measured(data: _Data, scores: NDArray[np.float32]) -> dict[str, object]:
    """The first metric of each task over queries that the weights were not fitted on, and what they were fitted on."""
    found: dict[str, object] = {}
    start = 0
    for task in data.tasks:
        rows = scores[start : start + len(task.queries)].copy()
        rows[data.left_out[start : start + len(task.queries)]] = -np.inf
        start += len(task.queries)
        name, metric = next(iter(task.metrics.items()))
        judged = judge(Run(tuple(task.queries), data.documents, rows), task.qrels)
        found[f"{task.name}: {name}, queries left out in turn"] = round(
            float(np.mean([metric(each) for each in judged])), 4
        )
    fingerprint = hashlib.sha256(json.dumps([list(task.queries) for task in data.tasks]).encode()).hexdigest()[:16]
    return found | {"n_queries": len(scores), "queries": fingerprint}


if __name__ == "__main__":
    main()
