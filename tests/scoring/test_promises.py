"""The promises of the design, on any candidates and vacancies Hypothesis can think of."""

import math
import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matcher.domain import AgeBand, Candidate, GateOutcome, SkillEvidence, TravelMode, Vacancy
from matcher.engine import Engine
from matcher.errors import PlaceError
from matcher.scoring import FEATURES, CandidateArrays, Pairs, Scored, VacancyArrays, load_model, score_pairs
from scoring.oracle import oracle_features
from strategies import AS_OF, candidates, evidence, places, shifts, shipped_taxonomy, skill_ids, vacancies

pytestmark = pytest.mark.promise

some_candidates = st.lists(candidates(), min_size=1, max_size=5, unique_by=lambda c: c.id)
some_vacancies = st.lists(vacancies(), min_size=1, max_size=5, unique_by=lambda v: v.id)


def score(people: list[Candidate], work: list[Vacancy]) -> Scored:
    terms = shipped_taxonomy()
    pairs = Pairs(CandidateArrays.from_records(people, terms, AS_OF), VacancyArrays.from_records(work, terms))
    return score_pairs(pairs, load_model())


def is_ordered(low: float | None, high: float | None) -> bool:
    """Whether a record could hold both."""
    return low is None or high is None or low <= high


def score_one(person: Candidate, work: Vacancy) -> float:
    return float(score([person], [work]).score[0, 0])


@given(candidates(), vacancies())
def test_every_feature_agrees_with_the_slow_oracle(person: Candidate, work: Vacancy) -> None:
    scored, terms, model = score([person], [work]), shipped_taxonomy(), load_model()
    expected = oracle_features(person, work, terms, model)
    for name in FEATURES:
        feature = scored.features[name]
        low, high = feature.low[0, 0], feature.high[0, 0]
        assert feature.value[0, 0] == pytest.approx(min(max(expected[name], low), high), abs=1e-12), name


@given(some_candidates, some_vacancies)
def test_features_lie_within_their_range_and_scores_between_0_and_100(
    people: list[Candidate], work: list[Vacancy]
) -> None:
    scored = score(people, work)
    for name, feature in scored.features.items():
        assert feature.value.shape == scored.score.shape, name
        assert (feature.low >= 0).all(), name
        assert (feature.high <= 1).all(), name
        assert (feature.low <= feature.value).all(), name
        assert (feature.value <= feature.high).all(), name
    assert (scored.low >= 0).all()
    assert (scored.high <= 100 + 1e-9).all()


@given(some_candidates, some_vacancies)
def test_batch_equals_single_to_the_last_bit(people: list[Candidate], work: list[Vacancy]) -> None:
    together = score(people, work)
    for i, person in enumerate(people):
        for j, vacancy in enumerate(work):
            alone = score([person], [vacancy])
            for bound in ("score", "low", "high"):
                assert getattr(alone, bound)[0, 0] == getattr(together, bound)[i, j]


@given(candidates(skills=skill_ids()), vacancies(), skill_ids(1))
def test_adding_a_skill_to_a_known_list_never_lowers_a_score(
    person: Candidate, work: Vacancy, more: tuple[str, ...]
) -> None:
    richer = person.model_copy(update={"skills": (*person.skills, *more)})
    assert score_one(richer, work) >= score_one(person, work)


@given(candidates(skills=()), vacancies(essential_skills=skill_ids(6).filter(lambda ids: len(ids) > 1)), st.data())
def test_dropping_a_need_with_no_credit_never_lowers_a_score(
    person: Candidate, work: Vacancy, data: st.DataObject
) -> None:
    terms = shipped_taxonomy()
    arrays = CandidateArrays.from_records([person], terms, AS_OF)
    dropped = data.draw(st.sampled_from(work.essential_skills))
    assume(arrays.credits[0, terms.skill_index[dropped]] == 0)
    left = tuple(name for name in work.essential_skills if name != dropped)
    easier = work.model_copy(update={"essential_skills": left})
    assert score_one(person, easier) >= score_one(person, work) - 1e-12


@given(candidates(skills=skill_ids()), vacancies(), evidence(), evidence())
def test_evidence_that_is_later_or_beside_other_evidence_of_the_skill_never_lowers_a_score(
    person: Candidate, work: Vacancy, first: SkillEvidence, other: SkillEvidence
) -> None:
    held = person.model_copy(update={"skills": tuple(dict.fromkeys((*person.skills, first.skill)))})
    other = replace(other, skill=first.skill)
    later = replace(first, last_used=max(filter(None, (first.last_used, other.last_used)), default=None))
    shown = held.model_copy(update={"skill_evidence": (first,)})
    assert score_one(held.model_copy(update={"skill_evidence": (first, other)}), work) >= score_one(shown, work)
    assume(first.last_used is not None)
    assert score_one(held.model_copy(update={"skill_evidence": (later,)}), work) >= score_one(shown, work)


@given(candidates(), evidence())
def test_a_skill_that_evidence_shows_is_held_beside_the_others(
    engine: Engine, person: Candidate, shown: SkillEvidence
) -> None:
    settled = engine.settle_candidate(person.model_copy(update={"skill_evidence": (shown,)}))
    assert set(settled.skills) == {*(person.skills or ()), shown.skill}


UNKNOWNS = (
    "place", "prior_occupation", "prior_sector", "experience_months", "skills", "qualifications", "travel_mode",
    "driving_licence", "vehicle", "shifts", "pay_min_gbp_per_hour", "about", "hours_min", "hours_max",
)  # fmt: skip


@given(candidates(), candidates(), vacancies(), st.sampled_from(UNKNOWNS))
def test_an_unknown_of_the_person_becoming_known_stays_within_the_stated_range(
    person: Candidate, other: Candidate, work: Vacancy, field: str
) -> None:
    answer = getattr(other, field)
    assume(answer is not None)
    asked = person.model_copy(update={field: None})
    known = person.model_copy(update={field: answer})
    assume(is_ordered(known.hours_min, known.hours_max))
    before, after = score([asked], [work]), score([known], [work])
    assert before.low[0, 0] - 1e-9 <= after.score[0, 0] <= before.high[0, 0] + 1e-9


VACANCY_UNKNOWNS = (
    "place", "place_kind", "essential_skills", "optional_skills", "shifts_all_required", "shifts_any_of", "contract",
    "experience_months", "qualification", "guaranteed_hours", "hours_min", "hours_max", "description", "occupation",
    "pay_min_gbp_per_hour", "pay_max_gbp_per_hour",
)  # fmt: skip


@given(candidates(), vacancies(), vacancies(), st.sampled_from(VACANCY_UNKNOWNS))
def test_an_unknown_of_the_vacancy_becoming_known_stays_within_the_stated_range(
    person: Candidate, work: Vacancy, other: Vacancy, field: str
) -> None:
    answer = getattr(other, field)
    assume(answer is not None)
    # A rota is stated once either kind of shift is: then the other, left blank, means none.
    assume(not (field == "shifts_all_required" and work.shifts_any_of))
    assume(not (field == "shifts_any_of" and work.shifts_all_required))
    asked, known = work.model_copy(update={field: None}), work.model_copy(update={field: answer})
    assume(is_ordered(known.hours_min, known.hours_max))
    assume(is_ordered(known.pay_min_gbp_per_hour, known.pay_max_gbp_per_hour))
    before, after = score([person], [asked]), score([person], [known])
    assert before.low[0, 0] - 1e-9 <= after.score[0, 0] <= before.high[0, 0] + 1e-9


@given(candidates(place=places), vacancies(place=places), places)
def test_a_shorter_journey_is_never_worse(person: Candidate, work: Vacancy, elsewhere: object) -> None:
    both = score([person, person.model_copy(update={"place": elsewhere})], [work])
    minutes, value = both.journey.minutes[:, 0], both.features["travel"].value[:, 0]
    nearer, farther = (0, 1) if minutes[0] <= minutes[1] else (1, 0)
    assert value[nearer] >= value[farther]


@given(candidates(shifts=shifts), vacancies(), shifts)
def test_more_availability_is_never_worse(person: Candidate, work: Vacancy, more: tuple[object, ...]) -> None:
    freer = person.model_copy(update={"shifts": (*person.shifts, *more)})
    assert score_one(freer, work) >= score_one(person, work)


@given(candidates(experience_months=st.integers(0, 99)), vacancies(), st.integers(0, 36))
def test_more_experience_is_never_worse(person: Candidate, work: Vacancy, more: int) -> None:
    longer = person.model_copy(update={"experience_months": person.experience_months + more})
    assert score_one(longer, work) >= score_one(person, work)


@given(candidates(), vacancies(pay_min_gbp_per_hour=None, pay_max_gbp_per_hour=st.floats(8, 30)), st.floats(0, 5))
def test_better_pay_is_never_worse(person: Candidate, work: Vacancy, more: float) -> None:
    better = work.model_copy(update={"pay_max_gbp_per_hour": work.pay_max_gbp_per_hour + more})
    assert score_one(person, better) >= score_one(person, work)


@given(candidates(), some_vacancies, st.randoms())
def test_permuting_the_vacancies_permutes_nothing_in_the_ranking(
    engine: Engine, person: Candidate, work: list[Vacancy], rng: random.Random
) -> None:
    shuffled = rng.sample(work, len(work))
    assert engine.match_candidate(person, work, as_of=AS_OF) == engine.match_candidate(person, shuffled, as_of=AS_OF)


@given(some_candidates, vacancies(), st.randoms())
def test_permuting_the_candidates_permutes_nothing_in_the_ranking(
    engine: Engine, people: list[Candidate], work: Vacancy, rng: random.Random
) -> None:
    shuffled = rng.sample(people, len(people))
    assert engine.match_vacancy(work, people, as_of=AS_OF) == engine.match_vacancy(work, shuffled, as_of=AS_OF)


@given(candidates(), some_vacancies, st.randoms())
def test_permuting_the_lists_of_a_record_permutes_nothing_in_the_ranking(
    engine: Engine, person: Candidate, work: list[Vacancy], rng: random.Random
) -> None:
    lists = ("skills", "prior_sector", "qualifications", "registrations", "shifts")
    stated = {name: getattr(person, name) for name in lists if getattr(person, name) is not None}
    other = person.model_copy(update={name: tuple(rng.sample(found, len(found))) for name, found in stated.items()})
    assert engine.match_candidate(person, work, as_of=AS_OF) == engine.match_candidate(other, work, as_of=AS_OF)


@given(candidates(), vacancies())
def test_a_feature_is_known_exactly_when_nothing_could_change_it(
    engine: Engine, person: Candidate, work: Vacancy
) -> None:
    for match in engine.match_candidate(person, [work], as_of=AS_OF).matches:
        for item in match.contributions:
            assert item.known == (item.low == item.high), item.feature
        assert match.score_low <= match.score + 1e-9
        assert match.score <= match.score_high + 1e-9


@given(candidates(), vacancies())
def test_settling_what_is_settled_changes_nothing(engine: Engine, person: Candidate, work: Vacancy) -> None:
    once, first = engine.settle_candidate(person), engine.settle_vacancy(work)
    assert engine.settle_candidate(once) == once
    assert engine.settle_vacancy(first) == first


def test_every_occupation_is_settled_from_its_id_its_uri_and_its_label(engine: Engine) -> None:
    for term in engine.taxonomy.occupations.values():
        for name in filter(None, (term.id, term.uri, term.label)):
            assert engine.settle_candidate(Candidate(id="C", prior_occupation=name)).prior_occupation == term.id
            assert engine.settle_vacancy(Vacancy(id="V", occupation=name)).occupation == term.id


def test_a_place_that_cannot_be_found_is_said_with_the_record_it_is_in(engine: Engine) -> None:
    with pytest.raises(PlaceError, match="Candidate 'C9': 'ZZ9 9ZZ'"):
        engine.match_vacancy(Vacancy(id="V"), [Candidate(id="C9", postcode="ZZ9 9ZZ")], as_of=AS_OF)


def test_an_hour_in_two_shifts_of_which_any_will_do_counts_once() -> None:
    free = Candidate(id="C", shifts="mon-tue 07:00-17:00", hours_min=30, hours_max=40)
    rota = {"shifts_any_of": "mon-sun early; mon-sun day", "hours_min": 30, "hours_max": 37, "guaranteed_hours": 30}
    assert score([free], [Vacancy(id="V", **rota)]).rota.any_share[0, 0] == pytest.approx(20 / 30)


@given(candidates(), some_vacancies, st.integers(1, 4))
def test_top_k_is_a_prefix_of_the_full_ranking(engine: Engine, person: Candidate, work: list[Vacancy], k: int) -> None:
    full = engine.match_candidate(person, work, k=100, as_of=AS_OF).matches
    assert engine.match_candidate(person, work, k=k, as_of=AS_OF).matches == full[:k]


@given(some_candidates, vacancies())
def test_contributions_sum_to_the_score_and_ties_break_by_id(
    engine: Engine, people: list[Candidate], work: Vacancy
) -> None:
    matches = engine.match_vacancy(work, people, as_of=AS_OF).matches
    for match in matches:
        assert math.fsum(item.contribution for item in match.contributions) == pytest.approx(match.score, abs=1e-9)
        assert all(item.reason for item in match.contributions)
    assert [(-m.score, m.candidate) for m in matches] == sorted((-m.score, m.candidate) for m in matches)


@given(candidates(), some_vacancies)
def test_every_blocked_match_says_why_and_nobody_is_lost(
    engine: Engine, person: Candidate, work: list[Vacancy]
) -> None:
    ranking = engine.match_candidate(person, work, k=100, as_of=AS_OF)
    assert {m.vacancy for m in ranking.matches} | {n.vacancy for n in ranking.not_now} == {v.id for v in work}
    assert len(ranking.matches) + len(ranking.not_now) == len(work) == ranking.n_considered
    for entry in ranking.not_now:
        assert entry.because
        assert entry.gates
        assert all(gate.outcome == GateOutcome.BLOCKED for gate in entry.gates)
    for match in ranking.matches:
        assert all(gate.outcome != GateOutcome.BLOCKED for gate in match.gates)


@given(candidates(age_band=AgeBand.FROM_18), some_vacancies)
def test_an_age_on_the_same_side_of_every_age_gate_changes_nothing(
    engine: Engine, person: Candidate, work: list[Vacancy]
) -> None:
    older = person.model_copy(update={"age_band": AgeBand.FROM_21})
    assert repr(engine.match_candidate(person, work, as_of=AS_OF)) == (
        repr(engine.match_candidate(older, work, as_of=AS_OF))
    )


def test_no_record_the_ranker_reads_can_hold_a_protected_trait() -> None:
    forbidden = {
        "name", "contact", "sex", "gender", "ethnicity", "religion", "disability", "health", "benefits",
        "convictions", "nationality", "date_of_birth", "birth_date", "photo",
    }  # fmt: skip
    assert not forbidden & set(Candidate.model_fields)
    assert not forbidden & set(CandidateArrays.__dataclass_fields__)


@given(candidates(), vacancies(), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_vacancy_is_ranked_only_between_its_opening_and_closing_dates(
    engine: Engine, person: Candidate, work: Vacancy, day: date
) -> None:
    ranking = engine.match_candidate(person, [work], as_of=day)
    is_open = (work.opens is None or work.opens <= day) and (work.closes is None or day <= work.closes)
    shut = [gate for entry in ranking.not_now for gate in entry.gates if gate.gate == "vacancy_open"]
    assert bool(shut) == (not is_open)


def test_a_vehicle_reported_by_a_driver_never_slows_the_journey() -> None:
    pairs = [
        Candidate(id="A", travel_mode=None, vehicle=answer, driving_licence=True, place=_leeds())
        for answer in (False, True)
    ]
    minutes = score(pairs, [Vacancy(id="V", place=_far())]).journey.minutes[:, 0]
    assert minutes[1] <= minutes[0]
    assert np.isfinite(minutes).all()


def _leeds() -> object:
    from strategies import _PLACES

    return _PLACES[0]


def _far() -> object:
    return replace(_leeds(), easting_m=_leeds().easting_m + 9000)


def test_travel_modes_are_all_known_to_the_scorer() -> None:
    people = [Candidate(id=mode, travel_mode=mode, place=_leeds()) for mode in TravelMode]
    minutes = score(people, [Vacancy(id="V", place=_far())]).journey.minutes[:, 0]
    assert minutes[0] == minutes.max()
