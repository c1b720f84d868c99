"""E-mail as a real server receives it, and as the outbox keeps it."""

import email
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import CarematchError
from matcher.jobs.mail import MailError, send
from matcher.jobs.messages import compose


class Postbox:
    """Keeps what a server takes; refuses one address."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        self.envelopes.append(envelope)
        return "250 taken"

    @property
    def messages(self) -> list[EmailMessage]:
        return [email.message_from_bytes(one.content, policy=default) for one in self.envelopes]  # type: ignore[misc]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def postbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbox]:
    """A mail server that asks for no password."""
    box = Postbox()
    controller = Controller(box, hostname="127.0.0.1", port=_free_port())
    controller.start()
    monkeypatch.setenv("CAREMATCH_SMTP_URL", f"smtp://127.0.0.1:{controller.port}?from=care@example.org")
    yield box
    controller.stop()


def test_a_server_receives_the_message_with_its_headers_and_text(postbox: Postbox, tmp_path: Path) -> None:
    send("ann@example.org", "New for you: café", "Grüße\n", headers={"List-Unsubscribe": "<x:y>"}, outbox=tmp_path)
    (message,) = postbox.messages
    assert (message["From"], message["To"]) == ("carematch <care@example.org>", "ann@example.org")
    assert (message["Subject"], message["List-Unsubscribe"]) == ("New for you: café", "<x:y>")
    assert message.get_content().replace("\r\n", "\n") == "Grüße\n"
    assert message["Date"]
    assert message["Message-ID"].endswith("@example.org>")
    assert postbox.envelopes[0].rcpt_tos == ["ann@example.org"]
    assert list(tmp_path.iterdir()) == []


def test_a_password_is_given_to_a_server_that_asks_for_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given: list[LoginPassword] = []

    def check(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, who: LoginPassword) -> AuthResult:
        given.append(who)
        return AuthResult(success=who.password == b"s:cret", handled=False)

    controller = Controller(
        Postbox(), hostname="127.0.0.1", port=_free_port(), authenticator=check, auth_require_tls=False
    )
    controller.start()
    try:
        monkeypatch.setenv("CAREMATCH_SMTP_URL", f"smtp://care%40example.org:s%3Acret@127.0.0.1:{controller.port}")
        send("ann@example.org", "Hello", "Hello", outbox=tmp_path)
        monkeypatch.setenv("CAREMATCH_SMTP_URL", f"smtp://care%40example.org:wrong@127.0.0.1:{controller.port}")
        with pytest.raises(MailError, match="did not accept the name and password") as refused:
            send("ann@example.org", "Hello", "Hello", outbox=tmp_path)
    finally:
        controller.stop()
    assert given[0] == LoginPassword(b"care@example.org", b"s:cret")
    assert "wrong" not in str(refused.value)


def test_an_address_that_the_server_refuses_is_said_so(postbox: Postbox, tmp_path: Path) -> None:
    with pytest.raises(MailError, match="does not take messages for that address"):
        send("nobody@example.org", "Hello", "Hello", outbox=tmp_path)
    assert postbox.envelopes == []


def test_a_server_that_is_not_there_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAREMATCH_SMTP_URL", f"smtp://127.0.0.1:{_free_port()}")
    with pytest.raises(MailError, match=r"127\.0\.0\.1 did not take the message .* check CAREMATCH_SMTP_URL"):
        send("ann@example.org", "Hello", "Hello", outbox=tmp_path)


@pytest.mark.parametrize("url", ["mail.example.org", "http://u:hush@host:25", "smtp://:25", "smtp://u:hush@host:port"])
def test_a_setting_that_names_no_server_says_how_without_repeating_a_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str
) -> None:
    monkeypatch.setenv("CAREMATCH_SMTP_URL", url)
    with pytest.raises(MailError, match="write smtp://user:password@host:587") as refused:
        send("ann@example.org", "Hello", "Hello", outbox=tmp_path)
    assert "hush" not in str(refused.value)


def test_without_a_server_the_message_lies_in_the_outbox_for_us_alone(tmp_path: Path) -> None:
    outbox = tmp_path / "instance" / "outbox"
    send("ann@example.org", "Hello", "Good morning.\n", outbox=outbox)
    (path,) = outbox.iterdir()
    assert path.suffix == ".eml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert outbox.stat().st_mode & 0o777 == 0o700
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert (message["To"], message["Subject"]) == ("ann@example.org", "Hello")


@pytest.mark.parametrize(
    "address",
    ["", "ann", "@example.org", "ann@", "a@b.org, c@d.org", "a@b.org\nBcc: c@d.org", "Ann <a@b.org>", "a b@c.org"],
)
def test_what_is_not_one_address_is_refused_without_being_repeated(tmp_path: Path, address: str) -> None:
    with pytest.raises(MailError, match=r"^That is no e-mail address"):
        send(address, "Hello", "Hello", outbox=tmp_path)
    assert list(tmp_path.iterdir()) == []


@given(subject=st.text(max_size=1000), value=st.text(max_size=1000), text=st.text(max_size=200))
def test_nothing_that_a_person_writes_becomes_a_header_of_its_own(subject: str, value: str, text: str) -> None:
    headers = {"List-Unsubscribe": value}
    message = compose("ann@example.org", subject, text, headers, sender="care@example.org")
    read = email.message_from_bytes(bytes(message), policy=default)
    expected = {"From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe"}
    assert {name for name in read.keys() if not name.startswith(("Content-", "MIME-"))} == expected  # noqa: SIM118 - not a dict


@pytest.mark.parametrize("name", ["", "Bcc: x", "X\nBcc", "To", "subject", "Straße"])
def test_a_header_with_a_name_that_none_may_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CarematchError, match="cannot have a header"):
        send("ann@example.org", "Hello", "Hello", headers={name: "x"}, outbox=tmp_path)


def test_an_outbox_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file in its place")
    with pytest.raises(MailError, match="could not be kept"):
        send("ann@example.org", "Hello", "Hello", outbox=tmp_path / "outbox")
