"""Two workers of Dask against one: parts of the nation, read from files, matched and brought back."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np

from matcher import __version__
from matcher.batch.errands import Errand, do_part
from matcher.batch.plan import Part
from matcher.batch.sources import FileSource
from matcher.batch.splitting import part_size, split
from matcher.benchmarks.nationwide.cost import cost_of
from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.kept import kept_nation
from matcher.benchmarks.nationwide.matching import K, matching_of
from matcher.ranking.everything import Matching
from matcher.scoring.places import CandidatePlaces
from matcher.scoring.taking import take

__all__ = ["two_against_one"]

_N_TO_WARM = 50


def two_against_one(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part
    """Seconds of one worker and of two, of one thread each, that are ready before the clock starts."""
    matching = matching_of(kept_nation(folder))
    files = FileSource(folder / "parts")
    parts = _put(matching, files)
    errand = _errand(matching, files)
    one, two = (_seconds(n, errand, parts) for n in (1, 2))
    return {"one_seconds": one, "two_seconds": two, "times": one / two, "n_parts": len(parts) - 1}


def _put(matching: Matching, files: FileSource) -> list[Part]:
    """Parts, with a file for each; the first is a few people to get ready on."""
    people = matching.people
    places = CandidatePlaces(*(getattr(people, field.name) for field in fields(CandidatePlaces)))
    rows = [np.arange(min(_N_TO_WARM, len(people))), *split(places, part_size(len(people)))]
    parts = [Part(number, people.ids[of_part]) for number, of_part in enumerate(rows)]
    files.put_work(matching.work)
    for part, of_part in zip(parts, rows, strict=True):
        files.put_people(part, take(people, of_part))
    return parts


def _errand(matching: Matching, files: FileSource) -> Errand:
    model = matching.model
    return Errand(
        name=uuid4().hex,
        version=__version__,
        vacancies=tuple(matching.work.ids),
        folder=str(files.folder),
        model=model.name,
        weights=dict(model.weights),
        priors=dict(model.priors),
        as_of=matching.as_of,
        k=K,
        travel_times=None,
    )


def _seconds(n_workers: int, errand: Errand, parts: Sequence[Part]) -> float:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=n_workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        client.run(do_part, errand, parts[0])
        told = client.scatter(errand, broadcast=True)
        return cost_of(lambda: _all_done(client, told, parts[1:]))[1].seconds


def _all_done(client: Any, errand: Any, parts: Sequence[Part]) -> None:
    from distributed import as_completed

    for future in as_completed([client.submit(do_part, errand, part, pure=False) for part in parts]):
        future.result()
        future.release()
