"""The terms of the taxonomy: skills, occupations and what stands around them."""

from dataclasses import dataclass

from matcher.domain.vocabularies import DbsLevel

__all__ = ["Occupation", "PriorSector", "Qualification", "Registration", "RoleFamily", "Skill"]


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill; `label` is ESCO's preferred label where it has a `uri`, `plain` is how it is said aloud."""

    id: str
    label: str
    uri: str = ""
    plain: str = ""
    alt_names: tuple[str, ...] = ()
    group: str = ""
    broader: str = ""

    def __str__(self) -> str:
        return self.plain or self.label


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation with the skills it needs and, for care work, what it usually asks.

    `essential` and `optional` are skill ids; `role_family` is empty for work outside care; `prior_sector` is the
    sector somebody who did this work comes from.
    """

    id: str
    label: str
    uri: str = ""
    soc2020: str = ""
    alt_titles: tuple[str, ...] = ()
    role_family: str = ""
    prior_sector: str = ""
    essential: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    dbs_level: DbsLevel | None = None
    usual_shifts: str = ""
    vehicle: bool | None = None
    registration: str = ""
    qualification: str = ""
    experience_months: int | None = None


@dataclass(frozen=True, slots=True)
class RoleFamily:
    """Care roles people search by together."""

    id: str
    label: str
    plain: str
    dbs_level: DbsLevel
    usual_shifts: str


@dataclass(frozen=True, slots=True)
class PriorSector:
    """Where somebody worked or cared before.

    Attributes
    ----------
    kind : str
        ``industry``, ``caring``, ``volunteering`` or ``lived_experience``.
    sic2007 : tuple of str
        Industry codes or prefixes that belong to it.
    skills : tuple of str
        Ids of skills it usually brings.
    affinity : float
        How readily its people move into care, 0 to 1.
    """

    id: str
    label: str
    plain: str
    alt_names: tuple[str, ...]
    kind: str
    sic2007: tuple[str, ...]
    skills: tuple[str, ...]
    affinity: float

    @property
    def is_neutral(self) -> bool:
        """Whether it moves no points of its own: telling us of lived experience may hint at somebody's health."""
        return self.kind == "lived_experience"


@dataclass(frozen=True, slots=True)
class Qualification:
    """A rung of the ladder; `level` counts as the Regulated Qualifications Framework does, 0 for entry level."""

    id: str
    label: str
    alt_names: tuple[str, ...]
    level: int
    subject: str


@dataclass(frozen=True, slots=True)
class Registration:
    """A professional registration and the body that keeps it."""

    id: str
    label: str
    alt_names: tuple[str, ...]
    body: str
