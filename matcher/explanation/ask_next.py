"""The next best question: the unknown whose answer would move the ranking most, found by scoring the answers.

Every plausible answer to every unanswered question is one variant of the record; all variants are scored in one block
against the other side, and each is compared with the ranking as it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.domain import AgeBand, AskNext, Candidate, Contract, Place, RightToWork, TravelMode, Vacancy, parse_shifts
from matcher.ranking import ranked_order, top_k
from matcher.scoring.block import Flags, Floats
from matcher.taxonomy import Taxonomy

__all__ = [
    "CANDIDATE_QUESTIONS",
    "VACANCY_QUESTIONS",
    "Standing",
    "Variant",
    "candidate_variants",
    "most_moving",
    "vacancy_variants",
]

Variant = tuple[str, Any]
"""A field and one record with it answered."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Scores and blocked flags against the other side, (n_others,) or (n_variants, n_others), and its ids."""

    scores: Floats
    blocked: Flags
    ids: NDArray[np.object_]

    def first(self, k: int) -> list[int]:
        """Positions of the first `k` of one ranking."""
        return [int(i) for i in top_k(ranked_order(self.scores, self.ids, ~self.blocked), k)]

    def variants(self) -> Iterator["Standing"]:
        """One standing a variant."""
        for scores, blocked in zip(self.scores, self.blocked, strict=True):
            yield Standing(scores, blocked, self.ids)


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

_WEEKS = ("mon-fri school_hours", "mon-fri early; mon-fri late", "mon-sun 00:00-24:00", "mon-sun waking_night")
_HOURS = ((8.0, 16.0), (16.0, 25.0), (30.0, 40.0))
# Judgement: answers that people often give, wide enough to show what the question is worth. "No right to work" is left
# out: nobody is referred without a check, and guessing it would only empty the list.
_CANDIDATE_ANSWERS: Mapping[str, Sequence[Mapping[str, Any]]] = MappingProxyType(
    {
        "shifts": [{"shifts": week} for week in _WEEKS],
        "travel_mode": [{"travel_mode": mode} for mode in TravelMode],
        "max_travel_minutes": [{"max_travel_minutes": minutes} for minutes in (20, 45, 90)],
        "vehicle": [{"vehicle": answer} for answer in (True, False)],
        "driving_licence": [{"driving_licence": answer} for answer in (True, False)],
        "hours_min": [{"hours_min": low, "hours_max": high} for low, high in _HOURS],
        "experience_months": [{"experience_months": months} for months in (0, 12, 36)],
        "registrations": [{"registrations": ()}],
        "pay_min_gbp_per_hour": [{"pay_min_gbp_per_hour": pay} for pay in (12.0, 14.0, 17.0)],
        "age_band": [{"age_band": band} for band in AgeBand],
        "right_to_work": [{"right_to_work": r} for r in (RightToWork.UNLIMITED, RightToWork.LIMITED_HOURS)],
    }
)
_VACANCY_ANSWERS: Mapping[str, Sequence[Mapping[str, Any]]] = MappingProxyType(
    {
        "shifts_all_required": [{"shifts_all_required": week} for week in _WEEKS if "00:00" not in week],
        "vehicle": [{"vehicle": answer} for answer in (True, False)],
        "driving_licence": [{"driving_licence": answer} for answer in (True, False)],
        "hours_min": [{"hours_min": low, "hours_max": high} for low, high in _HOURS],
        "guaranteed_hours": [{"guaranteed_hours": hours} for hours in (0.0, 16.0, 37.5)],
        "contract": [{"contract": kind} for kind in Contract],
        "pay_min_gbp_per_hour": [{"pay_min_gbp_per_hour": pay} for pay in (12.75, 14.0, 17.0)],
        "experience_months": [{"experience_months": months} for months in (0, 12)],
    }
)


def candidate_variants(
    candidate: Candidate, best: Sequence[Vacancy], vacancies: Sequence[Vacancy], taxonomy: Taxonomy
) -> Iterator[Variant]:
    """The candidate with each unanswered question answered in each plausible way."""
    answers = dict(_CANDIDATE_ANSWERS)
    places = _spread(vacancies)
    answers["postcode"] = [{"place": place} for place in places]
    answers["skills"] = [{"skills": ()}] + [{"skills": v.essential_skills} for v in best if v.essential_skills]
    sectors = sorted(taxonomy.prior_sectors.values(), key=lambda sector: (sector.affinity, sector.id))
    answers["prior_sector"] = [{"prior_sector": (sector.id,)} for sector in (sectors[0], sectors[-1])]
    answers["qualifications"] = [{"qualifications": names} for names in _rungs(taxonomy)]
    return _variants(candidate, CANDIDATE_QUESTIONS, answers)


def vacancy_variants(vacancy: Vacancy, candidates: Sequence[Candidate], taxonomy: Taxonomy) -> Iterator[Variant]:
    """The vacancy with each unanswered question answered in each plausible way."""
    answers = dict(_VACANCY_ANSWERS)
    places = _spread(candidates)
    answers["postcode"] = [{"place": place} for place in places]
    with_skills = sorted((c for c in candidates if c.skills), key=lambda c: c.id)
    answers["essential_skills"] = [{"essential_skills": c.skills} for c in with_skills[:4]]
    answers["qualification"] = [{"qualification": names[0]} for names in _rungs(taxonomy) if names]
    return _variants(vacancy, VACANCY_QUESTIONS, answers)


def most_moving(
    questions: Mapping[str, str], fields: Sequence[str], now: Standing, asked: Standing, k: int
) -> AskNext | None:
    """The question of which some answer changes most places of the first `k`; ties by the mean over its answers.

    `fields` names the field that each variant of `asked` answers.
    """
    moves: dict[str, list[int]] = {}
    for field, variant in zip(fields, asked.variants(), strict=True):
        moves.setdefault(field, []).append(_changed(now.first(k), variant.first(k)))
    order = list(questions)
    best = max(moves, key=lambda f: (max(moves[f]), sum(moves[f]) / len(moves[f]), -order.index(f)), default=None)
    if best is None or max(moves[best]) == 0:
        return None
    return AskNext(questions[best], best, max(moves[best]))


def _variants(
    record: Candidate | Vacancy, questions: Mapping[str, str], answers: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Iterator[Variant]:
    for field in questions:
        if _is_unknown(record, field):
            for answer in answers.get(field, ()):
                yield field, record.model_copy(update=_read(answer))


def _spread(others: Sequence[Candidate] | Sequence[Vacancy]) -> list[Place]:
    """Four or five places of the other side, the same whatever the order it comes in."""
    placed = sorted((other.id, other.place) for other in others if other.place)
    different = list(dict.fromkeys(place for _, place in placed))
    return different[:: max(1, len(different) // 4)]


def _is_unknown(record: Candidate | Vacancy, field: str) -> bool:
    if field == "postcode":
        return record.place is None
    if field == "shifts_all_required" and getattr(record, "shifts_any_of", None):
        return False
    value = getattr(record, field)
    return value is None or value == RightToWork.NOT_STATED


def _read(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {key: parse_shifts(value) if "shifts" in key else value for key, value in answer.items()}


def _rungs(taxonomy: Taxonomy) -> list[tuple[str, ...]]:
    """No qualification, and one care qualification at each of levels 2 and 3."""
    care = [q for q in taxonomy.qualifications.values() if q.subject == "care"]
    found = [next((q.id for q in care if q.level == level), None) for level in (2, 3)]
    return [(), *((name,) for name in found if name)]


def _changed(now: Sequence[int], then: Sequence[int]) -> int:
    """Places of the first k that would hold somebody else."""
    same = sum(a == b for a, b in zip(now, then, strict=False))
    return max(len(now), len(then)) - same
