"""Whole walks through the app in a browser, and what every page must be for everybody."""

import re
from typing import TYPE_CHECKING

import pytest
from pressing import press, title_begins

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/how-matching-works",
    "/privacy",
    "/accessibility",
    "/cookies",
    "/nowhere",
    "/advisor/candidates",
    "/advisor/candidates?q=nobody-is-called-so",
    "/advisor/candidates/C001",
    "/advisor/candidates/C001/not-now",
    "/advisor/candidates/C001/pathways?target=senior-care-worker",
    "/advisor/candidates/C001/shortlist",
    "/advisor/candidates/C001/refer/V001",
    "/advisor/cv",
    "/advisor/referrals",
    "/advisor/vacancies",
    "/advisor/providers",
    "/advisor/vacancies/V001",
    "/provider/vacancies",
    "/provider/vacancies/new",
    "/provider/vacancies/new/advert",
    "/provider/vacancies/V001",
    "/provider/vacancies/V001/candidates",
)


def test_an_advisor_finds_somebody_makes_a_short_list_prints_it_and_refers(tab: "Page", served: str) -> None:
    tab.goto(served)
    tab.get_by_role("link", name="Open the candidates").click()
    tab.get_by_label("Search by name").fill("Dawn Prentice")
    press(tab, "Search")
    tab.get_by_role("link", name="Dawn Prentice").click()
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
    tab.get_by_label("Your name").fill("Jo March")
    tab.get_by_label("Why you put this person forward").fill("Kind and punctual")
    tab.get_by_label("What happens next").fill("Ring the manager")
    tab.get_by_label("By when").fill("4/12/2026")
    press(tab, "Record the referral")
    row = tab.locator("tbody tr", has_text="Dawn Prentice")
    assert "by 4 December 2026" in row.inner_text()


def test_a_provider_posts_a_vacancy_checks_it_publishes_it_and_sees_who_fits(tab: "Page", served: str) -> None:
    tab.goto(f"{served}/provider/vacancies")
    tab.get_by_role("link", name="Post a vacancy").click()
    tab.get_by_role("link", name="Fill in the form by hand").click()
    tab.get_by_label("Job title").fill("Care assistant")
    tab.get_by_label("Postcode of the work").fill("LS99 9ZZ")
    press(tab, "Check your answers")
    tab.get_by_role("link", name="Enter the name of the provider").click()
    assert tab.evaluate("document.activeElement.id") == "provider"
    tab.keyboard.type("Holbeck Court")
    tab.get_by_label("Postcode of the work").fill("LS9 7TF")
    tab.get_by_label("Skills somebody needs").fill("personal care\nteamwork")
    tab.get_by_label("Lowest pay an hour").fill("12.90")
    press(tab, "Check your answers")
    press(tab, "Change pay")
    assert tab.get_by_label("Lowest pay an hour").input_value() == "12.90"
    press(tab, "Check your answers")
    press(tab, "Publish the vacancy")
    assert "The vacancy is published." in tab.get_by_role("alert").inner_text()
    tab.get_by_role("link", name="See who fits").click()
    assert re.fullmatch(r"1\. Candidate \w{4,}", tab.locator("h2").first.inner_text())
    assert "Dawn Prentice" not in tab.content()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_narrow_telephone_without_scrolling_sideways(tab: "Page", served: str, address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(served + address)
    tab.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_fault_that_axe_finds(tab: "Page", served: str, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab.goto(served + address)
    tab.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    faults = axe.Axe().run(tab).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


def test_a_form_with_errors_has_no_fault_that_axe_finds(tab: "Page", served: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab.goto(f"{served}/provider/vacancies/new")
    press(tab, "Check your answers")
    faults = axe.Axe().run(tab).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


@pytest.mark.parametrize(
    "address", ["/", "/advisor/candidates/C001", "/advisor/candidates/C001/pathways", "/provider/vacancies/new"]
)
def test_a_browser_finds_nothing_that_the_policy_forbids(tab: "Page", served: str, address: str) -> None:
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("requestfailed", lambda request: complaints.append(request.url))
    tab.goto(served + address, wait_until="networkidle")
    assert complaints == []


def test_the_keyboard_reaches_the_skip_link_first(tab: "Page", served: str) -> None:
    tab.goto(f"{served}/advisor/candidates")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#main-content"
