"""What the app does, with whose details, and for whom it works."""

from flask import current_app, render_template

from matcher.store.settings import ACADEMY_NAME, CONTACT_EMAIL, CONTACT_PHONE
from webapp.access import allow_anybody
from webapp.context import engine, store
from webapp.presenters import matching, privacy_notice
from webapp.public import public

__all__: list[str] = []


@public.get("/how-matching-works")
@allow_anybody
def how_matching_works() -> str:
    """What a score means, with the weights that are in use."""
    model = engine().model
    return render_template(
        "public/how_matching_works.html",
        conditions=matching.CONDITIONS,
        features=matching.feature_lines(model),
        model=model,
        never=matching.NEVER_USED,
    )


@public.get("/privacy")
@allow_anybody
def privacy() -> str:
    """What is kept about people, why, who sees it, for how long, and what they can do about it."""
    return render_template(
        "public/privacy.html", contact=_contact(), kept=privacy_notice.KEPT, seen_by=privacy_notice.SEEN_BY
    )


@public.get("/accessibility")
@allow_anybody
def accessibility() -> str:
    """What was done and tested so that everybody can use the app."""
    return render_template("public/accessibility.html", contact=_contact())


@public.get("/cookies")
@allow_anybody
def cookies() -> str:
    """The one cookie."""
    return render_template("public/cookies.html", name=current_app.config["SESSION_COOKIE_NAME"])


def _contact() -> dict[str, str]:
    """Who runs the app and how to reach them, as far as an administrator has said."""
    settings = store().settings
    return {
        "name": settings.get(ACADEMY_NAME),
        "email": settings.get(CONTACT_EMAIL),
        "phone": settings.get(CONTACT_PHONE),
    }
