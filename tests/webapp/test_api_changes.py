"""A vacancy is changed by who says which version they saw."""

from typing import Any

import pytest
from calling import API, System, a_system
from flask import Flask
from test_api_vacancies import FULL

from matcher.store import Store

PATH = "/vacancies/REF-2026~2F113"
BODY = {name: value for name, value in FULL.items() if name != "id"}


@pytest.fixture
def system(app: Flask, store: Store) -> System:
    system = a_system(app, store)
    assert system("POST", "/vacancies", FULL).status_code == 201
    return system


def etag(system: System) -> str:
    return system("GET", PATH).headers["ETag"]


def change(system: System, method: str, body: Any = None) -> Any:
    answer = system(method, PATH, body, If_Match=etag(system))
    assert answer.status_code == 200, answer.text
    assert answer.headers["ETag"] == etag(system)
    return answer.get_json()


def test_who_has_it_already_gets_nothing_again(system: System) -> None:
    held = etag(system)
    assert not held.startswith("W/")
    for sent in (held, f'"other", {held}', "*", f"W/{held}"):
        answer = system("GET", PATH, If_None_Match=sent)
        assert (answer.status_code, answer.data) == (304, b"")
        assert answer.headers["ETag"] == held
    assert system("GET", PATH, If_None_Match='"other"').status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_change_has_to_say_which_version_it_changes(system: System, store: Store, method: str) -> None:
    before, body = store.vacancy(FULL["id"]), None if method == "DELETE" else {"title": "Another"}
    assert system(method, PATH, body).status_code == 428
    for stale in ('"0123456789abcdef0123456789abcdef"', f"W/{etag(system)}"):
        answer = system(method, PATH, body, If_Match=stale)
        assert answer.status_code == 412
        assert "Get it again" in answer.get_json()["detail"]
    assert system(method, PATH, body, If_Match="no quotes").status_code == 400
    assert store.vacancy(FULL["id"]) == before
    assert system(method, PATH, body, If_Match="*").status_code == 200


def test_of_two_who_saw_the_same_version_the_second_is_refused(system: System, store: Store) -> None:
    seen = etag(system)
    assert system("PATCH", PATH, {"positions": 3}, If_Match=seen).status_code == 200
    assert system("PATCH", PATH, {"positions": 4}, If_Match=seen).status_code == 412
    assert store.vacancy(FULL["id"]).positions == 3


def test_written_anew_a_vacancy_is_only_what_was_sent(system: System, store: Store) -> None:
    shown = change(system, "PUT", {"title": "Care assistant"})
    assert shown["positions"] == 1
    blank = set(BODY) - {"title", "positions", "role_family"}
    assert {shown[name] for name in blank} == {None}
    assert store.vacancy(FULL["id"]).place is None
    assert store.vacancy(FULL["id"]).provider == "Roundhay Lodge"


def test_what_is_shown_can_be_sent_back_and_changes_nothing(system: System, store: Store) -> None:
    before = store.vacancy(FULL["id"])
    shown = system.get(PATH)
    back = {name: shown[name] for name in BODY}
    back["essential_skills"] = [*shown["essential_skills"], *shown["unlinked_skills"]]
    assert change(system, "PUT", back) == shown
    assert store.vacancy(FULL["id"]) == before


def test_a_patch_changes_what_it_names_and_null_makes_unknown(system: System) -> None:
    before = system.get(PATH)
    shown = change(system, "PATCH", {"positions": 5, "contact": None})
    assert shown == {**before, "positions": 5, "contact": None}
    assert change(system, "PATCH", {}) == shown


@pytest.mark.parametrize(
    ("patch", "told"),
    [
        ({"postcode": "LS6 2AB"}, {"postcode": "LS6 2AB", "place_kind": "site"}),
        ({"place_kind": "round", "area": ["LS9", "LS14"]}, {"area": ["LS9", "LS14"], "place_kind": "round"}),
        ({"essential_skills": ["teamwork"]}, {"essential_skills": ["working in a team"], "unlinked_skills": []}),
        ({"optional_skills": ["yodelling"]}, {"optional_skills": None, "unlinked_skills": ["yodelling"]}),
        ({"shifts_any_of": None}, {"shifts_any_of": None, "shifts_all_required": "mon-thu waking_night"}),
        ({"title": "Cook"}, {"title": "Cook"}),
    ],
)
def test_fields_that_tell_one_another_are_read_together(
    system: System, store: Store, patch: dict[str, Any], told: dict[str, Any]
) -> None:
    before = store.vacancy(FULL["id"])
    shown = change(system, "PATCH", patch)
    assert {name: shown[name] for name in told} == told
    after = store.vacancy(FULL["id"])
    assert (after.place != before.place) == bool({"postcode", "area"} & set(patch))
    assert (after.occupation != before.occupation) == ("title" in patch)


@pytest.mark.parametrize(
    ("patch", "pointer"),
    [
        ({"hours_min": 40}, "#/hours_min"),
        ({"closes": "2026-10-01"}, "#/closes"),
        ({"min_age": 30}, "#/min_age"),
        ({"title": None}, "#/title"),
        ({"positions": None}, "#/positions"),
        ({"id": "OTHER"}, "#/id"),
        ({"postcode": "LS99 9ZZ"}, "#/postcode"),
    ],
)
def test_a_patch_that_cannot_be_true_with_the_rest_is_refused(
    system: System, patch: dict[str, Any], pointer: str
) -> None:
    answer = system("PATCH", PATH, patch, If_Match="*")
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_a_merge_patch_may_be_called_what_it_is(app: Flask, system: System) -> None:
    headers = {"Authorization": f"Bearer {system.key}", "If-Match": "*", "Content-Type": "application/merge-patch+json"}
    answer = app.test_client().patch(f"{API}{PATH}", json={"positions": 7}, headers=headers)
    assert answer.get_json()["positions"] == 7


def test_what_was_approved_stays_so_until_the_age_or_its_reason_change(system: System, store: Store) -> None:
    change(system, "PATCH", {"min_age": 21, "min_age_reason": "Insurance"})
    store.standings.review(FULL["id"], "approved", None)
    assert change(system, "PATCH", {"positions": 9})["review"]["outcome"] == "approved"
    assert change(system, "PATCH", {"min_age": 25})["review"]["outcome"] == "waiting"


def test_closing_lets_today_be_the_last_day_and_erases_nothing(system: System, store: Store) -> None:
    shown = change(system, "DELETE")
    assert shown["closes"] == "2026-11-22"
    assert FULL["id"] in store.vacancy_ids()
    assert change(system, "DELETE") == shown


@pytest.mark.parametrize("patch", [{"opens": "2026-12-01"}, {"pay_min_gbp_per_hour": 5, "pay_max_gbp_per_hour": 6}])
def test_closing_what_is_not_open_shuts_it_at_once(system: System, patch: dict[str, Any]) -> None:
    change(system, "PATCH", patch)
    assert change(system, "DELETE")["state"] == "closed"
