"""Everybody against everything: the compiled way against the plain one, on a small made-up nation."""

from datetime import date

import numpy as np
from numpy.random import default_rng

from matcher.benchmarks.blocks import Ratio, best_of
from matcher.benchmarks.national import SIZES, make_nation
from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.ranking.everything import AllMatches, Matching, match_everything

__all__ = ["compiled_against_plain"]

_SEED = 7
_K = 20


def compiled_against_plain(
    engine: Engine,
    templates: tuple[list[Candidate], list[Vacancy]],
    as_of: date,
    size: tuple[int, int] = SIZES["S"],
) -> Ratio:
    """The lists of both sides by either way, on as many threads as each makes use of.

    Raises
    ------
    AssertionError
        The two disagree in a single row or bit: a ratio between different answers would mean nothing.
    NotFitError
        numba is not installed.
    """
    nation = make_nation(size, templates, engine.taxonomy, as_of, default_rng(_SEED))
    matching = Matching(nation.people, nation.work, engine.model, as_of, _K)
    compiled = match_everything(matching, fast=True)  # compiled before the clock starts
    plain: list[AllMatches] = []
    baseline = best_of(lambda: plain.append(match_everything(matching, fast=False)), repeats=1)
    if not _are_same(compiled, plain[0]):
        raise AssertionError("The compiled and the plain way disagree.")
    return Ratio(
        baseline="the plain way",
        measured=f"the best {_K} of {size[0]:,} people and {size[1]:,} vacancies for each other, compiled",
        baseline_seconds=baseline,
        measured_seconds=best_of(lambda: match_everything(matching, fast=True)),
    )


def _are_same(one: AllMatches, other: AllMatches) -> bool:
    return all(
        np.array_equal(array, expected)
        for lists, wanted in (
            (one.vacancies_for_candidates, other.vacancies_for_candidates),
            (one.candidates_for_vacancies, other.candidates_for_vacancies),
        )
        for array, expected in zip(lists, wanted, strict=True)
    )
