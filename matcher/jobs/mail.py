"""E-mail: by the server that ``CAREMATCH_SMTP_URL`` names, else as a file in an outbox."""

import os
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from matcher.errors import MailError
from matcher.jobs.mail_server import MailServer
from matcher.jobs.messages import compose

__all__ = ["MailError", "send"]


def send(to: str, subject: str, text: str, *, headers: Mapping[str, str] | None = None, outbox: Path) -> None:
    """Send plain text to one person.

    Parameters
    ----------
    to : str
        One address.
    subject, headers
        Each becomes one line whatever it holds: nothing in them begins a header of its own.
    outbox : Path
        Where the message is kept, readable by us alone, while no server is named.

    Raises
    ------
    MailError
        The address is none, or the server did not take the message.
    """
    server = MailServer.of_setting()
    message = compose(to, subject, text, headers or {}, sender=server.sender)
    if server.host:
        server.take(message)
    else:
        _keep(message, outbox)


def _keep(message: EmailMessage, outbox: Path) -> None:
    """Put a message in the outbox, whole or not at all."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
    try:
        outbox.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = outbox / f"{name}.part"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(bytes(message))
        draft.replace(outbox / f"{name}.eml")
    except OSError as error:
        raise MailError(
            f"A message could not be kept in {outbox} ({error.strerror}): make room on the disk."
        ) from error
