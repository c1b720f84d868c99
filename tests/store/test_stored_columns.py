"""Columns read straight from the database: equal to the bit to those of the stored records, settled."""

import gc

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storing import written

from matcher.domain import Candidate, Place, PlacePrecision, Vacancy
from matcher.engine import Engine
from matcher.errors import PlaceError, StoreError
from matcher.geography import SectorGazetteer
from matcher.scoring import CandidateArrays, VacancyArrays, check_columns
from matcher.scoring.settle import settle_candidate, settle_vacancy
from matcher.store import Person, Store
from matcher.store.columns import chunks, distinct, skills
from matcher.store.tables import CandidateRow, VacancyRow
from same_columns import differences
from settled_demo import Templates, settled_demo
from strategies import AS_OF, candidates, shipped_taxonomy, vacancies

POINT = Place("53.8, -1.5", 53.8, -1.5, 432900.0, 433800.0, PlacePrecision.POINT)
SECTOR = Place("LS9 7", 53.8, -1.52, 431684.0, 434616.0, PlacePrecision.SECTOR, 0.71, "England", 1, "Approximate.")
ABROAD = Place("EH1 1", 55.95, -3.19, 325700.0, 673900.0, PlacePrecision.SECTOR, 0.4, "Scotland")

ODD_PEOPLE = [
    Candidate(id="é"),
    Candidate(id="a b", place=POINT),
    Candidate(id="B2", place=POINT, postcode="LS9 7TF"),
    Candidate(id="B1", place=SECTOR, postcode="LS9 7TF", about=" "),
    Candidate(id="none", skills=(), prior_sector=(), qualifications=(), registrations=(), shifts=()),
    Candidate(id="names", skills=["Dementia care", "patience, first aid", "nothing that anybody knows"]),
    Candidate(id="unknown", skills=["nothing that anybody knows"], qualifications=["a swimming badge"]),
    Candidate(id="bracketed", skills=["first aid [certified 2011-02], patience", "patience [studied 2009]"]),
    Candidate(
        id="shown",
        skills=["patience"],
        skill_evidence=[
            "first aid: studied 2010-01",
            "first aid: practised 2012-01",
            "swimming, patience: practised",
            "patience, swimming: practised 2009",
            "juggling: practised",
        ],
    ),
    Candidate(id="shown only", skill_evidence=["juggling: practised"]),
    Candidate(id="work", prior_occupation="Cashier", prior_sector=["Retail", "47.11", "astrology"]),
    Candidate(id="papers", qualifications=["GCSE English", "care certificate"], registrations=["NMC", "a guild"]),
    Candidate(id="numbers", hours_min=0, hours_max=0.5, experience_months=0, pay_min_gbp_per_hour=0.01),
    Candidate(id="not stated", right_to_work="not_stated", age_band="16-17", driving_licence=False, vehicle=True),
]
ODD_WORK = [
    Vacancy(id="é"),
    Vacancy(id="title", title="Night care assistant (LS9)", description="Care."),
    Vacancy(id="family", title="Kitchen assistant", role_family="housekeeping"),
    Vacancy(id="said", title="Cook", occupation="care worker", role_family="no such family", description=" "),
    Vacancy(id="needs", essential_skills=["personal care", "juggling"], optional_skills=["juggling"]),
    Vacancy(id="read", essential_skills=["juggling"], unlinked_skills=["swimming"], optional_skills=()),
    Vacancy(id="site", place=SECTOR, place_kind="site", postcode="LS9 7TF"),
    Vacancy(id="round", place=SECTOR, place_kind="round", area="LS9; LS10"),
    Vacancy(id="abroad", place=ABROAD, place_kind="live_in", postcode="EH1 1AA", dbs_level="basic"),
    Vacancy(id="pay", pay_max_gbp_per_hour=9, pay_note="sleep_in", contract="apprenticeship", min_age=16),
    Vacancy(id="old", min_age=21, min_age_reason="the insurer", registration="NMC", qualification="a badge"),
    Vacancy(id="rota", occupation="care-worker", shifts_any_of="mon-fri 06:45-11:10", guaranteed_hours=0),
    Vacancy(id="days", shifts_all_required="sat early", opens="2026-01-02", closes="2026-12-31", experience_months=0),
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    return settled_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def full(store: Store) -> Store:
    """Odd rows, added out of their order."""
    store.upsert_candidates([(record, Person()) for record in ODD_PEOPLE])
    store.upsert_vacancies(ODD_WORK)
    return store


@pytest.fixture(params=[3, 8_192])
def any_chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks that split the rows, and nothing remembered from one to the next; or as it is."""
    if request.param == 3:
        monkeypatch.setattr(chunks, "_CHUNK", 3)
        monkeypatch.setattr(distinct, "MOST_KEPT", 0)
        monkeypatch.setattr(skills, "_MOST_KEPT", 0)


def of_people(store: Store, gazetteer: SectorGazetteer, records: list[Candidate] | None = None) -> CandidateArrays:
    terms, found = shipped_taxonomy(), store.candidates() if records is None else records
    return CandidateArrays.from_records([settle_candidate(one, terms, gazetteer) for one in found], terms, AS_OF)


def of_work(store: Store, gazetteer: SectorGazetteer, records: list[Vacancy] | None = None) -> VacancyArrays:
    terms, found = shipped_taxonomy(), store.vacancies() if records is None else records
    return VacancyArrays.from_records([settle_vacancy(one, terms, gazetteer) for one in found], terms)


@pytest.mark.usefixtures("any_chunk")
def test_odd_rows_make_the_columns_of_their_records(full: Store, sectors: SectorGazetteer) -> None:
    terms = shipped_taxonomy()
    people, work = full.candidate_columns(terms, AS_OF), full.vacancy_columns(terms)
    assert people.ids.tolist() == [record.id for record in full.candidates()]
    assert differences(people, of_people(full, sectors)) == []
    assert differences(work, of_work(full, sectors)) == []


def test_the_demo_makes_the_columns_of_its_records(store: Store, demo: Templates) -> None:
    people, work = demo
    store.upsert_candidates([(record, Person()) for record in people])
    store.upsert_vacancies(work)
    terms = shipped_taxonomy()
    assert differences(store.candidate_columns(terms, AS_OF), CandidateArrays.from_records(people, terms, AS_OF)) == []
    assert differences(store.vacancy_columns(terms), VacancyArrays.from_records(work, terms)) == []


people_s = st.lists(candidates(), max_size=5, unique_by=lambda one: one.id)
work_s = st.lists(vacancies(), max_size=5, unique_by=lambda one: one.id)
few = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(people_s, work_s)
def test_whoever_is_stored_makes_the_columns_of_the_records(
    store: Store, sectors: SectorGazetteer, people: list[Candidate], work: list[Vacancy]
) -> None:
    with store.session() as session:
        session.execute(sa.delete(CandidateRow))
        session.execute(sa.delete(VacancyRow))
    store.upsert_candidates([(written(one, "shifts"), Person()) for one in people])
    store.upsert_vacancies([written(one, "shifts_all_required", "shifts_any_of") for one in work])
    terms = shipped_taxonomy()
    assert differences(store.candidate_columns(terms, AS_OF), of_people(store, sectors)) == []
    assert differences(store.vacancy_columns(terms), of_work(store, sectors)) == []


@pytest.mark.usefixtures("any_chunk")
def test_some_come_in_the_order_of_their_ids_as_asked_for(full: Store, sectors: SectorGazetteer) -> None:
    terms, ids = shipped_taxonomy(), ["work", "nobody", "é", "B1", "none"]
    people = full.candidate_columns(terms, AS_OF, ids)
    assert people.ids.tolist() == ["work", "é", "B1", "none"]
    assert differences(people, of_people(full, sectors, full.candidates_of(ids))) == []
    work = full.vacancy_columns(terms, ["site", "nothing", "é", "rota"])
    assert differences(work, of_work(full, sectors, full.vacancies_of(["site", "é", "rota"]))) == []


def test_records_of_some_come_in_the_order_asked_for(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.store.reading._BATCH", 2)
    assert [one.id for one in full.candidates_of(["work", "é", "nobody", "B1"])] == ["work", "é", "B1"]
    assert [one.id for one in full.vacancies_of(["rota", "é", "nothing"])] == ["rota", "é"]


def test_nobody_stored_has_columns_without_rows(store: Store) -> None:
    terms = shipped_taxonomy()
    people, work, places = store.candidate_columns(terms, AS_OF), store.vacancy_columns(terms), store.candidate_places()
    check_columns(people, terms)
    check_columns(work, terms)
    assert (len(people), len(work), len(places)) == (0, 0, 0)


def test_columns_of_the_database_are_sound(full: Store) -> None:
    terms = shipped_taxonomy()
    check_columns(full.candidate_columns(terms, AS_OF), terms)
    check_columns(full.vacancy_columns(terms), terms)


@pytest.mark.usefixtures("any_chunk")
def test_places_alone_are_those_of_all_columns(full: Store) -> None:
    places, people = full.candidate_places(), full.candidate_columns(shipped_taxonomy(), AS_OF)
    for name in places.__dataclass_fields__:
        one, other = getattr(places, name), getattr(people, name)
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist() or one.tobytes() == other.tobytes()


def unplaced(store: Store, postcode: str = "LS9 7TF") -> None:
    store.upsert_candidates([(Candidate(id="C1", postcode=postcode), Person())])
    store.upsert_vacancies(
        [Vacancy(id="V1", place_kind="round", area="LS9; LS10"), Vacancy(id="V2", postcode=postcode)]
    )


def test_a_postcode_stored_without_a_place_is_looked_up(store: Store, sectors: SectorGazetteer) -> None:
    unplaced(store)
    terms = shipped_taxonomy()
    people, work = store.candidate_columns(terms, AS_OF, None, sectors), store.vacancy_columns(terms, None, sectors)
    assert people.sector.tolist() == ["LS9 7"]
    assert differences(people, of_people(store, sectors)) == []
    assert differences(work, of_work(store, sectors)) == []


def test_without_a_gazetteer_such_a_place_is_not_known(store: Store) -> None:
    unplaced(store, "no postcode")
    terms = shipped_taxonomy()
    people, work = store.candidate_columns(terms, AS_OF), store.vacancy_columns(terms)
    assert people.sector.tolist() == [""]
    assert str(people.easting_m) == "[nan]"
    assert str(work.easting_m) == "[nan nan]"


def test_a_postcode_that_cannot_be_found_is_said_with_its_record(store: Store, sectors: SectorGazetteer) -> None:
    unplaced(store, "ZZ99 9ZZ")
    with pytest.raises(PlaceError, match="Candidate 'C1'"):
        store.candidate_columns(shipped_taxonomy(), AS_OF, None, sectors)
    with pytest.raises(PlaceError, match="Vacancy 'V2'"):
        store.vacancy_columns(shipped_taxonomy(), None, sectors)


def test_cycles_are_sought_again_however_reading_ends(store: Store, sectors: SectorGazetteer) -> None:
    unplaced(store, "ZZ99 9ZZ")
    with pytest.raises(PlaceError):
        store.candidate_columns(shipped_taxonomy(), AS_OF, None, sectors)
    assert gc.isenabled()


def test_the_engine_reads_its_database_and_says_when_it_has_none(database_url: str, engine: Engine) -> None:
    stored = Engine.load(database=database_url)
    assert stored.store is not None
    unplaced(stored.store)
    assert stored.candidate_columns(AS_OF).sector.tolist() == ["LS9 7"]
    assert stored.vacancy_columns(["V2"]).sector.tolist() == ["LS9 7"]
    for ask in (engine.candidate_columns, engine.vacancy_columns):
        with pytest.raises(StoreError, match="without a database"):
            ask()
