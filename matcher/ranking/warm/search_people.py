"""The best people for one vacancy: those in reach, the most promising first, and few pairs scored whole; compiled.

As `search_work`, but that there are many more people than vacancies, and skills decide: so what each may bring is
added up for all in reach at once, out of sketches, and those who may bring most are looked at first.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import People, Travel
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.exact import exact_coverage, exact_kilometres, exact_likeness, nearness
from matcher.ranking.everything.heaps import offer
from matcher.ranking.everything.looked import W_ESSENTIAL, W_OPTIONAL, W_TEXT, W_TRAVEL
from matcher.ranking.everything.pair import added_up
from matcher.ranking.warm.askers import AskingVacancy
from matcher.ranking.warm.cells import LIVE_IN, PLACED
from matcher.ranking.warm.looks import CONTRACT, EXPERIENCE, HOURS, PAY, QUALIFICATION, SECTOR, WEEKS
from matcher.ranking.warm.promising import SHELF_POINTS, Runs, Scratch, count_shelves, take_shelves
from matcher.ranking.warm.scoring_rows import SLACK, Hits, Looked, Scales, Wanted, journey, look_up_points
from matcher.ranking.warm.sketches import HINT_POINTS

__all__ = ["search_people"]

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]

_ONE = np.uint64(1)

_AT_ONCE = 256
"""Judgement: so many rows are looked up before the bar is asked again."""

_FIRST, _FACTOR = 512, 32
"""Judgement: how many of the most promising are looked at first, and how many times more at most in each round after:
each goes over the points of all, and the best of the first set a bar that few of the rest may reach."""


@compiled
def search_people(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - one loop, as in `everything.kernel`
    vacancy: AskingVacancy,
    people: People,
    travel: Travel,
    kinds: Ints,
    looked: Looked,
    scales: Scales,
    sketch: NDArray[np.uint8],
    runs: Runs,
    wanted: Wanted,
    scratch: Scratch,
) -> Hits:
    """People for a vacancy.

    Parameters
    ----------
    kinds : (n, n_groups), the kinds of the people
    sketch : (n_places / 2, n), what the people bring
    """
    _, values, most_looked = looked
    hours, sector, experience, qualification = values[HOURS], values[SECTOR], values[EXPERIENCE], values[QUALIFICATION]
    pay, weeks, contract = values[PAY], values[WEEKS], values[CONTRACT]
    weights, priors, when, how_many, half_value, same_topic, wait_of = scales
    where, its_blur, telling, needed, needs_known, more_telling, more_needed, more_known, words, n_words, hints = (
        vacancy
    )
    figures, ways, waited = (travel.speed, travel.detour, travel.fixed), (travel.usual, travel.best), (wait_of, weeks)
    ranks, east, north, blur, group = people.rank, people.easting, people.northing, people.blur, people.group
    limit, asked = people.limit, people.asked
    credit_start, credit_item, credit, _ = people.credits
    text_start, text_item, _, their_words = people.texts
    allowed, bars, k = wanted.allowed, wanted.bars, wanted.k
    w_travel, w_essential, w_optional, w_text = (
        weights[W_TRAVEL],
        weights[W_ESSENTIAL],
        weights[W_OPTIONAL],
        weights[W_TEXT],
    )
    has_bars, is_placed, lives_in = len(bars) > 0, where.sort == PLACED, where.sort == LIVE_IN
    most_skills = w_essential + w_optional + w_text

    score, rank, size = np.empty((1, k)), np.empty((1, k), np.int32), np.zeros(1, np.int32)
    n_all = len(ranks) if has_bars else 0
    hit_rank, hit_score, n_hits = np.empty(n_all, np.int32), np.empty(n_all), 0
    bar = -np.inf if has_bars else wanted.least - SLACK
    rest, totals = hints.rest + w_text, np.empty(_AT_ONCE)
    counts, of_runs = count_shelves(runs, sketch, hints, w_travel, scratch.points)
    rows, most = scratch.rows, scratch.most
    above, at_least = len(counts), len(ranks) if has_bars else _FIRST
    while above > 0 and (has_bars or not rest + most_looked + above * SHELF_POINTS < bar):
        lowest = _shelves(counts, above, at_least, rest + most_looked, -np.inf if has_bars else bar)
        n, above, at_least = take_shelves(runs, of_runs, scratch, lowest, above), lowest, at_least * _FACTOR
        for first in range(0, n, _AT_ONCE):
            last = min(first + _AT_ONCE, n)
            look_up_points(totals, rows[first:last], kinds, looked.points)
            for at in range(first, last):
                i, total, best = rows[at], totals[at - first], most[at] * HINT_POINTS
                if has_bars:
                    bar = bars[i] - SLACK
                if total + rest + best < bar or total == -np.inf or not allowed[i]:
                    continue
                near = 1.0 if lives_in else priors[W_TRAVEL]
                if is_placed and np.isfinite(east[i]) and np.isfinite(north[i]):
                    dx, dy = east[i] - where.easting, north[i] - where.northing
                    km = exact_kilometres(dx, dy, where.radius_km, blur[i], its_blur)
                    at_best, counted = journey(km, group[i], ways, figures, waited, kinds[i, WEEKS])
                    if at_best > limit[i]:
                        continue
                    near = nearness(counted, half_value)
                total += w_travel * near
                if total + most_skills < bar:
                    continue
                points, more = 0, 0
                for entry in range(credit_start[i], credit_start[i + 1]):
                    points += telling[credit_item[entry]] * np.int64(credit[entry])
                    more += more_telling[credit_item[entry]] * np.int64(credit[entry])
                essential = exact_coverage(points, needed, asked[i], needs_known, priors[W_ESSENTIAL])
                optional = exact_coverage(more, more_needed, asked[i], more_known, priors[W_OPTIONAL])
                if total + w_essential * essential + w_optional * optional + w_text < bar:
                    continue
                shared = 0
                for entry in range(text_start[i], text_start[i + 1]):
                    word = text_item[entry]
                    shared += int((words[word >> 6] >> np.uint64(word & 63)) & _ONE)
                likeness = exact_likeness(shared, their_words[i], n_words, same_topic, priors[W_TEXT])
                shifts = when * weeks[0, kinds[i, WEEKS]] + how_many * hours[0, kinds[i, HOURS]]
                whole = added_up(
                    weights,
                    essential,
                    optional,
                    near,
                    shifts,
                    contract[0, kinds[i, CONTRACT]],
                    sector[0, kinds[i, SECTOR]],
                    experience[0, kinds[i, EXPERIENCE]],
                    qualification[0, kinds[i, QUALIFICATION]],
                    pay[0, kinds[i, PAY]],
                    likeness,
                )
                if has_bars:
                    if whole >= bars[i]:
                        hit_rank[n_hits], hit_score[n_hits] = ranks[i], whole
                        n_hits += 1
                elif whole >= wanted.least:
                    offer(score, rank, size, 0, whole, ranks[i])
                    if size[0] == k:
                        bar = max(score[0, 0], wanted.least) - SLACK
    if has_bars:
        return Hits(hit_rank[:n_hits].copy(), hit_score[:n_hits].copy())
    return Hits(rank[0, : size[0]].copy(), score[0, : size[0]].copy())


@compiled
def _shelves(counts: Longs, above: int, at_least: int, beside: float, bar: float) -> int:
    """The lowest of so many shelves below `above` as hold at least that many rows, or as may reach the bar.

    `beside` is the most points that come to those of the shelf.
    """
    n, lowest = 0, above
    while lowest > 0 and n < at_least and not beside + lowest * SHELF_POINTS < bar:
        lowest -= 1
        n += counts[lowest]
    return lowest
