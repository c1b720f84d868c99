"""What a worker of a cluster does: get ready once a run, then match one part after another on one thread each.

A worker gets no database URL from anybody: where it is to read the database itself, it is started with the same
``CAREMATCH_DATABASE_URL`` as everything else, and so the URL is in no message and no log of the cluster.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from matcher import __version__
from matcher.batch.part import Basis, PartMatches, halo_of, match_part
from matcher.batch.plan import Part
from matcher.batch.sources import FileSource, Source, StoredSource
from matcher.engine import Engine
from matcher.errors import CarematchError
from matcher.geography import TravelTimes
from matcher.scoring import Model, VacancyArrays
from matcher.store import Store

__all__ = ["Errand", "complaint", "do_part", "hand_on"]


@dataclass(frozen=True, slots=True)
class Errand:
    """What every worker is told of a run; two with one name are the same.

    Attributes
    ----------
    vacancies : tuple of str
        Ids of all that are matched.
    folder : str or None
        Where `FileSource` finds their columns and those of every part; None: in the worker's own database.
    weights, priors : mapping
        Those of the model, plain ones: what `Model` keeps cannot be sent.
    """

    name: str
    version: str = field(compare=False)
    vacancies: tuple[str, ...] = field(compare=False)
    folder: str | None = field(compare=False)
    model: str = field(compare=False)
    weights: Mapping[str, float] = field(compare=False)
    priors: Mapping[str, float] = field(compare=False)
    as_of: date = field(compare=False)
    k: int = field(compare=False)
    travel_times: TravelTimes | None = field(compare=False)


def hand_on(errand: Errand) -> Errand:
    """The errand itself: as a task of its own it is sent to a worker once, and again to one that comes later."""
    return errand


def do_part(errand: Errand, part: Part) -> PartMatches:
    """Match one part."""
    source, work, basis = _ready(errand)
    people = source.people(part)
    return match_part(people, halo_of(people, work), basis, n_threads=1)


def complaint(errand: Errand) -> str:
    """Why this worker could not do parts, what to do about it; empty where it can."""
    if errand.version != __version__:
        return f"has carematch {__version__}, not {errand.version}: install the same version"
    if errand.folder is not None:
        is_there = FileSource(Path(errand.folder)).work_path.is_file()
        return "" if is_there else f"cannot read {errand.folder}: put --output in a folder that all workers share"
    try:
        found = Store().vacancies_of(errand.vacancies[:1])
    except CarematchError as error:
        return f"cannot read the database: {error}"
    remedy = "start it with the CAREMATCH_DATABASE_URL of this command"
    return "" if found or not errand.vacancies else f"reads another database, without these vacancies: {remedy}"


@lru_cache(maxsize=1)
def _ready(errand: Errand) -> tuple[Source, VacancyArrays, Basis]:
    """What does not change from part to part, read once by each worker."""
    basis = Basis(Model(errand.model, errand.weights, errand.priors), errand.as_of, errand.k, errand.travel_times)
    if errand.folder is not None:
        files = FileSource(Path(errand.folder))
        return files, files.work(), basis
    engine = Engine.load(database=Store().url)
    return StoredSource(engine, errand.as_of), engine.vacancy_columns(errand.vacancies), basis
