"""Most rows are read column by column and landed in bulk; the oracle reads each by itself and lands it as a record."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import context_in, reasons, sheet, write

from matcher.domain import Candidate, Vacancy
from matcher.errors import StoreError
from matcher.geography import SectorGazetteer
from matcher.importers.candidates import import_candidates
from matcher.importers.vacancies import import_vacancies
from matcher.store import Counts, Person, Store

TODAY = date(2026, 11, 22)
NAMES = ["cooking", "customer service", "Food hygiene", "juggling", "personal care", "none", "n/a", "-"]
SHOWN = ["", "", " [certified 2019-05]", " [studied 2020]", ", driving [manual]"]
POSTCODES = ["", "LS9 7TF", "ls97tf", "LS9 7TG", "LS9 7", "LS9", "LS", "53.7954, -1.5172", "n/a"]
NOWHERE = ["ZZ9 9ZZ", "JE2 3AB", "LS9 7CC"]
YES_NO = ["", "yes", "No", "-"]
HOURS = ["", "16", "30 hours", "8"]
# Cells that can be read, and cells that cannot or not beside every other.
CANDIDATES = {
    "name": (["", "Ann", "=1+1", '"quoted", with comma', "two\nlines", "Zoë"], []),
    "contact": (["", "ann@example.org", "-"], []),
    "postcode": (POSTCODES, NOWHERE),
    "age_band": (["", "21+", "17"], ["1990-01-01"]),
    "prior_occupation": (["", "shop manager", "lion tamer"], []),
    "prior_sector": (["", "Retail; 87", "none"], []),
    "skills": ([], ["cooking [studied 2019-13]; juggling"]),
    "skill_evidence": (["", "", "n/a", "cooking: practised 2020", "juggling: studied 2001"], ["cooking: 2020"]),
    "qualifications": (["", "none", "Care Certificate; a badge"], []),
    "about": (["", "Not known", "Cared for my mother, mostly.", "?", "  spaced  "], []),
    "vehicle": (YES_NO, ["perhaps"]),
    "shifts": (["", "mon-fri early"], ["whenever it rains"]),
    "hours_min": (HOURS, ["300"]),
    "hours_max": (HOURS, ["most"]),
    "pay_min_gbp_per_hour": (["", "12.71", "£12.71"], ["24000"]),
    "available_from": (["", "01/12/2026"], ["31/02/2026"]),
}
VACANCIES = {
    "provider": (["", "Larkrigg House", "tbc"], []),
    "title": (["", "Care assistant", "Lion tamer", "Night care assistant"], []),
    "role_family": (["", "care worker", "something else"], []),
    "place_kind": (["", "site", "round", "live in", "-"], ["a tent"]),
    "postcode": (POSTCODES, NOWHERE),
    "area": (["", "", "LS9; LS8", "-"], ["ZZ9"]),
    "positions": (["", "2"], ["0", "many"]),
    "essential_skills": ([], []),
    "optional_skills": ([], []),
    "hours_min": (HOURS, ["300"]),
    "hours_max": (HOURS, []),
    "contract": (["", "perm", "apprenticeship"], []),
    "pay_min_gbp_per_hour": (["", "9.00", "12.71"], ["lots"]),
    "pay_max_gbp_per_hour": (["", "9.50", "13"], []),
    "pay_note": (["", "sleep in"], []),
    "min_age": (["", "18"], ["21"]),
    "min_age_reason": (["", "the home is registered so"], []),
    "apply_url": (["", "www.example.org/jobs", "-"], ["ask Ann"]),
    "opens": (["", "2026-11-01", "2027-02-01"], []),
    "closes": (["", "2027-03-01"], ["soon", "2026-12-01"]),
}


class OneByOne:
    """A store that is given records, as one is that has more to do with them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def upsert_candidates(self, pairs: Sequence[tuple[Candidate, Person]]) -> Counts:
        return self._store.upsert_candidates(pairs)

    def upsert_vacancies(self, records: Sequence[Vacancy]) -> Counts:
        return self._store.upsert_vacancies(records)


class Side(NamedTuple):
    """A store in a folder of its own, and how an import is handed it."""

    folder: Path
    store: Store
    given: Any

    def imported(self, kind: str, text: str, **given: Any) -> dict[str, Any]:
        """What an import says, gives back and leaves behind."""
        context = context_in(
            self.folder, store=self.given, gazetteer=self.store.gazetteer(SectorGazetteer.load()), **given
        )
        context.rejects.unlink(missing_ok=True)
        path = write(self.folder, text)
        summary = (
            import_candidates(path, context) if kind == "candidates" else import_vacancies(path, context, as_of=TODAY)
        )
        return {
            **summary.as_dict(), "seconds": None, "rejects": None, "given back": _text(context.rejects),
            **{table: self.rows(table) for table in ("candidates", "people", "vacancies")},
        }  # fmt: skip

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """The rows of a table as the database keeps them, by id."""
        with closing(sqlite3.connect(self.folder / "carematch.db")) as connection:
            return connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608 - ours


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _side(folder: Path) -> Store:
    store = Store(f"sqlite:///{folder}/carematch.db")
    store.migrate()
    return store


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Side, Side]]:
    """The way that is tested and its oracle. What one example leaves, the next one meets."""
    quick, slow = tmp_path_factory.mktemp("quick"), tmp_path_factory.mktemp("slow")
    stores = _side(quick), _side(slow)
    yield Side(quick, stores[0], stores[0]), Side(slow, stores[1], OneByOne(stores[1]))
    for store in stores:
        store.close()


NAMED = st.builds(str.__add__, st.sampled_from(NAMES), st.sampled_from(SHOWN))
LISTS = st.sampled_from(["", "none", "; ;", "-"]) | st.lists(NAMED, min_size=1, max_size=4).map("; ".join)
IDS = st.sampled_from([*(f"A{n}" for n in range(9)), " A2 ", "'=A7", "-", "x" * 201, ""])


def rows_of(cells: dict[str, tuple[list[str], list[str]]]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Rows of which most can be read: in one of four, a cell is replaced by one that cannot."""
    good = {name: st.sampled_from(readable) if readable else LISTS for name, (readable, _) in cells.items()}
    bad = [{name: cell} for name, (_, unreadable) in cells.items() for cell in unreadable]
    spoilt = st.sampled_from([{}] * 3 * len(bad) + bad)
    row = st.fixed_dictionaries({"id": IDS}, optional=good)
    return st.lists(st.builds(dict.__or__, row, spoilt), min_size=1, max_size=8)


@settings(max_examples=100, deadline=None)
@given(rows=rows_of(CANDIDATES))
def test_candidates_land_and_come_back_as_row_by_row(sides: tuple[Side, Side], rows: list[dict[str, str]]) -> None:
    quick, slow = (side.imported("candidates", sheet(*rows)) for side in sides)
    assert quick == slow


@settings(max_examples=100, deadline=None)
@given(rows=rows_of(VACANCIES))
def test_vacancies_land_and_come_back_as_row_by_row(sides: tuple[Side, Side], rows: list[dict[str, str]]) -> None:
    quick, slow = (side.imported("vacancies", sheet(*rows)) for side in sides)
    assert quick == slow


@pytest.mark.parametrize("kind", ["candidates", "vacancies"])
def test_the_demo_lands_as_row_by_row(sides: tuple[Side, Side], kind: str) -> None:
    text = Path(f"data/demo/{kind}.csv").read_text(encoding="utf-8")
    quick, slow = (side.imported(kind, text) for side in sides)
    assert quick == slow
    assert quick["added"] == len(text.splitlines()) - 1


def test_rows_that_fit_no_table_come_back_in_their_order(sides: tuple[Side, Side]) -> None:
    text = 'id,vehicle\nB1,yes\nB2,yes,stray\n\nB3,perhaps\nB4\nB5,"no\nB6,yes\nB1,no\n'
    quick, slow = (side.imported("candidates", text) for side in sides)
    assert quick == slow
    assert list(reasons(sides[0].folder)) == [3, 5, 7, 9]


def test_closed_ids_come_back(sides: tuple[Side, Side]) -> None:
    text = "id,vehicle\nD1,yes\nD2,yes\nD1,no\n"
    quick, slow = (side.imported("candidates", text, closed=frozenset({"D1"})) for side in sides)
    assert quick == slow
    assert (quick["added"], quick["rejected"]) == (1, 2)


def test_names_that_could_not_be_linked_are_counted_for_every_row(sides: tuple[Side, Side]) -> None:
    rows = [{"id": f"E{n}", "skills": "juggling; cooking", "vehicle": "perhaps" if n == 3 else "yes"} for n in range(9)]
    quick, slow = (side.imported("candidates", sheet(*rows)) for side in sides)
    assert quick["notes"] == slow["notes"]
    assert "9; most often 'juggling' (9)" in quick["notes"][0] or "8; most often 'juggling' (8)" in quick["notes"][0]


def test_an_import_that_breaks_off_leaves_whole_blocks_and_is_right_when_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.importers.row_blocks._MOST_ROWS", 10)
    store = _side(tmp_path)
    side = Side(tmp_path, store, store)
    text = sheet(*({"id": f"F{n:02}", "skills": "cooking", "name": f"Ann {n}"} for n in range(35)))
    land, n_blocks = store.upsert_candidate_rows, iter(range(35))

    def fails_at_the_third(pairs: Any) -> Counts:
        if next(n_blocks) == 2:
            raise StoreError("The disk is full.")
        return land(pairs)

    monkeypatch.setattr(store, "upsert_candidate_rows", fails_at_the_third)
    with pytest.raises(StoreError, match="full"):
        side.imported("candidates", text)
    n_landed = len(side.rows("candidates"))
    assert n_landed == len(side.rows("people")) == 19  # the header was the first of the first ten
    again = side.imported("candidates", text)
    assert (again["added"], again["updated"], again["unchanged"]) == (35 - n_landed, 0, n_landed)
    store.close()


def test_progress_is_told_for_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.importers.row_blocks._MOST_ROWS", 4)
    store = _side(tmp_path)
    told: list[int] = []
    rows = [{"id": f"G{n}", "vehicle": "perhaps" if n == 5 else "yes"} for n in range(9)]
    Side(tmp_path, store, store).imported("candidates", sheet(*rows), progress=told.append)
    assert told == [3, 1, 3, 2]
    store.close()
