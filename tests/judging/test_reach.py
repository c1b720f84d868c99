"""How well the lexical reader does on the shared judgements: floors a little under what is measured.

The weights were fitted on these very halves; the figures for queries left out in turn are in ``models/reader-1``.
"""

from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from matcher.engine import Engine
from matcher.judging import (
    careers_service,
    job_titles,
    related_occupations,
    sentence_skills,
    transition_study,
    transitions,
)
from matcher.judging.tasks import RankingTask

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def reader(real_data: Path) -> Engine:
    """Over the whole of ESCO, with O*NET's titles and no encoder."""
    with pytest.MonkeyPatch.context() as settings:
        settings.delenv("CAREMATCH_ENCODER", raising=False)
        return Engine.load(taxonomy=real_data / "esco_v1.1.1", titles=real_data / "judgements" / "onet")


def measured(task: RankingTask, scores: np.ndarray) -> dict[str, float]:
    """The first metric of every slice."""
    metric = next(iter(task.metrics.values()))
    return {part.name: float(np.mean([metric(each) for each in judged])) for part, judged in task.judged(scores)}


def test_job_titles_are_compared_as_people_do(real_data: Path, reader: Engine) -> None:
    (task,) = job_titles.load(real_data)
    assert measured(task, job_titles.ours(reader)["carematch"](task))["as published"] >= 0.56


@pytest.mark.parametrize(("name", "floor"), [("HOUSE", 0.58), ("TECH", 0.72)])
def test_sentences_lead_to_the_skills_people_marked(real_data: Path, reader: Engine, name: str, floor: float) -> None:
    task = next(task for task in sentence_skills.load(real_data) if name in task.name)
    assert measured(task, sentence_skills.ours(reader)["carematch"](task))["validation"] >= floor


def test_related_occupations_are_found_by_their_descriptions(real_data: Path, reader: Engine) -> None:
    (task,) = related_occupations.load(real_data)
    found = measured(task, related_occupations.ours(reader)["carematch"](task))
    assert found["dev"] >= 0.74
    assert found["dev, care"] >= 0.76


def test_titles_that_are_names_lead_to_what_is_called_so(real_data: Path, reader: Engine) -> None:
    (task,) = careers_service.load(real_data)
    exact = next(part for part in task.slices if part.name == "exact name")
    uris = {query: set(task.qrels.relevant(query)) for query in sorted(task.queries) if exact.holds(query)}
    sample = list(uris)[::4]
    first = [reader.link_occupation(task.queries[query], 1)[0].occupation.uri for query in sample]
    right = [uri in uris[query] for query, uri in zip(sample, first, strict=True)]
    assert np.mean(right) >= 0.97  # the rest are names that a more particular occupation of ours goes by


def test_transitions_that_people_find_feasible_fit_better(real_data: Path, reader: Engine) -> None:
    pairs = transitions.load(real_data)["dev"]
    ours = [reader.transition_fit(pair.origin, pair.destination) for pair in pairs]
    assert spearmanr(ours, [pair.feasibility for pair in pairs]).statistic >= 0.89


def test_likenesses_made_one_agree_with_people_better_than_the_best_alone(real_data: Path) -> None:
    study = transition_study.load(real_data)
    assert study is not None
    rows, _ = transition_study.measured_study(*study, np.random.default_rng(1))
    value = {row.method: row.value for row in rows}
    assert value["fusion that only rises"] >= max(0.774, value["optional_skills alone"])
