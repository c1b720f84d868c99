"""Parts matched by the workers of a Dask cluster (extra ``carematch[dask]``).

Workers read their parts themselves: from PostgreSQL where that is the store, else from Parquet files that are written
for them into the folder of the run, which they then have to share. A part is a task like any other: one whose worker
dies is done again by another, and finds the same.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from matcher import __version__
from matcher.batch.connecting import check_workers
from matcher.batch.errands import Errand, do_part, hand_on
from matcher.batch.part import PartMatches
from matcher.batch.plan import Part, Plan
from matcher.batch.sources import FileSource, StoredSource
from matcher.engine import Engine
from matcher.errors import CarematchError, ClusterError

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["match_on_cluster"]

_AHEAD = 2
"""Parts handed out for each thread of the workers, so that none waits for the next."""


def match_on_cluster(
    engine: Engine, client: "Client", plan: Plan, numbers: Sequence[int], folder: Path, on_people: Callable[[int], None]
) -> Generator[tuple[int, PartMatches], None, None]:
    """Match some parts, each as it is done, in whatever order that is.

    Parameters
    ----------
    client : distributed.Client
        From `connected`.
    folder : Path
        Where files for the workers go, if they cannot read the database.
    on_people : callable
        Told after every part how many more people are done.

    Raises
    ------
    ClusterError
        There are no workers, or they cannot do the work, or the scheduler goes: why, and what to do.
    """
    if _is_shared(engine):
        yield from _matched(engine, client, plan, numbers, None, on_people)
        return
    files = FileSource(folder.resolve() / "columns")
    try:
        files.put_work(plan.work)
        yield from _matched(engine, client, plan, numbers, files, on_people)
    finally:
        files.remove()  # they say where people live, and whoever goes on writes them anew


def _matched(
    engine: Engine,
    client: "Client",
    plan: Plan,
    numbers: Sequence[int],
    files: FileSource | None,
    on_people: Callable[[int], None],
) -> Iterator[tuple[int, PartMatches]]:
    errand = _errand(plan, files)
    check_workers(client, str(client.scheduler_info()["address"]), errand)
    told = client.submit(hand_on, errand, key=f"carematch-{errand.name}", pure=False)

    def submit(part: Part) -> "Future[PartMatches]":
        if files is not None:
            files.put_people(part, StoredSource(engine, plan.basis.as_of).people(part))
        return client.submit(do_part, told, part, key=f"carematch-{errand.name}-{part.number}", pure=False)

    for part, found in _as_they_come(client, [plan.part(number) for number in numbers], submit):
        yield part.number, found
        if files is not None:
            files.drop_people(part)
        on_people(len(part.ids))


def _as_they_come(
    client: "Client", parts: Sequence[Part], submit: Callable[[Part], "Future[PartMatches]"]
) -> Iterator[tuple[Part, PartMatches]]:
    """Hand out a few parts for each thread, and another whenever one comes back."""
    from distributed import as_completed

    waiting, running = iter(parts), as_completed(loop=client.loop)
    out: dict[Any, Part] = {}

    def hand_out() -> None:
        most = max(1, _AHEAD * sum(client.nthreads().values()))
        for part in islice(waiting, max(0, most - len(out))):
            future = submit(part)
            out[future.key] = part
            running.add(future)

    hand_out()
    for future in running:
        part = out.pop(future.key)
        yield part, _found(future, part.number)
        future.release()
        hand_out()


def _found(future: "Future[PartMatches]", number: int) -> PartMatches:
    again = "The same command goes on with the parts that are missing."
    try:
        error = future.exception()
        if error is None:
            return future.result()
    except (CancelledError, OSError):
        raise ClusterError(f"The scheduler has gone: start it and its workers again. {again}") from None
    raise ClusterError(f"{_told(error, number)} {again}") from None


def _told(error: BaseException, number: int) -> str:
    from distributed.scheduler import KilledWorker

    if isinstance(error, KilledWorker):
        return (
            f"Part {number} ended several workers, so they have too little memory for it: start them with more, or "
            "take a smaller --part-size."
        )
    said = str(error) if isinstance(error, CarematchError) else f"{type(error).__name__}: {error}."
    return f"A worker could not do part {number}: {said}"


def _errand(plan: Plan, files: FileSource | None) -> Errand:
    model = plan.basis.model
    return Errand(
        name=uuid4().hex,
        version=__version__,
        vacancies=tuple(plan.work.ids),
        folder=None if files is None else str(files.folder),
        model=model.name,
        weights=dict(model.weights),
        priors=dict(model.priors),
        as_of=plan.basis.as_of,
        k=plan.basis.k,
        travel_times=plan.basis.travel_times,
    )


def _is_shared(engine: Engine) -> bool:
    """Whether workers on other machines can read the engine's database."""
    return engine.store is not None and engine.store.url.startswith("postgresql")
