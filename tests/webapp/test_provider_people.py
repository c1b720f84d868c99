"""The people of a vacancy: ranked, set aside, asked to be introduced, and met once they agree."""

import email
import email.policy
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import posted, said, steady, summary_of_errors
from signing_in import an_account

from matcher.domain import AccountRole
from matcher.store import Person, Store
from webapp.presenters.anonymous import codes

Page = Callable[..., str]
HERE = "/provider/vacancies/V01"


def _code(app: Flask, store: Store, candidate_id: str, vacancy_id: str = "V01") -> str:
    return codes(app.config["SECRET_KEY"], store.vacancy(vacancy_id), store.candidate_ids())[candidate_id]


@pytest.fixture
def who(app: Flask, store: Store) -> str:
    """The code of C01, called Zofia Nowak, for V01."""
    store.upsert_candidates([(store.candidate("C01"), Person("Zofia Nowak", "zofia@example.org"))])
    return _code(app, store, "C01")


def _agree(store: Store, candidate_id: str, vacancy_id: str = "V01", answer: str = "agreed") -> None:
    made = store.introductions.ask(candidate_id, vacancy_id, "Roundhay Lodge", None)
    store.introductions.answer(made.id, answer, None)


def _everybody(page: Page, vacancy_id: str) -> list[str]:
    first = page(f"/provider/vacancies/{vacancy_id}/candidates")
    n_pages = max([1, *(int(number) for number in re.findall(r"\?page=(\d+)", first))])
    return [page(f"/provider/vacancies/{vacancy_id}/candidates?page={number}") for number in range(1, n_pages + 1)]


def test_everybody_is_ranked_and_nobody_cut_off(page: Page) -> None:
    texts = _everybody(page, "V01")
    ranks = [int(rank) for text in texts for rank in re.findall(r'cm-muted">(\d+)\.</span> Candidate', text)]
    later = re.search(r"At least (\d+) people are out for now|Fewer than five people are out for now", texts[0])
    assert later
    n_later = int(later[1] or 0)
    n_fit = int(re.search(r"of at least (\d+) people", texts[0])[1])  # type: ignore[index]
    assert ranks == list(range(1, len(ranks) + 1))
    assert (n_fit, n_later) == (len(ranks) // 5 * 5, (32 - len(ranks)) // 5 * 5)


def test_those_who_are_out_by_place_or_time_are_on_a_page_of_their_own_and_the_others_are_counted(page: Page) -> None:
    text = page("/provider/vacancies/V02/candidates/not-now")
    found = re.findall(r"<li>Candidate <span[^>]*>(\w+)</span>", text)
    assert len(set(found)) > 1
    assert found == sorted(found), "their order says nothing"
    assert "Fewer than 5 others, or nobody, cannot meet another condition" in said(text)


def test_a_page_past_the_end_is_the_last_one(page: Page) -> None:
    last = _everybody(page, "V01")[-1]
    assert steady(page(f"{HERE}/candidates?page=999")) == steady(last)


def test_each_page_is_written_down_for_those_on_it_and_nobody_else(client: FlaskClient, store: Store) -> None:
    text = client.get(f"{HERE}/candidates").text
    entries = store.audit.entries(action="ranked_unnamed")
    assert len(entries) == len(re.findall(r"Candidate <span", text)) == 10
    assert {(one.vacancy_id, one.role, one.provider) for one in entries} == {("V01", "provider", "Roundhay Lodge")}
    client.get(f"{HERE}/candidates?page=2")
    assert store.audit.count(action="ranked_unnamed") == 20


def test_those_who_are_out_are_written_down_when_they_are_shown(client: FlaskClient, store: Store) -> None:
    client.get("/provider/vacancies/V02/candidates")
    n_before = store.audit.count(action="ranked_unnamed")
    text = client.get("/provider/vacancies/V02/candidates/not-now").text
    assert store.audit.count(action="ranked_unnamed") - n_before == len(re.findall("<li>Candidate", text)) > 0


def test_whoever_has_hidden_themselves_is_nowhere(client: FlaskClient, store: Store, who: str) -> None:
    store.chosen.add("V01", "C01", "Kind", None)
    _agree(store, "C01")
    store.cases.set_hidden("C01", True)
    assert client.get(f"{HERE}/candidates/{who}").status_code == 404
    assert "Zofia" not in "".join(client.get(f"{HERE}/{path}").text for path in ("candidates", "shortlist"))


def test_somebody_is_put_on_the_shortlist_with_a_reason(
    client: FlaskClient, page: Page, store: Store, who: str
) -> None:
    assert "They can read what you write" in page(f"{HERE}/candidates/{who}")
    answer = client.post(f"{HERE}/candidates/{who}", data={"reason": "Cooked for sixty"})
    assert answer.location == f"{HERE}/shortlist"
    (chosen,) = store.chosen.of_vacancy("V01")
    assert (chosen.candidate_id, chosen.reason) == ("C01", "Cooked for sixty")
    text = said(page(f"{HERE}/shortlist"))
    assert f"Candidate {who}" in text
    assert "Cooked for sixty" in text
    assert "Your shortlist: 1" in said(page(HERE))
    assert [one.candidate_id for one in store.audit.entries(action="chosen")] == ["C01"]


@pytest.mark.parametrize("reason", ["", "  ", "n/a", "x" * 501])
def test_a_shortlist_needs_a_reason_of_some_length(client: FlaskClient, store: Store, who: str, reason: str) -> None:
    text = client.post(f"{HERE}/candidates/{who}", data={"reason": reason}).text
    assert "reason" in summary_of_errors(text) or "Enter why" in summary_of_errors(text)
    assert "<title>Error: " in text
    assert store.chosen.of_vacancy("V01") == []
    assert store.audit.count(action="chosen") == 0


def test_somebody_is_taken_off_and_it_is_written_down_once(client: FlaskClient, store: Store, who: str) -> None:
    client.post(f"{HERE}/candidates/{who}", data={"reason": "Kind"})
    for _ in range(2):
        client.post(f"{HERE}/candidates/{who}/take-off")
    assert store.chosen.of_vacancy("V01") == []
    assert store.audit.count(action="unchosen") == 1


def test_an_empty_shortlist_says_where_to_find_people(page: Page) -> None:
    assert "See who fits" in page(f"{HERE}/shortlist").split("Nobody is on it yet")[1]


@pytest.mark.parametrize("path", ["", "/take-off", "/introduction"])
def test_a_code_means_somebody_within_its_vacancy_alone(
    app: Flask, client: FlaskClient, store: Store, who: str, path: str
) -> None:
    other = _code(app, store, "C01", "V03")
    assert other != who
    for code in (other, "0000", "C01", "~FF", "x" * 3000):
        assert client.post(f"{HERE}/candidates/{code}{path}", data={"reason": "Kind"}).status_code == 404
    assert store.introductions.of_vacancy("V01") == []
    assert store.chosen.of_vacancy("V01") == []


def test_asking_is_written_down_once_and_shows_the_day(client: FlaskClient, page: Page, store: Store, who: str) -> None:
    answers = [client.post(f"{HERE}/candidates/{who}/introduction") for _ in range(2)]
    assert {answer.location for answer in answers} == {f"{HERE}/candidates/{who}"}
    (made,) = store.introductions.of_vacancy("V01")
    assert (made.candidate_id, made.provider, made.answer) == ("C01", "Roundhay Lodge", None)
    assert store.accounts.get(made.asked_by or 0).provider == "Roundhay Lodge"
    assert store.audit.count(action="asked_to_meet", candidate_id="C01", vacancy_id="V01") == 1
    assert re.search(r"Asked on \d+ \w+ \d{4}", said(page(f"{HERE}/candidates/{who}")))
    assert "Zofia" not in page(f"{HERE}/candidates/{who}")


@pytest.mark.parametrize("answer", ["declined", "withdrawn"])
def test_a_no_looks_exactly_like_no_answer_yet(client: FlaskClient, store: Store, who: str, answer: str) -> None:
    store.chosen.add("V01", "C01", "Kind", None)
    made = store.introductions.ask("C01", "V01", "Roundhay Lodge", None)

    def seen() -> list[str]:
        paths = ("", "/candidates", f"/candidates/{who}", "/shortlist")
        pages = [client.get(f"{HERE}{path}").text for path in paths]
        asked_again = client.post(f"{HERE}/candidates/{who}/introduction", follow_redirects=True).text
        return [steady(text) for text in (*pages, asked_again, client.get("/provider/vacancies").text)]

    before = seen()
    store.introductions.answer(made.id, answer, None)
    assert seen() == before


def test_whoever_agrees_is_shown_by_name_with_contact_to_that_vacancy_alone(page: Page, store: Store, who: str) -> None:
    store.chosen.add("V01", "C01", "Kind", None)
    _agree(store, "C01")
    for text in ("".join(_everybody(page, "V01")), page(f"{HERE}/candidates/{who}"), page(f"{HERE}/shortlist")):
        assert "Zofia Nowak" in text
        assert "zofia@example.org" in text
    assert "Zofia" not in "".join(_everybody(page, "V03")), "another vacancy of the same provider"
    assert "Asked to be introduced: 1; agreed: 1" in said(page(HERE))


def test_seeing_a_name_is_written_down_as_such(client: FlaskClient, store: Store, who: str) -> None:
    _agree(store, "C01")
    client.get(f"{HERE}/candidates/{who}")
    (entry,) = store.audit.entries(candidate_id="C01")
    assert (entry.action, entry.vacancy_id, entry.provider) == ("met", "V01", "Roundhay Lodge")


def test_nobody_is_ranked_while_a_vacancy_waits_for_the_academy(client: FlaskClient, page: Page) -> None:
    held = posted(client, sex_required="male", sex_reason="Intimate care that residents asked for", opens="")
    here = f"/provider/vacancies/{held}"
    for path in ("/candidates", "/candidates/not-now"):
        text = page(f"{here}{path}")
        assert "The academy looks at this vacancy first" in text
        assert "Candidate <span" not in text
        assert "others" not in said(text)
    assert 'id="must-haves"' not in page(here)
    assert "See who fits" not in page(here)


def test_so_many_people_are_asked_at_a_time_and_a_no_lets_nobody_else_be_asked(
    app: Flask, client: FlaskClient, store: Store
) -> None:
    vacancy = store.vacancy("V01")
    most = max(5, 3 * vacancy.positions)
    everybody = sorted(store.candidate_ids())[: most + 1]
    for one in everybody:
        store.cases.set_hidden(one, False)
        answer = client.post(f"{HERE}/candidates/{_code(app, store, one)}/introduction", follow_redirects=True)
        if len(store.introductions.of_vacancy("V01")) < most:
            assert "wait for their answers" not in answer.text
    assert "wait for their answers" in answer.text
    asked = store.introductions.of_vacancy("V01")
    assert len(asked) == most
    store.introductions.answer(asked[0].id, "declined", None)
    last = f"{HERE}/candidates/{_code(app, store, everybody[-1])}/introduction"
    client.post(last)
    assert len(store.introductions.of_vacancy("V01")) == most
    store.introductions.answer(asked[1].id, "agreed", None)
    client.post(last)
    assert len(store.introductions.of_vacancy("V01")) == most + 1


def test_whoever_is_asked_hears_of_it_by_e_mail_once(app: Flask, client: FlaskClient, store: Store, who: str) -> None:
    theirs = an_account(store, AccountRole.JOBSEEKER, "zofia@example.org", candidate_id="C01")
    store.accounts.set_password(theirs.id, "teapot-ladder-harbour")
    for _ in range(2):
        client.post(f"{HERE}/candidates/{who}/introduction")
    (sent,) = (Path(app.config["INSTANCE"]) / "outbox").iterdir()
    message = email.message_from_bytes(sent.read_bytes(), policy=email.policy.default)
    assert message["To"] == "zofia@example.org"
    text = message.get_content()
    (asked,) = store.introductions.of_vacancy("V01")
    assert f"/me/introductions/{asked.id}" in text
    assert store.vacancy("V01").title in text
    assert "need no reason" in text


def test_whoever_hides_makes_no_difference_of_counts(page: Page, store: Store) -> None:
    for one in ("C01", "C02"):
        store.chosen.add("V01", one, "Kind", None)
        store.introductions.ask(one, "V01", "Roundhay Lodge", None)
    store.cases.set_hidden("C01", True)
    assert "Your shortlist: 1 . Asked to be introduced: 1; agreed: 0" in said(page(HERE))
    assert page(f"{HERE}/shortlist").count("Candidate <span") == 1


def test_nobody_is_asked_for_a_vacancy_that_is_closed_or_waits_for_the_academy(
    app: Flask, client: FlaskClient, page: Page, store: Store
) -> None:
    held = posted(client, sex_required="male", sex_reason="Intimate care that residents asked for", opens="")
    for vacancy_id in ("V08", held):
        code = _code(app, store, "C01", vacancy_id)
        answer = client.post(f"/provider/vacancies/{vacancy_id}/candidates/{code}/introduction", follow_redirects=True)
        assert "Nobody can be asked for this vacancy just now" in answer.text
        assert store.introductions.of_vacancy(vacancy_id) == []
        assert "Ask to be introduced" not in page(f"/provider/vacancies/{vacancy_id}/candidates/{code}")


def test_a_vacancy_that_somebody_does_not_want_to_see_changes_nothing_for_its_provider(
    page: Page, store: Store, who: str
) -> None:
    paths = ("", "/candidates", f"/candidates/{who}", "/candidates/not-now", "/shortlist")
    before = [steady(page(f"{HERE}{path}")) for path in paths]
    store.declined.add("C01", "V01")
    assert [steady(page(f"{HERE}{path}")) for path in paths] == before
