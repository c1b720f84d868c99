"""The import of a spreadsheet against a bare bulk insert of the rows that come of it."""

import pickle
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from numpy.random import Generator

from matcher.benchmarks.blocks import Ratio
from matcher.benchmarks.national_sheets import write_sheet
from matcher.engine import Engine
from matcher.importers import ImportContext, run_import
from matcher.store import Store
from matcher.store.tables import CandidateRow, PersonRow, VacancyRow

__all__ = ["import_against_bare_insert"]

_TABLES: dict[str, tuple[Any, ...]] = {
    "candidates": (CandidateRow.__table__, PersonRow.__table__),
    "vacancies": (VacancyRow.__table__,),
}
# About as many as the import lands at once, so that both commit as often.
_N_IN_BATCH = 3_000
_N_TO_WARM = 100


def import_against_bare_insert(kind: str, n_rows: int, database_url: str, rng: Generator) -> Ratio:
    """Import a made-up national sheet; then take its rows out and put them back by SQLAlchemy Core.

    The baseline is handed dictionaries that are ready, batch by batch, a transaction each.

    Parameters
    ----------
    kind : str
        ``candidates`` or ``vacancies``.
    database_url : str
        A database with none of the kind in it, which is how it is left.

    Raises
    ------
    AssertionError
        Not every row landed: a ratio would mean nothing.
    """
    with TemporaryDirectory() as folder:
        sheet, warm = Path(folder) / "sheet.csv", Path(folder) / "warm.csv"
        write_sheet(kind, _N_TO_WARM, warm, rng)
        _import(kind, warm, f"sqlite:///{folder}/warm.db")
        write_sheet(kind, n_rows, sheet, rng)
        seconds, n_added = _import(kind, sheet, database_url)
        if n_added != n_rows:
            raise AssertionError(f"{n_added:,} of {n_rows:,} rows landed.")
        baseline_seconds = _insert_again(_TABLES[kind], Store(database_url), Path(folder) / "rows")
    return Ratio(
        baseline=f"a bare insert of {n_rows:,} {kind}",
        measured="their import from CSV",
        baseline_seconds=baseline_seconds,
        measured_seconds=seconds,
    )


def _import(kind: str, sheet: Path, database_url: str) -> tuple[float, int]:
    """Seconds, and how many rows were added."""
    engine = Engine.load(database=database_url)
    assert engine.store is not None  # noqa: S101 - a database was named
    context = ImportContext(engine.store, engine.taxonomy, engine.gazetteer, sheet.with_suffix(".rejects"))
    summary = run_import(kind, sheet, context)
    engine.store.close()
    return summary.seconds, summary.added


def _insert_again(tables: tuple[Any, ...], store: Store, kept: Path) -> float:
    """Seconds to insert what stands in some tables, after taking it out; the tables are left empty."""
    for table in tables:
        _keep(table, store, kept.with_suffix(f".{table.name}"))
    _empty(tables, store)
    seconds = sum(_insert(table, store, kept.with_suffix(f".{table.name}")) for table in tables)
    _empty(tables, store)
    store.close()
    return seconds


def _keep(table: Any, store: Store, file: Path) -> None:
    rows = sa.select(table).execution_options(yield_per=_N_IN_BATCH)
    with store.reading() as session, file.open("wb") as kept:
        for batch in session.execute(rows).mappings().partitions():
            pickle.dump([dict(row) for row in batch], kept)


def _empty(tables: tuple[Any, ...], store: Store) -> None:
    with store.session() as session:
        for table in reversed(tables):
            session.execute(sa.delete(table))


def _insert(table: Any, store: Store, file: Path) -> float:
    seconds = 0.0
    with file.open("rb") as kept:
        while kept.peek(1):
            batch = pickle.load(kept)  # noqa: S301 - written above
            started = time.perf_counter()
            with store.session() as session:
                session.execute(sa.insert(table), batch)
            seconds += time.perf_counter() - started
    return seconds
