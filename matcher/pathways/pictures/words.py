"""The pictures in words: what a screen reader says, and the list that stands beside them."""

from collections.abc import Iterable, Sequence
from math import isinf

from matcher.domain import Pathway, Step, StepKind
from matcher.pathways.figures import say_pounds, say_weeks
from matcher.pathways.pictures.pay import PaySpan
from matcher.pathways.pictures.stations import Station

__all__ = [
    "KIND_SAID",
    "map_title",
    "map_words",
    "say_length",
    "say_pay",
    "say_station",
    "say_step",
    "say_when",
    "timeline_title",
    "timeline_words",
]

KIND_SAID = {
    StepKind.TRAIN: "Training",
    StepKind.APPRENTICESHIP: "Apprenticeship",
    StepKind.VOLUNTEER: "Volunteering",
    StepKind.CHECK: "Check",
    StepKind.REGISTER: "Registration",
    StepKind.WORK: "Work",
}

_PROMISE = "Durations are usual, not promised; pay is before tax and before any change to benefits."


def say_when(week: float) -> str:
    """When something begins: ``from today``, ``after 3 weeks``."""
    return "from today" if week <= 0 else f"after {say_weeks(week)}"


def say_length(pathway: Pathway) -> str:
    """How long, and what it costs and pays: ``about 7 weeks; you pay nothing; you earn £1,550 before tax``."""
    length = f"about {say_weeks(pathway.weeks)}" if pathway.weeks > 0 else "at once"
    earned = f"; you earn {say_pounds(pathway.earned_gbp)} before tax" if pathway.earned_gbp > 0 else ""
    return f"{length}; you pay {say_pounds(pathway.cost_gbp)}{earned}"


def say_step(step: Step) -> str:
    """The kind, when it begins, how long it takes and what is paid, in one line without its title."""
    said = KIND_SAID[step.kind]
    began = "starts today" if step.start_week <= 0 else f"starts {say_when(step.start_week)}"
    if step.weeks <= 0:
        return f"{said}: {began}"
    is_work = step.kind is StepKind.WORK
    length = say_weeks(step.weeks)
    lasts = f"{say_when(step.start_week)}, for {length}" if is_work else f"{began}, takes {length}"
    pays = "" if is_work else f"you pay {say_pounds(step.cost_gbp)}"
    earns = f"you earn {say_pounds(step.earned_gbp)}" if step.earned_gbp > 0 else ""
    return "; ".join(filter(None, (f"{said}: {lasts}", pays, earns)))


def say_pay(spans: Sequence[PaySpan]) -> list[str]:
    """Pay a week, one line a span; empty where nothing is paid at all."""
    return [_say_span(span) for span in spans] if any(span.gbp_a_week > 0 for span in spans) else []


def _say_span(span: PaySpan) -> str:
    pay = f"about {say_pounds(round(span.gbp_a_week))} a week" if span.gbp_a_week > 0 else "no pay from these steps"
    began = "From today" if span.start <= 0 else f"After {say_weeks(span.start)}"
    return f"{began}{' and from then on' * isinf(span.end)}: {pay}"


def timeline_title(pathway: Pathway) -> str:
    """What the timeline shows, in one line."""
    return f"Timeline of the pathway “{pathway.name}”"


def timeline_words(pathway: Pathway, spans: Sequence[PaySpan]) -> list[str]:
    """Everything the timeline shows, as sentences."""
    steps = [f"Step {number}: {step.title}. {say_step(step)}." for number, step in enumerate(pathway.steps, start=1)]
    pay = [f"Pay a week before tax. {'. '.join(lines)}."] if (lines := say_pay(spans)) else []
    if not steps:
        return ["There are no steps: nothing stands between today and the target.", *pay]
    return [f"In all {say_length(pathway)}.", *steps, *pay, _PROMISE]


def map_title(stations: Sequence[Station]) -> str:
    """What the map shows, in one line."""
    first, last = stations[0], stations[-1]
    way = f", and the way to {last.role.label}" if last.is_target else ""
    return f"Map of roles: you are here, {first.role.label}{way}"


def map_words(stations: Sequence[Station]) -> list[str]:
    """Everything the map shows, as sentences."""
    return [f"{say_station(station)}." for station in stations]


def say_station(station: Station) -> str:
    """Where it lies, and where people also go from there."""
    where = "You are here" if station.is_here else "Target" if station.is_target else "On the way"
    when = "" if station.is_here else f", {say_when(station.week)}"
    return f"{where}: {station.role.label}{when}{_say_onward(station)}"


def _say_onward(station: Station) -> str:
    if not station.onward:
        return ""
    more = [f"{station.n_more} more"] if station.n_more else []
    return f". From here people also go to {_listed([*(role.label for role in station.onward), *more])}"


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
