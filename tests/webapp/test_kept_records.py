"""Pages answer from what the process keeps, and never from what was true before the last committed write."""

from collections.abc import Callable
from threading import Thread
from weakref import ref

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Candidate, Vacancy
from matcher.engine import Engine
from matcher.store import Person, Store
from webapp import shown
from webapp.coarse_places import without_exact_place
from webapp.kept import AsOfNow, read_ahead

Page = Callable[..., str]
HOME = {"postcode": "LS9 7TF"}


@pytest.fixture
def another(store: Store) -> Store:
    """The same database as another process has it open."""
    return Store(store.url)


def _as_read_anew(store: Store) -> dict[str, list[object]]:
    """What is to be shown, read and sorted out without anything kept."""
    hidden = {name for name, case in store.cases.all().items() if not case.is_shown}
    seen = [one for one in store.candidates() if one.id not in hidden]
    return {
        "every_vacancy": store.vacancies(),
        "listed_for_advisors": store.standings.without_held(store.vacancies()),
        "shown_candidates": [without_exact_place(one) for one in seen],
        "open": seen,
    }


def _as_kept(app: Flask, store: Store) -> dict[str, list[object]]:
    advisor = an_account(store, AccountRole.ADVISOR)
    with app.test_request_context():
        names = ("every_vacancy", "listed_for_advisors", "shown_candidates")
        return {**{name: list(getattr(shown, name)()) for name in names}, "open": list(shown.open_candidates(advisor))}


_WRITES: dict[str, Callable[[Store], object]] = {
    "a person is added": lambda store: store.upsert_candidates([(Candidate(id="A1", **HOME), Person())]),
    "a person changes": lambda store: store.replace_candidate(Candidate(id="C1", skills="cooking")),
    "a person goes": lambda store: store.remove(candidates=["C2"]),
    "a person hides": lambda store: store.cases.set_hidden("C1", hidden=True),
    "a person shows": lambda store: store.cases.set_hidden("C1", hidden=False),
    "a person stops sharing": lambda store: store.cases.set_shared("C3", shared=False),
    "a vacancy is posted": lambda store: store.add_vacancy(Vacancy(id="A1", title="Carer", **HOME)),
    "a vacancy is raised": lambda store: store.upsert_vacancies([Vacancy(id="V1", min_age=21, min_age_reason="x")]),
    "a vacancy is approved": lambda store: store.standings.review("V1", "approved", None),
    "a vacancy is sent back": lambda store: store.standings.review("V1", "sent_back", None),
    "a vacancy goes": lambda store: store.remove(vacancies=["V2"]),
}


@pytest.fixture
def few(store: Store) -> Store:
    """A database of three people and three vacancies."""
    store.remove(candidates=store.candidate_ids(), vacancies=store.vacancy_ids())
    store.upsert_candidates([(Candidate(id=f"C{n}", **HOME), Person()) for n in (1, 2, 3)])
    store.upsert_vacancies([Vacancy(id=f"V{n}", title="Carer", **HOME) for n in (1, 2, 3)])
    return store


@pytest.mark.parametrize("is_own", [True, False], ids=["by this process", "by another"])
def test_what_is_kept_is_what_is_stored_after_every_write(app: Flask, few: Store, another: Store, is_own: bool) -> None:
    for what, write in _WRITES.items():
        _as_kept(app, few)
        write(few if is_own else another)
        assert _as_kept(app, few) == _as_read_anew(few), what


def test_a_person_of_another_team_is_kept_from_an_advisor(app: Flask, few: Store) -> None:
    ours = an_account(few, AccountRole.ADVISOR, email="leeds@example.org", team="Leeds")
    few.cases.assign("C1", None, "Durham")
    few.cases.assign("C2", None, "Leeds")
    with app.test_request_context():
        assert [one.id for one in shown.open_candidates(ours)] == ["C2", "C3"]
        assert list(shown.open_candidates(an_account(few, AccountRole.PROVIDER))) == []
    few.cases.assign("C1", None, "Leeds")
    with app.test_request_context():
        assert shown.open_ids(ours) == {"C1", "C2", "C3"}


def test_pages_read_no_whole_table_again(
    app: Flask, client: FlaskClient, few: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = signed_in(app, an_account(few, AccountRole.PROVIDER))
    pages = [(client, "/"), (client, "/vacancies"), (client, "/advisor/candidates"), (client, "/advisor/candidates/C1"),
             (client, "/advisor/vacancies/V1"), (provider, "/provider/vacancies")]  # fmt: skip

    def opened() -> list[int]:
        return [browser.get(address).status_code for browser, address in pages]

    assert opened() == [200] * len(pages)
    few.upsert_vacancies([Vacancy(id="V4", title="Cook", **HOME)])  # one more does not read the others again
    for name in ("candidates", "vacancies"):
        monkeypatch.setattr(Store, name, lambda _: pytest.fail("read again"))
    assert opened() == [200] * len(pages)
    assert "Cook" in client.get("/vacancies").text


@pytest.mark.usefixtures("few")
def test_what_is_read_ahead_is_not_read_when_a_page_asks(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_ahead(app).join()
    for name in ("candidates", "vacancies"):
        monkeypatch.setattr(Store, name, lambda _: pytest.fail("read again"))
    assert client.get("/advisor/candidates/C1").status_code == 200


def test_many_may_ask_while_somebody_writes(app: Flask, few: Store, another: Store) -> None:
    found: list[list[str]] = []

    def ask() -> None:
        with app.test_request_context():
            found.extend([one.id for one in shown.every_vacancy()] for _ in range(20))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10, 15):
        another.add_vacancy(Vacancy(id=f"V{number}"))
    for thread in threads:
        thread.join()
    assert len(found) == 80
    assert all(ids == sorted(set(ids)) and {"V1", "V2", "V3"} <= set(ids) for ids in found)
    with app.test_request_context():
        assert {one.id for one in shown.every_vacancy()} == few.vacancy_ids()


def test_what_was_narrowed_for_days_gone_by_is_let_go(engine: Engine) -> None:
    vacancies = engine.keep_vacancies([Vacancy(id=f"V{n}") for n in (1, 2)])
    state = AsOfNow(0, vacancies, frozenset())
    first = ref(state.narrowed(("shown", 0), lambda one: one.id == "V1"))
    assert first() is state.narrowed(("shown", 0), lambda _: pytest.fail("looked for again"))
    for day in range(1, 9):
        state.narrowed(("shown", day), lambda one: one.id == "V1")
    assert first() is None
