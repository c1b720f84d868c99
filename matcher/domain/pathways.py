"""The ladder of roles, and the pathways that climb it."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from matcher.domain.courses import StepKind

__all__ = ["CareCategory", "CourseEffect", "Move", "Opens", "Pathway", "Role", "Step"]


class CareCategory(StrEnum):
    """Role categories of the Care Workforce Pathway (April 2025), and what lies outside them."""

    NEW_TO_CARE = "new_to_care"
    CARE_WORKER = "care_worker"
    ENHANCED_CARE_WORKER = "enhanced_care_worker"
    PERSONAL_ASSISTANT = "personal_assistant"
    SUPERVISOR_OR_LEADER = "supervisor_or_leader"
    PRACTICE_LEADER = "practice_leader"
    DEPUTY_MANAGER = "deputy_manager"
    REGISTERED_MANAGER = "registered_manager"
    NONE_OF_THESE = "none_of_these"
    BEFORE_CARE = "before_care"


@dataclass(frozen=True, slots=True)
class Role:
    """A rung of the ladder: a role in care, or a place that people start from.

    Attributes
    ----------
    role_family, occupation : str
        Ids of the taxonomy; empty for a place people start from.
    from_months : int or None
        Months in the occupation from which somebody stands on this rung rather than the one below that shares the
        occupation; None where months alone never bring them there.
    sectors : tuple of str
        Prior sectors whose people stand here while no occupation of theirs is known.
    pay_low_gbp_per_hour, pay_high_gbp_per_hour : float or None
        What is usually paid, before tax; `pay_source` says where from. None for a place people start from.
    confidence : str
        A read in an official text, B in a secondary one, C our judgement.
    """

    id: str
    label: str
    plain: str
    category: CareCategory
    role_family: str = ""
    occupation: str = ""
    from_months: int | None = None
    sectors: tuple[str, ...] = ()
    pay_low_gbp_per_hour: float | None = None
    pay_high_gbp_per_hour: float | None = None
    pay_source: str = ""
    source: str = ""
    confidence: str = "C"

    @property
    def is_start(self) -> bool:
        """Whether it is a place people start from rather than a role in care."""
        return not self.role_family


@dataclass(frozen=True, slots=True)
class Move:
    """One usual step from a role to another.

    Attributes
    ----------
    from_role, to_role : str
        Ids of roles.
    months : int
        Months in the role it starts from that are usual before it; usual, not promised and not required.
    qualifications : tuple of str
        Ids of which any one is usually asked for; empty where none is.
    registration : str
        Id of a registration that the law asks for; empty where none is.
    skills : tuple of str
        Ids of skills that are usually looked for on top of those of the role it starts from.
    """

    from_role: str
    to_role: str
    months: int
    qualifications: tuple[str, ...] = ()
    registration: str = ""
    skills: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    confidence: str = "C"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pathway, with names said aloud.

    Attributes
    ----------
    kind : StepKind
    title : str
    weeks, hours_per_week : float
        From its own start to its end; steps may overlap, so a pathway is not their sum.
    cost_gbp, earned_gbp : float
        What the person pays and is paid, before tax.
    gains, clears : tuple of str
        Skills, qualifications and registrations it brings; gates it clears.
    source : str
        Where the figures come from.
    course, role : str
        Id of the course, or of the role worked in; empty otherwise.
    start_week : float
        Weeks after the pathway begins.
    paid_by, note : str
        Who pays where the person does not, and what should be said with it.
    """

    kind: StepKind
    title: str
    weeks: float
    hours_per_week: float
    cost_gbp: float
    gains: tuple[str, ...]
    clears: tuple[str, ...]
    source: str
    course: str = ""
    role: str = ""
    start_week: float = 0.0
    earned_gbp: float = 0.0
    paid_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Opens:
    """How many vacancies are open to somebody now, and would be after."""

    now: int
    after: int


@dataclass(frozen=True, slots=True)
class Pathway:
    """Ordered steps from where somebody stands to a target, and what is assumed.

    `weeks` is from the beginning to the end of the last step, `cost_gbp` and `earned_gbp` are sums over the steps.
    """

    name: str
    weeks: float
    cost_gbp: float
    earned_gbp: float
    steps: tuple[Step, ...]
    opens: Opens
    assumptions: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The pathway as it stands in the JSON document of the command line (numbers unrounded)."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CourseEffect:
    """What one course, or a pair, would open for somebody, found by ranking again.

    `courses` are ids, `opened` the ids of vacancies that would open, best first, `sentence` says it aloud. `weeks` and
    `cost_gbp` are the person's. `ready` counts those open for which no check, licence or registration is still to be
    had or asked about: a missing check closes nothing, and still has to be waited for.
    """

    courses: tuple[str, ...]
    title: str
    weeks: float
    cost_gbp: float
    opens: Opens
    opened: tuple[str, ...]
    sentence: str
    ready: Opens = Opens(0, 0)

    def as_dict(self) -> dict[str, Any]:
        """The effect as it stands in the JSON document of the command line."""
        return asdict(self)
