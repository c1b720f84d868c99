"""Questions that are worth asking, and how people usually answer them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from matcher.domain import AgeBand, Contract, PlaceKind, RightToWork, TravelMode, parse_shifts

__all__ = ["CANDIDATE_ANSWERS", "CANDIDATE_QUESTIONS", "VACANCY_ANSWERS", "VACANCY_QUESTIONS", "Answers"]

Answers = Sequence[tuple[float, Mapping[str, Any]]]
"""How often an answer is given, and the fields it fills in."""

CANDIDATE_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "postcode": "Where do they live (postcode)?",
        "skills": "What can they do: which skills from work, caring at home or volunteering?",
        "shifts": "Which days and times could they work?",
        "travel_mode": "How would they get to work?",
        "max_travel_minutes": "How long a journey would they accept?",
        "vehicle": "Do they have a vehicle they could use for work?",
        "driving_licence": "Do they have a driving licence?",
        "hours_min": "How many hours a week do they want?",
        "prior_occupation": "Which occupation comes nearest to what they did last?",
        "prior_sector": "Where did they work, care or volunteer before?",
        "experience_months": "How long did they do that?",
        "qualifications": "Which qualifications do they hold?",
        "registrations": "Are they registered with a professional body?",
        "pay_min_gbp_per_hour": "What pay an hour do they need?",
        "age_band": "Which age band are they in (16 to 17, 18 to 20, 21 and over)?",
        "right_to_work": "Is their right to work limited in time or hours?",
    }
)

VACANCY_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "postcode": "Where is the work (postcode)?",
        "place_kind": "Is the work at one site, on a round, in one person's home, or living in?",
        "essential_skills": "Which skills are essential?",
        "shifts_all_required": "Which shifts must be worked?",
        "vehicle": "Is a vehicle needed for the work?",
        "driving_licence": "Is a driving licence needed?",
        "hours_min": "How many hours a week is it?",
        "guaranteed_hours": "How many hours are guaranteed?",
        "contract": "What kind of contract is it?",
        "pay_min_gbp_per_hour": "What does it pay an hour?",
        "experience_months": "How much experience is needed, if any?",
        "qualification": "Which qualification is needed, if any?",
    }
)

# Judgement: answers that people often give, and how often in our experience of such programmes. What is left of 1 is
# answers that would move nothing. "No right to work" is left out: nobody is referred without a check, and guessing it
# would only empty the list.
_SCHOOL, _DAYS, _ANY, _NIGHTS = (
    parse_shifts(week)
    for week in ("mon-fri school_hours", "mon-fri early; mon-fri late", "mon-sun 00:00-24:00", "mon-sun waking_night")
)
_HOURS: Answers = [
    (0.25, {"hours_min": 8.0, "hours_max": 16.0}),
    (0.35, {"hours_min": 16.0, "hours_max": 25.0}),
    (0.4, {"hours_min": 30.0, "hours_max": 40.0}),
]
CANDIDATE_ANSWERS: Mapping[str, Answers] = MappingProxyType(
    {
        "shifts": [(0.25, {"shifts": _SCHOOL}), (0.35, {"shifts": _DAYS}), (0.3, {"shifts": _ANY}),
                   (0.1, {"shifts": _NIGHTS})],
        "travel_mode": [(0.1, {"travel_mode": TravelMode.WALK}), (0.05, {"travel_mode": TravelMode.CYCLE}),
                        (0.4, {"travel_mode": TravelMode.BUS}), (0.45, {"travel_mode": TravelMode.CAR})],
        "max_travel_minutes": [(0.25, {"max_travel_minutes": 20}), (0.5, {"max_travel_minutes": 45}),
                               (0.25, {"max_travel_minutes": 90})],
        "vehicle": [(0.5, {"vehicle": True}), (0.5, {"vehicle": False})],
        "driving_licence": [(0.6, {"driving_licence": True}), (0.4, {"driving_licence": False})],
        "hours_min": _HOURS,
        "prior_occupation": [(0.2, {"prior_occupation": name})
                             for name in ("care-assistant", "shop-assistant", "building-cleaner", "waiter-waitress")],
        "prior_sector": [(0.2, {"prior_sector": (name,)})
                         for name in ("retail", "hospitality", "social-care", "unpaid-caring")],
        "experience_months": [(0.3, {"experience_months": 0}), (0.35, {"experience_months": 12}),
                              (0.35, {"experience_months": 36})],
        "registrations": [(0.95, {"registrations": ()})],
        "pay_min_gbp_per_hour": [(0.5, {"pay_min_gbp_per_hour": 12.0}), (0.35, {"pay_min_gbp_per_hour": 14.0}),
                                 (0.15, {"pay_min_gbp_per_hour": 17.0})],
        "age_band": [(0.05, {"age_band": AgeBand.FROM_16}), (0.15, {"age_band": AgeBand.FROM_18}),
                     (0.8, {"age_band": AgeBand.FROM_21})],
        "right_to_work": [(0.85, {"right_to_work": RightToWork.UNLIMITED}),
                          (0.1, {"right_to_work": RightToWork.LIMITED_HOURS})],
    }
)  # fmt: skip
VACANCY_ANSWERS: Mapping[str, Answers] = MappingProxyType(
    {
        "place_kind": [(0.6, {"place_kind": PlaceKind.SITE}), (0.3, {"place_kind": PlaceKind.ROUND}),
                       (0.05, {"place_kind": PlaceKind.LIVE_IN})],
        "shifts_all_required": [(0.1, {"shifts_all_required": _SCHOOL}), (0.6, {"shifts_all_required": _DAYS}),
                                (0.2, {"shifts_all_required": _NIGHTS})],
        "vehicle": [(0.3, {"vehicle": True}), (0.7, {"vehicle": False})],
        "driving_licence": [(0.3, {"driving_licence": True}), (0.7, {"driving_licence": False})],
        "hours_min": _HOURS,
        "guaranteed_hours": [(0.25, {"guaranteed_hours": 0.0}), (0.35, {"guaranteed_hours": 16.0}),
                             (0.4, {"guaranteed_hours": 37.5})],
        "contract": [(0.7, {"contract": Contract.PERMANENT}), (0.2, {"contract": Contract.ZERO_HOURS}),
                     (0.1, {"contract": Contract.BANK})],
        "pay_min_gbp_per_hour": [(0.5, {"pay_min_gbp_per_hour": 12.75}), (0.35, {"pay_min_gbp_per_hour": 14.0}),
                                 (0.15, {"pay_min_gbp_per_hour": 17.0})],
        "experience_months": [(0.7, {"experience_months": 0}), (0.3, {"experience_months": 12})],
    }
)  # fmt: skip
