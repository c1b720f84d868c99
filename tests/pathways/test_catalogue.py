from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ladders import COURSE, rows, shipped_ladder, taxonomy

from matcher.domain import Course, DbsStatus, Prerequisite, PrerequisiteKind, StartsWhen, StepKind
from matcher.errors import DataError
from matcher.pathways import load_catalogue, still_running
from matcher.pathways.catalogue import build_catalogue
from matcher.pathways.requirements import find_circles

CATALOGUE = load_catalogue(taxonomy())


def test_there_are_at_least_ninety_kinds_each_with_source_date_and_confidence() -> None:
    assert len(CATALOGUE) >= 90
    for course in CATALOGUE.values():
        said = (course.source, course.source_date, course.confidence, course.plain, course.paid_by)
        assert all(said), course.id
        assert course.cost_to_learner_gbp is not None, course.id


def test_every_course_brings_something() -> None:
    for course in CATALOGUE.values():
        brings = course.gains or course.qualification or course.registration or course.clears or course.dbs_status
        assert brings, course.id


def test_every_qualification_and_registration_that_a_move_asks_can_be_gained() -> None:
    gained = {each for course in CATALOGUE.values() for each in (course.qualification, course.registration)}
    for move in shipped_ladder().moves:
        assert set(move.qualifications) <= gained, move
        assert not move.registration or move.registration in gained, move


def test_the_sixteen_standards_of_the_care_certificate_are_there() -> None:
    assert sum(name.startswith("care-standard-") for name in CATALOGUE) == 16


def test_a_higher_check_starts_only_with_an_offer_and_says_who_pays() -> None:
    checks = [course for course in CATALOGUE.values() if course.kind is StepKind.CHECK]
    for check in checks:
        if check.dbs_status in {DbsStatus.HELD_ENHANCED, DbsStatus.HELD_ENHANCED_BARRED, DbsStatus.HELD_STANDARD}:
            assert check.starts_when is StartsWhen.OFFER, check.id
        assert check.paid_by
    assert CATALOGUE["dbs-enhanced-barred"].cost_gbp == 49.50
    assert CATALOGUE["dbs-volunteer"].cost_gbp == 0
    assert CATALOGUE["dbs-adult-first"].cost_gbp == 6


def test_what_an_apprentice_learns_costs_the_apprentice_nothing_and_is_paid() -> None:
    for course in CATALOGUE.values():
        if course.kind is StepKind.APPRENTICESHIP:
            assert course.cost_to_learner_gbp == 0, course.id
            assert course.pay in {"post", "apprentice"}, course.id


def test_a_catalogue_cannot_be_changed_by_who_reads_it() -> None:
    with pytest.raises(TypeError):
        CATALOGUE["x"] = CATALOGUE["driving-lessons"]  # type: ignore[index]


def refused(*changes: dict[str, str]) -> str:
    with pytest.raises(DataError) as caught:
        build_catalogue(rows("courses.csv", *(COURSE | change for change in changes)), taxonomy(), shipped_ladder())
    return str(caught.value)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"prerequisites": "course:first-aid"}, "courses.csv, row 2, prerequisites 'course:first-aid': "),
        ({"prerequisites": "course:first-aid"}, "requires itself"),
        ({"prerequisites": "course:magic"}, "there is no course 'magic'"),
        ({"prerequisites": "role:wizard 3 months"}, "there is no role 'wizard'"),
        ({"prerequisites": "qualification:phd-in-tea"}, "there is no qualification 'phd-in-tea'"),
        ({"prerequisites": "first of all"}, "write kind:id"),
        ({"duration_weeks": "-3"}, "row 2, duration_weeks '-3'"),
        ({"duration_weeks": "soon"}, "duration_weeks 'soon'"),
        ({"gains": "first-aid; juggling"}, "there is no skill 'juggling'"),
        ({"qualification": "phd-in-tea"}, "there is no qualification 'phd-in-tea'"),
        ({"registration": "guild"}, "there is no registration 'guild'"),
        ({"clears": "customs"}, "there is no gate 'customs'"),
        ({"clears": "dbs"}, "contradict each other"),
        ({"dbs_status": "held_enhanced"}, "contradict each other"),
        ({"cost_to_learner_gbp": "60", "cost_gbp": "50"}, "row 2, cost_to_learner_gbp '60'"),
        ({"label": ""}, "row 2, label ''"),
        ({"source": ""}, "every figure has its source"),
        ({"confidence": ""}, "every figure has its source"),
        ({"starts": "someday"}, "row 2, starts 'someday'"),
    ],
)
def test_a_course_that_cannot_be_true_names_table_row_field_and_value(change: dict[str, str], fault: str) -> None:
    assert fault in refused(change)


def test_a_course_that_stands_twice_is_refused() -> None:
    assert "row 3, id 'first-aid': already stands in row 2" in refused({}, {})


def test_courses_that_wait_for_each_other_are_refused_with_the_circle() -> None:
    message = refused(
        {"id": "a", "prerequisites": "course:b"}, {"id": "b", "prerequisites": "course:c"},
        {"id": "c", "prerequisites": "course:b"},
    )  # fmt: skip
    assert "row 2, prerequisites 'course:b': lead round in a circle: a → b → c → b" in message


def test_a_circle_with_another_way_in_is_none() -> None:
    cells = [
        {"id": "a", "prerequisites": "course:b"},
        {"id": "b", "prerequisites": "course:a | qualification:esol-1"},
    ]
    assert set(build_catalogue(rows("courses.csv", *(COURSE | c for c in cells)), taxonomy(), shipped_ladder())) == {
        "a",
        "b",
    }


names = st.sampled_from("abcde")
needs = st.lists(st.lists(names | st.just("q"), min_size=1, max_size=2).map(tuple), max_size=2).map(tuple)


def needing(name: str, groups: tuple[tuple[str, ...], ...]) -> Course:
    kinds = {"q": PrerequisiteKind.QUALIFICATION}
    built = tuple(
        tuple(Prerequisite(kinds.get(each, PrerequisiteKind.COURSE), each) for each in group) for group in groups
    )
    return Course(id=f"{name}!", label=name).model_copy(update={"id": name, "prerequisites": built})


@given(st.dictionaries(names, needs))
def test_a_course_is_in_a_circle_exactly_when_no_order_of_courses_reaches_it(
    wanted: dict[str, tuple[tuple[str, ...], ...]],
) -> None:
    courses = {name: needing(name, groups) for name, groups in wanted.items()}
    done: set[str] = {"q"} | set("abcde") - set(courses)
    for _ in courses:
        done |= {name for name, groups in wanted.items() if all(set(group) & done for group in groups)}
    found = find_circles(courses)
    assert set(found) == set(courses) - done
    for name, chain in found.items():
        assert chain[0] == name
        assert chain[-1] in chain[:-1]


def test_a_catalogue_with_all_dates_past_has_nothing_left_to_begin() -> None:
    over = Course(id="a", label="a", starts="2026-01-05; 2026-02-02")
    assert still_running([over], date(2026, 11, 25)) == {}
    assert set(still_running([over, Course(id="b", label="b")], date(2026, 11, 25))) == {"b"}
    assert set(still_running([over], date(2026, 2, 2))) == {"a"}
