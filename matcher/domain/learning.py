"""What one course would open for some people together, and what somebody has and lacks for some work."""

from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["CourseReach", "SkillGap", "SkillToDevelop", "WhereLearnt"]


@dataclass(frozen=True, slots=True)
class CourseReach:
    """What one course would open for the people of a cohort or an area.

    Attributes
    ----------
    course, title : str
    is_check : bool
        Whether it is a check, which the employer asks for and decides on.
    cost_to_learner_gbp, cost_gbp : float or None
        A head: what the learner pays, and what it costs whoever pays; None where nobody has said.
    n_could_begin : int
        How many of the people could begin it now and would get something new from it.
    people : tuple of str
        Ids of those for whom it opens at least one vacancy.
    n_opened : int
        Matches opened in all.
    n_made_ready : int
        Open matches, then, for which no check, licence or registration is still to be had, over those now.
    """

    course: str
    title: str
    is_check: bool
    cost_to_learner_gbp: float | None
    cost_gbp: float | None
    n_could_begin: int
    people: tuple[str, ...]
    n_opened: int
    n_made_ready: int

    @property
    def n_people(self) -> int:
        """For how many people it opens at least one vacancy."""
        return len(self.people)

    def as_dict(self) -> dict[str, Any]:
        """The reach as it stands in the JSON document of the command line."""
        return asdict(self) | {"n_people": self.n_people}


@dataclass(frozen=True, slots=True)
class WhereLearnt:
    """One place where a skill can be learnt; what is not known is None."""

    course: str
    title: str
    provider: str | None
    delivery: str | None
    weeks: float | None
    cost_gbp: float | None


@dataclass(frozen=True, slots=True)
class SkillToDevelop:
    """A skill that some work needs and somebody does not bring in full.

    Attributes
    ----------
    skill, label : str
        Its id, and how it is said aloud.
    is_essential : bool
    has : str
        What they have that is near it; empty where nothing is.
    closeness : float
        How much of it that brings, 0 to below 1.
    where : tuple of WhereLearnt
        Cheapest for the learner first, then the soonest; empty where it is learnt in post.
    """

    skill: str
    label: str
    is_essential: bool
    has: str
    closeness: float
    where: tuple[WhereLearnt, ...]


@dataclass(frozen=True, slots=True)
class SkillGap:
    """Skills somebody has for some work, and skills they may need to develop, most telling first.

    `qualities` are what the work calls for in how people are; nobody is told that they lack them.
    """

    work: str
    have: tuple[str, ...]
    develop: tuple[SkillToDevelop, ...]
    qualities: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The gap as plain values."""
        return asdict(self)
