"""The filters of a jobseeker's vacancies, as they stand in the address."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.domain import PlaceKind, Vacancy
from matcher.explanation.explained import Glance

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


def apply_filters(found: Iterable[Glance], vacancies: Mapping[str, Vacancy], filters: OwnFilters) -> list[Glance]:
    """What is left, in its order; a journey that is not known is left in, because it may be short."""
    return [
        one
        for one in found
        if _is_of(vacancies[one.vacancy], filters.role) and _is_within(one, vacancies[one.vacancy], filters.minutes)
    ]


def role_choices(found: Iterable[Glance], vacancies: Mapping[str, Vacancy], taxonomy: "Taxonomy") -> list[RoleChoice]:
    """The kinds of role that there are, by name."""
    families = (vacancies[one.vacancy].role_family for one in found)
    counts = Counter(family for family in families if family)
    known = ((name, taxonomy.role_family(name), n) for name, n in counts.items())
    choices = [RoleChoice(name, family.label if family else name, n) for name, family, n in known]
    return sorted(choices, key=lambda choice: choice.label.casefold())


def _is_of(vacancy: Vacancy, role: str) -> bool:
    return not role or vacancy.role_family == role


def _is_within(one: Glance, vacancy: Vacancy, minutes: int | None) -> bool:
    if minutes is None or one.travel_minutes is None or vacancy.place_kind == PlaceKind.LIVE_IN:
        return True
    return one.travel_minutes <= minutes
