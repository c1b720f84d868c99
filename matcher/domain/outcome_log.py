"""Outcomes read as a story: what is out of order in it, and who is to be asked whether they are still in post."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain.outcomes import Outcome, Stage

__all__ = ["CHECK_INS", "CheckIn", "check_ins_due", "contradicted_by", "months_after", "out_of_order"]

CHECK_INS = {Stage.IN_POST_3M: 3, Stage.IN_POST_6M: 6, Stage.IN_POST_12M: 12}
"""Months after the start at which a programme asks whether somebody is still in post."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody to be asked whether they are still in post; `stage` is what a yes would be written down as."""

    candidate: str
    vacancy: str
    stage: Stage
    started_on: date
    due_on: date


def check_ins_due(outcomes: Iterable[Outcome], as_of: date) -> list[CheckIn]:
    """Who started, and has passed 3, 6 or 12 months without an answer; the longest due first, ties by ids.

    Of several that have passed the latest is asked, since it answers the earlier ones. Nobody is asked who ended, or
    whose start has no date.
    """
    stories: dict[tuple[str, str], dict[Stage, date | None]] = {}
    for one in outcomes:
        stories.setdefault((one.candidate, one.vacancy), {})[one.stage] = one.reached_on
    due = [_due(*pair, story, as_of) for pair, story in stories.items()]
    return sorted((one for one in due if one), key=lambda one: (one.due_on, one.candidate, one.vacancy))


def out_of_order(story: Sequence[Outcome]) -> list[tuple[Outcome, Outcome]]:
    """Pairs of stages of which the later one in progress has the earlier date; endings come after everything."""
    told = sorted(story, key=lambda one: list(Stage).index(one.stage))
    dated = [(one.reached_on, one) for one in told if one.reached_on]
    return [
        (first, then)
        for place, (day, first) in enumerate(dated)
        for later_day, then in dated[place + 1 :]
        if not first.stage.is_ending and later_day < day
    ]


def contradicted_by(story: Iterable[Outcome], new: Outcome) -> Outcome | None:
    """The first outcome of a story that cannot well be true beside a new one: an ending beside later progress.

    Who was not selected was never offered the post; who withdrew made no progress after that day. A withdrawal of
    which nobody knows the day may have come after everything. The new one stands in place of its own stage.
    """
    others = [one for one in story if one.stage is not new.stage]
    return next((one for one in others if _contradict(one, new) or _contradict(new, one)), None)


def _contradict(ending: Outcome, progress: Outcome) -> bool:
    if not ending.stage.is_ending or progress.stage.is_ending:
        return False
    if ending.stage is Stage.NOT_SELECTED:
        return progress.stage not in {Stage.REFERRED, Stage.INTERVIEWED} or _is_after(progress, ending)
    return _is_after(progress, ending)


def _is_after(one: Outcome, other: Outcome) -> bool:
    return bool(one.reached_on and other.reached_on and one.reached_on > other.reached_on)


def months_after(day: date, months: int) -> date:
    """The same day of the month some months later, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _due(candidate: str, vacancy: str, story: dict[Stage, date | None], as_of: date) -> CheckIn | None:
    started = story.get(Stage.STARTED)
    if started is None or any(stage.is_ending for stage in story):
        return None
    for stage, months in reversed(CHECK_INS.items()):
        if stage in story:
            return None
        if months_after(started, months) <= as_of:
            return CheckIn(candidate, vacancy, stage, started, months_after(started, months))
    return None
