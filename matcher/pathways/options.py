"""Courses become what the planner may do: those that are open to somebody, with their weeks, cost and pay lost."""

from collections.abc import Iterable, Iterator
from datetime import date

from matcher.domain import AgeBand, Candidate, Course, DbsStatus, Prerequisite, PrerequisiteKind, TravelMode
from matcher.domain.courses import StartsWhen, StepKind
from matcher.geography import distance_km, travel_minutes
from matcher.pathways.ground import Ground
from matcher.pathways.holdings import course_token, qualification_token, registration_token, tokens_of_course
from matcher.pathways.induction import CARING, CERTIFICATES
from matcher.pathways.money import SPARE_HOURS, WEEKS_A_MONTH
from matcher.pathways.problem import Need, Needs, Option
from matcher.scoring.gates import USUAL_LIMIT_MINUTES

__all__ = ["course_weeks", "options_for"]

UNKNOWN_WEEKS = 1.0
"""Judgement: a course that says nothing of its length is counted as a week."""

_TOKEN_OF = {
    PrerequisiteKind.COURSE: course_token,
    PrerequisiteKind.QUALIFICATION: qualification_token,
    PrerequisiteKind.REGISTRATION: registration_token,
}


def options_for(ground: Ground) -> Iterator[Option]:
    """Everything in the catalogue that a candidate can do."""
    for course in ground.courses.values():
        if _is_open_to(course, ground):
            weeks = course_weeks(course)
            yield Option(
                course.id,
                tokens_of_course(course, ground.taxonomy),
                _needs(course, ground),
                weeks,
                course.cost_to_learner_gbp or 0.0,
                ground.means.pay_lost(course, weeks),
                _posts_of(course, ground) if _is_in_post(course) else None,
                course.starts_when is StartsWhen.OFFER and not _is_in_post(course),
                _starts(course, ground.as_of),
            )


def _is_in_post(course: Course) -> bool:
    """An apprenticeship is a post: one that begins with an offer is done in the post it begins."""
    return course.starts_when is StartsWhen.IN_POST or course.kind is StepKind.APPRENTICESHIP


def _posts_of(course: Course, ground: Ground) -> frozenset[str]:
    """Where something is learnt in post: in the roles it names and in those that ask for it.

    Where it names none, in any; in any caring one where it stands for the Care Certificate.
    """
    named = {each.id for group in course.prerequisites for each in group if each.kind is PrerequisiteKind.ROLE}
    if not named:
        caring = course.qualification in CERTIFICATES
        posts = (role for role in ground.ladder.roles.values() if not role.is_start)
        return frozenset(role.id for role in posts if not caring or role.role_family in CARING)
    return frozenset({*named, *_asking(course, ground)})


def _asking(course: Course, ground: Ground) -> Iterator[str]:
    """Roles that a move leads to which asks for the qualification of a course."""
    return (move.to_role for move in ground.ladder.moves if course.qualification in move.qualifications)


def _needs(course: Course, ground: Ground) -> Needs:
    """Prerequisites as needs; whoever works in a role that asks for its qualification has been in those below."""
    return tuple(
        tuple(
            Need(each.id, each.months * WEEKS_A_MONTH)
            if each.kind is PrerequisiteKind.ROLE
            else Need(_TOKEN_OF[each.kind](each.id))
            for each in group
        )
        + tuple(Need(role) for role in dict.fromkeys(_asking(course, ground)) if _names_a_role(group))
        for group in course.prerequisites
    )


def _names_a_role(group: Iterable[Prerequisite]) -> bool:
    return any(each.kind is PrerequisiteKind.ROLE for each in group)


def _starts(course: Course, as_of: date) -> tuple[float, ...] | None:
    if not course.starts:
        return None
    return tuple(sorted((day - as_of).days / 7 for day in course.starts if day >= as_of))


def _is_open_to(course: Course, ground: Ground) -> bool:
    """Whether age, nation, hours and place leave a course open; what is not known closes nothing."""
    person = ground.candidate
    place = person.place
    if course.dbs_status is DbsStatus.IN_PROGRESS or not _fits_age(course, person.age_band):
        return False
    if place is not None and place.country and course.nations and place.country not in course.nations:
        return False
    return ground.means.can_give(course) and _is_in_reach(course, person)


def _fits_age(course: Course, band: AgeBand | None) -> bool:
    if band is None:
        return True
    return (course.min_age or 0) <= band.oldest and band.youngest <= (course.max_age or band.youngest)


def _is_in_reach(course: Course, person: Candidate) -> bool:
    if course.place is None or person.place is None:
        return True
    a, b = course.place, person.place
    km = distance_km(a.easting_m, a.northing_m, b.easting_m, b.northing_m)
    minutes = float(travel_minutes(km, person.travel_mode or TravelMode.BUS))
    return minutes <= (person.max_travel_minutes or USUAL_LIMIT_MINUTES)


def course_weeks(course: Course) -> float:
    """Usual weeks: of its own length, else of its hours at a spare day a week, else `UNKNOWN_WEEKS`."""
    found = course.usual_weeks()
    if found is None:
        found = course.usual_weeks(SPARE_HOURS)
    return UNKNOWN_WEEKS if found is None else found
