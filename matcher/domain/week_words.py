"""A week said aloud, as pages and reasons have it."""

from collections.abc import Iterable

from matcher.domain.week import SLOTS_PER_DAY, Shift, shift_labels

__all__ = ["say_days", "say_shifts", "say_shifts_inline"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_shifts(shifts: Iterable[Shift]) -> str:
    """Shifts as a line of their own: ``Monday to Friday: early shifts; Saturday: 14:00 to 22:00``."""
    return "; ".join(f"{say_days(days)}: {window}" for window, days in _by_window(shifts).items())


def say_shifts_inline(shifts: Iterable[Shift]) -> str:
    """Shifts within a sentence: ``early shifts every day; 14:00 to 22:00 on Saturday``."""
    said = ((window, say_days(days)) for window, days in _by_window(shifts).items())
    return "; ".join(f"{window} {'every day' if days == 'Every day' else f'on {days}'}" for window, days in said)


def say_days(days: Iterable[int]) -> str:
    """Days in words, three or more in a row as a stretch: ``Monday to Friday, Sunday``."""
    runs: list[list[int]] = []
    for day in sorted(set(days)):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if runs == [list(range(7))]:
        return "Every day"
    return ", ".join(
        f"{_DAYS[run[0]]} to {_DAYS[run[-1]]}" if len(run) > 2 else ", ".join(_DAYS[day] for day in run) for run in runs
    )


def _by_window(shifts: Iterable[Shift]) -> dict[str, list[int]]:
    """The days of each window, the windows in the order of the week."""
    days_of: dict[str, list[int]] = {}
    for shift in sorted(shifts):
        days_of.setdefault(_say_window(shift), []).append(shift.day)
    return days_of


def _say_window(shift: Shift) -> str:
    if shift.name:
        return shift_labels().get(shift.name, shift.name)
    if shift.n_slots == SLOTS_PER_DAY:
        return "any time"
    return shift.window.replace("-", " to ")
