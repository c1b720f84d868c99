"""Everybody against everything: the exact first k of every candidate and of every vacancy, without all pairs in memory.

One score, two ways of reaching it. `plain` scores block after block with the definitions of `matcher.scoring`. The
compiled way (the extra ``carematch[fast]``) adds up the same figures, read off tables that those definitions filled in,
skips every pair that a bound shows to be of no use, and scores the others to the last bit.

    columns ──partition──▶ blocks of neighbours ──sweep──▶ heaps of the best k ──▶ lists

A block knows how far its people travel, so only the vacancies in reach are looked at. Which module does what:

=============== ========================================================================
`matching`      what is asked; `lists`, what comes out
`sweep`         which way is taken, block after block
`partition`     blocks of neighbours, and the vacancies in their reach
`plain`         the plain way
`alike`         rows that a feature cannot tell apart; `tables`, every pair of such kinds
`fitness`       what the compiled way was not made for
`compiled`      the compiled way on threads; `columns`, `looked`, what it reads
`kernel`        its loop nest; `neighbours`, `bounds`, `exact`, `heaps`, the parts of it
=============== ========================================================================
"""

from matcher.ranking.everything.lists import AllMatches
from matcher.ranking.everything.matching import Matching
from matcher.ranking.everything.sweep import match_everything

__all__ = ["AllMatches", "Matching", "match_everything"]
