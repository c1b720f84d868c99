"""`account`: who may sign in to the web app."""

import json
import os
from typing import TYPE_CHECKING

import click

from matcher.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from matcher.domain import Account
    from matcher.store import Store

__all__ = ["account"]

_ROLES = ("advisor", "provider", "jobseeker", "admin")
_HERE = "http://127.0.0.1:8000"


@click.group()
def account() -> None:
    """Who may sign in to the web app: add, list, disable and enable accounts, and make links."""


@account.command()
@click.argument("email")
@click.option("--role", required=True, type=click.Choice(_ROLES))
@click.option("--name", help="[default: the e-mail address]")
@click.option("--provider", help="Of a provider: its name, as its vacancies carry it.")
@click.option("--team", help="Of an advisor, who then sees its people and those of no team. [default: everybody]")
@click.option("--candidate", help="Of a jobseeker: the id of their record.")
def add(email: str, role: str, name: str | None, provider: str | None, team: str | None, candidate: str | None) -> None:
    """Make an account for EMAIL and print the link with which its owner chooses a password."""
    from matcher.domain import AccountRole

    _check_email(email)
    _check_belongings(role, provider, team, candidate)
    store = _open_store()
    if candidate is not None:
        store.candidate(candidate)  # says so where there is none
    made = store.accounts.add(
        email, (name or email).strip(), AccountRole(role), provider=provider, team=team, candidate_id=candidate
    )
    _print_link(store, made)


@account.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def list_accounts(as_json: bool) -> None:
    """Every account with its role and state."""
    from rich.console import Console
    from rich.table import Table

    accounts = _open_store().accounts.all()
    if as_json:
        click.echo(json.dumps([_told(one) for one in accounts], ensure_ascii=False))
        return
    if not accounts:
        click.echo("There are no accounts yet: carematch account add EMAIL --role admin makes the first.")
        return
    table = Table("e-mail", "name", "role", "of", "state", box=None)
    for one in accounts:
        table.add_row(one.email, one.name, one.role.value, one.provider or one.team or one.candidate_id, _state(one))
    Console().print(table)


@account.command()
@click.argument("email")
def disable(email: str) -> None:
    """Close the account of EMAIL; its sessions end at once."""
    store = _open_store()
    store.accounts.set_active(_find(store, email).id, active=False)
    click.echo(f"{email} is disabled.", err=True)


@account.command()
@click.argument("email")
def enable(email: str) -> None:
    """Open the account of EMAIL again."""
    store = _open_store()
    store.accounts.set_active(_find(store, email).id, active=True)
    click.echo(f"{email} is open.", err=True)


@account.command()
@click.argument("email")
def link(email: str) -> None:
    """Print a new link with which the owner of EMAIL chooses a password; older ones are void."""
    store = _open_store()
    found = _find(store, email)
    if not found.active:
        raise InputError(f"{email} is disabled: carematch account enable {email} comes first.")
    _print_link(store, found)


@account.command("disable-demo")
def disable_demo() -> None:
    """Close every account that came with the demo, before others can reach the app."""
    n_closed = _open_store().accounts.disable_demo()
    click.echo(f"{n_closed} accounts of the demo are disabled." if n_closed else "None was open.", err=True)


def _open_store() -> "Store":
    from matcher.store import Store

    store = Store()
    store.migrate()
    return store


def _find(store: "Store", email: str) -> "Account":
    found = store.accounts.by_email(email)
    if found is None:
        raise NotFoundError(f"{email} has no account: carematch account list shows those there are.")
    return found


def _print_link(store: "Store", found: "Account") -> None:
    """The link on standard output alone, so that it can be piped to whoever it is for."""
    base = (os.environ.get("CAREMATCH_PUBLIC_URL") or _HERE).rstrip("/")
    click.echo(f"{base}/link/{store.accounts.make_link(found.id)}")
    click.echo(f"Give it to {found.email}: it works once, within seven days.", err=True)


def _check_email(email: str) -> None:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(email.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise InputError(f"'{email}' is no e-mail address: write it like name@example.org.") from error


def _check_belongings(role: str, provider: str | None, team: str | None, candidate: str | None) -> None:
    """Each belonging goes with one role; a provider and a jobseeker cannot do without theirs."""
    for option, value, whose in (("provider", provider, "provider"), ("team", team, "advisor"),
                                 ("candidate", candidate, "jobseeker")):  # fmt: skip
        if value and role != whose:
            raise InputError(f"--{option} goes with --role {whose}, not with {role}.")
        if not value and role == whose and option != "team":
            raise InputError(f"--role {role} needs --{option}.")


def _told(one: "Account") -> dict[str, object]:
    return {
        "email": one.email,
        "name": one.name,
        "role": one.role.value,
        "provider": one.provider,
        "team": one.team,
        "candidate": one.candidate_id,
        "state": _state(one),
        "demo": one.is_demo,
    }


def _state(one: "Account") -> str:
    if not one.active:
        return "disabled"
    return "open" if one.has_password else "invited"
