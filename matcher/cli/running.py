"""`init`, `demo` and `serve`."""

import os
from datetime import date

import click

from matcher.cli.options import DAY, open_engine
from matcher.cli.printing import print_ranking

__all__ = ["demo", "init", "serve"]


@click.command()
def init() -> None:
    """Create or migrate the database; safe to repeat."""
    from matcher.store import Store
    from matcher.store.connection import database_url

    Store().migrate()
    click.echo(f"The database is ready: {database_url().render_as_string(hide_password=True)}", err=True)


@click.command()
@click.option("--fresh", is_flag=True, help="Take out the demo's own records first, as if it had never been loaded.")
def demo(fresh: bool) -> None:
    """Load the demo data and print one ranked, explained answer."""
    from matcher.importers.demo import DEMO_CANDIDATE, DEMO_DAY, load_demo
    from matcher.importers.demo_accounts import DEMO_PASSWORD, load_demo_accounts

    engine, store = open_engine()
    for summary in load_demo(store, engine.taxonomy, engine.gazetteer, fresh=fresh):
        click.echo(f"{summary.kind}: {summary.read} read, {summary.rejected} rejected", err=True)
    load_demo_accounts(store)
    candidate = store.candidate(DEMO_CANDIDATE)
    print_ranking(engine.match_candidate(candidate, store.vacancies(), k=3, as_of=DEMO_DAY), engine, candidate)
    click.echo(
        f"This is for {DEMO_DAY}, the demo's own day, so that it is the same whenever it is asked. The web app ranks "
        f"for today, when some vacancies may have closed; 'carematch serve --as-of {DEMO_DAY}' ranks for that day.",
        err=True,
    )
    demo_accounts = [account for account in store.accounts.all() if account.is_demo]
    click.echo(f"Sign in with the password {DEMO_PASSWORD} as", err=True)
    for account in demo_accounts:
        click.echo(f"  {account.email} ({account.role.value}: {account.name})", err=True)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Others reach it only with CAREMATCH_PUBLIC_URL.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--as-of", type=DAY, help="The day everything is judged on. [default: today, anew each day]")
def serve(host: str, port: int, as_of: date | None) -> None:
    """Serve the web app."""
    from webapp.serving import check_accounts, check_address
    from webapp.serving import serve as serve_app

    public_url = os.environ.get("CAREMATCH_PUBLIC_URL") or None
    check_address(host, port, public_url)
    engine, store = open_engine()
    check_accounts(store, public_url)
    click.echo(f"carematch on http://{f'[{host}]' if ':' in host else host}:{port}/ (stop with Ctrl-C)", err=True)
    serve_app(engine, host, port, as_of=as_of, public_url=public_url)
