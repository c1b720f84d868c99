"""What the page about matching says of the engine; a test holds every line to the engine itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.scoring.model import Model

__all__ = ["CONDITIONS", "FULL_POINTS", "NEVER_USED", "FeatureLine", "feature_lines"]

CONDITIONS: Mapping[str, str] = {
    "right_to_work": "The right to do this work. Only having none for it stands in the way; limits are asked about. "
    "Nationality is never stored.",
    "dbs": "The check that the law asks for. A missing one is arranged once there is a role.",
    "driving_licence": "A driving licence, where the work needs one.",
    "vehicle": "The use of a vehicle, where the work needs one.",
    "registration": "A registration, such as a nurse’s.",
    "min_age": "The legal minimum age. An age above 18 is shown with the provider’s reason, is looked at by a person "
    "first, and takes nobody out.",
    "place": "A journey that you can make, by your own limit and way of travel.",
    "shifts": "Shifts at times when you can work.",
    "vacancy_open": "A vacancy that is open on the day.",
    "pay_floor": "Lawful pay. A vacancy that pays less, and does not say why that is lawful, is kept back.",
}
"""The hard conditions, by name of the gate."""

FULL_POINTS: Mapping[str, str] = {
    "essential_skills": "You bring every skill the role needs. A skill close to one that is needed counts in part.",
    "optional_skills": "You bring every skill that helps.",
    "travel": "There is no journey. Half at 40 minutes.",
    "shifts": "You can work the shifts the rota needs, and the hours you want are offered and guaranteed.",
    "contract": "The contract is permanent.",
    "prior_sector": "People who worked where you did move into care more readily than any, and what is usual there "
    "brings half of what the role needs. Lived experience of care moves no points here.",
    "experience": "You have the months asked for, in care, paid or not. Other months count three in ten; more gives no "
    "more.",
    "qualification": "You have the level asked for in its subject.",
    "pay": "It pays what you need. None from a quarter below that.",
    "text": "What you say about yourself and the advert are about the same things.",
}
"""When a feature gives all its points."""

NEVER_USED = (
    "name",
    "sex",
    "ethnicity",
    "religion",
    "disability",
    "health",
    "benefits",
    "convictions",
    "nationality",
    "date of birth",
)
"""What nothing that ranks may read; a date of birth but for a legal age limit."""


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """One row of the table of points; `middle` is the points that an unknown takes."""

    feature: str
    points: float
    middle: float
    full_when: str


def feature_lines(model: Model) -> list[FeatureLine]:
    """The features of the weights in use, in the order they are added up."""
    return [
        FeatureLine(feature, weight, weight * model.priors[feature], FULL_POINTS[feature])
        for feature, weight in model.weights.items()
    ]
