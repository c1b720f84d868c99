"""An e-mail as it is sent: plain text, and headers in which nothing that a person wrote begins a line of its own."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from matcher.errors import MailError

__all__ = ["check_address", "compose"]

_LONGEST_LINE = 900


def compose(to: str, subject: str, text: str, headers: Mapping[str, str], *, sender: str) -> EmailMessage:
    """The message as it is sent.

    Raises
    ------
    MailError
        An address is none, or a header has a name that no header has.
    """
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = (
        Address("carematch", addr_spec=check_address(sender)),
        Address(addr_spec=check_address(to)),
    )
    message["Subject"] = _one_line(subject)
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    for name, value in headers.items():
        if not name.replace("-", "").isalnum() or not name.isascii() or name in message:
            raise MailError(f"An e-mail cannot have a header '{_one_line(name)}' of its own.")
        message[name] = _one_line(value)
    message.set_content(text.replace("\x00", ""))
    return message


def check_address(text: str) -> str:
    """One address, as it is.

    Raises
    ------
    MailError
        It is none, more than one, or more than an address.
    """
    try:
        address = Address(addr_spec=text)
    except (MessageError, ValueError, IndexError):
        address = Address()
    if not (address.username and address.domain and address.addr_spec == text) or _one_line(text) != text:
        raise MailError("That is no e-mail address to write to: correct it, such as name@example.org.")
    return text


def _one_line(text: str) -> str:
    """What cannot break out of a header: no line ends and nothing that does not print."""
    line = " ".join(text.split())
    return "".join(character for character in line if character.isprintable())[:_LONGEST_LINE]
