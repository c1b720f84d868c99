"""The whole of ESCO, and the care tables laid on top of it by URI."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matcher.domain import Occupation, Skill
from matcher.likeness import normalise
from matcher.taxonomy.closeness import (
    credit_matrix,
    hierarchy_credits,
    larger_credits,
    link_credits,
    sibling_credits,
    telling_weights,
)
from matcher.taxonomy.names import NameIndex, build_names, claims, places
from matcher.taxonomy.taxonomy import Taxonomy
from matcher.taxonomy.wording import wording_credits

__all__ = ["EscoOccupation", "EscoSkill", "EscoTables", "overlay_esco"]

# Judgement: skills on one shelf of ESCO's groups are further apart than the particulars of one general skill.
SIBLINGS_IN_GROUP = 15

Needs = dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class EscoSkill:
    """A skill as ESCO lists it; `skill_type` and `reuse_level` are empty where ESCO leaves them blank."""

    uri: str
    label: str
    alt_labels: tuple[str, ...] = ()
    skill_type: str = ""
    reuse_level: str = ""


@dataclass(frozen=True, slots=True)
class EscoOccupation:
    """An occupation as ESCO lists it, with its four-digit ISCO-08 group."""

    uri: str
    label: str
    alt_labels: tuple[str, ...] = ()
    isco: str = ""


@dataclass(frozen=True, slots=True)
class EscoTables:
    """ESCO, or part of it, as plain rows in no particular order.

    Attributes
    ----------
    skills, occupations
        The terms.
    relations : tuple of (occupation URI, skill URI, kind)
        What an occupation needs; `kind` is ``essential`` or ``optional``.
    broader : tuple of (narrower URI, broader URI)
        From skills to broader skills, and from skills to the skill groups they stand in.
    links : tuple of (original URI, related URI, kind)
        From skills to the knowledge and skills that go with them; `kind` is ``essential`` or ``optional``.
    """

    skills: tuple[EscoSkill, ...] = ()
    occupations: tuple[EscoOccupation, ...] = ()
    relations: tuple[tuple[str, str, str], ...] = ()
    broader: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()


def overlay_esco(base: Taxonomy, esco: EscoTables) -> Taxonomy:
    """The whole of ESCO with the terms of `base` laid on top by URI.

    A term of both keeps the id, the plain words and the order of `base` and gains ESCO's alternative names; the others
    of ESCO follow, sorted by id, which is the last part of their URI. What a care occupation of `base` needs stays
    judged as it is, and whatever else ESCO lists for it is optional; any other occupation needs both lists together.
    Skills also credit each other by ESCO's hierarchy and links and by their wording.
    An alternative name that two terms of ESCO claim leads nowhere. Relations that name a term ESCO does not hold are
    left out and counted in ``n_dangling_relations``.
    """
    skill_ids = _ids(base.skills, esco.skills)
    occupation_ids = _ids(base.occupations.values(), esco.occupations)
    needs, n_dangling = _needs(esco, occupation_ids, skill_ids)
    names = _names(base.skills, esco.skills, skill_ids, ("label", "plain", "alt_names"))
    titles = _names(base.occupations.values(), esco.occupations, occupation_ids, ("label", "alt_titles"))
    skills = _skills(base, esco, skill_ids, names)
    occupations = _occupations(base, esco, occupation_ids, titles, needs)
    skill_index = {skill.id: i for i, skill in enumerate(skills)}
    known = credit_matrix(_credits(base, esco, skill_ids, skill_index), len(skills))
    return replace(
        base,
        skills=skills,
        skill_index=skill_index,
        occupations=occupations,
        telling=telling_weights(occupations.values(), skill_index),
        credits=larger_credits(known, wording_credits([skill.label for skill in skills])),
        skill_names=names,
        occupation_names=titles,
        n_dangling_relations=n_dangling,
    )


def _ids(ours: Iterable[Any], theirs: Iterable[Any]) -> dict[str, str]:
    """URI to id for everything in `theirs`: our id where we have the term, else the last part of the URI."""
    known = {term.uri: term.id for term in ours if term.uri}
    return {term.uri: known.get(term.uri, term.uri.rsplit("/", 1)[-1]) for term in theirs}


def _needs(esco: EscoTables, occupations: Mapping[str, str], skills: Mapping[str, str]) -> tuple[Needs, int]:
    """What ESCO says each occupation needs, as sorted ids by kind, and how many relations were left out."""
    needs: dict[str, dict[str, list[str]]] = {}
    n_dangling = 0
    for occupation, skill, kind in esco.relations:
        if occupation in occupations and skill in skills:
            needs.setdefault(occupations[occupation], {}).setdefault(kind, []).append(skills[skill])
        else:
            n_dangling += 1
    return {
        term: {kind: tuple(sorted(ids)) for kind, ids in kinds.items()} for term, kinds in needs.items()
    }, n_dangling


def _names(ours: Iterable[Any], theirs: Sequence[Any], ids: Mapping[str, str], fields: tuple[str, ...]) -> NameIndex:
    """Where names lead: any label first, then our own names, then ESCO's alternative names that one term claims."""
    ours = list(ours)
    theirs = sorted(theirs, key=lambda term: ids[term.uri])
    labels, *weaker = claims(ours, *fields)
    return build_names(
        places(ours) + [(key, ids[term.uri]) for term in theirs for key in (term.uri, ids[term.uri])],
        labels + [(term.label, ids[term.uri]) for term in theirs],
        *weaker,
        dropped_when_shared=[(name, ids[term.uri]) for term in theirs for name in term.alt_labels],
    )


def _skills(base: Taxonomy, esco: EscoTables, ids: Mapping[str, str], names: NameIndex) -> tuple[Skill, ...]:
    """Our skills in their order, then the rest of ESCO by id."""
    gained = _gained_names(esco.skills, ids, names)
    skills = [
        replace(skill, alt_names=_added(skill.alt_names, gained.get(skill.id, ()), skill.label, skill.plain))
        for skill in base.skills
    ]
    rest = [
        Skill(id=ids[term.uri], label=term.label, uri=term.uri, alt_names=_added((), gained[ids[term.uri]], term.label))
        for term in esco.skills
        if ids[term.uri] not in base.skill_index
    ]
    return (*skills, *sorted(rest, key=lambda skill: skill.id))


def _occupations(
    base: Taxonomy, esco: EscoTables, ids: Mapping[str, str], titles: NameIndex, needs: Needs
) -> dict[str, Occupation]:
    """Our occupations in their order, then the rest of ESCO by id."""
    gained = _gained_names(esco.occupations, ids, titles)
    merged = [
        _merged(term, _added(term.alt_titles, gained.get(term.id, ()), term.label), needs.get(term.id, {}))
        for term in base.occupations.values()
    ]
    rest = [
        _merged(
            Occupation(id=ids[term.uri], label=term.label, uri=term.uri),
            _added((), gained[ids[term.uri]], term.label),
            needs.get(ids[term.uri], {}),
        )
        for term in esco.occupations
        if ids[term.uri] not in base.occupations
    ]
    return {term.id: term for term in (*merged, *sorted(rest, key=lambda term: term.id))}


def _merged(term: Occupation, titles: tuple[str, ...], needs: Mapping[str, tuple[str, ...]]) -> Occupation:
    """An occupation with ESCO's needs: all optional beside what a care occupation of ours is judged to need."""
    essential, optional = needs.get("essential", ()), needs.get("optional", ())
    if term.role_family:
        essential, optional = (), essential + optional
    essential = tuple(dict.fromkeys(term.essential + essential))
    optional = tuple(skill for skill in dict.fromkeys(term.optional + optional) if skill not in essential)
    return replace(term, alt_titles=titles, essential=essential, optional=optional)


def _gained_names(theirs: Iterable[Any], ids: Mapping[str, str], names: NameIndex) -> dict[str, list[str]]:
    """ESCO's alternative names of each term, less those that lead elsewhere or nowhere."""
    return {
        ids[term.uri]: [name for name in term.alt_labels if names.names.get(name) == ids[term.uri]] for term in theirs
    }


def _added(own: tuple[str, ...], gained: Iterable[str], *labels: str) -> tuple[str, ...]:
    """Our alternative names and then the gained ones that say something new."""
    known = {normalise(name) for name in (*own, *labels)}
    return own + tuple(name for name in dict.fromkeys(gained) if normalise(name) not in known)


def _credits(
    base: Taxonomy, esco: EscoTables, ids: Mapping[str, str], skill_index: Mapping[str, int]
) -> Iterator[tuple[int, int, int]]:
    """Our own credits, and those that follow from ESCO's broader skills, skill groups and links between skills."""
    own = base.credits.tocoo()
    yield from zip(own.row.tolist(), own.col.tolist(), own.data.tolist(), strict=True)
    index = {uri: skill_index[term] for uri, term in ids.items()}
    yield from hierarchy_credits(
        (index[narrow], index[broad]) for narrow, broad in esco.broader if narrow in index and broad in index
    )
    groups: dict[str, list[int]] = {}
    for narrow, broad in esco.broader:
        if narrow in index and broad not in index:
            groups.setdefault(broad, []).append(index[narrow])
    yield from sibling_credits(groups.values(), SIBLINGS_IN_GROUP)
    yield from link_credits(
        (index[whole], index[part], kind) for whole, part, kind in esco.links if whole in index and part in index
    )
