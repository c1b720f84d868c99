"""Where an administrator starts: what waits for them."""

from flask import render_template

from webapp.access import ADMIN, allow
from webapp.admin import admin
from webapp.admin.reviews import waiting_reviews
from webapp.context import store

__all__: list[str] = []


@admin.get("")
@allow(ADMIN)
def start() -> str:
    """What waits, with the way to each."""
    accounts = store().accounts.all()
    return render_template(
        "admin/start.html",
        is_set=bool(store().settings.all()),
        n_accounts=len(accounts),
        n_invited=sum(one.active and not one.has_password for one in accounts),
        n_reviews=len(waiting_reviews()),
    )
