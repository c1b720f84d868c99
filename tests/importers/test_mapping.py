import json
from pathlib import Path

import pytest
from importing import context_in, write

from matcher.errors import FileError, InputError
from matcher.importers.candidates import CANDIDATE_COLUMNS, import_candidates
from matcher.importers.column_names import SYNONYMS
from matcher.importers.mapping import load_columns, preview, suggest_columns
from matcher.importers.vacancies import VACANCY_COLUMNS
from matcher.likeness import normalise

ADVISORS_SHEET = [
    "Ref No", "Full Name", "Mobile Number", "Home Postcode", "Age", "Last job", "Industry", "Key Skills",
    "Travel time (mins)", "Own car?", "Full UK driving licence?", "DBS", "Right to work in UK", "Earliest start date",
    "Availability", "Comments",
]  # fmt: skip


def test_an_advisors_own_headings_are_recognised() -> None:
    assert suggest_columns(ADVISORS_SHEET, "candidates") == {
        "id": "Ref No",
        "name": "Full Name",
        "contact": "Mobile Number",
        "postcode": "Home Postcode",
        "age_band": "Age",
        "prior_occupation": "Last job",
        "prior_sector": "Industry",
        "skills": "Key Skills",
        "about": "Comments",
        "max_travel_minutes": "Travel time (mins)",
        "driving_licence": "Full UK driving licence?",
        "vehicle": "Own car?",
        "shifts": "Availability",
        "dbs_status": "DBS",
        "right_to_work": "Right to work in UK",
        "available_from": "Earliest start date",
    }


def test_a_providers_own_headings_are_recognised() -> None:
    header = [
        "Vacancy Ref",
        "Employer",
        "Job Title",
        "Closing Date",
        "Hourly rate (£)",
        "Hours per week",
        "DBS required",
    ]
    assert suggest_columns(header, "vacancies") == {
        "id": "Vacancy Ref",
        "provider": "Employer",
        "title": "Job Title",
        "hours_min": "Hours per week",
        "pay_min_gbp_per_hour": "Hourly rate (£)",
        "dbs_level": "DBS required",
        "closes": "Closing Date",
    }


@pytest.mark.parametrize("heading", ["Gender", "Ethnicity", "Religion", "Disability", "Favourite colour", "", "???"])
@pytest.mark.parametrize("kind", ["candidates", "vacancies"])
def test_what_is_like_nothing_of_ours_is_left_out(heading: str, kind: str) -> None:
    assert suggest_columns([heading], kind) == {}


@pytest.mark.parametrize(("kind", "columns"), [("candidates", CANDIDATE_COLUMNS), ("vacancies", VACANCY_COLUMNS)])
def test_our_own_columns_are_suggested_for_themselves(kind: str, columns: tuple[str, ...]) -> None:
    assert suggest_columns(columns[::-1], kind) == {name: name for name in columns}


def test_each_of_the_files_columns_is_used_once() -> None:
    suggested = suggest_columns(["Postcode", "Home postcode", "Post code"], "candidates")
    assert suggested == {"postcode": "Postcode"}


@pytest.mark.parametrize("kind", ["candidates", "vacancies"])
def test_synonyms_are_normalised_and_of_columns_that_exist(kind: str) -> None:
    columns = {"candidates": CANDIDATE_COLUMNS, "vacancies": VACANCY_COLUMNS}[kind]
    assert set(SYNONYMS[kind]) <= set(columns)
    assert all(normalise(name) == name for names in SYNONYMS[kind].values() for name in names)


@pytest.mark.parametrize("kind", ["candidates", "vacancies"])
def test_no_heading_is_a_synonym_of_two_columns(kind: str) -> None:
    owners: dict[str, set[str]] = {}
    for column, names in SYNONYMS[kind].items():
        for name in names:
            owners.setdefault(name, set()).add(column)
    assert {name: columns for name, columns in owners.items() if len(columns) > 1} == {}


def test_a_kind_without_columns_names_those_with() -> None:
    with pytest.raises(InputError, match="candidates, vacancies"):
        suggest_columns(["id"], "postcodes")


def test_a_preview_shows_the_first_rows_as_they_would_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "Ref;Home postcode;Colour\n" + "".join(f"A{n};LS9 7TF;blue\n" for n in range(9)))
    shown = preview(path, "candidates", {"id": "Ref", "postcode": "Home postcode"}, n=2)
    assert shown.rows == ({"id": "A0", "postcode": "LS9 7TF"}, {"id": "A1", "postcode": "LS9 7TF"})
    assert shown.header == ("Ref", "Home postcode", "Colour")
    assert (shown.columns, shown.unread) == ({"id": "Ref", "postcode": "Home postcode"}, ("Colour",))


def test_a_preview_needs_no_id_yet_and_passes_over_rows_that_cannot_be_read(tmp_path: Path) -> None:
    shown = preview(write(tmp_path, "Ref,Postcode\nA1,LS9,stray\nA2,LS9\n"), "candidates", {})
    assert shown.rows == ({"postcode": "LS9"},)


def test_a_suggested_mapping_imports_the_sheet_it_was_made_for(tmp_path: Path) -> None:
    path = write(
        tmp_path, ",".join(ADVISORS_SHEET) + "\nA1,Ann,,LS9 7TF,34,Shop manager,Retail,,45,No,Yes,none,Yes,asap,,\n"
    )
    columns = suggest_columns(ADVISORS_SHEET, "candidates")
    context = context_in(tmp_path, columns=columns)
    assert import_candidates(path, context).added == 1
    assert context.store.candidate("A1").vehicle is False


def saved(folder: Path, content: object) -> Path:
    return write(folder, content if isinstance(content, str) else json.dumps(content), "map.json")


def test_a_mapping_is_read_from_its_file(tmp_path: Path) -> None:
    path = saved(tmp_path, {"id": "Ref", "postcode": "Home postcode"})
    assert load_columns(path, "candidates") == {"id": "Ref", "postcode": "Home postcode"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{nonsense", "cannot be read as JSON"),
        (["id"], "has to map our columns"),
        ({"id": 7}, "has to map our columns"),
        ({"postcod": "Home postcode"}, "did you mean 'postcode'"),
        ({"Home postcode": "postcode"}, "the wrong way round"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_what_to_write(tmp_path: Path, content: object, words: str) -> None:
    with pytest.raises(FileError, match=words):
        load_columns(saved(tmp_path, content), "candidates")


def test_a_missing_mapping_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no file"):
        load_columns(tmp_path / "none.json", "candidates")


def test_a_mapping_to_a_column_that_is_not_there_lists_the_ones_that_are(tmp_path: Path) -> None:
    path = write(tmp_path, "Ref,Home postcode\nA1,LS9\n")
    with pytest.raises(FileError, match=r"reads id from a column 'Reference'.*It has: Ref, Home postcode"):
        import_candidates(path, context_in(tmp_path, columns={"id": "Reference"}))


def test_a_mapping_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be read as JSON"):
        load_columns(write(tmp_path, "[" * 100_000), "candidates")
