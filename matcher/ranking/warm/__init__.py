"""One person or one vacancy at a time: both sides kept ready in memory, changed row by row, and searched in a blink.

Rows lie sorted by cells of the National Grid. Whoever asks looks only at cells in reach, the most promising first, and
only who may come among the best k is scored whole, to the same last bit as everywhere.

============== =========================================================================
`warm`         what is asked and changed; `finding`, how a question and an answer look
`sides`        one side as it is now: rows made ready together, and those put since
`fields`       rows in columns, in `cells`; `sketches`, what people bring in a few bits
`kinds`        rows that a feature cannot tell apart; `looks`, what each is worth with each
`fast`         the compiled way: `askers`, who asks; `near`, the cells in reach;
               `promising`, who comes first; `search`, the score
`plain`        the plain way
`standing`     lists that stand, and which of them a change touches
============== =========================================================================
"""

from matcher.ranking.warm.finding import Found
from matcher.ranking.warm.standing import Standing, Touched
from matcher.ranking.warm.warm import Warm

__all__ = ["Found", "Standing", "Touched", "Warm"]
