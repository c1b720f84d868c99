"""`carematch account` as whoever sets the app up meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.cli import main
from matcher.domain import AccountRole, Candidate
from matcher.store import Person, Store

Run = Callable[..., tuple[int, str, str]]
PASSWORD = "teapot-ladder-harbour"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture
def run(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command in an empty folder on a new database: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", url)
    monkeypatch.delenv("CAREMATCH_PUBLIC_URL", raising=False)

    def one(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return one


@pytest.fixture
def store(url: str) -> Store:
    store = Store(url)
    store.migrate()
    return store


def test_an_account_is_added_and_its_link_opens_it(run: Run, store: Store) -> None:
    code, out, err = run("account", "add", "Ada@example.org", "--role", "advisor", "--name", "Ada", "--team", "Leeds")
    assert code == 0
    assert out.startswith("http://127.0.0.1:8000/link/")
    assert out.count("\n") == 1
    assert "within seven days" in err
    found = store.accounts.by_link(out.strip().rsplit("/", 1)[1])
    assert found is not None
    assert (found.email, found.name, found.role, found.team) == ("ada@example.org", "Ada", AccountRole.ADVISOR, "Leeds")


def test_a_link_carries_the_public_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREMATCH_PUBLIC_URL", "https://care.example.org/")
    out = run("account", "add", "a@example.org", "--role", "admin")[1]
    assert out.startswith("https://care.example.org/link/")


def test_a_jobseeker_is_somebody_who_is_stored(run: Run, store: Store) -> None:
    store.upsert_candidates([(Candidate(id="C1"), Person())])
    code, _, err = run("account", "add", "c@example.org", "--role", "jobseeker", "--candidate", "C9")
    assert (code, store.accounts.all()) == (2, [])
    assert "No candidate 'C9'" in err
    assert run("account", "add", "c@example.org", "--role", "jobseeker", "--candidate", "C1")[0] == 0
    assert store.accounts.of_candidate("C1") is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "ada", "--role", "admin"), "no e-mail address"),
        (("add", "a@example.org"), "role"),
        (("add", "a@example.org", "--role", "king"), "king"),
        (("add", "a@example.org", "--role", "provider"), "needs --provider"),
        (("add", "a@example.org", "--role", "jobseeker"), "needs --candidate"),
        (("add", "a@example.org", "--role", "admin", "--team", "Leeds"), "--team goes with --role advisor"),
        (("disable", "nobody@example.org"), "has no account"),
        (("link", "nobody@example.org"), "has no account"),
    ],
)
def test_a_call_that_cannot_be_used_is_refused_in_one_line(
    run: Run, store: Store, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run("account", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert store.accounts.all() == []


def test_an_address_has_one_account(run: Run) -> None:
    run("account", "add", "a@example.org", "--role", "admin")
    code, _, err = run("account", "add", "A@example.org", "--role", "advisor")
    assert code == 2
    assert "has an account already" in err


def test_an_account_is_disabled_and_enabled_again(run: Run, store: Store) -> None:
    made = store.accounts.add("a@example.org", "A", AccountRole.ADVISOR, password=PASSWORD)
    assert run("account", "disable", "a@example.org")[0] == 0
    assert not store.accounts.get(made.id).active
    code, out, err = run("account", "link", "a@example.org")
    assert (code, out) == (2, "")
    assert "is disabled" in err
    assert run("account", "enable", "A@example.org")[0] == 0
    assert store.accounts.get(made.id).active


def test_the_last_administrator_is_not_disabled(run: Run, store: Store) -> None:
    store.accounts.add("a@example.org", "A", AccountRole.ADMIN, password=PASSWORD)
    code, _, err = run("account", "disable", "a@example.org")
    assert code == 2
    assert "last administrator" in err


def test_a_new_link_voids_the_older(run: Run, store: Store) -> None:
    first = run("account", "add", "a@example.org", "--role", "admin")[1].strip()
    second = run("account", "link", "a@example.org")[1].strip()
    assert store.accounts.by_link(first.rsplit("/", 1)[1]) is None
    assert store.accounts.by_link(second.rsplit("/", 1)[1]) is not None


def test_the_demo_is_closed_at_once_and_the_rest_stays_open(run: Run, store: Store) -> None:
    for number in (1, 2):
        store.accounts.add(f"d{number}@demo.example", "D", AccountRole.ADMIN, password=PASSWORD, is_demo=True)
    kept = store.accounts.add("a@example.org", "A", AccountRole.ADMIN)
    assert "2 accounts of the demo are disabled" in run("account", "disable-demo")[2]
    assert [one.id for one in store.accounts.all() if one.active] == [kept.id]
    assert run("account", "disable-demo")[0] == 0


def test_accounts_are_listed_as_a_table_and_as_json(run: Run, store: Store) -> None:
    assert "There are no accounts yet" in run("account", "list")[1]
    store.accounts.add("a@example.org", "Ada", AccountRole.PROVIDER, provider="Rowan House", password=PASSWORD)
    store.accounts.add("b@example.org", "Bo", AccountRole.ADMIN)
    listed = run("account", "list")[1]
    for words in ("a@example.org", "Rowan House", "open", "invited"):
        assert words in listed
    code, out, _ = run("account", "list", "--json")
    assert code == 0
    assert [(one["email"], one["state"]) for one in json.loads(out)] == [
        ("b@example.org", "invited"), ("a@example.org", "open"),
    ]  # fmt: skip
