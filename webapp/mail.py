"""E-mail from a page, and addresses that are good outside of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import current_app, url_for

from matcher.jobs.mail import send

__all__ = ["absolute", "outbox", "send_mail"]


def send_mail(to: str, subject: str, text: str, headers: Mapping[str, str] | None = None) -> None:
    """Send plain text to one person.

    Raises
    ------
    MailError
        It could not be sent; says why and what to do.
    """
    send(to, subject, text, headers=headers, outbox=outbox(current_app.config["INSTANCE"]))


def outbox(instance: str | Path) -> Path:
    """Where messages are kept while no mail server is named."""
    return Path(instance).absolute() / "outbox"


def absolute(endpoint: str, **values: Any) -> str:
    """The address of a page as an e-mail carries it: under ``PUBLIC_URL``, else as this request reached us."""
    public_url: str | None = current_app.config["PUBLIC_URL"]
    if not public_url:
        return url_for(endpoint, _external=True, **values)
    return public_url.rstrip("/") + url_for(endpoint, _external=False, **values)
