"""A jobseeker's page: the next question answered where it is asked, the list narrowed, farther journeys tried."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Candidate, Ranking, Vacancy
from matcher.explanation.questions import CANDIDATE_QUESTIONS
from matcher.store import Person, Store

Page = Callable[..., str]
PAGE = "/advisor/candidates/C04"
NEAR, FAR = "LS9 7TF", "LS25 1EB"


def _ranking(client: FlaskClient, candidate_id: str, **changed: object) -> Ranking:
    engine = client.application.extensions["carematch"]
    record = engine.store.candidate(candidate_id).model_copy(update=changed)
    return engine.match_candidate(record, engine.store.vacancies(), k=100, as_of=date(2026, 11, 22))


def _question(text: str) -> str:
    found = re.search(r'name="field" value="(\w+)"', text)
    return found[1] if found else ""


def test_what_they_do_not_know_is_set_aside_and_the_next_question_asked(page: Page, client: FlaskClient) -> None:
    ranking = _ranking(client, "C04")
    assert ranking.ask_next is not None
    first, second = ranking.ask_next.field, ranking.ask_then[0].field
    text = page(PAGE)
    assert _question(text) == first
    assert f'href="{PAGE}?skip={first}#ask"' in text
    text = page(f"{PAGE}?skip={first}")
    assert _question(text) == second
    assert f'href="{PAGE}?skip={first}&amp;skip={second}#ask"' in text


def test_when_every_question_is_set_aside_they_can_be_asked_again(page: Page) -> None:
    text = page(PAGE + "?" + "&".join(f"skip={field}" for field in CANDIDATE_QUESTIONS))
    assert _question(text) == ""
    assert f'href="{PAGE}">Ask again' in text


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("postcode", {"answer": "ls9 7tf"}, {"postcode": "LS9 7TF"}),
        ("skills", {"answer": "cooking; personal care"}, {"skills": ("cook-meals", "personal-care")}),
        ("skills", {"answer": "none"}, {"skills": ()}),
        ("travel_mode", {"answer": "bus"}, {"travel_mode": "bus"}),
        ("max_travel_minutes", {"answer": "1 hour"}, {"max_travel_minutes": 60}),
        ("vehicle", {"answer": "no"}, {"vehicle": False}),
        ("hours_min", {"answer": "16", "most": "25 hours"}, {"hours_min": 16.0, "hours_max": 25.0}),
        ("experience_months", {"answer": "2 years"}, {"experience_months": 24}),
        ("right_to_work", {"answer": "limited_hours"}, {"right_to_work": "limited_hours"}),
        ("age_band", {"answer": "21-plus"}, {"age_band": "21-plus"}),
    ],
)
def test_an_answer_is_read_as_a_cell_of_the_spreadsheet_is_and_stored(
    client: FlaskClient, store: Store, field: str, typed: dict[str, str], stored: dict[str, object]
) -> None:
    before = store.candidate("C10")
    answer = client.post("/advisor/candidates/C10/answer", data={"field": field, **typed})
    assert answer.status_code == 302, answer.text
    after = store.candidate("C10")
    if field == "skills" and typed["answer"] != "none":
        assert after.skills is not None
        assert len(after.skills) == 2
    else:
        assert {name: getattr(after, name) for name in stored} == stored
    kept = before.model_dump().keys() - {*stored, "place", "unlinked_skills"}
    assert {name: getattr(after, name) for name in kept} == {name: getattr(before, name) for name in kept}
    entry = store.audit.entries(action="answered")[0]
    assert (entry.candidate_id, entry.detail) == ("C10", field)


def test_times_that_are_ticked_are_stored_together(client: FlaskClient, store: Store) -> None:
    data = {"field": "shifts", "answer": ["mon-fri early", "sat-sun late"]}
    assert client.post(f"{PAGE}/answer", data=data).status_code == 302
    assert {shift.day for shift in store.candidate("C04").shifts or ()} == set(range(7))


def test_the_message_says_what_moved_from_where_to_where(client: FlaskClient) -> None:
    before = {match.vacancy: match.rank for match in _ranking(client, "C04").matches}
    text = client.post(f"{PAGE}/answer", data={"field": "postcode", "answer": "LS18 4AA"}, follow_redirects=True).text
    after = _ranking(client, "C04")
    said = re.findall(r"([^.>]+?) at ([^.]+?) is now (\d+)\w\w, was (\d+)\w\w\.", text.split("Written down.")[1])
    assert said
    for title, provider, now, was in said:
        match = after.matches[int(now) - 1]
        assert (match.title, match.provider) == (title.strip(), provider)
        assert before[match.vacancy] == int(was)


def test_the_page_comes_back_with_what_was_set_aside_and_how_it_was_narrowed(client: FlaskClient) -> None:
    address = f"{PAGE}/answer?skip=skills&kind=care-worker&page=2"
    answer = client.post(address, data={"field": "vehicle", "answer": "no"})
    assert answer.headers["Location"] == f"{PAGE}?skip=skills&kind=care-worker"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("postcode", {"answer": "ZZ99 9ZZ"}, "ZZ99 9ZZ"),
        ("max_travel_minutes", {"answer": "a while"}, "Write the number of minutes"),
        ("max_travel_minutes", {"answer": "  "}, "Give an answer, or choose"),
        ("travel_mode", {}, "Give an answer, or choose"),
        ("hours_min", {"answer": "30", "most": "16"}, "“at least” 30 is above “at most” 16"),
        ("skills", {"answer": "quidditch"}, "None of these names a skill that is known here"),
        ("pay_min_gbp_per_hour", {"answer": "<b>lots</b>"}, "Error"),
    ],
)
def test_an_answer_that_cannot_be_read_is_mended_where_it_was_asked(
    client: FlaskClient, store: Store, field: str, typed: dict[str, str], said: str
) -> None:
    before = store.candidate("C04")
    text = client.post(f"{PAGE}/answer?kind=care-worker", data={"field": field, **typed}).text
    assert "<title>Error: " in text
    assert said in text
    assert 'href="#answer"' in text
    assert 'id="answer"' in text
    assert _question(text) == field
    assert typed.get("answer", "").strip().replace("<", "&lt;").replace(">", "&gt;") in text
    assert f'href="{PAGE}?page=' not in text.replace("kind=care-worker&amp;page", "")
    assert store.candidate("C04") == before
    assert store.audit.count(action="answered") == 0


def test_the_same_fault_of_both_halves_is_said_once(client: FlaskClient) -> None:
    sent = {"field": "hours_min", "answer": "lots", "most": "more"}
    text = client.post("/advisor/candidates/C01/answer", data=sent).text
    summary = text[text.index("error-summary") : text.index("<h1")]
    assert summary.lower().count("write one number of hours a week") == 1


def test_a_question_that_nobody_asks_is_refused(client: FlaskClient) -> None:
    assert client.post(f"{PAGE}/answer", data={"field": "about", "answer": "x"}).status_code == 400
    assert client.post(f"{PAGE}/answer").status_code == 400


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(CANDIDATE_QUESTIONS)),
    st.lists(st.text(max_size=40), max_size=3),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_nothing_that_is_sent_as_an_answer_breaks_the_page(
    client: FlaskClient, field: str, answers: list[str], most: str, query: str
) -> None:
    data = {"field": field, "answer": answers, "most": most}
    answer = client.post(f"{PAGE}/answer", query_string={"kind": query, "journey": query}, data=data)
    assert answer.status_code in {200, 302, 400}


def test_the_matches_are_narrowed_to_a_kind_of_role_and_keep_their_places(page: Page, client: FlaskClient) -> None:
    whole = {match.vacancy: match.rank for match in _ranking(client, "C04").matches}
    text = page(f"{PAGE}?kind=activities")
    shown = re.findall(r"/refer/(V\d\d)", text)
    assert shown == ["V04"]
    assert f'<span class="cm-muted">{whole["V04"]}.</span>' in text
    assert "Kind of role: Activities and wellbeing" in text
    assert f'href="{PAGE}">Take all off' in text


def test_only_with_nothing_to_arrange_leaves_out_who_needs_a_check(page: Page, client: FlaskClient) -> None:
    ready = [match.vacancy for match in _ranking(client, "C02").matches if _is_ready(match)]
    assert ready
    assert re.findall(r"/refer/(V\d\d)", page("/advisor/candidates/C02?ready=yes")) == ready[:10]


def test_where_no_match_is_as_asked_the_way_back_is_offered(page: Page) -> None:
    text = page("/advisor/candidates/C01?ready=yes")
    assert "is like that" in text
    assert 'href="/advisor/candidates/C01#matches">Take all the conditions off' in text


def _is_ready(match: object) -> bool:
    return all(gate.outcome != "fixable" for gate in match.gates)  # type: ignore[attr-defined]


@pytest.fixture
def little(store: Store, client: FlaskClient) -> Store:
    """Somebody who will travel ten minutes, one vacancy beside them and three a good way off."""
    store.remove(vacancies=store.vacancy_ids())
    near = [Vacancy(id="N1", title="Care assistant", place_kind="site", postcode=NEAR)]
    far = [Vacancy(id=f"F{n}", title="Care assistant", place_kind="site", postcode=FAR) for n in range(3)]
    engine = client.application.extensions["carematch"]
    store.upsert_vacancies([engine.settle_vacancy(one) for one in (*near, *far)])
    person = engine.settle_candidate(
        Candidate(id="C90", postcode=NEAR, max_travel_minutes=15, travel_mode="car", skills=())
    )
    store.upsert_candidates([(person, Person("Zofia Nowak"))])
    return store


def test_where_little_is_found_longer_journeys_are_offered_with_what_they_really_open(
    little: Store, page: Page, client: FlaskClient
) -> None:
    text = page("/advisor/candidates/C90")
    offers = re.findall(r"journey=(\d+)#matches\">With (\d+) more minutes of travel, (\d+) more", text)
    assert offers
    now = len(_ranking(client, "C90").matches)
    for limit, more, opens in offers:
        assert int(limit) == 15 + int(more)
        assert len(_ranking(client, "C90", max_travel_minutes=int(limit)).matches) == now + int(opens)
    assert little.candidate("C90").max_travel_minutes == 15


def test_a_longer_journey_shows_once_and_is_stored_only_on_request(
    little: Store, page: Page, client: FlaskClient
) -> None:
    text = page("/advisor/candidates/C90?journey=45")
    assert "this once" in text
    assert "4 of 4" in text
    assert little.candidate("C90").max_travel_minutes == 15
    client.post("/advisor/candidates/C90/answer?journey=45", data={"field": "max_travel_minutes", "answer": "45"})
    assert little.candidate("C90").max_travel_minutes == 45


def test_where_enough_is_found_no_longer_journey_is_offered(page: Page) -> None:
    assert "more minutes of travel, " not in page("/advisor/candidates/C02")


@pytest.mark.parametrize("journey", ["0", "-5", "9999", "x", "", "1e9"])
def test_a_journey_that_is_none_is_passed_over(page: Page, journey: str) -> None:
    assert "this once" not in page(f"/advisor/candidates/C02?journey={journey}")


def test_what_they_declined_is_never_told_to_an_advisor(page: Page, store: Store) -> None:
    before = re.findall(r"/refer/(V\d\d)", page("/advisor/candidates/C02"))
    store.declined.add("C02", before[0])
    text = page("/advisor/candidates/C02")
    assert re.findall(r"/refer/(V\d\d)", text) == before
    assert "eclined" not in text


def test_setting_a_vacancy_aside_comes_back_to_the_list_as_it_was_narrowed(client: FlaskClient, store: Store) -> None:
    data = {"vacancy": "V05", "action": "add", "query": "kind=catering&page=2&x=%0d%0aSet-Cookie:a"}
    answer = client.post("/advisor/candidates/C04/shortlist", data=data)
    assert answer.headers["Location"].startswith(f"{PAGE}?kind=catering&page=2&x=%0D%0A")
    client.post("/advisor/candidates/C04/shortlist", data={"vacancy": "V05", "action": "remove"})
    actions = [entry.action for entry in store.audit.entries(candidate_id="C04", vacancy_id="V05")]
    assert actions == ["unshortlisted", "shortlisted"]


def test_a_vacancy_that_waits_for_review_is_kept_on_a_short_list_and_not_ranked(page: Page, store: Store) -> None:
    store.shortlist_add("C02", "V01")
    store.standings.post("V01", None, sex_required="female", sex_reason="personal care")
    text = page("/advisor/candidates/C02/shortlist")
    assert "In review" in text
    assert "Where the" not in text


def test_another_teams_jobseeker_cannot_be_answered_for(app: Flask, store: Store) -> None:
    store.cases.assign("C04", None, "Durham")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    assert client.post(f"{PAGE}/answer", data={"field": "vehicle", "answer": "no"}).status_code == 404
    assert store.candidate("C04").vehicle is None
