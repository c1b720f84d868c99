"""Vacancies that pay too little, or that open later: nobody but their provider and advisors reads of them."""

import re
from datetime import date
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import steady
from signing_in import an_account, signed_in

from matcher.domain import AccountRole
from matcher.store import Store

TITLE = "A vacancy under wraps"
NOT_YET = [{"pay_min_gbp_per_hour": 5.0, "pay_max_gbp_per_hour": 5.0, "pay_note": None}, {"opens": date(2026, 12, 1)}]


@pytest.fixture(params=NOT_YET, ids=["draft", "opens later"])
def kept_back(store: Store, request: pytest.FixtureRequest) -> str:
    """The id of a vacancy that is not to be shown yet."""
    before = store.vacancy("V01")
    changed = before.model_copy(update={"title": TITLE, "closes": None, **request.param})
    assert store.replace_vacancy(changed, instead_of=before)
    return changed.id


@pytest.fixture
def mine(app: Flask, store: Store) -> FlaskClient:
    return signed_in(app, an_account(store, AccountRole.JOBSEEKER, candidate_id="C01"))


def test_the_three_questions_name_it_to_nobody(app: Flask, kept_back: str) -> None:
    sent = {"postcode": "LS9 7TF", "vacancy": kept_back, "n_shown": "100"}
    text = app.test_client().post("/start", data=sent).text
    assert TITLE not in unescape(text)
    assert "The vacancy you were reading" not in text


@pytest.mark.parametrize("address", ["/me/vacancies/{}", "/me/look-again?vacancy={}"])
def test_its_own_page_is_not_found_as_a_missing_one(mine: FlaskClient, kept_back: str, address: str) -> None:
    pages = [mine.get(address.format(one)) for one in (kept_back, "NOPE")]
    assert [page.status_code for page in pages] == [404, 404]
    assert steady(pages[0].text) == steady(pages[1].text)


@pytest.mark.parametrize("address", ["/me/", "/me/vacancies", "/me/saved", "/me/not-for-me", "/me/pathways?target={}"])
def test_no_list_of_a_jobseekers_names_it(store: Store, mine: FlaskClient, kept_back: str, address: str) -> None:
    store.shortlist_add("C01", kept_back)
    store.declined.add("C01", kept_back)
    assert TITLE not in unescape(mine.get(address.format(kept_back)).text)


def test_nobody_is_put_forward_for_it(client: FlaskClient, store: Store, kept_back: str) -> None:
    address = f"/advisor/candidates/C01/refer/{kept_back}"
    assert client.get(address).status_code == 404
    assert client.post(address, data={"reason": "Drives and cared for her mother."}).status_code == 404
    assert store.referrals() == []


def test_advisors_read_of_it_and_why_nobody_is_ranked(client: FlaskClient, kept_back: str) -> None:
    assert TITLE in unescape(client.get("/advisor/vacancies").text)
    text = client.get(f"/advisor/vacancies/{kept_back}").text
    assert TITLE in unescape(text)
    assert not re.search(r"waits for (?:a )?review", text, re.IGNORECASE)
