import json
from pathlib import Path
from typing import Any

import pytest
from importing import context_in, reasons, write

from matcher.errors import FileError
from matcher.importers.cqc_directory import tidy_phone
from matcher.importers.providers import import_providers
from matcher.importers.summary import ImportSummary
from matcher.store import Store

HEADER = (
    "Name,Also known as,Address,Postcode,Phone number,Service's website (if available),Service types,"
    "Date of latest check,Specialisms/services,Provider name,Local authority,Region,Location URL,"
    "CQC Location ID (for office use only),CQC Provider ID (for office use only)\n"
)
ROSE = (
    'Rose House,,"1 Garden Way, Leeds",LS9 7TF,1130000000,http://rose.example,Nursing homes|Hospice,16/11/2015 - 00:00,'
    "Dementia|Caring for adults over 65 yrs,Rose Care Ltd,Leeds,Yorkshire & Humberside,https://regulator.example/1,"
    "1-1000000001,1-2000000001\n"
)
ELM = "Elm Court,,Elm Road,DH1 3LE,,,Homecare agencies,09/Jan/2016 - 00:00,,Elm,Durham,North East,,1-1000000002,1-2\n"


def imported(store: Store, path: Path, **given: Any) -> ImportSummary:
    summary = import_providers(path, context_in(path.parent, store=store, **given))
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected
    return summary


def refusal(store: Store, path: Path, **given: Any) -> str:
    with pytest.raises(FileError) as caught:
        imported(store, path, **given)
    assert "\n" not in str(caught.value)
    assert store.n_providers() == 0
    return str(caught.value)


def page(*locations: dict[str, Any]) -> str:
    return json.dumps({"locations": [{"total": 2, "page": 1, "locations": list(locations)}]})


def listed(n: int, name: str = "Rose House") -> dict[str, Any]:
    return {"locationId": f"1-100000000{n}", "locationName": name, "postalCode": "LS9 7TF"}


def test_the_directory_without_a_header_lands_field_by_field(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, ROSE + ELM))
    assert (summary.format, summary.added, summary.rejected) == ("cqc_directory", 2, 0)
    rose = store.provider("1-1000000001")
    assert (rose.name, rose.organisation, rose.postcode) == ("Rose House", "Rose Care Ltd", "LS9 7TF")
    assert (rose.address, rose.website) == ("1 Garden Way, Leeds", "http://rose.example")
    assert rose.services == ("Nursing homes", "Hospice")
    assert rose.specialisms == ("Dementia", "Caring for adults over 65 yrs")
    assert (rose.local_authority, rose.region) == ("Leeds", "Yorkshire & Humberside")


@pytest.mark.parametrize(
    "above", ["", "CQC locations,,,,,,,,,,,,,,\nThis data was produced on 16 September 2026,,,,,,,,,,,,,,\n"]
)
def test_the_directory_with_a_header_lands_the_same(store: Store, tmp_path: Path, above: str) -> None:
    imported(store, write(tmp_path, above + HEADER + ROSE))
    assert store.provider("1-1000000001").organisation == "Rose Care Ltd"
    assert store.n_providers() == 1


def test_columns_in_another_order_are_found_by_the_header(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, "CQC Location ID,Postcode,Location name\n1-1000000001,LS9 7TF,Rose House\n"))
    assert store.provider("1-1000000001").postcode == "LS9 7TF"


def test_an_own_spreadsheet_lands_with_our_column_names(store: Store, tmp_path: Path) -> None:
    text = "id;name;services;phone;source;source_date;colour\nP1;Rose House;Homes;1130000000;Leeds list;1/11/2026;red\n"
    summary = imported(store, write(tmp_path, text))
    rose = store.provider("P1")
    assert (summary.format, rose.services, rose.phone) == ("csv", ("Homes",), "01130000000")
    assert (rose.source, rose.source_date) == ("Leeds list", "2026-11-01")
    assert "'colour'" in summary.notes[0]


def test_columns_of_an_own_spreadsheet_can_be_mapped(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "Home,Ref\nRose House,R1\n")
    imported(store, path, columns={"id": "Ref", "name": "Home"})
    assert store.provider("R1").name == "Rose House"


@pytest.mark.parametrize(
    ("sent", "tidy"),
    [
        ("1424716303", "01424716303"),
        ("192460100", "0192460100"),
        ("01424 716303", "01424 716303"),
        ("8000232020", "08000232020"),
        ("16255408800", "16255408800"),
        ("+44 1424 716303", "+44 1424 716303"),
        ("", None),
    ],
)
def test_a_telephone_number_gets_back_the_nought_a_spreadsheet_took(sent: str, tidy: str | None) -> None:
    assert tidy_phone(sent) == tidy


def test_the_source_carries_the_date_of_the_newest_check(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, ROSE + ELM))
    rose = store.provider("1-1000000001")
    assert (rose.source, rose.source_date) == ("CQC directory 2016", "2016-01-09")
    assert any("of 9 January 2016" in note and "many of these locations have closed" in note for note in summary.notes)


def test_a_directory_that_says_its_date_is_believed(store: Store, tmp_path: Path) -> None:
    above = "CQC locations,,,,,,,,,,,,,,\nThis data was produced on 16 September 2026,,,,,,,,,,,,,,\n"
    imported(store, write(tmp_path, above + HEADER + ROSE))
    assert store.provider("1-1000000001").source_date == "2026-09-16"


def test_a_directory_without_any_date_says_so(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, "CQC Location ID,Name\n1-1000000001,Rose House\n"))
    assert "does not say when it was made" in summary.notes[0]
    assert store.provider("1-1000000001").source_date is None


def test_a_row_without_id_or_name_or_with_a_known_id_is_given_back(store: Store, tmp_path: Path) -> None:
    rows = [ROSE, ROSE, ELM.replace("1-1000000002", ""), ELM.replace("Elm Court", "")]
    summary = imported(store, write(tmp_path, "".join(rows)))
    assert (summary.added, summary.rejected) == (1, 3)
    found = reasons(tmp_path)
    assert "is that of row 1 already" in found[2]
    assert "id is blank" in found[3]
    assert "name" in found[4]


def test_a_row_of_ten_thousand_columns_is_given_back(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, ROSE + ",".join("x" * 10_000) + "\n"))
    assert (summary.added, summary.rejected) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognised(store: Store, tmp_path: Path, encoding: str) -> None:
    imported(store, write(tmp_path, HEADER + ROSE.replace("Rose House", "Rosé House – Leeds"), encoding=encoding))
    assert store.provider("1-1000000001").name == "Rosé House – Leeds"


def test_a_page_of_the_api_lands_from_its_nested_lists(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, page(listed(1), listed(2, "Elm Court")), "page.json"))
    assert (summary.format, summary.added, summary.rejected) == ("cqc_api", 2, 0)
    assert store.provider("1-1000000002").source == "CQC register (API)"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([listed(1), listed(2)]),
        json.dumps({"total": 2, "locations": [listed(1), listed(2)]}),
        f"{page(listed(1))}\n{page(listed(2))}",
    ],
    ids=["a plain list", "without the odd nesting", "a page a line"],
)
def test_locations_are_found_however_they_are_nested(store: Store, tmp_path: Path, text: str) -> None:
    assert imported(store, write(tmp_path, text, "page.json")).added == 2


def test_a_whole_record_of_one_location_lands(store: Store, tmp_path: Path) -> None:
    record = {
        "locationId": "1-1000000001",
        "name": "Rose House",
        "registrationStatus": "Registered",
        "postalAddressLine1": "1 Garden Way",
        "postalAddressTownCity": "Leeds",
        "postalCode": "LS9 7TF",
        "mainPhoneNumber": "01130000000",
        "gacServiceTypes": [{"name": "Nursing homes", "description": "Care home service with nursing"}],
        "specialisms": [{"name": "Dementia"}],
    }
    imported(store, write(tmp_path, json.dumps(record), "one.json"))
    rose = store.provider("1-1000000001")
    assert (rose.address, rose.phone) == ("1 Garden Way, Leeds", "01130000000")
    assert (rose.services, rose.specialisms) == (("Nursing homes",), ("Dementia",))


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ({"locationName": "Rose House"}, "has no locationId"),
        ({"locationId": "1-1000000009"}, "has no name"),
        (listed(9) | {"registrationStatus": "Deregistered", "deregistrationDate": "2020-01-02"}, "since 2020-01-02"),
    ],
)
def test_a_location_that_cannot_be_used_is_given_back(
    store: Store, tmp_path: Path, location: dict[str, Any], reason: str
) -> None:
    summary = imported(store, write(tmp_path, page(listed(1), location), "page.json"))
    assert (summary.added, summary.rejected) == (1, 1)
    assert reason in reasons(tmp_path)[2]


def test_the_sparser_record_blanks_nothing(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, ROSE))
    full = store.provider("1-1000000001")
    assert imported(store, write(tmp_path, page(listed(1)), "page.json")).unchanged == 1
    assert store.provider("1-1000000001") == full


def test_files_that_are_none_are_refused_in_one_line(store: Store, tmp_path: Path) -> None:
    assert "no file" in refusal(store, tmp_path / "missing.csv")
    assert "is a folder" in refusal(store, tmp_path)
    assert "empty" in refusal(store, write(tmp_path, ""))
    assert "no column 'id' and 'name'" in refusal(store, write(tmp_path, "colour,size\nred,9\n"))
    assert "holds no locations" in refusal(store, write(tmp_path, "{}", "page.json"))
    assert "is not JSON throughout" in refusal(store, write(tmp_path, '{"locations": [', "page.json"))
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    assert "Excel" in refusal(store, tmp_path / "book.csv")


def test_a_wrong_format_is_refused(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, ROSE)
    assert "laid out as 'cqc_directory', not as 'cqc_api'" in refusal(store, path, format="cqc_api")
    own = write(tmp_path, "id,name\nP1,Rose House\n", "own.csv")
    assert "laid out as 'csv'" in refusal(store, own, format="cqc_directory")
    assert "no format of providers" in refusal(store, path, format="excel")


@pytest.mark.real_data
def test_the_directory_of_2016_and_a_page_of_the_api(store: Store, real_data: Path, tmp_path: Path) -> None:
    context = context_in(tmp_path, store=store)
    directory = real_data / "cqc" / "cqc_directory_2016_headerless.csv"
    api = real_data / "cqc" / "api_locations_page1.json"
    first, again = import_providers(directory, context), import_providers(directory, context)
    assert (first.read, first.added, first.rejected) == (7_000, 7_000, 0)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 7_000)
    before = {provider.id: provider for provider in store.providers()}
    listed = import_providers(api, context)
    assert (listed.read, listed.rejected, listed.added) == (1_000, 0, 242)
    after = {provider.id: provider for provider in store.providers()}
    named = {"name", "postcode"}
    assert all(after[key].model_dump(exclude=named) == old.model_dump(exclude=named) for key, old in before.items())
    assert {provider.source for provider in before.values()} == {"CQC directory 2016"}


def test_a_blank_name_is_rejected_with_the_remedy(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, "id,name\nP1,\n"))
    assert reasons(tmp_path) == {2: "name is blank: give the provider's name."}


def test_a_column_name_that_is_a_formula_comes_back_as_text(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, "id,name,=1+1\nP1,,x\n"))
    assert ",'=1+1" in (tmp_path / "rejects.csv").read_text(encoding="utf-8").splitlines()[0]


def test_half_a_character_and_endless_nesting_of_the_api_break_nothing(store: Store, tmp_path: Path) -> None:
    deep = '{"locationId": "1-2", "x": ' + "[" * 600 + "]" * 600 + "}"
    sent = page(listed(1, name="cut \ud83d"))
    summary = imported(store, write(tmp_path, f"{sent}\n{deep}"))
    assert (summary.added, summary.rejected) == (1, 1)
