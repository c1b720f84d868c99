"""Lists that a reader narrows: questions with counts, the answers ticked as tags to take off, all of it in the address.

Of one question any ticked answer will do; several questions have to be met together. The count beside an answer is how
many rows ticking it would show, with the other questions as they are.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

from flask import request

from webapp.paging import address_with

__all__ = ["NOT_KNOWN", "Choice", "Facet", "Narrowed", "Question", "Tag", "narrow"]

Row = TypeVar("Row")

NOT_KNOWN = "not-known"
"""The answer of a row of which nobody has said."""

# Judgement: up to so many answers are read at a glance; more are folded away until somebody wants them.
_FEW = 8


def _itself(value: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Facet(Generic[Row]):
    """A question that a list can be narrowed by.

    Attributes
    ----------
    name : str
        What it is called in the address.
    title : str
        What it is called on the page.
    answers : callable
        The answers of one row; a row can have several, or none.
    say : callable
        An answer in words.
    order : callable
        What the answers are ordered by; what is not known comes last.
    valid : collection of str
        Answers that may be asked for though no row has them; a few of them are always offered. Any other answer that
        no row has is passed over.
    whole : str
        Where one answer is chosen instead of several ticked: what choosing none of them is called.
    """

    name: str
    title: str
    answers: Callable[[Row], Collection[str]]
    say: Callable[[str], str] = _itself
    order: Callable[[str], Any] = _itself
    valid: Collection[str] = ()
    whole: str = ""

    @property
    def always(self) -> frozenset[str]:
        """The answers that are offered whatever the rows are."""
        return frozenset(self.valid if len(self.valid) <= _FEW else ())


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to tick, with how many rows it would show."""

    value: str
    label: str
    n: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers as a form shows it."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    whole: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether any answer is chosen."""
        return any(choice.is_chosen for choice in self.choices)

    @property
    def is_long(self) -> bool:
        """Whether its answers are folded away."""
        return len(self.choices) > _FEW


@dataclass(frozen=True, slots=True)
class Tag:
    """An answer that is ticked, and the address of the list without it."""

    title: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[Row]):
    """The rows that are left, and everything to change them by; `clear` is the address of the whole list."""

    rows: tuple[Row, ...]
    questions: tuple[Question, ...]
    tags: tuple[Tag, ...]
    clear: str


def narrow(rows: Iterable[Row], facets: Sequence[Facet[Row]]) -> Narrowed[Row]:
    """The rows that the address asks for."""
    answered = [(row, [frozenset(facet.answers(row)) for facet in facets]) for row in rows]
    known = [frozenset().union(*(answers[place] for _, answers in answered)) for place in range(len(facets))]
    chosen = [_chosen(facet, values) for facet, values in zip(facets, known, strict=True)]
    fits = [(row, answers, _fits(answers, chosen)) for row, answers in answered]
    questions = [
        Question(facet.name, facet.title, tuple(_choices(facet, offered, chosen[place], fits, place)), facet.whole)
        for place, facet in enumerate(facets)
        if (offered := known[place] | chosen[place] | facet.always)
    ]
    tags = [tag for facet, values in zip(facets, chosen, strict=True) for tag in _tags(facet, values)]
    clear = address_with(page=None, **{facet.name: None for facet in facets})
    return Narrowed(tuple(row for row, _, fit in fits if all(fit)), tuple(questions), tuple(tags), clear)


def _fits(answers: Sequence[Collection[str]], chosen: Sequence[Collection[str]]) -> list[bool]:
    """For each question whether a row meets it."""
    return [not asked or any(value in given for value in asked) for given, asked in zip(answers, chosen, strict=True)]


def _chosen(facet: Facet[Any], known: Collection[str]) -> frozenset[str]:
    asked = request.args.getlist(facet.name)
    return frozenset(asked[:1] if facet.whole else asked) & frozenset((*known, *facet.valid))


def _choices(
    facet: Facet[Row],
    known: Iterable[str],
    chosen: Collection[str],
    fits: Sequence[tuple[Row, list[frozenset[str]], list[bool]]],
    place: int,
) -> Iterable[Choice]:
    """The answers of one question, counted over the rows that the others leave."""
    left = (answers[place] for _, answers, fit in fits if all(fit[:place]) and all(fit[place + 1 :]))
    counts = Counter(chain.from_iterable(left))
    for value in _ordered(facet, known):
        yield Choice(value, facet.say(value), counts[value], value in chosen)


def _tags(facet: Facet[Any], chosen: Collection[str]) -> Iterable[Tag]:
    for value in _ordered(facet, chosen):
        left = [other for other in _ordered(facet, chosen) if other != value]
        yield Tag(facet.title, facet.say(value), address_with(page=None, **{facet.name: left}))


def _ordered(facet: Facet[Any], values: Iterable[str]) -> list[str]:
    return sorted(values, key=lambda value: (value == NOT_KNOWN, facet.order(value)))
