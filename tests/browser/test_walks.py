"""Whole walks through the app in a browser, with the mistakes that people make on the way."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from pressing import press, title_begins

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ADVISOR, PROVIDER = "advisor@demo.example", "provider@demo.example"
Enter = Callable[..., "Page"]


def test_an_advisor_finds_somebody_makes_a_short_list_prints_it_and_refers(enter: Enter, served: str) -> None:
    tab = enter(ADVISOR)
    tab.goto(served)
    tab.get_by_role("link", name="Go to your jobseekers").click()
    tab.get_by_label("Search by name").fill("Rebecca Storr")
    press(tab, "Show")
    tab.get_by_role("link", name="Rebecca Storr").click()
    best = tab.locator("#matches ~ ol > li").first
    title = best.locator("h3 a").inner_text()
    best.locator("summary").click()
    assert best.get_by_role("rowheader", name="Skills the role needs").is_visible()
    best.get_by_role("button", name="Add to the short list").click()
    assert "is on the short list" in tab.get_by_role("alert").inner_text()
    tab.get_by_role("link", name="Short list (1)").click()
    assert title in tab.locator("h2").first.inner_text()
    tab.emulate_media(media="print")
    assert not tab.get_by_role("button", name="Take off the short list").is_visible()
    assert tab.get_by_text("How to apply").is_visible()
    assert tab.get_by_role("rowheader", name="Skills the role needs").is_visible()
    assert len(tab.pdf(format="A4")) > 10_000
    tab.emulate_media(media="screen")
    tab.locator("main").get_by_role("link", name="Refer").click()
    press(tab, "Record the referral")
    assert title_begins(tab, "Error: ")
    tab.get_by_role("link", name="Enter the date of the next action").click()
    assert tab.evaluate("document.activeElement.id") == "next_date"
    tab.get_by_label("Why you put this person forward").fill("Kind and punctual")
    tab.get_by_label("What happens next").fill("Ring the manager")
    tab.get_by_label("By when").fill("4/12/2026")
    press(tab, "Record the referral")
    assert tab.locator("h1").inner_text() == "How it went for Rebecca Storr"
    assert "by 4 December 2026" in tab.locator("main").inner_text()


def test_a_provider_posts_a_vacancy_checks_it_publishes_it_and_sees_who_fits(
    enter: Enter, house: Any, served: str
) -> None:
    tab = enter(PROVIDER)
    tab.goto(f"{served}/provider/vacancies")
    tab.get_by_role("link", name="Post a vacancy").click()
    press(tab, "Answer the questions by hand")
    press(tab, "Save and continue")
    assert title_begins(tab, "Error: ")
    tab.get_by_label("Job title").fill("Care assistant")
    press(tab, "Save and continue")
    tab.get_by_label("Postcode of the work").fill("LS99 9ZZ")
    press(tab, "Save and continue")
    tab.get_by_role("link", name="Postcode of the work: ").click()
    assert tab.evaluate("document.activeElement.id") == "postcode"
    tab.get_by_label("Postcode of the work").fill("LS9 7TF")
    press(tab, "Save and continue")
    tab.get_by_label("Skills somebody needs").fill("personal care\nteamwork")
    press(tab, "Save and continue")
    press(tab, "Save and continue")
    tab.get_by_label("Lowest pay an hour").fill("12.90")
    press(tab, "Save and finish later")
    tab.get_by_role("link", name="Care assistant", exact=True).click()
    tab.get_by_role("link", name="Check your answers").click()
    tab.get_by_role("link", name="Change lowest pay an hour").click()
    assert tab.get_by_label("Lowest pay an hour").input_value() == "12.90"
    press(tab, "Save and check your answers")
    press(tab, "Publish the vacancy")
    assert "The vacancy is published." in tab.get_by_role("alert").inner_text()
    tab.get_by_role("link", name="See who fits").click()
    assert re.fullmatch(r"1\. Candidate \w{4,}", tab.locator("h2").first.inner_text())
    names = [person.name for person in house.store.people().values() if person.name]
    assert len(names) > 100
    assert [name for name in names if name in tab.locator("main").inner_text()] == []


@pytest.mark.parametrize(
    ("email", "address"),
    [
        (None, "/"),
        (ADVISOR, "/advisor/candidates/C001"),
        (ADVISOR, "/advisor/candidates/C001/pathways"),
        (PROVIDER, "/provider/vacancies/new"),
        ("jobseeker@demo.example", "/me/pathways"),
        ("admin@demo.example", "/admin/audit"),
    ],
)
def test_a_browser_finds_nothing_that_the_policy_forbids(
    enter: Enter, served: str, email: str | None, address: str
) -> None:
    tab = enter(email)
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("requestfailed", lambda request: complaints.append(request.url))
    tab.goto(served + address, wait_until="networkidle")
    assert complaints == []


def test_the_keyboard_reaches_the_skip_link_first(enter: Enter, served: str) -> None:
    tab = enter(ADVISOR)
    tab.goto(f"{served}/advisor/candidates")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#main-content"
