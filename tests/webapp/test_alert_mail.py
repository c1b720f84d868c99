"""From the setting to the mail server and back: alerts as a jobseeker gets them, and how one click ends them."""

import email
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Flask
from signing_in import an_account

from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.jobs import alerts
from matcher.store import Store
from webapp import create_app
from webapp.background import run_waiting


class Letters(Sink):
    """Keeps what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[EmailMessage] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's
        self.messages.append(email.message_from_bytes(bytes(envelope.content or b""), policy=default))  # type: ignore[arg-type]
        return "250 taken"


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Iterator[Letters]:
    """What a real mail server received."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    letters = Letters()
    controller = Controller(letters, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setenv("CAREMATCH_SMTP_URL", f"smtp://127.0.0.1:{port}?from=care@example.org")
    yield letters
    controller.stop()


@pytest.fixture
def app(engine: Engine, store: Store, tmp_path: Path) -> Flask:
    """The app as others reach it, with every guard on; Chidi (C03) wants to be told each day."""
    an_account(store, AccountRole.JOBSEEKER, "chidi@example.org", candidate_id="C03")
    store.own.set_alerts("C03", "daily")
    settings = {
        "PUBLIC_URL": "https://care.example.org",
        "INSTANCE": tmp_path,
        "SECRET_KEY": "a key that only tests know",
    }
    return create_app(engine, settings)


def a_round(app: Flask, store: Store) -> None:
    store.jobs.add("alerts", {})
    assert run_waiting(app) == 1


def test_an_alert_arrives_with_links_that_open_for_anybody(app: Flask, store: Store, letters: Letters) -> None:
    a_round(app, store)
    (message,) = letters.messages
    assert (message["From"], message["To"]) == ("carematch <care@example.org>", "chidi@example.org")
    links = [line.strip() for line in message.get_content().splitlines() if line.strip().startswith("https://")]
    assert len(links) == 7, "five vacancies, all of them, the way out"
    for link in links:
        answer = app.test_client().get(urlsplit(link).path, base_url="https://care.example.org")
        assert answer.status_code in {200, 302}, link


def test_one_click_in_a_mail_program_ends_them(
    app: Flask, store: Store, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_round(app, store)
    header = str(letters.messages[0]["List-Unsubscribe"])
    assert letters.messages[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = urlsplit(header.strip("<>"))
    assert f"{address.scheme}://{address.netloc}" == "https://care.example.org"
    answer = app.test_client().post(
        address.path, base_url="https://care.example.org", data={"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert store.own.get("C03").alerts is None
    store.upsert_vacancies([store.vacancy("V01").model_copy(update={"id": "NEW"})])
    monkeypatch.setattr(alerts, "is_due", lambda *_: True)
    a_round(app, store)
    assert len(letters.messages) == 1
