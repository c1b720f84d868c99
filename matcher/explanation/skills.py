"""A vacancy's needs split by how the person meets them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.domain import NearSkill, SkillSplit
from matcher.domain.evidence import say_evidence
from matcher.explanation.context import Pair
from matcher.scoring.evidence import FULL_CREDIT, best_evidence, held_credits

__all__ = ["MetNeed", "counted_less", "held_needs", "met_needs", "split_needs"]


@dataclass(frozen=True, slots=True)
class MetNeed:
    """A need and how it is met: index of the skill, credit (0 to 100), whether it is held, what else brings it."""

    skill: int
    credit: int
    is_held: bool
    has: str = ""


def split_needs(pair: Pair, kind: str | None = None) -> SkillSplit:
    """Held, near and missing skills of one pair, most telling first, read off the credits that were scored.

    A skill that the person holds is held, however little its evidence makes it count (see `counted_less`).

    Parameters
    ----------
    kind : str or None
        ``essential`` or ``optional`` needs alone; None for both.
    """
    held, near, missing = [], [], []
    for need in met_needs(pair, kind):
        name = str(pair.taxonomy.skills[need.skill])
        if need.is_held:
            held.append(name)
        elif need.credit:
            near.append(NearSkill(name, need.has, need.credit / FULL_CREDIT))
        else:
            missing.append(name)
    return SkillSplit(tuple(held), tuple(near), tuple(missing))


def met_needs(pair: Pair, kind: str | None = None) -> list[MetNeed]:
    """The needs of one pair, most telling first, with how the person meets each; `kind` as for `split_needs`."""
    brought = _brought(pair)
    own = held_credits(pair.candidate, pair.taxonomy, pair.as_of)
    met = []
    for need in _needs(pair, kind):
        credit = int(brought[need])
        is_held = _is_held(need, credit, own)
        met.append(MetNeed(need, credit, is_held, "" if is_held or not credit else _source(pair, need, credit, own)))
    return met


def held_needs(pair: Pair, needs: Sequence[int]) -> list[int]:
    """Those of some needs, whoever has them, that the person of a pair holds as `split_needs` has it."""
    brought = _brought(pair)
    own = held_credits(pair.candidate, pair.taxonomy, pair.as_of)
    return [need for need in needs if _is_held(need, int(brought[need]), own)]


def counted_less(pair: Pair, kind: str) -> list[str]:
    """Needs that are held and count for less, with the reason: ``dementia care, last used 2012, counts 70%``."""
    brought = _brought(pair)
    own = held_credits(pair.candidate, pair.taxonomy, pair.as_of)
    said = []
    for need in _needs(pair, kind):
        if need in own and brought[need] < FULL_CREDIT:
            skill = pair.taxonomy.skills[need]
            evidence = best_evidence(pair.candidate.skill_evidence, skill, pair.as_of)[1]
            why = say_evidence(evidence) if evidence else ""
            said.append(f"{skill}, {why}, counts {int(brought[need])}%")
    return said


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


def _entry(table: Any, row: int, column: int) -> int:
    """One entry of a sparse table, 0 where it has none; a column of it would be looked for in every row."""
    here = _row(table, row)
    return int(table.data[here][table.indices[here] == column].sum())


def _needs(pair: Pair, kind: str | None) -> list[int]:
    work = pair.pairs.vacancies
    tables = {"essential": work.essential, "optional": work.optional}
    found: dict[int, int] = {}
    for name, table in tables.items():
        if kind in {None, name}:
            here = _row(table, pair.column)
            row = zip(table.indices[here], table.data[here], strict=True)
            found |= {int(i): int(w) for i, w in row if int(i) not in found}
    return sorted(found, key=lambda i: (-found[i], i))


def _source(pair: Pair, need: int, credit: int, own: Mapping[int, int]) -> str:
    """What brings a near skill: the held skill with the most credit, else what former work usually brings."""
    gives = {i: _entry(pair.taxonomy.credits, i, need) * counts // FULL_CREDIT for i, counts in own.items()}
    best = max(gives, key=lambda i: (gives[i], -i), default=None)
    if best is not None and gives[best] >= credit:
        return str(pair.taxonomy.skills[best])
    return _background(pair, pair.taxonomy.skills[need].id)


def _background(pair: Pair, skill: str) -> str:
    """The former work, paid or not, that usually brings a skill."""
    terms, sectors = pair.taxonomy, pair.taxonomy.prior_sectors
    occupation = terms.occupations.get(pair.candidate.prior_occupation or "")
    if occupation and skill in occupation.essential:
        return f"worked as {occupation.label}"
    names = {*(pair.candidate.prior_sector or ()), occupation.prior_sector if occupation else ""}
    brought = (sectors[name].plain for name in sorted(names) if name in sectors and skill in sectors[name].skills)
    return next(brought, "former work")
