"""The rooms wired into one engine. Above 300 lines, because every public door of the library opens here."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher import __version__
from matcher.domain import AskNext, Candidate, Place, Ranking, Skill, Vacancy
from matcher.errors import PlaceError
from matcher.explanation import Pair, explain_match, explain_not_now
from matcher.explanation.ask_next import (
    CANDIDATE_QUESTIONS,
    VACANCY_QUESTIONS,
    Standing,
    candidate_variants,
    most_moving,
    vacancy_variants,
)
from matcher.geography import Gazetteer, SectorGazetteer
from matcher.likeness.encoder import Encoder
from matcher.ranking import ranked_order, top_k
from matcher.scoring import (
    CandidateArrays,
    Model,
    Pairs,
    Scored,
    VacancyArrays,
    blocked_pairs,
    judge_gates,
    load_model,
    score_pairs,
)
from matcher.scoring.gates import Outcomes
from matcher.scoring.settle import settle_candidate, settle_vacancy
from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.taxonomy.titles import TitleTables
from matcher.text import OccupationLink, Reader, SkillMention, find_skills

if TYPE_CHECKING:
    from matcher.store import Store
    from matcher.text.adverts import AdvertDraft
    from matcher.text.cvs import CvDraft

__all__ = ["EMBEDDINGS", "Engine"]

EMBEDDINGS = Path("instance") / "embeddings"
"""Where an encoder's embeddings of a whole taxonomy are kept."""

Record = TypeVar("Record", Candidate, Vacancy)


@dataclass(frozen=True, slots=True)
class _Block:
    """A scored block with the settled records it was made from."""

    candidates: Sequence[Candidate]
    vacancies: Sequence[Vacancy]
    pairs: Pairs
    scored: Scored
    outcomes: dict[str, Outcomes]


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
    """

    taxonomy: Taxonomy
    gazetteer: Gazetteer
    model: Model
    store: "Store | None" = None
    titles: TitleTables | None = None
    encoder: Encoder | None = None

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
            A SQLAlchemy URL: exact postcodes and an imported ESCO and O*NET are then read from there.
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

    def compare_titles(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of job titles, (n_queries, n_corpus) in (0, 1); a pair's is the same in any batch."""
        return self._reader.compare_titles(queries, corpus)

    def compare_texts(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of descriptions, CVs and adverts, (n_queries, n_corpus) in (0, 1)."""
        return self._reader.compare_texts(queries, corpus)

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

    def settle_candidate(self, candidate: Candidate) -> Candidate:
        """The candidate with names as ids and the postcode as a place."""
        return settle_candidate(candidate, self.taxonomy, self.gazetteer)

    def settle_vacancy(self, vacancy: Vacancy) -> Vacancy:
        """The vacancy with names as ids and its place."""
        return settle_vacancy(vacancy, self.taxonomy, self.gazetteer)

    def match_candidate(
        self, candidate: Candidate, vacancies: Sequence[Vacancy], k: int = 20, as_of: date | None = None
    ) -> Ranking:
        """Rank vacancies for one candidate, as on `as_of` (today by default)."""
        day = _day(as_of)
        person = self.settle_candidate(candidate)
        work = list(_each_settled(vacancies, self.settle_vacancy))
        block = self._score([person], work, day)
        order, out = _order(block.scored.score[0], block.pairs.vacancies.ids, blocked_pairs(block.outcomes)[0])
        shown = top_k(order, k)
        question = self._ask_candidate(person, [work[i] for i in shown[:2]], block, day, k)
        cells = [(0, int(i)) for i in shown], [(0, int(i)) for i in out]
        return self._ranking("candidate", candidate.id, block, cells, question, day)

    def match_vacancy(
        self, vacancy: Vacancy, candidates: Sequence[Candidate], k: int = 20, as_of: date | None = None
    ) -> Ranking:
        """Rank candidates for one vacancy, as on `as_of` (today by default)."""
        day = _day(as_of)
        work = self.settle_vacancy(vacancy)
        people = list(_each_settled(candidates, self.settle_candidate))
        block = self._score(people, [work], day)
        order, out = _order(block.scored.score[:, 0], block.pairs.candidates.ids, blocked_pairs(block.outcomes)[:, 0])
        question = self._ask_vacancy(work, block, day, k)
        cells = [(int(i), 0) for i in top_k(order, k)], [(int(i), 0) for i in out]
        return self._ranking("vacancy", vacancy.id, block, cells, question, day)

    def _score(self, people: Sequence[Candidate], work: Sequence[Vacancy], day: date) -> _Block:
        pairs = Pairs(
            CandidateArrays.from_records(people, self.taxonomy), VacancyArrays.from_records(work, self.taxonomy)
        )
        return self._score_pairs(people, work, pairs, day)

    def _score_pairs(self, people: Sequence[Candidate], work: Sequence[Vacancy], pairs: Pairs, day: date) -> _Block:
        scored = score_pairs(pairs, self.model)
        return _Block(people, work, pairs, scored, dict(judge_gates(pairs, scored.journey, scored.rota, day)))

    def _ask_candidate(
        self, person: Candidate, best: Sequence[Vacancy], block: _Block, day: date, k: int
    ) -> AskNext | None:
        variants = list(candidate_variants(person, best, block.vacancies, self.taxonomy))
        if not variants:
            return None
        records = [record for _, record in variants if isinstance(record, Candidate)]
        pairs = Pairs(CandidateArrays.from_records(records, self.taxonomy), block.pairs.vacancies)
        asked = self._score_pairs(records, block.vacancies, pairs, day)
        ids = pairs.vacancies.ids
        now = Standing(block.scored.score[0], blocked_pairs(block.outcomes)[0], ids)
        then = Standing(asked.scored.score, blocked_pairs(asked.outcomes), ids)
        return most_moving(CANDIDATE_QUESTIONS, [field for field, _ in variants], now, then, k)

    def _ask_vacancy(self, work: Vacancy, block: _Block, day: date, k: int) -> AskNext | None:
        variants = list(vacancy_variants(work, block.candidates, self.taxonomy))
        if not variants:
            return None
        records = [record for _, record in variants if isinstance(record, Vacancy)]
        pairs = Pairs(block.pairs.candidates, VacancyArrays.from_records(records, self.taxonomy))
        asked = self._score_pairs(block.candidates, records, pairs, day)
        ids = pairs.candidates.ids
        now = Standing(block.scored.score[:, 0], blocked_pairs(block.outcomes)[:, 0], ids)
        then = Standing(asked.scored.score.T, blocked_pairs(asked.outcomes).T, ids)
        return most_moving(VACANCY_QUESTIONS, [field for field, _ in variants], now, then, k)

    def _ranking(
        self,
        kind: str,
        name: str,
        block: _Block,
        cells: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
        question: AskNext | None,
        day: date,
    ) -> Ranking:
        shown, out = (self._explained(block, chosen, day) for chosen in cells)
        return Ranking(
            kind=kind,
            id=name,
            as_of=day,
            engine_version=__version__,
            model=self.model.name,
            n_considered=block.scored.score.size,
            matches=tuple(explain_match(pair, rank, self.model) for rank, pair in enumerate(shown, start=1)),
            not_now=tuple(explain_not_now(pair) for pair in out),
            ask_next=question,
        )

    def _explained(self, block: _Block, cells: Sequence[tuple[int, int]], day: date) -> Iterator[Pair]:
        for row, column in cells:
            yield Pair(
                block.candidates[row],
                block.vacancies[column],
                block.pairs,
                block.scored,
                block.outcomes,
                row,
                column,
                self.taxonomy,
                day,
            )


def _order(
    scores: NDArray[np.float64], ids: NDArray[np.object_], blocked: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Those that stay, best first; and those that are out, best first."""
    return ranked_order(scores, ids, ~blocked), ranked_order(scores, ids, blocked)


def _each_settled(records: Iterable[Record], settle: Callable[[Record], Record]) -> Iterator[Record]:
    """Settle records one by one; a place that cannot be found is said with the id of its record."""
    for record in records:
        try:
            yield settle(record)
        except PlaceError as error:
            error.args = (f"{type(record).__name__} '{record.id}': {error}",)
            raise


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
