import json
from datetime import date

import pytest
from ladders import shipped_ladder, taxonomy
from planned import done, ground, pathways

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.errors import NotFoundError
from matcher.pathways.planning import MOST_PATHWAYS, plan_pathways
from matcher.pathways.targets import find_target

RETAIL = {"prior_occupation": "shop-assistant", "prior_sector": ("retail",), "skills": ("customer-service",)}


def test_retail_leads_to_activities_manager_through_activities() -> None:
    first = pathways("activities manager", **RETAIL)[0]
    assert [step.role for step in first.steps if step.role][-2:] == ["activities-coordinator", "activities-manager"]


def test_a_ward_housekeeper_becomes_nursing_associate_through_healthcare_support() -> None:
    first = pathways("nursing-associate", prior_occupation="ward-housekeeper", experience_months=8)[0]
    assert [step.role for step in first.steps if step.role] == [
        "ward-housekeeper",
        "healthcare-support-worker",
        "nursing-associate",
    ]
    assert "apprenticeship-nursing-associate-5" in done(first)


def test_a_home_carer_becomes_registered_manager_by_diplomas_and_registration() -> None:
    first = pathways("registered manager", prior_occupation="home-care-worker", experience_months=12)[0]
    assert {"diploma-care-3", "diploma-leadership-5", "register-care-manager"} <= set(done(first))
    assert done(first)[-1] == "registered-manager"


def test_an_unpaid_carer_is_a_care_worker_within_weeks() -> None:
    first = pathways("care worker", prior_sector=("unpaid-caring",))[0]
    assert done(first) == ["dbs-enhanced-barred", "new-to-care"]
    assert first.weeks <= 6
    assert first.cost_gbp == 0


def test_lived_experience_leads_first_to_peer_support() -> None:
    first = pathways(None, prior_sector=("lived-experience", "volunteering"))[0]
    assert first.name == "Towards Peer support worker"


def test_of_the_pathways_none_is_no_better_than_another_in_anything() -> None:
    found = pathways("registered-nurse", prior_occupation="hospital-porter", experience_months=8)
    assert 2 <= len(found) <= MOST_PATHWAYS
    assert [pathway.weeks for pathway in found] == sorted(pathway.weeks for pathway in found)
    assert len({(pathway.weeks, pathway.cost_gbp, pathway.earned_gbp) for pathway in found}) == len(found)
    assert found[0].cost_gbp > min(pathway.cost_gbp for pathway in found)


def test_each_pathway_says_what_it_is_best_at() -> None:
    names = [pathway.name for pathway in pathways("registered-nurse", prior_occupation="hospital-porter")]
    assert names[0].startswith("Start soonest")
    assert any("spend least" in name.lower() for name in names)


def test_weeks_cost_and_pay_are_those_of_the_steps() -> None:
    for pathway in pathways("activities manager", **RETAIL):
        assert pathway.weeks == max(step.start_week + step.weeks for step in pathway.steps)
        assert pathway.cost_gbp == pytest.approx(sum(step.cost_gbp for step in pathway.steps))
        assert pathway.earned_gbp == pytest.approx(sum(step.earned_gbp for step in pathway.steps))
        assert [step.start_week for step in pathway.steps] == sorted(step.start_week for step in pathway.steps)
        assert json.dumps(pathway.as_dict())


def test_a_degree_is_said_to_be_a_loan_and_pay_given_up_is_taken_off() -> None:
    found = pathways("registered-nurse", prior_occupation="hospital-porter")
    degree = next(pathway for pathway in found if "nursing-degree" in done(pathway))
    other = next(pathway for pathway in found if "nursing-degree" not in done(pathway))
    assert any("loan" in said for said in degree.assumptions)
    assert not any("loan" in said for said in other.assumptions)
    assert any("taken off" in step.note for step in degree.steps)


def test_what_is_assumed_is_said() -> None:
    said = " ".join(pathways("care worker")[0].assumptions)
    for words in (
        "hours a week",
        "qualifications",
        "DBS",
        "before tax",
        "benefits calculator",
        "not promised",
        "by law",
    ):
        assert words in said
    told = pathways(
        "care worker", hours_min=20, hours_max=30, qualifications=(), dbs_status="none", driving_licence=False
    )
    assert "Nobody has asked" not in " ".join(told[0].assumptions)


def test_a_skill_that_no_course_teaches_is_learnt_in_post_and_that_is_said() -> None:
    found = pathways("maintenance-person", prior_occupation="hospital-porter", experience_months=12)
    assert any("Learnt in post" in said for said in found[0].assumptions)


def test_a_candidate_of_whom_nothing_is_known_gets_the_usual_first_steps() -> None:
    found = pathways(None)
    assert len(found) == MOST_PATHWAYS
    assert found[0].name == "Towards New to care"
    assert "Nothing is known yet" in found[0].assumptions[0]


def test_whoever_is_there_already_needs_no_step() -> None:
    assert pathways("home-carer", prior_occupation="home-care-worker")[0].steps == ()


def test_a_target_that_there_is_none_of_names_the_closest() -> None:
    with pytest.raises(NotFoundError, match=r"'nursing assosiate'.*Closest: Nursing associate"):
        pathways("nursing assosiate")


def test_a_target_that_nothing_leads_to_says_why_and_what_comes_next_instead() -> None:
    with pytest.raises(NotFoundError, match=r"Nothing usual leads from .* What usually comes next instead: "):
        pathways("ward-host", prior_occupation="registered-nurse")


def test_where_no_course_is_left_it_says_what_is_lacking() -> None:
    with pytest.raises(NotFoundError, match=r"nothing open to this person gives .*registration:nmc-nurse"):
        plan_pathways(ground([], prior_sector=("student",)), "registered-nurse", (), lambda people: [0] * len(people))


def test_a_catalogue_whose_dates_are_all_past_is_as_good_as_empty() -> None:
    courses = [one.model_copy(update={"starts": (date(2020, 1, 1),)}) for one in ground().courses.values()]
    assert ground(courses).courses == {}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("care-worker", ("care-worker", "new-to-care")),
        ("Care worker", ("care-worker", "new-to-care")),
        ("ward housekeeper", ("ward-housekeeper",)),
        ("activities manager", ("activities-manager",)),
        ("nursing", ("nursing-associate", "registered-nurse")),
    ],
)
def test_a_target_is_a_role_an_occupation_or_a_role_family(text: str, roles: tuple[str, ...]) -> None:
    assert find_target(text, shipped_ladder(), taxonomy()).roles == roles


def test_one_vacancy_can_be_the_target_and_what_a_pathway_opens_is_counted_by_matching_again(engine: Engine) -> None:
    person = Candidate(id="C", postcode="LS6 3HN", prior_sector=("retail",), skills=("customer service",))
    asking = Vacancy(
        id="V1",
        title="Care assistant",
        role_family="care-worker",
        postcode="LS6 2AB",
        essential_skills=("moving and handling", "safeguarding adults"),
        dbs_level="enhanced_barred",
    )
    found = engine.plan_pathways(person, "V1", [asking])
    assert found[0].steps[-1].title.startswith("Start")
    assert found[0].opens.after >= found[0].opens.now


def test_without_vacancies_nothing_opens(engine: Engine) -> None:
    found = engine.plan_pathways(Candidate(id="C", prior_sector="retail"), "care worker")
    assert (found[0].opens.now, found[0].opens.after) == (0, 0)
