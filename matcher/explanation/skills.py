"""A vacancy's needs split by how the person meets them."""

from matcher.domain import NearSkill, SkillSplit
from matcher.explanation.context import Pair

__all__ = ["split_needs"]


def split_needs(pair: Pair, kind: str | None = None) -> SkillSplit:
    """Held, near and missing skills of one pair, most telling first, read off the credits that were scored.

    Parameters
    ----------
    kind : str or None
        ``essential`` or ``optional`` needs alone; None for both.
    """
    brought = pair.pairs.candidates.credits[pair.row].toarray().ravel()
    held, near, missing = [], [], []
    for need in _needs(pair, kind):
        name = str(pair.taxonomy.skills[need])
        if brought[need] >= 100:
            held.append(name)
        elif brought[need] > 0:
            near.append(NearSkill(name, _source(pair, need, int(brought[need])), float(brought[need]) / 100))
        else:
            missing.append(name)
    return SkillSplit(tuple(held), tuple(near), tuple(missing))


def _needs(pair: Pair, kind: str | None) -> list[int]:
    work = pair.pairs.vacancies
    tables = {"essential": work.essential, "optional": work.optional}
    found: dict[int, int] = {}
    for name, table in tables.items():
        if kind in {None, name}:
            row = table[pair.column]
            found |= {int(i): int(w) for i, w in zip(row.indices, row.data, strict=True) if int(i) not in found}
    return sorted(found, key=lambda i: (-found[i], i))


def _source(pair: Pair, need: int, credit: int) -> str:
    """What brings a near skill: the held skill with the most credit, else what former work usually brings."""
    index = pair.taxonomy.skill_index
    closeness = pair.taxonomy.credits[:, need].toarray().ravel()
    held = [index[name] for name in pair.candidate.skills or () if name in index]
    best = max(held, key=lambda i: (closeness[i], -i), default=None)
    if best is not None and closeness[best] >= credit:
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
