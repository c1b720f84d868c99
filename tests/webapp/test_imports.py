"""How advisors load their own files in the browser."""

import csv
import errno
import gzip
import io
import json
import os
import re
import time
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import Anyones, an_account, signed_in
from werkzeug.test import TestResponse

from matcher.domain import AccountRole, Outcome, Stage
from matcher.engine import Engine
from matcher.importers.mapping import columns_of
from matcher.store import Case, Store
from webapp import create_app
from webapp.background import run_waiting
from webapp.forms.imports import KINDS
from webapp.presenters.column_labels import COLUMN_LABELS

Upload = Callable[..., TestResponse]

SETTINGS = {"SECRET_KEY": "a key that only tests know", "TESTING": True, "PROPAGATE_EXCEPTIONS": False}
CASELOAD = """Client Ref,Full name,Mobile,Home postcode,Last job,Key skills,Shirt size
A1,Amélie Fournier,07700 900123,LS9 7TF,cook,food hygiene; juggling,M
A2,Bob Sleet,,LS99 9ZZ,,,L
A3,Cara Lund,,LS8 5QA,cleaner,cleaning,
"""
LARGE = "id,about\n" + "".join(f"L{number},{'somebody who likes company ' * 10}\n" for number in range(900))
ADVERT = {"@type": "JobPosting", "identifier": "X1", "title": "Care assistant", "hiringOrganization": {"name": "Elm"}}


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """Where this test's app keeps its files."""
    return tmp_path / "instance"


@pytest.fixture
def app(engine: Engine, instance: Path) -> Flask:
    """The app with a folder of its own, without the token that a browser would carry."""
    return _an_app(engine, instance, WTF_CSRF_ENABLED=False)


@pytest.fixture
def upload(client: FlaskClient) -> Upload:
    """Send a file and follow to the page that answers."""

    def send(content: str | bytes, kind: str = "candidates", name: str = "caseload.csv", **form: str) -> TestResponse:
        data = content.encode() if isinstance(content, str) else content
        sent = {"kind": kind, "file": (io.BytesIO(data), name), **form}
        return client.post("/import", data=sent, follow_redirects=True)

    return send


def test_a_spreadsheet_with_columns_of_its_own_is_matched_tried_and_imported(
    client: FlaskClient, upload: Upload, store: Store
) -> None:
    page = upload(CASELOAD)
    assert _chosen(page)["id"] == "Client Ref"
    assert _chosen(page)["prior_occupation"] == "Last job"
    assert "Shirt size" in _text(page).split("Not read from your file:")[1][:20]
    assert "Row 2: Amélie Fournier Can be read" in _text(page)
    assert "Row 3 Left out Home postcode: 'LS99 9ZZ' was not found" in _text(page)
    assert "most often 'juggling'" in _text(page)
    assert len(store.candidates()) == 32, "a preview keeps nothing"
    result = _send(client, page, step="import")
    assert "Imported, but for 1 row Rows read 3 Added 2 Updated 0 Unchanged 0 Rejected 1" in _text(result)
    assert "Row 3. Home postcode: 'LS99 9ZZ' was not found" in _text(result)
    assert "Columns not read: 'Shirt size'." in _text(result)
    assert "--columns" not in _text(result)
    assert store.person("A1").name == "Amélie Fournier"
    assert store.candidate("A1").postcode == "LS9 7TF"


def test_importing_the_same_file_again_changes_nothing(client: FlaskClient, upload: Upload) -> None:
    for expected in ("Added 2 Updated 0 Unchanged 0", "Added 0 Updated 0 Unchanged 2"):
        assert expected in _text(_send(client, upload(CASELOAD), step="import"))


def test_the_rejected_rows_come_back_as_a_file_that_no_spreadsheet_runs(client: FlaskClient, upload: Upload) -> None:
    result = _send(client, upload("id,name,postcode,about\nA1,=cmd(),LS99 9ZZ,@x\n"), step="import")
    answer = client.get(_link(result, "rejected.csv"))
    assert answer.headers["Content-Disposition"] == "attachment; filename=caseload-rejected.csv"
    assert answer.mimetype == "text/csv"
    (row,) = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert (row["row_number"], row["name"], row["about"]) == ("2", "'=cmd()", "'@x")


def test_a_mended_file_of_rejects_is_imported_without_its_own_columns_in_the_way(
    client: FlaskClient, upload: Upload, store: Store
) -> None:
    rejected = client.get(_link(_send(client, upload(CASELOAD), step="import"), "rejected.csv")).text
    result = _send(client, upload(rejected.replace("LS99 9ZZ", "LS8 5QA")), step="import")
    assert "Everything was imported" in _text(result)
    assert store.person("A2").name == "Bob Sleet"


def test_a_choice_is_tried_and_kept_until_the_import(client: FlaskClient, upload: Upload, store: Store) -> None:
    page = upload(CASELOAD)
    tried = _send(client, page, step="preview", column_about="6", column_contact="")
    assert _chosen(tried)["about"] == "Shirt size"
    assert "In their own words M" in _text(tried)
    assert "07700" not in _text(tried)
    _send(client, tried, step="import")
    assert store.candidate("A1").about == "M"
    assert store.person("A1").contact is None


def test_a_saved_mapping_reads_the_next_file(client: FlaskClient, upload: Upload, store: Store) -> None:
    page = upload("Nr,Wer,Wo\nA1,Zoë,LS8 5QA\n")
    assert _chosen(page) == {}
    assert "Choose the column marked “needed” first" in _text(page)
    named = {"column_id": "0", "column_name": "1", "column_postcode": "2"}
    saved = _send(client, page, step="save", name="From Köln", **named)
    assert "The mapping is saved as “From Köln”" in _text(saved)
    assert store.mapping("From Köln") == {"id": "Nr", "name": "Wer", "postcode": "Wo"}
    assert "From Köln (jobseekers)" in client.get("/import").text
    again = upload("WO;Nr;Alter\nLS8 5QA;A9;34\n", mapping="From Köln")
    assert _chosen(again) == {"id": "Nr", "postcode": "WO"}
    assert "names a column that this file does not have: Wer" in _text(again)


def test_a_mapping_is_saved_with_the_import_where_it_has_a_name(
    client: FlaskClient, upload: Upload, store: Store
) -> None:
    result = _send(client, upload(CASELOAD), step="import", name="Leeds")
    assert "The mapping is saved as “Leeds”" in _text(result)
    assert store.mapping("Leeds")["id"] == "Client Ref"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"column_id": ""}, "Reference: choose the column that holds it; no row can be read without"),
        ({"column_about": "1"}, "“Full name” is read as “Name” already; choose another column"),
        ({"column_id": "99"}, "Not a valid choice"),
        ({"column_id": "x"}, "Not a valid choice"),
        ({"step": "save"}, "Enter a name to save the mapping under"),
        ({"name": "x" * 81}, "Use 80 characters or fewer"),
        ({"name": "Jobs"}, "“Jobs” is the name of a mapping for vacancies: choose another name"),
    ],
)
def test_columns_that_cannot_be_so_are_said_beside_their_list(
    client: FlaskClient, upload: Upload, store: Store, changes: dict[str, str], said: str
) -> None:
    store.save_mapping("Jobs", "vacancies", {"id": "Ref"})
    answer = _send(client, upload(CASELOAD), **{"step": "import", **changes})
    assert "<title>Error: " in answer.text
    assert said in _text(answer)
    target = re.search(r'error-summary__list">\s*<li><a href="#([^"]+)"', answer.text)
    assert target is not None
    assert f'id="{target[1]}"' in answer.text
    assert len(store.candidates()) == 32


def test_a_column_with_our_name_cannot_be_left_out_in_silence(client: FlaskClient, upload: Upload) -> None:
    answer = _send(client, upload("id,Postcode\nA1,LS8 5QA\n"), step="import", column_postcode="")
    assert "your column “Postcode” has our name for this and is always read so" in _text(answer)


def test_adverts_in_json_are_imported_at_once(upload: Upload, store: Store) -> None:
    result = upload(json.dumps([ADVERT, {"@type": "Person"}]), "vacancies", "adverts.json")
    assert "Rows read 2 Added 1 Updated 0 Unchanged 0 Rejected 1" in _text(result)
    assert store.vacancy("X1").provider == "Elm"


def test_answers_of_the_regulator_are_imported_at_once(upload: Upload, store: Store) -> None:
    location = {"locationId": "1-100", "locationName": "Elm House", "postalCode": "LS8 5QA"}
    result = upload(json.dumps({"locations": [location]}), "providers", "page.json")
    assert "Everything was imported" in _text(result)
    assert store.provider("1-100").name == "Elm House"


@pytest.mark.real_data
def test_the_directory_of_the_regulator_is_imported_at_once(upload: Upload, real_data: Path) -> None:
    lines = (real_data / "cqc" / "cqc_directory_2016_headerless.csv").read_bytes().splitlines(keepends=True)
    result = upload(b"".join(lines[:50]), "providers", "directory.csv")
    assert "Rows read 50 Added 50" in _text(result)
    assert "This directory is of" in _text(result)


def test_a_list_of_providers_of_ones_own_is_matched(client: FlaskClient, upload: Upload, store: Store) -> None:
    page = upload("id,Home,Services\nP1,Elm House,home care; live-in\n", "providers", "homes.csv")
    assert _chosen(page) == {"id": "id", "name": "Home", "services": "Services"}
    tried = _send(client, page, step="preview")
    assert "Row 2: Elm House Can be read How it is read , row 2 Reference P1 Name Elm House" in _text(tried)
    result = _send(client, tried, step="import")
    assert "Everything was imported" in _text(result)
    assert store.provider("P1").services == ("home care", "live-in")


def test_vacancies_show_what_would_become_a_draft_before_the_import(upload: Upload) -> None:
    page = upload("Job ref,Job title,Hourly rate\nJ1,Care assistant,9.50\n", "vacancies", "jobs.csv")
    assert "Row 2: Care assistant Can be read" in _text(page)
    assert "Paid less than the legal floor: 1, kept as drafts" in _text(page)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "caseload.csv is empty"),
        (b"id,name\n", "names its columns and has no rows under them"),
        (b"PK\x03\x04 and more", "caseload.csv is an Excel workbook or a zip archive"),
        (bytes(range(32)) * 100, "caseload.csv is a binary file"),
        ("ид,имя\n1,Иван Петрович\n".encode("koi8-r") * 9, "neither UTF-8 nor UTF-16 nor Windows-1252"),
        (gzip.compress(os.urandom(5000))[:-900], "a gzip file that breaks off"),
        (",".join(f"c{n}" for n in range(10_000)).encode(), "has 10,000 columns, and up to 300 can be matched here"),
        (b"z" * 5_000_000, "the first row cannot be read"),
        (b'[{"id": 1}]', "caseload.csv is JSON, and this comes as a spreadsheet"),
        (b"ref,name,Name\n1,a,b\n", "has the column 'name' twice"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_is_not_kept(
    upload: Upload, instance: Path, content: bytes, said: str
) -> None:
    answer = upload(content)
    assert "<title>Error: " in answer.text
    assert said in _text(answer)
    assert str(instance) not in answer.text
    assert list((instance / "uploads").iterdir()) == []


def test_a_file_that_turns_unreadable_further_on_says_that_the_import_stopped(
    client: FlaskClient, upload: Upload, instance: Path
) -> None:
    text = "id,name\n" + "".join(f"A{number},{'Ann' * 100}\n" for number in range(250))
    page = upload(text.encode("utf-16") + b"\x00\xd8\x00")
    stopped = _send(client, page, step="import")
    assert "The import stopped caseload.csv: its text is not utf-16 throughout" in _text(stopped)
    assert list((instance / "uploads").iterdir()) == []


def test_a_full_disk_is_said_in_words(upload: Upload, instance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", fail)
    assert "caseload.csv could not be kept for reading (No space left on device)" in _text(upload(CASELOAD))
    assert list((instance / "uploads").iterdir()) == []


def test_a_huge_row_is_left_out_and_the_rest_is_read(client: FlaskClient, upload: Upload) -> None:
    huge = ",".join("x" for _ in range(10_000))
    page = upload(f"id,name\nA1,Ann\n{huge}\nA3,{'y' * 150_000}\nA4,Di\n")
    assert "Row 3 Left out This row has 10,000 cells and the header names 2 columns" in _text(page)
    assert "Row 4 Left out This row cannot be read" in _text(page)
    assert "Rows read 4 Added 2 Updated 0 Unchanged 0 Rejected 2" in _text(_send(client, page, step="import"))


def test_a_form_without_answers_says_what_is_missing(client: FlaskClient, upload: Upload) -> None:
    for answer in (client.post("/import", data={}), upload("", kind="spells", name="")):
        assert "Choose what the file holds" in answer.text
        assert "Choose the file that you want to import" in answer.text


def test_a_mapping_for_another_kind_is_refused(upload: Upload, store: Store) -> None:
    store.save_mapping("Jobs", "vacancies", {"id": "Ref"})
    assert "“Jobs” is a mapping for vacancies: choose one for jobseekers" in _text(upload(CASELOAD, mapping="Jobs"))


def test_a_file_over_the_limit_is_shown_the_command_line(client: FlaskClient, app: Flask, instance: Path) -> None:
    app.config["MAX_UPLOAD_BYTES"] = 2**20
    data = {"kind": "candidates", "file": (io.BytesIO(b"x" * 2**21), "big.csv")}
    answer = client.post("/import", data=data)
    assert answer.status_code == 413
    assert "up to 1 MB" in answer.text
    assert "carematch import vacancies FILE" in answer.text
    assert not (instance / "uploads").exists()


def test_a_file_may_be_larger_than_any_other_form(upload: Upload) -> None:
    page = upload("id,about\n" + "".join(f"A{n},{'words ' * 100}\n" for n in range(5000)))
    assert page.status_code == 200
    assert "This file is large (3 MB)" in _text(page)


def test_an_upload_lies_in_a_private_folder_under_a_name_of_ours(upload: Upload, instance: Path) -> None:
    page = upload(CASELOAD, name="../../My caseload.csv")
    assert "Jobseekers from My caseload.csv" in _text(page)
    (folder,) = (instance / "uploads").iterdir()
    assert re.fullmatch(r"[0-9a-f]{32}", folder.name)
    assert (instance / "uploads").stat().st_mode & 0o777 == folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "rows").stat().st_mode & 0o777 == 0o600
    assert not [path for path in instance.rglob("*") if "caseload" in path.name]


def test_the_file_is_deleted_once_it_is_imported(client: FlaskClient, upload: Upload, instance: Path) -> None:
    _send(client, upload("id,name\nA1,Ann\n"), step="import")
    (folder,) = (instance / "uploads").iterdir()
    assert [path.name for path in folder.iterdir()] == ["about.json"]


def test_a_file_can_be_deleted_without_importing_it(client: FlaskClient, upload: Upload, instance: Path) -> None:
    answer = client.post(_address(upload(CASELOAD), "discard"), follow_redirects=True)
    assert "caseload.csv was deleted. Nothing was imported." in answer.text
    assert list((instance / "uploads").iterdir()) == []


def test_an_upload_nobody_touched_for_a_day_is_deleted_at_the_next(upload: Upload, instance: Path) -> None:
    upload(CASELOAD)
    (old,) = (instance / "uploads").iterdir()
    os.utime(old, (time.time() - 25 * 3600,) * 2)
    upload(CASELOAD)
    (new,) = (instance / "uploads").iterdir()
    assert new.name != old.name


@pytest.mark.parametrize("place", ["columns", "result", "rejected.csv"])
def test_only_the_account_that_sent_a_file_opens_it(
    app: Flask, client: FlaskClient, upload: Upload, store: Store, place: str
) -> None:
    page = upload(CASELOAD)
    if place != "columns":
        page = _send(client, page, step="import")
    assert client.get(_address(page, place)).status_code == 200
    app.test_client_class = FlaskClient
    stranger = signed_in(app, an_account(store, AccountRole.ADVISOR, "another@example.org"))
    answer = stranger.get(_address(page, place))
    assert answer.status_code == 410
    assert "That file is not here any more" in answer.text
    assert "LS99" not in answer.text


def test_a_result_asked_for_before_the_import_leads_to_the_columns(client: FlaskClient, upload: Upload) -> None:
    page = upload(CASELOAD)
    assert client.get(_address(page, "result")).location == page.request.path
    assert client.get(_address(page, "rejected.csv")).status_code == 410


@pytest.mark.parametrize("token", ["0" * 32, "..", "~2E~2E", "0"])
def test_an_upload_that_is_none_says_choose_again(client: FlaskClient, token: str) -> None:
    answer = client.get(f"/import/{token}/result")
    assert answer.status_code in {404, 410}
    assert "Choose the file again" in answer.text or "Page not found" in answer.text


def test_sending_the_last_page_twice_imports_once(client: FlaskClient, upload: Upload) -> None:
    page = upload(CASELOAD)
    first, second = (_send(client, page, step="import") for _ in range(2))
    assert "Added 2 Updated 0" in _text(first)
    assert _text(first) == _text(second)


def test_a_large_file_is_imported_in_the_background_and_its_page_leads_to_the_result(
    app: Flask, client: FlaskClient, upload: Upload
) -> None:
    page = _send(client, upload(LARGE), step="import")
    assert "Importing jobseekers from caseload.csv How far it is" in _text(page)
    assert "It waits for its turn, and begins by itself." in _text(page)
    assert page.request.path.startswith("/jobs/")
    assert run_waiting(app) == 1
    result = client.get(page.request.path, follow_redirects=True)
    assert "Everything was imported Rows read 900 Added 900" in _text(result)


def test_a_second_request_while_the_import_waits_leads_to_how_far_it_is(
    app: Flask, client: FlaskClient, upload: Upload
) -> None:
    page = upload(LARGE)
    first, second = (_send(client, page, step="import") for _ in range(2))
    assert first.request.path == second.request.path
    assert client.get(_address(page, "result")).location == first.request.path
    assert client.get(_address(page, "columns")).status_code == 410
    assert run_waiting(app) == 1


def test_a_small_file_that_is_packed_is_imported_in_the_background(client: FlaskClient, upload: Upload) -> None:
    page = _send(client, upload(gzip.compress(CASELOAD.encode())), step="import")
    assert "It waits for its turn" in _text(page)


def test_a_large_file_that_turns_unreadable_says_so_on_its_page_and_is_not_kept(
    app: Flask, client: FlaskClient, upload: Upload, instance: Path
) -> None:
    page = _send(client, upload(LARGE.encode("utf-16") + b"\x00\xd8\x00"), step="import")
    run_waiting(app)
    stopped = client.get(page.request.path)
    assert "caseload.csv: its text is not utf-16 throughout" in _text(stopped)
    assert str(instance) not in stopped.text
    assert "Begin again" in _text(stopped)
    (folder,) = (instance / "uploads").iterdir()
    assert [path.name for path in folder.iterdir()] == ["about.json"]


def test_an_upload_whose_import_waits_is_not_cleared_away(
    app: Flask, client: FlaskClient, upload: Upload, instance: Path
) -> None:
    page = _send(client, upload(LARGE), step="import")
    (folder,) = (instance / "uploads").iterdir()
    os.utime(folder, (time.time() - 25 * 3600,) * 2)
    client.get("/import")
    run_waiting(app)
    assert "Everything was imported" in _text(client.get(page.request.path, follow_redirects=True))


def test_new_jobseekers_join_the_caseload_of_the_advisor_who_brings_them(
    client: FlaskClient, upload: Upload, store: Store
) -> None:
    advisor = an_account(store, AccountRole.ADVISOR, team="Leeds")
    _send(client, upload(CASELOAD + "C01,,,LS9 7TF,,,\n"), step="import")
    assert store.cases.get("A1") == Case("A1", advisor.id, "Leeds")
    assert store.cases.get("C01") == Case("C01"), "who was known already stays with whom they were"
    added = store.audit.entries(action="added")
    assert {entry.candidate_id for entry in added} == {"A1", "A3"}
    assert {(entry.role, entry.account_id) for entry in added} == {("advisor", advisor.id)}


def test_an_import_changes_nobody_in_the_care_of_another_team(
    client: FlaskClient, upload: Upload, store: Store
) -> None:
    an_account(store, AccountRole.ADVISOR, team="Leeds")
    store.cases.assign("C01", None, "Durham")
    page = upload("id,about\nC01,changed\nA1,new\n")
    assert "Row 2 Left out Reference 'C01' is taken, and what it names is not yours to change" in _text(page)
    assert "Rows read 2 Added 1 Updated 0 Unchanged 0 Rejected 1" in _text(_send(client, page, step="import"))
    assert store.candidate("C01").about != "changed"


def test_outcomes_are_matched_tried_imported_and_written_down(
    client: FlaskClient, upload: Upload, store: Store
) -> None:
    page = upload("Person,Job,Result,When\nC01,V01,started,2026-11-02\nC99,V01,offered,\n", "outcomes", "results.csv")
    named = {"column_candidate": "0", "column_vacancy": "1", "column_stage": "2", "column_date": "3"}
    tried = _send(client, page, step="preview", **named)
    assert "Row 2: C01 Can be read" in _text(tried)
    assert "What happened started When 2026-11-02" in _text(tried)
    assert "Row 3 Left out" in _text(tried)
    assert store.outcomes() == []
    result = _send(client, tried, step="import")
    assert "Imported, but for 1 row" in _text(result)
    assert "Open the referrals" in _text(result)
    assert store.outcomes() == [Outcome("C01", "V01", Stage.STARTED, date(2026, 11, 2))]
    assert store.audit.count(action="outcome", candidate_id="C01", vacancy_id="V01") == 1


def test_travel_times_are_matched_tried_and_imported(client: FlaskClient, upload: Upload, store: Store) -> None:
    rows = "origin_sector,destination_sector,mode,minutes\nLS9 7,LS8 5,bus,24.5\nLS9,LS8 5,bus,3\n"
    page = upload(rows, "travel-times", "times.csv")
    assert "From (postcode sector) LS9 7 To (postcode sector) LS8 5 How they travel bus" in _text(page)
    assert "Minutes from door to door 24.5" in _text(page)
    assert store.travel_times() is None
    result = _send(client, page, step="import")
    assert "Rows read 2 Added 1 Updated 0 Unchanged 0 Rejected 1" in _text(result)
    assert "Open the" not in _text(result)


def test_courses_are_matched_tried_and_imported(client: FlaskClient, upload: Upload, store: Store) -> None:
    page = upload("id,label,gains,duration_weeks\nK1,First aid at work,first aid,1\n", "courses", "courses.csv")
    assert "Row 2: First aid at work Can be read" in _text(page)
    assert "Skills it brings giving first aid" in _text(page)
    assert "Everything was imported" in _text(_send(client, page, step="import"))
    assert store.course("K1").label == "First aid at work"


def test_an_administrator_imports_for_the_academy_and_takes_nobody_on(app: Flask, store: Store) -> None:
    store.cases.assign("C01", None, "Durham")
    app.test_client_class = FlaskClient
    admin = signed_in(app, an_account(store, AccountRole.ADMIN))
    data = {"kind": "candidates", "file": (io.BytesIO(b"id,about\nC01,changed\nA1,new\n"), "people.csv")}
    result = _send(admin, admin.post("/import", data=data, follow_redirects=True), step="import")
    assert "Rows read 2 Added 1 Updated 1" in _text(result)
    assert "Open the" not in _text(result)
    assert store.cases.get("A1") == Case("A1")
    assert store.audit.entries(action="added")[0].role == "admin"


def test_headings_and_cells_are_shown_as_text(upload: Upload) -> None:
    page = upload("ref,<script>alert(1)</script>\n1,<b onclick=x>\n", name="<img src=x>.csv")
    assert not re.search(r"<script|<img|<b onclick", page.text)
    assert "&lt;script&gt;" in page.text


def test_every_column_of_ours_can_be_chosen_by_a_plain_name() -> None:
    assert {kind: tuple(labels) for kind, labels in COLUMN_LABELS.items()} == {kind: columns_of(kind) for kind in KINDS}
    assert all(len(set(labels.values())) == len(labels) for labels in COLUMN_LABELS.values())


def test_a_file_from_elsewhere_is_not_taken(engine: Engine, instance: Path) -> None:
    guarded = _an_app(engine, instance).test_client()
    data = {"kind": "candidates", "file": (io.BytesIO(CASELOAD.encode()), "caseload.csv")}
    answer = guarded.post("/import", data=data)
    assert answer.status_code == 400
    assert "reload the page and send it again" in answer.text
    assert not (instance / "uploads").exists()


def test_every_form_of_an_import_carries_the_token(engine: Engine, instance: Path) -> None:
    guarded = _an_app(engine, instance).test_client()
    start = guarded.get("/import").text
    data = {
        "kind": "candidates",
        "file": (io.BytesIO(CASELOAD.encode()), "caseload.csv"),
        "csrf_token": re.search(r'name="csrf_token"[^>]*value="(\S+)"', start)[1],  # type: ignore[index]
    }
    page = guarded.post("/import", data=data, follow_redirects=True)
    forms = re.findall(r'<form[^>]*method="post".*?</form>', page.text, re.DOTALL)
    assert len(forms) == 3
    assert all(re.search(r'name="csrf_token"[^>]*value="\S{20,}"', form) for form in forms)
    assert guarded.post(_address(page, "columns"), data={"step": "import"}).status_code == 400
    assert guarded.post(_address(page, "discard")).status_code == 400


def _an_app(engine: Engine, instance: Path, **settings: object) -> Flask:
    app = create_app(engine, {**SETTINGS, "INSTANCE": instance, **settings})
    app.test_client_class = Anyones
    return app


def _text(answer: TestResponse) -> str:
    """What a reader sees of the main part, on one line."""
    main = answer.text.split('id="main-content"', 1)[1]
    main = re.sub(r"<select.*?</select>", "", main, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def _chosen(answer: TestResponse) -> dict[str, str]:
    """Our column to the file's, as the lists stand."""
    lists = re.findall(r'<select[^>]*name="column_(\w+)".*?</select>', answer.text, re.DOTALL)
    found = {}
    for ours in lists:
        inside = re.search(rf'name="column_{ours}".*?</select>', answer.text, re.DOTALL)
        picked = re.search(r'<option value="\d+" selected>(.*?)</option>', inside[0] if inside else "")
        if picked:
            found[ours] = unescape(picked[1])
    return found


def _send(client: FlaskClient, page: TestResponse, **changes: str) -> TestResponse:
    """Send the form of columns as it stands, but for the changes."""
    names = re.findall(r'<select[^>]*name="(column_\w+)"', page.text)
    data = dict.fromkeys(names, "")
    for name in names:
        inside = re.search(rf'name="{name}".*?</select>', page.text, re.DOTALL)
        picked = re.search(r'<option value="(\d+)" selected>', inside[0] if inside else "")
        data[name] = picked[1] if picked else ""
    return client.post(_address(page, "columns"), data={**data, **changes}, follow_redirects=True)


def _address(page: TestResponse, place: str) -> str:
    """An address of the upload that a page is about."""
    return f"{page.request.path.rsplit('/', 1)[0]}/{place}"


def _link(page: TestResponse, ending: str) -> str:
    link = re.search(rf'href="(/import/[^"]*{ending})"', page.text)
    assert link is not None
    return link[1]
