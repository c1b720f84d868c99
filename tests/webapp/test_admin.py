"""What administrators do: accounts, reviews, settings, the catalogue and the audit log."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in
from werkzeug.test import TestResponse

from matcher.domain import Account, AccountRole, Course, Provider, Vacancy
from matcher.store import AuditEntry, Store

PASSWORD = "teapot-ladder-harbour"
Page = Callable[..., str]


@pytest.fixture
def me(store: Store) -> Account:
    """The administrator who is signed in."""
    return an_account(store, AccountRole.ADMIN)


@pytest.fixture
def admin(app: Flask, me: Account) -> FlaskClient:
    return signed_in(app, me)


@pytest.fixture
def advisor(store: Store) -> Account:
    return store.accounts.add("priya@example.org", "Priya Shah", AccountRole.ADVISOR, team="Leeds", password=PASSWORD)


INVITED = {"name": "Sam Doe", "email": "Sam@Example.org", "role": "advisor", "team": "Leeds"}


def _link(page: str) -> str:
    found = re.search(r">(http://localhost/link/[\w-]+)</textarea>", page)
    assert found is not None
    return found[1]


def test_the_start_says_what_waits_and_where_to_go(page: Page, store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="V90", title="Driver", min_age=21, min_age_reason="the insurer")])
    store.accounts.add("new@example.org", "New", AccountRole.ADVISOR)
    text = page("/admin")
    assert "1 vacancy waits" in text
    assert "invited and not taken up" in text
    for address in (
        "/admin/accounts",
        "/admin/reviews",
        "/admin/catalogue",
        "/admin/settings",
        "/admin/audit",
        "/import",
    ):
        assert f'href="{address}"' in text


def test_an_invitation_shows_its_link_once_and_the_link_opens(admin: FlaskClient, store: Store, app: Flask) -> None:
    answer = admin.post("/admin/accounts/invite", data=INVITED)
    invited = store.accounts.by_email("sam@example.org")
    assert invited is not None
    assert (invited.role, invited.team, invited.has_password) == (AccountRole.ADVISOR, "Leeds", False)
    shown = admin.get(answer.location).text
    link = _link(shown)
    assert link not in admin.get(answer.location).text
    assert "Sam Doe" in shown
    taken = app.test_client().post(link.removeprefix("http://localhost"), data={"password": PASSWORD})
    assert taken.location == "/advisor/candidates"
    assert store.accounts.verified("sam@example.org", PASSWORD) is not None


def test_an_invitation_is_sent_by_e_mail(admin: FlaskClient, app: Flask) -> None:
    admin.post("/admin/accounts/invite", data=INVITED)
    (message,) = (app.config["INSTANCE"] / "outbox").glob("*.eml")
    text = message.read_text(encoding="utf-8")
    assert "To: sam@example.org" in text
    assert "/link/" in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": " "}, "Enter their name"),
        ({"email": "sam"}, "like name@example.org"),
        ({"email": "admin@example.org"}, "has an account already"),
        ({"role": ""}, "Choose what they are"),
        ({"role": "king"}, "Choose what they are"),
        ({"role": "provider"}, "Enter the provider they work for"),
        ({"role": "provider", "provider": "Roundhay Lodg"}, "Did you mean Roundhay Lodge"),
        ({"role": "provider", "provider": "Zyx"}, "Check it, or tick ‘This is a new provider’"),
        ({"role": "jobseeker"}, "Enter the reference of a jobseeker"),
        ({"role": "jobseeker", "candidate": "C99"}, "Enter the reference of a jobseeker"),
    ],
)
def test_an_invitation_that_cannot_be_says_why_and_keeps_what_was_typed(
    admin: FlaskClient, store: Store, change: dict[str, str], said: str
) -> None:
    before = store.accounts.all()
    text = admin.post("/admin/accounts/invite", data=INVITED | change).text
    assert said in text
    assert "Error: " in text
    assert 'value="Leeds"' in text
    assert store.accounts.all() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"provider": " roundhay  LODGE"}, "Roundhay Lodge"),
        ({"provider": "Zyx House", "new_provider": "y"}, "Zyx House"),
    ],
)
def test_a_provider_is_known_however_it_is_typed_or_said_to_be_new(
    admin: FlaskClient, store: Store, typed: dict[str, str], kept: str
) -> None:
    admin.post("/admin/accounts/invite", data=INVITED | {"role": "provider"} | typed)
    invited = store.accounts.by_email("sam@example.org")
    assert invited is not None
    assert invited.provider == kept


def test_only_what_belongs_to_the_role_is_kept(admin: FlaskClient, store: Store) -> None:
    data = INVITED | {"role": "jobseeker", "candidate": "C01", "provider": "Holbeck Court"}
    admin.post("/admin/accounts/invite", data=data)
    invited = store.accounts.by_email("sam@example.org")
    assert invited is not None
    assert (invited.candidate_id, invited.provider, invited.team) == ("C01", None, None)
    again = admin.post("/admin/accounts/invite", data=data | {"email": "other@example.org"})
    assert "C01 has an account already" in again.text


def test_inviting_again_voids_the_first_link(admin: FlaskClient, store: Store) -> None:
    answer = admin.post("/admin/accounts/invite", data=INVITED)
    first = _link(admin.get(answer.location).text)
    assert "Invite again" in admin.get(answer.location).text
    again = admin.post(f"{answer.location}/link")
    second = _link(admin.get(again.location).text)
    assert store.accounts.by_link(first.rsplit("/", 1)[1]) is None
    assert store.accounts.by_link(second.rsplit("/", 1)[1]) is not None


@pytest.mark.usefixtures("advisor")
@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("q=priya+leeds", ["Priya Shah"], ["Holbeck Court"]),
        ("role=provider", ["Holbeck Court"], ["Priya Shah"]),
        ("state=disabled", ["Gone Away"], ["Priya Shah"]),
        ("state=invited", ["Holbeck Court"], ["Gone Away", "Priya Shah"]),
        ("state=nonsense&role=king", ["Priya Shah", "Holbeck Court", "Gone Away"], []),
        ("q=nobody-at-all", ["None of the"], ["Priya Shah"]),
    ],
)
def test_accounts_are_searched_and_filtered(
    admin: FlaskClient, store: Store, query: str, shown: list[str], hidden: list[str]
) -> None:
    an_account(store, AccountRole.PROVIDER)
    store.accounts.set_active(store.accounts.add("gone@example.org", "Gone Away", AccountRole.ADVISOR).id, active=False)
    text = admin.get(f"/admin/accounts?{query}").text
    assert all(words in text for words in shown)
    assert not any(words in text for words in hidden)


def test_a_long_list_of_accounts_comes_in_pages(admin: FlaskClient, store: Store) -> None:
    for n in range(25):
        store.accounts.add(f"a{n:02d}@example.org", f"Person {n:02d}", AccountRole.PROVIDER, provider="Elm")
    assert "1 to 20 of 26 accounts" in admin.get("/admin/accounts").text
    second = admin.get("/admin/accounts?role=provider&page=2").text
    assert "Person 24" in second
    assert "page 2" in second


def test_a_disabled_account_is_out_with_its_next_click(
    app: Flask, admin: FlaskClient, advisor: Account, store: Store
) -> None:
    theirs = signed_in(app, advisor)
    assert theirs.get("/advisor/candidates").status_code == 200
    admin.post(f"/admin/accounts/{advisor.id}/disable")
    assert theirs.get("/advisor/candidates").location.startswith("/sign-in")
    assert store.accounts.verified(advisor.email, PASSWORD) is None
    admin.post(f"/admin/accounts/{advisor.id}/enable")
    assert store.accounts.verified(advisor.email, PASSWORD) is not None
    assert theirs.get("/advisor/candidates").location.startswith("/sign-in"), "the old session does not come back"


def test_nobody_disables_or_demotes_themselves(admin: FlaskClient, me: Account, store: Store) -> None:
    said = admin.post(f"/admin/accounts/{me.id}/disable", follow_redirects=True).text
    assert "You cannot disable your own account" in said
    said = admin.post(f"/admin/accounts/{me.id}/change", data={"name": "Me", "role": "advisor"}).text
    assert "You cannot change your own role" in said
    assert store.accounts.get(me.id) == me


def test_the_last_administrator_who_can_sign_in_is_kept(admin: FlaskClient, store: Store) -> None:
    last = store.accounts.add("last@example.org", "Last", AccountRole.ADMIN, password=PASSWORD)
    said = admin.post(f"/admin/accounts/{last.id}/disable", follow_redirects=True).text
    assert "last administrator who can sign in" in said
    said = admin.post(f"/admin/accounts/{last.id}/change", data={"name": "Last", "role": "advisor"}).text
    assert "last administrator who can sign in" in said
    assert store.accounts.get(last.id) == last


def test_an_account_is_changed_and_another_role_ends_its_sessions(
    app: Flask, admin: FlaskClient, advisor: Account, store: Store
) -> None:
    theirs = signed_in(app, advisor)
    admin.post(f"/admin/accounts/{advisor.id}/change", data={"name": "Priya S", "role": "advisor", "team": ""})
    assert (store.accounts.get(advisor.id).name, store.accounts.get(advisor.id).team) == ("Priya S", None)
    assert theirs.get("/account").status_code == 200
    admin.post(f"/admin/accounts/{advisor.id}/change", data={"name": "P", "role": "provider", "provider": "Elm",
                                                                 "new_provider": "y"})  # fmt: skip
    assert store.accounts.get(advisor.id).provider == "Elm"
    assert theirs.get("/account").status_code == 302


def test_a_jobseeker_stays_one(admin: FlaskClient, store: Store) -> None:
    person = store.accounts.add("c@example.org", "C", AccountRole.JOBSEEKER, candidate_id="C01")
    assert 'name="role"' not in admin.get(f"/admin/accounts/{person.id}/change").text
    admin.post(f"/admin/accounts/{person.id}/change", data={"name": "Changed", "role": "admin"})
    after = store.accounts.get(person.id)
    assert (after.name, after.role, after.candidate_id) == ("Changed", AccountRole.JOBSEEKER, "C01")


def test_what_is_done_to_an_account_is_written_down(admin: FlaskClient, store: Store, me: Account) -> None:
    person = store.accounts.add("c@example.org", "C", AccountRole.JOBSEEKER, candidate_id="C01")
    for deed in ("disable", "enable", "link"):
        admin.post(f"/admin/accounts/{person.id}/{deed}")
    entries = store.audit.entries(action="account", candidate_id="C01")
    assert [entry.detail for entry in reversed(entries)] == [
        f"{deed}: account {person.id}" for deed in ("disabled", "opened", "link made")
    ]
    assert {entry.account_id for entry in entries} == {me.id}


def _decide(admin: FlaskClient, vacancy_id: str, decision: dict[str, str]) -> TestResponse:
    """Open the review and send a decision on what it shows."""
    seen = re.search(r'name="seen" value="(\w+)"', admin.get(f"/admin/reviews/{vacancy_id}").text)
    return admin.post(f"/admin/reviews/{vacancy_id}", data={**decision, "seen": seen[1] if seen else ""})


@pytest.fixture
def held(store: Store) -> Vacancy:
    record = Vacancy(
        id="V90", title="Driver", provider="Holbeck Court", min_age=21, min_age_reason="the insurer’s rule"
    )
    store.upsert_vacancies([record])
    return record


def test_a_held_vacancy_is_approved_and_then_shown(
    admin: FlaskClient, store: Store, held: Vacancy, me: Account
) -> None:
    text = admin.get("/admin/reviews/V90").text
    assert "the insurer’s rule" in text
    assert _decide(admin, "V90", {"outcome": "approved"}).location == "/admin/reviews"
    assert store.standings.without_held([held]) == [held]
    assert store.standings.get("V90").reviewed_by == me.id
    (entry,) = store.audit.entries(action="reviewed")
    assert (entry.vacancy_id, entry.detail, entry.account_id) == ("V90", "approved", me.id)
    assert "Nobody has to look at that vacancy" in admin.get("/admin/reviews/V90", follow_redirects=True).text


def test_what_its_provider_changed_meanwhile_is_not_approved_unseen(
    admin: FlaskClient, store: Store, held: Vacancy
) -> None:
    seen = re.search(r'name="seen" value="(\w+)"', admin.get("/admin/reviews/V90").text)
    assert seen
    store.replace_vacancy(held.model_copy(update={"min_age": 40}), instead_of=held)
    text = admin.post("/admin/reviews/V90", data={"outcome": "approved", "seen": seen[1]}).text
    assert "Its provider changed the vacancy meanwhile" in text
    assert store.standings.get("V90").review is None
    _decide(admin, "V90", {"outcome": "approved"})
    assert store.standings.get("V90").review == "approved"


def test_sending_back_needs_a_note(admin: FlaskClient, store: Store, held: Vacancy) -> None:
    text = _decide(admin, "V90", {"outcome": "sent_back", "note": " "}).text
    assert "Enter what the provider has to change" in text
    assert store.standings.get("V90").review is None
    _decide(admin, "V90", {"outcome": "sent_back", "note": "Name the insurer."})
    assert store.standings.get("V90").review_note == "Name the insurer."
    assert store.standings.without_held([held]) == []
    assert "Sent back, not posted again yet" in admin.get("/admin/reviews").text


def test_a_required_sex_is_reviewed_with_its_reason(admin: FlaskClient, store: Store) -> None:
    store.standings.post("V01", None, "female", "intimate care of one woman at home")
    text = admin.get("/admin/reviews/V01").text
    assert "Women only" in text
    assert "intimate care of one woman at home" in text


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("outcome", ["", "waiting", "maybe"])
def test_a_review_is_one_of_two(admin: FlaskClient, store: Store, outcome: str) -> None:
    assert "Choose whether to approve it" in _decide(admin, "V90", {"outcome": outcome}).text
    assert store.standings.get("V90").review is None


def test_a_vacancy_that_needs_no_review_cannot_be_sent_back(admin: FlaskClient, store: Store) -> None:
    _decide(admin, "V01", {"outcome": "sent_back", "note": "x"})
    assert store.standings.get("V01").review is None


def test_the_catalogue_says_what_ships_what_was_imported_and_how_old_it_is(page: Page, store: Store) -> None:
    assert "None yet. Import the courses" in page("/admin/catalogue")
    store.upsert_courses([Course(id="K1", label="Manual handling", provider="City College", source_date="2026-09")])
    store.upsert_providers([Provider(id="1", name="Elm Court", source="the register", source_date="2016-11")])
    text = page("/admin/catalogue")
    for words in ("142 kinds", "Manual handling", "City College", "1 from the register, as of November 2016"):
        assert words in text


SETTINGS = {"academy_name": "Leeds Care Academy", "contact_email": "hello@example.org",
            "contact_phone": "0113 496 0000", "alerts": "off"}  # fmt: skip


def test_settings_are_kept_shown_again_and_written_down(admin: FlaskClient, store: Store) -> None:
    assert "The settings are saved" in admin.post("/admin/settings", data=SETTINGS, follow_redirects=True).text
    assert store.settings.all() == SETTINGS
    assert "Leeds Care Academy" in admin.get("/admin/settings").text
    assert "Nothing was changed" in admin.post("/admin/settings", data=SETTINGS, follow_redirects=True).text
    (entry,) = store.audit.entries(action="settings")
    assert entry.detail == "academy_name, contact_email, contact_phone, alerts"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"academy_name": ""}, "Enter the name of the academy"),
        ({"academy_name": "x" * 101}, "shorten it"),
        ({"contact_email": "hello"}, "like name@example.org"),
        ({"contact_phone": "ring me"}, "Enter a telephone number"),
        ({"contact_phone": "- - - - - - -"}, "Enter a telephone number"),
        ({"alerts": "sometimes"}, "Choose whether e-mails"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(
    admin: FlaskClient, store: Store, change: dict[str, str], said: str
) -> None:
    assert said in admin.post("/admin/settings", data=SETTINGS | change).text
    assert store.settings.all() == {}


@pytest.fixture
def logged(store: Store, advisor: Account) -> Store:
    store.audit.add(
        AuditEntry("referred", "advisor", account_id=advisor.id, candidate_id="C01", vacancy_id="V01"),
        AuditEntry("chosen", "provider", provider="Holbeck Court", candidate_id="C02", vacancy_id="V02", detail="=1+1"),
    )
    return store


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("", ["V01", "V02", "Priya Shah"], []),
        ("action=referred", ["V01"], ["V02"]),
        ("role=provider", ["V02"], ["V01"]),
        ("person=C02", ["V02"], ["V01"]),
        ("until=2020-01-01", ["Nothing in the log is like that"], ["V01"]),
        ("action=king&role=queen", ["V01", "V02"], []),
    ],
)
def test_the_log_is_narrowed(admin: FlaskClient, query: str, shown: list[str], hidden: list[str]) -> None:
    text = admin.get(f"/admin/audit?{query}").text
    assert all(words in text for words in shown)
    assert not any(f", {words}" in text for words in hidden)


@pytest.mark.usefixtures("logged")
def test_the_log_is_narrowed_by_account_and_by_day(admin: FlaskClient, advisor: Account) -> None:
    today = datetime.now(UTC).date()
    by_account = admin.get(f"/admin/audit?account={advisor.id}").text
    assert "V01" in by_account
    assert "V02" not in by_account
    assert "V01" in admin.get(f"/admin/audit?since={today}&until={today}").text
    tomorrow = today + timedelta(days=1)
    assert "Nothing in the log" in admin.get(f"/admin/audit?since={tomorrow}").text


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("query", "said"),
    [("since=soon", "From: write"), ("account=me", "enter digits"), ("account=" + "9" * 40, "enter digits")],
)
def test_a_filter_that_cannot_be_read_says_so_and_shows_nothing(admin: FlaskClient, query: str, said: str) -> None:
    text = admin.get(f"/admin/audit?{query}").text
    assert said in text
    assert "V01" not in text
    assert admin.get(f"/admin/audit.csv?{query}").status_code == 400


def test_an_import_is_one_line_of_the_log_and_each_of_its_people_is_in_the_spreadsheet(
    admin: FlaskClient, store: Store, advisor: Account
) -> None:
    people = [f"P{n:04d}" for n in range(1, 61)]
    store.audit.add(*(AuditEntry("added", "advisor", account_id=advisor.id, candidate_id=one) for one in people))
    store.audit.add(*(AuditEntry("viewed", "advisor", account_id=advisor.id, candidate_id=one) for one in people[:2]))
    text = admin.get(f"/admin/audit?account={advisor.id}").text
    assert "60 people" in text
    assert "<td" in text
    assert all(f'data-label="About">{words}<' in text for words in ("60 people", "P0001", "P0002"))
    assert "P0003" not in text
    assert "P0060" in admin.get(f"/admin/audit.csv?account={advisor.id}").text
    assert 'data-label="About">P0060<' in admin.get("/admin/audit?person=P0060").text


def test_a_jobseeker_stands_in_the_log_by_number(admin: FlaskClient, store: Store) -> None:
    person = store.accounts.add("nell@example.org", "Nell Tarn", AccountRole.JOBSEEKER, candidate_id="C01")
    store.audit.add(AuditEntry("own", "jobseeker", account_id=person.id, candidate_id="C01"))
    text = admin.get("/admin/audit?person=C01").text + admin.get("/admin/audit.csv").text
    assert f"Account {person.id}, a jobseeker" in text
    assert "Nell" not in text


def test_reading_the_log_is_itself_written_down(admin: FlaskClient, logged: Store, me: Account) -> None:
    admin.get("/admin/audit?person=C01")
    admin.get("/admin/audit.csv")
    entries = logged.audit.entries(action="read_log")
    assert [(entry.candidate_id, entry.detail, entry.account_id) for entry in entries] == [
        (None, "as a spreadsheet", me.id), ("C01", "page 1", me.id),
    ]  # fmt: skip


@pytest.mark.usefixtures("logged")
def test_the_log_comes_as_a_spreadsheet_that_runs_nothing(admin: FlaskClient) -> None:
    answer = admin.get("/admin/audit.csv?action=chosen")
    lines = answer.data.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("number,when_utc,action")
    assert len(lines) == 2
    assert lines[1].endswith("C02,V02,'=1+1")
    assert answer.mimetype == "text/csv"


@pytest.mark.parametrize("number", ["0", "99", "2147483647", "99999999999999999999"])
def test_an_account_that_is_not_there_is_not_found(admin: FlaskClient, number: str) -> None:
    assert admin.get(f"/admin/accounts/{number}").status_code == 404
