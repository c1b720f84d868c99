"""How often something may be asked for, by address of the asker."""

import hashlib

from flask import request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from webapp.forms.reading import tidy

__all__ = ["BY_ADDRESS", "BY_EMAIL", "by_email", "limiter"]

limiter = Limiter(get_remote_address, storage_uri="memory://", headers_enabled=False)
"""Counts in this process; with several, each allows as much."""

# Judgement: a person mistypes a password a few times; a program that guesses needs thousands.
BY_ADDRESS = "30 per 10 minutes"
BY_EMAIL = "10 per 10 minutes"


def by_email() -> str:
    """What tries of one account count under, wherever they come from: the address as the form and the store read it.

    Hashed, because a key that is over its limit is written to the log.
    """
    email = tidy(request.form.get("email", "")).lower()
    return "email:" + hashlib.sha256(email.encode()).hexdigest()
