"""A provider pastes an advert and an advisor has a CV read, in a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fpdf import FPDF
from pressing import press, title_begins

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ADVISOR, PROVIDER = "advisor@demo.example", "provider@demo.example"
Enter = Callable[..., "Page"]

ADVERT = """Care Assistant (nights)

We are a friendly nursing home in Leeds, LS9 7TF. We need a female carer. You must be over 21 due to insurance.

Hours: 33 per week, permanent
Shifts: waking nights and alternate weekends
£24,800 a year pro rata

Essential:
- Personal care
- Full driving licence

Desirable:
- 12 months' experience of care
- Catheter care
"""
CV = """Maureen Tattersall
27 Bilberry Rise, Leeds LS9 7TF
Date of birth: 14/05/1968

I had depression in 2012. I hold a full clean driving licence.

Employment History
Care Assistant, Elm House, January 2019 - March 2021
Personal care, giving medication, moving and handling

Sales Assistant, Quickshop, March 2010 - June 2015
- Serving customers on the tills
"""


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    """A CV as a PDF."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    pdf.multi_cell(0, 5, CV)
    path = tmp_path / "my cv.pdf"
    path.write_bytes(bytes(pdf.output()))
    return path


def test_a_provider_pastes_an_advert_corrects_what_was_read_and_publishes(enter: Enter, served: str) -> None:
    tab = enter(PROVIDER)
    tab.goto(f"{served}/provider/vacancies")
    tab.get_by_role("link", name="Post a vacancy").click()
    press(tab, "Read the advert")
    tab.get_by_role("link", name="Paste the words of your advert, or").click()
    assert tab.evaluate("document.activeElement.id") == "advert"
    tab.get_by_label("The words of your advert").fill(ADVERT)
    press(tab, "Read the advert")
    assert "We need a female carer." in tab.get_by_text("ask for a man or a woman").inner_text()
    assert _answer(tab, "Minimum age") == "Not stated"
    assert _answer(tab, "Postcode of the work").startswith("LS9 7TF")
    assert "From your advert: “£24,800 a year pro rata”" in _answer(tab, "Lowest pay an hour")
    assert "helping with personal care" in _answer(tab, "Skills somebody needs")
    tab.get_by_role("link", name="Change skills somebody needs").click()
    tab.get_by_label("Skills somebody needs").fill("helping with personal care")
    press(tab, "Save and check your answers")
    assert "driving" not in _answer(tab, "Skills somebody needs")
    tab.get_by_role("link", name="Change number of positions").click()
    tab.get_by_label("Number of positions").fill("a few")
    press(tab, "Save and check your answers")
    assert title_begins(tab, "Error: ")
    assert tab.get_by_label("Number of positions").input_value() == "a few"
    tab.get_by_label("Number of positions").fill("2")
    press(tab, "Save and check your answers")
    press(tab, "Publish the vacancy")
    assert title_begins(tab, "Error: ")
    tab.get_by_role("link", name="the title or description").first.click()
    tab.locator("#description").fill("We are a friendly nursing home in Leeds.")
    press(tab, "Save and check your answers")
    press(tab, "Publish the vacancy")
    assert "The vacancy is published." in tab.get_by_role("alert").inner_text()


def test_an_advisor_has_a_cv_read_unticks_matches_and_adds_the_person(enter: Enter, served: str, cv: Path) -> None:
    tab = enter(ADVISOR)
    tab.goto(f"{served}/advisor/candidates")
    tab.get_by_role("link", name="Read a CV").click()
    tab.get_by_label("The CV as a file").set_input_files(cv)
    press(tab, "Read the CV")
    assert tab.get_by_label("Care Assistant, Elm House").is_checked()
    assert tab.get_by_text("1 passage about health").is_visible()
    assert "depression" not in tab.content()
    tab.get_by_label("Giving medicines").uncheck()
    tab.get_by_label("Name (optional)").fill("Mo Tate")
    press(tab, "Check your answers")
    assert tab.get_by_text("giving medicines").count() == 0
    press(tab, "See matching vacancies")
    press(tab, "Next page")
    assert "11 to 20 of" in tab.locator("main").inner_text()
    press(tab, "Change what is ticked")
    assert not tab.get_by_label("Giving medicines").is_checked()
    press(tab, "Check your answers")
    tab.emulate_media(media="print")
    assert not tab.get_by_role("button", name="Add to the caseload").is_visible()
    tab.emulate_media(media="screen")
    press(tab, "Add to the caseload")
    assert "Mo Tate is in your caseload" in tab.get_by_role("alert").inner_text()
    assert tab.locator("h1").inner_text() == "Mo Tate"


def test_the_pages_of_an_advert_have_no_fault_that_axe_finds_and_fit_a_telephone(enter: Enter, served: str) -> None:
    tab = enter(PROVIDER)
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{served}/provider/vacancies/new")
    tab.get_by_label("The words of your advert").fill(ADVERT + "x" * 500)
    press(tab, "Read the advert")
    _check(tab)
    tab.get_by_role("link", name="Change skills somebody needs").click()
    _check(tab)
    tab.get_by_label("Skills somebody needs").fill("lion taming")
    press(tab, "Save and check your answers")
    _check(tab)


def test_the_pages_of_a_cv_have_no_fault_that_axe_finds_and_fit_a_telephone(enter: Enter, served: str) -> None:
    tab = enter(ADVISOR)
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{served}/advisor/cv")
    _check(tab)
    press(tab, "Read the CV")
    _check(tab)
    tab.get_by_label("Or the words of the CV").fill(CV)
    press(tab, "Read the CV")
    _check(tab)
    tab.get_by_label("Another postcode").fill("LS99 9ZZ")
    press(tab, "Check your answers")
    assert title_begins(tab, "Error: ")
    tab.get_by_role("link", name="Postcode: 'LS99 9ZZ' was not found").click()
    assert tab.evaluate("document.activeElement.id") == "postcode"
    _check(tab)
    tab.get_by_label("Another postcode").fill("")
    press(tab, "Check your answers")
    _check(tab)
    press(tab, "See matching vacancies")
    _check(tab)


def _answer(tab: "Page", question: str) -> str:
    """What stands beside a question among the answers to be checked."""
    row = tab.locator(".govuk-summary-list__row", has=tab.get_by_text(question, exact=True))
    return row.locator("dd").first.inner_text()


def _check(tab: "Page") -> None:
    """What every page must be for everybody, with everything on it open."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    faults = axe.Axe().run(tab).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
