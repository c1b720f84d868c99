"""Weeks and pounds of a pathway, said aloud: how long is usual, never promised."""

from matcher.domain import SkillToDevelop, WhereLearnt

__all__ = ["BENEFITS_CALCULATORS", "say_pounds", "say_weeks", "say_where_learnt"]

BENEFITS_CALCULATORS = "https://www.gov.uk/benefits-calculators"
"""Independent calculators that GOV.UK points to: what is left of pay after tax and changes to benefits."""

_WEEKS_A_YEAR = 52
_MOST_WEEKS = 13
"""Judgement: up to a quarter of a year people count in weeks, beyond it in months."""


def say_weeks(weeks: float) -> str:
    """A length: ``no time``, ``under a week``, ``3 weeks``, ``4 months``, ``1 year 7 months``; rounded."""
    if weeks <= 0:
        return "no time"
    if weeks < 1:
        return "under a week"
    if weeks < _MOST_WEEKS + 0.5:
        return _counted(round(weeks), "week")
    years, months = divmod(round(weeks * 12 / _WEEKS_A_YEAR), 12)
    return " ".join([_counted(years, "year")] * bool(years) + [_counted(months, "month")] * bool(months))


def say_pounds(pounds: float) -> str:
    """A sum: ``nothing``, ``£49.50``, ``£1,550``; pence only below £100, where they show."""
    if round(pounds, 2) == 0:
        return "nothing"
    has_pence = pounds < 100 and round(pounds, 2) != round(pounds)
    return f"£{pounds:,.2f}" if has_pence else f"£{pounds:,.0f}"


def say_where_learnt(skill: SkillToDevelop) -> str:
    """What somebody has of a skill already, and where the rest can be learnt: ``learnt in post`` where no course is."""
    has = f"{skill.has} is a good part of it; " if skill.has else ""
    return has + ("; ".join(map(_place, skill.where)) or "learnt in post")


def _place(place: WhereLearnt) -> str:
    known = [say_weeks(place.weeks)] if place.weeks is not None else []
    known += [f"you pay {say_pounds(place.cost_gbp)}"] if place.cost_gbp is not None else []
    return place.title + (f" ({', '.join(known)})" if known else "")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
