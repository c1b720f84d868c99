"""How many matches of a person ask for what they hold."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from matcher.domain import Match
from matcher.explanation.explained import Explained
from matcher.explanation.skills import held_needs

__all__ = ["n_asking"]


def n_asking(matches: Sequence[Match]) -> Counter[str]:
    """By the plain name of a skill, the matches of one candidate that ask for it, essential or not, and find it held.

    The counts of ``match.skills.held`` over all matches; of a ranking they are read off the columns, and nothing is put
    into words.
    """
    if not isinstance(matches, Explained) or not len(matches):
        return Counter(name for match in matches for name in match.skills.held)
    pair = matches.pair(0)
    work, columns = pair.pairs.vacancies, matches.cells.columns
    asked = work.essential[columns].astype(bool) + work.optional[columns].astype(bool)
    n_matches = np.asarray(asked.sum(axis=0)).ravel()
    counts: Counter[str] = Counter()
    for skill in held_needs(pair, np.flatnonzero(n_matches).tolist()):
        counts[str(pair.taxonomy.skills[skill])] += int(n_matches[skill])
    return counts
