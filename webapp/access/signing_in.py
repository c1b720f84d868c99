"""Sessions begin anew at sign-in; they end at sign-out, when idle, when old, or when the account's epoch rises."""

import secrets
import time
from datetime import UTC, datetime, timedelta

from flask import Flask, abort, current_app, flash, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from matcher.domain import Account
from matcher.errors import NotFoundError
from webapp.context import store

__all__ = [
    "account",
    "act_by_key",
    "acting",
    "end_stale_session",
    "register_sessions",
    "sign_in",
    "sign_out",
    "signed_in",
]

# Judgement: an interview lasts under an hour, and somebody who left the desk longer ago has left it; a session never
# outlives a working day.
IDLE_SECONDS = 60 * 60
LONGEST_SECONDS = 12 * 60 * 60
_TOUCH_SECONDS = 60


class _SignedIn(UserMixin):  # type: ignore[misc]
    """An account as Flask-Login keeps it: its id with its epoch, so that raising the epoch ends every session."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        """What the session carries."""
        return f"{self.account.id}.{self.account.epoch}"


def register_sessions(app: Flask) -> None:
    """Let Flask-Login find accounts in the store."""
    manager = LoginManager(app)
    manager.session_protection = None  # phones change their address; limits of time protect instead
    manager.user_loader(_load)


def signed_in() -> Account | None:
    """Who is signed in, if anybody is."""
    return current_user.account if current_user.is_authenticated else None


def act_by_key(found: Account) -> None:
    """Let this request act for the account of a key, which has no session."""
    g.acting_by_key = found


def acting() -> Account | None:
    """For whom this request acts: the account of its key, else who is signed in, if anybody is."""
    return g.get("acting_by_key") or signed_in()


def account() -> Account:
    """For whom this request acts, at an address that only they can open."""
    found = acting()
    if found is None:
        abort(403)
    return found


def sign_in(found: Account) -> None:
    """Begin a session of its own: nothing of the one before is carried over, and that one is at its end."""
    _end()
    session["nonce"] = secrets.token_hex(8)
    session["began_at"] = session["seen_at"] = int(time.time())
    session.permanent = True
    login_user(_SignedIn(found))


def sign_out() -> None:
    """End the session."""
    logout_user()
    _end()


def end_stale_session() -> None:
    """Before each request: end a session that is idle, old or signed out, or note that it was used."""
    if "_user_id" not in session:
        return
    now = int(time.time())
    why = _why_it_ended(now)
    if why:
        sign_out()
        flash(why, "notice")
    elif now - session["seen_at"] >= _TOUCH_SECONDS:
        session["seen_at"] = now


def _why_it_ended(now: int) -> str:
    """The sentence for whoever was signed in; empty while they still are."""
    if now - session.get("seen_at", 0) > IDLE_SECONDS:
        return "You were signed out, because nothing was done here for an hour. Sign in to go on."
    if now - session.get("began_at", 0) > LONGEST_SECONDS:
        return "You were signed out, because you signed in more than 12 hours ago. Sign in to go on."
    if not current_user.is_authenticated or ("nonce" in session and store().ended_sessions.has(session["nonce"])):
        return "You were signed out. Sign in to go on."
    return ""


def _end() -> None:
    """Empty the session, and take no copy of its cookie for as long as one could be good."""
    if "nonce" in session:
        store().ended_sessions.add(session["nonce"], datetime.now(UTC) + timedelta(seconds=LONGEST_SECONDS))
    session.clear()


def _load(kept: str) -> _SignedIn | None:
    number, _, epoch = kept.partition(".")
    try:
        found = store().accounts.get(int(number))
    except (ValueError, NotFoundError):
        return None
    is_open = found.active and not (found.is_demo and current_app.config["PUBLIC_URL"])
    return _SignedIn(found) if is_open and str(found.epoch) == epoch else None
