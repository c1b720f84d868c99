"""Names settled against the taxonomy: its id where it knows the name, the words as they came where it does not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from matcher.domain import RoleFamily
from matcher.taxonomy import Taxonomy
from matcher.text import link_title

__all__ = ["Counted", "Linker"]

Counted = tuple[str, str, int]
"""A kind of name, a name that could not be linked, and how often."""

# Judgement: ten names show what a taxonomy lacks; a file of nonsense must not fill the memory with its nonsense.
_MOST_SHOWN = 10
_MOST_COUNTED = 50_000
_LONGEST_COUNTED = 80
# Judgement: more names than people use for skills; a file of nonsense must not fill the memory here either.
_MOST_REMEMBERED = 20_000

_SAID_OF = {
    "skill": "Skills kept as written, because no term of the taxonomy fits",
    "prior_occupation": "Earlier occupations kept as written, because the taxonomy does not know them",
    "prior_sector": "Sectors kept as written, because the taxonomy does not know them",
    "role_family": "Role families kept as written, because the taxonomy does not know them",
    "qualification": "Qualifications kept as written, because the taxonomy does not know them",
    "registration": "Registrations kept as written, because the taxonomy does not know them",
    "title": "Titles that name no occupation of the taxonomy",
}


class Linker:
    """Links the names of one import to terms of `taxonomy` and remembers what it could not link."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._lookups: Mapping[str, Callable[[str], Any]] = {
            "skill": taxonomy.skill,
            "prior_occupation": taxonomy.occupation,
            "prior_sector": taxonomy.prior_sector,
            "role_family": self._role_family,
            "qualification": taxonomy.qualification,
            "registration": taxonomy.registration,
        }
        self._linked_skills = lru_cache(_MOST_REMEMBERED)(self._link_skills)
        self._unlinked: dict[str, Counter[str]] = {kind: Counter() for kind in _SAID_OF}

    def skills(self, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the skills named, and the names that none fits; commas separate where semicolons were forgotten."""
        linked: dict[str, None] = {}
        unlinked: dict[str, None] = {}
        for name in names:
            ids, others = self._linked_skills(name)
            linked |= ids
            unlinked |= others
        for name in unlinked:
            self._count("skill", name)
        return tuple(linked), tuple(unlinked)

    def term(self, kind: str, name: str) -> str:
        """The id of one name, or the name as it came."""
        record = self._lookups[kind](name)
        if record is None:
            self._count(kind, name)
            return name
        return str(record.id)

    def terms(self, kind: str, names: Iterable[str]) -> tuple[str, ...]:
        """`term` of each name, without repeats."""
        return tuple(dict.fromkeys(self.term(kind, name) for name in names))

    def title(self, title: str) -> tuple[str | None, str | None]:
        """Ids of the occupation and the role family that a job title names; None where it names none."""
        occupation = link_title(title, self.taxonomy)
        if occupation is None:
            self._count("title", title)
            return None, None
        return occupation.id, occupation.role_family or None

    def notes(self) -> Iterator[str]:
        """One sentence for each kind of name that could not be linked, with the most frequent."""
        for kind, names in self._unlinked.items():
            if names:
                often = ", ".join(f"'{name}' ({count})" for name, count in _most_frequent(names))
                yield f"{_SAID_OF[kind]}: {names.total():,}; most often {often}."

    def forget(self) -> tuple[Counted, ...]:
        """What was counted until now; the counting begins anew."""
        if not any(self._unlinked.values()):
            return ()
        counted = tuple((kind, *entry) for kind, names in self._unlinked.items() for entry in names.items())
        for names in self._unlinked.values():
            names.clear()
        return counted

    def count(self, counted: Iterable[Counted]) -> None:
        """Count what another linker has counted."""
        for kind, name, times in counted:
            self._count(kind, name, times)

    def _link_skills(self, name: str) -> tuple[dict[str, None], dict[str, None]]:
        """What `Taxonomy.link_skills` makes of one name, in the order of its parts."""
        linked, unlinked = self.taxonomy.link_skills([name])
        return dict.fromkeys(linked), dict.fromkeys(unlinked)

    def _role_family(self, name: str) -> RoleFamily | None:
        """A role family by its own name, or by that of an occupation in it ("care worker")."""
        family = self.taxonomy.role_family(name)
        occupation = link_title(name, self.taxonomy) if family is None else None
        return self.taxonomy.role_families.get(occupation.role_family) if occupation else family

    def _count(self, kind: str, name: str, times: int = 1) -> None:
        counter, key = self._unlinked[kind], name[:_LONGEST_COUNTED]
        if key in counter or len(counter) < _MOST_COUNTED:
            counter[key] += times


def _most_frequent(names: Counter[str]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda item: (-item[1], item[0]))[:_MOST_SHOWN]
