"""A person as they would be once they have done some courses: what a plan leads to, and what a *what if* asks."""

from collections.abc import Iterable, Sequence
from datetime import date

from matcher.domain import Candidate, Course, DbsStatus, EvidenceKind, SkillEvidence

__all__ = ["after_courses"]

_STATUSES = tuple(DbsStatus)


def after_courses(candidate: Candidate, courses: Sequence[Course], as_of: date) -> Candidate:
    """The candidate with everything that some courses bring, the same in whatever order they are done.

    Skills are certified in the month of `as_of`, so that one held by older evidence is refreshed. Of several checks the
    highest counts, and none takes away one that is held. What a course does not touch stays as it was, unknown
    included; a list that was unknown becomes what the courses bring.
    """
    gained = tuple(dict.fromkeys(name for course in courses for name in course.gains or ()))
    in_full = set(candidate.skills or ()) - {shown.skill for shown in candidate.skill_evidence}
    month = as_of.replace(day=1)
    shown = (SkillEvidence(name, EvidenceKind.CERTIFIED, month) for name in sorted(gained) if name not in in_full)
    update: dict[str, object] = {
        "skills": _with(candidate.skills, gained),
        "skill_evidence": tuple(dict.fromkeys((*candidate.skill_evidence, *shown))),
        "qualifications": _with(candidate.qualifications, [course.qualification for course in courses]),
        "registrations": _with(candidate.registrations, [course.registration for course in courses]),
        "dbs_status": _highest((candidate.dbs_status, *(course.dbs_status for course in courses))),
    }
    if any("driving_licence" in course.clears for course in courses):
        update["driving_licence"] = True
    return candidate.model_copy(update=update)


def _with(held: tuple[str, ...] | None, gained: Iterable[str | None]) -> tuple[str, ...] | None:
    new = [name for name in gained if name]
    return tuple(dict.fromkeys((*(held or ()), *new))) if new else held


def _highest(statuses: Iterable[DbsStatus | None]) -> DbsStatus | None:
    """The vocabulary goes from none to most."""
    return max((status for status in statuses if status is not None), key=_STATUSES.index, default=None)
