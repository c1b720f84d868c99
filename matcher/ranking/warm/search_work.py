"""The best vacancies for one person: cells in reach, the nearest first, and few pairs scored whole; compiled.

What a row is worth is taken together from the cheap to the dear, and a row is left as soon as all that is missing could
not bring it to the bar: points looked up by its kinds, then the journey, then skills, then words. Whoever reaches the
bar is scored as `matcher.scoring` adds up a score.

The bar is the k-th best so far. Where lists that stand are asked which of them a row would enter, every row has a bar
of its own, and all that reach theirs are found.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.everything.columns import Work
from matcher.ranking.everything.compiling import compiled
from matcher.ranking.everything.exact import exact_coverage, exact_kilometres, exact_likeness, nearness
from matcher.ranking.everything.heaps import offer
from matcher.ranking.everything.looked import W_ESSENTIAL, W_OPTIONAL, W_TEXT, W_TRAVEL
from matcher.ranking.everything.pair import added_up
from matcher.ranking.warm.askers import AskingPerson
from matcher.ranking.warm.cells import PLACED
from matcher.ranking.warm.looks import CONTRACT, EXPERIENCE, HOURS, PAY, QUALIFICATION, SECTOR, WEEKS
from matcher.ranking.warm.promising import Runs
from matcher.ranking.warm.scoring_rows import SLACK, Hits, Looked, Scales, Wanted, journey

__all__ = ["search_work"]

Ints = NDArray[np.int32]

_ONE = np.uint64(1)


@compiled
def search_work(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - one loop, as in `everything.kernel`
    person: AskingPerson,
    work: Work,
    kinds: Ints,
    looked: Looked,
    scales: Scales,
    runs: Runs,
    wanted: Wanted,
) -> Hits:
    """Vacancies for a person.

    Parameters
    ----------
    kinds : (n, n_groups), the kinds of the vacancies
    """
    (p0, p1, p2, p3, p4, p5, p6, p7), values, most_looked = looked
    hours, sector, experience, qualification = values[HOURS], values[SECTOR], values[EXPERIENCE], values[QUALIFICATION]
    pay, weeks, contract = values[PAY], values[WEEKS], values[CONTRACT]
    weights, priors, when, how_many, half_value, same_topic, wait_of = scales
    where, blur, limit, asked, credit, words, n_words, travel = person
    figures, ways, waited = (travel.speed, travel.detour, travel.fixed), (travel.usual, travel.best), (wait_of, weeks)
    ranks, east, north, radius, its_blur, live_in = (
        work.rank,
        work.easting,
        work.northing,
        work.radius,
        work.blur,
        work.live_in,
    )
    placed, essential_known, optional_known = work.placed, work.essential_known, work.optional_known
    need_start, need_item, need_telling, need_total = work.essential
    more_start, more_item, more_telling, more_total = work.optional
    text_start, text_item, _, its_words = work.texts
    allowed, bars, k = wanted.allowed, wanted.bars, wanted.k
    w_travel, w_essential, w_optional, w_text = (
        weights[W_TRAVEL],
        weights[W_ESSENTIAL],
        weights[W_OPTIONAL],
        weights[W_TEXT],
    )
    has_bars, is_placed = len(bars) > 0, where.sort == PLACED
    most_skills = w_essential + w_optional + w_text

    score, rank, size = np.empty((1, k)), np.empty((1, k), np.int32), np.zeros(1, np.int32)
    n_all = len(ranks) if has_bars else 0
    hit_rank, hit_score, n_hits = np.empty(n_all, np.int32), np.empty(n_all), 0
    bar = -np.inf if has_bars else wanted.least - SLACK
    for run in range(len(runs.start)):
        most_near = w_travel * runs.near[run]
        if not has_bars and most_near + most_looked + most_skills < bar:
            continue
        for i in range(runs.start[run], runs.end[run]):
            if has_bars:
                bar = bars[i] - SLACK
            total = p0[kinds[i, 0]] + p1[kinds[i, 1]] + p2[kinds[i, 2]] + p3[kinds[i, 3]]
            total += p4[kinds[i, 4]] + p5[kinds[i, 5]] + p6[kinds[i, 6]] + p7[kinds[i, 7]]
            if total + most_near + most_skills < bar or total == -np.inf or not allowed[i]:
                continue
            near = 1.0 if live_in[i] else priors[W_TRAVEL]
            if is_placed and placed[i] and not live_in[i]:
                dx, dy = where.easting - east[i], where.northing - north[i]
                km = exact_kilometres(dx, dy, radius[i], blur, its_blur[i])
                at_best, counted = journey(km, 0, ways, figures, waited, kinds[i, WEEKS])
                if at_best > limit:
                    continue
                near = nearness(counted, half_value)
            total += w_travel * near
            if total + most_skills < bar:
                continue
            points = 0
            for at in range(need_start[i], need_start[i + 1]):
                points += need_telling[at] * credit[need_item[at]]
            essential = exact_coverage(points, need_total[i], asked, essential_known[i], priors[W_ESSENTIAL])
            more = 0
            for at in range(more_start[i], more_start[i + 1]):
                more += more_telling[at] * credit[more_item[at]]
            optional = exact_coverage(more, more_total[i], asked, optional_known[i], priors[W_OPTIONAL])
            if total + w_essential * essential + w_optional * optional + w_text < bar:
                continue
            shared = 0
            for at in range(text_start[i], text_start[i + 1]):
                word = text_item[at]
                shared += int((words[word >> 6] >> np.uint64(word & 63)) & _ONE)
            likeness = exact_likeness(shared, n_words, its_words[i], same_topic, priors[W_TEXT])
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
