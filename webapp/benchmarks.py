"""``python -m webapp.benchmarks``: a page of results against a ranking in the same run, and what such a page weighs."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from matcher.benchmarks.blocks import Ratio, best_of
from matcher.domain import AccountRole
from matcher.engine import Engine
from matcher.importers.demo import DEMO_CANDIDATE, DEMO_DAY, load_demo
from webapp import create_app

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

__all__ = ["MOST_BYTES", "MOST_TIMES", "N_RESULTS", "page_against_ranking", "page_bytes", "run"]

N_RESULTS = 20
MOST_TIMES, MOST_BYTES = 3.0, 250_000
"""What is promised: a page of `N_RESULTS` within so many times its ranking, and a first visit under so many bytes."""

_REPEATS = 9
_PAGE = f"/advisor/candidates/{DEMO_CANDIDATE}"
_FILES = ("carematch.css", "icon.svg")


def run() -> None:
    """Print one line for the time and one for the weight."""
    with TemporaryDirectory() as folder:
        engine = Engine.load(database=f"sqlite:///{Path(folder) / 'bench.db'}")
        assert engine.store is not None  # noqa: S101 - a database was named
        list(load_demo(engine.store, engine.taxonomy, engine.gazetteer))
        ratio = page_against_ranking(engine, Path(folder))
        weight = page_bytes(engine, Path(folder))
        engine.store.close()
    times = 1 / ratio.times_faster
    click.echo(f"{ratio.measured}: {times:.2f} times the time of {ratio.baseline} (promised: {MOST_TIMES:g})")
    click.echo(
        f"a page of results, first visit, uncompressed: {weight / 1000:.0f} kB (promised: {MOST_BYTES / 1000:g})"
    )


def page_against_ranking(engine: Engine, folder: Path) -> Ratio:
    """The whole request of a page with `N_RESULTS` matches, against ranking and explaining those and nothing else.

    Both start from vacancies that are kept in columns, as in a server that has answered before. The page counts and
    narrows everything that was ranked, so that its list can be turned over; the baseline does not have to.
    """
    browser = _signed_in(_app(engine, folder, MATCHES_PER_PAGE=N_RESULTS))
    assert engine.store is not None  # noqa: S101 - the app has one
    person, vacancies = engine.store.candidate(DEMO_CANDIDATE), engine.keep_vacancies(engine.store.vacancies())

    def rank() -> None:
        tuple(engine.match_candidate(person, vacancies, N_RESULTS, DEMO_DAY).matches)

    browser.get(_PAGE)  # templates are compiled once, and what is kept is read
    rank()
    return Ratio(
        baseline=f"ranking the first {N_RESULTS} of {len(vacancies)} vacancies alone",
        measured=f"a page of {N_RESULTS} results",
        baseline_seconds=best_of(rank, _REPEATS),
        measured_seconds=best_of(lambda: browser.get(_PAGE), _REPEATS),
    )


def page_bytes(engine: Engine, folder: Path) -> int:
    """What a first visit to a page of results brings: the page, the style sheet and the icon."""
    browser = _signed_in(_app(engine, folder))
    answers = [browser.get(address) for address in (_PAGE, *(f"/static/{name}" for name in _FILES))]
    return sum(len(answer.data) for answer in answers)


def _app(engine: Engine, folder: Path, **settings: object) -> "Flask":
    return create_app(engine, {"AS_OF": DEMO_DAY, "INSTANCE": folder, "RATELIMIT_ENABLED": False, **settings})


def _signed_in(app: "Flask") -> "FlaskClient":
    """A browser in which an advisor is signed in."""
    from webapp.access.signing_in import sign_in

    store = app.extensions["carematch"].store
    advisor = store.accounts.by_email("bench@example.org") or store.accounts.add(
        "bench@example.org", "A benchmark", AccountRole.ADVISOR
    )
    browser = app.test_client()
    with app.test_request_context():
        from flask import session

        sign_in(advisor)
        kept = dict(session)
    with browser.session_transaction() as begun:
        begun.update(kept)
    return browser


if __name__ == "__main__":
    run()
