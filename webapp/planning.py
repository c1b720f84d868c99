"""Pathways of one person as a page shows them, for their advisor and for themselves."""

from typing import Any

from matcher.domain import Candidate, Pathway, SkillGap
from matcher.errors import NotFoundError
from matcher.pathways import Ladder, find_standing, load_ladder
from matcher.pathways.figures import BENEFITS_CALCULATORS
from webapp.context import as_of, engine
from webapp.presenters.pathways import assumptions, gap_lines, present_pathways, target_choices, with_same_figures
from webapp.shown import KeptVacancies, shown_vacancies

__all__ = ["pathways_to"]

MOST_EFFECTS = 5
"""Judgement: more courses than this nobody compares in one conversation."""


def pathways_to(record: Candidate, target: str) -> dict[str, Any]:
    """What the parts of ``parts/pathways.html`` take: alternatives with pictures, the gap, and what a course opens.

    The target is a role of the list, or whatever else a pathway can lead to, such as the id of a vacancy; empty: what
    usually comes next.
    """
    vacancies, ladder = shown_vacancies(), load_ladder(engine().taxonomy)
    standing = find_standing(engine().settle_candidate(record), ladder, engine().taxonomy)
    found, why_none = _plan(record, target, vacancies)
    gap = _gap(record, target, vacancies) if found else None
    effects = [] if target else engine().what_if(record, vacancies, as_of())
    shown = present_pathways(found, standing, ladder)
    return {
        "alike": with_same_figures(shown),
        "assumptions": assumptions(found),
        "benefits_calculators": BENEFITS_CALCULATORS,
        "choices": target_choices(ladder, target),
        "effects": [effect for effect in effects if effect.opened][:MOST_EFFECTS],
        "gap": gap,
        "gap_lines": gap_lines(gap) if gap else [],
        "pathways": shown,
        "standing": standing,
        "target": _label(target, ladder),
        "why_none": why_none,
    }


def _plan(record: Candidate, target: str, vacancies: KeptVacancies) -> tuple[list[Pathway], str]:
    """The pathways, or why there is none."""
    try:
        return engine().plan_pathways(record, target or None, vacancies, as_of()), ""
    except NotFoundError as error:
        return [], str(error)


def _gap(record: Candidate, target: str, vacancies: KeptVacancies) -> SkillGap | None:
    """What they have and may need to develop for a target; nothing without one."""
    return engine().skill_gap(record, vacancies.by_id.get(target, target), as_of()) if target else None


def _label(target: str, ladder: Ladder) -> str:
    return ladder.roles[target].label if target in ladder.roles else target
