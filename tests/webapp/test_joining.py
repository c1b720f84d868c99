"""Somebody makes an account of their own, and their answers come along."""

import re
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in
from werkzeug.test import TestResponse

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.store import Store
from webapp import create_app

PASSWORD = "purple lantern walks backwards"


@pytest.fixture
def app(app: Flask, tmp_path: Path) -> Flask:
    app.config["INSTANCE"] = str(tmp_path)
    return app


def test_answers_become_a_record_once_the_link_is_taken_up(client: FlaskClient, store: Store, app: Flask) -> None:
    before = store.candidate_ids()
    _join(client, answers=_answers(client))
    assert store.candidate_ids() == before
    assert store.accounts.by_email("new@example.org").candidate_id is None
    _take_link(client, app)
    account = store.accounts.by_email("new@example.org")
    record = store.candidate(account.candidate_id)
    assert account.role is AccountRole.JOBSEEKER
    assert record.id.startswith("WEB-")
    assert record.postcode == "LS9 7TF"
    assert "personal-care" in record.skills
    assert store.person(record.id).name == "Nell Tarn"
    assert store.drafts.of(account.id, "candidate") == []


def test_nobody_is_signed_in_before_the_link_is_taken_up(client: FlaskClient) -> None:
    _join(client)
    assert client.get("/account").status_code != 200


def test_an_advisor_sees_nobody_who_has_not_said_yes(client: FlaskClient, store: Store, app: Flask) -> None:
    _join(client)
    _take_link(client, app)
    candidate_id = store.accounts.by_email("new@example.org").candidate_id
    advisor = signed_in(app, an_account(store, AccountRole.ADVISOR))
    assert advisor.get(f"/advisor/candidates/{candidate_id}").status_code == 404
    assert not store.cases.get(candidate_id).shared


def test_an_advisor_sees_who_said_yes(client: FlaskClient, store: Store, app: Flask) -> None:
    _join(client, shared="yes")
    _take_link(client, app)
    assert store.cases.get(store.accounts.by_email("new@example.org").candidate_id).shared


def test_an_address_with_an_account_gets_a_note_and_the_page_does_not_tell(
    client: FlaskClient, store: Store, app: Flask
) -> None:
    known = store.accounts.add("known@example.org", "K", AccountRole.ADVISOR, password=PASSWORD)
    page = _join(client, email="known@example.org")
    assert page == _join(client, email="new@example.org")
    first = _messages(app)[0]
    assert "You have a carematch account already" in first
    assert "/link/" not in first
    assert store.accounts.by_email("known@example.org") == known


def test_an_invited_account_keeps_its_record_and_gets_a_link(client: FlaskClient, store: Store, app: Flask) -> None:
    invited = store.accounts.add("new@example.org", "N", AccountRole.JOBSEEKER, candidate_id="C01")
    before = store.candidate("C01")
    _join(client, answers=_answers(client))
    _take_link(client, app)
    assert store.accounts.get(invited.id).candidate_id == "C01"
    assert store.candidate("C01") == before
    assert not [one for one in store.candidate_ids() if one.startswith("WEB-")]


def test_a_no_to_being_seen_is_not_turned_by_somebody_who_types_the_address_again(
    client: FlaskClient, store: Store, app: Flask
) -> None:
    _join(client, shared="no")
    _join(client, shared="yes")
    _take_link(client, app)
    assert not store.cases.get(store.accounts.by_email("new@example.org").candidate_id).shared


def test_asking_for_another_message_keeps_the_answers(client: FlaskClient, store: Store, app: Flask) -> None:
    _join(client, answers=_answers(client))
    _join(client)
    _take_link(client, app)
    assert store.candidate(store.accounts.by_email("new@example.org").candidate_id).postcode == "LS9 7TF"


def test_an_older_message_is_void_once_another_is_sent(client: FlaskClient, app: Flask) -> None:
    _join(client)
    first = re.findall(r"/link/[\w-]+", _messages(app)[-1])[0]
    _join(client)
    assert client.get(first).status_code == 404


def test_answers_travel_in_the_form_so_that_nothing_is_typed_twice(client: FlaskClient) -> None:
    text = client.post("/join", data={"step": "begin", "answers": _answers(client)}).text
    assert "Your answers come with you" in text
    assert "Error" not in re.search(r"<title>(.*?)</title>", text)[1]  # type: ignore[index]


@pytest.mark.parametrize("answers", ["nonsense", "WyJhIl0.aaaa.bbbb"])
def test_answers_that_were_changed_on_their_way_are_said_to_be_lost(
    client: FlaskClient, store: Store, answers: str
) -> None:
    text = _send(client, answers=answers).text
    assert "Your answers were open for too long" in text
    assert store.accounts.by_email("new@example.org") is None


@pytest.mark.parametrize("email", ["", "no address", "a@b", "@example.org", "a b@example.org"])
def test_what_is_no_address_is_refused_and_the_name_is_kept(client: FlaskClient, email: str) -> None:
    text = _send(client, email=email).text
    assert "<title>Error: " in text
    assert 'value="Nell Tarn"' in text


def test_a_message_that_cannot_be_sent_is_said_the_same_for_known_and_new(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREMATCH_SMTP_URL", "smtp://127.0.0.1:1")
    store.accounts.add("known@example.org", "K", AccountRole.ADVISOR, password=PASSWORD)
    texts = [_send(client, email=email).text for email in ("known@example.org", "new@example.org")]
    assert all("We could not send you a message just now" in text for text in texts)


def test_one_address_is_written_to_a_few_times_an_hour(engine: Engine, tmp_path: Path) -> None:
    settings = {"SECRET_KEY": "k", "TESTING": True, "WTF_CSRF_ENABLED": False, "INSTANCE": str(tmp_path),
                "RATELIMIT_ENABLED": True}  # fmt: skip
    client = create_app(engine, settings).test_client()
    codes = [_send(client, email="often@example.org").status_code for _ in range(7)]
    assert codes[0] == 302
    assert codes[-1] == 429


def test_who_is_signed_in_is_led_to_their_own_start(app: Flask, store: Store) -> None:
    client = signed_in(app, an_account(store, AccountRole.JOBSEEKER, candidate_id="C01"))
    assert client.get("/join").status_code == 302


def _answers(client: FlaskClient) -> str:
    words = "I looked after my mum, washing and dressing her."
    text = client.post("/start", data={"postcode": "LS9 7TF", "words": words}).text
    return unescape(re.search(r'name="answers" value="([^"]+)"', text)[1])  # type: ignore[index]


def test_nothing_that_a_stranger_typed_stands_in_the_e_mail_to_the_owner_of_an_address(
    client: FlaskClient, app: Flask
) -> None:
    _join(client, name="You have won: www.evil.example")
    client.post("/forgotten", data={"email": "new@example.org"}).close()
    messages = _messages(app)
    assert len(messages) == 2
    assert not any("evil" in message for message in messages)


def _send(client: FlaskClient, **fields: str) -> TestResponse:
    return client.post("/join", data={"name": "Nell Tarn", "email": "new@example.org", "shared": "no", **fields})


def _join(client: FlaskClient, **fields: str) -> str:
    answer = _send(client, **fields)
    assert answer.status_code == 302, answer.text
    return client.get(answer.location).text


def _messages(app: Flask) -> list[str]:
    folder = Path(app.config["INSTANCE"]) / "outbox"
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    messages = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    return [f"{message['Subject']}\n{message.get_content()}" for message in messages]


def _take_link(client: FlaskClient, app: Flask) -> None:
    address = re.findall(r"/link/[\w-]+", _messages(app)[-1])[0]
    assert client.post(address, data={"password": PASSWORD}).status_code == 302
