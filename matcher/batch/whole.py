"""A run from beginning to end: plan, match the parts that are missing, merge, write."""

from collections.abc import Collection, Generator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from time import monotonic
from typing import TYPE_CHECKING

from matcher.batch.asked import Request, Summary, Watcher
from matcher.batch.assembling import Gone, chunks_of, nobody_gone, numbered, who_is_gone
from matcher.batch.folder import RunFolder
from matcher.batch.here import match_here
from matcher.batch.part import PartMatches
from matcher.batch.plan import Plan, make_plan
from matcher.batch.sources import StoredSource
from matcher.batch.writing import CANDIDATE, VACANCY, check_output, write_lists
from matcher.engine import Engine
from matcher.store import Store

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["match_stored"]

Found = Generator[tuple[int, PartMatches], None, None]


def match_stored(engine: Engine, store: Store, request: Request, watcher: Watcher) -> Summary:
    """Match everybody with everything that is stored, and write all lists into one file.

    What an earlier run of the same request left unfinished is gone on with, unless what is matched has changed.

    Raises
    ------
    FileError
        The output or the folder of the run cannot be written, the disk is full, or another run is at it.
    ClusterError
        The scheduler or its workers cannot be used.
    """
    began = monotonic()
    check_output(request.output)
    with _cluster(request.scheduler) as client, RunFolder(request.output) as folder:
        plan = make_plan(engine, store, request.k, request.as_of, request.part_size)
        _say_who_is_left_out(store, watcher)
        kept = _take_up(folder, plan, watcher)
        seconds_matching = _match_missing(engine, client, plan, kept, folder, watcher)
        chunks = chunks_of(folder, plan, _gone(plan, store, watcher))
        ids = {CANDIDATE: plan.candidates, VACANCY: plan.work.ids}
        n_rows = write_lists(request.output, chunks, ids, plan.mark, drafted_in=folder.path)
        folder.remove()
    return Summary(
        output=str(request.output),
        engine={"version": plan.mark.version, "model": plan.mark.model},
        as_of=plan.mark.as_of,
        k=request.k,
        candidates=len(plan.candidates),
        vacancies=len(plan.work),
        rows=n_rows,
        parts=len(plan.parts),
        parts_kept=len(kept),
        seconds=round(monotonic() - began, 3),
        seconds_matching=round(seconds_matching, 3),
    )


def _say_who_is_left_out(store: Store, watcher: Watcher) -> None:
    """Or whoever counts what they imported would miss some."""
    if n_held := len(store.standings.held_ids()):
        watcher.say(f"In no list, because they wait for a person's approval: vacancies, {n_held:,} of them.")
    if n_hidden := len(store.cases.hidden_ids()):
        watcher.say(f"In no list, because they hide: candidates, {n_hidden:,} of them.")


def _match_missing(
    engine: Engine, client: "Client | None", plan: Plan, kept: Collection[int], folder: RunFolder, watcher: Watcher
) -> float:
    """Match the parts that are not kept yet, and keep each; how many seconds it took."""
    began = monotonic()
    missing = [number for number in range(len(plan.parts)) if number not in kept]
    with closing(_way(engine, client, plan, missing, folder, watcher)) as found:  # who stops stops the threads
        for number, matches in found:
            folder.write(number, numbered(matches, plan))
            watcher.parts(1)
    return monotonic() - began


def _take_up(folder: RunFolder, plan: Plan, watcher: Watcher) -> set[int]:
    """Which parts an earlier run has done."""
    changed = folder.begin(plan.mark)
    if changed:
        watcher.say(f"An earlier run was stopped, and since then {_listed(changed)} changed: it begins anew.")
    kept = folder.finished()
    if kept:
        watcher.say(f"Going on where an earlier run stopped: {len(kept)} of {len(plan.parts)} parts are done.")
    watcher.begin(len(plan.parts), len(plan.candidates))
    watcher.parts(len(kept))
    watcher.people(sum(len(plan.parts[number]) for number in kept))
    return kept


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _cluster(address: str | None) -> AbstractContextManager["Client | None"]:
    """The cluster that is asked for, reached before anything is read."""
    if address is None:
        return nullcontext()
    from matcher.batch.connecting import connected

    return connected(address)


def _way(
    engine: Engine, client: "Client | None", plan: Plan, missing: Sequence[int], folder: RunFolder, watcher: Watcher
) -> Found:
    """Parts as they are matched, here or on a cluster."""
    if client is not None and missing:
        from matcher.batch.cluster import match_on_cluster

        return match_on_cluster(engine, client, plan, missing, folder.path, watcher.people)
    return match_here(plan, missing, StoredSource(engine, plan.basis.as_of), watcher.people)


def _gone(plan: Plan, store: Store, watcher: Watcher) -> Gone:
    """Who has meanwhile gone or asked not to be shown; that others changed is said."""
    changed = store.changes.since(plan.last_change)
    if not changed:
        return nobody_gone(plan)
    watcher.say(
        "Records changed while it ran: who was taken out, hidden or held meanwhile is in no list, and the others may "
        "be in them as they were."
    )
    return who_is_gone(plan, store)
