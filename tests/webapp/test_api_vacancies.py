"""A provider's system posts vacancies and reads its own."""

import itertools
import re
from typing import Any

import pytest
from calling import API, OWNER, System, a_system
from flask import Flask

from matcher.store import Store

FULL: dict[str, Any] = {
    "id": "REF-2026/113",
    "title": "Night care assistant",
    "description": "Help people at night.",
    "role_family": "care worker",
    "place_kind": "site",
    "postcode": "LS8 1AA",
    "positions": 2,
    "essential_skills": ["personal care", "juggling"],
    "optional_skills": [],
    "shifts_all_required": "mon-thu waking_night",
    "shifts_any_of": "sat-sun 14:00-22:00; mon-fri early",
    "hours_min": 16,
    "hours_max": 37.5,
    "guaranteed_hours": 16,
    "contract": "permanent",
    "pay_min_gbp_per_hour": 12.71,
    "pay_max_gbp_per_hour": 13.5,
    "dbs_level": "enhanced_barred",
    "driving_licence": False,
    "vehicle": False,
    "min_age": 18,
    "registration": "NMC",
    "experience_months": 6,
    "qualification": "Level 2 Diploma in Care",
    "contact": "Mrs Joy Adeyemi 0113 496 0100",
    "apply_url": "https://example.org/apply/1",
    "opens": "2026-11-01",
    "closes": "2026-12-14",
}


@pytest.fixture
def system(app: Flask, store: Store) -> System:
    return a_system(app, store)


def test_a_vacancy_comes_back_as_it_was_sent_and_as_it_was_read(system: System, store: Store) -> None:
    answer = system("POST", "/vacancies", FULL)
    assert answer.status_code == 201, answer.text
    shown = answer.get_json()
    assert answer.headers["Location"] == shown["links"]["self"] == f"{API}/vacancies/REF-2026~2F113"
    same = set(FULL) - {"essential_skills", "shifts_any_of", "role_family", "registration", "qualification"}
    assert {name: shown[name] for name in same} == {name: FULL[name] for name in same}
    assert shown["provider"] == OWNER
    assert shown["essential_skills"] == ["helping with personal care"]
    assert shown["unlinked_skills"] == ["juggling"]
    assert shown["role_family"] == "care-worker"
    assert shown["shifts_any_of"] == "mon-fri early; sat-sun 14:00-22:00"
    assert shown["state"] == "open"
    assert shown["is_shown"]
    assert system.get("/vacancies/REF-2026~2F113") == shown
    assert store.vacancy("REF-2026/113").place is not None
    assert store.standings.get("REF-2026/113").posted_by is not None


def test_a_vacancy_without_an_id_gets_one(system: System) -> None:
    shown = system("POST", "/vacancies", {"title": "Care assistant"}).get_json()
    assert shown["id"].startswith("WEB-")
    assert shown["positions"] == 1
    assert shown["essential_skills"] is None
    assert "It has no place" in " ".join(shown["remarks"])


def test_posting_again_changes_nothing_and_other_content_is_refused(system: System, store: Store) -> None:
    first = system("POST", "/vacancies", FULL)
    again = system("POST", "/vacancies", FULL)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.get_json() == first.get_json()
    assert again.headers["ETag"] == first.headers["ETag"]
    other = system("POST", "/vacancies", {**FULL, "positions": 3})
    assert other.status_code == 409
    assert other.get_json()["errors"][0]["pointer"] == "#/id"
    assert store.vacancy(FULL["id"]).positions == 2


def test_an_id_that_another_provider_has_is_taken_and_nothing_of_theirs_is_told(system: System, store: Store) -> None:
    theirs = store.vacancy("V02")
    answer = system("POST", "/vacancies", {"id": "V02", "title": "Home care worker"})
    assert answer.status_code == 409
    assert "Aire" not in answer.text
    assert store.vacancy("V02") == theirs


def test_the_provider_cannot_be_set(system: System) -> None:
    answer = system("POST", "/vacancies", {**FULL, "provider": "Aire Home Care"})
    assert answer.status_code == 422
    assert answer.get_json()["errors"] == [
        {
            "pointer": "#/provider",
            "parameter": None,
            "remedy": "there is no such field: correct its name, or leave it out.",
        }
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "write at least 2 letters"),
        ("title", "n/a", "write the job title in words"),
        ("title", None, "write text"),
        ("title", "x" * 201, "200 letters or fewer"),
        ("positions", 0, "cannot be less than 1"),
        ("positions", "2", "without quotes"),
        ("positions", True, "write a whole number"),
        ("postcode", "LS99 9ZZ", "was not found"),
        ("postcode", "JE2 3AB", "Jersey"),
        ("area", ["LS9", "ZZ99"], "ZZ99"),
        ("place_kind", "moon", "write one of 'site'"),
        ("shifts_all_required", "mon-fri teatime", "teatime"),
        ("shifts_any_of", "someday early", "someday"),
        ("hours_min", 40, "swap or correct"),
        ("hours_max", 300, "168"),
        ("hours_max", "37.5", "without quotes"),
        ("pay_min_gbp_per_hour", 24000, "cannot be more than 99.99"),
        ("pay_min_gbp_per_hour", 15, "swap or correct"),
        ("min_age", 21, "reason"),
        ("min_age", 12, "cannot be less than 13"),
        ("experience_months", 1.5, "whole number"),
        ("driving_licence", "yes", "true or false"),
        ("essential_skills", "teamwork", "write a list"),
        ("essential_skills", ["a; b"], "without a semicolon"),
        ("apply_url", "javascript:alert(1)", "write a web address"),
        ("opens", "32/1/2026", "write the date as"),
        ("opens", "2026-02-30", "write the date as"),
        ("closes", "2026-10-01", "before"),
        ("contract", "forever", "write one of"),
        ("id", "-", "begin with a letter"),
    ],
)
def test_a_fault_is_named_where_it_is_with_its_remedy(
    system: System, store: Store, field: str, value: object, said: str
) -> None:
    answer = system("POST", "/vacancies", {**FULL, field: value})
    assert answer.status_code == 422, answer.text
    errors = answer.get_json()["errors"]
    # What cannot be true together stands at either of the two.
    stem = re.sub("_(min|max)", "", field)
    named = [error for error in errors if re.sub("_(min|max)", "", error["pointer"]).startswith(f"#/{stem}")]
    assert named, errors
    assert said in named[0]["remedy"]
    assert FULL["id"] not in store.vacancy_ids()


def test_every_fault_is_named_at_once(system: System) -> None:
    body = {**FULL, "postcode": "LS99 9ZZ", "shifts_any_of": "someday", "opens": "2026-02-30"}
    errors = system("POST", "/vacancies", body).get_json()["errors"]
    assert {error["pointer"] for error in errors} == {"#/postcode", "#/shifts_any_of", "#/opens"}


def test_an_age_above_18_waits_for_review_and_the_answer_says_so(system: System, store: Store) -> None:
    shown = system("POST", "/vacancies", {**FULL, "min_age": 21, "min_age_reason": "Insurance"}).get_json()
    assert shown["review"] == {"needed": True, "outcome": "waiting", "note": None}
    assert not shown["is_shown"]
    assert "A person of the academy looks at it" in shown["remarks"][0]
    store.standings.review(FULL["id"], "sent_back", None, "Insurance does not ask for it.")
    shown = system.get("/vacancies/REF-2026~2F113")
    assert shown["review"] == {"needed": True, "outcome": "sent_back", "note": "Insurance does not ask for it."}
    store.standings.review(FULL["id"], "approved", None)
    shown = system.get("/vacancies/REF-2026~2F113")
    assert shown["review"]["outcome"] == "approved"
    assert shown["is_shown"]


def test_pay_under_the_floor_is_a_draft_and_the_answer_says_what_to_do(system: System) -> None:
    shown = system("POST", "/vacancies", {**FULL, "pay_min_gbp_per_hour": 8, "pay_max_gbp_per_hour": 8}).get_json()
    assert shown["state"] == "draft"
    assert not shown["is_shown"]
    assert "Raise it, or give a pay_note" in " ".join(shown["remarks"])


def test_an_advert_of_schema_org_is_read(app: Flask, system: System, store: Store) -> None:
    advert = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Care Assistant (Nights)",
        "description": "<p>You will help people with <b>personal care</b>.</p>",
        "identifier": {"@type": "PropertyValue", "value": "HR 77"},
        "hiringOrganization": {"@type": "Organization", "name": "Somebody Else"},
        "datePosted": "2026-11-01",
        "jobLocation": {"@type": "Place", "address": {"postalCode": "LS8 1AA"}},
        "baseSalary": {
            "@type": "MonetaryAmount",
            "value": {"@type": "QuantitativeValue", "value": 13, "unitText": "HOUR"},
        },
    }
    headers = {"Authorization": f"Bearer {system.key}", "Content-Type": "application/ld+json"}
    for expected in (201, 200):
        answer = app.test_client().post(f"{API}/vacancies", json=advert, headers=headers)
        assert answer.status_code == expected, answer.text
    shown = answer.get_json()
    assert shown["id"] == "HR 77"
    assert shown["provider"] == OWNER
    assert shown["pay_min_gbp_per_hour"] == 13
    assert "helping with personal care" in [*(shown["essential_skills"] or ()), *(shown["optional_skills"] or ())]
    assert store.vacancy("HR 77").postcode == "LS8 1AA"
    wrong = app.test_client().post(f"{API}/vacancies", json={**advert, "validThrough": "2026-10-01"}, headers=headers)
    assert wrong.status_code == 422


def test_the_list_holds_ones_own_in_pages(system: System) -> None:
    for number in range(5):
        system("POST", "/vacancies", {"id": f"N{number}", "title": "Care assistant"})
    pages = [system("GET", f"/vacancies?per_page=3&page={number}") for number in (1, 2, 3, 4)]
    ids = [[one["id"] for one in page.get_json()["vacancies"]] for page in pages]
    assert list(itertools.chain(*ids)) == ["N0", "N1", "N2", "N3", "N4", "V01", "V03"]
    assert ids[3] == [], "beyond the last page nothing comes"
    assert pages[0].get_json()["n_vacancies"] == 7
    assert pages[1].headers["Link"] == (
        f'<{API}/vacancies?page=1&per_page=3>; rel="first", <{API}/vacancies?page=1&per_page=3>; rel="prev", '
        f'<{API}/vacancies?page=3&per_page=3>; rel="next", <{API}/vacancies?page=3&per_page=3>; rel="last"'
    )


def test_the_list_narrows_by_state(system: System) -> None:
    system("POST", "/vacancies", {"id": "OLD", "title": "Care assistant", "closes": "2026-11-01"})
    system("POST", "/vacancies", {"id": "CHEAP", "title": "Care assistant", "pay_min_gbp_per_hour": 5})
    system("POST", "/vacancies", {"id": "LATER", "title": "Care assistant", "opens": "2026-12-24"})
    found = {state: [one["id"] for one in system.get(f"/vacancies?state={state}")["vacancies"]]
             for state in ("open", "not_open_yet", "closed", "draft")}  # fmt: skip
    assert found == {"open": ["V01", "V03"], "not_open_yet": ["LATER"], "closed": ["OLD"], "draft": ["CHEAP"]}


@pytest.mark.parametrize(
    "query", ["page=0", "page=x", "page=1&page=2", "per_page=101", "per_page=", "state=lost", "page=9" + "9" * 30]
)
def test_a_query_that_cannot_be_read_is_refused_by_name(system: System, query: str) -> None:
    answer = system("GET", f"/vacancies?{query}")
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["parameter"] == query.split("=", maxsplit=1)[0]


def test_somebody_elses_vacancy_is_not_found_the_very_same_as_none(system: System, store: Store) -> None:
    before = store.vacancy("V02")
    for method, rest in (("GET", ""), ("PUT", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/matches"), ("GET", "/pool"),
                         ("GET", "/not-now"), ("POST", "/introductions")):  # fmt: skip
        body = {"title": "Care assistant"} if method in {"PUT", "PATCH"} else {"code": "7K2D"} if rest else None
        theirs, none = (
            system(method, f"/vacancies/{name}{rest}", body, If_Match="*") for name in ("V02", "no-such-thing")
        )
        assert (theirs.status_code, theirs.text) == (none.status_code, none.text)
        assert theirs.status_code == 404
    assert system("GET", "/introductions?vacancy=V02").text == system("GET", "/introductions?vacancy=none").text
    assert store.vacancy("V02") == before


def test_many_are_posted_at_once_each_by_itself(system: System, store: Store) -> None:
    rows = [FULL, {"id": "B2", "title": "Care assistant"}, {"id": "B3"}, {"id": "V02", "title": "Care assistant"}, FULL]
    result = system("POST", "/vacancies/batch", {"vacancies": rows}).get_json()
    assert [row["status"] for row in result["results"]] == [201, 201, 422, 409, 200]
    assert [row["row"] for row in result["results"]] == [0, 1, 2, 3, 4]
    assert (result["n_posted"], result["n_unchanged"], result["n_refused"]) == (2, 1, 2)
    assert result["results"][2]["problem"]["errors"][0]["pointer"] == "#/title"
    assert result["results"][0]["vacancy"]["id"] == FULL["id"]
    assert {FULL["id"], "B2"} <= store.vacancy_ids()


def test_a_batch_may_be_long_and_no_longer(system: System) -> None:
    long = {"title": "Care assistant", "description": "x" * 5_000}
    result = system("POST", "/vacancies/batch", {"vacancies": [{**long, "id": f"L{n}"} for n in range(500)]})
    assert result.status_code == 200
    assert result.get_json()["n_posted"] == 500
    assert system("POST", "/vacancies/batch", {"vacancies": [long] * 501}).status_code in {413, 422}
    assert system("POST", "/vacancies/batch", {"vacancies": []}).status_code == 422


def test_hidden_characters_are_taken_out(system: System) -> None:
    body = {"id": "TIDY", "title": " Care\u00a0\x00assistant\u200b ", "contact": "\ud83d Joy", "description": "\x01"}
    shown = system("POST", "/vacancies", body).get_json()
    assert shown["title"] == "Care assistant"
    assert shown["contact"] == "Joy"
    assert shown["description"] is None


def test_a_vacancy_whose_id_is_the_word_for_many_has_an_address_of_its_own(system: System) -> None:
    shown = system("POST", "/vacancies", {"id": "batch", "title": "Care assistant"}).get_json()
    assert shown["links"]["self"] == f"{API}/vacancies/~62atch"
    assert system.get("/vacancies/~62atch")["id"] == "batch"
    answer = system("GET", "/vacancies/batch")
    assert answer.status_code == 405
    assert answer.headers["Allow"] in {"POST, OPTIONS", "OPTIONS, POST"}


@pytest.mark.parametrize(
    "shifts",
    ["sun-mon 22:00-06:00", "mon sleep_in", "tue 22:30-07:15", "mon 22:00-07:00 asleep", "weekends",
     "sat late; fri early", "mon-fri school hours", "mon,wed-thu 09:00-09:00"],
)  # fmt: skip
def test_however_shifts_are_written_posting_again_changes_nothing(system: System, shifts: str) -> None:
    body = {"id": "SHIFTS", "title": "Care assistant", "shifts_any_of": shifts, "shifts_all_required": shifts}
    first, again = system("POST", "/vacancies", body), system("POST", "/vacancies", body)
    assert (first.status_code, again.status_code) == (201, 200), again.text
    shown = system.get("/vacancies/SHIFTS")
    back = {**body, "shifts_any_of": shown["shifts_any_of"], "shifts_all_required": shown["shifts_any_of"]}
    assert system("POST", "/vacancies", back).status_code == 200, "what is shown reads back as the same"
