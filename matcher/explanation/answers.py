"""The plausible answers to every question that is unanswered, each as one variant of the record with its likelihood."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from matcher.domain import Candidate, RightToWork, Vacancy
from matcher.explanation.questions import (
    CANDIDATE_ANSWERS,
    CANDIDATE_QUESTIONS,
    VACANCY_ANSWERS,
    VACANCY_QUESTIONS,
    Answers,
)
from matcher.scoring.needs import usual_skills
from matcher.taxonomy import Taxonomy

__all__ = ["Variant", "candidate_variants", "unanswered", "vacancy_variants"]

Record = TypeVar("Record", Candidate, Vacancy)


class Variant(NamedTuple, Generic[Record]):
    """A record with one question answered; `likelihood` is how often that is the answer, in (0, 1]."""

    field: str
    record: Record
    likelihood: float


# Judgement, as in `matcher.explanation.questions`: how often somebody names no skill, what is usual where they come
# from, or what one of the first vacancies wants; and no qualification, or one of a rung.
_NO_SKILLS, _NAMED_SKILLS, _WANTED_SKILLS = 0.2, 0.4, 0.2
_NO_QUALIFICATION, _RUNG = 0.5, 0.2
_FEW_SKILLS = 5
_A_FEW, _EVERYTHING = 0.6, 0.4
"""Judgement: how often an advert that is asked says the five most telling of its needs, or all of them."""


def candidate_variants(
    candidate: Candidate, best: Sequence[Vacancy], vacancies: Sequence[Vacancy], taxonomy: Taxonomy
) -> Iterator[Variant[Candidate]]:
    """The candidate with each unanswered question answered in each plausible way.

    `best` are the vacancies that come first now: somebody may well hold what they want, beside what is usual where
    they come from.
    """
    wanted = [v.essential_skills or taxonomy.usual_needs(v.occupation, v.role_family)[0] for v in best]
    usual = tuple(sorted(usual_skills(candidate, candidate.prior_sector or (), taxonomy))) or next(iter(wanted), ())
    skills = [(_NO_SKILLS, ()), (_NAMED_SKILLS, usual), *((_WANTED_SKILLS, needs) for needs in wanted)]
    answers = {
        **CANDIDATE_ANSWERS,
        "postcode": _places(vacancies),
        "skills": [(likelihood, {"skills": held}) for likelihood, held in skills],
        "qualifications": [(likelihood, {"qualifications": names}) for likelihood, names in _rungs(taxonomy)],
    }
    return _variants(candidate, CANDIDATE_QUESTIONS, answers)


def vacancy_variants(
    vacancy: Vacancy, candidates: Sequence[Candidate], taxonomy: Taxonomy
) -> Iterator[Variant[Vacancy]]:
    """The vacancy with each unanswered question answered in each plausible way."""
    answers = {
        **VACANCY_ANSWERS,
        "postcode": _places(candidates),
        "essential_skills": _needs(vacancy, taxonomy),
        "qualification": [(p, {"qualification": names[0] if names else ""}) for p, names in _rungs(taxonomy)],
    }
    return _variants(vacancy, VACANCY_QUESTIONS, answers)


def unanswered(candidate: Candidate) -> list[str]:
    """The fields of `CANDIDATE_QUESTIONS` that nobody has answered for somebody, in their order."""
    return [field for field in CANDIDATE_QUESTIONS if _is_unanswered(candidate, field)]


def _variants(
    record: Record, questions: Mapping[str, str], answers: Mapping[str, Answers]
) -> Iterator[Variant[Record]]:
    for field in questions:
        if _is_unanswered(record, field):
            for likelihood, answer in answers[field]:
                answered = _answered(record, answer)
                if answered is not None:
                    yield Variant(field, answered, likelihood)


def _is_unanswered(record: Candidate | Vacancy, field: str) -> bool:
    if field == "postcode":
        return record.place is None
    if field == "shifts_all_required" and getattr(record, "shifts_any_of", None):
        return False
    if field == "hours_min":
        return record.hours_min is None or record.hours_max is None
    if field == "pay_min_gbp_per_hour" and getattr(record, "pay_max_gbp_per_hour", None) is not None:
        return False
    value = getattr(record, field)
    return value is None or value == RightToWork.NOT_STATED


def _answered(record: Record, answer: Mapping[str, Any]) -> Record | None:
    """The record with an answer; None where it contradicts the half that is known already (hours from, to)."""
    new = {name: value for name, value in answer.items() if name == "right_to_work" or getattr(record, name) is None}
    answered = record.model_copy(update=new)
    low, high = answered.hours_min, answered.hours_max
    return None if low is not None and high is not None and low > high else answered


def _places(others: Sequence[Candidate] | Sequence[Vacancy]) -> Answers:
    """Four or five places of the other side, the same whatever the order it comes in."""
    placed = sorted((other.id, other.place) for other in others if other.place)
    different = list(dict.fromkeys(place for _, place in placed))
    spread = different[:: max(1, len(different) // 4)]
    return [(1 / len(spread), {"place": place}) for place in spread]


def _needs(vacancy: Vacancy, taxonomy: Taxonomy) -> Answers:
    """A few telling skills of those usual in the work, and all that are essential or help; of any work if unknown."""
    families = sorted(taxonomy.role_families)
    kinds = [(vacancy.occupation, vacancy.role_family)]
    if not any(kinds[0]):
        kinds = [(None, family) for family in families[:: max(1, len(families) // 4)]]
    answers = []
    for essential, optional in (taxonomy.usual_needs(*kind) for kind in kinds):
        telling = sorted(essential, key=lambda name: (-int(taxonomy.telling[taxonomy.skill_index[name]]), name))
        answers += [(_A_FEW / len(kinds), telling[:_FEW_SKILLS]), (_EVERYTHING / len(kinds), (*essential, *optional))]
    return [(likelihood, {"essential_skills": tuple(needs)}) for likelihood, needs in answers if needs]


def _rungs(taxonomy: Taxonomy) -> list[tuple[float, tuple[str, ...]]]:
    """No qualification, and one care qualification at each of levels 2 and 3."""
    care = [q for q in taxonomy.qualifications.values() if q.subject == "care"]
    found = [next((q.id for q in care if q.level == level), None) for level in (2, 3)]
    return [(_NO_QUALIFICATION, ()), *((_RUNG, (name,)) for name in found if name)]
