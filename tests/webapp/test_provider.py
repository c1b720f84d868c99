"""What providers see and do."""

import re
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from flask.testing import FlaskClient

from matcher.store import Store

Page = Callable[..., str]

FULL: Mapping[str, str] = {
    "provider": "Holbeck Court",
    "title": "Care assistant",
    "role_family": "care-worker",
    "description": "Help people to start the day.\nTea included.",
    "positions": "2",
    "place_kind": "site",
    "postcode": "ls11 5aa",
    "area": "",
    "essential_skills": "personal care\nteamwork",
    "optional_skills": "food hygiene",
    "shifts_all_required": "",
    "shifts_any_of": "mon-fri early\nsat-sun 14:00-22:00",
    "hours_min": "16",
    "hours_max": "37.5",
    "guaranteed_hours": "16",
    "contract": "permanent",
    "pay_min_gbp_per_hour": "£12.71",
    "pay_max_gbp_per_hour": "13.20",
    "pay_note": "",
    "dbs_level": "enhanced_barred",
    "driving_licence": "no",
    "vehicle": "no",
    "registration": "",
    "qualification": "",
    "experience_months": "none",
    "min_age": "18",
    "min_age_reason": "",
    "contact": "Sam on 0113 496 0500",
    "apply_url": "www.example.org/apply",
    "opens": "1/12/2026",
    "closes": "14 December 2026",
}


def test_a_posted_vacancy_is_checked_then_published_with_every_answer(client: FlaskClient, store: Store) -> None:
    checked = client.post("/provider/vacancies/new", data={**FULL, "id": "WEB-1", "step": "check"})
    assert '<h1 class="govuk-heading-l">Check your answers' in checked.text
    assert len(store.vacancies()) == 30, "nothing is stored before it is published"
    answer = client.post("/provider/vacancies/new", data={**_hidden(checked.text), "step": "publish"})
    vacancy = store.vacancy("WEB-1")
    assert answer.location.endswith("/provider/vacancies/WEB-1")
    assert (vacancy.provider, vacancy.title, vacancy.positions) == ("Holbeck Court", "Care assistant", 2)
    assert vacancy.description == "Help people to start the day.\nTea included."
    assert (vacancy.postcode, vacancy.role_family) == ("LS11 5AA", "care-worker")
    assert vacancy.essential_skills is not None
    assert len(vacancy.essential_skills) == 2
    assert vacancy.shifts_any_of is not None
    assert len(vacancy.shifts_any_of) == 7
    assert (vacancy.hours_min, vacancy.hours_max, vacancy.guaranteed_hours) == (16, 37.5, 16)
    assert (vacancy.pay_min_gbp_per_hour, vacancy.pay_max_gbp_per_hour) == (12.71, 13.20)
    assert (vacancy.driving_licence, vacancy.vehicle, vacancy.min_age) == (False, False, 18)
    assert (vacancy.opens, vacancy.closes) == (date(2026, 12, 1), date(2026, 12, 14))
    assert (vacancy.experience_months, vacancy.apply_url) == (0, "https://www.example.org/apply")


def test_the_form_has_every_column_of_the_vacancies_file(page: Page) -> None:
    from matcher.importers.vacancies import VACANCY_COLUMNS

    text = page("/provider/vacancies/new")
    assert [name for name in VACANCY_COLUMNS if f'name="{name}"' not in text] == []


def test_publishing_twice_makes_one_vacancy(client: FlaskClient, store: Store) -> None:
    for _ in range(2):
        client.post("/provider/vacancies/new", data={**FULL, "id": "WEB-1", "step": "publish"})
    assert len(store.vacancies()) == 31


def test_a_form_cannot_write_over_somebody_elses_vacancy(client: FlaskClient, store: Store) -> None:
    client.post("/provider/vacancies/new", data={**FULL, "id": "V01", "step": "publish"})
    assert store.vacancy("V01").provider == "Roundhay Lodge"


def test_change_brings_every_answer_back(client: FlaskClient) -> None:
    checked = client.post("/provider/vacancies/new", data={**FULL, "id": "WEB-1", "step": "check"}).text
    text = client.post("/provider/vacancies/new", data={**_hidden(checked), "step": "change"}).text
    assert "Error: " not in text
    assert 'value="Holbeck Court"' in text
    assert "Help people to start the day.\nTea included.</textarea>" in text
    assert '<option value="permanent" selected>' in text
    assert re.search(r'name="driving_licence"[^>]*value="no" checked', text)
    assert 'value="WEB-1"' in text


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("provider", "", "Enter the name of the provider"),
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
        ("experience_months", "ages", "write the number of months"),
        ("apply_url", "javascript:alert(1)", "write a web address"),
        ("opens", "32/1/2026", "write the date"),
        ("closes", "1/11/2026", "before"),
        ("contract", "forever", "Not a valid choice"),
        ("title", "x" * 201, "200 characters or fewer"),
    ],
)
def test_bad_answers_are_named_linked_and_kept(
    client: FlaskClient, store: Store, field: str, typed: str, said: str
) -> None:
    text = client.post("/provider/vacancies/new", data={**FULL, field: typed, "id": "WEB-1", "step": "check"}).text
    summary = text[text.index("error-summary") : text.index("<h1")]
    assert "<title>Error: Post a vacancy" in text
    assert said in summary
    link = re.search(r'href="#(\w+)"', summary)
    assert link is not None
    assert f'id="{link[1]}"' in text
    assert "Holbeck Court" in text or field == "provider"
    assert len(store.vacancies()) == 30


def test_all_bad_answers_are_named_at_once_in_the_order_of_the_page(client: FlaskClient) -> None:
    bad = {"title": "", "postcode": "XX1 1XX", "hours_min": "lots", "closes": "never"}
    text = client.post("/provider/vacancies/new", data={**FULL, **bad, "step": "check"}).text
    links = re.findall(r'href="#(\w+)"', text[text.index("error-summary") : text.index("<h1")])
    assert links == ["title", "postcode", "hours_min", "closes"]


def test_errors_speak_of_the_questions_and_not_of_columns(client: FlaskClient) -> None:
    text = client.post("/provider/vacancies/new", data={**FULL, "hours_max": "10", "step": "check"}).text
    assert "hours_min 16" not in text
    assert "Fewest hours a week" in text


def test_skills_nobody_knows_are_kept_and_said_before_publishing(client: FlaskClient, store: Store) -> None:
    data = {**FULL, "essential_skills": "personal care\nunicycling", "id": "WEB-1"}
    text = client.post("/provider/vacancies/new", data={**data, "step": "check"}).text
    assert "We do not know these skills yet: <b>unicycling</b>" in text
    client.post("/provider/vacancies/new", data={**data, "step": "publish"})
    assert store.vacancy("WEB-1").unlinked_skills == ("unicycling",)


def test_a_vacancy_without_skills_says_which_usual_ones_stand_in(client: FlaskClient) -> None:
    data = {**FULL, "essential_skills": "", "step": "check"}
    assert "those usual for this kind of role stand in" in client.post("/provider/vacancies/new", data=data).text


def test_pay_under_the_legal_floor_is_kept_as_a_draft_until_it_is_explained(
    client: FlaskClient, page: Page, store: Store
) -> None:
    data = {**FULL, "pay_min_gbp_per_hour": "9", "pay_max_gbp_per_hour": "", "id": "WEB-1"}
    assert "under the legal minimum of £12.71" in client.post("/provider/vacancies/new", data=data).text
    client.post("/provider/vacancies/new", data={**data, "step": "publish"})
    assert ">Draft<" in page("/provider/vacancies/WEB-1")
    assert "nobody is ranked" in page("/provider/vacancies/WEB-1/candidates")
    unsaid = client.post("/provider/vacancies/WEB-1/explain-pay", data={})
    assert "<title>Error: " in unsaid.text
    assert 'href="#pay_note"' in unsaid.text
    assert client.post("/provider/vacancies/WEB-1/explain-pay", data={"pay_note": "because"}).status_code == 200
    assert store.vacancy("WEB-1").pay_note is None
    client.post("/provider/vacancies/WEB-1/explain-pay", data={"pay_note": "sleep_in"})
    assert store.vacancy("WEB-1").pay_note == "sleep_in"
    assert ">Draft<" not in page("/provider/vacancies/WEB-1")


def test_drafts_come_first_in_the_list(page: Page) -> None:
    text = page("/provider/vacancies")
    assert text.index("Sleep-in support worker") < text.index("Activities coordinator")


def test_an_open_vacancy_can_be_closed_at_the_end_of_the_day(client: FlaskClient, page: Page, store: Store) -> None:
    client.post("/provider/vacancies/V01/close")
    assert store.vacancy("V01").closes == date(2026, 11, 22)
    assert ">Open<" in page("/provider/vacancies/V01")
    client.post("/provider/vacancies/V08/close")
    assert store.vacancy("V08").closes == date(2026, 3, 1), "a closed vacancy stays closed"


def test_everybody_is_ranked_and_nobody_cut_off(page: Page) -> None:
    first = page("/provider/vacancies/V01/candidates")
    n_ranked = int(re.search(r"of (\d+) people", first)[1])  # type: ignore[index]
    texts = [page(f"/provider/vacancies/V01/candidates?page={number}") for number in range(1, -(-n_ranked // 10) + 1)]
    ranks = [int(rank) for text in texts for rank in re.findall(r'cm-muted">(\d+)\.</span> Candidate', text)]
    n_later = len(re.findall(r"<li>Candidate", first))
    assert ranks == list(range(1, n_ranked + 1))
    assert n_ranked + n_later == 32


def _hidden(text: str) -> dict[str, str]:
    from html import unescape

    tags = re.findall(r"<input[^>]*>", text)
    found = ((re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in tags if "hidden" in tag)
    return {name[1]: unescape(value[1] if value else "") for name, value in found if name}
