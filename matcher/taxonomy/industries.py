"""How readily people of an industry move into care, for any SIC 2007 code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from matcher.domain import PriorSector
from matcher.taxonomy.rows import read_rows
from matcher.taxonomy.sic import read_sic

__all__ = ["Industries", "read_industries"]

_AVERAGE = 0.5
"""The affinity of the whole, by its definition ``p / (p + p0)``."""


@dataclass(frozen=True, slots=True)
class Industries:
    """Affinities by the letter of a section or the first two to five digits of a code.

    Attributes
    ----------
    affinities : mapping of str to float
        In [0, 1].
    """

    affinities: Mapping[str, float] = field(default_factory=dict)

    def affinity(self, code: str | int) -> float:
        """How readily people of an industry move into care, in [0, 1]; 0.5 is the average of all.

        The value of the longest beginning of the code that has one: the industry, its main activity, its division; the
        average where none has.

        Raises
        ------
        NotFoundError
            The code is none of SIC 2007 (`matcher.taxonomy.sic.read_sic`).
        """
        digits = read_sic(code)
        beginnings = (digits[:n] for n in range(len(digits), 0, -1))
        return next((self.affinities[part] for part in beginnings if part in self.affinities), _AVERAGE)


def read_industries(folder: Path, sectors: Iterable[PriorSector]) -> Industries:
    """What people of each industry did, from ``industry_affinity.csv``, and elsewhere the affinity of its prior sector.

    Raises
    ------
    DataError
        The table is missing, or an affinity is not a number from 0 to 1.
    """
    affinities = {code: sector.affinity for sector in sectors for code in sector.sic2007}
    rows = read_rows(folder, "industry_affinity.csv", ("sic2007", "affinity"))
    return Industries(affinities | {row.filled("sic2007"): row.share("affinity") for row in rows})
