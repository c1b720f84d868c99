"""Runs judgement sets: our methods beside simple ones, on the same queries, in the same run."""

from matcher.judging.evaluate import SETS, Evaluation, evaluate
from matcher.judging.rows import Comparison, Row

__all__ = ["SETS", "Comparison", "Evaluation", "Row", "evaluate"]
