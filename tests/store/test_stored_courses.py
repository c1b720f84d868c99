from datetime import date

import pytest
import sqlalchemy as sa

from matcher.domain import Course, Place, StartsWhen, StepKind
from matcher.errors import NotFoundError
from matcher.geography import SectorGazetteer
from matcher.store import Counts, Store
from matcher.store.tables import CourseRow

HOISTS = Course(
    id="MH1",
    label="Moving people safely",
    kind=StepKind.TRAIN,
    provider="Leeds Training",
    gains=("moving-and-handling", "hoisting"),
    unlinked_gains=("good backs",),
    qualification="moving-and-handling-certificate",
    prerequisites="role:care-worker 6 months | course:care-certificate; qualification:esol-1",
    starts_when=StartsWhen.IN_POST,
    level=2,
    duration_weeks=1,
    hours_per_week=6,
    cost_to_learner_gbp=0,
    cost_gbp=65,
    pay="hourly",
    pay_gbp_per_hour=12.71,
    min_age=16,
    max_age=60,
    nations="England; Wales",
    guaranteed_interview=False,
    starts=(date(2027, 1, 4), date(2027, 2, 1)),
    seats=12,
    source_date="2026-11",
    confidence="B",
)


def test_a_course_comes_back_as_it_was_stored(store: Store, sectors: SectorGazetteer) -> None:
    placed = HOISTS.model_copy(update={"postcode": "LS9 7TF", "place": sectors.locate("LS9 7TF")})
    assert store.upsert_courses([placed]) == Counts(added=1)
    assert store.course("MH1") == placed
    assert store.upsert_courses([placed]) == Counts(unchanged=1)


def test_a_course_of_which_little_is_known_comes_back_so(store: Store) -> None:
    bare = Course(id="X", label="A course", gains=())
    store.upsert_courses([bare])
    assert store.courses() == [bare]


def test_a_sparser_record_blanks_nothing_and_says_no_default(store: Store) -> None:
    store.upsert_courses([HOISTS])
    assert store.upsert_courses([Course(id="MH1", label="Moving people safely")]) == Counts(unchanged=1)
    assert store.course("MH1") == HOISTS


def test_new_skills_replace_the_words_that_fitted_none_of_the_old(store: Store) -> None:
    store.upsert_courses([HOISTS])
    store.upsert_courses([Course(id="MH1", label="Moving people safely", gains=("first-aid",))])
    stored = store.course("MH1")
    assert (stored.gains, stored.unlinked_gains) == (("first-aid",), ())


@pytest.mark.parametrize(
    ("change", "blanked"),
    [({"cost_gbp": 0}, None), ({"cost_to_learner_gbp": 99}, "cost_gbp"), ({"min_age": 70}, "max_age")],
)
def test_what_contradicts_a_newer_record_is_blanked_so_that_the_course_reads_back(
    store: Store, change: dict[str, float], blanked: str | None
) -> None:
    store.upsert_courses([HOISTS])
    store.upsert_courses([Course(id="MH1", label="Moving people safely", **change)])
    stored = store.course("MH1").model_dump()
    assert {name: stored[name] for name in change} == change
    assert blanked is None or stored[blanked] is None


def test_pay_that_is_no_longer_by_the_hour_takes_its_rate_along(store: Store) -> None:
    store.upsert_courses([HOISTS])
    store.upsert_courses([Course(id="MH1", label="Moving people safely", pay="post")])
    assert store.course("MH1").pay_gbp_per_hour is None


def test_courses_come_by_id_and_an_unknown_one_is_named(store: Store) -> None:
    store.upsert_courses([Course(id=name, label=name) for name in ("b", "B", "a")])
    assert [course.id for course in store.courses()] == ["B", "a", "b"]
    with pytest.raises(NotFoundError, match="No course 'c' is stored"):
        store.course("c")


def test_a_course_moves_with_a_better_gazetteer(store: Store, sectors: SectorGazetteer) -> None:
    store.upsert_courses([HOISTS.model_copy(update={"postcode": "LS9 7TF"})])
    assert store.refresh_places(sectors) == 1
    assert store.course("MH1").place == sectors.locate("LS9 7TF")


def test_every_field_of_a_course_has_its_columns() -> None:
    columns = {column.name for column in sa.inspect(CourseRow).columns}
    place = {f"place_{field}" for field in Place.__dataclass_fields__}
    assert columns == (set(Course.model_fields) - {"place"}) | place
