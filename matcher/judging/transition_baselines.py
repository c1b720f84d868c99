"""Simple ways to say how feasible a change of occupation is, over the very lists of needs that ours reads."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import log

from matcher.domain import Occupation

__all__ = ["BASELINES", "Needs", "needs_of"]

Skills = frozenset[str]
_NONE: Skills = frozenset()


@dataclass(frozen=True, eq=False)
class Needs:
    """What each occupation (URI) needs (skill ids), essentially and in any way."""

    essential: dict[str, Skills]
    any_way: dict[str, Skills]
    n_needing: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "n_needing", Counter(skill for needs in self.any_way.values() for skill in needs))

    def rarity(self, skills: Iterable[str]) -> float:
        """The inverse document frequencies of skills, ``ln((1 + n) / (1 + df))``, added up in the order of ids."""
        n = len(self.any_way)
        return sum(log((1 + n) / (1 + self.n_needing[skill])) for skill in sorted(skills))


def needs_of(occupations: Iterable[Occupation]) -> Needs:
    """The needs of the occupations that have a URI."""
    terms = [term for term in occupations if term.uri]
    return Needs(
        {term.uri: frozenset(term.essential) for term in terms},
        {term.uri: frozenset((*term.essential, *term.optional)) for term in terms},
    )


def _share_of_essential(needs: Needs, origin: str, destination: str) -> float:
    """How many of the destination's essential skills the origin has in its lists."""
    wanted, held = needs.essential.get(destination, _NONE), needs.any_way.get(origin, _NONE)
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _idf_coverage(needs: Needs, origin: str, destination: str) -> float:
    """The same with rare skills weighing more."""
    wanted, held = needs.essential.get(destination, _NONE), needs.any_way.get(origin, _NONE)
    return needs.rarity(wanted & held) / needs.rarity(wanted) if wanted else 0.0


def _jaccard(needs: Needs, origin: str, destination: str) -> float:
    """Shared skills over all skills of either; the same both ways."""
    left, right = needs.any_way.get(origin, _NONE), needs.any_way.get(destination, _NONE)
    return len(left & right) / len(left | right) if left | right else 0.0


BASELINES: dict[str, Callable[[Needs, str, str], float]] = {
    "IDF coverage": _idf_coverage,
    "share of essential skills": _share_of_essential,
    "Jaccard": _jaccard,
}
"""Likeness of an origin and a destination by URI, by the method's name."""
