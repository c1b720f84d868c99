"""Records that made-up people are made after: every prior sector, with the skills that are usual there mixed in."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from matcher.domain import Candidate, PriorSector
from matcher.taxonomy import Taxonomy

__all__ = ["people_by_sector"]

_VARIANTS = 8
"""Judgement: so many mixtures of skills a sector, each thinned for every person made after it, are never alike."""

_MIXED_IN = 0.5
"""Judgement: of the skills that are usual where somebody worked, they would name half."""


def people_by_sector(
    people: Sequence[Candidate], taxonomy: Taxonomy, rng: Generator
) -> tuple[list[Candidate], NDArray[np.float64]]:
    """Settled records to make people after, and the share of each, which add up to 1.

    A sector has a share by the records that have it, and one more, so that none is left out; those whose sector nobody
    has asked stay so. The words, the past and the answers are a record's of that sector; where there is none, anybody's
    with an occupation of the sector.

    Parameters
    ----------
    people : sequence of Candidate, not empty
    """
    unasked = [person for person in people if not person.prior_sector]
    made, shares = list(unasked), [1.0] * len(unasked)
    for sector in taxonomy.prior_sectors.values():
        own = [person for person in people if sector.id in (person.prior_sector or ())]
        for _ in range(_VARIANTS):
            person = _one_of(own, rng) if own else _moved(_one_of(people, rng), sector, taxonomy, rng)
            made.append(_with_usual_skills(person, sector, rng))
            shares.append((len(own) + 1) / _VARIANTS)
    return made, np.array(shares) / sum(shares)


def _one_of(people: Sequence[Candidate], rng: Generator) -> Candidate:
    return people[int(rng.integers(len(people)))]


def _moved(person: Candidate, sector: PriorSector, taxonomy: Taxonomy, rng: Generator) -> Candidate:
    """The person with a past in another sector, in one of its occupations if the taxonomy has any."""
    work = [name for name, occupation in taxonomy.occupations.items() if occupation.prior_sector == sector.id]
    occupation = work[int(rng.integers(len(work)))] if work else None
    return person.model_copy(update={"prior_sector": (sector.id,), "prior_occupation": occupation})


def _with_usual_skills(person: Candidate, sector: PriorSector, rng: Generator) -> Candidate:
    """The person naming some of the sector's usual skills too; whoever has not been asked for skills still has not."""
    if person.skills is None:
        return person
    named = [skill for skill in sector.skills if rng.random() < _MIXED_IN]
    return person.model_copy(update={"skills": tuple(dict.fromkeys((*person.skills, *named)))})
