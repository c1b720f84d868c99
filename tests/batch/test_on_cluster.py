"""Parts matched by the workers of a Dask cluster: processes of their own, one of which is killed in the middle."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from batch.conftest import Match
from batch.small_world import Watching
from matcher.batch.cluster import _found, match_on_cluster
from matcher.batch.errands import Errand, complaint, do_part
from matcher.batch.part import PartMatches, halo_of, match_part
from matcher.batch.plan import Part, make_plan
from matcher.engine import Engine
from matcher.errors import ClusterError, InputError, StoreError
from matcher.store import Store
from strategies import AS_OF

distributed = pytest.importorskip("distributed")


@contextmanager
def cluster(n_workers: int) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """The address of a scheduler, and its workers."""
    with distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=":0", host="tcp://127.0.0.1") as at:
        command = [sys.executable, "-m", "distributed.cli.dask_worker", at.scheduler_address]
        how = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "60"]
        quietly = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        workers = [subprocess.Popen([*command, *how], **quietly) for _ in range(n_workers)]
        try:
            yield at.scheduler_address, workers
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()


def test_a_run_whose_worker_is_killed_finishes_and_is_the_same(match: Match, output: Path) -> None:
    match(output=output.with_name("here.parquet"))
    with cluster(2) as (address, workers), distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(2)
        watching = Watching(1, workers[0].kill)
        summary = match(watching, scheduler=address)
        assert workers[0].wait() == -9
        assert len(client.nthreads()) == 1
    assert summary.parts > 4
    assert (watching.n_parts, watching.n_people) == watching.of
    assert output.read_bytes() == output.with_name("here.parquet").read_bytes()


class Nowhere:
    """A client whose scheduler goes when the first part comes back; until then `seen` is told of every part."""

    def __init__(self, seen: Callable[[], object]) -> None:
        self._seen = seen

    def scheduler_info(self) -> dict[str, str]:
        return {"address": "tcp://nowhere:1"}

    def submit(self, *_: object, **__: object) -> None:
        self._seen()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ClusterError("The scheduler has gone.")], ids=["stopped", "gone"])
def test_a_run_that_ends_early_leaves_no_columns_of_anybody_and_lets_no_other_read_them(
    stored: Engine, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def stop(_client: object, parts: Sequence[Part], submit: Callable[[Part], object]) -> Iterator[None]:
        submit(parts[0])
        raise error
        yield

    monkeypatch.setattr("matcher.batch.cluster.check_workers", lambda *_: None)
    monkeypatch.setattr("matcher.batch.cluster._as_they_come", stop)
    seen: list[tuple[list[str], int]] = []
    folder, plan = tmp_path / "columns", make_plan(stored, store, 5, AS_OF, 20)
    client = Nowhere(lambda: seen.append((sorted(one.name for one in folder.iterdir()), folder.stat().st_mode & 0o007)))
    with pytest.raises((KeyboardInterrupt, ClusterError)):
        list(match_on_cluster(stored, client, plan, [0, 1], tmp_path, lambda _: None))  # type: ignore[arg-type]
    assert seen[-1] == (["candidates-000000.parquet", "vacancies.parquet"], 0)
    assert not folder.exists()


@pytest.mark.parametrize("address", ["nowhere", "http://127.0.0.1:8786"], ids=["no port", "no such protocol"])
def test_an_address_at_which_nobody_answers_is_one_clear_line(
    match: Match, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("distributed.Client", None)  # one that fails late says so again, with a traceback, when it goes
    with pytest.raises(
        ClusterError, match=rf"No Dask scheduler answers at '{address}' .*: start one with 'dask scheduler'"
    ):
        match(scheduler=address)


def test_a_cluster_without_workers_is_one_clear_line(match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.batch.connecting._WORKERS_SECONDS", 0.1)
    with (
        cluster(0) as (address, _),
        pytest.raises(ClusterError, match=f"no workers: start some .*dask worker {address}"),
    ):
        match(scheduler=address)


def test_what_to_install_is_said_where_dask_is_not(match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"pip install 'carematch\[dask\]'"):
        match(scheduler="tcp://127.0.0.1:8786")


@dataclass
class Ended:
    """A task that ended badly, as a client sees it."""

    error: Exception | None
    gone: Exception | None = None

    def exception(self) -> Exception | None:
        return self.error

    def result(self) -> None:
        assert self.gone is not None
        raise self.gone


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        (Ended(MemoryError("256 MB")), "could not do part 7: MemoryError: 256 MB"),
        (Ended(StoreError("The database is away.")), "could not do part 7: The database is away."),
        (Ended(None, CancelledError()), "The scheduler has gone"),
        (Ended(distributed.scheduler.KilledWorker("part", None, 3)), "too little memory for it"),
    ],
)
def test_whatever_ends_a_part_is_one_clear_line_that_says_how_to_go_on(ended: Ended, said: str) -> None:
    with pytest.raises(ClusterError, match=f"{said}.* The same command goes on"):
        _found(ended, 7)


@pytest.fixture
def errand(stored: Engine, store: Store, monkeypatch: pytest.MonkeyPatch) -> Errand:
    """What a worker that reads the database itself is told."""
    from matcher import __version__

    monkeypatch.setenv("CAREMATCH_DATABASE_URL", store.url)
    work, model = tuple(sorted(store.vacancy_ids())), stored.model
    return Errand(
        store.url, __version__, work, None, model.name, dict(model.weights), dict(model.priors), AS_OF, 5, None
    )


def test_a_worker_that_reads_the_database_finds_what_is_found_here(
    errand: Errand, stored: Engine, store: Store
) -> None:
    plan = make_plan(stored, store, 5, AS_OF, 20)
    for number in range(len(plan.parts)):
        part = plan.part(number)
        people = stored.candidate_columns(AS_OF, list(part.ids))
        here = match_part(people, halo_of(people, plan.work), plan.basis)
        assert_same(do_part(errand, part), here)


def assert_same(one: PartMatches, other: PartMatches) -> None:
    assert one.candidates.tolist() == other.candidates.tolist()
    assert one.vacancies.tolist() == other.vacancies.tolist()
    for mine, its in ((one.for_candidates, other.for_candidates), (one.for_vacancies, other.for_vacancies)):
        assert all((column == wanted).all() for column, wanted in zip(mine, its, strict=True))


def test_a_worker_that_can_do_the_work_does_not_complain(errand: Errand) -> None:
    assert complaint(errand) == ""


def test_a_worker_of_another_version_says_so(errand: Errand) -> None:
    assert "not 9.9: install the same version" in complaint(replace(errand, version="9.9"))


def test_a_worker_on_another_database_says_so(errand: Errand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Store(f"sqlite:///{tmp_path / 'other.db'}")
    other.migrate()
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", other.url)
    assert "CAREMATCH_DATABASE_URL" in complaint(errand)


def test_a_worker_that_does_not_see_the_folder_says_so(errand: Errand, tmp_path: Path) -> None:
    assert "a folder that all workers share" in complaint(replace(errand, folder=str(tmp_path / "elsewhere")))
