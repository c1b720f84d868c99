"""Gates and features, for one pair and for arrays by the same definitions."""

from matcher.scoring.block import Feature, Pairs
from matcher.scoring.candidates import CandidateArrays
from matcher.scoring.checks import check_columns
from matcher.scoring.gates import GATES, blocked_pairs, judge_gates
from matcher.scoring.model import FEATURES, Model, load_model
from matcher.scoring.score import Scored, open_scores, score_pairs
from matcher.scoring.vacancies import VacancyArrays

__all__ = [
    "FEATURES",
    "GATES",
    "CandidateArrays",
    "Feature",
    "Model",
    "Pairs",
    "Scored",
    "VacancyArrays",
    "blocked_pairs",
    "check_columns",
    "judge_gates",
    "load_model",
    "open_scores",
    "score_pairs",
]
