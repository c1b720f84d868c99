"""The tabled way: the plain one without what it says of the same kinds again and again. NumPy and SciPy alone.

What depends on neither place nor words is looked up: in `tables`, or for the needs of vacancies, which fewer than they
are have of their own, in what the definition says of each person of a block. Pairs that a gate closes are left out
before anything else is looked up, and journeys are counted by the functions that `matcher.scoring` counts with.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from matcher.domain import TravelMode
from matcher.ranking.everything.alike import Kinds, kinds_of, kinds_of_spans
from matcher.ranking.everything.best_so_far import BestSoFar
from matcher.ranking.everything.journeys import Journeys
from matcher.ranking.everything.lists import ScoredMatches, rank_ids
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.partition import Block, Strips, in_reach
from matcher.ranking.everything.tables import (
    EXPERIENCE,
    GATES_OUT,
    HOURS_FIT,
    PAY,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    SHIFTS_OUT,
    WAITS,
    is_open_to_some,
    make_tables,
)
from matcher.scoring import CandidateArrays, Pairs, VacancyArrays, background, hours, skills
from matcher.scoring.score import weighted_sum
from matcher.scoring.taking import take

__all__ = ["TabledSweep"]

_PAIRS_AT_ONCE = 400_000
"""Judgement: some twenty arrays of as many floats are 60 MB."""

_WORDS = ("texts", "described")
_NEEDS = ("essential", "optional", "essential_known", "optional_known")
"""What wording and coverage read of a vacancy: taking all columns for every block costs as much as coverage does."""

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


class TabledSweep:
    """Tables of both sides, and the lists so far; on one thread.

    Raises
    ------
    NotFitError
        The rows are too varied for tables of their kinds.
    """

    def __init__(self, matching: Matching) -> None:
        people, work = matching.people, matching.work
        self._matching = matching
        self._tables = make_tables(people, work, matching.model, matching.as_of)
        self._needs = _kinds_of_needs(work)
        self._open, self._strips = is_open_to_some(self._tables), Strips(work)
        self._theirs = BestSoFar(len(people), matching.depth_of_theirs, rank_ids(work.ids))
        self._its = BestSoFar(len(work), matching.depth_of_its, rank_ids(people.ids))

    def run(self, blocks: Sequence[Block], n_threads: int) -> Generator[int, None, None]:  # noqa: ARG002 - as every sweep
        """Go through the blocks; after each, how many candidates it had."""
        for block in blocks:
            reached = in_reach(block, self._matching.work, self._strips.around(block))
            self._sweep(block.rows, reached[self._open[reached]])
            yield len(block.rows)

    def lists(self) -> ScoredMatches:
        """What was found."""
        return ScoredMatches(self._theirs.lists(), self._its.lists())

    def _sweep(self, rows: Rows, reached: Rows) -> None:
        people, at_once = take(self._matching.people, rows), max(1, _PAIRS_AT_ONCE // len(rows))
        for start in range(0, len(reached), at_once):
            columns = reached[start : start + at_once]
            scores = self._score(people, rows, columns)
            self._theirs.offer(rows, scores, columns)
            self._its.offer(columns, np.ascontiguousarray(scores.T), rows)

    def _score(self, people: CandidateArrays, rows: Rows, columns: Rows) -> Floats:
        """Scores of some people and vacancies, (n, m); -inf where a gate is closed."""
        work, prior = self._matching.work, self._matching.model.priors
        blocked = self._looked(GATES_OUT, rows[:, None], columns[None, :]) > 0
        blocked |= self._looked(SHIFTS_OUT, rows[:, None], columns[None, :]) > 0
        i, j = np.nonzero(~blocked)
        journeys = Journeys.of(people, work, (i, columns[j]))
        in_time = journeys.in_time()
        i, j, journeys = i[in_time], j[in_time], journeys.kept(in_time)
        whom, what = rows[i], columns[j]
        values = {
            "travel": journeys.near(lambda mode, these: self._waited(mode, whom[these], what[these]), prior["travel"]),
            "text": background.text(Pairs(people, _some(work, columns, _WORDS)), prior["text"]).value[i, j],
            **self._covered(people, columns, (i, j)),
            **self._by_kind(whom, what),
        }
        scores = np.full((len(rows), len(columns)), -np.inf)
        scores[i, j] = weighted_sum(values, self._matching.model)
        return scores

    def _looked(self, table: int, rows: Rows, columns: Rows) -> Floats:
        return np.asarray(self._tables.value[self._tables.base[table, columns] + self._tables.kind[table, rows]])

    def _by_kind(self, rows: Rows, columns: Rows) -> Mapping[str, Floats]:
        """Features that are looked up, of pairs one by one."""
        named = {"prior_sector": PRIOR_SECTOR, "experience": EXPERIENCE, "qualification": QUALIFICATION, "pay": PAY}
        when, how_many = (self._looked(table, rows, columns) for table in (SHIFT_SHARE, HOURS_FIT))
        return {
            "shifts": hours.both(when, how_many),
            "contract": self._tables.contract[columns],
            **{name: self._looked(table, rows, columns) for name, table in named.items()},
        }

    def _covered(self, people: CandidateArrays, columns: Rows, pairs: tuple[Rows, Rows]) -> Mapping[str, Floats]:
        """Coverage of needs, worked out for every kind of them that comes among the columns."""
        kinds, of = np.unique(self._needs.of[columns], return_inverse=True)
        alike = Pairs(people, _some(self._matching.work, self._needs.first[kinds], _NEEDS))
        prior, (i, j) = self._matching.model.priors, pairs
        return {
            "essential_skills": skills.essential_skills(alike, prior["essential_skills"]).value[i, of[j]],
            "optional_skills": skills.optional_skills(alike, prior["optional_skills"]).value[i, of[j]],
        }

    def _waited(self, mode: TravelMode, rows: Rows, columns: Rows) -> Floats:
        return self._looked(WAITS + int(self._tables.wait_of[list(TravelMode).index(mode)]), rows, columns)


def _some(work: VacancyArrays, rows: Rows, names: Sequence[str]) -> VacancyArrays:
    """Some rows of the columns that one definition reads; of the others nothing is to be read."""
    return replace(work, **{name: getattr(work, name)[rows] for name in ("ids", *names)})


def _kinds_of_needs(work: VacancyArrays) -> Kinds:
    """Vacancies with the same needs, as well known."""
    essential, optional = (
        kinds_of_spans(needs.indptr, needs.indices, needs.data) for needs in (work.essential, work.optional)
    )
    return kinds_of(len(work), essential.of, work.essential_known, optional.of, work.optional_known)
