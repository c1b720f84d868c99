from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from storing import written

from matcher.domain import Place, PlacePrecision, Vacancy
from matcher.errors import NotFoundError
from matcher.store import Counts, Store
from strategies import vacancies

ROUND = Vacancy(
    id="V1",
    provider="Example Care",
    title="Home carer",
    place_kind="round",
    area="LS9; LS10",
    positions=5,
    essential_skills="personal care",
    shifts_all_required="sat-sun early",
    shifts_any_of="mon-fri 06:45-11:10",
    guaranteed_hours=16,
    contract="permanent",
    pay_min_gbp_per_hour=12.71,
    dbs_level="enhanced_barred",
    min_age=21,
    min_age_reason="the provider's insurance",
    closes=date(2026, 12, 24),
)

OFFICE = Place("LS9 7TF", 53.80688, -1.52036, 431684.0, 434616.0, PlacePrecision.POSTCODE)
DISTRICTS = Place("LS9, LS10", 53.79, -1.51, 432000.0, 433000.0, PlacePrecision.DISTRICT, 3.0)


def test_a_vacancy_comes_back_as_it_was_stored(store: Store) -> None:
    assert store.upsert_vacancies([ROUND]) == Counts(added=1)
    assert store.vacancy("V1") == ROUND


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(vacancy=vacancies())
def test_any_vacancy_comes_back_as_it_was_stored(store: Store, vacancy: Vacancy) -> None:
    sent = written(vacancy, "shifts_all_required", "shifts_any_of")
    with store.session() as session:
        session.execute(sa.text("DELETE FROM vacancies"))
    store.upsert_vacancies([sent])
    assert store.vacancy(sent.id) == sent


def test_a_record_that_does_not_say_how_many_positions_keeps_the_number(store: Store) -> None:
    store.upsert_vacancies([ROUND])
    assert store.upsert_vacancies([Vacancy(id="V1", title="Home carer")]) == Counts(unchanged=1)
    assert store.vacancy("V1").positions == 5


def test_a_vacancy_that_never_said_has_one_position(store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="V2")])
    assert store.vacancy("V2").positions == 1


@pytest.mark.parametrize(
    ("before", "after", "blanked"),
    [
        ({"opens": date(2026, 9, 1), "closes": date(2026, 10, 1)}, {"opens": date(2026, 11, 1)}, "closes"),
        ({"opens": date(2026, 9, 1), "closes": date(2026, 10, 1)}, {"closes": date(2026, 8, 1)}, "opens"),
        ({"hours_min": 10, "hours_max": 20}, {"hours_min": 30}, "hours_max"),
        ({"hours_min": 10, "hours_max": 20}, {"hours_max": 5}, "hours_min"),
        (
            {"pay_min_gbp_per_hour": 12.71, "pay_max_gbp_per_hour": 13},
            {"pay_min_gbp_per_hour": 14},
            "pay_max_gbp_per_hour",
        ),
    ],
)
def test_what_is_stored_gives_way_where_a_newer_record_contradicts_it(
    store: Store, before: dict[str, Any], after: dict[str, Any], blanked: str
) -> None:
    store.upsert_vacancies([Vacancy(id="V1", title="Carer", **before)])
    assert store.upsert_vacancies([Vacancy(id="V1", **after)]) == Counts(updated=1)
    assert store.vacancy("V1") == Vacancy(id="V1", title="Carer", **{**before, **after, blanked: None})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=vacancies(), after=vacancies())
def test_any_vacancy_updated_by_any_other_reads_back(store: Store, before: Vacancy, after: Vacancy) -> None:
    store.upsert_vacancies([before])
    store.upsert_vacancies([after.model_copy(update={"id": before.id})])
    assert store.vacancy(before.id).id == before.id


def test_a_kind_of_place_that_is_given_is_taken_and_a_blank_one_keeps_it(store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="V1", postcode="LS9 7TF", place=OFFICE, place_kind="site")])
    store.upsert_vacancies([Vacancy(id="V1", postcode="LS9 7TG", place=OFFICE)])
    assert store.vacancy("V1").place_kind == "site"
    assert store.upsert_vacancies([Vacancy(id="V1", place_kind="round")]) == Counts(updated=1)
    assert store.vacancy("V1").place_kind == "round"
    assert store.vacancy("V1").place == OFFICE


def test_a_vacancy_that_becomes_a_round_is_where_its_round_is(store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="V1", postcode="LS9 7TF", place=OFFICE)])
    store.upsert_vacancies(
        [Vacancy(id="V1", postcode="LS9 7TF", place_kind="round", area="LS9; LS10", place=DISTRICTS)]
    )
    assert store.vacancy("V1").place == DISTRICTS
    assert store.upsert_vacancies([Vacancy(id="V1", title="Carer", postcode="LS9 7TF", place=OFFICE)]) == Counts(
        updated=1
    )
    assert store.vacancy("V1").place == DISTRICTS


def test_vacancies_come_sorted_by_id_and_more_than_a_batch_of_them_too(store: Store) -> None:
    many = [Vacancy(id=f"V{n:04d}") for n in range(1_500)]
    assert store.upsert_vacancies(many[::-1]) == Counts(added=1_500)
    assert store.upsert_vacancies(many) == Counts(unchanged=1_500)
    assert store.vacancies() == many


def test_an_unknown_vacancy_is_not_found(store: Store) -> None:
    store.upsert_vacancies([ROUND])
    with pytest.raises(NotFoundError, match="No vacancy 'V2' is stored; alike are V1"):
        store.vacancy("V2")


def refuse_second_insert(*call: Any) -> None:
    if "SELECT" in call[2] and "V1400" in str(call[3]):
        raise RuntimeError("the power went")


def test_an_upsert_that_fails_leaves_nothing_behind(store: Store) -> None:
    sa.event.listen(store._engine, "before_cursor_execute", refuse_second_insert)
    many = [Vacancy(id=f"V{n:04d}") for n in range(1_500)]
    with pytest.raises(RuntimeError):
        store.upsert_vacancies(many)
    assert store.vacancies() == []
