"""The demo's accounts, so that each kind of user can be tried at once."""

from matcher.domain import AccountRole
from matcher.packaged import read_table
from matcher.store import Store

__all__ = ["DEMO_PASSWORD", "load_demo_accounts"]

DEMO_PASSWORD = "teapot-ladder-harbour"  # noqa: S105 - everybody may know it: it opens nothing where others reach the app
"""The password of every demo account."""

_DURHAM = ("DH", "DL", "SR")
_STILL_TO_REVIEW = "V053"


def load_demo_accounts(store: Store) -> int:
    """Add the accounts of ``data/demo/accounts.csv`` that are missing, and what stands behind them; how many."""
    missing = [row for row in read_table("demo", "accounts.csv") if store.accounts.by_email(row["email"]) is None]
    for row in missing:
        candidate_id = row["candidate_id"] or None
        name = row["name"] or (store.person(candidate_id).name if candidate_id else None) or row["email"]
        store.accounts.add(
            row["email"],
            name,
            AccountRole(row["role"]),
            provider=row["provider"] or None,
            team=row["team"] or None,
            candidate_id=candidate_id,
            password=DEMO_PASSWORD,
            is_demo=True,
        )
    if missing:
        _share_out(store)
        _approve(store)
    return len(missing)


def _share_out(store: Store) -> None:
    """People of County Durham are its team's, the others that of Leeds; who has no postcode is everybody's."""
    demo = {row["id"] for row in read_table("demo", "candidates.csv")}
    for candidate in store.candidates():
        if candidate.id in demo and candidate.postcode:
            team = "Durham" if candidate.postcode.upper().startswith(_DURHAM) else "Leeds"
            store.cases.assign(candidate.id, None, team)


def _approve(store: Store) -> None:
    """Minimum ages above 18 have been looked at, but for one that waits to be."""
    standings = store.standings.all()
    for row in read_table("demo", "vacancies.csv"):
        if row["min_age_reason"] and row["id"] != _STILL_TO_REVIEW and row["id"] not in standings:
            store.standings.review(row["id"], "approved", None, "The reason is the insurer’s or the regulator’s.")
