"""The server that takes our e-mail, as ``CAREMATCH_SMTP_URL`` names it."""

import os
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from matcher.errors import MailError
from matcher.jobs.messages import check_address

__all__ = ["MailServer"]

# Judgement: a mail server answers within seconds; somebody may be waiting for the page that sends.
_TIMEOUT_SECONDS = 15.0
_PORTS = {"smtp": 25, "smtps": 465}
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_SENDER_OF_NONE = "carematch@localhost"
_HOW = (
    "CAREMATCH_SMTP_URL cannot be used: write smtp://user:password@host:587?from=care@example.org, or smtps:// for a "
    "server that speaks TLS from the start."
)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where e-mail is handed in, and whom it is from; `host` is empty where it is put in the outbox."""

    scheme: str = "smtp"
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = _SENDER_OF_NONE

    @classmethod
    def of_setting(cls) -> "MailServer":
        """The server that ``CAREMATCH_SMTP_URL`` names; none where it is unset.

        Raises
        ------
        MailError
            The setting is no such address; it is not repeated, for it may hold a password.
        """
        url = os.environ.get("CAREMATCH_SMTP_URL")
        if not url:
            return cls()
        try:
            parts = urlsplit(url)
            port = parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError:
            raise MailError(_HOW) from None
        if parts.scheme not in _PORTS or not parts.hostname:
            raise MailError(_HOW)
        user = unquote(parts.username or "")
        sender = parse_qs(parts.query).get("from", [user if "@" in user else f"carematch@{parts.hostname}"])[0]
        check_address(sender)
        return cls(parts.scheme, parts.hostname, port, user, unquote(parts.password or ""), sender)

    def take(self, message: EmailMessage) -> None:
        """Hand a message in.

        Raises
        ------
        MailError
            The server cannot be reached, or did not take it.
        """
        try:
            with _connect(self) as connection:
                if self.user:
                    _sign_in(connection, self)
                connection.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            raise MailError(
                "The mail server does not take messages for that address: check how it is written."
            ) from error
        except (smtplib.SMTPException, OSError) as error:
            raise MailError(
                f"The mail server {self.host} did not take the message ({type(error).__name__}): try again in a few "
                "minutes; if it stays so, check CAREMATCH_SMTP_URL."
            ) from error


def _connect(server: MailServer) -> smtplib.SMTP:
    """A connection that is kept from others to read wherever the server can."""
    safe = ssl.create_default_context()
    if server.scheme == "smtps":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT_SECONDS, context=safe)
    connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT_SECONDS)
    connection.ehlo()
    if connection.has_extn("starttls"):
        connection.starttls(context=safe)
        connection.ehlo()
    elif server.user and server.host not in _LOCAL:
        connection.close()
        raise MailError(
            f"The mail server {server.host} does not offer STARTTLS, and a password is sent to no server without: use "
            "smtps://, or another port."
        )
    return connection


def _sign_in(connection: smtplib.SMTP, server: MailServer) -> None:
    try:
        connection.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as error:
        raise MailError(
            f"The mail server {server.host} did not accept the name and password in CAREMATCH_SMTP_URL."
        ) from error
