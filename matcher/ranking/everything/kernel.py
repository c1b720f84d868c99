"""The compiled sweep of one block: ever finer bounds for every pair, and the score to the last bit for who is left.

1. What a vacancy's kinds decide alone is laid over the block's people once for every kind (`layers`): three rows, whose
   sum is all a pair is worth but for travel and pay, and the most that wording could bring. A tile holds the credits of
   the people skill by skill, so that the needs of a kind are added up for all of them at once.
2. Whom that sum with the best journey from the block and the best pay brings neither to their own k-th best nor to the
   vacancy's is left out, and so is who lives out of reach; of the others journey and pay are added, and the words
   counted that both use (`screens`). All that is in 32-bit floats, and errs by less than `_MARGIN` points.
3. Who is still within that margin is scored exactly, as `matcher.scoring` adds up a score, and offered to the lists
   of both.

It is one loop nest, and long: a compiled function counts who holds an array at every read of it out of a tuple, which
in here costs as much as a pair does. So arrays are named before the loops, and what is broken out takes them one by
one; with the exact score in a function of its own the whole took twice as long.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.adverts import Adverts
from matcher.ranking.everything.columns import Travel
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.exact import exact_coverage, exact_kilometres, exact_likeness, nearness
from matcher.ranking.everything.heaps import Best, offer
from matcher.ranking.everything.layers import N_LAYERS, lay
from matcher.ranking.everything.looked import (
    W_CONTRACT,
    W_ESSENTIAL,
    W_OPTIONAL,
    W_PAY,
    W_TEXT,
    W_TRAVEL,
    Looked,
)
from matcher.ranking.everything.neighbours import Neighbours
from matcher.ranking.everything.pair import added_up, leg_minutes
from matcher.ranking.everything.screens import add_journeys, drop_low, list_marked, mark_in_reach, mark_worth
from matcher.ranking.everything.tables import (
    EXPERIENCE,
    HOURS_FIT,
    PAY,
    PRIOR_SECTOR,
    QUALIFICATION,
    SHIFT_SHARE,
    WAITS,
)

__all__ = ["sweep_block"]

_MARGIN = 4e-3
"""Points by which a sum in 32 bits may err, with every weight at its worst. Adding twenty numbers of up to 100 errs by
2e-4. Travel errs by 26 points for a kilometre at most (100 points on foot, 16 minutes a kilometre, where the curve is
steepest), and a kilometre by 5e-5: 100 from the middle of a block, 200 of a radius (`fitness`), each rounded twice."""

_BELOW_ALL = -1e6
"""Points that everybody has whom no gate blocks: the bar of a list that is not full."""

_NOT_LAID = -1


@compiled
def sweep_block(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - one loop nest, for the reason given above
    rows: NDArray[np.int64],
    is_placed: bool,
    place: tuple[tuple[float, float], NDArray[np.float64]],
    reached: NDArray[np.int64],
    block: Neighbours,
    sides: tuple[Adverts, Travel, Looked],
    lists: tuple[Best, Best, NDArray[np.int32]],
    n_kept: int,
) -> None:
    """Offer every pair of a block and the vacancies it reaches to the lists of both.

    Parameters
    ----------
    rows : (n,) rows of the block's people
    is_placed, place : whether it is known where they live; about where that is, and the box about them all
    reached : (m,) rows of vacancies, the nearest first, because good lists early save work later
    lists : the best of every candidate, the best of every vacancy, and the ranks of the candidates' ids; only lists of
        the block, and of the vacancies it reaches, are touched
    n_kept : how many rows that were laid over the block may be kept; when there is no more room, all are laid anew
    """
    (adverts, travel, looked), (middle_m, box_m) = sides, place
    (their_score, their_list, their_size, their_bar), (its_score, its_list, its_size, its_bars), their_rank = lists
    k_of_theirs, k_of_its = their_score.shape[1], its_score.shape[1]
    figures, base, kind_of, work = adverts.figures, adverts.base, adverts.kind, adverts.work
    value, bound, wait_of, weights, priors = looked.value, looked.bound, looked.wait_of, looked.weights, looked.priors
    when, how_many, half_value, same_topic = (
        looked.when,
        looked.how_many,
        looked.half_value_minutes,
        looked.same_topic_cosine,
    )
    speed, detour, fixed, n_modes = travel.speed, travel.detour, travel.fixed, len(travel.speed)
    best = travel.best
    need_start, need_item, need_telling, _ = work.essential
    more_start, more_item, more_telling, _ = work.optional
    text_start, text_item = work.texts.start, work.texts.item
    tile, asked, kind, week = block.tile, block.asked, block.kind, block.kind[SHIFT_SHARE]
    east, north, blur, limit, group = block.easting, block.northing, block.blur, block.limit, block.group
    their_words, word_start, word, text_most = block.text_total, block.word_start, block.word, block.text_most
    x_km, y_km, reach_km, sure_km, text_scale = block.x_km, block.y_km, block.reach_km, block.sure_km, block.text_scale
    way, n_ways = block.way, block.n_ways
    at, by = (x_km, y_km, block.blur_squared), (block.minutes_a_km, block.minutes_before, block.wait)

    n = len(rows)
    total, marks, who, points = (
        np.empty(n, np.float32),
        np.empty(n, np.uint8),
        np.empty(n, np.uint32),
        np.empty(n, np.float32),
    )
    is_word, bar = np.zeros(block.n_words, np.bool_), np.empty(n, np.float32)
    for i in range(n):
        bar[i] = max(their_bar[rows[i]] - _MARGIN, _BELOW_ALL)
    n_slots, n_laid = max(N_LAYERS, min(adverts.n_kinds, n_kept)), 0
    laid, slot_of = np.empty((n_slots, n), np.float32), np.full(adverts.n_kinds, _NOT_LAID)
    slots = np.zeros(N_LAYERS, np.int64)
    goes = np.zeros(n_modes, np.bool_)
    for i in range(n):
        for place_of_way in range(n_ways[i]):
            goes[way[i, place_of_way]] = True
    for v in reached:
        advert = figures[v]
        if n_laid + N_LAYERS > n_slots:
            slot_of[:], n_laid = _NOT_LAID, 0
        for layer in range(N_LAYERS):
            slot = slot_of[kind_of[v, layer]]
            if slot == _NOT_LAID:
                slot, n_laid = n_laid, n_laid + 1
                slot_of[kind_of[v, layer]] = slot
                lay(laid[slot], layer, v, block, work, looked, base)
            slots[layer] = slot

        has_journey = is_placed and advert.has_place and not advert.live_in
        near_most = 1.0 if advert.live_in else priors[W_TRAVEL]
        if has_journey:
            dx = max(box_m[0] - advert.easting, advert.easting - box_m[2], 0.0)
            dy = max(box_m[1] - advert.northing, advert.northing - box_m[3], 0.0)
            away, fastest = max(np.sqrt(dx * dx + dy * dy) / 1000.0 - advert.radius, 0.0), np.inf
            for mode in range(n_modes):
                if goes[mode]:
                    fastest = min(fastest, leg_minutes(away, detour[mode], speed[mode], fixed[mode]))
            near_most = nearness(fastest, half_value)
        sure = weights[W_CONTRACT] * advert.contract
        rest = np.float32(sure + weights[W_TRAVEL] * near_most + weights[W_PAY])
        its_bar = np.float32(max(its_bars[v] - _MARGIN, _BELOW_ALL))
        mark_worth(marks, total, laid[slots[0]], laid[slots[1]], laid[slots[2]], bar, its_bar, rest)
        where = (
            np.float32((advert.easting - middle_m[0]) / 1000.0),
            np.float32((advert.northing - middle_m[1]) / 1000.0),
            np.float32(advert.radius),
            np.float32(advert.blur),
        )
        if has_journey:
            mark_in_reach(marks, x_km, y_km, reach_km, where)
        n_left = list_marked(who, marks)
        sure += 0.0 if has_journey else weights[W_TRAVEL] * near_most
        pay, pay_kind = bound[base[v, PAY] :], kind[PAY]
        for j in range(n_left):
            points[j] = total[who[j]] + np.float32(sure) + pay[pay_kind[who[j]]]
        if has_journey:
            most, half = np.float32(weights[W_TRAVEL]), np.float32(half_value)
            add_journeys(points[:n_left], who[:n_left], at, by, week, bound, base[v, WAITS:], where, most, half)
        n_left = drop_low(who[:n_left], points, bar, its_bar)
        if n_left == 0:
            continue

        its_scale = 1.0 / (np.sqrt(max(advert.n_words, 1.0)) * same_topic)
        for at_word in range(text_start[v], text_start[v + 1]):
            is_word[text_item[at_word]] = True
        for j in range(n_left):
            i = who[j]
            shared = 0
            for at_word in range(word_start[i], word_start[i + 1]):
                shared += is_word[word[at_word]]
            likeness = min(1.0, shared * text_scale[i] * its_scale)
            if their_words[i] <= 0.0 or advert.n_words <= 0.0:
                likeness = priors[W_TEXT]
            bound_of_it = points[j] - text_most[i] + np.float32(weights[W_TEXT] * likeness)
            if bound_of_it < its_bar and bound_of_it < bar[i]:
                continue
            near = near_most
            if has_journey:
                dx, dy = east[i] - advert.easting, north[i] - advert.northing
                nearer, expected = exact_kilometres(dx, dy, advert.radius, blur[i], advert.blur)
                if nearer > sure_km[i]:
                    at_best = np.inf
                    for mode in range(n_modes):
                        if best[group[i], mode]:
                            at_best = min(at_best, leg_minutes(nearer, detour[mode], speed[mode], fixed[mode]))
                    if at_best > limit[i]:
                        continue
                counted = np.inf
                for place_of_way in range(n_ways[i]):
                    mode = way[i, place_of_way]
                    wait = value[base[v, WAITS + wait_of[mode]] + week[i]]
                    counted = min(counted, leg_minutes(expected, detour[mode], speed[mode], fixed[mode]) + wait)
                near = nearness(counted, half_value)
            brought, more = 0, 0
            for need in range(need_start[v], need_start[v + 1]):
                brought += need_telling[need] * np.int64(tile[need_item[need], i])
            for need in range(more_start[v], more_start[v + 1]):
                more += more_telling[need] * np.int64(tile[more_item[need], i])
            score = added_up(
                weights,
                exact_coverage(brought, advert.essential, asked[i], advert.essential_known, priors[W_ESSENTIAL]),
                exact_coverage(more, advert.optional, asked[i], advert.optional_known, priors[W_OPTIONAL]),
                near,
                when * value[base[v, SHIFT_SHARE] + week[i]]
                + how_many * value[base[v, HOURS_FIT] + kind[HOURS_FIT, i]],
                advert.contract,
                value[base[v, PRIOR_SECTOR] + kind[PRIOR_SECTOR, i]],
                value[base[v, EXPERIENCE] + kind[EXPERIENCE, i]],
                value[base[v, QUALIFICATION] + kind[QUALIFICATION, i]],
                value[base[v, PAY] + kind[PAY, i]],
                exact_likeness(shared, their_words[i], advert.n_words, same_topic, priors[W_TEXT]),
            )
            if score >= their_bar[rows[i]]:
                offer(their_score, their_list, their_size, rows[i], score, advert.rank)
                if their_size[rows[i]] == k_of_theirs:
                    their_bar[rows[i]] = their_score[rows[i], 0]
                    bar[i] = their_bar[rows[i]] - _MARGIN
            if score >= its_bars[v]:
                offer(its_score, its_list, its_size, v, score, their_rank[rows[i]])
                if its_size[v] == k_of_its:
                    its_bars[v] = its_score[v, 0]
                    its_bar = np.float32(its_bars[v] - _MARGIN)
        for at_word in range(text_start[v], text_start[v + 1]):
            is_word[text_item[at_word]] = False
