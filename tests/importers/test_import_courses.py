import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import context_in, reasons, sheet, write

from matcher.domain import Course, Delivery, LearningPay, PlacePrecision, StartsWhen, StepKind
from matcher.errors import FileError, RowError
from matcher.importers.course_words import read_learning_hours, read_level, read_pounds, read_starts, read_weeks
from matcher.importers.courses import COURSE_COLUMNS, import_courses
from matcher.importers.mapping import suggest_columns
from matcher.importers.summary import ImportSummary
from matcher.store import Store

TODAY = date(2026, 11, 25)
FULL = {
    "id": "LT-01",
    "label": "Moving people safely",
    "kind": "Training",
    "provider": "Leeds Training",
    "level": "Level 2",
    "gains": "moving and handling of people; using a hoist; alchemy",
    "qualification": "moving and handling certificate",
    "prerequisites": "Care Certificate or role:care-worker 3 months; course:basic-life-support",
    "starts_when": "employed",
    "delivery": "Face to face",
    "postcode": "LS9 7TF",
    "duration_weeks": "2 days",
    "hours_per_week": "14",
    "learning_hours": "12 hours (10 taught)",
    "cost_to_learner_gbp": "free",
    "cost_gbp": "£65 per person",
    "paid_by": "the employer",
    "pay": "normal pay",
    "min_age": "18+",
    "nations": "England",
    "guaranteed_interview": "no",
    "starts": "4 January 2027, 01/02/2027",
    "seats": "12",
    "source_date": "2026-11",
    "url": "www.example.org/courses",
    "confidence": "B",
}


def imported(store: Store, path: Path, **given: Any) -> ImportSummary:
    summary = import_courses(path, context_in(path.parent, store=store, **given), as_of=TODAY)
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected
    return summary


def refusal(store: Store, path: Path, **given: Any) -> str:
    with pytest.raises(FileError) as caught:
        imported(store, path, **given)
    assert "\n" not in str(caught.value)
    assert store.courses() == []
    return str(caught.value)


def landed(store: Store, folder: Path, **cells: str) -> Course:
    summary = imported(store, write(folder, sheet({"id": "X", "label": "A course", **cells})))
    assert summary.added == 1, reasons(folder)
    return store.course("X")


def rejected(store: Store, folder: Path, **cells: str) -> str:
    assert imported(store, write(folder, sheet({"id": "X", "label": "A course", **cells}))).rejected == 1
    return reasons(folder)[2]


def items(*changes: dict[str, Any]) -> str:
    item = {
        "code": "600/0000/0",
        "title": "Dementia Care",
        "type": "Level 2 Certificate",
        "category": "Dementia",
        "skillsCat": "",
        "awardingOrganisation": "An Awarding Body",
        "totalLearningTime": "",
        "duration": "180 hours",
        "fundingModel": "split",
        "reimbursementAmount": "300",
        "link": "",
    }
    numbered = [{"code": f"600/0000/{n}"} | change for n, change in enumerate(changes)]
    return json.dumps({"roleCats": [], "skillsCats": [], "training": [item | change for change in numbered]})


def test_a_providers_own_row_lands_field_by_field(store: Store, tmp_path: Path) -> None:
    assert imported(store, write(tmp_path, sheet(FULL))).format == "csv"
    course = store.course("LT-01")
    assert (course.kind, course.level, course.delivery) == (StepKind.TRAIN, 2, Delivery.CLASSROOM)
    assert (course.gains, course.unlinked_gains) == (("moving-and-handling", "hoisting"), ("alchemy",))
    assert course.qualification == "moving-and-handling-certificate"
    assert (course.starts_when, course.pay) == (StartsWhen.IN_POST, LearningPay.POST)
    assert (course.duration_weeks, course.learning_hours) == (0.4, 12)
    assert (course.cost_to_learner_gbp, course.cost_gbp) == (0, 65)
    assert course.starts == (date(2027, 1, 4), date(2027, 2, 1))
    assert course.place is not None
    assert (course.postcode, course.place.precision) == ("LS9 7TF", PlacePrecision.SECTOR)
    assert (course.seats, course.guaranteed_interview, course.source_date) == (12, False, "2026-11")
    assert course.url == "https://www.example.org/courses"


def test_prerequisites_are_read_by_name_or_by_id(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, sheet(FULL)))
    first, second = store.course("LT-01").prerequisites
    assert [(each.kind.value, each.id, each.months) for each in first] == [
        ("qualification", "care-certificate", 0),
        ("role", "care-worker", 3),
    ]
    assert [each.id for each in second] == ["basic-life-support"]


def test_the_same_list_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, sheet(FULL))
    assert (imported(store, path).added, imported(store, path).unchanged) == (1, 1)


def test_somebody_elses_column_names_are_mapped(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "Course code;Course title;Price\nA1;First aid at work;£200\n")
    columns = {"id": "Course code", "label": "Course title", "cost_to_learner_gbp": "Price"}
    assert suggest_columns(list(columns.values()), "courses") == columns
    imported(store, path, columns=columns)
    assert store.course("A1").cost_to_learner_gbp == 200


def test_what_a_row_leaves_out_is_taken_from_the_shipped_kind(store: Store, tmp_path: Path) -> None:
    course = landed(store, tmp_path, qualification="level 3 diploma in adult care")
    assert "care-planning" in (course.gains or ())
    assert course.prerequisites
    assert course.level == 3


def test_what_a_row_says_is_not_overwritten_by_the_kind(store: Store, tmp_path: Path) -> None:
    course = landed(store, tmp_path, qualification="level 3 diploma in adult care", gains="first aid", level="2")
    assert (course.gains, course.level) == (("first-aid",), 2)


def test_skills_are_found_in_the_name_where_none_are_listed(store: Store, tmp_path: Path) -> None:
    assert landed(store, tmp_path, label="Catheter care for beginners").gains == ("catheter-care",)


def test_a_phrase_that_names_a_skill_among_other_words_is_linked(store: Store, tmp_path: Path) -> None:
    assert landed(store, tmp_path, gains="an introduction to wound care for new starters").gains == ("wound-care",)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"id": ""}, "id is blank"),
        ({"label": ""}, "label is blank: give the course its name"),
        ({"kind": "wizardry"}, "kind 'wizardry': write one of train"),
        ({"kind": "work"}, "is a role of the ladder, not a course"),
        ({"duration_weeks": "-3 weeks"}, "duration_weeks '-3 weeks': write a length that is not below 0"),
        ({"duration_weeks": "20 hours"}, "a number of hours goes into learning_hours"),
        ({"duration_weeks": "9000 weeks"}, "duration_weeks '9000.0': this cannot be more than 416"),
        ({"learning_hours": "-4"}, "learning_hours '-4': write one number of hours"),
        ({"learning_hours": "20 to 30 hours"}, "write one number of hours"),
        ({"cost_gbp": "-5"}, "cost_gbp '-5': write one sum in pounds that is not below 0"),
        ({"cost_gbp": "£20-£30"}, "write one sum in pounds"),
        ({"cost_gbp": "10", "cost_to_learner_gbp": "20"}, "nobody pays more than it costs"),
        ({"cost_gbp": "200000"}, "cost_gbp '200000.0': this cannot be more than 100000"),
        ({"level": "12"}, "level '12': write one level from entry to 8"),
        ({"starts": "32/01/2027"}, "starts '32/01/2027': there is no such day"),
        ({"delivery": "by owl"}, "delivery 'by owl': write one of classroom"),
        ({"clears": "customs"}, "clears 'customs': write what it clears"),
        ({"postcode": "LS99 9ZZ"}, "postcode: "),
        ({"min_age": "30", "max_age": "20"}, "swap or correct them"),
        ({"url": "ring us"}, "url 'ring us': write a web address"),
        ({"confidence": "sure"}, "confidence 'sure'"),
        ({"pay": "hourly"}, "go together"),
        ({"prerequisites": "magic"}, "'magic' is no course, qualification or role known here"),
        ({"prerequisites": "course:X"}, "requires itself"),
        ({"prerequisites": "course:nowhere"}, "there is no course 'nowhere': correct it, or send it along"),
        ({"prerequisites": "role:wizard"}, "there is no role 'wizard'"),
    ],
)
def test_a_row_that_cannot_be_true_comes_back_with_field_value_and_remedy(
    store: Store, tmp_path: Path, cells: dict[str, str], reason: str
) -> None:
    assert reason in rejected(store, tmp_path, **cells)
    assert store.courses() == []


def test_every_fault_of_a_row_is_named_at_once(store: Store, tmp_path: Path) -> None:
    reason = rejected(store, tmp_path, level="12", cost_gbp="lots")
    assert "level '12'" in reason
    assert "cost_gbp 'lots'" in reason


def test_courses_of_one_file_may_need_each_other_in_any_order(store: Store, tmp_path: Path) -> None:
    rows = [{"id": "B", "label": "b", "prerequisites": "course:A"}, {"id": "A", "label": "a", "prerequisites": ""}]
    assert imported(store, write(tmp_path, sheet(*rows))).added == 2
    later = write(tmp_path, sheet({"id": "C", "label": "c", "prerequisites": "course:A"}), "later.csv")
    assert imported(store, later).added == 1


def test_a_circle_is_given_back_and_so_is_what_waits_for_a_row_that_is(store: Store, tmp_path: Path) -> None:
    needs = {"A": "course:B", "B": "course:A", "C": "course:A", "D": "course:E", "E": "", "F": ""}
    rows = [{"id": name, "label": name, "prerequisites": text} for name, text in needs.items()]
    rows[4]["level"] = "12"
    summary = imported(store, write(tmp_path, sheet(*[{"level": ""} | row for row in rows])))
    assert (summary.added, summary.rejected) == (1, 5)
    assert [course.id for course in store.courses()] == ["F"]
    assert "lead round in a circle: A → B → A" in reasons(tmp_path)[2]
    assert "there is no course 'E'" in reasons(tmp_path)[5]


def test_a_circle_with_a_course_stored_before_is_given_back(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, sheet({"id": "A", "label": "a"}, {"id": "B", "label": "b"})))
    imported(store, write(tmp_path, "id,label,prerequisites\nA,a,course:B\n"))
    assert imported(store, write(tmp_path, "id,label,prerequisites\nB,b,course:A\n")).rejected == 1
    assert store.course("B").prerequisites == ()


def test_a_list_whose_dates_are_all_past_lands_and_says_so(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, sheet({"id": "X", "label": "First aid", "starts": "05/01/2026"})))
    assert summary.added == 1
    assert any("every start date past: 1 of 1" in note for note in summary.notes)


def test_files_that_are_none_are_refused_in_one_line(store: Store, tmp_path: Path) -> None:
    assert "no file" in refusal(store, tmp_path / "missing.csv")
    assert "empty" in refusal(store, write(tmp_path, ""))
    assert "no column 'id' and 'label'" in refusal(store, write(tmp_path, "colour,size\nred,9\n"))
    assert "holds no training" in refusal(store, write(tmp_path, '{"locations": []}', "page.json"))
    assert "holds no training" in refusal(store, write(tmp_path, '{"training": []}', "none.json"))
    assert "holds no training" in refusal(store, write(tmp_path, "[1, 2]", "numbers.json"))
    assert "is not JSON throughout" in refusal(store, write(tmp_path, '{"training": [', "cut.json"))
    deep = '{"training": ' + "[" * 60 + "]" * 60 + "}"
    assert "nested too deep" in refusal(store, write(tmp_path, deep, "deep.json"))
    assert "laid out as 'csv'" in refusal(store, write(tmp_path, sheet(FULL)), format="workforce_pathway")


def test_a_header_without_rows_lands_nothing_and_is_no_fault(store: Store, tmp_path: Path) -> None:
    assert imported(store, write(tmp_path, "id,label\n")).read == 0


def test_an_item_of_the_prototype_lands_with_hours_level_cost_and_skills(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, items({}), "training.json"))
    assert (summary.format, summary.added) == ("workforce_pathway", 1)
    course = store.course("600/0000/0")
    assert (course.label, course.provider) == ("Level 2 Certificate: Dementia Care", "An Awarding Body")
    assert (course.level, course.learning_hours, course.qualification) == (2, 180, "dementia-2")
    assert (course.cost_gbp, course.cost_to_learner_gbp, course.paid_by) == (300, 0, "the employer")
    assert "dementia-care" in (course.gains or ())
    assert (course.source_date, course.starts_when) == ("2024-03", StartsWhen.IN_POST)


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ({"title": "Diploma in Care", "type": "Level 2 Diploma"}, "Level 2 Diploma in Care"),
        ({"title": "Stroke Awareness", "type": "Level 2 Award Stroke Awareness"}, "Level 2 Award Stroke Awareness"),
        ({"title": "Moving up", "type": "Course"}, "Moving up"),
    ],
)
def test_an_item_is_called_by_level_size_and_title_once(
    store: Store, tmp_path: Path, change: dict[str, str], label: str
) -> None:
    imported(store, write(tmp_path, items(change), "training.json"))
    assert store.courses()[0].label == label


def test_the_setting_a_course_is_taught_for_is_no_skill_of_it(store: Store, tmp_path: Path) -> None:
    title = "Food safety in Health and Social Care and Early Years and Childcare Settings"
    imported(store, write(tmp_path, items({"title": title, "category": ""}), "training.json"))
    assert store.courses()[0].gains == ("food-hygiene",)


def test_a_module_is_online_and_a_time_that_is_no_hours_is_unknown(store: Store, tmp_path: Path) -> None:
    change = {"type": "e-Learning Module", "totalLearningTime": "45 mins + 30 mins = 75 mins", "duration": ""}
    imported(store, write(tmp_path, items(change, {"duration": "4 modules"}), "training.json"))
    module, course = store.courses()
    assert (module.delivery, module.learning_hours) == (Delivery.ONLINE, 1.25)
    assert course.learning_hours is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code": ""}, "code is blank"),
        ({"title": " "}, "title is blank"),
        ({"reimbursementAmount": "-3"}, "reimbursementAmount '-3': write one sum"),
        ({"reimbursementAmount": "much"}, "reimbursementAmount 'much': write one sum"),
        ({"code": "600/0000/0"}, "id '600/0000/0' is that of row 1 already"),
    ],
)
def test_an_item_that_cannot_be_used_comes_back(
    store: Store, tmp_path: Path, change: dict[str, str], reason: str
) -> None:
    summary = imported(store, write(tmp_path, items({}, change), "training.json"))
    assert (summary.added, summary.rejected) == (1, 1)
    assert reason in reasons(tmp_path)[2]


def test_what_is_no_item_at_all_comes_back(store: Store, tmp_path: Path) -> None:
    text = items({}).replace('"training": [', '"training": [3, null, ')
    assert imported(store, write(tmp_path, text, "training.json")).rejected == 2
    assert "this is no training item" in reasons(tmp_path)[1]


@pytest.mark.parametrize(
    ("text", "pounds"),
    [("49.50", 49.5), ("£1,200", 1200), ("free", 0), ("No charge", 0), ("65 GBP each", 65), ("£80 inc VAT", 80)],
)
def test_money_is_read_as_people_write_it(text: str, pounds: float) -> None:
    assert read_pounds(text) == pounds


@pytest.mark.parametrize(
    ("text", "weeks"),
    [("6", 6), ("12 weeks", 12), ("3 months", 13), ("2 years", 104), ("half a day", 0.1), ("1 day", 0.2), ("0", 0)],
)
def test_a_length_is_read_into_weeks(text: str, weeks: float) -> None:
    assert read_weeks(text) == pytest.approx(weeks)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("580 hours", 580),
        ("60 mins", 1),
        ("1 hour 30 minutes", 1.5),
        ("6 days", 42),
        ("40", 40),
        ("120 learning hours (24 taught), excludes hours of prior levels", 120),
        ("14 hours of content, delivered as 4 live sessions", 14),
    ],
)
def test_hours_of_learning_are_read_as_awarding_bodies_write_them(text: str, hours: float) -> None:
    assert read_learning_hours(text) == pytest.approx(hours)


@pytest.mark.parametrize(("text", "level"), [("2", 2), ("Level 3", 3), ("L5", 5), ("entry", 0), ("Entry level 3", 0)])
def test_a_level_is_read_in_its_spellings(text: str, level: int) -> None:
    assert read_level(text) == level


def test_a_rolling_start_is_any_day() -> None:
    assert read_starts("Roll-on roll-off") is None
    assert read_starts("2027-02-01; 2027-01-04") == (date(2027, 1, 4), date(2027, 2, 1))


@settings(max_examples=150)
@given(st.sampled_from([read_pounds, read_weeks, read_learning_hours, read_level, read_starts]), st.text(max_size=20))
def test_whatever_is_written_is_read_to_something_not_below_nothing_or_refused(read: Any, text: str) -> None:
    try:
        value = read(text)
    except RowError:
        return
    assert value is None or isinstance(value, tuple) or value >= 0


def test_our_columns_are_the_fields_of_a_course() -> None:
    assert set(COURSE_COLUMNS) == set(Course.model_fields) - {"place", "unlinked_gains"}


@pytest.mark.real_data
def test_all_234_items_of_the_prototype_land(store: Store, real_data: Path, tmp_path: Path) -> None:
    path = real_data / "care_workforce_pathway" / "dhsc_prototype_v4.json"
    context = context_in(tmp_path, store=store)
    first, again = import_courses(path, context, as_of=TODAY), import_courses(path, context, as_of=TODAY)
    assert (first.read, first.added, first.rejected) == (234, 234, 0)
    assert (again.unchanged, again.updated) == (234, 0)
    courses = store.courses()
    assert sum(course.learning_hours is not None for course in courses) == 226
    assert sum(course.level is not None for course in courses) >= 190
    assert sum(bool(course.gains) for course in courses) >= 200
    assert all(course.cost_gbp for course in courses)
