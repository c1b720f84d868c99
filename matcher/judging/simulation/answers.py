"""What is answered together: the blocks of a record that are drawn from one donor, and left blank together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matcher.domain import Candidate, Vacancy

__all__ = ["CANDIDATE_BLOCKS", "VACANCY_BLOCKS", "Answer", "Block", "is_given"]

Answer = tuple[str, ...]
"""Names of fields that are answered, or left blank, together."""


@dataclass(frozen=True, slots=True)
class Block:
    """Answers that hang together, and what a donor of them must share with the record."""

    answers: tuple[Answer, ...]
    alike: Callable[[Any], object]


def is_given(record: Candidate | Vacancy, answer: Answer) -> bool:
    """Whether any field of the answer is filled in: a rota with one kind of shift has none of the other."""
    return any(getattr(record, field) is not None for field in answer)


def _anybody(record: Candidate) -> object:
    del record
    return None


CANDIDATE_BLOCKS = (
    Block(
        (
            ("prior_occupation",),
            ("prior_sector",),
            ("experience_months",),
            ("skills",),
            ("qualifications",),
            ("about",),
        ),
        _anybody,
    ),
    Block(
        (("place", "postcode"), ("travel_mode",), ("max_travel_minutes",), ("driving_licence", "vehicle")),
        _anybody,
    ),
    Block((("shifts",), ("hours_min", "hours_max"), ("pay_min_gbp_per_hour",)), _anybody),
    Block((("age_band",), ("dbs_status",), ("right_to_work",)), _anybody),
)
"""What somebody did before, where they live, when they can work and for how much, and what is checked."""

VACANCY_BLOCKS = (
    Block((("title", "description"), ("essential_skills",), ("optional_skills",)), lambda work: work.role_family),
    Block((("place", "postcode", "area"),), lambda work: work.place_kind),
    Block(
        (
            ("shifts_all_required", "shifts_any_of"),
            ("hours_min", "hours_max", "guaranteed_hours"),
            ("contract",),
            ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour", "pay_note"),
        ),
        lambda work: work.role_family,
    ),
)
"""The work, taken from an advert as it stands; where it is; and its terms, from an advert of the same role family."""
