from datetime import date

import pytest
from ladders import shipped_ladder, taxonomy
from planned import ground

from matcher.domain import Course, DbsStatus, Vacancy
from matcher.pathways.ground import Target
from matcher.pathways.options import options_for
from matcher.pathways.posing import pose
from matcher.pathways.problem import Need, Option, Problem
from matcher.pathways.targets import find_target


def posed(target: str, **said: object) -> Problem:
    return pose(ground(**said), find_target(target, shipped_ladder(), taxonomy()))[0]


def option(course: Course, **said: object) -> Option | None:
    return next(options_for(ground([course], **said)), None)


def course(**fields: object) -> Course:
    return Course(**{"id": "new", "label": "A course", "duration_weeks": 4, "hours_per_week": 6} | fields)


def test_a_check_that_is_held_counts_as_having_done_it() -> None:
    assert "course:dbs-enhanced" in posed("care worker", dbs_status=DbsStatus.UPDATE_SERVICE).held
    assert "course:dbs-enhanced" not in posed("care worker", dbs_status=DbsStatus.HELD_BASIC).held


def test_whoever_works_in_care_is_taken_to_be_checked_and_after_probation_to_hold_the_care_certificate() -> None:
    new, settled = (
        posed("senior-home-carer", prior_occupation="home-care-worker", experience_months=months).held
        for months in (1, 12)
    )
    assert "dbs:enhanced_barred" in new
    assert "qualification:care-certificate" not in new
    assert "qualification:care-certificate" in settled


def test_a_check_that_is_said_not_to_be_held_is_not_assumed() -> None:
    held = posed("senior-home-carer", prior_occupation="home-care-worker", dbs_status=DbsStatus.NONE).held
    assert not any(token.startswith("dbs:") for token in held)


def test_a_qualification_brings_what_its_course_teaches() -> None:
    held = posed("senior-care-worker", qualifications=("diploma-care-3",)).held
    assert {"skill:medication-administration", "skill:care-planning"} <= held


def test_who_leaves_a_caring_role_has_the_care_certificate_or_more() -> None:
    ways = posed("nursing-associate", prior_occupation="ward-housekeeper").ways
    asking = {way.from_post for way in ways if any(Need("qualification:care-certificate") in g for g in way.needs)}
    assert "healthcare-support-worker" in asking
    assert "ward-housekeeper" not in asking


def test_nobody_is_moved_on_within_their_probation() -> None:
    problem = posed("nursing-associate", prior_occupation="ward-housekeeper")
    starts = {role.id for role in shipped_ladder().roles.values() if role.is_start}
    assert all(way.weeks >= 13 for way in problem.ways if way.from_post not in starts)


def test_only_a_registration_and_nothing_else_is_asked_by_law_before_the_last_move() -> None:
    last = [
        way for way in posed("registered-nurse", prior_sector=("student",)).ways if way.to_post == "registered-nurse"
    ]
    assert all((Need("registration:nmc-nurse"),) in way.needs for way in last)


def test_what_is_learnt_in_post_is_learnt_in_the_roles_it_names() -> None:
    found = {option.id: option.at for option in options_for(ground())}
    assert "home-carer" in found["apprenticeship-lead-care-3"]
    assert "senior-care-worker" in found["apprenticeship-lead-care-3"]
    assert "activities-coordinator" not in found["apprenticeship-lead-care-3"]
    assert "ward-housekeeper" not in found["diploma-care-2"]
    assert "ward-housekeeper" in found["oliver-mcgowan-1"]


def test_a_check_begins_with_an_offer_and_costs_a_volunteer_nothing() -> None:
    found = {option.id: option for option in options_for(ground())}
    assert found["dbs-enhanced-barred"].commits
    assert found["dbs-enhanced-barred"].cost == found["dbs-volunteer"].cost == 0
    assert not found["care-certificate-knowledge"].commits


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"max_age": 19}, {"age_band": "21-plus"}),
        ({"min_age": 19}, {"age_band": "16-17"}),
        ({"hours_per_week": 30}, {"hours_max": 16}),
    ],
)
def test_a_course_that_somebody_cannot_do_is_no_option(fields: dict[str, object], said: dict[str, object]) -> None:
    assert option(course(**fields)) is not None
    assert option(course(**fields), **said) is None


def test_a_course_without_dates_starts_on_any_day_and_one_with_dates_on_those_still_to_come() -> None:
    assert option(course(starts=())).starts is None
    assert option(course(starts=(date(2026, 11, 1), date(2026, 12, 6)))).starts == (2.0,)
    assert option(course(starts=(date(2026, 11, 1),))) is None


def test_skills_and_qualifications_that_nobody_knows_are_passed_over() -> None:
    found = option(course(gains=("no-such-skill", "first-aid"), qualification="no-such-one"))
    assert {"skill:first-aid", "qualification:no-such-one"} <= found.gives


def test_a_course_costs_the_hours_beyond_a_day_a_week_at_the_legal_minimum() -> None:
    assert option(course(hours_per_week=8)).lost == 0
    assert option(course(hours_per_week=18), hours_min=30, hours_max=30).lost == pytest.approx(4 * 10 * 12.71)
    assert option(course(hours_per_week=18, pay="post"), hours_min=30, hours_max=30).lost == 0


def test_one_vacancy_asks_for_what_it_says_on_top_of_its_role() -> None:
    vacancy = Vacancy(id="V", role_family="home-care", occupation="home-care-worker", driving_licence=True)
    problem, _ = pose(ground(), Target("A round", ("home-carer",), vacancy))
    assert problem.goals == {"vacancy:V"}
    assert all((Need("gate:driving_licence"),) in way.needs for way in problem.ways if way.to_post == "vacancy:V")
