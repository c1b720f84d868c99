"""What has to come before: groups of which every one is needed, each met by any one of its alternatives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Prerequisite", "PrerequisiteKind", "Prerequisites", "format_prerequisites", "parse_prerequisites"]

_ALTERNATIVE = re.compile(
    r"\s*(?P<kind>[a-z]+)\s*:\s*(?P<id>\S+?)(?:\s+(?P<months>\d{1,3})(?:\s*months?)?)?\s*", re.IGNORECASE
)


class PrerequisiteKind(StrEnum):
    """What kind of thing has to be there first."""

    COURSE = "course"
    QUALIFICATION = "qualification"
    REGISTRATION = "registration"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """One alternative: a course done, a qualification or registration held, or time spent in a role.

    Attributes
    ----------
    kind : PrerequisiteKind
    id : str
        Id of the course, qualification or registration, or of a role of the ladder.
    months : int
        Months in the role; 0 is having it, however short. Of a role only.
    """

    kind: PrerequisiteKind
    id: str
    months: int = 0


Prerequisites = tuple[tuple[Prerequisite, ...], ...]


def parse_prerequisites(text: str) -> Prerequisites:
    """Prerequisites as they are written: ``role:care-worker 6 months | course:care-certificate; qualification:esol-1``.

    Semicolons separate what is needed together, bars what would do instead. Blank and ``none`` are nothing needed.

    Raises
    ------
    ValueError
        A part does not follow the grammar.
    """
    if text.strip().casefold() in {"", "none"}:
        return ()
    groups = (group for group in text.split(";") if group.strip())
    return tuple(tuple(dict.fromkeys(_alternative(part) for part in group.split("|"))) for group in groups)


def _alternative(text: str) -> Prerequisite:
    found = _ALTERNATIVE.fullmatch(text)
    kinds = ", ".join(PrerequisiteKind)
    if found is None or found["kind"].lower() not in set(PrerequisiteKind):
        raise ValueError(
            f"'{text.strip()}' is not a prerequisite: write kind:id, such as course:care-certificate or "
            f"role:care-worker 6 months; kind is one of {kinds}."
        )
    kind = PrerequisiteKind(found["kind"].lower())
    if found["months"] and kind is not PrerequisiteKind.ROLE:
        raise ValueError(f"'{text.strip()}': only a role counts months; leave them out.")
    return Prerequisite(kind, found["id"], int(found["months"] or 0))


def format_prerequisites(groups: Iterable[Iterable[Prerequisite]]) -> str:
    """The same, written so that `parse_prerequisites` reads it back."""
    return "; ".join(" | ".join(_written(alternative) for alternative in group) for group in groups)


def _written(alternative: Prerequisite) -> str:
    months = f" {alternative.months} months" if alternative.months else ""
    return f"{alternative.kind.value}:{alternative.id}{months}"
