"""The compiled sweep of one block: a bound for every pair, and the score to the last bit for those that may be needed.

1. A tile holds the credits of the block's people skill by skill, so that a vacancy's needs are added up for all of
   them at once, in integers.
2. In 32-bit floats the whole score of every person of the block is added up, one vacancy after the other: coverage from
   those integers, travel from the distance, all else from tables. It errs by less than `_MARGIN` points.
3. Whose sum comes within that margin of their own k-th best, or of the vacancy's, is scored exactly, as
   `matcher.scoring` adds up a score, and offered to the lists of both.

It is one loop nest, and long: a compiled function counts who holds an array at every read of it out of a tuple, which
in here costs as much as a pair does. So arrays are named before the loops, and what is broken out takes them one by
one; with the exact score in a function of its own the whole took twice as long.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.bounds import (
    add_coverage,
    add_looked,
    add_text,
    add_travel,
    any_above,
    count_points,
    count_shared,
)
from matcher.ranking.everything.columns import Travel, Work
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.exact import exact_coverage, exact_kilometres, exact_likeness, nearness
from matcher.ranking.everything.heaps import Best, offer
from matcher.ranking.everything.looked import (
    W_CONTRACT,
    W_ESSENTIAL,
    W_EXPERIENCE,
    W_OPTIONAL,
    W_PAY,
    W_QUALIFICATION,
    W_SECTOR,
    W_SHIFTS,
    W_TEXT,
    W_TRAVEL,
    Looked,
)
from matcher.ranking.everything.neighbours import Neighbours
from matcher.ranking.everything.tables import (
    EXPERIENCE,
    GATES_OUT,
    HOURS_FIT,
    N_LOOKED,
    PAY,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    SHIFTS_OUT,
    WAITS,
)

__all__ = ["sweep_block"]

_MARGIN = 4e-3
"""Points by which a sum in 32 bits may err, with every weight at its worst. Adding twenty numbers of up to 100 errs by
2e-4. Travel errs by 26 points for a kilometre at most (100 points on foot, 16 minutes a kilometre, where the curve is
steepest), and a kilometre by 5e-5: 100 from the middle of a block, 200 of a radius (`fitness`), each rounded twice."""

_BELOW_ALL = np.float32(-1e6)
_STEP = 64
"""People whose sums are compared with the bars at once."""


@compiled
def sweep_block(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - one loop nest, for the reason given above
    rows: NDArray[np.int64],
    is_placed: bool,
    middle_m: tuple[float, float],
    reached: NDArray[np.int64],
    block: Neighbours,
    sides: tuple[Work, Travel, Looked],
    lists: tuple[Best, Best, NDArray[np.int32]],
) -> None:
    """Offer every pair of a block and the vacancies it reaches to the lists of both.

    Parameters
    ----------
    rows : (n,) rows of the block's people
    is_placed, middle_m : whether it is known where they live, and about where that is
    reached : (m,) rows of vacancies, the nearest first, because good lists early save work later
    lists : the best of every candidate, the best of every vacancy, and the ranks of the candidates' ids; only lists of
        the block, and of the vacancies it reaches, are touched
    """
    work, travel, looked = sides
    (their_score, their_list, their_size), (its_score, its_list, its_size), their_rank = lists
    k_of_theirs, k_of_its, its_rank = their_score.shape[1], its_score.shape[1], work.rank
    value, bound, base, contract, wait_of = looked.value, looked.bound, looked.base, looked.contract, looked.wait_of
    weights, priors, half_value, same_topic = (
        looked.weights,
        looked.priors,
        looked.half_value_minutes,
        looked.same_topic_cosine,
    )
    when, how_many = looked.when, looked.how_many
    speed, detour, fixed, n_modes = travel.speed, travel.detour, travel.fixed, len(travel.speed)
    usual, best = travel.usual, travel.best
    its_east, its_north, radius, its_blur = work.easting, work.northing, work.radius, work.blur
    live_in, its_placed = work.live_in, work.placed
    essential_start, essential_item, essential_telling, essential_total = work.essential
    optional_start, optional_item, optional_telling, optional_total = work.optional
    essential_known, optional_known = work.essential_known, work.optional_known
    text_start, text_item, _, its_words = work.texts
    tile, unasked, asked, kind, week = block.tile, block.unasked, block.asked, block.kind, block.week
    east, north, blur, limit, group = block.easting, block.northing, block.blur, block.limit, block.group
    their_words, word_start, word_who = block.text_total, block.word_start, block.word_who
    at = block.x_km, block.y_km, block.reach_km, block.blur_squared
    by = block.minutes_a_km, block.minutes_before, block.wait
    wrote = block.written, block.text_scale

    n = len(rows)
    points, more, shared = np.zeros(n, np.int32), np.zeros(n, np.int32), np.zeros(n, np.int32)
    total, bar = np.empty(n, np.float32), np.full(n, _BELOW_ALL)
    for i in range(n):
        if their_size[rows[i]] == k_of_theirs:
            bar[i] = np.float32(their_score[rows[i], 0] - _MARGIN)
    for v in reached:
        total[:] = weights[W_CONTRACT] * contract[v]
        start, end = essential_start[v], essential_start[v + 1]
        count_points(points, tile, essential_item[start:end], essential_telling[start:end])
        needed = essential_total[v], essential_known[v]
        add_coverage(total, points, unasked, needed, weights[W_ESSENTIAL], priors[W_ESSENTIAL])
        start, end = optional_start[v], optional_start[v + 1]
        count_points(more, tile, optional_item[start:end], optional_telling[start:end])
        needed = optional_total[v], optional_known[v]
        add_coverage(total, more, unasked, needed, weights[W_OPTIONAL], priors[W_OPTIONAL])
        has_journey = is_placed and its_placed[v] and not live_in[v]
        if has_journey:
            place = (
                np.float32((its_east[v] - middle_m[0]) / 1000.0),
                np.float32((its_north[v] - middle_m[1]) / 1000.0),
                np.float32(radius[v]),
                np.float32(its_blur[v]),
            )
            most = np.float32(weights[W_TRAVEL])
            add_travel(total, at, by, week, bound, base[WAITS:, v], place, most, np.float32(half_value))
        else:
            total += np.float32(weights[W_TRAVEL] * (1.0 if live_in[v] else priors[W_TRAVEL]))
        for table in range(N_LOOKED):
            add_looked(total, kind[table], bound[base[table, v] :])
        start, end = text_start[v], text_start[v + 1]
        count_shared(shared, text_item[start:end], word_start, word_who)
        scale = 1.0 / (np.sqrt(its_words[v]) * same_topic) if its_words[v] > 0.0 else -1.0
        add_text(total, shared, wrote, np.float32(scale), np.float32(weights[W_TEXT]), np.float32(priors[W_TEXT]))

        its_bar = np.float32(its_score[v, 0] - _MARGIN) if its_size[v] == k_of_its else _BELOW_ALL
        for first in range(0, n, _STEP):
            last = min(first + _STEP, n)
            if not any_above(total[first:last], bar[first:last], its_bar):
                continue
            for i in range(first, last):
                if total[i] < its_bar and total[i] < bar[i]:
                    continue
                if value[base[GATES_OUT, v] + kind[GATES_OUT, i]] > 0.0 or value[base[SHIFTS_OUT, v] + week[i]] > 0.0:
                    continue
                near = 1.0 if live_in[v] else priors[W_TRAVEL]
                if has_journey:
                    dx, dy = east[i] - its_east[v], north[i] - its_north[v]
                    nearer, expected = exact_kilometres(dx, dy, radius[v], blur[i], its_blur[v])
                    at_best, counted = np.inf, np.inf
                    for mode in range(n_modes):
                        if best[group[i], mode]:
                            at_best = min(at_best, nearer * detour[mode] * 60.0 / speed[mode] + fixed[mode])
                        if usual[group[i], mode]:
                            wait = value[base[WAITS + wait_of[mode], v] + week[i]]
                            counted = min(counted, expected * detour[mode] * 60.0 / speed[mode] + fixed[mode] + wait)
                    if at_best > limit[i]:
                        continue
                    near = nearness(counted, half_value)
                essential = exact_coverage(
                    points[i], essential_total[v], asked[i], essential_known[v], priors[W_ESSENTIAL]
                )
                optional = exact_coverage(more[i], optional_total[v], asked[i], optional_known[v], priors[W_OPTIONAL])
                shifts = (
                    when * value[base[SHIFT_SHARE, v] + week[i]]
                    + how_many * value[base[HOURS_FIT, v] + kind[HOURS_FIT, i]]
                )
                likeness = exact_likeness(shared[i], their_words[i], its_words[v], same_topic, priors[W_TEXT])
                score = weights[W_ESSENTIAL] * essential
                score += weights[W_OPTIONAL] * optional
                score += weights[W_TRAVEL] * near
                score += weights[W_SHIFTS] * shifts
                score += weights[W_CONTRACT] * contract[v]
                score += weights[W_SECTOR] * value[base[PRIOR_SECTOR, v] + kind[PRIOR_SECTOR, i]]
                score += weights[W_EXPERIENCE] * value[base[EXPERIENCE, v] + kind[EXPERIENCE, i]]
                score += weights[W_QUALIFICATION] * value[base[QUALIFICATION, v] + kind[QUALIFICATION, i]]
                score += weights[W_PAY] * value[base[PAY, v] + kind[PAY, i]]
                score += weights[W_TEXT] * likeness
                offer(their_score, their_list, their_size, rows[i], score, its_rank[v])
                offer(its_score, its_list, its_size, v, score, their_rank[rows[i]])
                if their_size[rows[i]] == k_of_theirs:
                    bar[i] = np.float32(their_score[rows[i], 0] - _MARGIN)
                if its_size[v] == k_of_its:
                    its_bar = np.float32(its_score[v, 0] - _MARGIN)
