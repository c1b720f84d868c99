"""People and vacancies of the proving ground: everything known, then answers left out as often as in the demo."""

import numpy as np
import pytest

from matcher.domain import Candidate, Vacancy
from matcher.judging.simulation.answers import CANDIDATE_BLOCKS, VACANCY_BLOCKS, Block, is_given
from matcher.judging.simulation.invented import Deck, blank_shares, demo_records, leave_out, vary_skills
from matcher.judging.simulation.programmes import PROGRAMMES, Programme, Town, build_town
from matcher.scoring import load_model
from matcher.taxonomy import load_taxonomy

ANSWERS = [answer for block in CANDIDATE_BLOCKS for answer in block.answers]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20261125)


@pytest.fixture(scope="module")
def town() -> Town:
    return build_town(PROGRAMMES[0], (150, 60), load_taxonomy(), load_model(), np.random.default_rng(1))


def test_nothing_that_anybody_has_said_stays_unknown(rng: np.random.Generator) -> None:
    deck = Deck.of(demo_records()[0], CANDIDATE_BLOCKS)
    people = [deck.draw(f"C{n}", rng) for n in range(60)]
    assert all(is_given(person, answer) for person in people for answer in ANSWERS)


def test_terms_of_a_vacancy_come_from_the_same_role_family(rng: np.random.Generator) -> None:
    work = demo_records()[1]
    deck = Deck.of(work, VACANCY_BLOCKS)
    pay = {(each.role_family, each.pay_min_gbp_per_hour) for each in work}
    drawn = [deck.draw(f"V{n}", rng) for n in range(60)]
    assert {(each.role_family, each.pay_min_gbp_per_hour) for each in drawn} <= pay


def test_an_answer_that_a_donor_left_blank_comes_from_one_who_gave_it(rng: np.random.Generator) -> None:
    block = Block((("prior_occupation",), ("experience_months",)), lambda _: None)
    silent, telling = Candidate(id="a", prior_occupation="cook"), Candidate(id="b", experience_months=7)
    drawn = Deck.of([silent, telling], [block]).draw("c", rng)
    assert (drawn.prior_occupation, drawn.experience_months) == ("cook", 7)


def test_what_nobody_alike_has_said_stays_unknown(rng: np.random.Generator) -> None:
    block = Block((("contract",),), lambda work: work.role_family)
    nurse, cook = Vacancy(id="a", role_family="nursing"), Vacancy(id="b", role_family="catering", contract="bank")
    drawn = [Deck.of([nurse, cook], [block]).draw("c", rng) for _ in range(20)]
    assert {(each.role_family, each.contract) for each in drawn} == {("nursing", None), ("catering", "bank")}


def test_every_drawn_person_and_vacancy_could_have_been_sent_in(rng: np.random.Generator) -> None:
    for records, blocks, kind in zip(
        demo_records(), (CANDIDATE_BLOCKS, VACANCY_BLOCKS), (Candidate, Vacancy), strict=True
    ):
        deck = Deck.of(records, blocks)
        for number in range(40):
            drawn = deck.draw(f"X{number}", rng)
            assert kind.model_validate(dict(drawn)) == drawn


def test_answers_are_left_out_as_often_as_asked(rng: np.random.Generator) -> None:
    person = Candidate(id="a", experience_months=7, about="I cook.")
    shares = {("experience_months",): 0.3, ("about",): 0.0}
    left = [leave_out(person, shares, rng) for _ in range(2000)]
    assert np.mean([each.experience_months is None for each in left]) == pytest.approx(0.3, abs=0.04)
    assert all(each.about == "I cook." for each in left)


def test_answers_given_together_are_left_out_together(rng: np.random.Generator) -> None:
    person = Candidate(id="a", hours_min=16, hours_max=30)
    left = [leave_out(person, {("hours_min", "hours_max"): 0.5}, rng) for _ in range(50)]
    assert {(each.hours_min, each.hours_max) for each in left} == {(16, 30), (None, None)}


def test_the_share_left_blank_is_counted_in_the_demo() -> None:
    people = demo_records()[0]
    blank = sum(person.experience_months is None for person in people)
    assert blank_shares(people, CANDIDATE_BLOCKS)["experience_months",] == blank / len(people) > 0


def test_two_people_from_one_donor_differ_in_skills(rng: np.random.Generator) -> None:
    skills = tuple(skill.id for skill in load_taxonomy().skills[:12])
    one, other = Candidate(id="a", skills=skills[:8]), Candidate(id="b", skills=skills[6:])
    varied = {vary_skills(one, [other], rng).skills for _ in range(10)}
    assert len(varied) > 5
    assert all(set(each or ()) <= set(skills) for each in varied)


def test_answers_are_really_missing_where_the_engine_looks(town: Town) -> None:
    assert town.shown.answered.mean() < town.known.answered.mean() - 0.1
    assert (town.shown.features != town.known.features).mean() > 0.05


def test_what_the_engine_is_shown_is_what_it_knows_wherever_nothing_is_missing() -> None:
    told = Programme("tells all", ("LS",), silence=0.0)
    town = build_town(told, (30, 20), load_taxonomy(), load_model(), np.random.default_rng(1))
    np.testing.assert_array_equal(town.shown.features, town.known.features)
    np.testing.assert_array_equal(town.shown.open, town.known.open)


def test_a_gate_that_is_not_known_to_block_may_block_once_everything_is_known(town: Town) -> None:
    assert (town.shown.open & ~town.known.open).any()


def test_programmes_meet_people_and_adverts_of_their_own_places() -> None:
    people, work = demo_records()
    for programme in PROGRAMMES:
        met = [person for person in people if programme.meets(person)]
        offered = [each for each in work if programme.advertises(each)]
        assert len(met) > 20
        assert len(offered) > 20
        assert all(str(person.postcode).startswith(programme.postcode_areas) for person in met)
