"""What a provider's system learns of people: no more than the provider's pages show."""

import json
import re
from typing import Any

import pytest
from calling import API, OWNER, System, a_system
from flask import Flask
from signing_in import an_account, signed_in

from matcher.domain import AccountRole
from matcher.store import Store
from webapp.presenters.anonymous import codes

RANKING = "/vacancies/V01/matches"


@pytest.fixture
def system(app: Flask, store: Store) -> System:
    return a_system(app, store)


def candidate_of(app: Flask, store: Store, code: str) -> str:
    named = codes(app.config["SECRET_KEY"], store.vacancy("V01"), store.candidate_ids())
    return next(name for name, its in named.items() if its == code)


def all_of(system: System, path: str, name: str, per_page: int = 10) -> list[dict[str, Any]]:
    found, page = [], 1
    while rows := system.get(f"{path}?per_page={per_page}&page={page}")[name]:
        found += rows
        page += 1
    return found


def test_everybody_is_ranked_and_nobody_cut_off(system: System, store: Store) -> None:
    first = system.get(RANKING)
    matches, out = all_of(system, RANKING, "matches"), all_of(system, "/vacancies/V01/not-now", "not_now", 2)
    assert [one["rank"] for one in matches] == list(range(1, len(matches) + 1))
    assert first["n_matches"] == len(matches) // 5 * 5
    others = system.get("/vacancies/V01/not-now")["n_others"]
    n_out = len(store.candidate_ids()) - len(matches)
    assert first["n_not_now"] == n_out // 5 * 5
    assert (n_out - len(out)) // 5 * 5 == others
    assert len({one["code"] for one in matches + out}) == len(matches) + len(out)
    assert first["as_of"] == "2026-11-22"


def test_the_codes_the_order_and_the_scores_are_those_of_the_page(app: Flask, store: Store, system: System) -> None:
    browser = signed_in(app, an_account(store, AccountRole.PROVIDER, "joy@example.org", provider=OWNER))
    text = browser.get("/provider/vacancies/V01/candidates").text
    on_page = re.findall(r'Candidate <span class="cm-code">(\w+)</span>', text)
    shown = system.get(f"{RANKING}?per_page=10")["matches"]
    assert list(dict.fromkeys(on_page)) == [one["code"] for one in shown]
    for one in shown:
        assert one["distance"] in text
        assert one["journey"] in text


def test_nothing_in_a_ranking_tells_who_somebody_is_or_where_they_live(system: System, store: Store) -> None:
    said = json.dumps([all_of(system, RANKING, "matches"), all_of(system, "/vacancies/V01/not-now", "not_now")])
    said += json.dumps(system.get("/vacancies/V01/pool"))
    for person in store.people().values():
        for secret in (person.name, person.contact):
            assert not secret or secret not in said
    for candidate in store.candidates():
        assert f'"{candidate.id}"' not in said
        assert not candidate.postcode or candidate.postcode not in said
    assert not re.search(r"DBS|barred|right to work|\d\.\d", said)
    assert all(one["score"] % 5 == 0 for one in all_of(system, RANKING, "matches"))


def test_a_code_means_nothing_beside_another_vacancy(system: System) -> None:
    here = {one["code"] for one in all_of(system, RANKING, "matches")}
    there = {one["code"] for one in all_of(system, "/vacancies/V03/matches", "matches")}
    assert len(here & there) < len(there) / 4


def test_everybody_on_a_page_has_it_in_their_record_once(app: Flask, system: System, store: Store) -> None:
    answer = system("GET", f"{RANKING}?per_page=5")
    seen = {candidate_of(app, store, one["code"]) for one in answer.get_json()["matches"]}
    entries = store.audit.entries(action="ranked_unnamed")
    assert {entry.candidate_id for entry in entries} == seen
    assert {(entry.role, entry.provider, entry.vacancy_id) for entry in entries} == {("provider", OWNER, "V01")}
    assert all(entry.account_id for entry in entries)
    again = system("GET", f"{RANKING}?per_page=5", If_None_Match=answer.headers["ETag"])
    assert again.status_code == 304
    assert store.audit.count(action="ranked_unnamed") == len(seen), "who is shown nothing new sees nobody again"


def test_who_hides_themselves_is_in_no_ranking(app: Flask, system: System, store: Store) -> None:
    code = system.get(RANKING)["matches"][0]["code"]
    hidden = candidate_of(app, store, code)
    store.cases.set_hidden(hidden, True)
    assert code not in {one["code"] for one in all_of(system, RANKING, "matches")}
    assert system("POST", "/vacancies/V01/introductions", {"code": code}).status_code == 404


def test_the_pool_is_counted_in_steps_of_five(system: System) -> None:
    pool = system.get("/vacancies/V01/pool")
    n_matches = system.get(RANKING)["n_matches"]
    assert pool["is_ranked"]
    assert pool["at_least"] == n_matches // 5 * 5
    assert all(one["at_least"] % 5 == 0 and one["at_least"] > 0 for one in pool["more"])
    system("DELETE", "/vacancies/V01", If_Match="*")
    system("POST", "/vacancies", {"id": "OLD", "title": "Care assistant", "closes": "2026-11-01"})
    assert system.get("/vacancies/OLD/pool") == {
        "vacancy": "OLD", "is_ranked": False, "at_least": 0, "step": 5, "more": [], "few": []
    }  # fmt: skip


def test_asking_to_meet_somebody_tells_nothing_until_they_agree(app: Flask, system: System, store: Store) -> None:
    code = system.get(RANKING)["matches"][0]["code"]
    person = candidate_of(app, store, code)
    first = system("POST", "/vacancies/V01/introductions", {"code": code})
    again = system("POST", "/vacancies/V01/introductions", {"code": code})
    assert (first.status_code, again.status_code) == (201, 200)
    asked = store.introductions.of_candidate(person)
    assert [(one.vacancy_id, one.provider) for one in asked] == [("V01", OWNER)]
    assert store.audit.count(action="asked_to_meet", candidate_id=person) == 1
    waiting = system.get("/introductions")
    for seen, answer in ((None, "declined"), ("declined", "withdrawn")):
        assert store.introductions.answer(asked[0].id, answer, None, instead_of=seen)
        assert system.get("/introductions") == waiting
    assert waiting["introductions"][0]["state"] == "asked"
    assert waiting["introductions"][0]["name"] is None
    assert store.audit.count(action="met") == 0


def test_who_agreed_is_named_and_told_that_they_were(app: Flask, system: System, store: Store) -> None:
    code = system.get(RANKING)["matches"][0]["code"]
    person = candidate_of(app, store, code)
    system("POST", "/vacancies/V01/introductions", {"code": code})
    store.introductions.answer(store.introductions.of_candidate(person)[0].id, "agreed", None)
    answer = system("GET", "/introductions?vacancy=V01")
    (shown,) = answer.get_json()["introductions"]
    assert (shown["vacancy"], shown["code"], shown["state"]) == ("V01", code, "agreed")
    assert (shown["name"], shown["contact"]) == (store.person(person).name, store.person(person).contact)
    (entry,) = store.audit.entries(action="met")
    assert (entry.candidate_id, entry.vacancy_id, entry.role) == (person, "V01", "provider")
    assert system.get("/introductions?vacancy=V03")["introductions"] == []
    system("GET", "/introductions?vacancy=V01", If_None_Match=answer.headers["ETag"])
    assert store.audit.count(action="met") == 1
    asked = system("POST", "/vacancies/V01/introductions", {"code": code}).get_json()
    assert asked["name"] is None, "a key that may only ask reads no name"


def test_another_provider_sees_none_of_it(app: Flask, system: System, store: Store) -> None:
    code = system.get(RANKING)["matches"][0]["code"]
    system("POST", "/vacancies/V01/introductions", {"code": code})
    assert a_system(app, store, provider="Aire Home Care").get("/introductions")["n_introductions"] == 0


@pytest.mark.parametrize("code", ["0000", "ZZZZZZ", "7k2d", "", "C01", 5])
def test_a_code_that_stands_for_nobody_asks_nobody(system: System, store: Store, code: object) -> None:
    answer = system("POST", "/vacancies/V01/introductions", {"code": code})
    assert answer.status_code in {404, 422}
    assert answer.get_json()["errors"][0]["pointer"] == "#/code"
    assert store.introductions.waiting() == []


@pytest.mark.parametrize(
    ("words", "is_held"),
    [("Female carers only.", True), ("You must be over 21.", True), ("You must be over 18.", False), ("Kind.", False)],
)
def test_words_that_ask_for_a_sex_or_an_age_wait_for_review(system: System, words: str, is_held: bool) -> None:
    body = {"id": "W1", "title": "Care assistant", "postcode": "LS8 1AA", "description": words}
    posted = system("POST", "/vacancies", body).get_json()
    assert (posted["review"]["outcome"], posted["is_shown"]) == (("waiting", False) if is_held else (None, True))


def test_words_that_are_added_later_wait_for_review(system: System) -> None:
    system("POST", "/vacancies", {"id": "W1", "title": "Care assistant", "postcode": "LS8 1AA"})
    changed = system("PATCH", "/vacancies/W1", {"description": "Female carers only."}, If_Match="*").get_json()
    assert changed["review"]["outcome"] == "waiting"
    mended = system("PATCH", "/vacancies/W1", {"description": "Be kind."}, If_Match="*").get_json()
    assert mended["review"]["outcome"] is None


def test_nobody_is_asked_for_a_vacancy_that_is_not_on_offer(app: Flask, system: System, store: Store) -> None:
    body = {"id": "AGE", "title": "Care assistant", "postcode": "LS8 1AA", "min_age": 21, "min_age_reason": "Insurance"}
    system("POST", "/vacancies", body)
    ranking = system.get("/vacancies/AGE/matches")
    assert (ranking["is_ranked"], ranking["matches"], ranking["n_matches"]) == (False, [], 0)
    assert not system.get("/vacancies/AGE/not-now")["is_ranked"]
    assert not system.get("/vacancies/AGE/pool")["is_ranked"]
    code = codes(app.config["SECRET_KEY"], store.vacancy("AGE"), store.candidate_ids())["C01"]
    answer = system("POST", "/vacancies/AGE/introductions", {"code": code})
    assert answer.status_code == 409
    assert "waits for review" in answer.get_json()["detail"]
    assert store.introductions.waiting() == []


def test_the_address_of_the_introductions_that_a_vacancy_gives_leads_there(system: System) -> None:
    body = {"id": "A/B:1", "title": "Care assistant", "postcode": "LS8 1AA"}
    links = system("POST", "/vacancies", body).get_json()["links"]
    for name in ("self", "matches", "not_now", "pool", "introductions"):
        assert links[name].startswith(API)
        assert system("GET", links[name].removeprefix(API)).status_code == 200
