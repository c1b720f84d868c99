"""The one door to the database: above 300 lines, because each kind of record has its lines in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property

import pandas as pd
from sqlalchemy.orm import Session

from matcher.domain import Candidate, Course, Outcome, Provider, Stage, Vacancy
from matcher.geography import Gazetteer, TravelTimes
from matcher.scoring import CandidateArrays, VacancyArrays
from matcher.scoring.places import CandidatePlaces
from matcher.store import (
    columns,
    courses,
    deprivation,
    esco,
    mappings,
    outcomes,
    people,
    places,
    postcodes,
    providers,
    referrals,
    removal,
    titles,
    travel_times,
    vacancies,
)
from matcher.store.about_person import AboutPerson
from matcher.store.accounts import Accounts
from matcher.store.audit import Audit
from matcher.store.cases import Cases
from matcher.store.chosen import ChosenPeople
from matcher.store.connection import connect, database_url, said_plainly
from matcher.store.counts import Counts
from matcher.store.declined import Declined
from matcher.store.drafts import Drafts
from matcher.store.ended_sessions import EndedSessions
from matcher.store.gazetteer import StoredGazetteer
from matcher.store.introductions import Introductions
from matcher.store.jobs import Jobs
from matcher.store.kept_lists import KeptLists
from matcher.store.look_agains import LookAgains
from matcher.store.own_settings import Own
from matcher.store.record_changes import RecordChanges, note_everything, noting
from matcher.store.schema import migrate
from matcher.store.settings import Settings
from matcher.store.standings import Posted, Standings, write_posted
from matcher.store.tables import ReferralRow
from matcher.store.tokens import Tokens
from matcher.store.upserts import Values
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.esco import EscoTables
from matcher.taxonomy.titles import TitleTables

__all__ = ["Store"]


class Store:
    """A database of candidates, vacancies, providers and places.

    Parameters
    ----------
    url : str, optional
        Any SQLAlchemy URL of SQLite or PostgreSQL; else ``CAREMATCH_DATABASE_URL``, else ``instance/carematch.db``.

    Notes
    -----
    Every call is one transaction. In every upsert a blank never overwrites a filled field, and an equal row changes
    nothing. All calls raise `StoreError` where the database cannot be reached or is not set up, and `NotFoundError`
    for an id that is not stored.
    """

    def __init__(self, url: str | None = None) -> None:
        self._url = database_url(url)
        self._engine = connect(self._url)
        self._n_imports = 0  # of postcodes and deprivation, so that gazetteers know when to look again
        self._travel_times = travel_times.StoredTravelTimes(self.reading)

    @property
    def url(self) -> str:
        """The database's URL, with its password."""
        return self._url.render_as_string(hide_password=False)

    def migrate(self) -> None:
        """Make the tables, or bring an older database up to date; safe to repeat."""
        with said_plainly(self._url):
            migrate(self._engine)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session that writes: committed at the end, undone by an error."""
        engine = self._engine.execution_options(writes=True)
        opened = Session(engine, expire_on_commit=False)
        with said_plainly(self._url), opened as session, session.begin(), noting(session):
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads, and never waits for those who write on SQLite."""
        with said_plainly(self._url), Session(self._engine) as session:
            yield session

    @cached_property
    def accounts(self) -> Accounts:
        """Who may sign in."""
        return Accounts(self.session, self.reading)

    @cached_property
    def about(self) -> AboutPerson:
        """Everything that is kept about one person."""
        return AboutPerson(self.session, self.reading)

    @cached_property
    def audit(self) -> Audit:
        """Who saw or decided what about whom."""
        return Audit(self.session, self.reading)

    @cached_property
    def cases(self) -> Cases:
        """Who may see which candidate."""
        return Cases(self.session, self.reading)

    @cached_property
    def standings(self) -> Standings:
        """Which vacancies wait for a person's approval."""
        return Standings(self.session, self.reading)

    @cached_property
    def ended_sessions(self) -> EndedSessions:
        """Sessions that were signed out."""
        return EndedSessions(self.session, self.reading)

    @cached_property
    def drafts(self) -> Drafts:
        """Forms that somebody has begun."""
        return Drafts(self.session, self.reading)

    @cached_property
    def settings(self) -> Settings:
        """What an administrator has set."""
        return Settings(self.session, self.reading)

    @cached_property
    def tokens(self) -> Tokens:
        """Keys of the API."""
        return Tokens(self.session, self.reading)

    @cached_property
    def jobs(self) -> Jobs:
        """Work in the background."""
        return Jobs(self.session, self.reading)

    @cached_property
    def own(self) -> Own:
        """What jobseekers set for themselves alone."""
        return Own(self.session, self.reading)

    @cached_property
    def declined(self) -> Declined:
        """Vacancies that jobseekers do not want to see again."""
        return Declined(self.session, self.reading)

    @cached_property
    def look_agains(self) -> LookAgains:
        """Requests that a person looks again."""
        return LookAgains(self.session, self.reading)

    @cached_property
    def introductions(self) -> Introductions:
        """Whom providers asked to meet, and the answers."""
        return Introductions(self.session, self.reading)

    @cached_property
    def changes(self) -> RecordChanges:
        """Which candidates and vacancies changed since somebody looked."""
        return RecordChanges(self.session, self.reading)

    @cached_property
    def lists(self) -> KeptLists:
        """Who is matched best with whom, as it was last ranked."""
        return KeptLists(self.session, self.reading)

    @cached_property
    def chosen(self) -> ChosenPeople:
        """Whom providers set aside, and why."""
        return ChosenPeople(self.session, self.reading)

    def remove(
        self, *, candidates: Collection[str] = (), vacancies: Collection[str] = (), providers: Collection[str] = ()
    ) -> int:
        """Take out some by id, with whatever was decided about them; how many there were."""
        with self.session() as session:
            return removal.remove(session, candidates, vacancies, providers)

    def upsert_candidates(self, pairs: Sequence[tuple[Candidate, people.Person]]) -> Counts:
        """Store candidates and, apart from them, who they are."""
        with self.session() as session:
            return people.upsert_candidates(session, pairs)

    def upsert_candidate_rows(self, pairs: Sequence[tuple[Values, people.Person]]) -> Counts:
        """The same, where an importer has the columns ready: as `row_values` makes them of a candidate."""
        with self.session() as session:
            return people.upsert_candidate_rows(session, pairs)

    def replace_candidate(self, record: Candidate, who: people.Person | None = None) -> Counts:
        """Write a stored candidate as they now are: unlike in an upsert, a blank takes an answer back.

        Without `who`, who they are stays as it is.
        """
        with self.session() as session:
            return people.replace_candidate(session, record, who)

    def candidate(self, candidate_id: str) -> Candidate:
        """One candidate, without a name."""
        with self.reading() as session:
            return people.candidate(session, candidate_id)

    def candidates(self) -> list[Candidate]:
        """All candidates by id, without names."""
        with self.reading() as session:
            return people.candidates(session)

    def candidates_of(self, ids: Sequence[str]) -> list[Candidate]:
        """The candidates with these ids, in their order; those that are not stored are left out."""
        with self.reading() as session:
            return people.candidates_of(session, ids)

    def candidate_columns(
        self,
        taxonomy: Taxonomy,
        as_of: date,
        ids: Sequence[str] | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> CandidateArrays:
        """Candidates in columns, settled: all by id, or those with some ids in their order, the missing left out.

        Without a `gazetteer` a postcode that was stored without its place counts as a place not known.
        """
        with self.reading() as session:
            return columns.candidate_columns(session, taxonomy, as_of, ids, gazetteer)

    def candidate_places(self) -> CandidatePlaces:
        """Where all candidates are and how they travel, by id; a postcode stored without its place is not known."""
        with self.reading() as session:
            return columns.candidate_places(session)

    def candidate_ids(self) -> set[str]:
        """Ids of all candidates."""
        with self.reading() as session:
            return people.candidate_ids(session)

    def person(self, candidate_id: str) -> people.Person:
        """Who a candidate is; blank where nobody has said."""
        with self.reading() as session:
            return people.person(session, candidate_id)

    def people(self, ids: Collection[str] | None = None) -> dict[str, people.Person]:
        """Who the candidates are, or some of them, by candidate id."""
        with self.reading() as session:
            return people.people(session, ids)

    def upsert_vacancies(self, records: Sequence[Vacancy], posted: Mapping[str, Posted] | None = None) -> Counts:
        """Store vacancies, and in the same transaction how those with an id in `posted` are posted."""
        with self.session() as session:
            counts = vacancies.upsert_vacancies(session, records)
            for vacancy_id, its in (posted or {}).items():
                write_posted(session, vacancy_id, its)
            return counts

    def upsert_vacancy_rows(self, entries: Sequence[Values]) -> Counts:
        """Store vacancies of which an importer has the columns ready: as `row_values` makes them of a vacancy."""
        with self.session() as session:
            return vacancies.upsert_vacancy_rows(session, entries)

    def add_vacancy(self, record: Vacancy, posted: Posted | None = None) -> bool:
        """Store a vacancy under a new id, and how it is posted; False, and nothing written, where the id is taken."""
        with self.session() as session:
            is_new = vacancies.add_vacancy(session, record)
            if is_new and posted is not None:
                write_posted(session, record.id, posted)
            return is_new

    def replace_vacancy(self, record: Vacancy, instead_of: Vacancy, posted: Posted | None = None) -> bool:
        """Write a vacancy in full, blanks too, and how it is posted anew.

        False, and nothing written, where what is stored is not `instead_of`.
        """
        with self.session() as session:
            is_replaced = vacancies.replace_vacancy(session, record, instead_of)
            if is_replaced and posted is not None:
                write_posted(session, record.id, posted)
            return is_replaced

    def vacancy(self, vacancy_id: str) -> Vacancy:
        """One vacancy."""
        with self.reading() as session:
            return vacancies.vacancy(session, vacancy_id)

    def vacancies(self) -> list[Vacancy]:
        """All vacancies by id."""
        with self.reading() as session:
            return vacancies.vacancies(session)

    def vacancies_of(self, ids: Sequence[str]) -> list[Vacancy]:
        """The vacancies with these ids, in their order; those that are not stored are left out."""
        with self.reading() as session:
            return vacancies.vacancies_of(session, ids)

    def vacancy_columns(
        self, taxonomy: Taxonomy, ids: Sequence[str] | None = None, gazetteer: Gazetteer | None = None
    ) -> VacancyArrays:
        """Vacancies in columns, settled: all by id, or those with some ids in their order, the missing left out.

        Without a `gazetteer` a postcode that was stored without its place counts as a place not known.
        """
        with self.reading() as session:
            return columns.vacancy_columns(session, taxonomy, ids, gazetteer)

    def vacancy_ids(self) -> set[str]:
        """Ids of all vacancies."""
        with self.reading() as session:
            return vacancies.vacancy_ids(session)

    def upsert_providers(self, records: Sequence[Provider]) -> Counts:
        """Store providers; an older source only fills what is blank."""
        with self.session() as session:
            return providers.upsert_providers(session, records)

    def provider(self, provider_id: str) -> Provider:
        """One provider."""
        with self.reading() as session:
            return providers.provider(session, provider_id)

    def providers(self, limit: int | None = None, offset: int = 0, search: str = "") -> list[Provider]:
        """Providers by name, a page at a time; `search` narrows by name, organisation, postcode or authority."""
        with self.reading() as session:
            return providers.providers(session, limit, offset, search)

    def n_providers(self) -> int:
        """How many providers are stored."""
        with self.reading() as session:
            return providers.n_providers(session)

    def provider_sources(self) -> list[tuple[str | None, str | None, int]]:
        """Where the stored providers come from: source, its date and how many, the most first."""
        with self.reading() as session:
            return providers.provider_sources(session)

    def upsert_courses(self, records: Sequence[Course]) -> Counts:
        """Store courses that providers of training offer."""
        with self.session() as session:
            return courses.upsert_courses(session, records)

    def course(self, course_id: str) -> Course:
        """One stored course; those of the shipped catalogue are not stored."""
        with self.reading() as session:
            return courses.course(session, course_id)

    def courses(self) -> list[Course]:
        """All stored courses by id."""
        with self.reading() as session:
            return courses.courses(session)

    def upsert_postcodes(self, frame: pd.DataFrame) -> Counts:
        """Store a chunk of a postcode directory; columns as `postcodes.COLUMNS`, each postcode once."""
        with self.session() as session:
            counts = postcodes.upsert_postcodes(session, frame)
        self._n_imports += 1
        return counts

    def n_postcodes(self) -> int:
        """How many postcodes are stored."""
        with self.reading() as session:
            return postcodes.n_postcodes(session)

    def lsoa_vintages(self) -> dict[str, int]:
        """How many stored English postcodes carry an LSOA of each census: ``{"lsoa11": 0, "lsoa21": 1400000}``."""
        with self.reading() as session:
            return deprivation.lsoa_vintages(session)

    def upsert_deprivation(self, frame: pd.DataFrame) -> Counts:
        """Store an index of deprivation; columns ``lsoa, vintage, rank, decile``."""
        with self.session() as session:
            counts = deprivation.upsert_deprivation(session, frame)
        self._n_imports += 1
        return counts

    def deprivation_vintages(self) -> dict[int, int]:
        """How many areas of each index are stored: ``{2019: 32844, 2025: 33755}``."""
        with self.reading() as session:
            return deprivation.deprivation_vintages(session)

    def share_unmatched(self, areas: Collection[str], column: str) -> float:
        """The share of stored English postcodes whose ``lsoa11`` or ``lsoa21`` is not among `areas`; 0 to 1."""
        with self.reading() as session:
            return deprivation.share_unmatched(session, areas, column)

    def deprivation_joins(self, vintage: int) -> dict[str, deprivation.Joined]:
        """How stored postcodes join an index, by country (empty where unknown)."""
        with self.reading() as session:
            return deprivation.deprivation_joins(session, vintage)

    def deprivation_rank(self, postcode: str, vintage: int) -> int | None:
        """The rank of a stored postcode's area, 1 the most deprived; None where it has none."""
        with self.reading() as session:
            return deprivation.rank_of(session, postcode, vintage)

    def gazetteer(self, fallback: Gazetteer) -> Gazetteer:
        """Exact places of stored postcodes, and `fallback` for the rest."""
        return StoredGazetteer(self.reading, fallback, lambda: self._n_imports)

    def upsert_travel_times(self, frame: pd.DataFrame) -> Counts:
        """Store a chunk of measured journeys; columns as `travel_times.COLUMNS`, each journey once."""
        with self.session() as session:
            counts = travel_times.upsert_travel_times(session, frame)
            if counts.added or counts.updated:
                note_everything(session)
        self._travel_times.look_again()
        return counts

    def travel_times(self, *, at_once: bool = False) -> TravelTimes | None:
        """The measured journeys, or None; read when first asked for, and again once they have changed.

        What another process imported is seen within a minute, or `at_once`.
        """
        if at_once:
            self._travel_times.look_again()
        return self._travel_times.table()

    def refresh_places(self, gazetteer: Gazetteer) -> int:
        """Look up again where stored candidates and vacancies are; how many places changed."""
        with self.session() as session:
            return places.refresh_places(session, gazetteer)

    def upsert_esco(self, tables: EscoTables) -> Counts:
        """Store ESCO; counts skills, occupations and relations."""
        with self.session() as session:
            return esco.upsert_esco(session, tables)

    def esco(self) -> EscoTables | None:
        """ESCO as it was imported, or None."""
        with self.reading() as session:
            return esco.esco(session)

    def upsert_titles(self, tables: TitleTables) -> Counts:
        """Store occupations with their titles and tasks; what comes without tasks keeps those stored."""
        with self.session() as session:
            return titles.upsert_titles(session, tables)

    def titles(self) -> TitleTables | None:
        """The classification of job titles (O*NET) as it was imported, or None."""
        with self.reading() as session:
            return titles.titles(session)

    def add_referral(
        self,
        candidate_id: str,
        vacancy_id: str,
        by: str,
        reason: str | None = None,
        next_action: str | None = None,
        next_date: date | None = None,
    ) -> referrals.Referral:
        """Record that a person put a candidate forward for a vacancy, why, and what happens next."""
        row = ReferralRow(
            candidate_id=candidate_id,
            vacancy_id=vacancy_id,
            made_by=by,
            reason=reason,
            next_action=next_action,
            next_date=next_date,
        )
        with self.session() as session:
            return referrals.add_referral(session, row)

    def plan_next(self, referral_id: int, next_action: str | None, next_date: date | None) -> referrals.Referral:
        """Say what happens next after a referral, and when; None for both where nothing is left to do."""
        with self.session() as session:
            return referrals.plan_next(session, referral_id, next_action, next_date)

    def referrals(self, candidate_id: str | None = None, vacancy_id: str | None = None) -> list[referrals.Referral]:
        """Referrals in the order they were made, of one candidate, one vacancy or all."""
        with self.reading() as session:
            return referrals.referrals(session, candidate_id, vacancy_id)

    def upsert_outcomes(self, records: Sequence[Outcome]) -> Counts:
        """Store what became of referrals; the candidates and vacancies must be stored."""
        with self.session() as session:
            return outcomes.upsert_outcomes(session, records)

    def remove_outcome(self, candidate_id: str, vacancy_id: str, stage: Stage) -> bool:
        """Take out a stage that was written down by mistake; whether it was there."""
        with self.session() as session:
            return outcomes.remove_outcome(session, candidate_id, vacancy_id, stage)

    def outcomes(self, candidate_id: str | None = None) -> list[Outcome]:
        """Outcomes of one candidate, or all, by candidate, vacancy and stage, in the order of progress."""
        with self.reading() as session:
            return outcomes.outcomes(session, candidate_id)

    def shortlist_add(self, candidate_id: str, vacancy_id: str) -> None:
        """Set a vacancy aside for a candidate."""
        with self.session() as session:
            referrals.shortlist_add(session, candidate_id, vacancy_id)

    def shortlist_remove(self, candidate_id: str, vacancy_id: str) -> None:
        """Take a vacancy off a candidate's short list."""
        with self.session() as session:
            referrals.shortlist_remove(session, candidate_id, vacancy_id)

    def shortlist(self, candidate_id: str) -> list[str]:
        """Ids of the vacancies set aside for a candidate, in the order they were added."""
        with self.reading() as session:
            return list(referrals.shortlist(session, candidate_id))

    def save_mapping(self, name: str, kind: str, columns: Mapping[str, str]) -> None:
        """Keep a mapping of columns under a name; the same name again replaces it."""
        with self.session() as session:
            mappings.save_mapping(session, name, kind, columns)

    def mapping(self, name: str) -> dict[str, str]:
        """The columns of a saved mapping: ours to theirs."""
        with self.reading() as session:
            return mappings.mapping(session, name)

    def mappings(self, kind: str) -> dict[str, dict[str, str]]:
        """Saved mappings of one kind of file, by name."""
        with self.reading() as session:
            return mappings.mappings(session, kind)
