"""Somebody's skills grouped by where they come from, with what each is good for in care."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.domain import Candidate, EvidenceKind

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["SkillStrength", "StrengthGroup", "strengths"]

_UNPAID = (("unpaid-caring", "From looking after somebody"), ("volunteering", "From volunteering"))
_NAMED_AFTER = {"unpaid-caring": frozenset({"family-caring"})}
"""Skills that are named after a part of a life, and so are not among those that it usually brings."""
_HOME = ("parenting-homemaking", "From bringing up children and running a home")
_UNPAID_HEADINGS = frozenset(heading for _, heading in (*_UNPAID, _HOME))
_ALONE = "What you can do"
"""What the rest is called where there is nothing before it."""


@dataclass(frozen=True, slots=True)
class SkillStrength:
    """A skill as it is said aloud, and how many vacancies within reach ask for it."""

    label: str
    n_vacancies: int


@dataclass(frozen=True, slots=True)
class StrengthGroup:
    """Skills from one part of a life; `usual` are those that it usually brings and that were not named."""

    heading: str
    skills: tuple[SkillStrength, ...]
    usual: tuple[str, ...] = ()


def strengths(person: Candidate, asked: Counter[str], taxonomy: "Taxonomy") -> list[StrengthGroup]:
    """Each skill once, under the first part of a life that shows it: courses, caring, volunteering, home, work, other.

    A course shows what has a certificate; caring, volunteering and work show what they usually bring (the taxonomy's
    tables). Skills that most vacancies ask for come first, ties by name. Unpaid parts of a life stand there without a
    skill named too, with what they usually bring.

    Parameters
    ----------
    person : Candidate
        With names as ids.
    asked : Counter of str
        By the plain name of a skill that is held, how many vacancies within reach ask for it.
    """
    left = list(dict.fromkeys(person.skills or ()))
    groups: list[StrengthGroup] = []
    for heading, names in _sources(person, taxonomy):
        here = [name for name in left if names is None or name in names]
        left = [name for name in left if name not in here]
        usual = _usual(names or (), person, taxonomy) if heading in _UNPAID_HEADINGS else ()
        if here or usual:
            said = heading if groups or names is not None else _ALONE
            groups.append(StrengthGroup(said, _sorted(here, asked, taxonomy), usual))
    return groups


def _usual(names: Iterable[str], person: Candidate, taxonomy: "Taxonomy") -> tuple[str, ...]:
    return tuple(sorted(str(taxonomy.skill(name) or name) for name in set(names) - set(person.skills or ())))


def _sources(person: Candidate, taxonomy: "Taxonomy") -> list[tuple[str, frozenset[str] | None]]:
    """Parts of a life and the skills that each shows; None takes the rest."""
    learnt = {one.skill for one in person.skill_evidence if one.kind is not EvidenceKind.PRACTISED}
    sectors = [name for name in person.prior_sector or () if name in taxonomy.prior_sectors]
    unpaid = [(name, heading) for name, heading in (*_UNPAID, _HOME) if name in sectors]
    occupation = taxonomy.occupations.get(person.prior_occupation or "")
    worked = {name for sector in set(sectors) - dict((*_UNPAID, _HOME)).keys() for name in _brought(sector, taxonomy)}
    worked |= {*occupation.essential, *occupation.optional} if occupation else set()
    return [
        ("From courses", frozenset(learnt)),
        *((heading, frozenset(_brought(name, taxonomy))) for name, heading in unpaid),
        ("From work", frozenset(worked)),
        ("Also yours", None),
    ]


def _brought(sector: str, taxonomy: "Taxonomy") -> set[str]:
    return {*taxonomy.prior_sectors[sector].skills, *_NAMED_AFTER.get(sector, ())}


def _sorted(names: Iterable[str], asked: Counter[str], taxonomy: "Taxonomy") -> tuple[SkillStrength, ...]:
    said = (str(taxonomy.skill(name) or name) for name in names)
    found = [SkillStrength(label[:1].upper() + label[1:], asked[label]) for label in said]
    return tuple(sorted(found, key=lambda skill: (-skill.n_vacancies, skill.label)))
