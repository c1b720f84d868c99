"""The feature of prior sectors: how readily their people move into care, and how much carries over to the work."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Candidate, Vacancy
from matcher.scoring import CandidateArrays, Pairs, VacancyArrays, load_model
from matcher.scoring.background import prior_sector
from matcher.scoring.block import Feature
from matcher.scoring.model import CAPS
from scoring.oracle import oracle_features
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies

families = st.sampled_from(sorted(shipped_taxonomy().role_families))
sectors = st.sampled_from(sorted(shipped_taxonomy().prior_sectors))
lived = st.sampled_from(["lived-experience", "student"])


def feature(people: list[Candidate], work: list[Vacancy]) -> Feature:
    terms = shipped_taxonomy()
    pairs = Pairs(CandidateArrays.from_records(people, terms, AS_OF), VacancyArrays.from_records(work, terms))
    return prior_sector(pairs, load_model().priors["prior_sector"])


def value(person: Candidate, work: Vacancy) -> float:
    return float(feature([person], [work]).value[0, 0])


def of(*names: str) -> Candidate:
    return Candidate(id="C", prior_sector=names, prior_occupation="")


def work_in(family: str | None) -> Vacancy:
    return Vacancy(id="V", role_family=family)


@given(candidates(), vacancies(role_family=families, occupation=None))
def test_it_agrees_with_the_slow_oracle_in_every_family(person: Candidate, work: Vacancy) -> None:
    expected = oracle_features(person, work, shipped_taxonomy(), load_model())["prior_sector"]
    assert value(person, work) == pytest.approx(expected, abs=1e-12)


@given(candidates(), vacancies(role_family=None, occupation=None))
def test_it_agrees_with_the_slow_oracle_where_the_family_is_not_known(person: Candidate, work: Vacancy) -> None:
    found = feature([person], [work])
    expected = oracle_features(person, work, shipped_taxonomy(), load_model())["prior_sector"]
    assert found.value[0, 0] == pytest.approx(np.clip(expected, found.low[0, 0], found.high[0, 0]), abs=1e-12)


@given(
    candidates(prior_sector=st.tuples(sectors.filter(lambda name: name not in {"lived-experience", "student"}))),
    sectors,
    vacancies(role_family=st.none() | families),
)
def test_another_sector_can_only_add(person: Candidate, more: str, work: Vacancy) -> None:
    richer = person.model_copy(update={"prior_sector": (*person.prior_sector, more)})
    assert value(richer, work) >= value(person, work)


@given(candidates(), st.lists(sectors, min_size=1, max_size=2), families)
def test_a_sector_that_becomes_known_stays_within_the_stated_range(
    person: Candidate, found: list[str], family: str
) -> None:
    unasked = feature([person.model_copy(update={"prior_sector": None})], [work_in(family)])
    asked = value(person.model_copy(update={"prior_sector": tuple(found)}), work_in(family))
    assert unasked.low[0, 0] <= asked <= unasked.high[0, 0]


@given(candidates(), families)
def test_a_family_that_becomes_known_stays_within_the_stated_range(person: Candidate, family: str) -> None:
    unasked = feature([person], [work_in(None)])
    assert unasked.low[0, 0] <= value(person, work_in(family)) <= unasked.high[0, 0]
    assert unasked.low[0, 0] <= unasked.value[0, 0] <= unasked.high[0, 0]


@given(st.lists(candidates(), min_size=1, max_size=4), st.lists(st.none() | families, min_size=1, max_size=4))
def test_a_block_equals_its_pairs_to_the_last_bit(people: list[Candidate], named: list[str | None]) -> None:
    work = [work_in(family) for family in named]
    together = feature(people, work)
    for i, person in enumerate(people):
        for j, vacancy in enumerate(work):
            alone = feature([person], [vacancy])
            for bound in ("value", "low", "high"):
                assert getattr(alone, bound)[0, 0] == getattr(together, bound)[i, j]


@given(lived, families, families)
def test_lived_experience_and_study_move_no_vacancy_before_another(name: str, one: str, other: str) -> None:
    prior = load_model().priors["prior_sector"]
    assert value(of(name), work_in(one)) == value(of(name), work_in(other)) == prior


@given(lived, st.sampled_from(["construction", "hospitals", "retail"]), families)
def test_lived_experience_and_study_beside_another_sector_move_nothing(name: str, sector: str, family: str) -> None:
    both = Candidate(id="C", prior_sector=(sector, name))
    assert value(both, work_in(family)) == value(of(sector), work_in(family))


def test_where_nobody_asked_it_takes_the_prior_and_could_be_anything() -> None:
    found = feature([Candidate(id="C")], [work_in("catering")])
    assert found.value[0, 0] == load_model().priors["prior_sector"]
    assert (found.low[0, 0], found.high[0, 0]) == (0.0, 1.0)


def test_the_family_is_that_of_the_occupation_where_none_is_stated() -> None:
    of_work = Vacancy(id="V", occupation="care-assistant")
    family = shipped_taxonomy().occupations["care-assistant"].role_family
    assert value(of("hospitals"), of_work) == value(of("hospitals"), work_in(family))


@pytest.mark.parametrize(
    ("family", "first", "second"),
    [
        ("catering", "hospitality", "retail"),
        ("activities", "retail", "construction"),
        ("domestic", "cleaning-facilities", "finance-insurance"),
        ("nursing-support", "hospitals", "hospitality"),
    ],
)
def test_it_orders_sectors_as_an_advisor_would_for_the_work(family: str, first: str, second: str) -> None:
    assert value(of(first), work_in(family)) > value(of(second), work_in(family))


def test_the_lowest_affinity_costs_no_more_than_the_weight_and_the_weight_is_capped() -> None:
    weight = load_model().weights["prior_sector"]
    least = min(value(of(name), work_in("care-worker")) for name in shipped_taxonomy().prior_sectors)
    assert weight <= CAPS["prior_sector"] == 10
    assert 0 < weight * (1 - least) < weight
