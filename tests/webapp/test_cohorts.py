"""Some people beside each other: chosen, looked at in the background, printed and downloaded."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in
from werkzeug.datastructures import MultiDict

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.store import Person, Store
from webapp.background import run_waiting
from webapp.presenters.caseload import CONTACTS

Page = Callable[..., str]
DAY = date(2026, 11, 22)


def test_everybody_can_be_ticked_and_the_list_is_narrowed_by_team_and_district(page: Page, store: Store) -> None:
    store.cases.assign("C01", None, "Leeds")
    assert len(re.findall('name="person"', page("/advisor/cohort"))) == 32
    assert re.findall(r'name="person"[^>]*value="(\w+)"', page("/advisor/cohort?team=Leeds")) == ["C01"]
    district = [one.id for one in store.candidates() if (one.postcode or "").startswith("LS9 ")]
    assert sorted(re.findall(r'name="person"[^>]*value="(\w+)"', page("/advisor/cohort?district=LS9"))) == district
    assert "C01" in district


def test_ticking_nobody_is_named_and_keeps_the_list(client: FlaskClient) -> None:
    answer = client.post("/advisor/cohort?district=LS9", data={"person": "nobody"})
    assert "<title>Error: " in answer.text
    assert 'href="#person"' in answer.text
    assert 'id="person"' in answer.text


def test_a_few_people_are_looked_at_at_once(client: FlaskClient, store: Store, engine: Engine) -> None:
    table = _looked_at(client, ["C01", "C04", "C10"])
    assert "Cohort of 3" in table
    ranking = engine.match_candidate(store.candidate("C01"), store.vacancies(), k=100, as_of=DAY)
    row = next(row for row in _rows(table) if "Amina Okafor" in row)
    assert ranking.matches[0].title in row
    assert f"{ranking.matches[0].score:.1f}" in row
    assert f">{len(ranking.matches)}<" in row
    asked = engine.match_candidate(store.candidate("C04"), store.vacancies(), k=100, as_of=DAY).ask_next
    assert asked is not None
    assert asked.question in table


def test_the_course_that_opens_something_for_most_comes_first(
    client: FlaskClient, store: Store, engine: Engine
) -> None:
    table = _looked_at(client, ["C01", "C02", "C04"])
    people = [store.candidate(name) for name in ("C01", "C02", "C04")]
    best = engine.which_course(people, store.vacancies(), DAY)[0]
    assert f"<b>{best.title}</b> opens at least one vacancy for {len(best.people)} of the 3" in table


def test_many_are_looked_at_in_the_background_with_progress(client: FlaskClient, app: Flask, store: Store) -> None:
    held = [one.id for one in store.vacancies()][3:]
    store.remove(vacancies=held)  # three are enough, and soon looked at
    address = client.post("/advisor/cohort", data={"who": "all"}).location
    assert address.startswith("/jobs/")
    job_id = address.rsplit("/", 1)[1]
    waits = client.get(f"/advisor/cohort/{job_id}")
    assert waits.location == address
    assert "Looking at" in client.get(address).text
    assert run_waiting(app) == 1
    assert client.get(address).location == f"/advisor/cohort/{job_id}"
    job = store.jobs.get(job_id)
    assert job.n_done == job.n_all == len(job.arguments["people"]) == 32


def test_everybody_in_the_table_is_told_and_so_is_everybody_in_the_file(client: FlaskClient, store: Store) -> None:
    address = _table_address(client, ["C01", "C02"])
    client.get(address)
    assert store.audit.count(action="listed") == 2
    assert "listed" not in CONTACTS  # a list is no contact with anybody in it
    answer = client.get(f"{address}.csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[0] == ["id", "name", "first_match", "provider", "points", "matches", "ask_next"]
    assert [row[:2] for row in rows[1:]] == [["C01", "Amina Okafor"], ["C02", store.person("C02").name]]
    assert store.audit.count(action="listed") == 4
    assert store.audit.count(action="ranked") == 0


def test_who_hides_afterwards_is_in_the_table_no_more(client: FlaskClient, store: Store) -> None:
    address = _table_address(client, ["C01", "C02"])
    store.cases.set_hidden("C01", hidden=True)
    assert "Amina Okafor" not in client.get(address).text
    assert "Amina Okafor" not in client.get(f"{address}.csv").text
    store.remove(candidates=["C02"])
    assert "Nobody of this cohort is open to you any more" in client.get(address).text


def test_courses_are_counted_anew_once_somebody_is_missing(client: FlaskClient, store: Store) -> None:
    people = ["C01", "C02", "C04"]
    address = _table_address(client, people)
    whole = client.get(address).text
    assert "Matches opened" in whole
    assert "among those you see" not in whole
    courses = store.jobs.get(address.rsplit("/", 1)[1]).result["courses"]
    store.cases.set_hidden("C01", hidden=True)
    left = {course["title"]: len(set(course["people"]) - {"C01"}) for course in courses}
    text = client.get(address).text
    assert "Matches opened" not in text
    assert "Could begin" not in text
    assert f"for {max(left.values())} of the 2, among those you see" in text


def test_more_people_than_anybody_ticks_are_paged(page: Page, client: FlaskClient, store: Store) -> None:
    one = store.candidate("C01")
    store.upsert_candidates([(one.model_copy(update={"id": f"M{n:03}"}), Person(f"Zoe {n:03}")) for n in range(180)])
    first, last = page("/advisor/cohort"), page("/advisor/cohort?page=5")
    assert len(re.findall('name="person"', first)) == 50
    assert len(re.findall('name="person"', last)) == 12
    assert "Look at all 212" in first
    assert "Ticks count on this page alone" in first
    job_id = client.post("/advisor/cohort?page=5", data={"who": "all"}).location.rsplit("/", 1)[1]
    assert len(store.jobs.get(job_id).arguments["people"]) == 212


def test_a_cohort_is_stopped_while_it_waits_or_runs(client: FlaskClient, app: Flask, store: Store) -> None:
    address = client.post("/advisor/cohort", data={"who": "all"}).location
    assert "Stop it" in client.get(address).text
    text = client.post(f"{address}/stop", follow_redirects=True).text
    assert "You stopped it." in text
    assert "Begin again" in text
    assert run_waiting(app) == 0
    mine = an_account(store, AccountRole.ADVISOR)
    job = store.jobs.add("import", {}, mine.id)
    assert client.post(f"/jobs/{job.id}/stop").status_code == 404


def test_people_of_another_team_cannot_be_ticked_in(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    store.cases.assign("C01", None, "Durham")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    text = client.post("/advisor/cohort", data={"person": "C01"}).text
    assert "Tick at least one person" in text
    assert "Amina Okafor" not in text


def test_a_table_is_its_advisors_alone_and_no_other_work_has_one(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    mine = an_account(store, AccountRole.ADVISOR, "a@example.org")
    client, other = signed_in(app, mine), signed_in(app, an_account(store, AccountRole.ADVISOR, "b@example.org"))
    address = _table_address(client, ["C01"])
    assert client.get(address).status_code == 200
    for page in (address, f"{address}.csv", "/advisor/cohort/0123"):
        assert other.get(page).status_code == 404
    job = store.jobs.add("import", {}, mine.id)
    assert client.get(f"/advisor/cohort/{job.id}").status_code == 404


@pytest.mark.parametrize("query", ["?district=%FF", "?team=" + "x" * 3000, "?whose=1&whose=2", "?page=9"])
def test_no_address_breaks_the_choice(client: FlaskClient, query: str) -> None:
    assert client.get(f"/advisor/cohort{query}").status_code == 200
    assert client.post(f"/advisor/cohort{query}", data={"person": ["", "x" * 3000]}).status_code == 200


def _table_address(client: FlaskClient, people: list[str]) -> str:
    progress = client.post("/advisor/cohort", data=MultiDict([("person", name) for name in people])).location
    return str(client.get(progress).location)


def _looked_at(client: FlaskClient, people: list[str]) -> str:
    return client.get(_table_address(client, people)).text


def _rows(table: str) -> list[str]:
    return re.findall(r"<tr.*?</tr>", table, re.DOTALL)
