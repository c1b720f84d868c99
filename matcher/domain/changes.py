"""What would change a ranking: a change a person can make, and a must-have that a provider can drop."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["LIFT_POINTS", "Change", "ChangeEffect", "MustHave", "short_list"]

LIFT_POINTS = 5.0
"""Judgement: under five points two matches are about as good; a change that gives less is not worth saying."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a person can and may make, or two of them together.

    Attributes
    ----------
    fields : tuple of str
        The answers of a candidate that it alters.
    what : str
        How it is said, to follow "with": ``a driving licence``.
    effort_weeks : float
        About how much it asks, for order only; two together add up.
    """

    fields: tuple[str, ...]
    what: str
    effort_weeks: float


@dataclass(frozen=True, slots=True)
class ChangeEffect:
    """How many vacancies a change opens (out for now without it) and how many more it lifts by `LIFT_POINTS`."""

    change: Change
    opens: int
    lifts: int


def short_list(effects: Sequence[ChangeEffect], most: int) -> list[ChangeEffect]:
    """The first effects to tell of, at most `most`, in their order.

    Of each kind of change (the journey, the week, each course) only the one that does most, and the smallest that does
    at least half as much.
    """
    kinds: dict[object, list[ChangeEffect]] = {}
    for effect in effects:
        kind = effect.change.what if "skills" in effect.change.fields else effect.change.fields
        kinds.setdefault(kind, []).append(effect)
    told = {effect for kind in kinds.values() for effect in (kind[0], _smallest_with_half(kind))}
    return [effect for effect in effects if effect in told][:most]


def _smallest_with_half(kind: Sequence[ChangeEffect]) -> ChangeEffect:
    best = kind[0]
    half = [one for one in kind if 2 * one.opens >= best.opens and 2 * one.lifts >= best.lifts]
    return min(half, key=lambda one: one.change.effort_weeks)


@dataclass(frozen=True, slots=True)
class MustHave:
    """A must-have of a vacancy and whom it leaves.

    Attributes
    ----------
    fields : tuple of str
        The answers of the vacancy that ask for it.
    label : str
        How it is said, to follow "without": ``a vehicle of one's own``.
    n_with, n_without : int
        People who can be considered as things are, and if this alone were not asked.
    n_not_asked : int
        Of those who can be considered, how many have not been asked whether they have it.
    """

    fields: tuple[str, ...]
    label: str
    n_with: int
    n_without: int
    n_not_asked: int

    @property
    def n_more(self) -> int:
        """How many more people could be considered without it; never fewer."""
        return self.n_without - self.n_with
