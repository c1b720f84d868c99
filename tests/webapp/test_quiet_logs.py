"""What the app logs while people use it: which page and how it was answered, and nothing about anybody."""

import logging
import re
from pathlib import Path

import pytest
from flask import Flask
from worlds import World

from matcher.domain import AccountRole
from matcher.errors import StoreError
from matcher.store import Store

_LINE = re.compile(r"(GET|POST) (/\S*|no such page) \d{3} \d+ ms (account \d+|nobody)")


@pytest.fixture
def world(app: Flask, store: Store, tmp_path: Path) -> World:
    return World(app, store, tmp_path / "carematch.db")


def _private(store: Store) -> set[str]:
    """Whatever is somebody's: names, contacts, addresses, postcodes and ids."""
    people = store.people()
    words = {word for person in people.values() for word in (person.name, person.contact) if word}
    words |= {part for person in people.values() for part in (person.name or "").split() if len(part) > 3}
    words |= {candidate.postcode for candidate in store.candidates() if candidate.postcode}
    words |= {account.email for account in store.accounts.all()}
    return words | store.candidate_ids()


def test_a_walk_over_pages_leaves_lines_without_anybody_in_them(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    advisor, jobseeker = world.client(AccountRole.ADVISOR), world.client(AccountRole.JOBSEEKER)
    admin, nobody = world.client(AccountRole.ADMIN), world.client(None)
    private = _private(world.store)
    for address in ("", "/C01", "/C01/not-now", "/C01/pathways", "/C01/shortlist", "/C02", "?q=Amina"):
        advisor.get(f"/advisor/candidates{address}")
    advisor.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"})
    advisor.post("/advisor/cv", data={"words": "Amina Okafor, LS9 7TF, cared for her mother"})
    for address in ("/me/vacancies", "/me/data", "/me/strengths"):
        jobseeker.get(address)
    admin.get("/admin/audit?person=C01")
    admin.post("/admin/accounts/invite", data={"name": "Amina Okafor", "email": "c01@example.org"})
    nobody.post("/sign-in", data={"email": "c01@example.org", "password": "LS9 7TF"})
    nobody.post("/forgotten", data={"email": "c01@example.org"}).close()
    nobody.get("/Amina/Okafor?postcode=LS9+7TF")
    lines = [record.getMessage() for record in caplog.records]
    assert len([line for line in lines if _LINE.fullmatch(line)]) == 17
    found = {word for word in private if any(re.search(rf"\b{re.escape(word)}\b", line) for line in lines)}
    assert found == set()


def test_a_line_carries_the_pattern_the_status_the_time_and_the_account(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    world.client(AccountRole.ADVISOR).get("/advisor/candidates/C02?page=2")
    number = world.accounts[AccountRole.ADVISOR].id
    (line,) = [record.getMessage() for record in caplog.records]
    assert re.fullmatch(rf"GET /advisor/candidates/<identifier:candidate_id> 404 \d+ ms account {number}", line)


@pytest.mark.parametrize(
    ("error", "status"),
    [(StoreError("Amina Okafor is not there"), 503), (RuntimeError("Amina Okafor at LS9 7TF"), 500)],
)
def test_a_fault_is_logged_by_its_kind_and_place_alone(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception, status: int
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Store, "candidate", fail)
    answer = world.client(AccountRole.ADVISOR).get("/advisor/candidates/C01")
    assert answer.status_code == status
    said = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(said) == 1
    text = caplog.text
    assert type(error).__name__ in text
    assert "in fail" in text
    for word in ("Amina", "LS9", "C01"):
        assert word not in text
