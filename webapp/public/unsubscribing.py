"""The link in every e-mail that ends them: one button on a page, or one call of a mail program (RFC 8058)."""

from flask import abort, render_template

from matcher.store import AuditEntry
from matcher.store.own_settings import OwnSettings
from webapp.access import allow_anybody
from webapp.context import store
from webapp.limits import BY_ADDRESS, limiter
from webapp.public import public

__all__ = ["take_unsubscribe"]


@public.get("/unsubscribe/<token>")
@allow_anybody
@limiter.limit(BY_ADDRESS)
def unsubscribe(token: str) -> str:
    """The page with the one button; opening it changes nothing, because mail programs open links by themselves."""
    return render_template("public/unsubscribe.html", done=_of(token).alerts is None, token=token)


@public.post("/unsubscribe/<token>")
@allow_anybody
@limiter.limit(BY_ADDRESS)
def take_unsubscribe(token: str) -> str:
    """End the e-mails; again does no harm.

    A mail program calls this without a session and without our form's token. What the link carries is the proof, and
    all that it can do is end e-mails.
    """
    found = _of(token)
    if found.alerts is not None:
        store().own.set_alerts(found.candidate_id, None)
        entry = AuditEntry("own", "jobseeker", candidate_id=found.candidate_id, detail="ended e-mails about vacancies")
        store().audit.add(entry)
    return render_template("public/unsubscribe.html", done=True, token=token)


def _of(token: str) -> OwnSettings:
    return store().own.by_token(token) or abort(404)
