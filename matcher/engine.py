"""The rooms wired into one engine: above 300 lines, because every public door opens here; none does the work itself."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from matcher import __version__
from matcher.domain import (
    Candidate,
    Course,
    CourseEffect,
    CourseReach,
    Pathway,
    Place,
    Ranking,
    Skill,
    SkillGap,
    Vacancy,
)
from matcher.errors import StoreError
from matcher.explanation.blocks import Basis, score_block
from matcher.explanation.rankings import rank_candidates, rank_vacancies
from matcher.geography import Gazetteer, SectorGazetteer, TravelTimes
from matcher.likeness.encoder import Encoder
from matcher.ranking import Kept, Making
from matcher.scoring import CandidateArrays, Model, Scored, VacancyArrays, check_columns, load_model
from matcher.scoring.settle import each_settled, settle_candidate, settle_vacancy
from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.taxonomy.titles import TitleTables
from matcher.taxonomy.wording import credited_by_meaning
from matcher.text import OccupationLink, Reader, SkillMention, find_skills

if TYPE_CHECKING:
    from matcher.ranking.everything import AllMatches
    from matcher.ranking.warm import Warm
    from matcher.store import Store
    from matcher.text.adverts import AdvertDraft
    from matcher.text.cvs import CvDraft

__all__ = ["EMBEDDINGS", "Engine"]

EMBEDDINGS = Path("instance") / "embeddings"
"""Where an encoder's embeddings of a whole taxonomy are kept."""


@dataclass(frozen=True, eq=False)
class Engine:
    """Ranks candidates and vacancies for each other. Make one with `Engine.load`.

    Attributes
    ----------
    taxonomy, gazetteer, model
        What names, places and weights are read from.
    store : Store or None
        The database it was loaded with, if any.
    titles : TitleTables or None
        A classification of job titles beside the taxonomy (O*NET), if any.
    encoder : Encoder or None
        What closeness uses beside words, if any.
    travel_times : TravelTimes or None
        Measured journeys, where they are given by hand; otherwise those of the database are used.
    """

    taxonomy: Taxonomy
    gazetteer: Gazetteer
    model: Model
    store: "Store | None" = None
    titles: TitleTables | None = None
    encoder: Encoder | None = None
    travel_times: TravelTimes | None = None

    @classmethod
    def load(
        cls,
        *,
        taxonomy: str | Path | None = None,
        titles: str | Path | None = None,
        database: str | None = None,
        model: str | None = None,
    ) -> Self:
        """Load the shipped tables and the default model.

        Parameters
        ----------
        taxonomy : path, optional
            A folder with ESCO's CSV files, to use the whole of ESCO with the care tables on top.
        titles : path, optional
            A folder with O*NET's files: its job titles then help to read others.
        database : str, optional
            A SQLAlchemy URL: exact postcodes, measured journeys, an imported ESCO and O*NET are then read from there.
        model : str, optional
            A folder of ``models/``; else the setting ``CAREMATCH_MODEL``, else the default.

        Raises
        ------
        DataError
            A shipped table or the model folder contradicts itself.
        FileError
            The folder of ESCO or O*NET lacks a file, or ``CAREMATCH_ENCODER`` names no model.
        StoreError
            The database cannot be reached.
        """
        store = _open_store(database) if database else None
        gazetteer: Gazetteer = SectorGazetteer.load()
        return cls(
            taxonomy=_load_taxonomy(taxonomy, store),
            gazetteer=store.gazetteer(gazetteer) if store else gazetteer,
            model=load_model(model or os.environ.get("CAREMATCH_MODEL")),
            store=store,
            titles=_load_titles(titles, store),
            encoder=_load_encoder(),
        )

    def locate(self, text: str) -> Place:
        """The place of a postcode, of part of one, or of ``lat, long``.

        Raises
        ------
        PlaceError
            No such postcode, with suggestions; or one that no open directory places.
        """
        return self.gazetteer.locate(text)

    def find_skills(self, text: str) -> list[SkillMention]:
        """Skills that a text names or shows, in its order, each with where it stands and how sure it is."""
        return find_skills(text, self.taxonomy)

    def rank_skills(self, text: str, k: int = 10) -> list[tuple[Skill, float]]:
        """The first `k` skills that a text is about, best first, each with its likeness in (0, 1)."""
        return self._reader.rank_skills(text, k)

    def link_occupation(self, title: str, k: int = 5) -> list[OccupationLink]:
        """The first `k` occupations that a job title may name, best first; empty where nothing speaks for any."""
        return self._reader.link_occupation(title, k)

    def sector_affinity(self, sic_code: str | int) -> float:
        """How readily people of an industry (SIC 2007, however written) move into care, in [0, 1]; 0.5 is the average.

        Raises
        ------
        NotFoundError
            There is no such industry.
        """
        return self.taxonomy.industries.affinity(sic_code)

    def compare_titles(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of job titles, (n_queries, n_corpus) in (0, 1); a pair's is the same in any batch."""
        return self._reader.compare_titles(queries, corpus)

    def compare_texts(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of descriptions, CVs and adverts, (n_queries, n_corpus) in (0, 1)."""
        return self._reader.compare_texts(queries, corpus)

    def transition_fit(self, origin: str, destination: str) -> float:
        """How much of what one occupation needs another brings, in [0, 1]; occupations by id, URI or title.

        Raises
        ------
        NotFoundError
            There is no such occupation.
        """
        return self._reader.transition_fit(origin, destination)

    def read_advert(self, title: str, description: str, as_of: date | None = None) -> "AdvertDraft":
        """An advert as a draft of a vacancy, each field with the sentence it came from, for a person to confirm."""
        from matcher.text.adverts import read_advert

        return read_advert(title, description, self.taxonomy, as_of=_day(as_of))

    def read_cv(self, text: str, as_of: date | None = None) -> "CvDraft":
        """A CV as a draft that the person ticks and unticks; protected matter is taken out first, nothing is stored."""
        from matcher.text.cvs import read_cv

        return read_cv(text, self.taxonomy, as_of=_day(as_of))

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.taxonomy, self.titles, self.encoder)

    @cached_property
    def _by_meaning(self) -> Taxonomy:
        """The taxonomy with what an encoder knows of its skills' closeness; without an encoder, the very same."""
        return credited_by_meaning(self.taxonomy, self.encoder) if self.encoder else self.taxonomy

    def settle_candidate(self, candidate: Candidate) -> Candidate:
        """The candidate with names as ids and the postcode as a place."""
        return settle_candidate(candidate, self.taxonomy, self.gazetteer)

    def settle_vacancy(self, vacancy: Vacancy) -> Vacancy:
        """The vacancy with names as ids and its place."""
        return settle_vacancy(vacancy, self.taxonomy, self.gazetteer)

    def candidate_columns(
        self, as_of: date | None = None, ids: Sequence[str] | None = None, *, look_up: bool = True
    ) -> CandidateArrays:
        """Stored candidates in columns, as on `as_of`: all by id, or those with some ids in their order.

        What `CandidateArrays.from_records` makes of them once they are settled, to the bit, without a record for each.
        Without `look_up` a place counts as not known where only its postcode was stored.

        Raises
        ------
        StoreError
            The engine was loaded without a database.
        PlaceError
            A stored postcode without a place cannot be found: whose, and why.
        """
        gazetteer = self.gazetteer if look_up else None
        return self._stored().candidate_columns(self._by_meaning, _day(as_of), ids, gazetteer)

    def vacancy_columns(self, ids: Sequence[str] | None = None, *, look_up: bool = True) -> VacancyArrays:
        """Stored vacancies in columns: all by id, or those with some ids in their order.

        What `VacancyArrays.from_records` makes of them once they are settled, to the bit, without a record for each.
        Without `look_up` a place counts as not known where only its postcode was stored.

        Raises
        ------
        StoreError
            The engine was loaded without a database.
        PlaceError
            A stored postcode or area without a place cannot be found: whose, and why.
        """
        return self._stored().vacancy_columns(self._by_meaning, ids, self.gazetteer if look_up else None)

    def _stored(self) -> "Store":
        if self.store is None:
            raise StoreError("The engine was loaded without a database: give Engine.load one (database=URL).")
        return self.store

    def match_candidate(
        self,
        candidate: Candidate,
        vacancies: Sequence[Vacancy],
        k: int = 20,
        as_of: date | None = None,
        *,
        changes: bool = True,
        questions: bool = True,
    ) -> Ranking:
        """Rank vacancies for one candidate, as on `as_of` (today by default).

        With `changes`, every match that is out or low says the smallest change that would open or lift it; with
        `questions`, the ranking says what to ask next. `vacancies` that are kept (`keep_vacancies`) are not settled and
        encoded again; matches are put into words when they are looked at.
        """
        person = self.settle_candidate(candidate)
        work = self._work(vacancies, as_of)
        return rank_vacancies(person, work, self._basis(as_of, k, changes, questions=questions))

    def match_vacancy(
        self,
        vacancy: Vacancy,
        candidates: Sequence[Candidate],
        k: int = 20,
        as_of: date | None = None,
        *,
        changes: bool = True,
        questions: bool = True,
    ) -> Ranking:
        """Rank candidates for one vacancy, as on `as_of` (today by default).

        With `changes`, the ranking says how many people each must-have leaves, and how many there were without it; with
        `questions`, what to ask next. `candidates` may be kept (`keep_candidates`).
        """
        work = self.settle_vacancy(vacancy)
        people = self._people(candidates, as_of)
        return rank_candidates(work, people, self._basis(as_of, k, changes, questions=questions))

    def match_all(
        self,
        candidates: Sequence[Candidate] | CandidateArrays,
        vacancies: Sequence[Vacancy] | VacancyArrays,
        k: int = 20,
        as_of: date | None = None,
    ) -> "AllMatches":
        """The first `k` vacancies of every candidate and the first `k` candidates of every vacancy, as on `as_of`.

        Exact, with the scores and the order of `match_candidate` and `match_vacancy`, and never all pairs in memory.
        With the extra ``carematch[fast]`` many times quicker, and the same to the last bit; measured journeys, and
        columns out of the ordinary, take the plain way.

        Parameters
        ----------
        candidates, vacancies
            Records, or columns made of settled ones (`CandidateArrays.from_records`, or another program).
        k : int
            How many of each list; each comes out that wide.

        Returns
        -------
        AllMatches
            Rows, not ids: the place of each match in `vacancies` and in `candidates`.

        Raises
        ------
        InputError
            A column is not as its docstring says, or a postcode cannot be found: which, and what to do.
        """
        from matcher.ranking.everything import Matching, match_everything

        day = _day(as_of)
        people, work = self._people_columns(candidates, day), self._work_columns(vacancies)
        return match_everything(Matching(people, work, self.model, day, k, self._measured()))

    def match_candidate_in(
        self,
        candidate: Candidate,
        warm: "Warm",
        vacancies_of: Callable[[Sequence[str]], Sequence[Vacancy]],
        k: int = 20,
    ) -> Ranking:
        """Rank the vacancies that are kept ready in memory for one candidate, as on their day.

        The matches of `match_candidate` among all of them, without reading any but those shown. What is out, what
        would change it and what to ask next are left out: they look at every vacancy.

        Parameters
        ----------
        vacancies_of : callable
            Records of some ids in their order (`Store.vacancies_of`); those that are not stored are not shown.
        """
        from matcher.explanation.found import rank_ready_vacancies

        def settled(ids: Sequence[str]) -> Sequence[Vacancy]:
            return self._work(vacancies_of(ids), warm.as_of)

        return rank_ready_vacancies(self.settle_candidate(candidate), warm, settled, self._basis_of(warm, k))

    def match_vacancy_in(
        self,
        vacancy: Vacancy,
        warm: "Warm",
        candidates_of: Callable[[Sequence[str]], Sequence[Candidate]],
        k: int = 20,
    ) -> Ranking:
        """Rank the candidates that are kept ready in memory for one vacancy; as `match_candidate_in`."""
        from matcher.explanation.found import rank_ready_candidates

        def settled(ids: Sequence[str]) -> Sequence[Candidate]:
            return self._people(candidates_of(ids), warm.as_of)

        return rank_ready_candidates(self.settle_vacancy(vacancy), warm, settled, self._basis_of(warm, k))

    def keep_candidates(self, candidates: Sequence[Candidate]) -> Kept[Candidate, CandidateArrays]:
        """Candidates that are ranked again and again: settled and put in columns once, not at every ranking."""
        columns = partial(_candidate_columns, self._by_meaning)
        return Kept.of_records(candidates, Making(self.settle_candidate, columns, self._by_meaning))

    def keep_vacancies(self, vacancies: Sequence[Vacancy]) -> Kept[Vacancy, VacancyArrays]:
        """Vacancies that are ranked again and again: settled and put in columns once, not at every ranking."""
        columns = partial(_vacancy_columns, self._by_meaning)
        return Kept.of_records(vacancies, Making(self.settle_vacancy, columns, self._by_meaning))

    def _people(self, candidates: Sequence[Candidate], as_of: date | None) -> Sequence[Candidate]:
        """Settled candidates, with their columns where those are kept."""
        kept = candidates.in_columns(_day(as_of)) if isinstance(candidates, Kept) else None
        return list(each_settled(candidates, self.settle_candidate)) if kept is None else kept

    def _work(self, vacancies: Sequence[Vacancy], as_of: date | None) -> Sequence[Vacancy]:
        """Settled vacancies, with their columns where those are kept."""
        kept = vacancies.in_columns(_day(as_of)) if isinstance(vacancies, Kept) else None
        return list(each_settled(vacancies, self.settle_vacancy)) if kept is None else kept

    def _people_columns(self, candidates: Sequence[Candidate] | CandidateArrays, day: date) -> CandidateArrays:
        if not isinstance(candidates, CandidateArrays):
            settled = list(each_settled(candidates, self.settle_candidate))
            return CandidateArrays.from_records(settled, self._by_meaning, day)
        check_columns(candidates, self.taxonomy)
        return candidates

    def _work_columns(self, vacancies: Sequence[Vacancy] | VacancyArrays) -> VacancyArrays:
        if not isinstance(vacancies, VacancyArrays):
            return VacancyArrays.from_records(list(each_settled(vacancies, self.settle_vacancy)), self._by_meaning)
        check_columns(vacancies, self.taxonomy)
        return vacancies

    def score(self, candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], as_of: date | None = None) -> Scored:
        """Features and scores of every pair, (n_candidates, n_vacancies), as on `as_of`: what weights are fitted to."""
        people = list(each_settled(candidates, self.settle_candidate))
        work = list(each_settled(vacancies, self.settle_vacancy))
        return score_block(people, work, self._basis(as_of, 0, changes=False)).scored

    def plan_pathways(
        self,
        candidate: Candidate,
        target: str | None = None,
        vacancies: Sequence[Vacancy] = (),
        as_of: date | None = None,
    ) -> list[Pathway]:
        """Pathways from where a candidate stands to a role, an occupation, a role family or a vacancy, soonest first.

        Without a target, the soonest to each role that usually comes next. `vacancies` are those that a pathway is
        said to open, and those whose id can be the target.

        Raises
        ------
        NotFoundError
            There is no such target, or nothing usual leads to it: why, and what comes closest.
        """
        from matcher.pathways.opening import count_open
        from matcher.pathways.planning import ground_of, plan_pathways

        work = self._work(vacancies, as_of)
        ground = ground_of(self.settle_candidate(candidate), self._courses(), self.taxonomy, _day(as_of))
        basis = self._basis(as_of, 0, changes=False)
        return plan_pathways(ground, target, work, lambda people: count_open(people, work, basis))

    def what_if(
        self, candidate: Candidate, vacancies: Sequence[Vacancy], as_of: date | None = None
    ) -> list[CourseEffect]:
        """What each course or check that a candidate could begin now would open, and the best pair; best first."""
        from matcher.pathways.what_if import what_if

        work = self._work(vacancies, as_of)
        return what_if(self.settle_candidate(candidate), work, self._courses(), self._basis(as_of, 0, changes=False))

    def which_course(
        self, candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], as_of: date | None = None
    ) -> list[CourseReach]:
        """What each course would open for some people together; first what opens something for most of them."""
        from matcher.pathways.which_course import which_course

        people = list(each_settled(candidates, self.settle_candidate))
        work = list(each_settled(vacancies, self.settle_vacancy))
        return which_course(people, work, self._courses(), self._basis(as_of, 0, changes=False))

    def skill_gap(self, candidate: Candidate, work: Vacancy | str, as_of: date | None = None) -> SkillGap:
        """Skills a candidate has and may need to develop for a vacancy, or for a role, occupation or role family.

        Raises
        ------
        NotFoundError
            There is no such role, occupation or role family.
        """
        from matcher.pathways.gap import skill_gap, work_of

        vacancy = work_of(work, self.taxonomy) if isinstance(work, str) else work
        basis = self._basis(as_of, 0, changes=False)
        return skill_gap(self.settle_candidate(candidate), self.settle_vacancy(vacancy), self._courses(), basis)

    def _courses(self) -> dict[str, Course]:
        """The courses that ship, and those stored, which come first where both have an id."""
        from matcher.pathways import load_catalogue

        stored = self.store.courses() if self.store else []
        return dict(load_catalogue(self.taxonomy)) | {course.id: course for course in stored}

    def _basis(self, as_of: date | None, k: int, changes: bool, *, questions: bool = True) -> Basis:
        return Basis(self._by_meaning, self.model, _day(as_of), k, __version__, changes, self._measured(), questions)

    def _basis_of(self, warm: "Warm", k: int) -> Basis:
        """The weights, the day and the journeys that columns kept ready are ranked by."""
        return Basis(
            self._by_meaning, warm.model, warm.as_of, k, __version__, changes=False, travel_times=warm.travel_times
        )

    def _measured(self) -> TravelTimes | None:
        """Journeys that were measured: those given, else those of the database as they are now."""
        if self.travel_times is not None or self.store is None:
            return self.travel_times
        return self.store.travel_times()


def _candidate_columns(taxonomy: Taxonomy, settled: Sequence[Candidate], as_of: date) -> CandidateArrays:
    return CandidateArrays.from_records(settled, taxonomy, as_of)


def _vacancy_columns(taxonomy: Taxonomy, settled: Sequence[Vacancy], _as_of: date) -> VacancyArrays:
    return VacancyArrays.from_records(settled, taxonomy)


def _day(as_of: date | None) -> date:
    """The day to judge on: today by default, and the day of a moment."""
    return as_of.date() if isinstance(as_of, datetime) else as_of or _today()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - dates of adverts are local days of the United Kingdom


def _open_store(url: str) -> "Store":
    from matcher.store import Store

    store = Store(url)
    store.migrate()
    return store


def _load_taxonomy(folder: str | Path | None, store: "Store | None") -> Taxonomy:
    from matcher.taxonomy import overlay_esco

    base = load_taxonomy()
    if folder is not None:
        from matcher.importers.esco import read_esco

        return overlay_esco(base, read_esco(Path(folder)))
    esco = store.esco() if store else None
    return overlay_esco(base, esco) if esco else base


def _load_titles(folder: str | Path | None, store: "Store | None") -> TitleTables | None:
    if folder is not None:
        from matcher.importers.onet import read_onet

        return read_onet(Path(folder))
    return store.titles() if store else None


def _load_encoder() -> Encoder | None:
    folder = os.environ.get("CAREMATCH_ENCODER")
    return Encoder.at(folder, EMBEDDINGS) if folder else None
