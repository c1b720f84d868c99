"""New rows go past the ORM, and stand in the database as the ORM would have written them."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Candidate, PlacePrecision, Vacancy, parse_shifts
from matcher.domain.places import Place
from matcher.errors import StoreError
from matcher.geography import SectorGazetteer
from matcher.importers import ImportContext, run_import
from matcher.importers.candidate_rows import read_candidate
from matcher.importers.linking import Linker
from matcher.importers.vacancy_rows import read_vacancy
from matcher.packaged import data_path, read_table
from matcher.store import Counts, Person, Store, row_values
from matcher.store.bulk import insert_new
from matcher.store.tables import Base, CandidateRow, VacancyRow
from matcher.taxonomy import load_taxonomy

PLACE = Place("LS9 7TF", 53.8, -1.5, 431000.0, 433000.0, PlacePrecision.SECTOR, radius_km=0.4, deprivation_decile=1)
SOMEONE = Candidate(
    id="C1", postcode="LS9 7TF", place=PLACE, skills=("cooking", "tea \t\\N"), prior_sector=(), vehicle=False,
    about="“Zoë”\n\\N\tand a tab", shifts=parse_shifts("mon early"), hours_min=7.1, available_from=date(2026, 12, 1),
)  # fmt: skip
NOBODY = Candidate(id="C2")
CARER = Vacancy(id="V1", title="Carer", positions=3, area=("LS9",), min_age=18, opens=date(2026, 1, 1))
UNSAID = Vacancy(id="V2")


def as_kept(session: Session, row_type: type[Base]) -> list[tuple[object, ...]]:
    """Rows as the database keeps them, lists as their text."""
    table = row_type.__table__
    kept = [sa.cast(column, sa.Text) if isinstance(column.type, sa.JSON) else column for column in table.columns]
    return [tuple(row) for row in session.execute(sa.select(*kept).order_by("id"))]


@pytest.mark.parametrize(("row_type", "records"), [(CandidateRow, (SOMEONE, NOBODY)), (VacancyRow, (CARER, UNSAID))])
def test_rows_stand_as_the_orm_writes_them(
    store: Store, row_type: type[Base], records: tuple[Candidate | Vacancy, ...]
) -> None:
    entries = [row_values(record) for record in records]
    with store.session() as session:
        session.add_all(
            row_type(**{name: value for name, value in one.items() if value is not None}) for one in entries
        )
        session.flush()
        by_the_orm = as_kept(session, row_type)
        session.execute(sa.delete(row_type))
        insert_new(session, row_type, entries)
        assert as_kept(session, row_type) == by_the_orm


def test_a_key_that_is_taken_is_said_plainly_and_nothing_is_kept(store: Store) -> None:
    store.upsert_candidates([(NOBODY, Person())])
    with pytest.raises(StoreError, match="refused a change that contradicts it"), store.session() as session:
        insert_new(session, CandidateRow, [row_values(SOMEONE), row_values(NOBODY)])
    assert store.candidate_ids() == {"C2"}


def test_one_id_twice_in_a_batch_is_merged(store: Store) -> None:
    fuller = Candidate(id="C2", about="Cooks", vehicle=True)
    counts = store.upsert_candidates(
        [(NOBODY, Person()), (SOMEONE, Person()), (fuller, Person("Ann")), (NOBODY, Person())]
    )
    assert counts == Counts(added=2, updated=1, unchanged=1)
    assert store.candidate("C2") == fuller
    assert store.person("C2") == Person("Ann")


def test_rows_that_are_ready_land_as_their_records(store: Store) -> None:
    assert store.upsert_candidate_rows([(row_values(SOMEONE), Person("Ann"))]) == Counts(added=1)
    assert store.upsert_vacancy_rows([row_values(CARER)]) == Counts(added=1)
    assert store.candidate("C1") == SOMEONE
    assert store.vacancy("V1") == CARER
    assert store.upsert_candidates([(SOMEONE, Person("Ann"))]) == Counts(unchanged=1)


def test_many_new_rows_are_noted_as_one_change(store: Store) -> None:
    store.upsert_candidate_rows([(row_values(Candidate(id=f"C{number}")), Person()) for number in range(600)])
    assert [(change.kind, change.record_id) for change in store.changes.since(0)] == [("candidate", None)]


def test_a_file_read_by_column_reads_back_as_its_rows_say(
    store: Store, sectors: SectorGazetteer, tmp_path: Path
) -> None:
    terms = load_taxonomy()
    context = ImportContext(store, terms, sectors, rejects=tmp_path / "rejects.csv")
    for kind in ("vacancies", "candidates"):
        run_import(kind, data_path("demo", f"{kind}.csv"), context)
    work = (read_vacancy(row, Linker(terms), sectors)[1] for row in read_table("demo", "vacancies.csv"))
    people = (read_candidate(row, Linker(terms), sectors)[1][0] for row in read_table("demo", "candidates.csv"))
    assert store.vacancies() == sorted(work, key=lambda one: one.id)
    assert store.candidates() == sorted(people, key=lambda one: one.id)
