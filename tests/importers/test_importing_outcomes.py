"""Outcomes of referrals from a spreadsheet."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from importing import context_in, reasons, write

from matcher.domain import Candidate, Outcome, Stage, Vacancy
from matcher.errors import FileError
from matcher.importers import ImportSummary, run_import
from matcher.importers.mapping import suggest_columns
from matcher.importers.outcomes import read_outcomes
from matcher.store import Person, Store

Importing = Callable[..., ImportSummary]
HEADER = "candidate,vacancy,stage,date\n"


@pytest.fixture
def importing(store: Store, tmp_path: Path) -> Importing:
    """Import a text; two candidates and two vacancies are stored."""
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    store.upsert_vacancies([Vacancy(id=name) for name in ("V1", "V2")])

    def one(text: str, **given: object) -> ImportSummary:
        return run_import("outcomes", write(tmp_path, text), context_in(tmp_path, store=store, **given))

    return one


def test_rows_become_outcomes(importing: Importing, store: Store) -> None:
    summary = importing(HEADER + "C1,V1,referred,2026-03-01\nC1,V1,started,14/04/2026\nC2,V1,not_selected,\n")
    assert (summary.kind, summary.format, summary.read, summary.added) == ("outcomes", "csv", 3, 3)
    assert store.outcomes() == [
        Outcome("C1", "V1", Stage.REFERRED, date(2026, 3, 1)),
        Outcome("C1", "V1", Stage.STARTED, date(2026, 4, 14)),
        Outcome("C2", "V1", Stage.NOT_SELECTED, None),
    ]


def test_importing_again_changes_nothing(importing: Importing) -> None:
    text = HEADER + "C1,V1,referred,2026-03-01\nC1,V1,started,\n"
    importing(text)
    assert importing(text).unchanged == 2


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_is_read_by_its_own_name(importing: Importing, store: Store, stage: Stage) -> None:
    importing(f"{HEADER}C1,V1,{stage.value},\n")
    assert store.outcomes()[0].stage is stage


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("Hired", Stage.STARTED),
        ("In post (3 months)", Stage.IN_POST_3M),
        ("13 weeks", Stage.IN_POST_3M),
        ("Interview", Stage.INTERVIEWED),
        ("Job offer", Stage.OFFERED),
        ("unsuccessful", Stage.NOT_SELECTED),
        ("WITHDRAWN", Stage.WITHDREW),
    ],
)
def test_stages_are_read_as_people_write_them(importing: Importing, store: Store, said: str, stage: Stage) -> None:
    importing(f"{HEADER}C1,V1,{said},\n")
    assert store.outcomes()[0].stage is stage


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("C1,V1,intervewed,", ("stage 'intervewed'", "did you mean interviewed?", "referred, interviewed, offered")),
        ("C1,V1,purple,", ("stage 'purple'", "write one of referred")),
        ("C9,V1,started,", ("candidate 'C9'", "no candidate of this id is stored", "import it first")),
        ("C1,V9,started,", ("vacancy 'V9'", "no vacancy of this id is stored")),
        ("C1,V1,started,31/02/2026", ("date '31/02/2026'", "there is no such day")),
        ("C1,V1,started,soon", ("date 'soon'", "2026-12-14")),
        (",V1,,", ("candidate, stage: blank", "has to name all of candidate, vacancy, stage")),
        ("C9,V1,purple,soon", ("candidate 'C9'", "stage 'purple'", "date 'soon'")),
    ],
)
def test_a_bad_row_comes_back_with_place_value_and_remedy(
    importing: Importing, tmp_path: Path, store: Store, row: str, words: tuple[str, ...]
) -> None:
    summary = importing(f"{HEADER}C2,V2,referred,\n{row}\n")
    assert (summary.added, summary.rejected) == (1, 1)
    assert len(store.outcomes()) == 1
    (reason,) = reasons(tmp_path).values()
    assert list(reasons(tmp_path)) == [3]
    for word in words:
        assert word in reason


def test_a_date_in_the_future_is_refused_and_today_is_not(importing: Importing, tmp_path: Path) -> None:
    today = date.today()  # noqa: DTZ011 - as the importer does
    summary = importing(f"{HEADER}C1,V1,started,{today}\nC2,V1,started,{today + timedelta(days=1)}\n")
    assert (summary.added, summary.rejected) == (1, 1)
    assert "cannot lie in the future" in reasons(tmp_path)[3]


def test_a_stage_that_is_said_twice_comes_back(importing: Importing, tmp_path: Path) -> None:
    summary = importing(HEADER + "C1,V1,started,2026-03-01\nC1,V1,hired,2026-03-02\n")
    assert (summary.added, summary.rejected) == (1, 1)
    assert "stage 'started': an earlier row says so already" in reasons(tmp_path)[3]


def test_other_columns_can_be_mapped_and_are_suggested(importing: Importing, store: Store) -> None:
    header = ["Client ref", "Vacancy ID", "Stage reached", "Date of outcome", "Adviser"]
    columns = suggest_columns(header, "outcomes")
    assert columns == dict(zip(("candidate", "vacancy", "stage", "date"), header, strict=False))
    summary = importing(",".join(header) + "\nC1,V1,started,2026-03-01,Sam\n", columns=columns)
    assert summary.added == 1
    assert "'Adviser'" in summary.notes[0]
    assert store.outcomes() == [Outcome("C1", "V1", Stage.STARTED, date(2026, 3, 1))]


def test_a_file_without_dates_can_be_read(importing: Importing) -> None:
    assert importing("candidate;vacancy;stage\nC1;V1;started\n").added == 1


def test_a_file_without_stages_is_refused(importing: Importing) -> None:
    with pytest.raises(FileError, match="no column 'stage'"):
        importing("candidate,vacancy\nC1,V1\n")


@pytest.mark.usefixtures("importing")
def test_outcomes_can_be_read_and_not_stored(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "C1,V1,started,\nC9,V1,started,\n", name="only_read.csv")
    summary, found = read_outcomes(path, context_in(tmp_path, store=store))
    assert (summary.added, summary.rejected) == (1, 1)
    assert found == [Outcome("C1", "V1", Stage.STARTED)]
    assert store.outcomes() == []
