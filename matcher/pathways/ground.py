"""What every plan of a candidate rests on, and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.domain import Candidate, Course, Vacancy
from matcher.pathways.ladder import Ladder
from matcher.pathways.money import Means
from matcher.pathways.standing import Standing
from matcher.taxonomy import Taxonomy

__all__ = ["Ground", "Target"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every plan of a candidate rests on."""

    candidate: Candidate
    standing: Standing
    means: Means
    ladder: Ladder
    courses: Mapping[str, Course]
    taxonomy: Taxonomy
    as_of: date


@dataclass(frozen=True, slots=True)
class Target:
    """Where a plan leads: any of some roles, or one vacancy of such a role.

    Attributes
    ----------
    label : str
        How it is said.
    roles : tuple of str
        Ids on the ladder.
    vacancy : Vacancy or None
        With what it asks beyond its role.
    """

    label: str
    roles: tuple[str, ...]
    vacancy: Vacancy | None = None
