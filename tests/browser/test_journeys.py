"""The journeys that people make most, from the demo's data: what they came for, and how many pages it takes.

Each is walked with and without JavaScript, beginning with the sign-in form.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from peers import JOURNEYS, Journey
from pressing import press, title_begins
from trail import Trail

from matcher.importers.demo_accounts import DEMO_PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])]

FIND, CV, REFER, POST, INTRODUCE, START, JOIN, ACCOUNTS = JOURNEYS
ADVISOR, PROVIDER, ADMIN = "advisor@demo.example", "provider@demo.example", "admin@demo.example"
PASSWORD = "kettle-orchard-lantern"
CURRICULUM = """{name}
27 Bilberry Rise, Leeds LS9 7TF

Employment History
Care Assistant, Elm House, January 2019 - March 2021
Personal care, giving medication, moving and handling

Sales Assistant, Quickshop, March 2010 - June 2015
Serving customers on the tills
"""
ADVERT = """{title}

Saltergarth Manor is a residential home in Leeds, LS9 7TF. You would join a team of nine.

Hours: 30 per week, permanent
Shifts: days and alternate weekends
£13.10 an hour

Essential:
- Personal care
- Teamwork
"""
Walk = Callable[..., "tuple[Page, Trail]"]


@pytest.fixture
def walk(enter: Callable[..., "Page"], house: Any, with_script: bool) -> Walk:
    """Opens a tab at a page, through the sign-in form if somebody is named: ``walk("/provider/", PROVIDER)``."""

    def begin(address: str, email: str | None = None) -> "tuple[Page, Trail]":
        tab = enter(None, java_script_enabled=with_script)
        trail = Trail(tab, house.app)
        tab.goto(house.address + address)
        if email:
            _sign_in(tab, email)
        return tab, trail

    return begin


@pytest.fixture
def leaver(house: Any) -> Iterator[Any]:
    """An account of the demo that is closed during the test, and open again after it."""
    account = house.store.accounts.by_email("infirmary@demo.example")
    yield account
    house.store.accounts.set_active(account.id, active=True)


def test_an_advisor_finds_somebody_and_reads_why_the_best_match_is_the_best(walk: Walk) -> None:
    tab, trail = walk("/advisor/candidates", ADVISOR)
    _open(tab, "Dawn Prentice")
    best = tab.locator("#matches ~ ol > li").first
    best.locator("summary").click()
    assert best.get_by_role("rowheader", name="Skills the role needs").is_visible()
    _compare(FIND, trail)


def test_an_advisor_pastes_a_cv_and_sees_the_first_matches(walk: Walk) -> None:
    tab, trail = walk("/advisor/candidates", ADVISOR)
    tab.get_by_role("link", name="Read a CV").click()
    tab.get_by_label("Or the words of the CV").fill(CURRICULUM.format(name="Maureen Tattersall"))
    press(tab, "Read the CV")
    assert tab.get_by_label("Care Assistant, Elm House").is_checked()
    press(tab, "Check your answers")
    press(tab, "See matching vacancies")
    best = tab.locator("#matches ~ ol > li").first
    best.locator("summary").click()
    assert best.get_by_role("rowheader", name="Skills the role needs").is_visible()
    _compare(CV, trail)


def test_an_advisor_sets_a_vacancy_aside_refers_and_notes_the_interview(walk: Walk, with_script: bool) -> None:
    name = "Sunita Rawal" if with_script else "Emeka Obiora"
    tab, trail = walk("/advisor/candidates", ADVISOR)
    _open(tab, name)
    title = tab.locator("#matches ~ ol > li h3 a").first.inner_text()
    _press(tab, tab.get_by_role("button", name="Add to the short list").first)
    assert "is on the short list" in tab.get_by_role("alert").inner_text()
    tab.get_by_role("link", name=f"Refer {name} to {title}").first.click()
    tab.get_by_label("Why you put this person forward").fill("Patient, and lives round the corner")
    tab.get_by_label("What happens next").fill("Ring the manager")
    tab.get_by_label("By when").fill("4/12/2026")
    press(tab, "Record the referral")
    tab.get_by_label("Interviewed").check()
    press(tab, "Write it down")
    assert "22 November 2026" in tab.locator(".cm-timeline li", has_text="Interviewed").inner_text()
    _compare(REFER, trail)
    tab.get_by_role("link", name="Referrals", exact=True).click()
    row = tab.locator("tbody tr", has_text=name).inner_text()
    assert title in row
    assert "Patient, and lives round the corner" in row


def test_a_provider_pastes_an_advert_and_the_vacancy_is_live(
    walk: Walk, enter: Callable[..., "Page"], house: Any, with_script: bool
) -> None:
    title = "Care assistant (days)" if with_script else "Care assistant (weekdays)"
    tab, trail = walk("/provider/vacancies", PROVIDER)
    tab.get_by_role("link", name="Post a vacancy").click()
    tab.get_by_label("The words of your advert").fill(ADVERT.format(title=title))
    press(tab, "Read the advert")
    assert "From your advert: “£13.10 an hour”" in tab.locator("main").inner_text()
    press(tab, "Publish the vacancy")
    assert "published" in tab.get_by_role("alert").inner_text()
    assert "Live" in tab.locator("h1").inner_text()
    _compare(POST, trail)
    stranger = enter(None)
    stranger.goto(f"{house.address}/vacancies/{tab.url.rsplit('/', 1)[1]}")
    assert stranger.locator("h1").inner_text() == title


def test_a_provider_puts_somebody_on_the_shortlist_and_asks_to_be_introduced(walk: Walk, house: Any) -> None:
    n_waiting = len(house.store.introductions.waiting())
    tab, trail = walk("/provider/vacancies", PROVIDER)
    row = tab.locator("tbody tr", has_text="Senior care assistant")
    row.get_by_role("link", name="See who fits").click()
    unknown = tab.locator("main ol > li", has=tab.get_by_role("button", name="Ask to be introduced")).first
    code = unknown.locator(".cm-code").inner_text()
    unknown.get_by_role("link", name="Put on your shortlist").click()
    tab.get_by_label("Why").fill("Has led a shift before")
    press(tab, "Put on your shortlist")
    press(tab, f"Ask to be introduced to candidate {code}")
    card = tab.locator("main ol > li", has_text=code).inner_text()
    assert "Has led a shift before" in card
    assert "Asked on" in card
    _compare(INTRODUCE, trail)
    assert len(house.store.introductions.waiting()) == n_waiting + 1


def test_a_jobseeker_answers_three_questions_and_sees_ranked_vacancies_with_a_why(walk: Walk) -> None:
    tab, trail = walk("/")
    _answer(tab)
    cards = tab.locator("ol.cm-cards > li")
    assert cards.count() == 10
    points = [int(re.search(r"(\d+) points", card).group(1)) for card in cards.all_inner_texts()]  # type: ignore[union-attr]
    assert points == sorted(points, reverse=True)
    assert "it asks for: " in cards.first.inner_text()
    _compare(START, trail)


def test_a_jobseeker_makes_an_account_saves_a_vacancy_and_sets_an_alert(
    walk: Walk, house: Any, with_script: bool
) -> None:
    email = f"robin-{with_script}@example.org".lower()
    tab, trail = walk("/")
    _answer(tab)
    press(tab, "Keep my answers and make an account")
    tab.get_by_label("Your name").fill("Robin Marsh")
    tab.get_by_label("Your e-mail address").fill(email)
    tab.get_by_label("No, only I").check()
    press(tab, "Make an account")
    assert title_begins(tab, "Check your e-mail")
    tab.goto(_link(house.letter_to(email)))
    _choose_password(tab)
    best = tab.locator("#vacancies ~ ol > li").first
    title = best.locator("h3 a").inner_text()
    _press(tab, best.get_by_role("button", name="Save"))
    tab.get_by_role("link", name="E-mails about new vacancies").click()
    tab.get_by_label("Once a week").check()
    press(tab, "Save")
    assert "at most one e-mail a week" in tab.get_by_role("alert").inner_text()
    _compare(JOIN, trail)
    assert tab.get_by_label("Once a week").is_checked()
    tab.get_by_role("link", name="Saved", exact=True).click()
    assert tab.locator("main ol h2 a").all_inner_texts() == [title]


def test_an_administrator_invites_somebody_who_then_is_in_and_disables_somebody_who_then_is_out(
    walk: Walk, house: Any, leaver: Any, with_script: bool
) -> None:
    email = f"newcomer-{with_script}@example.org".lower()
    leaving, _ = walk("/provider/vacancies", leaver.email)
    tab, trail = walk("/admin/accounts", ADMIN)
    tab.get_by_role("link", name="Invite somebody").click()
    tab.get_by_label("Name", exact=True).fill("Nell Newcomer")
    tab.get_by_label("E-mail address").fill(email)
    tab.get_by_role("radio", name="A careers advisor").check()
    press(tab, "Invite them")
    link = tab.get_by_label("The link with which").input_value()
    tab.get_by_role("link", name="Accounts", exact=True).click()
    tab.get_by_role("link", name=leaver.name).click()
    press(tab, "Disable and sign out")
    assert "its sessions are ended" in tab.get_by_role("alert").inner_text()
    _compare(ACCOUNTS, trail)
    assert _link(house.letter_to(email)) == link
    newcomer, _ = walk(link.removeprefix(house.address))
    _choose_password(newcomer)
    assert newcomer.locator("h1").inner_text() == "Jobseekers"
    leaving.reload()
    assert title_begins(leaving, "Sign in")
    _sign_in(leaving, leaver.email)
    assert title_begins(leaving, "Error: Sign in")


def _compare(journey: Journey, trail: Trail) -> None:
    """The journey took what its page says, and no more than at the peer."""
    print(f"\n{journey.task}: {' > '.join(trail.views)}")  # noqa: T201 - the figures' own account, shown with -s
    pages, views, sign_up = trail.end()
    assert (pages, views, sign_up) == (journey.pages, journey.views, journey.sign_up), trail.views
    assert pages <= journey.peer_pages
    assert sign_up <= journey.peer_sign_up


def _sign_in(tab: "Page", email: str) -> None:
    tab.get_by_label("E-mail address").fill(email)
    tab.get_by_label("Password", exact=True).fill(DEMO_PASSWORD)
    press(tab, "Sign in")


def _choose_password(tab: "Page") -> None:
    tab.get_by_label("New password", exact=True).fill(PASSWORD)
    press(tab, "Set the password and sign in")


def _open(tab: "Page", name: str) -> None:
    """Search the caseload, and open the page of somebody."""
    tab.get_by_label("Search by name").fill(name)
    with tab.expect_navigation():
        tab.get_by_label("Search by name").press("Enter")
    tab.get_by_role("link", name=name).click()


def _answer(tab: "Page") -> None:
    """The three questions of the front door."""
    tab.get_by_label("Your postcode").fill("LS9 7TF")
    tab.get_by_label("What have you done?").fill("I worked in a shop. I looked after my mum for three years.")
    tab.get_by_role("radio", name="By bus").check()
    press(tab, "Show my vacancies")


def _press(tab: "Page", button: "Locator") -> None:
    with tab.expect_navigation():
        button.click()


def _link(letter: str) -> str:
    """The link in a message."""
    return re.search(r"https?://\S+", letter).group()  # type: ignore[union-attr]
