"""Imports in the background: in the name of whoever sent the file."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from matcher.domain import Account, AccountRole, Outcome, Stage, Vacancy
from matcher.errors import FileError, NotFoundError
from matcher.jobs import Setting, Task
from matcher.jobs.importing import count_rows, import_file
from matcher.store import Case, Store


@pytest.fixture
def advisor(store: Store) -> Account:
    return store.accounts.add("priya@example.org", "Priya", AccountRole.ADVISOR, team="Leeds")


def a_task(setting: Setting, account: Account | None, path: Path, kind: str = "candidates", **given: object) -> Task:
    arguments = {
        "kind": kind,
        "file": str(path),
        "rejects": str(path.with_name("rejected.csv")),
        "columns": {},
        "format": "auto",
        "name": "people.csv",
        **given,
    }
    return Task(setting.store.jobs.add("import", arguments, account.id if account else None), setting)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rows"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_result_says_what_became_of_the_rows_and_the_file_is_gone(
    setting: Setting, advisor: Account, tmp_path: Path
) -> None:
    path = written(tmp_path, "id,postcode\nA1,LS9 7TF\nA2,LS99 9ZZ\n")
    task = a_task(setting, advisor, path)
    result = import_file(task)
    assert json.loads(json.dumps(result)).keys() >= {"read", "added", "rejected", "notes"}
    assert (result["read"], result["added"], result["rejected"]) == (2, 1, 1)
    assert (task.n_done, task.n_all) == (2, 2)
    assert not path.exists()
    assert "LS99 9ZZ" in (tmp_path / "rejected.csv").read_text(encoding="utf-8")


def test_new_people_join_the_caseload_and_those_known_stay_where_they_are(
    setting: Setting, advisor: Account, tmp_path: Path
) -> None:
    setting.store.cases.assign("C2", None, "Leeds")
    import_file(a_task(setting, advisor, written(tmp_path, "id,about\nA1,x\nC1,y\nC2,z\n")))
    assert setting.store.cases.all() == {"A1": Case("A1", advisor.id, "Leeds"), "C2": Case("C2", None, "Leeds")}
    (entry,) = setting.store.audit.entries(action="added")
    assert (entry.candidate_id, entry.role, entry.account_id) == ("A1", "advisor", advisor.id)


@pytest.mark.parametrize("change", ["another team", "hidden", "not shared"])
def test_rows_about_somebody_whom_the_advisor_may_not_open_are_given_back(
    setting: Setting, advisor: Account, tmp_path: Path, change: str
) -> None:
    cases = setting.store.cases
    {
        "another team": lambda: cases.assign("C1", None, "Durham"),
        "hidden": lambda: cases.set_hidden("C1", hidden=True),
        "not shared": lambda: cases.set_shared("C1", shared=False),
    }[change]()
    before = setting.store.candidate("C1")
    result = import_file(a_task(setting, advisor, written(tmp_path, "id,about\nC1,changed\nC2,changed\n")))
    assert (result["updated"], result["rejected"]) == (1, 1)
    assert setting.store.candidate("C1") == before


def test_outcomes_of_somebody_elsewhere_are_given_back_as_if_there_were_nobody(
    setting: Setting, advisor: Account, tmp_path: Path
) -> None:
    setting.store.cases.assign("C1", None, "Durham")
    rows = (
        "candidate,vacancy,stage,date\nC1,V1,started,2026-11-02\nC9,V1,started,2026-11-02\nC2,V1,started,2026-11-02\n"
    )
    import_file(a_task(setting, advisor, written(tmp_path, rows), "outcomes"))
    assert setting.store.outcomes() == [Outcome("C2", "V1", Stage.STARTED, date(2026, 11, 2))]
    elsewhere, nobody = (line.partition(",")[2] for line in _rejected(tmp_path))
    assert elsewhere.replace("C1", "C9") == nobody


def test_an_outcome_is_written_down_once_however_often_its_file_is_imported(
    setting: Setting, advisor: Account, tmp_path: Path
) -> None:
    for _ in range(2):
        rows = "candidate,vacancy,stage,date\nC2,V1,started,2026-11-02\n"
        import_file(a_task(setting, advisor, written(tmp_path, rows), "outcomes"))
    assert setting.store.audit.count(action="outcome", candidate_id="C2", vacancy_id="V1") == 1


def test_a_file_that_cannot_be_used_is_said_by_the_name_its_sender_knows(
    setting: Setting, advisor: Account, tmp_path: Path
) -> None:
    path = written(tmp_path, "name\nAnn\n")
    with pytest.raises(FileError, match=r"^people\.csv") as refused:
        import_file(a_task(setting, advisor, path))
    assert str(tmp_path) not in str(refused.value)
    assert not path.exists()


def test_a_file_that_is_gone_is_to_be_chosen_again(setting: Setting, advisor: Account, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="not here any more: choose the file again"):
        import_file(a_task(setting, advisor, tmp_path / "rows"))


def test_a_file_without_anybody_behind_it_lands_nowhere(setting: Setting, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        import_file(a_task(setting, None, written(tmp_path, "id\nA1\n")))
    assert "A1" not in setting.store.candidate_ids()


@pytest.mark.parametrize("role", [AccountRole.PROVIDER, AccountRole.JOBSEEKER])
def test_nobody_else_than_the_academy_brings_people(setting: Setting, tmp_path: Path, role: AccountRole) -> None:
    account = setting.store.accounts.add("x@example.org", "X", role)
    with pytest.raises(FileError, match="advisors and administrators"):
        import_file(a_task(setting, account, written(tmp_path, "id\nA1\n")))


@pytest.mark.parametrize(
    ("content", "n_rows"),
    [
        (b"id\nA1\nA2\n", 2),
        (b"id\nA1\nA2", 2),
        (b"id\r\nA1\r\n", 1),
        ("id\nA1\nA2\n".encode("utf-16"), 2),
        (gzip.compress(b"id\nA1\nA2\n", mtime=0), 2),
        (gzip.compress("".join(f"A{n}\n" for n in range(90_000)).encode(), mtime=0)[:-900], None),
        (b'[{"@type": "JobPosting"}]', None),
    ],
)
def test_rows_are_counted_by_their_lines(tmp_path: Path, content: bytes, n_rows: int | None) -> None:
    path = tmp_path / "rows"
    path.write_bytes(content)
    assert count_rows(path) == n_rows


def _rejected(tmp_path: Path) -> list[str]:
    return (tmp_path / "rejected.csv").read_text(encoding="utf-8").splitlines()[1:]


def test_an_advisors_file_cannot_raise_an_approved_age_past_the_reviewer(
    setting: Setting, advisor: Account, tmp_path: Path
) -> None:
    standings = setting.store.standings
    for age, is_held in ((21, False), (25, True)):
        standings.review("V1", "approved", None)
        rows = f"id,title,min_age,min_age_reason\nV1,Care Assistant,{age},the home is registered so\n"
        setting.store.upsert_vacancies([Vacancy(id="V1", min_age=21, min_age_reason="the home is registered so")])
        import_file(a_task(setting, advisor, written(tmp_path, rows), "vacancies"))
        assert setting.store.vacancy("V1").min_age == age
        assert standings.get("V1").is_held(setting.store.vacancy("V1")) is is_held
