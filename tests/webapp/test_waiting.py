"""What waits for an advisor: answers to introductions, requests to look again, and who looks after whom."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import AccountRole
from matcher.store import Store

Page = Callable[..., str]
WISH = "/advisor/candidates/C01/introductions/V01"


def test_nothing_that_waits_says_so_and_leaves_the_navigation_without_a_number(page: Page) -> None:
    text = page("/advisor/waiting")
    assert "No provider waits for an answer" in text
    assert "Nobody has asked" in text
    assert re.search(r">\s*Waiting\s*<", text)


def test_what_waits_is_counted_in_the_navigation_and_listed(page: Page, store: Store) -> None:
    store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    store.look_agains.ask("C02", "V01", "I can drive")
    store.look_agains.ask("C02", None, "Another thing")
    text = page("/advisor/waiting")
    assert "Waiting (3)" in text
    assert f'href="{WISH}"' in text
    assert "Roundhay Lodge" in text
    assert "“I can drive”" in text
    assert "“Another thing”" in text


@pytest.mark.parametrize(("said", "kept"), [("agreed", "agreed"), ("not_now", "declined")])
def test_what_a_person_says_is_written_down_and_the_wish_is_gone(
    client: FlaskClient, page: Page, store: Store, said: str, kept: str
) -> None:
    wish = store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    assert "Roundhay Lodge would like to meet Amina Okafor" in page(WISH)
    answer = client.post(WISH, data={"answer": said})
    assert answer.location.endswith("/advisor/waiting")
    assert store.introductions.get(wish.id).answer == kept
    assert store.introductions.get(wish.id).answered_by == an_account(store, AccountRole.ADVISOR).id
    assert "Amina Okafor" not in client.get("/advisor/waiting").text.split("Waiting for an answer")[1]
    (entry,) = store.audit.entries(action="consented", candidate_id="C01")
    assert (entry.vacancy_id, entry.detail) == ("V01", None)


def test_a_not_now_is_told_from_nothing_that_was_never_asked(client: FlaskClient, store: Store) -> None:
    store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    client.post(WISH, data={"answer": "not_now"}, follow_redirects=True)
    for address in (WISH, "/advisor/candidates/C01/introductions/V02"):
        answer = client.get(address, follow_redirects=True)
        assert "Nothing waits for an answer there." in answer.text
    pages = ("/advisor/waiting", "/advisor/referrals", "/advisor/candidates/C01/change")
    assert not any("declined" in client.get(page).text.casefold() for page in pages)


def test_an_answer_that_was_given_cannot_be_given_over_again(client: FlaskClient, store: Store) -> None:
    wish = store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    store.introductions.answer(wish.id, "declined", None)
    client.post(WISH, data={"answer": "agreed"})
    assert store.introductions.get(wish.id).answer == "declined"


@pytest.mark.parametrize("sent", [{}, {"answer": ""}, {"answer": "declined"}, {"answer": "maybe"}])
def test_an_answer_has_to_be_one_of_the_two(client: FlaskClient, store: Store, sent: dict[str, str]) -> None:
    wish = store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    text = client.post(WISH, data=sent).text
    assert "<title>Error: " in text
    assert "Choose what they say" in text
    assert store.introductions.get(wish.id).answer is None


def test_looking_at_a_wish_consents_to_nothing(client: FlaskClient, store: Store) -> None:
    store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    client.get(WISH)
    assert store.audit.count(action="consented") == 0
    assert store.audit.count(action="viewed", candidate_id="C01", vacancy_id="V01") == 1


def test_requests_to_look_again_are_answered_in_words_one_after_the_other(
    client: FlaskClient, page: Page, store: Store
) -> None:
    first = store.look_agains.ask("C02", "V01", "I can drive")
    second = store.look_agains.ask("C02", None, "Another thing")
    address = "/advisor/candidates/C02/look-again"
    assert "I can drive" in page(address)
    assert "Enter what you found" in client.post(address, data={"answer": " "}).text
    client.post(address, data={"answer": "You can, and now we know."})
    assert store.look_agains.get(first.id).answer == "You can, and now we know."
    assert "Another thing" in page(address)
    client.post(address, data={"answer": "Done."})
    assert store.look_agains.get(second.id).answer == "Done."
    assert client.get(address).location.endswith("/advisor/waiting")
    assert store.audit.count(action="looked_again", candidate_id="C02") == 2


def test_what_waits_of_another_team_or_of_hidden_people_is_not_shown(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    store.cases.assign("C01", None, "Durham")
    store.cases.set_hidden("C02", hidden=True)
    for name in ("C01", "C02"):
        store.introductions.ask(name, "V01", "Roundhay Lodge", None)
        store.look_agains.ask(name, None, "Please look")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    text = client.get("/advisor/waiting").text
    assert "No provider waits for an answer" in text
    assert "Nobody has asked" in text
    for name in ("C01", "C02"):
        assert client.get(f"/advisor/candidates/{name}/introductions/V01").status_code == 404
        assert client.get(f"/advisor/candidates/{name}/look-again").status_code == 404


# Who looks after whom.


def test_an_advisor_takes_somebody_on(client: FlaskClient, store: Store) -> None:
    client.post("/advisor/candidates/C01/take-on")
    assert store.cases.get("C01").advisor_id == an_account(store, AccountRole.ADVISOR).id
    assert store.audit.count(action="assigned", candidate_id="C01") == 1


def test_somebody_is_handed_to_a_colleague_and_joins_their_team(client: FlaskClient, page: Page, store: Store) -> None:
    colleague = an_account(store, AccountRole.ADVISOR, "durham@example.org", team="Durham")
    gone = an_account(store, AccountRole.ADVISOR, "gone@example.org", team="Elsewhere")
    store.accounts.set_active(gone.id, active=False)
    text = page("/advisor/candidates/C01/assign")
    assert f'value="advisor:{colleague.id}"' in text
    assert f'value="advisor:{gone.id}"' not in text
    client.post("/advisor/candidates/C01/assign", data={"to": f"advisor:{colleague.id}"})
    assert (store.cases.get("C01").advisor_id, store.cases.get("C01").team) == (colleague.id, "Durham")
    assert store.audit.count(action="assigned", candidate_id="C01") == 1


def test_somebody_handed_to_another_team_leaves_ones_own_lists(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    an_account(store, AccountRole.ADVISOR, "durham@example.org", team="Durham")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    answer = client.post("/advisor/candidates/C01/assign", data={"to": "team:Durham"})
    assert answer.location.endswith("/advisor/candidates")
    assert (store.cases.get("C01").advisor_id, store.cases.get("C01").team) == (None, "Durham")
    assert "is handed over to Durham" in client.get(answer.location).text
    assert client.get("/advisor/candidates/C01/assign").status_code == 404


def test_leaving_somebody_to_nobody_for_now_is_no_handing_over(client: FlaskClient, store: Store) -> None:
    client.post("/advisor/candidates/C01/take-on")
    text = client.post("/advisor/candidates/C01/assign", data={"to": "nobody"}, follow_redirects=True).text
    assert store.cases.get("C01").advisor_id is None
    assert "Nobody looks after Amina Okafor for now." in text
    assert "handed over" not in text


@pytest.mark.parametrize("to", ["", "advisor:", "advisor:9999", "team:Nowhere", "me", "advisor:x"])
def test_nobody_is_handed_to_who_is_not_there(client: FlaskClient, store: Store, to: str) -> None:
    assert "Choose who looks after them" in client.post("/advisor/candidates/C01/assign", data={"to": to}).text
    assert store.cases.get("C01").advisor_id is None
    assert store.audit.count(action="assigned") == 0
