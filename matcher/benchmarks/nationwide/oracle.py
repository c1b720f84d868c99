"""The lists held against the definitions themselves: every gate and feature of `matcher.scoring`, sorted by NumPy.

What is left out beforehand is only who lives farther off than the quickest way of travel gets anybody in the minutes
they would travel at most, as the crow flies and without a wait.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import kept_lists, kept_nation
from matcher.benchmarks.nationwide.matching import K, matching_of
from matcher.domain import TravelMode
from matcher.geography import mode_speed
from matcher.ranking.everything import Matching
from matcher.ranking.everything.lists import ScoredLists
from matcher.scoring import Pairs, open_scores
from matcher.scoring.gates import FARTHEST_MINUTES
from matcher.scoring.taking import take

__all__ = ["SAMPLED", "best_people", "best_vacancies", "exactness"]

SAMPLED = {"S": (600, 200), "M": (3_000, 1_000), "L": (3_000, 1_000)}
"""How many people and vacancies are looked at; on the small scale so few that they take seconds."""

_SEED = 13

_TOGETHER = 30
"""Judgement: so many neighbours are scored at once with all that any of them could reach."""

_PAIRS_AT_ONCE = 400_000
"""Judgement: some forty arrays of that many floats are 130 MB."""

Rows = NDArray[np.int64]
Scores = NDArray[np.float64]


def exactness(folder: Path, scale: str) -> Figures:
    """Recall at k, and whether order and scores are the same to the last bit, of samples of both sides."""
    matching, lists, rng = matching_of(kept_nation(folder)), kept_lists(folder), default_rng(_SEED)
    n_people, n_vacancies = SAMPLED[scale]
    people = _sample(len(matching.people), n_people, rng)
    work = _sample(len(matching.work), n_vacancies, rng)
    theirs = _held_against(lists.vacancies_for_candidates, best_vacancies(matching, people))
    its = _held_against(lists.candidates_for_vacancies, best_people(matching, work))
    return {
        "n_people": len(people),
        "n_vacancies": len(work),
        "recall_for_people": theirs[0],
        "recall_for_vacancies": its[0],
        "n_lists_that_differ": theirs[1] + its[1],
    }


def _sample(n_rows: int, n: int, rng: Generator) -> Rows:
    return np.sort(rng.choice(n_rows, min(n, n_rows), replace=False))


def best_vacancies(matching: Matching, people: Rows) -> Iterator[tuple[int, Rows, Scores]]:
    """Each candidate, with the rows and scores of the best k vacancies for them."""
    for rows in _neighbours(matching, people):
        columns = np.flatnonzero(_could_reach(matching, rows, np.arange(len(matching.work))).any(axis=0))
        scores = _scores(matching, rows, columns)
        for row, of_row in zip(rows, scores, strict=True):
            yield (int(row), *_first(of_row, columns, matching.work.ids, matching.k))


def best_people(matching: Matching, work: Rows) -> Iterator[tuple[int, Rows, Scores]]:
    """Each vacancy, with the rows and scores of the best k candidates for it."""
    everybody = np.arange(len(matching.people))
    for row in work:
        rows = np.flatnonzero(_could_reach(matching, everybody, np.array([row]))[:, 0])
        scores = _scores(matching, rows, np.array([row]))[:, 0]
        yield (int(row), *_first(scores, rows, matching.people.ids, matching.k))


def _neighbours(matching: Matching, people: Rows) -> Iterator[Rows]:
    """People some at a time; those whose place nobody knows, who may reach anything, apart."""
    east, north = matching.people.easting_m[people], matching.people.northing_m[people]
    known = np.isfinite(east) & np.isfinite(north)
    order = np.lexsort((north[known] // 20_000, east[known] // 20_000))
    for rows in (people[known][order], people[~known]):
        for start in range(0, len(rows), _TOGETHER):
            yield rows[start : start + _TOGETHER]


def _could_reach(matching: Matching, rows: Rows, columns: Rows) -> NDArray[np.bool_]:
    """(n_rows, n_columns): whether each could get to each at all."""
    people, work = matching.people, matching.work
    minutes = np.where(np.isnan(people.max_travel_minutes), FARTHEST_MINUTES, people.max_travel_minutes)[rows]
    fastest = max(mode_speed(mode).speed_kmh for mode in TravelMode)
    metres = (minutes * fastest / 60.0 + people.blur_km[rows])[:, None] * 1000.0
    metres = metres + (work.radius_km + work.blur_km)[columns][None, :] * 1000.0
    east = people.easting_m[rows][:, None] - work.easting_m[columns][None, :]
    north = people.northing_m[rows][:, None] - work.northing_m[columns][None, :]
    too_far = np.hypot(east, north) > metres + 1.0
    return ~too_far | work.live_in[columns][None, :]  # where a place is unknown, nothing is too far


def _scores(matching: Matching, rows: Rows, columns: Rows) -> Scores:
    """(n_rows, n_columns) scores, -inf where a gate blocks."""
    found = np.empty((len(rows), len(columns)))
    n_rows = min(len(rows), _PAIRS_AT_ONCE)
    n_columns = max(1, _PAIRS_AT_ONCE // max(1, n_rows))
    for top in range(0, len(rows), max(1, n_rows)):
        people = take(matching.people, rows[top : top + n_rows])
        for left in range(0, len(columns), n_columns):
            pairs = Pairs(people, take(matching.work, columns[left : left + n_columns]))
            found[top : top + n_rows, left : left + n_columns] = open_scores(pairs, matching.model, matching.as_of)
    return found


def _first(scores: Scores, rows: Rows, ids: NDArray[np.object_], k: int) -> tuple[Rows, Scores]:
    """The best k that are not blocked, by ``(-score, id)``."""
    let_through = np.flatnonzero(scores > -np.inf)
    order = sorted(let_through, key=lambda at: (-scores[at], str(ids[rows[at]])))[:k]
    return rows[order], scores[order]


def _held_against(lists: ScoredLists, expected: Iterator[tuple[int, Rows, Scores]]) -> tuple[float, int]:
    """Recall at k over all lists, and how many of them differ in order or by a bit."""
    n_found = n_all = n_others = 0
    for row, rows, scores in expected:
        mine = _entries(lists, row, K)
        n_found, n_all = n_found + len(set(rows.tolist()) & set(mine[0])), n_all + len(rows)
        n_others += mine != (rows.tolist(), scores.tolist())
    return n_found / max(1, n_all), n_others


def _entries(lists: ScoredLists, row: int, k: int) -> tuple[Sequence[int], Sequence[float]]:
    there = lists[0][row, :k] >= 0
    return lists[0][row, :k][there].tolist(), lists[1][row, :k][there].tolist()
