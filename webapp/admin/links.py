"""The link that invites somebody: shown once to whoever made it, and sent by e-mail where that is set up."""

from dataclasses import dataclass

from flask import session

from matcher.domain import Account
from matcher.errors import CarematchError
from matcher.jobs.mail_server import MailServer
from webapp.context import store
from webapp.logs import log_failure
from webapp.mail import absolute, send_mail

__all__ = ["ShownLink", "give_link", "take_shown_link"]

_SHOWN_ONCE = "link_to_show"
_SUBJECT = "Your account with carematch"
_TEXT = """Hello {name},

You are invited to carematch, which matches people and care work. Choose a password here within seven days:

{link}

You then sign in with this e-mail address, {email}.
"""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link as it is shown once, and whether an e-mail took it to its owner too."""

    address: str
    was_sent: bool


def give_link(invited: Account) -> None:
    """Make a new link, keep it for the next page of its account alone, and send it."""
    link = absolute("account.link", token=store().accounts.make_link(invited.id))
    session[_SHOWN_ONCE] = {"account": invited.id, "link": link, "was_sent": _is_sent(invited, link)}


def take_shown_link(account_id: int) -> ShownLink | None:
    """The link that was just made for an account; asked for again, it is gone."""
    kept = session.get(_SHOWN_ONCE)
    if not kept or kept["account"] != account_id:
        return None
    del session[_SHOWN_ONCE]
    return ShownLink(kept["link"], kept["was_sent"])


def _is_sent(invited: Account, link: str) -> bool:
    """Send it; what goes to the outbox, because no mail server is named, reaches nobody."""
    try:
        send_mail(invited.email, _SUBJECT, _TEXT.format(name=invited.name, email=invited.email, link=link))
    except CarematchError as error:
        log_failure(f"The link of account {invited.id} was not sent", error)
        return False
    return bool(MailServer.of_setting().host)
