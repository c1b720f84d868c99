"""The filters of a jobseeker's vacancies, as they stand in the address."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.domain import PlaceKind
from webapp.presenters.own_matches import OwnMatch

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["JOURNEYS", "OwnFilters", "RoleChoice", "apply_filters", "read_filters", "role_choices"]

JOURNEYS = (15, 30, 45, 60, 90)


@dataclass(frozen=True, slots=True)
class OwnFilters:
    """The kind of role (an id, or empty) and the longest journey in minutes (or none); nonsense filters nothing."""

    role: str = ""
    minutes: int | None = None

    def __bool__(self) -> bool:
        return bool(self.role) or self.minutes is not None


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A kind of role, and how many of the vacancies are of it."""

    id: str
    label: str
    n_vacancies: int


def read_filters(arguments: Mapping[str, str]) -> OwnFilters:
    """The filters of an address."""
    minutes = arguments.get("minutes", "")
    is_known = minutes in {str(journey) for journey in JOURNEYS}
    return OwnFilters(arguments.get("role", "").strip(), int(minutes) if is_known else None)


def apply_filters(shown: Iterable[OwnMatch], filters: OwnFilters) -> list[OwnMatch]:
    """What is left, in its order; a journey that is not known is left in, because it may be short."""
    return [own for own in shown if _is_of(own, filters.role) and _is_within(own, filters.minutes)]


def role_choices(shown: Iterable[OwnMatch], taxonomy: "Taxonomy") -> list[RoleChoice]:
    """The kinds of role that there are, by name."""
    counts = Counter(own.vacancy.role_family for own in shown if own.vacancy.role_family)
    known = ((name, taxonomy.role_family(name), n) for name, n in counts.items())
    choices = [RoleChoice(name, family.label if family else name, n) for name, family, n in known]
    return sorted(choices, key=lambda choice: choice.label.casefold())


def _is_of(own: OwnMatch, role: str) -> bool:
    return not role or own.vacancy.role_family == role


def _is_within(own: OwnMatch, minutes: int | None) -> bool:
    if minutes is None or own.match.travel_minutes is None or own.vacancy.place_kind == PlaceKind.LIVE_IN:
        return True
    return own.match.travel_minutes <= minutes
