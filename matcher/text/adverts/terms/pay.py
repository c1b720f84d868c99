"""What the words of an advert pay, for the time they pay it for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matcher.domain import PayNote
from matcher.text.adverts.readings import Reading, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.labels import labelled
from matcher.text.adverts.terms.sums import basic_pay, has_sum, is_for_sleeping, says_time
from matcher.text.pay import Pay, per_hour, read_pay

__all__ = ["Salary", "read_pay_note", "read_pay_words", "settle_pay"]

_ENHANCED = re.compile(
    r"\b(?:nights?|sat(?:urday)?s?|sun(?:day)?s?|weekends?|bank hol\w*|public hol\w*|enhance\w*|overtime|unsocial)\b",
    re.IGNORECASE,
)
_AGE_RATE = re.compile(
    r"\b(?:under|aged?|over) (?:18|21|23|25)s?\b[^;]{0,60}£|£[^;]{0,60}\b(?:under|aged?|over) (?:18|21|23"
    r"|25)s?\b|\bage[\s-]related (?:pay|rate)",
    re.IGNORECASE,
)
_APPRENTICE = re.compile(r"\bapprentice(?:ship)?s?\b", re.IGNORECASE)
_SNIPPET = 170
# Judgement: part-time hours and reckonings over 45 hours a week move an hourly rate by no more than this.
_LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Salary:
    """What a field beside the description says of pay: its words, and the pay they and its figures were read as."""

    words: str = ""
    pay: Pay | None = None


def settle_pay(placed: Sequence[Placed], salary: Salary) -> Reading[Pay] | None:
    """The pay of an advert: what a field beside it says, or what its sentences say.

    The words of the field are a line of the text. Sentences win where the field is a figure without words for another
    time than theirs (a yearly reckoning of an hourly rate), and where they tell the basic rate out of a range that
    enhancements widen.
    """
    line = next(
        (item.sentence for item in placed if salary.words and salary.words.startswith(item.sentence.text)), None
    )
    words = read_pay_words([item for item in placed if line is None or item.sentence.line != line.line])
    field = salary.pay
    if field is None or not _has_figure(field):
        return words
    start = line.start if line else 0
    own = Reading(field, salary.words if line else "", start, start + len(salary.words) if line else 0)
    if words is None:
        return own
    if words.value.period != field.period:
        return own if says_time(salary.words) or not _are_alike(words.value, field) else words
    return words if _is_basic_of(words.value, field, words.sentence) else own


def _are_alike(words: Pay, field: Pay) -> bool:
    """Whether two statements for different times can be the same pay, full time; a bonus an hour is not a salary."""
    one, other = (per_hour(pay.low or pay.high or 0.0, pay.period) for pay in (words, field))
    return _LEAST_ALIKE <= one / other <= 1 / _LEAST_ALIKE if other else True


def _has_figure(pay: Pay) -> bool:
    return pay.low is not None or pay.high is not None


def _is_basic_of(words: Pay, field: Pay, sentence: str) -> bool:
    """Whether sentences name one basic rate within a field's range that enhancements widen."""
    if words.low is None or words.low != words.high or field.low is None or field.high is None:
        return False
    return field.low <= words.low < field.high and bool(_ENHANCED.search(sentence))


def read_pay_words(placed: Sequence[Placed]) -> Reading[Pay] | None:
    """The basic pay that sentences state, before enhancements for nights and weekends; the first line that says it.

    What sleep-ins pay counts only where nothing else is said.
    """
    slept: Reading[Pay] | None = None
    found: Reading[Pay] | None = None
    line = -1
    for words, item in labelled(placed):
        if item.section is Section.ABOUT or not has_sum(words):
            continue
        pay = _pay_of(words)
        if pay is None:
            continue
        if is_for_sleeping(words):
            slept = slept or read_at(pay, item.sentence)
        elif found is None:
            found, line = read_at(pay, item.sentence), item.sentence.line
        elif item.sentence.line == line and pay.period == found.value.period:
            found = replace(found, value=_both(found.value, pay))
    return found or slept


def _both(one: Pay, other: Pay) -> Pay:
    """The lowest and the highest of two statements on one line."""
    lows = [low for low in (one.low, other.low) if low is not None]
    highs = [high for high in (one.high, other.high) if high is not None]
    return replace(one, low=min(lows, default=None), high=max(highs, default=None))


def _pay_of(text: str) -> Pay | None:
    pay = read_pay(basic_pay(text)[:_SNIPPET])
    return pay if pay is not None and _has_figure(pay) else None


def read_pay_note(placed: Sequence[Placed], title: str) -> Reading[PayNote] | None:
    """Why pay may lie under the adult floor, where an advert says so: an apprenticeship, sleep-ins, rates by age."""
    for item in placed:
        text = item.sentence.text
        if text == title and _APPRENTICE.search(text):
            return read_at(PayNote.APPRENTICE, item.sentence)
        if _AGE_RATE.search(text):
            return read_at(PayNote.AGE_BAND, item.sentence)
        if is_for_sleeping(text):
            return read_at(PayNote.SLEEP_IN, item.sentence)
    return None
