"""A provider's own vacancies as a spreadsheet."""

import csv
import io
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from posting import posted, row, summary_of_errors
from signing_in import PROVIDER, an_account, signed_in

from matcher.domain import AccountRole, Vacancy
from matcher.engine import Engine
from matcher.importers.linking import Linker
from matcher.importers.vacancies import VACANCY_COLUMNS, read_vacancy
from matcher.store import Store
from strategies import vacancies
from webapp.forms.vacancy_typing import typed_vacancy


@pytest.fixture
def client(app: Flask, store: Store, tmp_path: Path) -> FlaskClient:
    """A browser in which one provider stays signed in."""
    app.config["INSTANCE"] = tmp_path
    app.test_client_class = None
    return signed_in(app, an_account(store, AccountRole.PROVIDER))


def _send(client: FlaskClient, text: str, name: str = "ours.csv") -> str:
    answer = client.post("/provider/vacancies/import", data={"file": (io.BytesIO(text.encode()), name)})
    if answer.status_code != 302:
        return answer.text
    return client.get(answer.location, follow_redirects=True).text


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_own_vacancies_come_out_in_the_columns_that_go_in(client: FlaskClient, store: Store) -> None:
    vacancy_id = posted(client)
    answer = client.get("/provider/vacancies.csv")
    assert answer.mimetype == "text/csv"
    (only,) = _rows(answer.text)
    assert tuple(only) == VACANCY_COLUMNS
    assert (only["id"], only["provider"], only["title"]) == (vacancy_id, PROVIDER, "Care assistant")
    assert only["description"] == "Help people to start the day.\nTea included."
    before = store.vacancy(vacancy_id)
    text = _send(client, answer.text)
    assert (row(text, "Unchanged"), row(text, "Rejected")) == ("1", "0")
    assert store.vacancy(vacancy_id) == before


def test_rows_without_a_provider_are_the_account_s(client: FlaskClient, store: Store) -> None:
    text = _send(client, f"id,title,postcode,provider\nX1,Cook,LS8 1AA,\nX2,Carer,LS8 1AA,{PROVIDER.upper()}\n")
    assert (row(text, "Added"), row(text, "Rejected")) == ("2", "0")
    assert {store.vacancy(name).provider for name in ("X1", "X2")} == {PROVIDER}
    assert store.standings.get("X1").posted_by == an_account(store, AccountRole.PROVIDER).id


def test_rows_of_another_provider_come_back_with_the_reason(client: FlaskClient, store: Store) -> None:
    before = store.vacancy("V01")
    text = _send(
        client, "id,title,postcode,provider\nX1,Cook,LS8 1AA,Roundhay Lodge\nV01,Mine now,,\nX2,Carer,LS8 1AA,\n"
    )
    assert (row(text, "Added"), row(text, "Rejected")) == ("1", "2")
    assert f"you import for {PROVIDER} alone" in text
    assert store.vacancy("V01") == before
    assert "X1" not in store.vacancy_ids()


def test_the_rows_that_came_back_can_be_downloaded_by_their_sender_alone(
    app: Flask, client: FlaskClient, store: Store
) -> None:
    text = _send(client, "id,title,provider\nX1,Cook,Roundhay Lodge\n")
    address = text.split('rejected.csv"')[0].rpartition('href="')[2] + "rejected.csv"
    (back,) = _rows(client.get(address).text)
    assert back["title"] == "Cook"
    other = signed_in(app, an_account(store, AccountRole.PROVIDER, "else@example.org"))
    assert other.get(address).status_code in {404, 410}


def test_a_changed_minimum_age_in_a_file_is_looked_at_anew(client: FlaskClient, store: Store) -> None:
    header, approved = "id,title,postcode,min_age,min_age_reason\n", "X1,Carer,LS8 1AA,21,Insurance\n"
    _send(client, header + approved)
    store.standings.review("X1", "approved", None)
    _send(client, header + approved.replace("Carer", "Senior carer"))
    assert store.standings.get("X1").review == "approved"
    _send(client, header + "X1,Carer,LS8 1AA,25,Insurance\n")
    assert store.standings.get("X1").review is None
    assert store.standings.get("X1").is_held(store.vacancy("X1"))


def test_words_that_ask_for_a_sex_or_an_age_are_looked_at(client: FlaskClient, store: Store) -> None:
    header = "id,title,postcode,description\n"
    _send(client, header + "X1,Carer,LS8 1AA,Female carers only.\nX2,Carer,LS8 1AA,Kind.\n")
    assert [store.standings.get(name).review for name in ("X1", "X2")] == ["waiting", None]
    store.standings.review("X1", "approved", None)
    _send(client, header + "X1,Senior carer,LS8 1AA,Female carers only.\nX2,Carer,LS8 1AA,You must be over 21.\n")
    assert [store.standings.get(name).review for name in ("X1", "X2")] == ["approved", "waiting"]


def test_a_new_row_without_a_title_or_a_place_comes_back_with_the_reason(client: FlaskClient, store: Store) -> None:
    text = _send(client, "id,title,postcode\nX1,,LS8 1AA\nX2,Cook,\nX3,Cook,LS8 1AA\n")
    assert (row(text, "Added"), row(text, "Rejected")) == ("1", "2")
    assert "title is blank" in text
    assert {"X1", "X2"} & store.vacancy_ids() == set()
    text = _send(client, "id,title,postcode,positions\nX3,,,4\n")
    assert row(text, "Updated") == "1"
    assert (store.vacancy("X3").title, store.vacancy("X3").positions) == ("Cook", 4)


def test_a_file_most_of_whose_columns_are_not_read_is_refused(client: FlaskClient, store: Store) -> None:
    text = _send(client, "id,Job,Where,title,Rate\nX1,Cook,LS8 1AA,Cook,13\n")
    assert "3 of the 5 columns of this file have names that are not read" in summary_of_errors(text)
    assert "X1" not in store.vacancy_ids()


def test_a_file_of_many_rows_is_imported_in_the_background(client: FlaskClient, store: Store) -> None:
    text = _send(client, "id,title,postcode\n" + "".join(f"X{one},Cook,LS8 1AA\n" for one in range(301)))
    assert "How far it is" in text
    assert "X1" not in store.vacancy_ids()


@pytest.mark.usefixtures("client")
def test_an_account_that_names_no_provider_brings_nothing_in(app: Flask, store: Store) -> None:
    nobody = signed_in(app, store.accounts.add("none@example.org", "Nobody", AccountRole.PROVIDER))
    file = io.BytesIO(b"id,title,provider\nX1,Cook,Roundhay Lodge\n")
    answer = nobody.post("/provider/vacancies/import", data={"file": (file, "ours.csv")})
    assert "names no provider" in answer.text
    assert "X1" not in store.vacancy_ids()


@pytest.mark.parametrize(
    ("content", "told"),
    [('{"@type": "JobPosting", "title": "Cook"}', "CSV"), ("title\nCook\n", "id"), ("", "is empty")],
)
def test_a_file_that_cannot_be_used_says_why(client: FlaskClient, store: Store, content: str, told: str) -> None:
    text = _send(client, content)
    assert told in summary_of_errors(text)
    assert len(store.vacancies()) == 30


def test_no_file_is_named_as_missing(client: FlaskClient) -> None:
    for data in ({}, {"file": "no file but text"}):
        text = client.post("/provider/vacancies/import", data=data).text
        assert "Choose the file with your vacancies" in summary_of_errors(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(vacancies())
def test_what_is_typed_of_a_vacancy_reads_back_as_it(bare_engine: Engine, vacancy: Vacancy) -> None:
    linker = Linker(bare_engine.taxonomy)
    typed = typed_vacancy(vacancy, bare_engine.taxonomy)
    once = {name: "; ".join(text.split("\n")) for name, text in typed.items()}
    _, read = read_vacancy({**once, "id": "V1"}, linker, bare_engine.gazetteer)
    again = typed_vacancy(read, bare_engine.taxonomy)
    _, reread = read_vacancy(
        {**{name: "; ".join(text.split("\n")) for name, text in again.items()}, "id": "V1"},
        linker,
        bare_engine.gazetteer,
    )
    assert reread == read
