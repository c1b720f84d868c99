"""Pathways of one candidate: from where they stand to a role that is chosen, drawn and told."""

from flask import render_template, request

from matcher.domain import Candidate, Pathway, SkillGap
from matcher.errors import NotFoundError
from matcher.pathways import Ladder, find_standing, load_ladder
from matcher.pathways.figures import BENEFITS_CALCULATORS
from webapp.advisor import advisor
from webapp.context import as_of, engine, store
from webapp.presenters.pathways import assumptions, gap_lines, present_pathways, target_choices

__all__: list[str] = []

MOST_EFFECTS = 5
"""Judgement: more courses than this nobody compares in one conversation."""


@advisor.get("/candidates/<identifier:candidate_id>/pathways")
def pathways(candidate_id: str) -> str:
    """The alternatives beside each other, then each with its pictures, steps, sources and what it opens.

    The target is a role of the list, or whatever else a pathway can lead to, such as the id of a vacancy.
    """
    person, record = store().person(candidate_id), store().candidate(candidate_id)
    ladder = load_ladder(engine().taxonomy)
    standing = find_standing(engine().settle_candidate(record), ladder, engine().taxonomy)
    target = request.args.get("target", "").strip()
    found, why_none = _plan(record, target)
    gap = _gap(record, target) if found else None
    effects = [] if target else engine().what_if(record, store().vacancies(), as_of())
    return render_template(
        "advisor/pathways.html",
        assumptions=assumptions(found),
        benefits_calculators=BENEFITS_CALCULATORS,
        candidate=record,
        choices=target_choices(ladder, target),
        effects=[effect for effect in effects if effect.opened][:MOST_EFFECTS],
        gap=gap,
        gap_lines=gap_lines(gap) if gap else [],
        name=person.name or record.id,
        pathways=present_pathways(found, standing, ladder),
        standing=standing,
        target=_label(target, ladder),
        why_none=why_none,
    )


def _plan(record: Candidate, target: str) -> tuple[list[Pathway], str]:
    """The pathways, or why there is none."""
    try:
        return engine().plan_pathways(record, target or None, store().vacancies(), as_of()), ""
    except NotFoundError as error:
        return [], str(error)


def _gap(record: Candidate, target: str) -> SkillGap | None:
    """What they have and may need to develop for a target; nothing without one."""
    vacancy = next((vacancy for vacancy in store().vacancies() if vacancy.id == target), None)
    return engine().skill_gap(record, vacancy or target, as_of()) if target else None


def _label(target: str, ladder: Ladder) -> str:
    return ladder.roles[target].label if target in ladder.roles else target
