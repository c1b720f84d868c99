"""How well a ranking or a set agrees with what people judged: metrics, qrels and intervals, all of them pure."""

from matcher.evaluation.bootstrap import Interval, bootstrap_difference, bootstrap_mean, bootstrap_statistic
from matcher.evaluation.calibration import expected_calibration_error
from matcher.evaluation.metrics import (
    SetScores,
    average_precision,
    compare_sets,
    hit_at,
    ndcg_at,
    r_precision_at,
    reciprocal_rank,
)
from matcher.evaluation.qrels import Judged, Qrels, Run, judge

__all__ = [
    "Interval",
    "Judged",
    "Qrels",
    "Run",
    "SetScores",
    "average_precision",
    "bootstrap_difference",
    "bootstrap_mean",
    "bootstrap_statistic",
    "compare_sets",
    "expected_calibration_error",
    "hit_at",
    "judge",
    "ndcg_at",
    "r_precision_at",
    "reciprocal_rank",
]
