"""What is read from an advert: a value, and the sentence it came from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from matcher.text.adverts.sentences import Sentence

__all__ = [
    "Experience",
    "Flag",
    "FlagKind",
    "Hours",
    "Need",
    "QualificationAsked",
    "Reading",
    "ShiftPattern",
    "read_at",
]

Value = TypeVar("Value")


class Need(StrEnum):
    """How an advert asks for something."""

    NEEDED = "needed"
    DESIRABLE = "desirable"
    NOT_NEEDED = "not_needed"


class ShiftPattern(StrEnum):
    """When the post works, as adverts say it without hours."""

    DAYS = "days"
    EVENINGS = "evenings"
    WAKING_NIGHTS = "waking_nights"
    SLEEP_INS = "sleep_ins"
    WEEKENDS = "weekends"
    ROTA = "rota"


class FlagKind(StrEnum):
    """What a person should look at: a provider's declared requirement, never a condition of ours."""

    SEX = "sex"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """A value and where it was read: `sentence` is ``text[start:end]`` of the draft."""

    value: Value
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hours:
    """Fewest and most hours a week; None where the range is open ("up to 30", "at least 16")."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Experience:
    """Experience asked for; `months` is 0 where no length is named."""

    need: Need
    months: int = 0


@dataclass(frozen=True, slots=True)
class QualificationAsked:
    """The highest qualification asked: its id in the taxonomy where one fits, and its level (RQF; 0 is entry)."""

    id: str | None
    level: int
    need: Need


@dataclass(frozen=True, slots=True)
class Flag:
    """Something for human review: `age` in years where one is named, and the reason the advert gives, or empty."""

    kind: FlagKind
    age: int | None = None
    reason: str = ""


def read_at(value: Value, sentence: Sentence) -> Reading[Value]:
    """A value with the sentence it came from."""
    return Reading(value, sentence.text, sentence.start, sentence.end)
