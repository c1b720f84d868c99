"""E-mails about vacancies: chosen by the jobseeker, ended by anybody who holds the link."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.store import Store
from webapp import create_app

OWN = "C01"


@pytest.fixture
def mine(app: Flask, store: Store) -> FlaskClient:
    return signed_in(app, an_account(store, AccountRole.JOBSEEKER, candidate_id=OWN))


@pytest.fixture
def token(store: Store) -> str:
    store.own.set_alerts(OWN, "weekly")
    return str(store.own.get(OWN).unsubscribe_token)


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(("chosen", "kept"), [("daily", "daily"), ("weekly", "weekly"), ("none", None)])
def test_what_is_chosen_is_kept_and_shown(store: Store, mine: FlaskClient, chosen: str, kept: str | None) -> None:
    mine.post("/me/alerts", data={"how_often": chosen})
    assert store.own.get(OWN).alerts == kept
    text = mine.get("/me/alerts").text
    (checked,) = [tag for tag in text.split("<input") if " checked" in tag.split(">")[0]]
    assert f'value="{chosen}"' in checked


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({}, 200),
        ({"how_often": "hourly"}, 200),
        ({"how_often": ["x" * 5000, "daily"]}, 200),
        ({"how_often": "daily\x00"}, 400),
    ],
)
def test_nothing_chosen_or_nonsense_changes_nothing(
    store: Store, mine: FlaskClient, data: dict[str, object], code: int
) -> None:
    assert mine.post("/me/alerts", data=data).status_code == code
    assert store.own.get(OWN).alerts is None


def test_without_a_choice_the_form_says_what_to_do(mine: FlaskClient) -> None:
    text = mine.post("/me/alerts", data={}).text
    assert "<title>Error: " in text
    assert "Choose how often" in text


def test_the_page_says_when_the_academy_sends_none(store: Store, mine: FlaskClient) -> None:
    assert "sends no such e-mails just now" not in mine.get("/me/alerts").text
    store.settings.set("alerts", "off")
    assert "sends no such e-mails just now" in mine.get("/me/alerts").text


def test_opening_the_link_changes_nothing_and_the_button_ends_the_emails(app: Flask, store: Store, token: str) -> None:
    anybody = app.test_client()
    page = anybody.get(f"/unsubscribe/{token}")
    assert page.text.count("<button") == 1
    assert store.own.get(OWN).alerts == "weekly"
    assert "You get no more e-mails" in anybody.post(f"/unsubscribe/{token}").text
    assert store.own.get(OWN).alerts is None
    assert "You get no more e-mails" in anybody.get(f"/unsubscribe/{token}").text


def test_a_mail_program_unsubscribes_without_a_session_or_a_token_of_a_form(
    engine: Engine, store: Store, token: str
) -> None:
    guarded = create_app(engine, {"SECRET_KEY": "a key that only tests know", "RATELIMIT_ENABLED": False})
    program = guarded.test_client()
    answer = program.post(f"/unsubscribe/{token}", data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert store.own.get(OWN).alerts is None


def test_ending_twice_is_ending_once_and_recorded_as_their_own(app: Flask, store: Store, token: str) -> None:
    anybody = app.test_client()
    for _ in range(2):
        assert anybody.post(f"/unsubscribe/{token}").status_code == 200
    (entry,) = store.audit.entries(action="own")
    assert (entry.candidate_id, entry.detail) == (OWN, "ended e-mails about vacancies")


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize("wrong", ["made-up", "x" * 3000, "%C3%A9", "' or 1=1"])
def test_a_link_that_nobody_was_sent_is_not_found(app: Flask, store: Store, wrong: str) -> None:
    anybody = app.test_client()
    assert anybody.get(f"/unsubscribe/{wrong}").status_code == 404
    assert anybody.post(f"/unsubscribe/{wrong}").status_code == 404
    assert store.own.get(OWN).alerts == "weekly"
