"""What matches and vacancies can be narrowed by: kind of role, where the work is, pay, what is to be arranged."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from matcher.domain import PlaceKind, Vacancy
from matcher.domain.pay_floor import legal_floor
from matcher.explanation.explained import Glance
from webapp import words
from webapp.presenters.filters import NOT_KNOWN, Facet
from webapp.presenters.lists import VacancyRow

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["match_facets", "vacancy_facets"]

Row = TypeVar("Row")

# Judgement: a pound an hour is what people tell jobs apart by.
_POUNDS_ABOVE = (1, 2, 4)
_PLACES = (*(str(kind) for kind in PlaceKind), NOT_KNOWN)


def match_facets(vacancies: Mapping[str, Vacancy], taxonomy: "Taxonomy") -> list[Facet[Glance]]:
    """What the matches of a jobseeker can be narrowed by; `vacancies` by id."""
    return [
        _kind_facet(lambda match: _family(vacancies[match.vacancy], taxonomy), taxonomy),
        Facet("ready", "To arrange", _ready, lambda _: "Nothing to arrange", valid=("yes",)),
    ]


def vacancy_facets(taxonomy: "Taxonomy", as_of: date) -> list[Facet[VacancyRow]]:
    """What a list of vacancies can be narrowed by."""
    steps = [legal_floor(as_of) + pounds for pounds in _POUNDS_ABOVE]

    def pays(row: VacancyRow) -> list[str]:
        most = row.vacancy.pay_max_gbp_per_hour or row.vacancy.pay_min_gbp_per_hour
        return [NOT_KNOWN] if most is None else [f"{step:.2f}" for step in steps if most >= step]

    return [
        _kind_facet(lambda row: _family(row.vacancy, taxonomy), taxonomy),
        Facet(
            "place",
            "Where the work is",
            lambda row: [row.vacancy.place_kind or NOT_KNOWN],
            _place,
            _PLACES.index,
            _PLACES,
        ),
        Facet("pay", "Pays an hour", pays, _pay_or_more, valid=[f"{step:.2f}" for step in steps]),
    ]


def _family(vacancy: Vacancy, taxonomy: "Taxonomy") -> str:
    """The kind of role, by id: as the vacancy says, else as its occupation has it."""
    named = taxonomy.role_family(vacancy.role_family) if vacancy.role_family else None
    occupation = taxonomy.occupation(vacancy.occupation) if vacancy.occupation else None
    return named.id if named else (occupation.role_family if occupation else "") or NOT_KNOWN


def _kind_facet(family: Callable[[Row], str], taxonomy: "Taxonomy") -> Facet[Row]:
    """The kind of role, in the order and the words of the taxonomy."""
    order = {name: place for place, name in enumerate(taxonomy.role_families)}
    labels = {one.id: one.label for one in taxonomy.role_families.values()} | {NOT_KNOWN: "Not known"}
    return Facet(
        "kind",
        "Kind of role",
        lambda row: [family(row)],
        labels.__getitem__,
        lambda value: order.get(value, len(order)),
        valid=labels,
    )


def _ready(match: Glance) -> list[str]:
    return ["yes"] if match.is_ready else []


def _place(value: str) -> str:
    return "Not stated" if value == NOT_KNOWN else words.label(value, "place_kind")


def _pay_or_more(value: str) -> str:
    return "Not stated" if value == NOT_KNOWN else f"£{value} or more"
