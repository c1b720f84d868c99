"""The judgement sets that are rankings: where each is loaded, our methods, and the simple ones beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.judging import careers_service, job_titles, related_occupations, sentence_skills
from matcher.judging.baselines import Baseline, bm25, character_tfidf, latent_semantics, named_in, word_tfidf
from matcher.judging.readers import Reader
from matcher.judging.tasks import Method, RankingTask

__all__ = ["RANKING_SETS", "RankingSet"]


@dataclass(frozen=True, slots=True)
class RankingSet:
    """A judgement set that is a ranking.

    Attributes
    ----------
    load : callable
        The tasks in a folder of real data; none where the set is not there.
    ours : callable
        Our methods by name, the first the one to be judged by.
    needs : tuple of str
        The methods that an engine must have for it.
    lies_in : str
        Where in the folder of real data.
    baselines : mapping of str to baseline
    """

    load: Callable[[Path], list[RankingTask]]
    ours: Callable[[Reader], dict[str, Method]]
    needs: tuple[str, ...]
    lies_in: str
    baselines: Mapping[str, Baseline]


_WORDS: dict[str, Baseline] = {"word TF-IDF": word_tfidf, "character TF-IDF": character_tfidf, "BM25": bm25}
_NAMES: dict[str, Baseline] = {"exact name": named_in, **_WORDS}

RANKING_SETS = {
    "job-titles": RankingSet(job_titles.load, job_titles.ours, ("compare_titles",), "judgements/job_titles", _WORDS),
    "sentence-skills": RankingSet(
        sentence_skills.load, sentence_skills.ours, ("rank_skills",), "judgements/skills", _NAMES
    ),
    "related-occupations": RankingSet(
        related_occupations.load,
        related_occupations.ours,
        ("compare_texts", "compare_titles"),
        "judgements/onet",
        {**_WORDS, "LSA": latent_semantics},
    ),
    "careers-service": RankingSet(
        careers_service.load, careers_service.ours, ("link_occupation",), "ncs_job_profiles", _NAMES
    ),
}
