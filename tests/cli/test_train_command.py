"""`carematch train`: outcomes in, a model folder out, and the default changed only when that is shown to do no harm."""

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from matcher import packaged
from matcher.cli import main
from matcher.domain import Candidate, Vacancy
from matcher.scoring.model import load_model
from matcher.store import Person, Store

Run = Callable[..., tuple[int, str, str]]
DAY = date(2026, 3, 2)
HEADER = "candidate,vacancy,stage,date"
PAYS = (12.3, 13.2, 14.1, 15.0)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command in an empty folder, on a database of people and work and with models of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    monkeypatch.delenv("CAREMATCH_MODEL", raising=False)
    shutil.copytree(packaged.models_path("baseline-1"), tmp_path / "models" / "baseline-1")
    (tmp_path / "models" / "DEFAULT").write_text("baseline-1\n", encoding="utf-8")
    monkeypatch.setattr("matcher.packaged._root", lambda name: {"models": tmp_path / "models", "data": data}[name])
    data = packaged._PACKAGE.parent / "data"
    _fill(Store())

    def one(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return one


def _fill(store: Store) -> None:
    """People who need some pay and are there at some times, and work that pays and needs some."""
    store.migrate()
    people = [
        Candidate(id=f"C{n:03}", pay_min_gbp_per_hour=PAYS[n % 4], shifts=("mon-fri early", "sat-sun late")[n % 2])
        for n in range(150)
    ]
    work = [
        Vacancy(
            id=f"V{n}",
            title="Care assistant",
            pay_min_gbp_per_hour=PAYS[n % 4],
            pay_max_gbp_per_hour=PAYS[n % 4],
            shifts_all_required=("mon-fri early", "sat-sun late")[n // 4],
        )
        for n in range(8)
    ]
    store.upsert_candidates([(person, Person()) for person in people])
    store.upsert_vacancies(work)
    store.close()


def outcomes(*, n_people: int = 150, by_pay: bool = True) -> str:
    """Everybody referred to four vacancies; who starts goes by pay that is enough, or by the toss of a coin."""
    rng = np.random.default_rng(7)
    rows = [HEADER]
    for person in range(n_people):
        for work in rng.choice(8, 4, replace=False):
            enough = PAYS[work % 4] >= PAYS[person % 4]
            starts = rng.random() < ((0.9 if enough else 0.1) if by_pay else 0.5)
            rows.append(f"C{person:03},V{work},referred,{DAY}")
            rows.append(f"C{person:03},V{work},{'started' if starts else 'not_selected'},{DAY + timedelta(days=30)}")
    return "\n".join(rows) + "\n"


def test_outcomes_that_show_what_matters_become_the_default_model(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outcomes.csv").write_text(outcomes(), encoding="utf-8")
    code, out, err = run("train", "--outcomes", "outcomes.csv", "--output", "models/care-1", "--json")
    assert (code, "Fitting weights to 600 referrals" in err) == (0, True)
    said = json.loads(out)
    assert said["default"]["model"] == "care-1"
    assert said["default"]["changed"] is True
    assert (tmp_path / "models" / "DEFAULT").read_text(encoding="utf-8") == "care-1\n"
    assert said["weights"]["pay"] > 15
    assert load_model().weights == said["weights"]
    assert sum(band["n"] for band in said["bands"]) == said["fit"]["n"] == 600
    assert json.loads(run("match", "--candidate", "C001", "--json")[1])["engine"]["model"] == "care-1"


def test_outcomes_that_show_nothing_leave_the_default_and_say_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outcomes.csv").write_text(outcomes(n_people=30, by_pay=False), encoding="utf-8")
    code, out, _ = run("train", "--outcomes", "outcomes.csv", "--output", "models/care-1")
    assert code == 0
    assert "The default model stays baseline-1 (kept)" in out
    assert (tmp_path / "models" / "DEFAULT").read_text(encoding="utf-8") == "baseline-1\n"
    assert {path.name for path in (tmp_path / "models" / "care-1").iterdir()} == {
        "weights.json", "metrics.json", "calibration.json", "card.md"
    }  # fmt: skip


def test_a_model_elsewhere_or_beside_a_setting_never_becomes_the_default(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outcomes.csv").write_text(outcomes(), encoding="utf-8")
    _, out, _ = run("train", "--outcomes", "outcomes.csv", "--output", "elsewhere/care-1")
    assert "set CAREMATCH_MODEL to elsewhere/care-1 to use it" in " ".join(out.split())
    monkeypatch.setenv("CAREMATCH_MODEL", "elsewhere/care-1")
    (tmp_path / "outcomes.csv").write_text(outcomes(), encoding="utf-8")
    run("train", "--outcomes", "outcomes.csv", "--output", "models/care-2")
    assert (tmp_path / "models" / "DEFAULT").read_text(encoding="utf-8") == "baseline-1\n"


def test_what_is_printed_is_of_groups(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outcomes.csv").write_text(outcomes(n_people=40), encoding="utf-8")
    _, out, _ = run("train", "--outcomes", "outcomes.csv", "--output", "models/care-1")
    assert "Learned from 160 referrals of 40 candidates to 8 vacancies" in out
    assert "Who started, by score: of groups" in out
    assert "C001" not in out


def test_later_outcomes_are_not_known_on_an_earlier_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outcomes.csv").write_text(outcomes(), encoding="utf-8")
    call = ("train", "--outcomes", "outcomes.csv", "--output", "models/care-1", "--as-of", "2026-03-10")
    code, _, err = run(*call)
    assert code == 2
    assert "0 started and 0 did not" in err


def test_bad_rows_come_back_and_the_rest_is_learned_from(run: Run, tmp_path: Path) -> None:
    bad = "C900,V1,started,2026-03-02\nC001,V1,strated,2026-03-02\n"
    (tmp_path / "outcomes.csv").write_text(outcomes(n_people=40) + bad, encoding="utf-8")
    code, out, err = run("train", "--outcomes", "outcomes.csv", "--output", "models/care-1", "--json")
    assert code == 1
    assert json.loads(out)["outcomes"] == {"read": 322, "rejected": 2, "rejects": "outcomes-rejected.csv"}
    assert "2 of 322 rows rejected" in err
    rejected = (tmp_path / "outcomes-rejected.csv").read_text(encoding="utf-8")
    assert "no candidate of this id is stored" in rejected
    assert "did you mean started?" in rejected


def test_other_column_names_can_be_mapped(run: Run, tmp_path: Path) -> None:
    text = outcomes(n_people=40).replace(HEADER, "Client,Job,Status,Day")
    (tmp_path / "outcomes.csv").write_text(text, encoding="utf-8")
    columns = {"candidate": "Client", "vacancy": "Job", "stage": "Status", "date": "Day"}
    (tmp_path / "map.json").write_text(json.dumps(columns), encoding="utf-8")
    code, *_ = run("train", "--outcomes", "outcomes.csv", "--columns", "map.json", "--output", "models/care-1")
    assert code == 0


@pytest.mark.parametrize(
    ("text", "output", "words"),
    [
        (None, "models/care-1", ("outcomes.csv",)),
        ("", "models/care-1", ("outcomes.csv",)),
        (f"{HEADER}\n", "models/care-1", ("Too few outcomes", "0 started")),
        (f"{HEADER}\nC001,V1,started,2026-03-02\n", "models/care-1", ("1 started and 0 did not",)),
        ("candidate,vacancy\nC001,V1\n", "models/care-1", ("stage",)),
        (f"{HEADER}\n", "models/baseline-1", ("baseline-1 is there already", "name a new version")),
        (f"{HEADER}\n", "outcomes.csv/care-1", ("cannot be made",)),
    ],
)
def test_what_cannot_be_learned_from_is_one_clear_line(
    run: Run, tmp_path: Path, text: str | None, output: str, words: tuple[str, ...]
) -> None:
    if text is not None:
        (tmp_path / "outcomes.csv").write_text(text, encoding="utf-8")
    code, out, err = run("train", "--outcomes", "outcomes.csv", "--output", output)
    last = err.strip().splitlines()[-1]
    assert (code, out) == (2, "")
    assert last.startswith("carematch: ")
    for word in words:
        assert word in last
    assert not (tmp_path / "models" / "care-1").exists()
