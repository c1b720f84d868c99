"""Who is matched with what, in which parts."""

from dataclasses import dataclass, fields
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher import __version__
from matcher.batch.mark import Mark, fingerprint_records, fingerprint_terms
from matcher.batch.part import Basis
from matcher.batch.splitting import Rows, part_size, split
from matcher.engine import Engine
from matcher.errors import InputError
from matcher.scoring import VacancyArrays
from matcher.scoring.places import CandidatePlaces
from matcher.store import Store

__all__ = ["Part", "Plan", "make_plan", "shown_candidates", "shown_vacancies"]

_MOST_CELLS = 100_000_000
"""Judgement: lists of all vacancies, 1.2 GB, are as much as one core may keep while a part is matched."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The people of one part: its number, and their ids, ascending."""

    number: int
    ids: NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A run, before anybody is matched.

    Attributes
    ----------
    candidates : (n,) object
        Ids of all who are matched, ascending: who is hidden from everybody is not.
    work : VacancyArrays
        All vacancies that are matched, by id: what waits for a person's approval is not.
    parts : tuple of (n_part,) int64
        Rows of `candidates`.
    basis : Basis
    mark : Mark
    last_change : int
        The number of the last change of any record before anything was read.
    """

    candidates: NDArray[np.object_]
    work: VacancyArrays
    parts: tuple[Rows, ...]
    basis: Basis
    mark: Mark
    last_change: int

    def part(self, number: int) -> Part:
        """One part, by its number from 0."""
        return Part(number, self.candidates[self.parts[number]])


def make_plan(engine: Engine, store: Store, k: int, as_of: date, size: int | None = None) -> Plan:
    """Read who and what is stored, and split the people into parts of `size`, else of `part_size`.

    Raises
    ------
    InputError
        Nobody is stored, or nothing; or the lists would be too long to be kept for all vacancies at once.
    """
    last_change = store.changes.last()
    people, work = shown_candidates(store), engine.vacancy_columns(shown_vacancies(store))
    _refuse_nobody(len(people), len(work))
    size = size or part_size(len(people))
    _refuse_too_long(k, min(size, len(people)), len(work))
    measured = store.travel_times() if engine.travel_times is None else engine.travel_times
    basis = Basis(engine.model, as_of, k, measured)
    encoder = engine.encoder and str(engine.encoder.folder)
    mark = Mark(
        version=__version__,
        model=engine.model.name,
        as_of=as_of.isoformat(),
        k=k,
        part_size=size,
        records=fingerprint_records(people, work, last_change),
        terms=fingerprint_terms(basis, engine.taxonomy, encoder),
    )
    return Plan(people.ids, work, tuple(split(people, size)), basis, mark, last_change)


def shown_candidates(store: Store) -> CandidatePlaces:
    """Where everybody lives who is not hidden from all but themselves, by id."""
    places, hidden = store.candidate_places(), store.cases.hidden_ids()
    order = np.argsort(places.ids, kind="stable")
    rows = order[[name not in hidden for name in places.ids[order]]] if hidden else order
    return CandidatePlaces(*(getattr(places, field.name)[rows] for field in fields(places)))


def shown_vacancies(store: Store) -> list[str]:
    """Ids of the vacancies that wait for nobody's approval, ascending."""
    return sorted(store.vacancy_ids() - store.standings.held_ids())


def _refuse_nobody(n_people: int, n_work: int) -> None:
    """An empty file in place of last night's would help nobody."""
    for n, what in ((n_people, "candidates"), (n_work, "vacancies")):
        if not n:
            raise InputError(f"No {what} to match: import some, or see that CAREMATCH_DATABASE_URL names the database.")


def _refuse_too_long(k: int, n_people: int, n_work: int) -> None:
    if n_work * min(k, n_people) > _MOST_CELLS:
        most = _MOST_CELLS // n_work
        raise InputError(f"--k {k} is too many for {n_work:,} vacancies at once: ask for {most:,} or fewer.")
