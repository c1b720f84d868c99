"""Both sides kept ready in memory, so that one person or one vacancy is ranked in about a millisecond."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib.util import find_spec
from threading import Lock
from typing import Self

from matcher.geography import TravelTimes
from matcher.ranking.warm.fields import people_field, work_field
from matcher.ranking.warm.finding import Ask, Found, Search, best_of
from matcher.ranking.warm.looks import filled
from matcher.ranking.warm.plain import PlainSearch
from matcher.ranking.warm.sides import Side, first_side
from matcher.ranking.warm.standing import Standing, Touched
from matcher.scoring import CandidateArrays, Model, VacancyArrays

__all__ = ["Warm"]


@dataclass(frozen=True, slots=True, eq=False)
class _Now:
    """Both sides at one moment, never changed."""

    people: Side[CandidateArrays]
    work: Side[VacancyArrays]


class Warm:
    """Candidates and vacancies as on one day, ready to be ranked for each other; made by `Warm.of`.

    What it finds is what ranking everybody alone finds: the same order by ``(-score, id)``, the same float64 scores.
    Any number of threads may ask while one changes: each question is answered by the rows of one moment.

    Attributes
    ----------
    model, as_of
        The weights, and the day that everything is judged on: another day needs another `Warm`.
    travel_times : TravelTimes or None
        Journeys that were measured.
    """

    def __init__(
        self,
        sides: tuple[Side[CandidateArrays], Side[VacancyArrays]],
        search: Search,
        model: Model,
        as_of: date,
        travel_times: TravelTimes | None,
    ) -> None:
        self.model, self.as_of, self.travel_times = model, as_of, travel_times
        self._now, self._search, self._writing = _Now(*sides), search, Lock()

    @classmethod
    def of(
        cls,
        people: CandidateArrays,
        work: VacancyArrays,
        model: Model,
        as_of: date,
        travel_times: TravelTimes | None = None,
        *,
        fast: bool | None = None,
    ) -> Self:
        """Make columns of settled records ready: some ten seconds for a million people.

        Parameters
        ----------
        people, work
            Sound columns (`matcher.scoring.check_columns`) with ids that differ; those of `people` as on `as_of`.
        travel_times : TravelTimes, optional
            Journeys that were measured, which only the plain way reads.
        fast : bool, optional
            Whether to search the compiled way; by default where numba is installed and no journeys were measured. The
            answers are the same either way.
        """
        if fast is None:
            fast = not travel_times and find_spec("numba") is not None
        if not fast:
            sides = first_side(people, people_field, as_of), first_side(work, work_field, as_of)
            return cls(sides, PlainSearch(model, as_of, travel_times), model, as_of, travel_times)
        from matcher.ranking.warm.fast import FastSearch
        from matcher.ranking.warm.sketches import places_of

        places = places_of(work)
        sides = (
            first_side(people, partial(people_field, places=places), as_of),
            first_side(work, work_field, as_of),
        )
        looks = filled(sides[0].kinds, sides[1].kinds, model, as_of)
        return cls(sides, FastSearch(model, *looks, places), model, as_of, None)

    @property
    def n_candidates(self) -> int:
        """How many candidates there are."""
        return len(self._now.people)

    @property
    def n_vacancies(self) -> int:
        """How many vacancies there are."""
        return len(self._now.work)

    @property
    def n_changed(self) -> int:
        """How many rows were put or dropped since it was made; from some thousands on it is time for `folded`."""
        return self._now.people.n_changed + self._now.work.n_changed

    def rank_vacancies(self, person: CandidateArrays, k: int, only: Collection[object] | None = None) -> Found:
        """The best `k` vacancies for one candidate, who need not be among those there are.

        Parameters
        ----------
        person : CandidateArrays of one row
        only : collection of ids, optional
            The vacancies to choose from; those that are not there are no matter.
        """
        return best_of(self._search.work(person, self._now.work, Ask(k, only)) if k > 0 else (), k)

    def rank_candidates(self, vacancy: VacancyArrays, k: int, only: Collection[object] | None = None) -> Found:
        """The best `k` candidates for one vacancy; as `rank_vacancies`."""
        return best_of(self._search.people(vacancy, self._now.people, Ask(k, only)) if k > 0 else (), k)

    def candidates(self, ids: Sequence[object]) -> CandidateArrays:
        """Columns of some candidates, in the order of their ids; ids that are not there are left out."""
        return self._now.people.some(ids)

    def vacancies(self, ids: Sequence[object]) -> VacancyArrays:
        """Columns of some vacancies, as `candidates`."""
        return self._now.work.some(ids)

    def put_candidates(self, rows: CandidateArrays) -> None:
        """Add candidates, or put them in place of those of the same ids."""
        with self._writing:
            self._now = replace(self._now, people=self._now.people.put(rows))

    def put_vacancies(self, rows: VacancyArrays) -> None:
        """Add vacancies, or put them in place of those of the same ids."""
        with self._writing:
            self._now = replace(self._now, work=self._now.work.put(rows))

    def drop_candidates(self, ids: Collection[object]) -> None:
        """Take candidates out; ids that are not there are no matter."""
        with self._writing:
            self._now = replace(self._now, people=self._now.people.without(ids))

    def drop_vacancies(self, ids: Collection[object]) -> None:
        """Take vacancies out; ids that are not there are no matter."""
        with self._writing:
            self._now = replace(self._now, work=self._now.work.without(ids))

    def folded(self) -> "Warm":
        """The same rows made ready anew, as if they had never been put one by one.

        It takes as long as `of`, and meanwhile this one answers. A change made to this one in the meantime has to be
        made to the new one too before it takes its place.
        """
        now, fast = self._now, not isinstance(self._search, PlainSearch)
        return Warm.of(now.people.rows(), now.work.rows(), self.model, self.as_of, self.travel_times, fast=fast)

    def touched_by_vacancy(self, vacancy: VacancyArrays, lists: Standing) -> Touched:
        """Whose list a posted or changed vacancy enters, and whose it is in; `lists` are those of the candidates.

        Parameters
        ----------
        vacancy : VacancyArrays of one row
        """
        hits = self._search.people(vacancy, self._now.people, Ask(0, bars=lists))
        return lists.touched(vacancy.ids[0], hits)

    def touched_by_candidate(self, person: CandidateArrays, lists: Standing) -> Touched:
        """Whose list a new or changed candidate enters, and whose they are in; `lists` are those of the vacancies."""
        hits = self._search.work(person, self._now.work, Ask(0, bars=lists))
        return lists.touched(person.ids[0], hits)
