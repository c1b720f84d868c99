"""Hours, pay and what learning costs in pay; every figure is before tax and before changes to benefits."""

from dataclasses import dataclass
from datetime import date

from matcher.domain import Candidate, Course, Role
from matcher.domain.courses import LearningPay
from matcher.domain.pay_floor import legal_floor

__all__ = ["SPARE_HOURS", "USUAL_HOURS", "WEEKS_A_MONTH", "Means", "means_of"]

SPARE_HOURS = 8.0
"""Judgement: a day a week can be learnt beside work or caring without giving up pay."""

USUAL_HOURS = 30.0
"""Judgement: hours a week in post while nobody has said how many are wanted; many care posts are part-time."""

WEEKS_A_MONTH = 52 / 12


@dataclass(frozen=True, slots=True)
class Means:
    """What somebody can give, and what their hours are worth.

    Attributes
    ----------
    hours : float
        Hours a week in post.
    most_hours : float or None
        The most they can give to anything; None where nobody has asked.
    floor, apprentice_floor : float
        Least lawful pay an hour on the day, and of an apprentice's first year.
    """

    hours: float
    most_hours: float | None
    floor: float
    apprentice_floor: float

    def can_give(self, course: Course) -> bool:
        """Whether the hours of a course that is not part of a post fit into what they can give."""
        if self.most_hours is None or course.pay in {LearningPay.POST, LearningPay.APPRENTICE}:
            return True
        return (course.hours_per_week or 0.0) <= self.most_hours

    def pay_lost(self, course: Course, weeks: float) -> float:
        """Pounds that a course costs in pay: hours beyond the spare ones at the legal minimum, less what it pays."""
        if course.pay is LearningPay.POST:
            return 0.0
        if course.pay is LearningPay.APPRENTICE:
            return weeks * self.hours * max(0.0, self.floor - self.apprentice_floor)
        given_up = max(0.0, min(course.hours_per_week or 0.0, self.hours) - SPARE_HOURS)
        paid = (course.pay_gbp_per_hour or 0.0) * (course.hours_per_week or 0.0)
        return weeks * max(0.0, given_up * self.floor - paid)

    def pay_earned(self, role: Role, weeks: float) -> float:
        """Pounds earned in a role over some weeks, at the lower end of what is usual; 0 outside care work."""
        return weeks * self.hours * (role.pay_low_gbp_per_hour or 0.0)


def means_of(candidate: Candidate, as_of: date) -> Means:
    """What a candidate can give; unknown hours take `USUAL_HOURS`."""
    low, high = candidate.hours_min, candidate.hours_max
    hours = (low + high) / 2 if low is not None and high is not None else high or low or USUAL_HOURS
    floor = legal_floor(as_of, candidate.age_band)
    return Means(hours, high, floor, legal_floor(as_of, apprentice=True))
