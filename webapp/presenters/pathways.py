"""Pathways as an advisor and a jobseeker read them together: in pictures, and the same in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matcher.domain import Pathway, SkillGap, Step, StepKind
from matcher.pathways import Ladder, Standing
from matcher.pathways.figures import say_pounds, say_weeks, say_where_learnt
from matcher.pathways.pictures import (
    KIND_SAID,
    draw_ladder_map,
    draw_timeline,
    pay_spans,
    say_pay,
    say_station,
    say_when,
    stations_of,
)

__all__ = [
    "Choice",
    "ShownPathway",
    "ShownStep",
    "assumptions",
    "gap_lines",
    "present_pathways",
    "target_choices",
    "with_same_figures",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """One target to choose."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with its figures said aloud; empty where there is nothing to say."""

    title: str
    kind: str
    when: str
    length: str
    hours: str
    money: str
    gains: str
    clears: tuple[str, ...]
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class ShownPathway:
    """A pathway with its pictures, and everything in them in words."""

    key: str
    name: str
    length: str
    cost: str
    earned: str
    opens_now: int
    opens_after: int
    timeline: Markup
    map: Markup
    steps: tuple[ShownStep, ...]
    pay: tuple[str, ...]
    way: tuple[str, ...]


def target_choices(ladder: Ladder, chosen: str) -> list[Choice]:
    """What usually comes next, the roles of the ladder, and the target that was asked for where it is none of them."""
    roles = [(role.id, role.label) for role in ladder.roles.values() if not role.is_start]
    asked = [(chosen, chosen)] if chosen and chosen not in dict(roles) else []
    return [Choice(value, label, value == chosen) for value, label in (("", "What usually comes next"), *asked, *roles)]


def present_pathways(found: Sequence[Pathway], standing: Standing, ladder: Ladder) -> list[ShownPathway]:
    """Pathways with their pictures, in their order."""
    return [_present(pathway, f"p{number}", standing, ladder) for number, pathway in enumerate(found, start=1)]


def with_same_figures(pathways: Iterable[ShownPathway]) -> list[list[ShownPathway]]:
    """Pathways in groups that nobody can tell apart by time, money and vacancies, each where its first one stands."""
    groups: dict[tuple[object, ...], list[ShownPathway]] = {}
    for one in pathways:
        figures = (one.length, one.cost, one.earned, one.opens_now, one.opens_after)
        groups.setdefault(figures, []).append(one)
    return list(groups.values())


def gap_lines(gap: SkillGap) -> list[tuple[str, str]]:
    """Each skill they may need to develop, and where it can be learnt."""
    return [(skill.label, say_where_learnt(skill)) for skill in gap.develop]


def assumptions(found: Iterable[Pathway]) -> list[str]:
    """What is assumed by any of them, once."""
    return list(dict.fromkeys(sentence for pathway in found for sentence in pathway.assumptions))


def _present(pathway: Pathway, key: str, standing: Standing, ladder: Ladder) -> ShownPathway:
    stations = stations_of(standing, pathway, ladder)
    # The pictures escape whatever they say.
    timeline = Markup(draw_timeline(pathway, ladder.roles, f"{key}-time"))  # noqa: S704
    drawn_map = Markup(draw_ladder_map(stations, f"{key}-map"))  # noqa: S704
    return ShownPathway(
        key=key,
        name=pathway.name,
        length=say_weeks(pathway.weeks).capitalize(),
        cost=say_pounds(pathway.cost_gbp).capitalize(),
        earned=say_pounds(pathway.earned_gbp).capitalize(),
        opens_now=pathway.opens.now,
        opens_after=pathway.opens.after,
        timeline=timeline,
        map=drawn_map,
        steps=tuple(map(_present_step, pathway.steps)),
        pay=tuple(say_pay(pay_spans(pathway, ladder.roles))),
        way=tuple(map(say_station, stations)),
    )


def _present_step(step: Step) -> ShownStep:
    is_spent = step.weeks > 0
    return ShownStep(
        title=step.title,
        kind=KIND_SAID[step.kind],
        when=say_when(step.start_week).capitalize() if step.start_week > 0 else "Today",
        length=say_weeks(step.weeks).capitalize() if is_spent else "",
        hours=f"{step.hours_per_week:.0f} hours a week" if is_spent and step.hours_per_week else "",
        money=_money(step) if is_spent else "",
        gains=", ".join(step.gains),
        clears=step.clears,
        note=". ".join(filter(None, (f"Paid by {step.paid_by}" if step.paid_by else "", step.note))),
        source=step.source,
    )


def _money(step: Step) -> str:
    pays = "" if step.kind is StepKind.WORK else f"You pay {say_pounds(step.cost_gbp)}"
    earns = f"You earn {say_pounds(step.earned_gbp)}" if step.earned_gbp > 0 else ""
    return "; ".join(filter(None, (pays, earns)))
