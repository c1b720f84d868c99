"""Everybody against everything: the exact first k of every candidate and of every vacancy, without all pairs in memory.

One score, three ways of reaching it. `plain` scores block after block with the definitions of `matcher.scoring`, takes
whatever there is, and is slow. `tabled`, with NumPy and SciPy alone, looks up what those definitions say of kinds of
rows, and works out only the rest. The compiled way (the extra ``carematch[fast]``) reads the same tables, leaves out by
ever finer bounds every pair that no list has a place for, and scores the others to the last bit.

    columns ──partition──▶ blocks of neighbours ──sweep──▶ the best k so far ──▶ lists

A block knows how far its people travel, so only the vacancies in reach are looked at. Which module does what:

=============== ========================================================================
`matching`      what is asked; `lists`, what comes out
`sweep`         which way is taken, block after block
`partition`     blocks of neighbours, and the vacancies in their reach
`plain`         the plain way; `best_so_far`, its lists in NumPy
`groups`        which columns decide which feature
`alike`         rows that a feature cannot tell apart; `tables`, every pair of such kinds
`tabled`        the tabled way; `journeys`, travel of pairs one by one
`fitness`       what those two and the compiled way were not made for
`compiled`      the compiled way on threads; `columns`, `adverts`, `looked`, what it reads
`kernel`        its loop nest; `neighbours`, people of a block; `layers`, what kinds decide
                laid over them; `bounds`, `screens`, `pair`, `exact`, `heaps`, the parts
=============== ========================================================================
"""

from matcher.ranking.everything.lists import AllMatches, ScoredMatches
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.sweep import match_everything, match_everything_scored

__all__ = ["AllMatches", "Matching", "ScoredMatches", "match_everything", "match_everything_scored"]
