import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import RememberingStore, context_in, sheet, write

from matcher.domain import (
    AgeBand,
    DbsStatus,
    PlacePrecision,
    RightToWork,
    TravelMode,
    format_evidence,
    format_shifts,
)
from matcher.errors import FileError
from matcher.importers.candidates import CANDIDATE_COLUMNS, import_candidates
from matcher.importers.landing import CHUNK_ROWS
from matcher.store import Store

FULL = {
    "id": "C001",
    "name": "Ann Example",
    "contact": "ann@example.org",
    "postcode": "ls9 7tf",
    "age_band": "21+",
    "prior_occupation": "shop manager",
    "prior_sector": "Shops and wholesale; 87",
    "experience_months": "2 years",
    "skills": "customer service; Food hygiene; juggling",
    "qualifications": "Care Certificate",
    "registrations": "none",
    "about": "Cared for my mother.",
    "max_travel_minutes": "45 mins",
    "travel_mode": "public transport",
    "driving_licence": "Full UK licence",
    "vehicle": "no",
    "shifts": "mon-fri early; sat 14:00-22:00",
    "hours_min": "16",
    "hours_max": "30 hours",
    "pay_min_gbp_per_hour": "£12.71",
    "dbs_status": "enhanced with barred list",
    "right_to_work": "Yes",
    "available_from": "01/12/2026",
}


def imported(folder: Path, *rows: dict[str, str], **given: Any) -> tuple[Any, RememberingStore]:
    context = context_in(folder, **given)
    return import_candidates(write(folder, sheet(*rows)), context), context.store


def rejected_reason(folder: Path, **cells: str) -> str:
    """The reason why the second of three rows came back."""
    good = {"id": "before"}, {"id": "after"}
    summary, store = imported(folder, good[0], {"id": "bad", **cells}, good[1])
    assert (summary.read, summary.added, summary.rejected) == (3, 2, 1)
    assert set(store.records) == {"before", "after"}
    with Path(summary.rejects).open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["row_number"], row["id"]) == ("3", "bad")
    assert "\n" not in row["reason"]
    return str(row["reason"])


def test_a_full_row_lands_with_every_field_read(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, FULL)
    assert (summary.read, summary.added, summary.rejected, summary.rejects) == (1, 1, 0, None)
    someone = store.candidate("C001")
    assert (someone.postcode, someone.place.precision) == ("LS9 7TF", PlacePrecision.SECTOR)
    assert (someone.age_band, someone.travel_mode) == (AgeBand.FROM_21, TravelMode.BUS)
    assert (someone.prior_occupation, someone.prior_sector[0]) == ("shop-manager", "retail")
    assert (someone.skills, someone.unlinked_skills) == (("customer-service", "food-hygiene"), ("juggling",))
    assert (someone.qualifications, someone.registrations) == (("care-certificate",), ())
    assert (someone.experience_months, someone.max_travel_minutes) == (24, 45)
    assert (someone.driving_licence, someone.vehicle) == (True, False)
    assert format_shifts(someone.shifts) == "mon-fri early; sat 14:00-22:00"
    assert (someone.hours_min, someone.hours_max, someone.pay_min_gbp_per_hour) == (16, 30, 12.71)
    assert (someone.dbs_status, someone.right_to_work) == (DbsStatus.HELD_ENHANCED_BARRED, RightToWork.UNLIMITED)
    assert someone.available_from.isoformat() == "2026-12-01"


def test_name_and_contact_go_to_the_person_only(tmp_path: Path) -> None:
    _, store = imported(tmp_path, FULL)
    assert (store.person("C001").name, store.person("C001").contact) == ("Ann Example", "ann@example.org")
    assert "Ann" not in store.candidate("C001").model_dump_json()
    assert "example.org" not in store.candidate("C001").model_dump_json()


def test_a_candidate_with_nothing_but_an_id_lands_as_unknown_in_everything(tmp_path: Path) -> None:
    _, store = imported(tmp_path, {"id": "C1"})
    said = store.candidate("C1").model_dump(exclude={"id", "unlinked_skills", "skill_evidence"})
    assert set(said.values()) == {None}


def test_a_blank_id_is_refused(tmp_path: Path) -> None:
    summary, _ = imported(tmp_path, {"id": "", "name": "Ann"})
    assert summary.rejected == 1
    assert "id is blank" in (tmp_path / "rejects.csv").read_text(encoding="utf-8")


def test_of_rows_with_one_id_the_later_is_rejected_naming_the_first(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, {"id": "C1", "about": "first"}, {"id": "C2"}, {"id": "C1", "about": "later"})
    assert (summary.added, summary.rejected) == (2, 1)
    assert store.candidate("C1").about == "first"
    assert "id 'C1' is that of row 2 already" in (tmp_path / "rejects.csv").read_text(encoding="utf-8")


def test_an_id_whose_first_row_was_rejected_is_free_again(tmp_path: Path) -> None:
    summary, _ = imported(tmp_path, {"id": "C1", "vehicle": "perhaps"}, {"id": "C1", "vehicle": "yes"})
    assert (summary.added, summary.rejected) == (1, 1)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"postcode": "LS9 7TFF"}, ["postcode", "'LS9 7TFF'", "Did you mean LS9 7TF?"]),
        ({"postcode": "ZZ9 9ZZ"}, ["postcode", "'ZZ9 9ZZ' was not found"]),
        ({"postcode": "JE2 3AB"}, ["postcode", "Jersey"]),
        ({"postcode": "GY1 1FH"}, ["postcode", "Guernsey"]),
        ({"postcode": "IM1 1AA"}, ["postcode", "Isle of Man"]),
        ({"age_band": "01/02/1990"}, ["age_band '01/02/1990'", "date of birth, which is not kept"]),
        ({"experience_months": "ages"}, ["experience_months 'ages'", "number of months"]),
        ({"max_travel_minutes": "far"}, ["max_travel_minutes 'far'", "number of minutes"]),
        ({"travel_mode": "teleport"}, ["travel_mode 'teleport'", "walk, cycle, bus, car"]),
        ({"skills": "cooking [practised 2019-13]"}, ["skills", "'cooking: practised 2019-13'", "no month 13"]),
        ({"skill_evidence": "cooking: 2019"}, ["skill_evidence", "'cooking: 2019'", "practised, certified, studied"]),
        ({"driving_licence": "maybe"}, ["driving_licence 'maybe'", "yes or no"]),
        ({"shifts": "mon-fri erly"}, ["shifts", "erly", "mon-fri early"]),
        ({"hours_min": "16-24"}, ["hours_min '16-24'", "hours_min and hours_max"]),
        ({"hours_min": "30", "hours_max": "16"}, ["hours_min 30 is above hours_max 16"]),
        ({"hours_min": "300"}, ["hours_min '300.0'", "cannot be more than 168"]),
        ({"pay_min_gbp_per_hour": "24000"}, ["pay_min_gbp_per_hour", "pay for a year", "12.27"]),
        ({"pay_min_gbp_per_hour": "12.50 a year"}, ["pay_min_gbp_per_hour", "cannot be pay for a year", "12.50"]),
        ({"dbs_status": "gold"}, ["dbs_status 'gold'", "held_enhanced_barred"]),
        ({"right_to_work": "maybe"}, ["right_to_work 'maybe'", "limited_hours"]),
        ({"available_from": "31/02/2026"}, ["available_from '31/02/2026'", "no such day"]),
    ],
)
def test_a_bad_cell_comes_back_with_its_value_its_column_and_the_remedy(
    tmp_path: Path, cells: dict[str, str], words: list[str]
) -> None:
    reason = rejected_reason(tmp_path, **cells)
    assert all(word in reason for word in words), reason


def test_a_partial_postcode_lands_as_approximate(tmp_path: Path) -> None:
    _, store = imported(tmp_path, {"id": "C1", "postcode": "LS9"})
    assert store.candidate("C1").place.precision is PlacePrecision.DISTRICT
    assert store.candidate("C1").place.is_approximate


def test_coordinates_place_a_candidate_without_a_postcode(tmp_path: Path) -> None:
    _, store = imported(tmp_path, {"id": "C1", "postcode": "53.7954, -1.5172"})
    assert store.candidate("C1").postcode is None
    assert store.candidate("C1").place.precision is PlacePrecision.POINT


def test_unknown_skills_never_reject_and_the_summary_counts_the_most_frequent(tmp_path: Path) -> None:
    rows = [{"id": f"C{n}", "skills": f"juggling; trick {n}"} for n in range(12)]
    summary, store = imported(tmp_path, *rows)
    assert summary.added == 12
    assert store.candidate("C0").unlinked_skills == ("juggling", "trick 0")
    (note,) = [note for note in summary.notes if note.startswith("Skills")]
    assert ": 24; most often 'juggling' (12), 'trick 0' (1)" in note
    assert note.count("'") == 20


def test_skills_of_which_none_is_known_stay_unknown_not_none(tmp_path: Path) -> None:
    _, store = imported(tmp_path, {"id": "C1", "skills": "juggling"}, {"id": "C2", "skills": "none"})
    assert store.candidate("C1").skills is None
    assert store.candidate("C2").skills == ()


def test_commas_separate_skills_where_semicolons_were_forgotten(tmp_path: Path) -> None:
    _, store = imported(tmp_path, {"id": "C1", "skills": "customer service, juggling, food hygiene"})
    assert store.candidate("C1").skills == ("customer-service", "food-hygiene")
    assert store.candidate("C1").unlinked_skills == ("juggling",)


def test_evidence_is_read_from_brackets_and_from_a_column_of_its_own(tmp_path: Path) -> None:
    row = {
        "id": "C1",
        "skills": "personal care [practised 2024], cooking; driving [manual]",
        "skill_evidence": "first aid: certified 05/2023; juggling: studied 2020",
    }
    summary, store = imported(tmp_path, row)
    someone = store.candidate("C1")
    assert (summary.added, summary.rejected) == (1, 0)
    assert someone.skills == ("personal-care", "cooking", "first-aid")
    assert someone.unlinked_skills == ("driving [manual]", "juggling")
    assert [format_evidence(shown) for shown in someone.skill_evidence] == [
        "first-aid: certified 2023-05", "juggling: studied 2020-12", "personal-care: practised 2024-12",
    ]  # fmt: skip


def test_where_commas_separate_skills_brackets_belong_to_the_last(tmp_path: Path) -> None:
    _, store = imported(tmp_path, {"id": "C1", "skills": "customer service, food hygiene [certified 2023]"})
    assert store.candidate("C1").skills == ("customer-service", "food-hygiene")
    assert [shown.skill for shown in store.candidate("C1").skill_evidence] == ["food-hygiene"]


def test_an_occupation_the_taxonomy_does_not_know_is_kept_as_written(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, {"id": "C1", "prior_occupation": "lion tamer of note"})
    assert store.candidate("C1").prior_occupation == "lion tamer of note"
    assert any("lion tamer of note" in note for note in summary.notes)


def test_columns_that_are_none_of_ours_are_named_and_not_kept(tmp_path: Path) -> None:
    summary, store = imported(tmp_path, {"id": "C1", "Ethnicity": "private", "Date of birth": "1990-01-01"})
    assert "'Ethnicity', 'Date of birth'" in summary.notes[0]
    assert "private" not in store.candidate("C1").model_dump_json()


def test_a_mapped_file_gives_its_rejects_back_in_its_own_columns(tmp_path: Path) -> None:
    path = write(tmp_path, "Ref,Own car?,Colour\nA1,perhaps,blue\nA2,yes,red\n")
    context = context_in(tmp_path, columns={"id": "Ref", "vehicle": "Own car?"})
    summary = import_candidates(path, context)
    assert (summary.added, summary.rejected) == (1, 1)
    header, row = (tmp_path / "rejects.csv").read_text(encoding="utf-8").splitlines()
    assert header == "row_number,reason,Ref,Own car?,Colour"
    assert row.endswith("A1,perhaps,blue")


def test_a_file_without_an_id_column_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="has no column 'id'"):
        import_candidates(write(tmp_path, "name,postcode\nAnn,LS9 7TF\n"), context_in(tmp_path))


def test_rows_land_in_chunks(tmp_path: Path) -> None:
    rows = "".join(f"C{n}\n" for n in range(2 * CHUNK_ROWS + 1))
    context = context_in(tmp_path)
    assert import_candidates(write(tmp_path, f"id\n{rows}"), context).added == 2 * CHUNK_ROWS + 1
    assert context.store.chunks == [CHUNK_ROWS, CHUNK_ROWS, 1]


def test_importing_again_changes_nothing_in_a_real_database(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'carematch.db'}")
    store.migrate()
    path = write(tmp_path, sheet(FULL, {"id": "C002", "postcode": "LS9"}, {"id": "C003", "vehicle": "perhaps"}))
    first, again = (import_candidates(path, context_in(tmp_path, store=store)) for _ in range(2))
    assert (first.added, first.unchanged, first.rejected) == (2, 0, 1)
    assert (again.added, again.updated, again.unchanged, again.rejected) == (0, 0, 2, 1)
    assert store.person("C001").name == "Ann Example"


CELLS = {
    "postcode": ["", "LS9 7TF", "LS9", "ZZ9 9ZZ", "JE2 3AB", "nonsense"],
    "vehicle": ["", "yes", "no", "perhaps"],
    "skills": ["", "none", "customer service; juggling", "x,y", "=cmd()"],
    "shifts": ["", "mon-fri early", "whenever it rains"],
    "pay_min_gbp_per_hour": ["", "12.71", "24000", "lots", "-1"],
    "hours_min": ["", "16", "300"],
    "hours_max": ["", "30", "8"],
    "available_from": ["", "asap", "01/12/2026", "31/02/2026"],
    "dbs_status": ["", "none", "gold"],
    "name": ["", "Ann", "=1+1", '"quoted", with comma', "two\nlines"],
}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"id": st.sampled_from(["", "C1", "C2", "C3", "C4", "+C5"])}
            | {name: st.sampled_from(cells) for name, cells in CELLS.items()}
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_row_read_is_landed_or_handed_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("mixed")
    context = context_in(folder)
    summary = import_candidates(write(folder, sheet(*rows)), context)
    sent = [row for row in rows if any(cell.strip() for cell in row.values())]
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected == len(sent)
    assert summary.updated == summary.unchanged == 0
    returned = _returned(folder, summary)
    assert len(returned) == summary.rejected
    assert sorted([*returned, *context.store.records]) == sorted(row["id"] for row in sent)


def _returned(folder: Path, summary: Any) -> list[str]:
    """Ids of the rows in the file of rejects, which is there only when there are any."""
    if summary.rejects is None:
        assert not (folder / "rejects.csv").exists()
        return []
    with (folder / "rejects.csv").open(encoding="utf-8", newline="") as file:
        return [row["id"].removeprefix("'") for row in csv.DictReader(file)]


def test_the_columns_are_those_that_are_promised() -> None:
    promised = """id, name, contact, postcode, age_band, prior_occupation, prior_sector, experience_months, skills,
    skill_evidence, qualifications, registrations, about, max_travel_minutes, travel_mode, driving_licence, vehicle,
    shifts, hours_min, hours_max, pay_min_gbp_per_hour, dbs_status, right_to_work, available_from"""
    assert tuple(name.strip() for name in promised.split(",")) == CANDIDATE_COLUMNS
