"""Where somebody wants to get to, as they say it: a vacancy, a role, an occupation or a role family."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

from matcher.domain import CareCategory, Role, Vacancy
from matcher.errors import NotFoundError
from matcher.pathways.ground import Target
from matcher.pathways.ladder import Ladder
from matcher.taxonomy import Taxonomy

__all__ = ["find_target", "next_targets"]

_N_SUGGESTED = 3


def find_target(text: str, ladder: Ladder, taxonomy: Taxonomy, vacancies: Iterable[Vacancy] = ()) -> Target:
    """The target that a text names, by the first that fits: vacancy id, role, occupation, role family.

    Raises
    ------
    NotFoundError
        Nothing of that name, with those that come closest; or something that the ladder does not lead to.
    """
    vacancy = next((vacancy for vacancy in vacancies if vacancy.id == text), None)
    if vacancy is not None:
        return _vacancy_target(vacancy, ladder)
    wanted = utils.default_process(text)
    for role in ladder.roles.values():
        if not role.is_start and (
            role.id == text or wanted in map(utils.default_process, (role.id, role.label, role.plain))
        ):
            return Target(role.label, (role.id, *_new_to(role, ladder)))
    occupation = taxonomy.occupation(text)
    family = taxonomy.role_family(text)
    roles = ladder.roles_for(occupation.id if occupation else "", _family_of(occupation, family))
    if roles:
        label = occupation.label if occupation else family.label if family else text
        return Target(label[0].upper() + label[1:], tuple(role.id for role in roles))
    raise NotFoundError(
        f"'{text}' is no role, occupation, role family or vacancy that a pathway leads to. {_closest(text, ladder)}"
    )


def next_targets(role: str, ladder: Ladder) -> list[Target]:
    """The roles that usually follow one: first those open to few beginners, then in the order of the ladder."""
    n_starts = sum(role.is_start for role in ladder.roles.values())
    following = [ladder.roles[move.to_role] for move in ladder.moves_from(role)]
    following.sort(
        key=lambda to: sum(ladder.roles[move.from_role].is_start for move in ladder.moves_to(to.id)) == n_starts
    )
    return [Target(role.label, (role.id,)) for role in following if not role.is_start]


def _new_to(role: Role, ladder: Ladder) -> list[str]:
    """Whoever is new to care in the same occupation has arrived too: the rest comes with time."""
    return [
        other.id
        for other in ladder.roles.values()
        if other.category is CareCategory.NEW_TO_CARE and other.occupation == role.occupation and other is not role
    ]


def _vacancy_target(vacancy: Vacancy, ladder: Ladder) -> Target:
    roles = ladder.roles_for(vacancy.occupation or "", vacancy.role_family or "")
    if not roles:
        raise NotFoundError(
            f"Vacancy '{vacancy.id}' is of no kind of work that a pathway leads to: give it an occupation or a role "
            "family of care."
        )
    return Target(vacancy.title or roles[0].label, tuple(role.id for role in roles), vacancy)


def _family_of(occupation: object, family: object) -> str:
    named = getattr(occupation, "role_family", "") or ""
    return named or str(getattr(family, "id", ""))


def _closest(text: str, ladder: Ladder) -> str:
    labels = [role.label for role in ladder.roles.values() if not role.is_start]
    found = process.extract(text, labels, scorer=fuzz.WRatio, processor=utils.default_process, limit=_N_SUGGESTED)
    return f"Closest: {', '.join(label for label, _, _ in found)}."
