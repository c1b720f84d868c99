"""A vacancy's needs split by how the person meets them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.domain import NearSkill, SkillSplit
from matcher.domain.evidence import say_evidence
from matcher.explanation.context import Pair
from matcher.scoring.evidence import FULL_CREDIT, best_evidence, held_credits

__all__ = ["MetNeed", "SkillsMet", "held_needs"]


class MetNeed(NamedTuple):
    """A need and how it is met: index of the skill, credit (0 to 100), whether it is held, what else brings it."""

    skill: int
    credit: int
    is_held: bool
    has: str = ""


@dataclass(frozen=True, eq=False)
class SkillsMet:
    """The needs of one pair with how the person meets each, read once off the credits that were scored.

    Below, `kind` is ``essential`` or ``optional`` for those needs alone, and None for both; needs come most telling
    first, then by index.

    Parameters
    ----------
    pair : Pair
        Whose needs and whose skills.
    """

    pair: Pair

    def needs(self, kind: str | None = None) -> list[MetNeed]:
        """The needs with how each is met."""
        telling = self._telling[kind] if kind else self._either
        return [self._met[need] for need in sorted(telling, key=lambda i: (-telling[i], i))]

    def split(self, kind: str | None = None) -> SkillSplit:
        """Held, near and missing skills.

        A skill that the person holds is held, however little its evidence makes it count (see `counted_less`).
        """
        held, near, missing = [], [], []
        for need in self.needs(kind):
            name = str(self.pair.taxonomy.skills[need.skill])
            if need.is_held:
                held.append(name)
            elif need.credit:
                near.append(NearSkill(name, need.has, need.credit / FULL_CREDIT))
            else:
                missing.append(name)
        return SkillSplit(tuple(held), tuple(near), tuple(missing))

    def counted_less(self, kind: str) -> list[str]:
        """Needs that are held and count for less, with the reason: ``dementia care, last used 2012, counts 70%``."""
        said = []
        for need in self.needs(kind):
            if need.skill in self._own and need.credit < FULL_CREDIT:
                skill = self.pair.taxonomy.skills[need.skill]
                evidence = best_evidence(self.pair.candidate.skill_evidence, skill, self.pair.as_of)[1]
                why = say_evidence(evidence) if evidence else ""
                said.append(f"{skill}, {why}, counts {need.credit}%")
        return said

    @cached_property
    def _telling(self) -> dict[str, dict[int, int]]:
        """How telling each need of either kind is."""
        work, column = self.pair.pairs.vacancies, self.pair.column
        return {"essential": _entries(work.essential, column), "optional": _entries(work.optional, column)}

    @cached_property
    def _either(self) -> dict[int, int]:
        """How telling each need is; one that is essential too is as telling as that."""
        return self._telling["optional"] | self._telling["essential"]

    @cached_property
    def _met(self) -> dict[int, MetNeed]:
        needs, brought = list(self._either), _brought(self.pair)
        return {need: self._meet(need, credit) for need, credit in zip(needs, brought[needs].tolist(), strict=True)}

    def _meet(self, need: int, credit: int) -> MetNeed:
        is_held = _is_held(need, credit, self._own)
        return MetNeed(need, credit, is_held, "" if is_held or not credit else self._source(need, credit))

    def _source(self, need: int, credit: int) -> str:
        """What brings a near skill: the held skill with the most credit, else what former work usually brings."""
        gives = {i: self._given[i].get(need, 0) * counts // FULL_CREDIT for i, counts in self._own.items()}
        best = max(gives, key=lambda i: (gives[i], -i), default=None)
        if best is not None and gives[best] >= credit:
            return str(self.pair.taxonomy.skills[best])
        return _background(self.pair, self.pair.taxonomy.skills[need].id)

    @cached_property
    def _own(self) -> dict[int, int]:
        """What each skill that the person holds counts."""
        return _own(self.pair)

    @cached_property
    def _given(self) -> dict[int, dict[int, int]]:
        """By each skill that the person holds, the credit it gives to others."""
        return {i: _entries(self.pair.taxonomy.credits, i) for i in self._own}


def held_needs(pair: Pair, needs: Sequence[int]) -> list[int]:
    """Those of some needs, whoever has them, that the person of a pair holds as `SkillsMet.split` has it."""
    brought, own = _brought(pair), _own(pair)
    return [need for need in needs if _is_held(need, int(brought[need]), own)]


def _own(pair: Pair) -> dict[int, int]:
    return held_credits(pair.candidate, pair.taxonomy, pair.as_of)


def _is_held(need: int, credit: int, own: Mapping[int, int]) -> bool:
    return need in own or credit >= FULL_CREDIT


def _brought(pair: Pair) -> NDArray[np.int32]:
    table = pair.pairs.candidates.credits
    here = _row(table, pair.row)
    brought = np.zeros(table.shape[1], dtype=np.int32)
    brought[table.indices[here]] = table.data[here]
    return brought


def _row(table: Any, row: int) -> slice:
    """Where a row of a sparse table lies in its arrays; asking the table itself for the row takes ten times as long."""
    return slice(int(table.indptr[row]), int(table.indptr[row + 1]))


def _entries(table: Any, row: int) -> dict[int, int]:
    """What a row of a sparse table holds, by column."""
    here = _row(table, row)
    return dict(zip(table.indices[here].tolist(), table.data[here].tolist(), strict=True))


def _background(pair: Pair, skill: str) -> str:
    """The former work, paid or not, that usually brings a skill."""
    terms, sectors = pair.taxonomy, pair.taxonomy.prior_sectors
    occupation = terms.occupations.get(pair.candidate.prior_occupation or "")
    if occupation and skill in occupation.essential:
        return f"worked as {occupation.label}"
    names = {*(pair.candidate.prior_sector or ()), occupation.prior_sector if occupation else ""}
    brought = (sectors[name].plain for name in sorted(names) if name in sectors and skill in sectors[name].skills)
    return next(brought, "former work")
