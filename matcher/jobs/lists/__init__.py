"""The job `lists`: the stored lists of everybody's best vacancies and of every vacancy's best candidates kept true.

They are stored (`matcher.store.kept_lists`) for whoever shows or sends them. The first time, on a new day, with another
model and after an import, everything is ranked together; else only whom the changes touch:

    changes ──caught up──▶ warm columns ──▶ whom they touch: whose list holds them, or whom they come before
                                                    │
                             ranked again, one by one, and written where they came out otherwise

=========== ====================================================================
`handler`   which of the two it is, and what the job answers
`all`       everything ranked together
`touched`   whom the changes touch, ranked one by one
`columns`   both kinds in columns, as they are stored
`sides`     the same kept warm between jobs
`standing`  the stored lists in arrays, which tell whom a change touches
`open_to`   what somebody can be considered for, as far as that is known already
=========== ====================================================================
"""

from matcher.jobs.lists.depth import DEPTH
from matcher.jobs.lists.handler import rank_lists
from matcher.jobs.lists.made_with import made_with
from matcher.jobs.lists.open_to import open_to

__all__ = ["DEPTH", "made_with", "open_to", "rank_lists"]
