"""Everything that is stored matched into one file, stopped, and gone on with."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from batch.conftest import Match
from batch.small_world import Watching, some_work
from matcher.domain import Candidate
from matcher.engine import Engine
from matcher.errors import FileError, InputError
from matcher.ranking.everything.lists import NOBODY
from matcher.store import Store
from strategies import AS_OF


def lists_of(table: pd.DataFrame, direction: str) -> dict[str, list[tuple[str, float]]]:
    one = table[table["direction"] == direction]
    return {
        name: list(zip(rows["other"], rows["score"].astype("float32"), strict=True))
        for name, rows in one.groupby("id", sort=False)
    }


@pytest.mark.parametrize("name", ["matches.parquet", "matches.csv"])
def test_the_file_has_the_lists_of_match_all(
    match: Match, stored: Engine, store: Store, output: Path, name: str
) -> None:
    file = output.with_name(name)
    summary = match(output=file)
    table = pd.read_parquet(file) if name.endswith("parquet") else pd.read_csv(file)
    people, work = store.candidates(), store.vacancies()
    found = stored.match_all(people, work, 5, AS_OF)
    for direction, ours, others, (rows, scores) in (
        ("candidate", people, work, found.vacancies_for_candidates),
        ("vacancy", work, people, found.candidates_for_vacancies),
    ):
        wanted = {
            one.id: [(others[r].id, s) for r, s in zip(row, score, strict=True) if r != NOBODY]
            for one, row, score in zip(ours, rows, scores, strict=True)
        }
        assert lists_of(table, direction) == {name: entries for name, entries in wanted.items() if entries}
    assert summary.rows == len(table) > 350
    assert (summary.candidates, summary.vacancies, summary.parts_kept) == (50, 40, 0)
    assert summary.parts > 4


def test_lists_stand_in_the_order_of_ids_and_ranks(match: Match, output: Path) -> None:
    match()
    table = pd.read_parquet(output)
    order = table.sort_values(["direction", "id", "rank"], kind="stable")
    assert order.index.tolist() == list(range(len(table)))
    assert (table.groupby(["direction", "id"])["rank"].diff().dropna() == 1).all()


def test_the_file_carries_ids_scores_and_versions_and_nothing_of_a_person(match: Match, output: Path) -> None:
    from pyarrow import parquet

    match()
    table = parquet.read_table(output)
    assert table.column_names == ["direction", "id", "rank", "other", "score", "engine_version", "model", "as_of"]
    assert set(table["model"].to_pylist()) == {"baseline-1"}
    assert table.schema.metadata[b"carematch.k"] == b"5"
    assert table.schema.metadata[b"carematch.as_of"] == b"2026-11-22"
    assert b"Name C" not in output.read_bytes()


def test_who_is_hidden_and_what_waits_for_approval_is_in_no_list(match: Match, store: Store, output: Path) -> None:
    store.cases.set_hidden("C0003", hidden=True)
    store.cases.set_shared("C0004", shared=False)
    store.standings.post("V0005", None, "female", "personal care at home")
    watching = Watching()
    match(watching)
    assert watching.said == [
        "In no list, because they wait for a person's approval: vacancies, 1 of them.",
        "In no list, because they hide: candidates, 2 of them.",
    ]
    table = pd.read_parquet(output)
    assert not {"C0003", "C0004", "V0005"} & (set(table["id"]) | set(table["other"]))
    assert {"C0005", "V0004"} <= set(table["id"])


def test_who_is_taken_out_or_hidden_while_it_runs_is_in_no_list(match: Match, store: Store, output: Path) -> None:
    def meanwhile() -> None:
        store.remove(candidates=["C0002"])
        store.cases.set_hidden("C0003", hidden=True)
        store.standings.post("V0005", None, "female", "personal care at home")

    watching = Watching(2, meanwhile)
    match(watching)
    table = pd.read_parquet(output)
    assert not {"C0002", "C0003", "V0005"} & (set(table["id"]) | set(table["other"]))
    said = watching.said[-1]
    assert said.startswith("Records changed while it ran: who was taken out, hidden or held meanwhile is in no list")


class StoppedError(Exception):
    pass


def stop() -> None:
    raise StoppedError


def test_a_run_that_was_stopped_goes_on_and_the_file_is_the_same(match: Match, output: Path) -> None:
    match(output=output.with_name("whole.parquet"))
    with pytest.raises(StoppedError):
        match(Watching(3, stop))
    assert not output.exists()
    again = Watching()
    assert match(again).parts_kept == 3
    assert again.said == [f"Going on where an earlier run stopped: 3 of {again.of[0]} parts are done."]
    assert (again.n_parts, again.n_people) == again.of
    assert output.read_bytes() == output.with_name("whole.parquet").read_bytes()
    assert not output.with_name("matches.parquet.parts").exists()


def test_a_run_begins_anew_when_a_record_has_changed(match: Match, store: Store) -> None:
    with pytest.raises(StoppedError):
        match(Watching(3, stop))
    work = some_work(40)[7]
    store.replace_vacancy(work.model_copy(update={"pay_min_gbp_per_hour": 13.5}), work)
    watching = Watching()
    assert match(watching).parts_kept == 0
    assert watching.said == ["An earlier run was stopped, and since then the records changed: it begins anew."]


def test_a_run_begins_anew_on_another_day_with_another_k(match: Match) -> None:
    with pytest.raises(StoppedError):
        match(Watching(3, stop))
    watching = Watching()
    match(watching, k=4, as_of=AS_OF + timedelta(days=1))
    assert watching.said == [
        "An earlier run was stopped, and since then the day it is judged on and k changed: it begins anew."
    ]


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from matcher.batch.asked import Request
from matcher.batch.whole import match_stored
from matcher.engine import Engine
class Watching:
    def say(self, text): pass
    def begin(self, n_parts, n_people): pass
    def people(self, n): pass
    def parts(self, n): pass

url, output, n = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
engine, calls, sync = Engine.load(database=url), [], os.fsync

def killed_in_the_middle_of_a_file(handle):
    calls.append(handle)
    if len(calls) == n:
        os.kill(os.getpid(), signal.SIGKILL)
    sync(handle)

os.fsync = killed_in_the_middle_of_a_file
match_stored(engine, engine.store, Request(output, 5, date(2026, 11, 22), part_size=20), Watching())
"""


def test_a_run_killed_while_it_writes_a_part_goes_on_and_the_file_is_the_same(
    match: Match, store: Store, output: Path
) -> None:
    match(output=output.with_name("whole.parquet"))
    command = [sys.executable, "-c", KILLED, store.url, str(output), "7"]  # the third part: two calls for each file
    killed = subprocess.run(command, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [path.name for path in output.with_name("matches.parquet.parts").glob("*.tmp")] == ["000002.arrow.tmp"]
    assert match().parts_kept == 2
    assert output.read_bytes() == output.with_name("whole.parquet").read_bytes()


def test_nobody_to_match_is_said_and_leaves_an_earlier_file(match: Match, store: Store, output: Path) -> None:
    output.write_bytes(b"last night's")
    store.remove(vacancies=store.vacancy_ids())
    with pytest.raises(InputError, match="No vacancies to match"):
        match()
    assert output.read_bytes() == b"last night's"
    assert not output.with_name("matches.parquet.parts").exists()


def test_more_than_there_are_is_all_there_are(match: Match, output: Path) -> None:
    match(k=10_000)
    table = pd.read_parquet(output)
    assert table["rank"].max() > 5
    assert table.groupby("id")["rank"].max().loc["V0000"] <= 50


@pytest.mark.parametrize("name", ["matches.json", "nowhere/matches.csv", "folder.csv"])
def test_an_output_that_cannot_be_written_is_refused_at_once(match: Match, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(FileError, match=name.split("/", maxsplit=1)[0]):
        match(output=tmp_path / name)


def test_ids_of_any_writing_come_back_as_they_are(match: Match, store: Store, output: Path) -> None:
    odd = 'O\'Neil, "x"; Ø'
    store.upsert_candidates([(Candidate(id=odd), _nobody())])
    match(output=output.with_name("matches.csv"))
    assert odd in set(pd.read_csv(output.with_name("matches.csv"))["id"])


def _nobody() -> object:
    from matcher.store import Person

    return Person()
