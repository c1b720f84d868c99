"""What a jobseeker can do about their own data: see who sees it and what was done, hide, take it along, go."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import steady
from signing_in import PROVIDER, an_account, signed_in

from matcher.domain import Account, AccountRole, Outcome, Stage
from matcher.store import AuditEntry, Store
from webapp.access.actions import ACTIONS

OWN, OTHER = "C01", "C02"
Read = Callable[[str], str]


@pytest.fixture
def me(store: Store) -> Account:
    return an_account(store, AccountRole.JOBSEEKER, candidate_id=OWN)


@pytest.fixture
def mine(app: Flask, me: Account) -> FlaskClient:
    return signed_in(app, me)


@pytest.fixture
def read(mine: FlaskClient) -> Read:
    """The words of a page, without its tags."""

    def words(address: str) -> str:
        answer = mine.get(address)
        assert answer.status_code == 200, address
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())

    return words


@pytest.fixture
def advisor(store: Store) -> Account:
    return an_account(store, AccountRole.ADVISOR)


def test_who_looked_is_said_by_role_and_name(app: Flask, store: Store, advisor: Account, read: Read) -> None:
    assert signed_in(app, advisor).get(f"/advisor/candidates/{OWN}").status_code == 200
    (entry,) = store.audit.entries(candidate_id=OWN)
    assert f"An advisor, {advisor.name}, {ACTIONS[entry.action]}" in read("/me/data")


def test_a_provider_is_said_by_its_name_and_never_by_who_sat_there(store: Store, read: Read) -> None:
    account = an_account(store, AccountRole.PROVIDER)
    store.audit.add(AuditEntry("ranked_unnamed", "provider", account.id, PROVIDER, OWN, "V01"))
    text = read("/me/data")
    assert f"{PROVIDER} {ACTIONS['ranked_unnamed']}" in text
    assert account.name not in text


def test_an_advisor_whose_account_is_gone_is_still_an_advisor(store: Store, advisor: Account, read: Read) -> None:
    store.audit.add(AuditEntry("viewed", "advisor", advisor.id, candidate_id=OWN))
    store.accounts.remove(advisor.id)
    assert f"An advisor {ACTIONS['viewed']}" in read("/me/data")


@pytest.mark.parametrize(
    ("role", "who"),
    [("program", "carematch itself"), ("nobody", "Somebody who was not signed in"), ("jobseeker", "You")],
)
def test_whatever_acted_has_a_name(store: Store, read: Read, role: str, who: str) -> None:
    store.audit.add(AuditEntry("alerted", role, candidate_id=OWN))
    assert f"{who} {ACTIONS['alerted']}" in read("/me/data")


def test_nothing_of_another_person_is_in_the_record(store: Store, advisor: Account, read: Read) -> None:
    store.audit.add(AuditEntry("compared", "advisor", advisor.id, candidate_id=OTHER))
    assert ACTIONS["compared"] not in read("/me/data")


def test_the_record_has_pages_and_the_title_says_which(store: Store, advisor: Account, mine: FlaskClient) -> None:
    store.audit.add(*[AuditEntry("viewed", "advisor", advisor.id, candidate_id=OWN)] * 120)
    text = mine.get("/me/data?page=2").text
    assert "51 to 100 of 120 entries" in text
    assert "<title>Your data, page 2 of 3 –" in text


def test_what_was_done_again_and_again_on_a_day_is_told_in_one_line(store: Store, advisor: Account, read: Read) -> None:
    for action in ("viewed", "viewed", "viewed", "compared", "viewed"):
        store.audit.add(AuditEntry(action, "advisor", advisor.id, candidate_id=OWN))
    text = read("/me/data")
    assert text.count(ACTIONS["viewed"]) == 2
    assert f"{ACTIONS['viewed']}, 3 times" in text
    assert "5 entries" in text


def test_referrals_outcomes_and_short_lists_are_shown_with_their_reasons(
    store: Store, advisor: Account, read: Read
) -> None:
    store.add_referral(OWN, "V01", "Priya Shah", "Lives round the corner")
    store.upsert_outcomes([Outcome(OWN, "V01", Stage.INTERVIEWED, None), Outcome(OWN, "V04", Stage.OFFERED, None)])
    store.chosen.add("V03", OWN, "Has nursed a parent", advisor.id)
    store.shortlist_add(OWN, "V05")
    text = read("/me/data")
    assert "by Priya Shah, because: “Lives round the corner”" in text
    assert "How it went: Interviewed" in text
    assert "How it went: Offered the post" in text
    assert "because: “Has nursed a parent”" in text
    assert "You or your advisor put it there" in text


def test_a_short_list_says_who_put_it_there_last(app: Flask, advisor: Account, mine: FlaskClient, read: Read) -> None:
    mine.post("/me/vacancies/V05/save")
    assert "You put it there" in read("/me/data")
    mine.post("/me/vacancies/V05/take-off")
    sent = {"vacancy": "V05", "action": "add"}
    signed_in(app, advisor).post(f"/advisor/candidates/{OWN}/shortlist", data=sent)
    assert f"An advisor, {advisor.name}, put it there" in read("/me/data")


def test_a_vacancy_that_waits_for_review_is_named_on_no_page_and_in_no_file_of_mine(
    store: Store, advisor: Account, mine: FlaskClient, read: Read
) -> None:
    store.audit.add(AuditEntry("ranked_unnamed", "provider", advisor.id, candidate_id=OWN, vacancy_id="V02"))
    title = str(store.vacancy("V02").title)
    assert title in read("/me/data")
    store.standings.post("V02", None, sex_required="female", sex_reason="Personal care.")
    assert title not in read("/me/data")
    assert "a vacancy that is not shown yet" in read("/me/data")
    assert title not in mine.get("/me/download").text


def test_who_can_see_me_follows_what_i_set(store: Store, mine: FlaskClient, read: Read) -> None:
    assert "All the academy’s advisors can open your pages by name" in read("/me/data")
    mine.post("/me/hide")
    assert "no advisor and no provider can see you" in read("/me/data")
    mine.post("/me/show")
    mine.post("/me/stop-sharing")
    assert "You do not share with advisors" in read("/me/data")
    mine.post("/me/share")
    store.introductions.answer(store.introductions.ask(OWN, "V01", PROVIDER, None).id, "agreed", None)
    assert f"{PROVIDER} can see your name" in read("/me/data")


@pytest.mark.parametrize("step", ["hide", "stop-sharing"])
def test_who_hides_is_a_page_not_found_for_advisors_and_back_when_shown(
    app: Flask, advisor: Account, mine: FlaskClient, step: str
) -> None:
    theirs, back = signed_in(app, advisor), {"hide": "show", "stop-sharing": "share"}[step]
    mine.post(f"/me/{step}")
    assert theirs.get(f"/advisor/candidates/{OWN}").status_code == 404
    mine.post(f"/me/{back}")
    assert theirs.get(f"/advisor/candidates/{OWN}").status_code == 200


@pytest.mark.parametrize(
    "address", ["/me/hide", "/me/show", "/me/share", "/me/stop-sharing", "/me/look-again", "/me/alerts"]
)
def test_what_i_do_myself_is_recorded_as_my_own(store: Store, mine: FlaskClient, address: str) -> None:
    mine.post(address, data={"words": "Please look.", "how_often": "daily"})
    (entry,) = store.audit.entries(action="own")
    assert (entry.candidate_id, entry.role, bool(entry.detail)) == (OWN, "jobseeker", True)


def test_a_request_to_look_again_is_kept_and_its_answer_read(
    store: Store, advisor: Account, mine: FlaskClient, read: Read
) -> None:
    answer = mine.post("/me/look-again?vacancy=V01", data={"words": "I do drive."}, follow_redirects=True)
    assert "Nobody has answered yet" in answer.text
    (asked,) = store.look_agains.of_candidate(OWN)
    assert (asked.vacancy_id, asked.words) == ("V01", "I do drive.")
    store.look_agains.answer(asked.id, "So you do; mended.", advisor.id)
    text = read("/me/look-again")
    assert f"An advisor, {advisor.name}, answered on" in text
    assert "So you do; mended." in text


def test_a_request_without_words_is_asked_for_them(store: Store, mine: FlaskClient) -> None:
    text = mine.post("/me/look-again?vacancy=V01", data={"words": "  "}).text
    assert "<title>Error: " in text
    assert 'action="/me/look-again?vacancy=V01"' in text
    assert store.look_agains.of_candidate(OWN) == []


def test_a_request_about_a_vacancy_that_is_missing_or_held_is_the_same_404(store: Store, mine: FlaskClient) -> None:
    store.standings.post("V02", None, sex_required="female", sex_reason="Personal care.")
    pages = [mine.get(f"/me/look-again?vacancy={one}") for one in ("V02", "NOPE", "a\tb")]
    assert {page.status_code for page in pages} == {404}
    assert steady(pages[0].text) == steady(pages[1].text)
    assert mine.post("/me/look-again?vacancy=V02", data={"words": "Why?"}).status_code == 404


def test_the_download_has_what_is_mine_and_nothing_of_others(store: Store, advisor: Account, mine: FlaskClient) -> None:
    store.look_agains.ask(OWN, None, "My own words")
    store.look_agains.ask(OTHER, None, "Words of another")
    store.audit.add(AuditEntry("viewed", "advisor", advisor.id, candidate_id=OWN, vacancy_id="V01"))
    answer = mine.get("/me/download")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    document = json.loads(answer.text)
    assert {"candidates", "people", "accounts", "look_agains", "audit"} <= set(document["kept"])
    assert "My own words" in answer.text
    assert "Words of another" not in answer.text
    (seen,) = [line for line in document["what_was_done"] if line["what"] == ACTIONS["viewed"]]
    assert seen["who"] == f"An advisor, {advisor.name},"
    assert seen["vacancy"].startswith("Care assistant")


def test_deleting_asks_for_the_password_and_a_wrong_one_deletes_nothing(app: Flask, store: Store) -> None:
    account = store.accounts.add(
        "sam@example.org", "Sam", AccountRole.JOBSEEKER, candidate_id=OWN, password="teapot ladder harbour"
    )
    mine = signed_in(app, account)
    assert "Type DELETE" not in mine.get("/me/delete").text
    for wrong in ("DELETE", "teapot", ""):
        answer = mine.post("/me/delete", data={"proof": wrong})
        assert (answer.status_code, "<title>Error: " in answer.text) == (200, True)
    assert OWN in store.candidate_ids()
    assert mine.post("/me/delete", data={"proof": "teapot ladder harbour"}).location == "/goodbye"
    assert OWN not in store.candidate_ids()
    assert store.accounts.by_email("sam@example.org") is None


def test_without_a_password_the_word_deletes_signs_out_and_says_goodbye(
    store: Store, me: Account, mine: FlaskClient
) -> None:
    assert "Type DELETE" in mine.post("/me/delete", data={"proof": "delete"}).text
    answer = mine.post("/me/delete", data={"proof": "DELETE"}, follow_redirects=True)
    assert "Goodbye" in answer.text
    assert "Signed in as" not in answer.text
    assert store.about.everything(OWN, me.id).keys() <= {"audit"}
    assert mine.get("/me/data").location.startswith("/sign-in")


def test_after_deleting_the_log_keeps_the_number_alone(store: Store, me: Account, mine: FlaskClient) -> None:
    name = store.person(OWN).name
    mine.post("/me/hide")
    mine.post("/me/delete", data={"proof": "DELETE"})
    log = str(store.audit.entries())
    assert OWN in log
    assert name
    assert name not in log
    assert me.email not in log


def test_who_has_said_nothing_yet_sees_empty_pages_and_can_still_go(app: Flask, store: Store) -> None:
    account = an_account(store, AccountRole.JOBSEEKER, "new@example.org")
    theirs = signed_in(app, account)
    for address in ("data", "look-again", "introductions", "alerts", "delete", "download"):
        assert theirs.get(f"/me/{address}").status_code == 200, address
    for address in ("hide", "show", "share", "stop-sharing"):
        assert theirs.post(f"/me/{address}").status_code == 404, address
    assert theirs.post("/me/look-again", data={"words": "Hello"}).status_code == 404
    assert theirs.post("/me/delete", data={"proof": "DELETE"}).location == "/goodbye"
    assert store.accounts.by_email("new@example.org") is None


@pytest.mark.parametrize("role", [AccountRole.ADVISOR, AccountRole.PROVIDER, AccountRole.ADMIN])
@pytest.mark.parametrize("address", ["/me/data", "/me/download", "/me/delete", "/me/introductions", "/me/alerts"])
def test_nobody_else_opens_these_pages(app: Flask, store: Store, role: AccountRole, address: str) -> None:
    assert signed_in(app, an_account(store, role)).get(address).status_code == 403
