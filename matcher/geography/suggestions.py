"""What somebody may have meant by a postcode that does not exist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matcher.geography.sectors import SectorTable

__all__ = ["N_SUGGESTIONS", "suggest_postcodes"]

N_SUGGESTIONS = 5
_LONGEST_POSTCODE = 7
_LONGEST_DISTRICT = 4
_ONE_LETTER_TOO_MANY = re.compile("([0-9][A-Z]{2})[A-Z]$")
_TAIL = re.compile("[ABD-HJLNP-UW-Z]{2}")
# Letters and digits that are taken for one another, by hand and by eye, all written as the digit.
_LOOKALIKE = str.maketrans("OISBZGLQ", "01582610")
_AS_LETTER = str.maketrans("58261", "SBZGL")


def suggest_postcodes(compact: str, table: SectorTable) -> tuple[str, ...]:
    """Postcodes, sectors or districts that exist and look like what was typed, best first.

    First come those that differ only by characters taken for one another (O and 0, I and 1, S and 5), then those one
    slip away: a character wrong, missing, too many, or two swapped (after two slips too little is left of what was
    meant). Among equals the area that was typed comes first, then the one with more postcodes, then the alphabet. The
    last two letters are carried along where they can stand.

    Parameters
    ----------
    compact : str
        What was typed, letters and digits alone, in capitals.
    table : SectorTable
        What exists.

    Returns
    -------
    tuple of str
        At most `N_SUGGESTIONS`; none for text that is nothing like a postcode.
    """
    if not 2 <= len(compact) <= _LONGEST_POSTCODE + 1 or compact.isdigit() or compact.isalpha():
        return ()
    found: dict[str, tuple[int, bool, int, str]] = {}
    for head, tail, known in _readings(compact, table):
        for name, n_slips in known.close(head).items():
            label, n_postcodes = known.names[name]
            rank = (n_slips, _letters(name) != _letters(head), -n_postcodes, label)
            found[label + tail] = min(rank, found.get(label + tail, rank))
    return tuple(sorted(found, key=lambda label: found[label]))[:N_SUGGESTIONS]


@dataclass(frozen=True)
class _Known:
    """Names without a space, each with its tidy form and number of postcodes; the same by their lookalike form."""

    names: dict[str, tuple[str, int]]
    lookalikes: dict[str, list[str]]

    def close(self, head: str) -> dict[str, int]:
        """Names that differ from the head by lookalikes only (0) or by one slip (1); the head alone where it exists."""
        if head in self.names:
            return {head: 0}
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        names = list(self.names)
        slips = process.cdist([head], names, scorer=OSA.distance, score_cutoff=1, dtype=np.int32)[0]
        slipped = {names[i]: 1 for i in np.flatnonzero(slips <= 1)}
        return slipped | dict.fromkeys(self.lookalikes.get(_fold(head), ()), 0)


def _readings(compact: str, table: SectorTable) -> Iterator[tuple[str, str, _Known]]:
    """What the text may be: a head to look for, a tail to carry along, and what exists."""
    districts, sectors = _known(table)
    if len(compact) <= _LONGEST_DISTRICT:
        yield compact, "", districts
        yield compact, "", sectors
    else:
        compact = _ONE_LETTER_TOO_MANY.sub(r"\1", compact)
        tail = compact[-2:].translate(_AS_LETTER)
        yield compact[:-2], tail if _TAIL.fullmatch(tail) else "", sectors


@lru_cache(maxsize=2)
def _known(table: SectorTable) -> tuple[_Known, _Known]:
    districts = {name: (name, sum(s.n_postcodes for s in held)) for name, held in table.by_district.items()}
    sectors = {name.replace(" ", ""): (name, s.n_postcodes) for name, s in table.sectors.items()}
    return _with_lookalikes(districts), _with_lookalikes(sectors)


def _with_lookalikes(names: dict[str, tuple[str, int]]) -> _Known:
    lookalikes: dict[str, list[str]] = {}
    for name in names:
        lookalikes.setdefault(_fold(name), []).append(name)
    return _Known(names, lookalikes)


def _fold(text: str) -> str:
    return text.translate(_LOOKALIKE)


def _letters(text: str) -> str:
    return text[:2] if text[1:2].isalpha() else text[:1]
