"""The question asked next is the one that brute force finds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Candidate, Engine, Vacancy
from matcher.domain import AskNext, Ranking
from matcher.explanation.answers import candidate_variants, unanswered, vacancy_variants
from matcher.explanation.ask_next import LOOKED_AT
from matcher.explanation.questions import CANDIDATE_QUESTIONS, VACANCY_QUESTIONS
from strategies import _PLACES, AS_OF, candidates, vacancies

HOME = replace(_PLACES[0], precision="postcode", radius_km=0.0)


def top(ranking: Ranking) -> list[str]:
    return [match.vacancy if ranking.kind == "candidate" else match.candidate for match in ranking.matches]


def slow_question(now: list[str], answered: list[tuple[str, float, list[str]]], questions: list[str]) -> str | None:
    """The field whose answers change most places as expected; ties by the most, then by the order of questions."""
    expected, most = dict.fromkeys(questions, 0.0), dict.fromkeys(questions, 0)
    for field, likelihood, then in answered:
        places = max(len(now), len(then))
        changed = sum(now[i : i + 1] != then[i : i + 1] for i in range(places))
        expected[field] += likelihood * changed
        most[field] = max(most[field], changed)
    best = max(questions, key=lambda field: (expected[field], most[field], -questions.index(field)))
    return best if most[best] else None


@settings(max_examples=12)
@given(candidates(), st.lists(vacancies(), min_size=1, max_size=14, unique_by=lambda v: v.id), st.integers(1, 12))
def test_the_question_for_a_candidate_is_found_by_asking_each_in_turn(
    engine: Engine, person: Candidate, work: list[Vacancy], k: int
) -> None:
    ranking = engine.match_candidate(person, work, k=k, as_of=AS_OF)
    most = min(k, LOOKED_AT)
    settled = {vacancy.id: engine.settle_vacancy(vacancy) for vacancy in work}
    best = [settled[name] for name in top(ranking)[:2]]
    variants = candidate_variants(engine.settle_candidate(person), best, list(settled.values()), engine.taxonomy)
    answered = [
        (field, likelihood, top(engine.match_candidate(record, work, k=most, as_of=AS_OF)))
        for field, record, likelihood in variants
    ]
    found = slow_question(top(ranking)[:most], answered, list(CANDIDATE_QUESTIONS))
    assert (ranking.ask_next.field if ranking.ask_next else None) == found


@settings(max_examples=12)
@given(vacancies(), st.lists(candidates(), min_size=1, max_size=14, unique_by=lambda c: c.id), st.integers(1, 12))
def test_the_question_for_a_vacancy_is_found_by_asking_each_in_turn(
    engine: Engine, work: Vacancy, people: list[Candidate], k: int
) -> None:
    ranking = engine.match_vacancy(work, people, k=k, as_of=AS_OF)
    most = min(k, LOOKED_AT)
    settled = [engine.settle_candidate(person) for person in people]
    answered = [
        (field, likelihood, top(engine.match_vacancy(record, people, k=most, as_of=AS_OF)))
        for field, record, likelihood in vacancy_variants(engine.settle_vacancy(work), settled, engine.taxonomy)
    ]
    found = slow_question(top(ranking)[:most], answered, list(VACANCY_QUESTIONS))
    assert (ranking.ask_next.field if ranking.ask_next else None) == found


@given(candidates(), vacancies())
def test_answers_fill_in_what_is_unknown_and_overwrite_nothing(
    engine: Engine, person: Candidate, work: Vacancy
) -> None:
    for record, variants in (
        (person, candidate_variants(person, [work], [work], engine.taxonomy)),
        (work, vacancy_variants(work, [person], engine.taxonomy)),
    ):
        for variant in variants:
            changed = {name for name in type(record).model_fields if getattr(record, name) != getattr(variant[1], name)}
            assert changed <= {n for n in changed if getattr(record, n) is None} | {"right_to_work"}
            assert 0 < variant.likelihood <= 1


@given(candidates(), vacancies())
def test_the_likelihoods_of_the_answers_to_a_question_sum_to_no_more_than_one(
    engine: Engine, person: Candidate, work: Vacancy
) -> None:
    sums: dict[tuple[int, str], float] = {}
    for side, variants in enumerate(
        (
            candidate_variants(person, [work, work], [work], engine.taxonomy),
            vacancy_variants(work, [person], engine.taxonomy),
        )
    ):
        for variant in variants:
            sums[side, variant.field] = sums.get((side, variant.field), 0.0) + variant.likelihood
    assert all(total <= 1 + 1e-9 for total in sums.values())


def test_what_a_rare_answer_would_turn_over_comes_after_what_the_usual_answers_would(engine: Engine) -> None:
    """Being 16 or 17 would take both adult roles out; few are, and the shifts differ for nearly everybody."""
    work = [
        Vacancy(id="A", place=HOME, shifts_any_of="mon-fri early", min_age=18),
        Vacancy(id="B", place=HOME, shifts_any_of="sat-sun waking_night", min_age=18),
    ]
    said = {
        "skills": (), "max_travel_minutes": 90, "vehicle": False, "driving_licence": False, "hours_min": 0,
        "hours_max": 40, "prior_sector": "retail", "prior_occupation": "sales assistant", "experience_months": 0,
        "qualifications": (), "registrations": (), "pay_min_gbp_per_hour": 12, "right_to_work": "unlimited",
        "travel_mode": "bus", "place": HOME,
    }  # fmt: skip
    question = engine.match_candidate(Candidate(id="C", **said), work, as_of=AS_OF).ask_next
    assert question == AskNext(CANDIDATE_QUESTIONS["shifts"], "shifts", 2)


@pytest.mark.parametrize(
    ("known", "asked"), [({}, True), ({"hours_min": 20}, True), ({"hours_min": 20, "hours_max": 30}, False)]
)
def test_hours_are_asked_while_one_end_is_missing_and_answers_keep_the_other(
    engine: Engine, known: dict[str, float], asked: bool
) -> None:
    person = Candidate(id="C", **known)
    variants = [v.record for v in candidate_variants(person, [], [], engine.taxonomy) if v.field == "hours_min"]
    assert bool(variants) == asked
    assert all(known.get("hours_min", record.hours_min) == record.hours_min <= record.hours_max for record in variants)


@settings(max_examples=12)
@given(candidates(), st.lists(vacancies(), min_size=1, max_size=8, unique_by=lambda v: v.id))
def test_further_questions_are_those_left_once_the_first_is_answered_or_set_aside(
    engine: Engine, person: Candidate, work: list[Vacancy]
) -> None:
    ranking = engine.match_candidate(person, work, as_of=AS_OF)
    fields = [question.field for question in (ranking.ask_next, *ranking.ask_then) if question]
    assert len(fields) == len(set(fields))
    assert set(fields) <= set(unanswered(engine.settle_candidate(person)))
    assert all(question.moves > 0 for question in ranking.ask_then)


def test_what_nobody_has_answered_is_told_from_what_is_none() -> None:
    known = Candidate(id="C", skills=(), vehicle=False, hours_min=16, right_to_work="not_stated")
    left = unanswered(known)
    assert not {"skills", "vehicle"} & set(left)
    assert {"postcode", "hours_min", "right_to_work"} <= set(left)
