"""The list of accounts, and the page of one."""

from flask import render_template, request

from matcher.domain import Account, AccountRole
from webapp.access import ADMIN, account, allow
from webapp.admin import admin
from webapp.admin.links import take_shown_link
from webapp.context import store
from webapp.paging import paginate
from webapp.presenters.accounts import STATES, state_of
from webapp.presenters.lists import found, search_text

__all__: list[str] = []


@admin.get("/accounts")
@allow(ADMIN)
def accounts() -> str:
    """Every account, with a search and filters by role and state."""
    everybody = store().accounts.all()
    query = request.args.get("q", "").strip()
    role, state = request.args.get("role", ""), request.args.get("state", "")
    hits = [one for one in everybody if _fits(one, query, role, state)]
    return render_template(
        "admin/accounts.html",
        n_all=len(everybody),
        page=paginate(hits),
        query=query,
        role=role if role in set(AccountRole) else "",
        roles=list(AccountRole),
        state=state if state in STATES else "",
        states=STATES,
    )


@admin.get("/accounts/<int(max=2147483647):account_id>")
@allow(ADMIN)
def show_account(account_id: int) -> str:
    """One account, what can be done with it, and once after it was made the link that opens it."""
    shown = store().accounts.get(account_id)
    return render_template(
        "admin/account.html",
        is_own=shown.id == account().id,
        link=take_shown_link(account_id),
        n_entries=store().audit.count(account_id=account_id),
        shown=shown,
        state=state_of(shown),
    )


def _fits(one: Account, query: str, role: str, state: str) -> bool:
    """Whether an account is looked for; a filter that is none of the choices hides nobody."""
    parts = [one.name, one.email, one.provider, one.team, one.candidate_id]
    return (
        found(search_text(parts), query)
        and (role not in set(AccountRole) or one.role == role)
        and (state not in STATES or state_of(one) == state)
    )
