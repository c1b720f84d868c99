"""How single answers become numbers in the arrays."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from matcher.domain.week import N_WEEK_BITS
from matcher.taxonomy import Taxonomy

__all__ = [
    "NO",
    "UNKNOWN",
    "WEEK_WORDS",
    "YES",
    "bit_mask",
    "code",
    "day_number",
    "number",
    "registration_bits",
    "tri_state",
    "week_words",
]

UNKNOWN, NO, YES = -1, 0, 1
WEEK_WORDS = -(-N_WEEK_BITS // 64)


def number(value: float | None) -> float:
    """A number, NaN where unknown."""
    return float("nan") if value is None else float(value)


def tri_state(value: bool | None) -> int:
    """`YES`, `NO` or `UNKNOWN`."""
    return UNKNOWN if value is None else int(value)


def code(value: StrEnum | None) -> int:
    """Place of a word in its vocabulary, -1 where unknown."""
    return UNKNOWN if value is None else list(type(value)).index(value)


def day_number(value: date | None, default: int) -> int:
    """Days since the year 1, or the default."""
    return default if value is None else value.toordinal()


def registration_bits(taxonomy: Taxonomy) -> dict[str, int]:
    """One bit for each registration, by id."""
    return {name: 1 << place for place, name in enumerate(sorted(taxonomy.registrations))}


def bit_mask(ids: Iterable[str], bits: Mapping[str, int]) -> int:
    """Known ids as bits of one integer."""
    return sum(bits[name] for name in set(ids) if name in bits)


def week_words(masks: Sequence[int]) -> NDArray[np.uint64]:
    """Week masks as (n, 11) words of 64 half-hours."""
    raw = b"".join(mask.to_bytes(WEEK_WORDS * 8, "little") for mask in masks)
    return np.frombuffer(raw, dtype="<u8").reshape(len(masks), WEEK_WORDS)
