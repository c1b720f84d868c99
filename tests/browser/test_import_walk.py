"""An advisor brings a spreadsheet of their own, in a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pressing import press, title_begins

from webapp.background import run_waiting

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CASELOAD = """Client Ref,Full name,Home postcode,Last job,Key skills
W1,Wilma Grey,LS9 7TF,cook,food hygiene
W2,Ned Poole,LS99 9ZZ,,
"""


@pytest.fixture
def caseload(tmp_path: Path) -> Path:
    """A spreadsheet with columns of its own and one bad row."""
    path = tmp_path / "my caseload.csv"
    path.write_text(CASELOAD, encoding="utf-8")
    return path


def test_an_advisor_imports_a_spreadsheet_and_gets_the_bad_row_back(
    enter: Callable[..., "Page"], served: str, caseload: Path, tmp_path: Path
) -> None:
    tab = enter("advisor@demo.example")
    tab.goto(f"{served}/advisor/candidates")
    tab.get_by_role("link", name="Import", exact=True).click()
    press(tab, "Continue")
    tab.get_by_role("link", name="Choose the file that you want to import").click()
    assert tab.evaluate("document.activeElement.id") == "file"
    tab.get_by_label("Jobseekers").check()
    tab.get_by_label("Your file").set_input_files(caseload)
    press(tab, "Continue")
    assert tab.get_by_label("Reference").evaluate("list => list.selectedOptions[0].text") == "Client Ref"
    tab.get_by_label("Home postcode").select_option("Not in this file")
    press(tab, "Try it on the first rows")
    assert tab.get_by_text("Left out", exact=True).count() == 0
    tab.get_by_label("Home postcode").select_option("Home postcode")
    tab.get_by_label("Name of the mapping").fill("My caseload")
    tab.get_by_role("button", name="Import", exact=True).click()
    assert tab.locator("h1").inner_text() == "Imported, but for 1 row"
    with tab.expect_download() as download:
        tab.get_by_role("link", name="Download the rejected rows").click()
    assert download.value.suggested_filename == "my caseload-rejected.csv"
    download.value.save_as(tmp_path / "rejected.csv")
    assert "W2,Ned Poole,LS99 9ZZ" in (tmp_path / "rejected.csv").read_text(encoding="utf-8")
    tab.get_by_role("link", name="Open the jobseekers").click()
    tab.get_by_label("Search by name").fill("Wilma Grey")
    tab.get_by_label("Search by name").press("Enter")
    tab.get_by_role("link", name="Wilma Grey").wait_for()
    tab.get_by_role("link", name="Import", exact=True).click()
    assert "My caseload (jobseekers)" in tab.get_by_label("Saved mapping").inner_text()


@pytest.mark.parametrize("with_script", [True, False])
def test_a_long_import_says_how_far_it_is_and_leads_to_what_came_of_it(
    enter: Callable[..., "Page"], house: Any, served: str, tmp_path: Path, with_script: bool
) -> None:
    tab = enter("advisor@demo.example", java_script_enabled=with_script)
    _send_many(tab, served, tmp_path / f"many-{with_script}.csv")
    bar = tab.get_by_label("How far it is")
    assert bar.evaluate("bar => bar.tagName") == "PROGRESS"
    assert tab.get_by_text("It waits for its turn").is_visible()
    run_waiting(house.app)
    if not with_script:
        tab.get_by_role("link", name="See how far it is now").click()
    tab.wait_for_url("**/result")
    assert tab.locator("h1").inner_text() == "Everything was imported"


def test_the_page_of_a_long_import_has_no_fault_that_axe_finds_and_fits_a_telephone(
    enter: Callable[..., "Page"], house: Any, served: str, tmp_path: Path
) -> None:
    tab = enter("advisor@demo.example", java_script_enabled=True)
    tab.set_viewport_size({"width": 320, "height": 640})
    _send_many(tab, served, tmp_path / "many.csv")
    _check(tab)
    address = tab.url
    tab.goto(served)  # so that its script does not go on while we look
    job_id = address.rsplit("/", 1)[1]
    house.store.jobs.fail(job_id, "many.csv is not text throughout: save it again as CSV UTF-8.")
    tab.goto(address)
    assert title_begins(tab, "Stopped: ")
    _check(tab)


def test_the_pages_of_an_import_have_no_fault_that_axe_finds_and_fit_a_telephone(
    enter: Callable[..., "Page"], served: str, caseload: Path
) -> None:
    tab = enter("advisor@demo.example")
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{served}/import")
    _check(tab)
    press(tab, "Continue")
    _check(tab)
    tab.get_by_label("Jobseekers").check()
    tab.get_by_label("Your file").set_input_files(caseload)
    press(tab, "Continue")
    _check(tab)
    tab.get_by_label("Reference").select_option("Not in this file")
    press(tab, "Try it on the first rows")
    assert title_begins(tab, "Error: ")
    _check(tab)
    tab.get_by_label("Reference").select_option("Client Ref")
    tab.get_by_role("button", name="Import", exact=True).click()
    assert title_begins(tab, "What was imported")
    _check(tab)
    tab.goto(f"{served}/import/{'0' * 32}/columns")
    _check(tab)


def _send_many(tab: "Page", served: str, path: Path) -> None:
    """Send so many rows that they are imported in the background."""
    rows = (f"{path.stem}-{number},{'somebody who likes company ' * 10}\n" for number in range(900))
    path.write_text("id,about\n" + "".join(rows), encoding="utf-8")
    tab.goto(f"{served}/import")
    tab.get_by_label("Jobseekers").check()
    tab.get_by_label("Your file").set_input_files(path)
    tab.get_by_role("button", name="Continue").click()
    tab.get_by_role("button", name="Import", exact=True).click()


def _check(tab: "Page") -> None:
    """What every page must be for everybody, with everything on it open."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    faults = axe.Axe().run(tab).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
