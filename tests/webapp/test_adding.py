"""An advisor adds a jobseeker by hand, section by section, and changes what is known of somebody."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Candidate
from matcher.store import Person, Store
from strategies import candidates
from webapp.forms.jobseeker import STEPS, Begun

Page = Callable[..., str]
FULL = {
    "travel": {"postcode": "ls9 7tf", "travel_mode": "bus", "max_travel_minutes": "45", "driving_licence": "no",
               "vehicle": "no"},
    "background": {"prior_occupation": "cook", "experience_months": "3 years", "prior_sector": ["catering"],
                   "about": "Calm and quick"},
    "skills": {"skills": "personal care\nfirst aid [certified 2023-05]"},
    "times": {"usual_times": ["mon-fri early"], "shifts": "sat 10:00-14:00", "hours_min": "16", "hours_max": "30",
              "pay_min_gbp_per_hour": "12.71", "available_from": "1/12/2026"},
    "checks": {"age_band": "21-plus", "right_to_work": "unlimited", "dbs_status": "none"},
    "qualifications": {"qualifications": "none", "registrations": "none"},
}  # fmt: skip


def test_the_page_to_add_somebody_asks_a_name_and_offers_a_cv(page: Page) -> None:
    text = page("/advisor/new")
    assert 'href="/advisor/cv"' in text
    assert 'id="name"' in text


def test_nothing_but_a_name_is_needed(client: FlaskClient, store: Store) -> None:
    tasks = _begin(client)
    assert _statuses(client.get(tasks).text) == ["Done", *["Not started"] * 6]
    answer = client.post(f"{tasks}/check")
    identifier = answer.location.rsplit("/", 1)[1]
    assert answer.location.endswith(f"/advisor/candidates/{identifier}")
    assert store.candidate(identifier) == Candidate(id=identifier)
    assert store.person(identifier) == Person("Ada Newly", None)
    assert client.get(answer.location).status_code == 200


def test_without_a_name_nobody_is_begun_and_the_rest_is_kept(client: FlaskClient, app: Flask) -> None:
    text = client.post("/advisor/new", data={"name": " ", "contact": "07700 900111"}).text
    assert "<title>Error: Add a jobseeker" in text
    assert "Enter a name" in text
    assert 'value="07700 900111"' in text
    assert _drafts(app) == []


def test_every_answer_of_every_section_reaches_the_caseload(client: FlaskClient, store: Store) -> None:
    tasks = _begin(client)
    for step, sent in FULL.items():
        client.post(f"{tasks}/{step}", data=sent)
    assert _statuses(client.get(tasks).text) == ["Done"] * 7
    added = store.candidate(client.post(f"{tasks}/check").location.rsplit("/", 1)[1])
    assert (added.postcode, added.travel_mode, added.max_travel_minutes, added.vehicle) == ("LS9 7TF", "bus", 45, False)
    assert (added.prior_occupation, added.experience_months, added.prior_sector) == ("cook", 36, ("catering",))
    assert added.skills == ("personal-care", "first-aid")
    assert [one.skill for one in added.skill_evidence] == ["first-aid"]
    assert (added.hours_min, added.hours_max, added.pay_min_gbp_per_hour) == (16, 30, 12.71)
    assert (added.age_band, added.right_to_work, added.dbs_status) == ("21-plus", "unlimited", "none")
    assert (added.qualifications, added.registrations) == ((), ())
    assert added.place is not None


def test_sections_follow_each_other_to_the_answers_to_check(client: FlaskClient) -> None:
    tasks = _begin(client)
    address, seen = f"{tasks}/travel", ["travel"]
    while not address.endswith("/check"):
        address = client.post(address, data={}).location
        seen.append(address.rsplit("/", 1)[1])
    assert seen == [*list(STEPS)[1:], "check"]


def test_a_section_left_empty_needs_nothing_and_one_half_answered_is_in_progress(client: FlaskClient) -> None:
    tasks = _begin(client)
    client.post(f"{tasks}/travel", data={})
    client.post(f"{tasks}/checks", data={"dbs_status": "none"})
    assert _statuses(client.get(tasks).text)[1] == "Nothing needed"
    assert _statuses(client.get(tasks).text)[5] == "In progress"


def test_each_answer_can_be_changed_from_the_check_and_leads_back_to_it(client: FlaskClient) -> None:
    tasks = _begin(client)
    client.post(f"{tasks}/travel", data=FULL["travel"])
    text = client.get(f"{tasks}/check").text
    assert "LS9 7TF" in text
    link = re.search(rf'href="({tasks}/travel\?from=check#postcode)"', text)
    assert link is not None
    assert 'id="postcode"' in client.get(link[1]).text
    changed = client.post(link[1], data={**FULL["travel"], "postcode": "LS8 5QA"})
    assert changed.location == f"{tasks}/check"
    assert "LS8 5QA" in client.get(changed.location).text


def test_right_to_work_asks_for_no_nationality_and_times_for_no_reason(client: FlaskClient) -> None:
    tasks = _begin(client)
    text = client.get(f"{tasks}/checks").text
    assert set(re.findall(r'name="right_to_work"[^>]*value="(\w+)"', text)) == {
        "unlimited", "limited_time", "limited_hours", "tied", "none",
    }  # fmt: skip
    assert "why" not in client.get(f"{tasks}/times").text.split("<main")[1].casefold()


def test_a_faulty_answer_is_named_and_kept_and_the_draft_is_as_it_was(client: FlaskClient) -> None:
    tasks = _begin(client)
    text = client.post(f"{tasks}/travel", data={"postcode": "LS99 9ZZ", "max_travel_minutes": "soon"}).text
    assert "<title>Error: " in text
    assert 'href="#postcode"' in text
    assert 'href="#max_travel_minutes"' in text
    assert 'value="LS99 9ZZ"' in text
    assert _statuses(client.get(tasks).text)[1] == "Not started"


def test_a_skill_that_is_not_known_is_said_with_the_three_nearest(client: FlaskClient) -> None:
    tasks = _begin(client)
    again = client.post(f"{tasks}/skills", data={"skills": "personal care\nhelping old folk to bed"}).location
    text = client.get(again).text
    assert "1 skill is kept as words, not counted" in text
    assert "“helping old folk to bed” could also be called" in text
    assert len(re.findall(r'name="meant"', text)) == 3


def test_a_ticked_name_takes_the_place_of_the_words(client: FlaskClient, store: Store) -> None:
    tasks = _begin(client)
    again = client.post(f"{tasks}/skills", data={"skills": "personal care\nhelping old folk to bed"}).location
    meant = [unescape(value) for value in re.findall(r'name="meant"[^>]*value="([^"]+)"', client.get(again).text)]
    sent = {"skills": "personal care\nhelping old folk to bed", "told": "helping old folk to bed", "meant": meant[0]}
    assert client.post(again, data=sent).location.endswith("/times")
    added = store.candidate(client.post(f"{tasks}/check").location.rsplit("/", 1)[1])
    assert added.skills == ("personal-care", meant[0].split("|")[0])
    assert added.unlinked_skills == ()


def test_words_that_were_told_of_are_kept_without_being_asked_again(client: FlaskClient, store: Store) -> None:
    tasks = _begin(client)
    sent = {"skills": "unicycling", "told": "unicycling"}
    assert client.post(f"{tasks}/skills", data=sent).location.endswith("/times")
    assert "Kept as words, not counted" in client.get(f"{tasks}/check").text
    added = store.candidate(client.post(f"{tasks}/check").location.rsplit("/", 1)[1])
    assert added.unlinked_skills == ("unicycling",)


@pytest.mark.parametrize("meant", ["", "|", "nonsense|x", "personal-care", "personal-care|other words", "|" * 500])
def test_a_tick_that_was_never_offered_does_no_harm(client: FlaskClient, meant: str) -> None:
    tasks = _begin(client)
    assert client.post(f"{tasks}/skills", data={"skills": "cooking", "meant": [meant] * 3}).status_code == 302


def test_who_is_added_is_in_the_care_of_the_advisor_and_their_team_and_it_is_recorded(app: Flask, store: Store) -> None:
    advisor = an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds")
    client = signed_in(app, advisor)
    client.application.test_client_class = FlaskClient
    tasks = client.post("/advisor/new", data={"name": "Ada Newly"}).location
    identifier = client.post(f"{tasks}/check").location.rsplit("/", 1)[1]
    case = store.cases.get(identifier)
    assert (case.advisor_id, case.team) == (advisor.id, "Leeds")
    assert store.audit.count(action="added", candidate_id=identifier, account_id=advisor.id) == 1


def test_somebody_whose_name_is_there_already_is_told_of_before_they_are_added(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    tasks = client.post("/advisor/new", data={"name": "amina okafor"}).location
    assert 'href="/advisor/candidates/C01/change">amina okafor, reference C01' in client.get(f"{tasks}/check").text
    store.cases.assign("C01", None, "Durham")
    assert "in the caseload already" not in client.get(f"{tasks}/check").text


def test_adding_twice_adds_one(client: FlaskClient, store: Store) -> None:
    tasks = _begin(client)
    client.post(f"{tasks}/check")
    assert client.post(f"{tasks}/check").status_code == 404
    assert len(store.candidates()) == 33


def test_what_is_begun_waits_and_can_be_thrown_away(client: FlaskClient, store: Store) -> None:
    tasks = _begin(client)
    assert f'href="{tasks}">Ada Newly</a>' in client.get("/advisor/new").text
    assert len(store.candidates()) == 32
    client.post(f"{tasks}/discard")
    assert "Ada Newly" not in client.get("/advisor/new").text
    assert client.get(tasks).status_code == 404


def test_what_one_advisor_begins_no_other_sees(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    mine = signed_in(app, an_account(store, AccountRole.ADVISOR, "a@example.org"))
    other = signed_in(app, an_account(store, AccountRole.ADVISOR, "b@example.org"))
    tasks = mine.post("/advisor/new", data={"name": "Ada Newly"}).location
    assert "Ada Newly" not in other.get("/advisor/new").text
    for address in (tasks, f"{tasks}/travel", f"{tasks}/check", "/advisor/new/WEB-NOTTHERE"):
        assert other.get(address).status_code == 404
    assert other.post(f"{tasks}/check").status_code == 404


def test_a_section_that_there_is_not_is_a_404(client: FlaskClient) -> None:
    assert client.get(f"{_begin(client)}/nationality").status_code == 404
    assert client.get("/advisor/candidates/C01/change/nationality").status_code == 404


@given(candidates())
@settings(max_examples=50)
def test_whoever_is_begun_comes_back_from_a_draft_as_they_were(candidate: Candidate) -> None:
    begun = Begun(candidate, Person("Ada", None), frozenset({"travel"}))
    draft = type("Draft", (), {"answers": begun.as_answers()})
    assert Begun.of(draft) == begun


def test_figures_to_check_are_said_in_words(client: FlaskClient) -> None:
    tasks = _begin(client)
    for step in ("travel", "background", "times"):
        client.post(f"{tasks}/{step}", data=FULL[step])
    text = client.get(f"{tasks}/check").text
    for said in ("45 minutes", "3 years", "£12.71", "1 December 2026", "16 hours", "30 hours"):
        assert said in text


# Changing somebody who is in the caseload.


def test_every_detail_has_a_way_to_change_it(page: Page) -> None:
    text = page("/advisor/candidates/C01/change")
    assert "Details of Amina Okafor" in text
    for step in STEPS:
        assert f'href="/advisor/candidates/C01/change/{step}#' in text


@pytest.mark.parametrize("step", list(STEPS))
def test_a_section_sent_as_it_stands_changes_nothing(client: FlaskClient, store: Store, step: str) -> None:
    for identifier in ("C01", "C04", "C10"):
        store.replace_candidate(store.candidate(identifier), Person("Somebody", "07700 900111"))
        before = store.candidate(identifier), store.person(identifier)
        text = client.get(f"/advisor/candidates/{identifier}/change/{step}").text
        client.post(f"/advisor/candidates/{identifier}/change/{step}", data=_as_shown(text))
        assert (store.candidate(identifier), store.person(identifier)) == before
    assert store.audit.count(action="changed") == 0


def test_a_field_that_is_emptied_is_unknown_again_and_the_change_is_recorded(client: FlaskClient, store: Store) -> None:
    assert store.candidate("C01").postcode
    emptied = {"postcode": "", "max_travel_minutes": " ", "driving_licence": "", "vehicle": "", "travel_mode": "walk"}
    answer = client.post("/advisor/candidates/C01/change/travel", data=emptied)
    assert answer.location.endswith("/advisor/candidates/C01/change")
    after = store.candidate("C01")
    assert (after.postcode, after.place, after.driving_licence, after.travel_mode) == (None, None, None, "walk")
    assert store.audit.count(action="changed", candidate_id="C01", detail="Home and travel") == 1


def test_a_change_of_one_section_leaves_the_others_alone(client: FlaskClient, store: Store) -> None:
    before = store.candidate("C01")
    client.post("/advisor/candidates/C01/change/checks", data={"dbs_status": "in_progress"})
    after = store.candidate("C01")
    kept = {"age_band", "right_to_work", "dbs_status"}
    assert {name: value for name, value in before if name not in kept} == {
        name: value for name, value in after if name not in kept
    }


def test_a_name_is_changed_and_not_emptied(client: FlaskClient, store: Store) -> None:
    client.post("/advisor/candidates/C01/change/person", data={"name": "Amina O", "contact": ""})
    assert store.person("C01") == Person("Amina O", None)
    assert "Enter a name" in client.post("/advisor/candidates/C01/change/person", data={"name": ""}).text
    assert store.person("C01").name == "Amina O"


def test_somebody_of_another_team_cannot_be_changed(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    store.cases.assign("C01", None, "Durham")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    for address in ("/advisor/candidates/C01/change", "/advisor/candidates/C01/change/travel"):
        assert client.get(address).status_code == 404
    assert client.post("/advisor/candidates/C01/change/travel", data={}).status_code == 404
    assert store.candidate("C01").postcode


def _begin(client: FlaskClient) -> str:
    """The address of the task list of somebody who was begun."""
    return str(client.post("/advisor/new", data={"name": "Ada Newly"}).location)


def _statuses(text: str) -> list[str]:
    cells = re.findall(r'govuk-task-list__status"[^>]*>(.*?)</div>', text)
    return [re.sub("<[^>]+>", "", cell) for cell in cells]


def _drafts(app: Flask) -> list[object]:
    store = app.extensions["carematch"].store
    return [draft for account in store.accounts.all() for draft in store.drafts.of(account.id, "candidate")]


def _as_shown(text: str) -> dict[str, list[str]]:
    """What a browser would send of a form that nobody touched."""
    form: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and (not re.search('type="(checkbox|radio)"', tag) or " checked" in tag):
            form.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for name, words in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        form[name] = [unescape(words).lstrip("\n").lstrip("\r\n")]
    return form
