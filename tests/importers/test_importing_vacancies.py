import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import RememberingStore, context_in, sheet, write

from matcher.domain import Contract, DbsLevel, PlaceKind, PlacePrecision, Vacancy, format_shifts
from matcher.domain.pay_floor import is_draft
from matcher.errors import FileError
from matcher.geography import SectorGazetteer, area_place, distance_km
from matcher.importers.remarks import day_judged
from matcher.importers.vacancies import VACANCY_COLUMNS, import_vacancies
from matcher.store import Store

TODAY = date(2026, 11, 22)
FULL = {
    "id": "V001",
    "provider": "Example Care",
    "title": "Care Assistant - Nights",
    "description": "Caring for people.",
    "role_family": "care worker",
    "place_kind": "Care home",
    "postcode": "LS9 7TF",
    "positions": "2",
    "essential_skills": "personal care; juggling",
    "optional_skills": "food hygiene",
    "shifts_all_required": "mon-sun waking night",
    "shifts_any_of": "sat-sun early",
    "hours_min": "20",
    "hours_max": "38.5",
    "guaranteed_hours": "20",
    "contract": "Perm",
    "pay_min_gbp_per_hour": "£12.71 per hour",
    "pay_max_gbp_per_hour": "13.50",
    "dbs_level": "Enhanced with barred list",
    "driving_licence": "not required",
    "vehicle": "no",
    "min_age": "18+",
    "experience_months": "6 months",
    "qualification": "Care Certificate",
    "contact": "jobs@example.org",
    "apply_url": "https://example.org/jobs/1",
    "opens": "2026-11-01",
    "closes": "31/12/2026",
}


def imported(folder: Path, *rows: dict[str, str], **given: Any) -> tuple[Any, RememberingStore]:
    context = context_in(folder, **given)
    return import_vacancies(write(folder, sheet(*rows)), context, as_of=TODAY), context.store


def landed(folder: Path, **cells: str) -> Vacancy:
    _, store = imported(folder, {"id": "V1", **cells})
    vacancy = store.records["V1"]
    assert isinstance(vacancy, Vacancy)
    return vacancy


def rejected_reason(folder: Path, **cells: str) -> str:
    summary, store = imported(folder, {"id": "good"}, {"id": "bad", **cells})
    assert (summary.read, summary.added, summary.rejected) == (2, 1, 1)
    assert set(store.records) == {"good"}
    with Path(summary.rejects).open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    return str(row["reason"])


def test_a_full_row_lands_with_every_field_read(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, FULL)
    assert (summary.read, summary.added, summary.format) == (1, 1, "csv")
    post = store.records["V001"]
    assert (post.occupation, post.role_family) == ("night-care-assistant", "care-worker")
    assert (post.place_kind, post.place.label, post.positions) == (PlaceKind.SITE, "LS9 7TF", 2)
    assert (post.essential_skills, post.unlinked_skills) == (("personal-care",), ("juggling",))
    assert post.optional_skills == ("food-hygiene",)
    assert format_shifts(post.shifts_all_required) == "mon-sun waking_night"
    assert (post.contract, post.dbs_level) == (Contract.PERMANENT, DbsLevel.ENHANCED_BARRED)
    assert (post.pay_min_gbp_per_hour, post.pay_max_gbp_per_hour) == (12.71, 13.5)
    assert (post.driving_licence, post.vehicle, post.min_age) == (False, False, 18)
    assert (post.experience_months, post.qualification) == (6, "care-certificate")
    assert (post.opens, post.closes) == (date(2026, 11, 1), date(2026, 12, 31))


def test_a_vacancy_with_nothing_but_an_id_lands_with_one_position(tmp_path: Path) -> None:
    post = landed(tmp_path)
    said = post.model_dump(exclude={"id", "positions", "unlinked_skills"})
    assert set(said.values()) == {None}
    assert post.positions == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"positions": "0"}, ["positions 0", "at least one position"]),
        ({"positions": "two"}, ["positions 'two'", "whole number"]),
        ({"opens": "2026-12-01", "closes": "2026-11-01"}, ["closes 2026-11-01 is before opens 2026-12-01", "swap"]),
        ({"min_age": "21"}, ["min_age 21", "has no reason", "min_age_reason"]),
        ({"min_age": "5"}, ["min_age '5'", "cannot be less than 13"]),
        ({"pay_min_gbp_per_hour": "24,000"}, ["pay_min_gbp_per_hour", "pay for a year", "12.27"]),
        ({"pay_max_gbp_per_hour": "13 per annum"}, ["pay_max_gbp_per_hour", "cannot be pay for a year", "13.00"]),
        ({"pay_min_gbp_per_hour": "14", "pay_max_gbp_per_hour": "13"}, ["14 is above", "swap"]),
        ({"pay_note": "because"}, ["pay_note 'because'", "sleep_in, age_band, apprentice"]),
        ({"postcode": "LS9 7TFF"}, ["postcode", "Did you mean LS9 7TF?"]),
        ({"area": "LS9; ZZ9"}, ["area", "'ZZ9' was not found"]),
        ({"area": ";"}, ["area ';'", "such as LS9; LS10"]),
        ({"contract": "full time"}, ["contract 'full time'", "zero_hours"]),
        ({"place_kind": "moon"}, ["place_kind 'moon'", "live_in"]),
        ({"dbs_level": "gold"}, ["dbs_level 'gold'", "enhanced_barred"]),
        ({"shifts_any_of": "mon 25:00-26:00"}, ["shifts_any_of", "not a time of day"]),
        ({"apply_url": "javascript:alert(1)"}, ["apply_url", "https://"]),
        ({"closes": "soon"}, ["closes 'soon'", "14/12/2026"]),
        ({"hours_min": "40", "hours_max": "20"}, ["hours_min 40 is above hours_max 20"]),
    ],
)
def test_a_bad_cell_comes_back_with_its_value_its_column_and_the_remedy(
    tmp_path: Path, cells: dict[str, str], words: list[str]
) -> None:
    reason = rejected_reason(tmp_path, **cells)
    assert all(word in reason for word in words), reason
    assert "\n" not in reason


def test_a_minimum_age_with_a_reason_lands(tmp_path: Path) -> None:
    assert landed(tmp_path, min_age="21", min_age_reason="insurance of the minibus").min_age == 21


def test_of_rows_with_one_id_the_later_is_rejected_naming_the_first(tmp_path: Path) -> None:
    summary, _ = imported(tmp_path, {"id": "V1"}, {"id": "V1"})
    assert (summary.added, summary.rejected) == (1, 1)
    assert "id 'V1' is that of row 2 already" in (tmp_path / "rejects.csv").read_text(encoding="utf-8")


def test_pay_below_the_legal_floor_lands_and_is_counted(tmp_path: Path) -> None:
    summary, store = imported(
        tmp_path,
        {"id": "low", "pay_min_gbp_per_hour": "12.70"},
        {"id": "enough", "pay_min_gbp_per_hour": "12.71"},
        {"id": "sleep_in", "pay_min_gbp_per_hour": "8", "pay_note": "sleep-in"},
        {"id": "apprentice", "pay_min_gbp_per_hour": "8.00", "contract": "apprentice"},
        {"id": "then", "pay_min_gbp_per_hour": "8.72", "closes": "2020-11-30"},
    )
    assert (summary.added, summary.rejected) == (5, 0)
    assert set(store.records) == {"low", "enough", "sleep_in", "apprentice", "then"}
    assert any("less than the legal floor: 1," in note for note in summary.notes)


def test_a_vacancy_without_essential_skills_lands_and_the_summary_says_so(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, {"id": "V1", "title": "Care assistant"})
    assert store.records["V1"].essential_skills is None
    assert any(note.startswith("Without essential skills that the taxonomy knows: 1") for note in summary.notes)


def test_needs_of_which_none_is_known_stay_unsaid_and_are_kept_as_written(tmp_path: Path) -> None:
    post = landed(tmp_path, essential_skills="juggling")
    assert (post.essential_skills, post.unlinked_skills) == (None, ("juggling",))


def test_a_round_lies_in_the_middle_of_its_districts_and_reaches_them_all(tmp_path: Path) -> None:
    post = landed(tmp_path, title="Home care assistant", place_kind="home care round", area="LS9; LS10", postcode="LS1")
    gazetteer = SectorGazetteer.load()
    assert (post.area, post.place_kind) == (("LS9", "LS10"), PlaceKind.ROUND)
    assert (post.place.precision, post.place.label) == (PlacePrecision.DISTRICT, "LS9; LS10")
    assert post.place.country == "England"
    for name in post.area:
        part = gazetteer.locate(name)
        km = distance_km(post.place.easting_m, post.place.northing_m, part.easting_m, part.northing_m)
        assert km + part.radius_km <= post.place.radius_km + 0.01


def test_the_middle_of_a_round_does_not_depend_on_the_order_of_its_districts() -> None:
    gazetteer = SectorGazetteer.load()
    there, back = area_place(("LS9", "LS10", "LS11"), gazetteer), area_place(("LS11", "LS9", "LS10"), gazetteer)
    assert (there.easting_m, there.northing_m, there.radius_km) == (back.easting_m, back.northing_m, back.radius_km)


def test_a_round_with_one_bad_district_says_which_and_suggests(tmp_path: Path) -> None:
    assert "area: 'ZZ9' was not found" in rejected_reason(tmp_path, area="LS9 and ZZ9")


def test_districts_without_a_postcode_or_a_kind_make_a_round(tmp_path: Path) -> None:
    assert landed(tmp_path, area="LS9, LS10").place_kind is PlaceKind.ROUND


def test_a_site_that_also_names_an_area_stays_at_its_postcode(tmp_path: Path) -> None:
    post = landed(tmp_path, place_kind="site", postcode="LS9 7TF", area="LS9; LS10")
    assert (post.place.label, post.area) == ("LS9 7TF", ("LS9", "LS10"))


def test_an_unknown_role_family_is_kept_as_written_and_noted(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, {"id": "V1", "role_family": "stargazing"})
    assert store.records["V1"].role_family == "stargazing"
    assert any("'stargazing' (1)" in note for note in summary.notes)


def test_the_role_family_follows_from_the_title_where_none_is_given(tmp_path: Path) -> None:
    assert landed(tmp_path, title="Care assistant").role_family == "care-worker"


def test_a_header_without_an_id_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="has no column 'id'"):
        import_vacancies(write(tmp_path, "title\nCook\n"), context_in(tmp_path))


def test_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="csv, json or auto"):
        import_vacancies(write(tmp_path, "id\nV1\n"), context_in(tmp_path, format="xlsx"))


def test_importing_again_changes_nothing_in_a_real_database(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'carematch.db'}")
    store.migrate()
    rows = (FULL, {"id": "V2", "place_kind": "round", "area": "LS9; LS10"}, {"id": "V3", "positions": "0"})
    path = write(tmp_path, sheet(*rows))
    first, again = (import_vacancies(path, context_in(tmp_path, store=store), as_of=TODAY) for _ in range(2))
    assert (first.added, first.rejected) == (2, 1)
    assert (again.added, again.updated, again.unchanged, again.rejected) == (0, 0, 2, 1)


@pytest.mark.parametrize(
    ("opens", "closes", "judged"),
    [
        (None, None, TODAY),
        (date(2027, 1, 1), None, date(2027, 1, 1)),
        (date(2020, 10, 1), date(2020, 11, 1), date(2020, 11, 1)),
    ],
)
def test_pay_is_judged_on_the_day_a_vacancy_is_open(opens: date | None, closes: date | None, judged: date) -> None:
    assert day_judged(opens, closes, TODAY) == judged


def test_pay_that_is_not_known_is_not_under_the_floor() -> None:
    assert not is_draft(Vacancy(id="V1"), TODAY)


CELLS = {
    "postcode": ["", "LS9 7TF", "ZZ9 9ZZ"],
    "area": ["", "LS9; LS10", "nowhere"],
    "positions": ["", "1", "0", "many"],
    "min_age": ["", "18", "21"],
    "min_age_reason": ["", "a law"],
    "opens": ["", "2026-11-01"],
    "closes": ["", "2026-10-01", "2027-01-01", "soon"],
    "pay_min_gbp_per_hour": ["", "5", "12.71", "24000"],
    "essential_skills": ["", "personal care", "juggling"],
    "title": ["", "Care assistant", "=SUM(A1)"],
}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"id": st.sampled_from(["", "V1", "V2", "V3", "V4"])}
            | {name: st.sampled_from(cells) for name, cells in CELLS.items()}
        ),
        min_size=1,
        max_size=10,
    )
)
def test_every_row_read_is_landed_or_handed_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("mixed")
    context = context_in(folder)
    summary = import_vacancies(write(folder, sheet(*rows)), context, as_of=TODAY)
    sent = [row for row in rows if any(row.values())]
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected == len(sent)
    returned = []
    if summary.rejects is not None:
        with Path(summary.rejects).open(encoding="utf-8", newline="") as file:
            returned = [row["id"] for row in csv.DictReader(file)]
    assert len(returned) == summary.rejected
    assert sorted([*returned, *context.store.records]) == sorted(row["id"] for row in sent)


def test_the_columns_are_those_that_are_promised() -> None:
    promised = """id, provider, title, description, role_family, place_kind, postcode, area, positions,
    essential_skills, optional_skills, shifts_all_required, shifts_any_of, hours_min, hours_max, guaranteed_hours,
    contract, pay_min_gbp_per_hour, pay_max_gbp_per_hour, pay_note, dbs_level, driving_licence, vehicle, min_age,
    min_age_reason, registration, experience_months, qualification, contact, apply_url, opens, closes"""
    assert tuple(name.strip() for name in promised.split(",")) == VACANCY_COLUMNS
