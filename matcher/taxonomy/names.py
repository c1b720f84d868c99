"""Names looked up: by id, by URI, by any name, plural or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from matcher.likeness import fold_plurals, normalise

__all__ = ["NameIndex", "build_names", "claims", "places"]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Where names lead.

    Attributes
    ----------
    exact : dict of str to str
        Ids, URIs and normalised names, to ids.
    folded : dict of str to str
        Names with plurals taken off, to ids; a form that could mean two records is left out.
    names : dict of str to str
        Every name as written that is not shadowed by a stronger claim, to its id (no ids, no URIs).
    """

    exact: dict[str, str]
    folded: dict[str, str]
    names: dict[str, str]

    def find(self, name: str) -> str | None:
        """The id that an id, URI or name leads to, or None."""
        stripped = name.strip()
        if stripped in self.exact:
            return self.exact[stripped]
        normal = normalise(stripped)
        as_id = normal.replace(" ", "-")  # "care worker" for the id care-worker, the weakest claim
        return self.exact.get(normal) or self.folded.get(fold_plurals(normal)) or self.exact.get(as_id)


def build_names(
    ids: Iterable[tuple[str, str]],
    *tiers: Iterable[tuple[str, str]],
    dropped_when_shared: Iterable[tuple[str, str]] = (),
) -> NameIndex:
    """Index (name, id) pairs, strongest claims first.

    An earlier tier beats a later one, and within a tier the earlier pair wins; of `dropped_when_shared`, the weakest
    tier, a name that two records claim leads nowhere.

    Parameters
    ----------
    ids : iterable of (str, str)
        Ids and URIs with the id they lead to, taken as they are.
    """
    exact = {name: term for name, term in ids if name}
    normals: dict[str, str] = {}
    names: dict[str, str] = {}
    for name, term in (*chain.from_iterable(tiers), *_unshared(dropped_when_shared)):
        normal = normalise(name)
        if normal and normals.setdefault(normal, term) == term:
            names.setdefault(name, term)
    return NameIndex(normals | exact, _unambiguous(normals), names)


def _unshared(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    pairs = list(pairs)
    owners: dict[str, set[str]] = {}
    for name, term in pairs:
        owners.setdefault(normalise(name), set()).add(term)
    return [(name, term) for name, term in pairs if len(owners[normalise(name)]) == 1]


def _unambiguous(normals: dict[str, str]) -> dict[str, str]:
    """Plural-folded names that lead to one record only."""
    owners: dict[str, str | None] = {}
    for name, term in normals.items():
        folded = fold_plurals(name)
        owners[folded] = term if owners.get(folded, term) == term else None
    return {folded: term for folded, term in owners.items() if term is not None}


def places(terms: Iterable[Any]) -> list[tuple[str, str]]:
    """Ids, and URIs where there are any, with the id they lead to."""
    return [(key, term.id) for term in terms for key in (term.id, getattr(term, "uri", ""))]


def claims(terms: Iterable[Any], *fields: str) -> list[list[tuple[str, str]]]:
    """What terms are called, strongest claims first: one list of (name, id) for each field."""
    terms = list(terms)
    return [[(name, term.id) for term in terms for name in _called(term, field)] for field in fields]


def _called(term: Any, field: str) -> tuple[str, ...]:
    names = getattr(term, field)
    return names if isinstance(names, tuple) else (names,)
