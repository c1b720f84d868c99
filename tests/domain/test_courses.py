from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from matcher.domain import (
    Course,
    Opens,
    Pathway,
    Prerequisite,
    PrerequisiteKind,
    StartsWhen,
    Step,
    StepKind,
    format_prerequisites,
    parse_prerequisites,
)

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
alternatives = st.one_of(
    st.builds(Prerequisite, st.sampled_from([PrerequisiteKind.COURSE, PrerequisiteKind.QUALIFICATION]), ids),
    st.builds(Prerequisite, st.just(PrerequisiteKind.ROLE), ids, st.integers(0, 240)),
)
groups = st.lists(st.lists(alternatives, min_size=1, max_size=3, unique=True).map(tuple), max_size=3).map(tuple)


@given(groups)
def test_prerequisites_read_back_as_they_were_written(needed: tuple[tuple[Prerequisite, ...], ...]) -> None:
    assert parse_prerequisites(format_prerequisites(needed)) == needed


@given(
    needed=groups,
    gains=st.none() | st.lists(ids, unique=True).map(tuple),
    starts=st.none() | st.lists(st.dates(), unique=True).map(tuple),
    cost=st.none() | st.floats(0, 100_000),
    level=st.none() | st.integers(0, 8),
)
def test_a_course_reads_back_from_its_plain_values(**drawn: object) -> None:
    named = {"prerequisites": "needed", "gains": "gains", "starts": "starts", "cost_gbp": "cost", "level": "level"}
    course = Course(id="!", label="A course", **{field: drawn[name] for field, name in named.items()})
    assert Course(**course.model_dump(mode="json", exclude={"place"})) == course


def test_semicolons_are_and_bars_are_or() -> None:
    first, second = parse_prerequisites("role:care-worker 6 months | course:600/9559/3; Qualification: esol-1")
    assert first == (
        Prerequisite(PrerequisiteKind.ROLE, "care-worker", 6),
        Prerequisite(PrerequisiteKind.COURSE, "600/9559/3"),
    )
    assert second == (Prerequisite(PrerequisiteKind.QUALIFICATION, "esol-1"),)


@pytest.mark.parametrize("text", ["", " ", "none", "None", ";"])
def test_nothing_needed_is_nothing(text: str) -> None:
    assert parse_prerequisites(text) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Care Certificate", "write kind:id"),
        ("skill:first-aid", "kind is one of course, qualification"),
        ("course:a 6 months", "only a role counts months"),
        ("course:a |", "write kind:id"),
    ],
)
def test_what_is_no_prerequisite_is_refused_with_the_grammar(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_prerequisites(text)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"duration_weeks": -3}, "greater than or equal to 0"),
        ({"duration_weeks": float("nan")}, "Input should be"),
        ({"hours_per_week": 169}, "less than or equal to 168"),
        ({"cost_gbp": -1}, "greater than or equal to 0"),
        ({"cost_gbp": 50, "cost_to_learner_gbp": 60}, "nobody pays more than it costs"),
        ({"pay": "hourly"}, "go together"),
        ({"pay": "none", "pay_gbp_per_hour": 12}, "go together"),
        ({"min_age": 21, "max_age": 19}, "swap or correct them"),
        ({"prerequisites": "course:X"}, "requires itself"),
        ({"kind": "work"}, "choose another kind"),
        ({"level": 9}, "less than or equal to 8"),
        ({"source_date": "last year"}, "should match pattern"),
        ({"confidence": "D"}, "should match pattern"),
        ({"seats": -1}, "greater than or equal to 0"),
        ({"colour": "red"}, "not permitted"),
    ],
)
def test_a_course_that_cannot_be_true_is_refused(values: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Course(id="X", label="A course", **values)


def test_the_next_start_is_the_first_that_is_not_past() -> None:
    dated = Course(id="X", label="A course", starts="2026-12-07; 2026-10-05; 2027-01-04")
    assert dated.next_start(date(2026, 10, 5)) == date(2026, 10, 5)
    assert dated.next_start(date(2026, 11, 25)) == date(2026, 12, 7)
    assert dated.next_start(date(2027, 1, 5)) is None
    assert Course(id="X", label="A course").next_start(date(2027, 1, 5)) == date(2027, 1, 5)


def test_learning_at_ones_own_pace_takes_the_hours_somebody_can_give() -> None:
    online = Course(id="X", label="A course", learning_hours=120, hours_per_week=10, duration_weeks=12)
    assert (online.usual_weeks(), online.usual_weeks(5), online.usual_weeks(40)) == (12, 24, 3)
    in_post = online.model_copy(update={"starts_when": StartsWhen.IN_POST})
    assert in_post.usual_weeks(40) == 12


def test_a_course_with_a_length_keeps_it_and_one_without_any_is_unknown() -> None:
    taught = Course(id="X", label="A course", duration_weeks=6)
    assert taught.usual_weeks(2) == 6
    assert Course(id="X", label="A course", learning_hours=30).usual_weeks() is None
    assert Course(id="X", label="A course").usual_weeks(10) is None


def test_a_pathway_is_written_with_the_names_others_read() -> None:
    step = Step(StepKind.TRAIN, "First aid", 1, 6, 80.0, ("first aid",), (), "prices of 2026")
    written = Pathway("spend least", 1, 80.0, 0.0, (step,), Opens(3, 5), ("Durations are usual.",)).as_dict()
    assert list(written) == ["name", "weeks", "cost_gbp", "earned_gbp", "steps", "opens", "assumptions"]
    asked = {"kind", "title", "weeks", "hours_per_week", "cost_gbp", "gains", "clears", "source"}
    assert asked <= set(written["steps"][0])
    assert written["opens"] == {"now": 3, "after": 5}
