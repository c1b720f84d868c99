"""The taxonomy: terms, names that lead to them, and closeness between skills."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Occupation, PriorSector, Qualification, Registration, RoleFamily, Skill
from matcher.errors import NotFoundError
from matcher.taxonomy.carry_over import carry_over_table
from matcher.taxonomy.industries import Industries
from matcher.taxonomy.names import NameIndex

__all__ = ["Taxonomy"]

# Judgement: a role family needs what at least half of its occupations need.
_SHARE_OF_FAMILY = 0.5


@dataclass(frozen=True, eq=False)
class Taxonomy:
    """Everything the engine knows about work, built once and never changed.

    Attributes
    ----------
    skills : tuple of Skill
        In index order.
    skill_index : dict of str to int
        Skill id to its index in `skills`, `telling` and `credits`.
    occupations, role_families, prior_sectors, qualifications, registrations : dict
        Id to record.
    telling : ndarray of int32, shape (n_skills,)
        How telling each skill is, 1 to 100 (`matcher.taxonomy.closeness.telling_weights`).
    credits : csr_matrix of int32, shape (n_skills, n_skills)
        ``credits[has, needs]``: how much of a needed skill a held one brings, 0 to 100; 100 on the diagonal.
    skill_names, occupation_names : NameIndex
        Where the names of skills and occupations lead.
    other_names : dict of str to NameIndex
        The same for ``prior_sectors``, ``qualifications``, ``registrations`` and ``role_families``.
    industries : Industries
        How readily people of each industry move into care.
    n_dangling_relations : int
        Relations of an overlaid ESCO left out because they name a term it does not hold.
    """

    skills: tuple[Skill, ...]
    skill_index: dict[str, int]
    occupations: dict[str, Occupation]
    role_families: dict[str, RoleFamily]
    prior_sectors: dict[str, PriorSector]
    qualifications: dict[str, Qualification]
    registrations: dict[str, Registration]
    telling: NDArray[np.int32]
    credits: csr_matrix
    skill_names: NameIndex
    occupation_names: NameIndex
    other_names: dict[str, NameIndex]
    industries: Industries = field(default_factory=Industries)
    n_dangling_relations: int = 0

    @property
    def n_skills(self) -> int:
        """How many skills there are."""
        return len(self.skills)

    @cached_property
    def carry_over(self) -> NDArray[np.float64]:
        """How much of each role family's needs each prior sector brings, (n_sectors, n_families + 1) in [0, 1].

        Rows and columns in the order of `prior_sectors` and `role_families`; the last column is for a family not known.
        """
        needs = [[self.skill_index[name] for name in self._family_needs(family)[0]] for family in self.role_families]
        sectors = self.prior_sectors.values()
        return carry_over_table(sectors, needs, self.skill_index, self.telling, self.credits)

    def skill(self, name: str) -> Skill | None:
        """The skill of an id, URI, label, plain or alternative name; None where no skill is called so."""
        found = self.skill_names.find(name)
        return None if found is None else self.skills[self.skill_index[found]]

    def link_skills(self, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the skills named, each once, and the names that none fits.

        Commas separate where semicolons were forgotten: a name with commas that is no skill, and has a part that is.
        """
        found = {part: self.skill(part) for name in names for part in self._parts(name)}
        linked = dict.fromkeys(skill.id for skill in found.values() if skill is not None)
        return tuple(linked), tuple(part for part, skill in found.items() if skill is None)

    def occupation(self, name: str) -> Occupation | None:
        """The occupation of an id, URI, title or alternative title."""
        return self.occupations.get(self.occupation_names.find(name) or "")

    def prior_sector(self, name: str) -> PriorSector | None:
        """The prior sector of an id, any name, or a SIC 2007 code (by the longest prefix listed)."""
        found = self.other_names["prior_sectors"].find(name) or self._sector_of_code(name)
        return self.prior_sectors.get(found or "")

    def qualification(self, name: str) -> Qualification | None:
        """The qualification of an id or any name."""
        return self.qualifications.get(self.other_names["qualifications"].find(name) or "")

    def registration(self, name: str) -> Registration | None:
        """The registration of an id or any name."""
        return self.registrations.get(self.other_names["registrations"].find(name) or "")

    def role_family(self, name: str) -> RoleFamily | None:
        """The role family of an id or any name."""
        return self.role_families.get(self.other_names["role_families"].find(name) or "")

    def usual_needs(self, occupation: str | None, role_family: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Skills usually needed, essential and optional, for an advert that does not say.

        Those of the occupation where it is given. A role family alone needs what is essential in at least half of its
        occupations, and usefully what at least half need in any way. Neither given, nothing is known: two empty
        tuples.

        Raises
        ------
        NotFoundError
            An id that the taxonomy does not hold.
        """
        if occupation:
            if occupation not in self.occupations:
                raise NotFoundError(f"There is no occupation '{occupation}' in the taxonomy: give an id it holds.")
            term = self.occupations[occupation]
            return term.essential, term.optional
        if not role_family:
            return (), ()
        if role_family not in self.role_families:
            raise NotFoundError(f"There is no role family '{role_family}' in the taxonomy: give an id it holds.")
        return self._family_needs(role_family)

    def _family_needs(self, role_family: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        members = [term for term in self.occupations.values() if term.role_family == role_family]
        essential = self._shared([term.essential for term in members])
        either = self._shared([term.essential + term.optional for term in members])
        return essential, tuple(skill for skill in either if skill not in essential)

    def _shared(self, needs: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        counts = Counter(skill for needed in needs for skill in needed)
        shared = (skill for skill, n in counts.items() if n >= _SHARE_OF_FAMILY * len(needs))
        return tuple(sorted(shared, key=self.skill_index.__getitem__))

    def _parts(self, name: str) -> list[str]:
        parts = [part.strip() for part in name.split(",") if part.strip()]
        is_list = len(parts) > 1 and self.skill(name) is None and any(self.skill(part) for part in parts)
        return parts if is_list else [name]

    def _sector_of_code(self, name: str) -> str | None:
        code = name.strip().replace(".", "").replace("/", "")
        if not code.isdecimal():
            return None
        prefixes = {prefix: sector.id for sector in self.prior_sectors.values() for prefix in sector.sic2007}
        return next((prefixes[code[:n]] for n in range(len(code), 1, -1) if code[:n] in prefixes), None)
