"""A provider posts a vacancy, step by step."""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from posting import FULL, begun, checked, posted, publish, row, said, steady, summary_of_errors
from signing_in import PROVIDER, an_account, signed_in

from matcher.domain import AccountRole
from matcher.store import Store
from webapp.forms.vacancy import FIELDS, STEPS, Step

Page = Callable[..., str]
ALL_FIELDS = [(step.slug, name) for step in STEPS for name in step.fields]


def test_a_vacancy_posted_in_steps_has_every_answer(client: FlaskClient, store: Store) -> None:
    vacancy = store.vacancy(posted(client))
    assert (vacancy.provider, vacancy.title, vacancy.positions) == (PROVIDER, "Care assistant", 2)
    assert vacancy.description == "Help people to start the day.\nTea included."
    assert (vacancy.postcode, vacancy.role_family) == ("LS11 5AA", "care-worker")
    assert len(vacancy.essential_skills or ()) == 2
    assert len(vacancy.shifts_any_of or ()) == 7
    assert (vacancy.hours_min, vacancy.hours_max, vacancy.guaranteed_hours) == (16, 37.5, 16)
    assert (vacancy.pay_min_gbp_per_hour, vacancy.pay_max_gbp_per_hour) == (12.71, 13.20)
    assert (vacancy.driving_licence, vacancy.vehicle, vacancy.min_age) == (False, False, 18)
    assert (vacancy.opens, vacancy.closes) == (date(2026, 12, 1), date(2026, 12, 14))
    assert (vacancy.experience_months, vacancy.apply_url) == (0, "https://www.example.org/apply")


def test_the_provider_is_the_account_s_whatever_is_sent(client: FlaskClient, store: Store) -> None:
    draft_id = begun(client)
    publish(client, draft_id, title="Cook", provider="Roundhay Lodge", id="V01")
    assert store.vacancy(draft_id).provider == PROVIDER
    assert store.vacancy("V01").title == "Care assistant"


def test_the_steps_have_every_column_of_the_vacancies_file_but_the_id_and_the_provider(client: FlaskClient) -> None:
    from matcher.importers.vacancies import VACANCY_COLUMNS

    draft_id = begun(client)
    pages = {step.slug: client.get(f"/provider/drafts/{draft_id}/steps/{step.slug}").text for step in STEPS}
    assert set(FIELDS) == {*VACANCY_COLUMNS, "sex_required", "sex_reason"} - {"id", "provider"}
    assert [name for slug, name in ALL_FIELDS if f'name="{name}"' not in pages[slug]] == []


def test_each_step_leads_to_the_next_and_the_last_to_the_answers(client: FlaskClient) -> None:
    draft_id = begun(client)
    there = [f"/provider/drafts/{draft_id}/steps/{step.slug}" for step in STEPS]
    for step, address, after in zip(STEPS, there, [*there[1:], f"/provider/drafts/{draft_id}/check"], strict=True):
        answer = client.post(address, data={name: FULL[name] for name in step.fields})
        assert answer.location == after


def test_back_leads_through_the_steps_to_their_list(client: FlaskClient) -> None:
    draft_id = begun(client)
    there = [f"/provider/drafts/{draft_id}", *(f"/provider/drafts/{draft_id}/steps/{step.slug}" for step in STEPS)]
    for before, address in pairwise(there):
        assert f'href="{before}" class="govuk-back-link"' in client.get(address).text


def test_a_change_comes_straight_back_to_the_answers(client: FlaskClient) -> None:
    draft_id = begun(client)
    text = checked(client, draft_id)
    links = re.findall(rf'href="(/provider/drafts/{draft_id}/steps/\w+\?change=yes)#(\w+)"', text)
    shown = [name for name in FIELDS if name not in {"title", "postcode", "pay_min_gbp_per_hour", "closes"}]
    assert [name for _, name in links] == shown
    address = f"/provider/drafts/{draft_id}/steps/pay?change=yes"
    assert f'href="/provider/drafts/{draft_id}/check" class="govuk-back-link"' in client.get(address).text
    answer = client.post(address, data={"pay_min_gbp_per_hour": "13", "pay_max_gbp_per_hour": "", "pay_note": ""})
    assert answer.location == f"/provider/drafts/{draft_id}/check"
    assert row(checked(client, draft_id), "Lowest pay an hour") == "13"


def test_every_change_leads_to_its_own_question(client: FlaskClient) -> None:
    draft_id = begun(client)
    for address, name in re.findall(rf'href="(/provider/drafts/{draft_id}/\S+?)#(\w+)"', checked(client, draft_id)):
        assert f'id="{name}"' in client.get(address).text, name


def test_what_is_missing_is_asked_beside_the_answers_and_taken_from_there(client: FlaskClient, store: Store) -> None:
    draft_id = begun(client)
    text = checked(client, draft_id)
    asked = re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"', text.split("<main")[1])
    assert asked == ["csrf_token", "title", "postcode", "pay_min_gbp_per_hour", "closes"]
    publish(client, draft_id, title="Cook", postcode="LS9 7TF", pay_min_gbp_per_hour="13", closes="3/12/2026")
    vacancy = store.vacancy(draft_id)
    assert (vacancy.title, vacancy.postcode, vacancy.pay_min_gbp_per_hour) == ("Cook", "LS9 7TF", 13)
    assert vacancy.closes == date(2026, 12, 3)


def test_nothing_is_published_without_a_title(client: FlaskClient, store: Store) -> None:
    text = publish(client, begun(client), title="", postcode="LS9 7TF")
    assert "<title>Error: Check your answers" in text
    assert "Enter the job title" in summary_of_errors(text)
    assert 'value="LS9 7TF"' in text or "LS9 7TF" in text
    assert len(store.vacancies()) == 30


def test_an_answer_that_cannot_be_used_is_asked_again_before_publishing(client: FlaskClient, store: Store) -> None:
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/shifts", data={"hours_min": "lots", "then": "later"})
    opened = checked(client, draft_id)
    assert "Error: " not in opened
    assert 'value="lots"' in opened
    text = publish(client, draft_id, title="Cook")
    assert "write one number of hours" in summary_of_errors(text)
    assert 'href="#hours_min"' in text
    assert publish(client, draft_id, hours_min="16").startswith("/provider/vacancies/")
    assert store.vacancy(draft_id).hours_min == 16


def test_a_last_day_that_is_past_cannot_be_published(client: FlaskClient, store: Store) -> None:
    text = publish(client, begun(client), title="Cook", closes="21/11/2026")
    assert "That day is past" in summary_of_errors(text)
    assert len(store.vacancies()) == 30


def test_sending_the_last_page_twice_publishes_one_vacancy_and_leads_to_it(client: FlaskClient, store: Store) -> None:
    draft_id = begun(client)
    first, second = (publish(client, draft_id, title="Cook") for _ in range(2))
    assert first == second == f"/provider/vacancies/{draft_id}"
    assert len(store.vacancies()) == 31
    assert store.drafts.of(an_account(store, AccountRole.PROVIDER).id, "vacancy") == []


def test_a_draft_that_is_kept_for_later_is_found_in_the_list_and_goes_on(client: FlaskClient, page: Page) -> None:
    draft_id = begun(client)
    answer = client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Night cook", "then": "later"})
    assert answer.location == "/provider/vacancies"
    assert f'href="/provider/drafts/{draft_id}">Night cook</a>' in page("/provider/vacancies")
    assert 'value="Night cook"' in page(f"/provider/drafts/{draft_id}/steps/role")


def test_the_list_of_steps_says_how_far_each_is(client: FlaskClient, page: Page) -> None:
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/pay", data={"pay_min_gbp_per_hour": "13"})
    client.post(f"/provider/drafts/{draft_id}/steps/place", data={"postcode": "nowhere", "then": "later"})
    text = page(f"/provider/drafts/{draft_id}")
    states = {slug: said(state) for slug, state in re.findall(r'id="state-(\w+)">(.*?)</div>', text, re.DOTALL)}
    assert (states["pay"], states["place"], states["skills"]) == ("Done", "Needs mending", "Not started")


def test_a_draft_thrown_away_is_gone(client: FlaskClient, page: Page) -> None:
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/throw-away")
    assert client.get(f"/provider/drafts/{draft_id}").status_code == 404
    assert draft_id not in page("/provider/vacancies")


@pytest.mark.parametrize("path", ["", "/check", "/steps/role"])
def test_a_draft_is_its_account_s_alone(app: Flask, client: FlaskClient, store: Store, path: str) -> None:
    draft_id = begun(client)
    colleague = signed_in(app, an_account(store, AccountRole.PROVIDER, "colleague@example.org"))
    app.test_client_class = None
    other = app.test_client()
    other.set_cookie("carematch_session", colleague.get_cookie("carematch_session").value)  # type: ignore[union-attr]
    missing = other.get(f"/provider/drafts/WEB-22222222{path}")
    answer = other.get(f"/provider/drafts/{draft_id}{path}")
    assert (answer.status_code, steady(answer.text)) == (404, steady(missing.text))


def test_a_step_that_there_is_not_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"/provider/drafts/{begun(client)}/steps/dessert").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("title", "  ", "Enter the job title"),
        ("positions", "", "Enter how many positions there are"),
        ("positions", "0", "positions"),
        ("positions", "two", "write a whole number"),
        ("postcode", "LS99 9ZZ", "was not found"),
        ("postcode", "JE2 3AB", "Jersey"),
        ("postcode", "hello", "postcode"),
        ("area", "LS9; ZZ99", "ZZ99"),
        ("shifts_all_required", "mon-fri teatime", "teatime"),
        ("shifts_any_of", "someday early", "someday"),
        ("hours_min", "lots", "write one number of hours"),
        ("hours_max", "10", "swap or correct"),
        ("hours_max", "300", "168"),
        ("guaranteed_hours", "-4", "write one number of hours"),
        ("pay_min_gbp_per_hour", "24000", "is pay for a year, not for an hour"),
        ("pay_min_gbp_per_hour", "15", "swap or correct"),
        ("pay_max_gbp_per_hour", "free", "write pounds an hour"),
        ("min_age", "21", "reason"),
        ("min_age", "old", "write a whole number"),
        ("sex_required", "female", "Enter why the work itself needs"),
        ("sex_required", "other", "Not a valid choice"),
        ("sex_reason", "Because", "Choose whether the work needs"),
        ("experience_months", "ages", "write the number of months"),
        ("apply_url", "javascript:alert(1)", "write a web address"),
        ("opens", "32/1/2026", "write the date"),
        ("closes", "1/11/2026", "before"),
        ("contract", "forever", "Not a valid choice"),
        ("title", "x" * 201, "200 characters or fewer"),
    ],
)
def test_bad_answers_are_named_linked_and_kept(client: FlaskClient, field: str, typed: str, told: str) -> None:
    step = next(step for step in STEPS if field in step.fields)
    draft_id = begun(client)
    data = {name: FULL[name] for name in step.fields} | {field: typed}
    text = client.post(f"/provider/drafts/{draft_id}/steps/{step.slug}", data=data).text
    assert f"<title>Error: {step.title}" in text
    assert told in summary_of_errors(text)
    link = re.search(r'href="#(\w+)"', summary_of_errors(text))
    assert link is not None
    assert f'id="{link[1]}"' in text
    kept = [name for name in step.fields if name != field and len(data[name]) > 2 and "\n" not in data[name]]
    assert [name for name in kept if f'value="{data[name]}"' not in text] == []


def test_all_bad_answers_of_a_step_are_named_at_once_in_its_order(client: FlaskClient) -> None:
    bad = {"shifts_any_of": "someday", "hours_min": "lots", "guaranteed_hours": "some"}
    text = client.post(f"/provider/drafts/{begun(client)}/steps/shifts", data=bad).text
    assert re.findall(r'href="#(\w+)"', summary_of_errors(text)) == list(bad)


def test_errors_speak_of_the_questions_and_not_of_columns(client: FlaskClient) -> None:
    bad = {"hours_min": "16", "hours_max": "10"}
    text = client.post(f"/provider/drafts/{begun(client)}/steps/shifts", data=bad).text
    assert "hours_min 16" not in text
    assert "Fewest hours a week" in summary_of_errors(text)
    alone = client.post(f"/provider/drafts/{begun(client)}/steps/shifts", data={"hours_min": "lots"}).text
    assert "a range goes into ‘Fewest hours a week’ and ‘Most hours a week’" in summary_of_errors(alone)


def test_skills_nobody_knows_are_kept_and_said_before_publishing(client: FlaskClient, store: Store) -> None:
    draft_id = begun(client)
    skills = {"essential_skills": "personal care\nunicycling", "optional_skills": ""}
    client.post(f"/provider/drafts/{draft_id}/steps/skills", data=skills)
    client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Carer", "positions": "1"})
    assert "We do not know these skills yet: <b>unicycling</b>" in checked(client, draft_id)
    publish(client, draft_id)
    assert store.vacancy(draft_id).unlinked_skills == ("unicycling",)


def test_a_vacancy_without_skills_says_which_usual_ones_stand_in(client: FlaskClient) -> None:
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Care assistant", "positions": "1"})
    assert "those usual for this kind of role stand in" in checked(client, draft_id)


def test_pay_under_the_legal_floor_is_kept_as_a_draft_until_it_is_explained(
    client: FlaskClient, page: Page, store: Store
) -> None:
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Carer", "positions": "1"})
    client.post(f"/provider/drafts/{draft_id}/steps/pay", data={"pay_min_gbp_per_hour": "9"})
    text = checked(client, draft_id)
    assert "under the legal minimum of £12.71" in text
    assert "Save the draft" in text
    publish(client, draft_id)
    address = f"/provider/vacancies/{draft_id}"
    assert ">Draft<" in page(address)
    assert "nobody is ranked" in page(f"{address}/candidates")
    unsaid = client.post(f"{address}/explain-pay", data={})
    assert "<title>Error: " in unsaid.text
    assert 'href="#pay_note"' in unsaid.text
    assert client.post(f"{address}/explain-pay", data={"pay_note": "because"}).status_code == 200
    assert store.vacancy(draft_id).pay_note is None
    client.post(f"{address}/explain-pay", data={"pay_note": "sleep_in"})
    assert store.vacancy(draft_id).pay_note == "sleep_in"
    assert ">Draft<" not in page(address)


@pytest.mark.parametrize("sent", [{}, {"title": "x" * 100_000}, {"title": "\0\ud800 ☃", "positions": "9" * 40}])
def test_whatever_is_sent_to_a_step_or_the_check_is_answered_with_a_page(
    client: FlaskClient, sent: dict[str, str]
) -> None:
    sent = {name: text.encode("utf-8", "replace").decode() for name, text in sent.items()}
    draft_id = begun(client)
    for path in ("steps/role", "check", "steps/role?change=1&change=2"):
        assert client.post(f"/provider/drafts/{draft_id}/{path}", data=sent).status_code < 500
    assert client.get(f"/provider/drafts/{draft_id}/check").status_code == 200


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STEPS), st.dictionaries(st.sampled_from([*FIELDS, "then", "change"]), st.text(), max_size=6))
def test_no_answer_of_any_kind_breaks_a_page(client: FlaskClient, step: Step, sent: dict[str, str]) -> None:
    draft_id = begun(client)
    for path in (f"steps/{step.slug}", "check"):
        assert client.post(f"/provider/drafts/{draft_id}/{path}", data=sent).status_code < 500
    for path in ("", "/check", f"/steps/{step.slug}"):
        assert client.get(f"/provider/drafts/{draft_id}{path}").status_code < 500
