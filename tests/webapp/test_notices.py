"""What public pages claim is held to what the program does: a page that is no longer true fails here."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Candidate, Vacancy
from matcher.engine import Engine
from matcher.jobs import schedule
from matcher.scoring import GATES
from matcher.scoring.model import CAPS, FEATURES, load_model
from matcher.store import Store
from matcher.store.accounts import LINK_LASTS
from matcher.store.tables import Base
from webapp.access.declaring import declared
from webapp.presenters import matching, privacy_notice
from webapp.words import feature_name, gate_name

Page = Callable[..., str]
DOCUMENT = Path(__file__).parents[2] / "docs" / "how-matching-works.md"


def words_of(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


# How matching works


def test_the_page_has_each_feature_with_its_points_and_what_an_unknown_takes(page: Page, engine: Engine) -> None:
    rows = re.findall(
        r'<th scope="row"[^>]*>(.*?)</th><td[^>]*>([\d.]+)</td><td[^>]*>(.*?)</td><td[^>]*>([\d.]+)</td>',
        page("/how-matching-works"),
    )
    model = engine.model
    assert [row[0] for row in rows] == [feature_name(feature) for feature in FEATURES]
    assert [float(row[1]) for row in rows] == [model.weights[feature] for feature in FEATURES]
    assert [float(row[3]) for row in rows] == pytest.approx([model.weights[f] * model.priors[f] for f in FEATURES])
    assert [unescape(row[2]) for row in rows] == [matching.FULL_POINTS[feature] for feature in FEATURES]


def test_the_page_has_every_hard_condition(page: Page) -> None:
    text = words_of(page("/how-matching-works"))
    assert set(matching.CONDITIONS) == set(GATES)
    for gate in GATES:
        assert f"{gate_name(gate)}. {matching.CONDITIONS[gate]}" in text


def test_what_is_never_used_is_on_the_page_and_in_the_document(page: Page) -> None:
    text, document = words_of(page("/how-matching-works")), DOCUMENT.read_text(encoding="utf-8")
    never = document.split("## What never counts")[1].split("##")[0].lower()
    for one in matching.NEVER_USED:
        assert one in text
        assert one in never


def test_nothing_that_is_never_used_is_a_field_of_what_is_ranked() -> None:
    fields = {name for record in (Candidate, Vacancy) for name in record.model_fields}
    words = {word for name in fields for word in name.split("_")}
    assert not words & {one.split()[-1].rstrip("s") for one in matching.NEVER_USED} - {"birth"}
    assert not fields & {"date_of_birth", "birth_date", *matching.NEVER_USED}


def test_the_document_has_the_points_the_middles_and_the_limits_of_the_default_weights() -> None:
    document, model = DOCUMENT.read_text(encoding="utf-8"), load_model()
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \|", document, re.MULTILINE)
    assert [row[0] for row in rows] == list(FEATURES)
    assert [float(row[1]) for row in rows] == [model.weights[feature] for feature in FEATURES]
    assert [float(row[2]) for row in rows] == pytest.approx([model.weights[f] * model.priors[f] for f in FEATURES])
    assert f"`{model.name}`" in document
    assert CAPS == {"prior_sector": 10.0}
    assert "no model may give it more than ten points" in document


def test_the_document_has_every_hard_condition() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split("## Hard conditions first")[1].split("\n- ")[0].lower()
    said = {"dbs": "checks", "min_age": "legal minimum age", "place": "reach", "vacancy_open": "open that day",
            "pay_floor": "lawful pay"}  # fmt: skip
    for gate in GATES:
        assert said.get(gate, gate.replace("_", " ")) in " ".join(section.split()), gate


# Privacy


def test_every_table_of_the_database_is_in_the_privacy_notice_once() -> None:
    named = [table for line in privacy_notice.KEPT for table in line.tables]
    assert len(named) == len(set(named))
    assert set(named) | privacy_notice.OF_NOBODY == set(Base.metadata.tables)
    assert not set(named) & privacy_notice.OF_NOBODY


def test_a_table_with_a_link_to_a_person_is_never_called_nobodys() -> None:
    for name in privacy_notice.OF_NOBODY:
        columns = Base.metadata.tables[name].c
        assert not {"candidate_id", "account_id"} & set(columns.keys()), name


def test_the_page_says_all_of_the_notice_and_names_whom_to_ask(store: Store, page: Page) -> None:
    store.settings.set("academy_name", "Leeds Care Academy")
    store.settings.set("contact_email", "ask@example.org")
    store.settings.set("contact_phone", "0113 496 0000")
    text = words_of(page("/privacy"))
    for line in privacy_notice.KEPT:
        assert all(said in text for said in (line.what, line.why, line.seen_by, line.until))
    assert all(said in text for said in (*privacy_notice.SEEN_BY.values(), "Leeds Care Academy", "ask@example.org"))
    assert "0113 496 0000" in text
    assert "ask@example.org" in page("/accessibility")


def test_only_the_roles_of_the_notice_open_pages_about_a_person(app: Flask) -> None:
    """Of pages named by a person, advisors alone; of their own, jobseekers alone; the notice has each role."""
    by_person: set[AccountRole] = set()
    own: set[AccountRole] = set()
    for rule in app.url_map.iter_rules():
        access = declared(app.view_functions[rule.endpoint])
        if "candidate_id" in rule.arguments and access:
            by_person |= access.roles
        if rule.rule.startswith("/me/") and access:
            own |= access.roles
    assert by_person == {AccountRole.ADVISOR}
    assert own == {AccountRole.JOBSEEKER}
    assert set(privacy_notice.SEEN_BY) == set(AccountRole)


def test_each_right_of_the_notice_leads_to_a_page_where_it_can_be_used(app: Flask, store: Store) -> None:
    mine = signed_in(app, an_account(store, AccountRole.JOBSEEKER, candidate_id="C01"))
    rights = mine.get("/privacy").text.split("Your rights")[1].split("</ul>")[0]
    links = re.findall(r'href="(/me/[^"#]+)', rights)
    assert len(links) == 7
    for link in links:
        assert mine.get(link).status_code == 200, link


def test_what_ends_by_itself_ends_when_the_notice_says(page: Page) -> None:
    by_table = {table: line.until for line in privacy_notice.KEPT for table in line.tables}
    assert f"works for {LINK_LASTS.days} days" in by_table["accounts"]
    assert f"{schedule.UNOPENED_KEPT.days} days after its link was sent" in by_table["accounts"]
    assert by_table["jobs"].startswith(f"{schedule.KEPT.days} days")
    assert f"for {schedule.DRAFTS_KEPT.days} days after" in by_table["drafts"]
    assert "for a day at most" in words_of(page("/privacy"))
    assert schedule.UPLOADS_KEPT.days == 1


# Cookies


def test_no_cookie_is_set_but_those_on_the_page(app: Flask, store: Store) -> None:
    """Over a visit that opens forms, signs in, sets things and signs out."""
    store.accounts.add(
        "sam@example.org", "Sam", AccountRole.JOBSEEKER, candidate_id="C01", password="teapot ladder harbour"
    )
    app.test_client_class = FlaskClient  # nobody signs it in but itself
    client, names = app.test_client(), set()
    signing = {"email": "sam@example.org", "password": "teapot ladder harbour"}
    for method, address, data in (
        ("GET", "/", None), ("GET", "/sign-in", None), ("POST", "/sign-in", signing), ("GET", "/me/data", None),
        ("POST", "/me/alerts", {"how_often": "daily"}), ("GET", "/me/alerts", None), ("GET", "/vacancies", None),
        ("POST", "/sign-out", None),
    ):  # fmt: skip
        answer = client.open(address, method=method, data=data)
        assert answer.status_code < 400, address
        names |= {cookie.split("=")[0] for cookie in answer.headers.getlist("Set-Cookie")}
    listed = set(re.findall(r'<th scope="row"[^>]*>(\w+)</th>', client.get("/cookies").text))
    assert names == listed == {app.config["SESSION_COOKIE_NAME"]}


def test_how_long_the_cookie_stays_is_what_the_page_says(app: Flask, page: Page) -> None:
    from webapp.access.signing_in import IDLE_SECONDS, LONGEST_SECONDS

    text = words_of(page("/cookies"))
    assert (IDLE_SECONDS, LONGEST_SECONDS) == (3600, 12 * 3600)
    assert app.config["PERMANENT_SESSION_LIFETIME"].total_seconds() == 12 * 3600
    assert "signed out after an hour without use, and 12 hours after you signed in" in text


# Accessibility


@pytest.mark.parametrize("address", ["/", "/vacancies", "/privacy", "/how-matching-works", "/cookies"])
def test_public_pages_run_no_script(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert "<script" not in answer.text
    assert "script-src" not in answer.headers["Content-Security-Policy"]
