"""The caseload: found, narrowed, ordered, and taken away as a spreadsheet."""

import csv
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Candidate
from matcher.store import AuditEntry, Person, Store

Page = Callable[..., str]
LIST = "/advisor/candidates"


def names_on(text: str) -> list[str]:
    """The names of a list, in its order."""
    return re.findall(r'<th scope="row"[^>]*><a[^>]*>([^<]+)</a>', text)


def rows_of(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    """The spreadsheet of a list."""
    answer = client.get(f"/advisor/candidates.csv{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(answer.data.decode("utf-8-sig").splitlines()))


def test_jobseekers_are_listed_by_name_in_pages_of_twenty(page: Page) -> None:
    text = page(LIST)
    assert text.index("Amina Okafor") < text.index("Bartholomew Quill")
    assert "1 to 20 of 32 jobseekers" in text
    assert "21 to 32 of 32 jobseekers" in page(f"{LIST}?page=2")


@pytest.mark.parametrize("number", ["99", "0", "-3", "many", "", "2&page=7"])
def test_no_page_number_leads_to_a_dead_page(page: Page, number: str) -> None:
    assert "of 32 jobseekers" in page(f"{LIST}?page={number}")


@pytest.mark.parametrize("query", ["amina", "OKAFOR", "ls9 7tf", "C01", "shop amina"])
def test_jobseekers_are_found_by_name_reference_postcode_and_background(page: Page, query: str) -> None:
    assert names_on(page(f"{LIST}?q={query}")) == ["Amina Okafor"]


def test_a_search_that_finds_nobody_says_so_keeps_the_words_and_leads_back(page: Page) -> None:
    text = page(f"{LIST}?q=%3Cb%3Exyzzy%3C/b%3E")
    assert "Nobody among the 32 jobseekers matches" in text
    assert "<b>xyzzy" not in text
    assert "&lt;b&gt;xyzzy" in text
    assert f'href="{LIST}">see everybody' in text


def test_page_links_keep_the_search_and_every_condition(page: Page) -> None:
    address = f"{LIST}?q=shop&amp;travel=car&amp;travel=bus&amp;page=2"
    assert address in page(f"{LIST}?q=shop&travel=car&travel=bus")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("travel=walk", ["Chidi Vancourt"]),
        ("travel=walk&travel=cycle", ["Chidi Vancourt", "Hyun-woo Pemberton"]),
        ("dbs=update_service", ["Gwendolyn Fairweather"]),
        ("dbs=in_progress&travel=car", []),
        ("district=LS9", ["Amina Okafor", "Person26name Surname26"]),
        ("district=LS9&district=LS3", ["Amina Okafor", "Person20name Surname20", "Person26name Surname26"]),
        ("sector=unpaid-caring", ["Chidi Vancourt"]),
        ("district=not-known", ["C10"]),
    ],
)
def test_the_list_is_narrowed_by_what_is_known(page: Page, query: str, names: list[str]) -> None:
    assert names_on(page(f"{LIST}?{query}")) == names


def test_each_condition_is_a_tag_whose_link_takes_off_that_one_alone(page: Page) -> None:
    text = page(f"{LIST}?q=o&travel=bus&dbs=none&sort=skills")
    tags = dict(re.findall(r'class="cm-tag" href="([^"]+)">.*?Take off </span>(.+?) <span', text))
    assert tags == {
        f"{LIST}?q=o&amp;dbs=none&amp;sort=skills": "Travels: By bus",
        f"{LIST}?q=o&amp;travel=bus&amp;sort=skills": "DBS check: No check yet",
    }
    assert f'href="{LIST}?q=o&amp;sort=skills">Take all off' in text


def test_the_count_beside_an_answer_is_how_many_it_shows(page: Page) -> None:
    text = page(f"{LIST}?dbs=none")
    counts = re.findall(r'name="travel" type="checkbox" value="([^"]+)".*?\((\d+)\)', text)
    assert {value for value, _ in counts} == {"walk", "cycle", "bus", "car", "not-known"}
    for value, count in counts:
        assert len(names_on(page(f"{LIST}?dbs=none&travel={value}&page=1"))) == min(20, int(count))


def test_mine_and_my_teams_are_told_from_everybodys(app: Flask, store: Store) -> None:
    advisor = an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds")
    store.cases.assign("C01", advisor.id, "Leeds")
    store.cases.assign("C02", None, "Leeds")
    store.cases.assign("C03", None, "Durham")
    client = signed_in(app, advisor)
    assert names_on(client.get(f"{LIST}?whose=mine").text) == ["Amina Okafor"]
    assert names_on(client.get(f"{LIST}?whose=team").text) == ["Amina Okafor", "Bartholomew Quill"]
    everybody = names_on(client.get(LIST).text)
    assert "Delphine Marsh" in everybody
    assert "Chidi Vancourt" not in everybody


def test_who_has_a_referral_is_told_from_who_has_none(page: Page, store: Store) -> None:
    store.add_referral("C02", "V01", "Jo")
    assert names_on(page(f"{LIST}?has=referral")) == ["Bartholomew Quill"]
    assert "31 jobseekers" in page(f"{LIST}?has=no-referral")


def test_who_has_something_to_ask_is_told_from_who_has_answered_everything(page: Page, store: Store) -> None:
    known = store.candidate("C02").model_copy(
        update={"qualifications": (), "registrations": (), "place": store.candidate("C02").place}
    )
    store.upsert_candidates([(known, Person())])
    assert names_on(page(f"{LIST}?ask=done")) == ["Bartholomew Quill"]
    assert "Bartholomew Quill" not in names_on(page(f"{LIST}?ask=open"))


def test_whoever_was_longest_without_contact_comes_first_and_a_list_is_no_contact(page: Page, store: Store) -> None:
    everybody = sorted(store.candidate_ids())
    store.audit.add(*(AuditEntry("viewed", "advisor", candidate_id=one) for one in everybody if one != "C02"))
    store.audit.add(AuditEntry("listed", "advisor", candidate_id="C02"))
    text = page(f"{LIST}?sort=contact")
    assert names_on(text)[0] == "Bartholomew Quill"
    today = datetime.now(UTC)
    assert f"{today.day} {today:%B %Y}" in text
    assert "Never" in text


def test_a_referral_is_contact_too(page: Page, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo")
    assert "Amina Okafor" not in names_on(page(f"{LIST}?sort=contact"))


def test_whoever_was_not_asked_about_skills_comes_first_of_those_with_fewest(page: Page) -> None:
    assert names_on(page(f"{LIST}?sort=skills"))[0] == "Delphine Marsh"


def test_nobody_who_is_hidden_or_of_another_team_is_listed_or_counted(app: Flask, store: Store) -> None:
    store.cases.set_hidden("C01", hidden=True)
    store.cases.assign("C02", None, "Durham")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    assert "30 jobseekers" in client.get(LIST).text
    assert {"C01", "C02"}.isdisjoint(row["id"] for row in rows_of(client))


def test_the_spreadsheet_holds_every_page_of_what_is_shown_and_everybody_on_it_is_told(
    client: FlaskClient, page: Page, store: Store
) -> None:
    query = "?travel=car&sort=skills&page=2"
    link = re.search(r'href="(/advisor/candidates\.csv[^"]+)"', page(f"{LIST}{query}"))
    assert link is not None
    assert link[1].replace("&amp;", "&") == "/advisor/candidates.csv?travel=car&sort=skills"
    rows = rows_of(client, query)
    assert len(rows) > 20
    assert {row["travel_mode"] for row in rows} == {"car"}
    listed = {entry.candidate_id for entry in store.audit.entries(action="listed")}
    assert listed == {row["id"] for row in rows}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " ="])
def test_no_cell_of_the_spreadsheet_is_run(client: FlaskClient, store: Store, start: str) -> None:
    store.upsert_candidates([(Candidate(id="C90", prior_occupation=f"{start}1+1"), Person(f"{start}cmd|x"))])
    row = next(row for row in rows_of(client) if row["id"] == "C90")
    assert all(not cell.strip().startswith(("=", "+", "-", "@")) for cell in row.values())


def test_an_empty_caseload_says_what_to_do(client: FlaskClient, store: Store) -> None:
    store.remove(candidates=store.candidate_ids())
    text = client.get(LIST).text
    assert "There is nobody here yet" in text
    assert 'href="/advisor/new"' in text
    assert 'href="/import"' in text


@pytest.mark.parametrize(
    "query", ["whose=zzz&has=&travel=%00", "sort=zzz&sort=", "district=" + "x" * 3000, "_scheme=a&endpoint=b&_anchor=c"]
)
def test_no_query_breaks_the_list(client: FlaskClient, query: str) -> None:
    assert client.get(f"{LIST}?{query}").status_code in {200, 400}
    assert client.get(f"/advisor/candidates.csv?{query}").status_code in {200, 400}
