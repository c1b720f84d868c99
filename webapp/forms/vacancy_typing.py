"""A vacancy as somebody would type it: into the form, or into a row of the vacancies CSV."""

from datetime import date
from typing import TYPE_CHECKING, Any

from matcher.domain import Vacancy
from matcher.domain.week import format_shifts
from webapp.forms.vacancy import FIELDS, FORM_ONLY

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["typed", "typed_vacancy"]


def typed_vacancy(vacancy: Vacancy, taxonomy: "Taxonomy") -> dict[str, str]:
    """The answers of the form that give this vacancy; what is not known is left out.

    Skills that no term fits stand with those that are needed: in which list they were typed is not kept.
    """
    values = {name: getattr(vacancy, name) for name in FIELDS if name not in FORM_ONLY}
    if vacancy.unlinked_skills:
        values["essential_skills"] = (*(vacancy.essential_skills or ()), *vacancy.unlinked_skills)
    return {name: typed(name, value, taxonomy) for name, value in values.items() if value not in {None, ()}}


def typed(name: str, value: Any, taxonomy: "Taxonomy") -> str:
    """One field's value as it is typed; lists have a line for each."""
    if name.endswith("_skills"):
        return "\n".join(str(taxonomy.skill(skill) or skill) for skill in value)
    if name.startswith("shifts_"):
        return format_shifts(value).replace("; ", "\n")
    if name == "experience_months":
        return f"{value} months" if value else "none"
    if isinstance(value, float):
        return _figure(name, value)
    return _said(value)


def _figure(name: str, value: float) -> str:
    pence = f"{value:.2f}"
    return pence if name.startswith("pay_") and float(pence) == value else f"{value:.10g}"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value)
    return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value)
