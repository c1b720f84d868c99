"""A candidate, a ladder and a catalogue become a planning problem."""

from collections.abc import Collection, Iterable, Iterator

from matcher.domain import DbsLevel, Move, Role, Vacancy
from matcher.pathways.ground import Ground, Target
from matcher.pathways.holdings import (
    LICENCE,
    check_tokens,
    held_tokens,
    level_token,
    qualification_token,
    registration_token,
    skill_token,
    skills_shown,
    tokens_of_course,
)
from matcher.pathways.induction import CARING, CERTIFICATES
from matcher.pathways.money import WEEKS_A_MONTH
from matcher.pathways.options import options_for
from matcher.pathways.problem import Need, Needs, Post, Problem, Way
from matcher.taxonomy import Taxonomy

__all__ = ["Untaught", "pose"]

WEEKS_TO_LEARN_A_POST = 13.0
"""Judgement: three months, the usual probation, until what the work needs is done without being shown."""

LEAST_WEEKS_IN_POST = 13.0
"""Judgement: nobody is advised to change posts before the usual probation of the one they start is over."""


Untaught = dict[tuple[str, str], tuple[str, ...]]
"""Ids of skills that a move looks for and that have to be learnt in post, by the roles it leads from and to."""


def pose(ground: Ground, target: Target, *, asks_skills: bool = True) -> tuple[Problem, Untaught]:
    """The problem, and what is left to be learnt in post.

    That is every skill nothing in the problem teaches; with `asks_skills` False, every skill that is not held.
    """
    options = tuple(options_for(ground))
    posts = {role.id: _post(role, ground) for role in ground.ladder.roles.values()}
    taught = {token for option in options for token in option.gives}
    taught |= {token for post in posts.values() for token in post.gives}
    held = _held(ground)
    known = held | taught if asks_skills else held
    ways, untaught = [], {}
    for move in _moves(ground, target):
        lacking = tuple(name for name in move.skills if skill_token(name) not in known)
        untaught[move.from_role, move.to_role] = lacking
        ways.append(_way(move, lacking, ground))
    goals = frozenset(target.roles)
    if target.vacancy is not None:
        goals = frozenset({_goal_of(target.vacancy)})
        posts[_goal_of(target.vacancy)] = Post(_goal_of(target.vacancy))
        ways += _ways_to_vacancy(ways, target, ground, taught | held)
    start = ground.standing.role
    weeks_there = 0.0 if start.is_start else (ground.candidate.experience_months or 0) * WEEKS_A_MONTH
    problem = Problem(start.id, goals, held, posts, tuple(ways), options, weeks_there)
    return problem, untaught


def _goal_of(vacancy: Vacancy) -> str:
    return f"vacancy:{vacancy.id}"


def _held(ground: Ground) -> frozenset[str]:
    """What somebody holds, and what whoever works in care does: a check, and after probation the Care Certificate.

    A check that is held counts as each course of the catalogue that leads to no higher one; a qualification that is
    held brings what the courses that lead to it teach.
    """
    person, role = ground.candidate, ground.standing.role
    held = set(held_tokens(person, ground.taxonomy, ground.as_of))
    if not role.is_start and person.dbs_status is None:
        held |= _check_of(role, ground.taxonomy)
    if role.role_family in CARING and (person.experience_months or 0) * WEEKS_A_MONTH >= WEEKS_TO_LEARN_A_POST:
        held.add(qualification_token(CERTIFICATES[0]))
    said = frozenset(held)
    for course in ground.courses.values():
        brought = check_tokens(course.dbs_status)
        if qualification_token(course.qualification or "") in said or (brought and brought <= held):
            held |= tokens_of_course(course, ground.taxonomy)
    return frozenset(held)


def _check_of(role: Role, taxonomy: Taxonomy) -> frozenset[str]:
    family = taxonomy.role_families.get(role.role_family)
    level = family.dbs_level if family else None
    return frozenset({level_token(level)}) if level and level is not DbsLevel.NONE else frozenset()


def _post(role: Role, ground: Ground) -> Post:
    occupation = ground.taxonomy.occupations.get(role.occupation)
    shown = skills_shown(occupation.essential, ground.taxonomy) if occupation else frozenset()
    return Post(role.id, not role.is_start, shown, WEEKS_TO_LEARN_A_POST)


def _moves(ground: Ground, target: Target) -> Iterator[Move]:
    """Moves on the way: none beyond the target, and none back to where people start."""
    for move in ground.ladder.moves:
        beyond = move.from_role in target.roles and target.vacancy is None
        if not beyond and not ground.ladder.roles[move.to_role].is_start:
            yield move


def _way(move: Move, lacking: Collection[str], ground: Ground) -> Way:
    needs: list[tuple[Need, ...]] = [
        tuple(Need(token) for token in sorted(_check_of(ground.ladder.roles[move.to_role], ground.taxonomy)))
    ]
    needs.append(tuple(Need(qualification_token(name)) for name in move.qualifications))
    needs.append((Need(registration_token(move.registration)),) if move.registration else ())
    if ground.ladder.roles[move.from_role].role_family in CARING:
        needs.append(tuple(Need(qualification_token(name)) for name in CERTIFICATES))
    needs += [(Need(skill_token(name)),) for name in move.skills if name not in lacking]
    least = 0.0 if ground.ladder.roles[move.from_role].is_start else LEAST_WEEKS_IN_POST
    weeks = max(least, move.months * WEEKS_A_MONTH)
    return Way(move.from_role, move.to_role, weeks, tuple(group for group in needs if group))


def _ways_to_vacancy(ways: Iterable[Way], target: Target, ground: Ground, taught: Collection[str]) -> Iterator[Way]:
    """Whatever leads to the vacancy's role leads to the vacancy, and so does that role itself."""
    assert target.vacancy is not None  # noqa: S101 - the caller has looked
    goal, asked = _goal_of(target.vacancy), _asked(target.vacancy, ground.taxonomy, taught)
    for way in ways:
        if way.to_post in target.roles and way.from_post not in target.roles:
            yield Way(way.from_post, goal, way.weeks, (*way.needs, *asked))
    for role in target.roles:
        yield Way(role, goal, 0.0, asked)


def _asked(vacancy: Vacancy, taxonomy: Taxonomy, taught: Collection[str]) -> Needs:
    """What a vacancy asks that a step can bring: licence, registration, qualification, check, skills."""
    groups: list[tuple[str, ...]] = [(LICENCE,)] if vacancy.driving_licence else []
    if vacancy.registration in taxonomy.registrations:
        groups.append((registration_token(str(vacancy.registration)),))
    if vacancy.qualification in taxonomy.qualifications:
        groups.append(tuple(_as_high(str(vacancy.qualification), taxonomy)))
    if vacancy.dbs_level and vacancy.dbs_level is not DbsLevel.NONE:
        groups.append((level_token(vacancy.dbs_level),))
    groups += [(skill_token(name),) for name in vacancy.essential_skills or () if skill_token(name) in taught]
    return tuple(tuple(Need(token) for token in group) for group in groups)


def _as_high(name: str, taxonomy: Taxonomy) -> list[str]:
    """The qualification and every other of its subject that stands as high."""
    asked = taxonomy.qualifications[name]
    return [
        qualification_token(other.id)
        for other in taxonomy.qualifications.values()
        if other.id == name or (other.subject == asked.subject and other.level >= asked.level)
    ]
