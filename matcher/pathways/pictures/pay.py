"""What a pathway pays a week, from week to week."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from matcher.domain import Pathway, Role, Step

__all__ = ["PaySpan", "pay_spans"]


@dataclass(frozen=True, slots=True)
class PaySpan:
    """Some weeks with the same pay.

    Attributes
    ----------
    start, end : float
        Weeks after the pathway begins; an infinite end is the time after the target.
    gbp_a_week : float
        Pounds a week before tax; 0 where the steps pay nothing.
    """

    start: float
    end: float
    gbp_a_week: float


def pay_spans(pathway: Pathway, roles: Mapping[str, Role]) -> tuple[PaySpan, ...]:
    """Pay a week along a pathway, in order, without gaps.

    The pay of a step is spread evenly over its weeks, and steps at the same time add up. After the end it is the lower
    end of what is usual in the role that the pathway leads to, at its hours a week; 0 where no pay of it is known.
    Work that somebody had before the pathway and outside care is not counted.
    """
    paid = [step for step in pathway.steps if step.weeks > 0]
    marks = sorted({0.0, pathway.weeks, *(mark for step in paid for mark in (step.start_week, _end(step)))})
    spans = [PaySpan(start, end, _paid_between(paid, start, end)) for start, end in pairwise(marks)]
    spans.append(PaySpan(marks[-1], float("inf"), _pay_after(pathway, roles)))
    return _joined(spans)


def _paid_between(steps: list[Step], start: float, end: float) -> float:
    return sum(step.earned_gbp / step.weeks for step in steps if step.start_week <= start and _end(step) >= end)


def _pay_after(pathway: Pathway, roles: Mapping[str, Role]) -> float:
    last = pathway.steps[-1] if pathway.steps else None
    role = roles.get(last.role) if last and last.weeks == 0 else None
    return (role.pay_low_gbp_per_hour or 0.0) * last.hours_per_week if role and last else 0.0


def _joined(spans: list[PaySpan]) -> tuple[PaySpan, ...]:
    """Spans with neighbours of the same pay made one."""
    joined: list[PaySpan] = []
    for span in spans:
        if joined and round(joined[-1].gbp_a_week) == round(span.gbp_a_week):
            joined[-1] = PaySpan(joined[-1].start, span.end, joined[-1].gbp_a_week)
        else:
            joined.append(span)
    return tuple(joined)


def _end(step: Step) -> float:
    return step.start_week + step.weeks
