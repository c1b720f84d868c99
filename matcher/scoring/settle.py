"""Names become ids and postcodes become places, once, before anything is scored."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from matcher.domain import Candidate, Occupation, Place, PlaceKind, SkillEvidence, Vacancy, format_evidence
from matcher.domain.evidence import split_evidence
from matcher.errors import PlaceError
from matcher.geography import Gazetteer, area_place
from matcher.taxonomy import Taxonomy
from matcher.text import link_title

__all__ = ["each_settled", "settle_candidate", "settle_evidence", "settle_skills", "settle_vacancy", "split_skills"]

Record = TypeVar("Record", Candidate, Vacancy)

_AFTER_BRACKETS = re.compile(r"(?<=\])\s*,\s*")


def settle_candidate(candidate: Candidate, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Candidate:
    """The candidate with every name an id and the postcode a place.

    A skill that evidence shows is held. A skill that no term fits is kept in `unlinked_skills`; a qualification or
    registration that none fits stays as it is written, and is not known. Settling what is settled changes nothing.

    Raises
    ------
    PlaceError
        The postcode does not exist or cannot be placed.
    RowError
        The brackets behind a skill hold evidence without a month that there is.
    """
    skills, unlinked, evidence = settle_skills(candidate.skills or (), candidate.skill_evidence, taxonomy)
    occupation = _occupation(candidate.prior_occupation, taxonomy)
    return candidate.model_copy(
        update={
            "place": candidate.place or _place(candidate.postcode, gazetteer),
            "skills": skills or (() if candidate.skills == () else None),
            "skill_evidence": evidence,
            "unlinked_skills": _merged(candidate.unlinked_skills, unlinked),
            "prior_occupation": occupation.id if occupation else None,
            "prior_sector": _sectors(candidate.prior_sector, taxonomy),
            "qualifications": _ids(candidate.qualifications, taxonomy.qualification),
            "registrations": _ids(candidate.registrations, taxonomy.registration),
        }
    )


def each_settled(records: Iterable[Record], settle: Callable[[Record], Record]) -> Iterator[Record]:
    """Settle records one by one; a place that cannot be found is said with the id of its record."""
    for record in records:
        try:
            yield settle(record)
        except PlaceError as error:
            error.args = (f"{type(record).__name__} '{record.id}': {error}",)
            raise


def settle_skills(
    names: Iterable[str], shown: Iterable[SkillEvidence], taxonomy: Taxonomy
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[SkillEvidence, ...]]:
    """Ids of the skills named or shown, each once; the names that no term fits; and the evidence settled.

    Each name and each piece of evidence gives what it gives alone.

    Raises
    ------
    RowError
        The brackets behind a skill hold evidence without a month that there is.
    """
    named, bracketed = split_skills(names)
    evidence = settle_evidence((*shown, *bracketed), taxonomy)
    skills, unlinked = taxonomy.link_skills((*named, *(one.skill for one in evidence)))
    return skills, unlinked, evidence


def split_skills(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[SkillEvidence, ...]]:
    """Names of skills without what stands in brackets behind them, and the evidence that stands there.

    Raises
    ------
    RowError
        The brackets behind a skill hold evidence without a month that there is.
    """
    parts = [part for name in names for part in _split_name(name)]
    return tuple(name for name, _ in parts), tuple(shown for _, shown in parts if shown is not None)


# Thousands of records share some hundred names of skills.
@lru_cache(maxsize=8192)
def _split_name(name: str) -> tuple[tuple[str, SkillEvidence | None], ...]:
    return tuple(split_evidence(part) for part in _AFTER_BRACKETS.split(name))


def settle_evidence(given: Iterable[SkillEvidence], taxonomy: Taxonomy) -> tuple[SkillEvidence, ...]:
    """Evidence with the ids of its skills, sorted and without repeats; a name that no term fits stays as written."""
    settled = {replace(shown, skill=_shown_skill(shown.skill, taxonomy)) for shown in given}
    return tuple(sorted(settled, key=format_evidence))


def settle_vacancy(vacancy: Vacancy, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Vacancy:
    """The vacancy with every name an id and its place known; the occupation is read off the title where not given.

    Raises
    ------
    PlaceError
        The postcode or an area does not exist or cannot be placed.
    """
    essential, unlinked = _skills(vacancy.essential_skills, taxonomy)
    optional, also_unlinked = _skills(vacancy.optional_skills, taxonomy)
    occupation = _occupation(vacancy.occupation or vacancy.title, taxonomy)
    family = vacancy.role_family and taxonomy.role_family(vacancy.role_family)
    if family and occupation and not occupation.role_family:
        occupation = None  # a "kitchen assistant" of a care home: the family's needs, not a restaurant's
    return vacancy.model_copy(
        update={
            "place": vacancy.place or _work_place(vacancy, gazetteer),
            "essential_skills": essential or None,
            "optional_skills": None if also_unlinked and not optional else optional,
            "unlinked_skills": _merged(vacancy.unlinked_skills, unlinked + also_unlinked),
            "occupation": occupation.id if occupation else None,
            "role_family": family.id if family else (occupation.role_family or None) if occupation else None,
            "registration": _one(vacancy.registration, taxonomy.registration),
            "qualification": _one(vacancy.qualification, taxonomy.qualification),
        }
    )


def _work_place(vacancy: Vacancy, gazetteer: Gazetteer) -> Place | None:
    """A round is its districts, anything else its postcode where it has one."""
    if vacancy.area and (vacancy.place_kind == PlaceKind.ROUND or not vacancy.postcode):
        return area_place(vacancy.area, gazetteer)
    return _place(vacancy.postcode, gazetteer)


def _place(postcode: str | None, gazetteer: Gazetteer) -> Place | None:
    return gazetteer.locate(postcode) if postcode else None


def _skills(names: Iterable[str] | None, taxonomy: Taxonomy) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Ids of skills and the names that none fits; None where nobody has asked."""
    return (None, ()) if names is None else taxonomy.link_skills(names)


def _shown_skill(name: str, taxonomy: Taxonomy) -> str:
    """The id of a skill; of several with commas between them, the last, before the brackets."""
    term = taxonomy.skill(name) or taxonomy.skill(name.rpartition(",")[2])
    return term.id if term else name


def _occupation(name: str | None, taxonomy: Taxonomy) -> Occupation | None:
    return (taxonomy.occupation(name) or link_title(name, taxonomy)) if name else None


def _ids(names: Iterable[str] | None, find: Callable[[str], Any]) -> tuple[str, ...] | None:
    """Ids of the names that a term fits and the other names as written, each once."""
    return None if names is None else tuple(dict.fromkeys(_one(name, find) or name for name in names))


def _sectors(names: tuple[str, ...] | None, taxonomy: Taxonomy) -> tuple[str, ...] | None:
    """Ids of sectors; names that none fits are as good as not asked, but none at all is an answer."""
    if not names:
        return names
    return tuple(dict.fromkeys(term.id for name in names if (term := taxonomy.prior_sector(name)))) or None


def _one(name: str | None, find: Callable[[str], Any]) -> str | None:
    """The id of a term, or the name as written where none fits."""
    term = find(name) if name else None
    return term.id if term else name


def _merged(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
