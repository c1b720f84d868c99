"""What the demo data promises: fictional, complete across roles, uneven like a real caseload, and importable."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from matcher.domain import Provider
from matcher.geography import SectorGazetteer, parse_postcode
from matcher.importers import ImportContext, ImportSummary, run_import
from matcher.importers.candidates import CANDIDATE_COLUMNS
from matcher.importers.vacancies import VACANCY_COLUMNS
from matcher.likeness.normalise import normalise
from matcher.packaged import data_path
from matcher.store import Store
from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.text import link_title

DAY = date(2026, 11, 22)
FLOOR_GBP_PER_HOUR = 12.71
KINDS = ("providers", "vacancies", "candidates")

# The ranges that the regulator of telephones keeps free for drama.
DRAMA_NUMBER = re.compile(r"0113 496 0\d{3}|0191 498 0\d{3}|01632 960\d{3}|03069 990\d{3}|07700 900\d{3}")
ANY_NUMBER = re.compile(r"\b0[\d ]{8,}\d\b")
ANY_DOMAIN = re.compile(r"(?:@|https?://)([\w.-]+)")
SENTENCE_END = re.compile(r"[.?!](?=\s|$)")

Rows = list[dict[str, str]]


def rows_of(kind: str) -> Rows:
    with data_path("demo", f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def candidates() -> Rows:
    return rows_of("candidates")


@pytest.fixture(scope="module")
def vacancies() -> Rows:
    return rows_of("vacancies")


@pytest.fixture(scope="module")
def providers() -> Rows:
    return rows_of("providers")


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture(scope="module")
def summaries(tmp_path_factory: pytest.TempPathFactory, taxonomy: Taxonomy) -> dict[str, ImportSummary]:
    folder = tmp_path_factory.mktemp("demo")
    store = Store(f"sqlite:///{folder / 'demo.db'}")
    store.migrate()
    gazetteer = SectorGazetteer.load()
    return {
        kind: run_import(
            kind,
            data_path("demo", f"{kind}.csv"),
            ImportContext(store, taxonomy, gazetteer, rejects=folder / f"{kind}-rejected.csv"),
        )
        for kind in KINDS
    }


def listed(cell: str) -> Iterator[str]:
    return (name.strip() for name in cell.split(";") if name.strip())


def state(vacancy: dict[str, str]) -> str:
    if vacancy["closes"] and date.fromisoformat(vacancy["closes"]) < DAY:
        return "closed"
    return "ahead" if vacancy["opens"] and date.fromisoformat(vacancy["opens"]) > DAY else "open"


@pytest.mark.parametrize(("kind", "least"), [("providers", 64), ("vacancies", 160), ("candidates", 126)])
def test_there_are_enough_of_each_kind_and_no_id_twice(kind: str, least: int) -> None:
    ids = [row["id"] for row in rows_of(kind)]

    assert len(ids) >= least
    assert len(set(ids)) == len(ids)


def test_the_columns_are_those_that_a_person_sends_in(candidates: Rows, vacancies: Rows, providers: Rows) -> None:
    assert tuple(candidates[0]) == CANDIDATE_COLUMNS
    assert tuple(vacancies[0]) == VACANCY_COLUMNS
    assert set(providers[0]) == set(Provider.model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_imported(kind: str, summaries: dict[str, ImportSummary]) -> None:
    assert summaries[kind].rejected == 0
    assert summaries[kind].added == summaries[kind].read == len(rows_of(kind))


def test_every_role_family_has_a_vacancy(vacancies: Rows, taxonomy: Taxonomy) -> None:
    named = {taxonomy.role_family(row["role_family"]) for row in vacancies if row["role_family"]}

    assert named == set(taxonomy.role_families.values())


def test_a_vacancy_without_a_role_family_has_a_title_that_tells_it(vacancies: Rows, taxonomy: Taxonomy) -> None:
    silent = [row["title"] for row in vacancies if not row["role_family"]]
    linked = [link_title(title, taxonomy) for title in silent]

    assert silent
    assert all(occupation is not None and occupation.role_family for occupation in linked)


def test_titles_reach_nine_in_ten_of_the_care_occupations(vacancies: Rows, taxonomy: Taxonomy) -> None:
    care = {occupation.id for occupation in taxonomy.occupations.values() if occupation.role_family}
    linked = {occupation.id for row in vacancies if (occupation := link_title(row["title"], taxonomy))}

    assert len(linked & care) >= 0.9 * len(care)


def test_at_least_nineteen_in_twenty_skill_names_link_and_a_few_do_not(
    candidates: Rows, vacancies: Rows, taxonomy: Taxonomy
) -> None:
    cells = [row["skills"] for row in candidates]
    cells += [row[column] for row in vacancies for column in ("essential_skills", "optional_skills")]
    linked = [taxonomy.skill(name) is not None for cell in cells for name in listed(cell)]

    assert 0.95 * len(linked) <= sum(linked) < len(linked)


def test_every_postcode_resolves_with_what_ships(candidates: Rows, vacancies: Rows, providers: Rows) -> None:
    gazetteer = SectorGazetteer.load()
    postcodes = [row["postcode"] for row in (*candidates, *vacancies, *providers) if row["postcode"]]
    districts = [name for row in vacancies for name in listed(row["area"])]

    areas = {parse_postcode(gazetteer.locate(text).label).area for text in (*postcodes, *districts)}

    assert areas == {"LS", "WF", "BD", "DH", "DL", "SR", "TS"}


def test_much_is_blank_as_in_a_real_caseload(candidates: Rows) -> None:
    blanks = Counter(column for row in candidates for column, cell in row.items() if not cell)

    assert set(blanks) == set(CANDIDATE_COLUMNS) - {"id", "name"}
    assert sum(not any(list(row.values())[2:]) for row in candidates) == 2


def test_vacancies_leave_essential_skills_out_about_fifteen_times(vacancies: Rows) -> None:
    assert 12 <= sum(not row["essential_skills"] for row in vacancies) <= 20


def test_most_vacancies_are_open_on_the_demo_day_and_some_are_not(vacancies: Rows) -> None:
    states = Counter(state(row) for row in vacancies)

    assert states["open"] >= 150
    assert min(states["closed"], states["ahead"]) >= 3


def test_pay_is_under_the_legal_floor_only_where_it_is_explained_save_two_drafts(vacancies: Rows) -> None:
    low = [r for r in vacancies if r["pay_min_gbp_per_hour"] and float(r["pay_min_gbp_per_hour"]) < FLOOR_GBP_PER_HOUR]
    unexplained = [row for row in low if not row["pay_note"] and row["contract"] != "apprenticeship"]

    assert {row["pay_note"] for row in low} == {"", "sleep_in", "age_band"}
    assert len(unexplained) == 2


def test_every_vacancy_is_of_a_provider_of_the_demo(vacancies: Rows, providers: Rows) -> None:
    assert {row["provider"] for row in vacancies} <= {row["name"] for row in providers}


def test_no_description_is_used_twice_and_each_has_three_to_six_sentences(vacancies: Rows) -> None:
    descriptions = [row["description"] for row in vacancies]

    assert len(set(descriptions)) == len(descriptions)
    assert {len(SENTENCE_END.findall(text)) for text in descriptions} <= {3, 4, 5, 6}


@pytest.mark.parametrize("kind", KINDS)
def test_telephone_numbers_are_of_the_ranges_kept_for_drama(kind: str) -> None:
    numbers = [number for row in rows_of(kind) for cell in row.values() for number in ANY_NUMBER.findall(cell)]

    assert numbers
    assert [number for number in numbers if not DRAMA_NUMBER.fullmatch(number)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_addresses_on_the_web_lead_nowhere(kind: str) -> None:
    domains = [domain for row in rows_of(kind) for cell in row.values() for domain in ANY_DOMAIN.findall(cell)]

    assert domains
    assert [domain for domain in domains if not re.search(r"(^|\.)example\.(org|com)$", domain)] == []


@pytest.mark.real_data
def test_no_provider_bears_the_name_or_postcode_of_a_registered_one(providers: Rows, real_data: Path) -> None:
    names, postcodes = _registered(real_data)

    assert {normalise(row["name"]) for row in providers} & names == set()
    assert {normalise(row["organisation"]) for row in providers if row["organisation"]} & names == set()
    assert {row["postcode"] for row in providers} & postcodes == set()


def _registered(real_data: Path) -> tuple[set[str], set[str]]:
    """Names (normalised) of registered locations and organisations, and their postcodes."""
    with (real_data / "cqc" / "cqc_directory_2016_headerless.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    page = json.loads((real_data / "cqc" / "api_locations_page1.json").read_text(encoding="utf-8"))
    names = {row[0] for row in rows} | {row[9] for row in rows} | set(_values(page, "locationName"))
    return {normalise(name) for name in names}, {row[3] for row in rows} | set(_values(page, "postalCode"))


def _values(document: object, key: str) -> Iterator[str]:
    """All texts under a key, however deep."""
    if isinstance(document, dict):
        if isinstance(document.get(key), str):
            yield document[key]
        document = list(document.values())
    if isinstance(document, list):
        for part in document:
            yield from _values(part, key)
