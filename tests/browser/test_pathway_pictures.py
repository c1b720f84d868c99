"""Pathways in a browser: what real letters do to the pictures, and the page on paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pressing import press

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ADVISOR = "advisor@demo.example"
Enter = Callable[..., "Page"]

OVERLAPS = """() => [...document.querySelectorAll('svg.cm-picture')].flatMap(picture => {
  const page = picture.viewBox.baseVal
  const lines = [...picture.querySelectorAll('text')].map(text => ({said: text.textContent, box: text.getBBox()}))
  const beyond = lines.filter(({box}) =>
    box.x < 0 || box.x + box.width > page.width || box.y + box.height > page.height)
  const meeting = lines.filter(({box: a}, i) => lines.some(({box: b}, j) => j > i
    && a.x < b.x + b.width && b.x < a.x + a.width && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height))
  return [...beyond, ...meeting].map(line => line.said)
})"""


def test_an_advisor_chooses_a_role_and_reads_the_way_to_it(enter: Enter, served: str) -> None:
    tab = enter(ADVISOR)
    tab.goto(f"{served}/advisor/candidates/C001")
    tab.get_by_role("link", name="Training pathways").click()
    tab.get_by_label("Where to?").select_option("Activities coordinator")
    press(tab, "Show the pathways")
    assert tab.get_by_role("img", name="Timeline of the pathway").first.is_visible()
    assert tab.get_by_role("img", name="Map of roles: you are here").first.is_visible()
    assert tab.get_by_role("rowheader", name="Start as an activities coordinator").first.is_visible()


@pytest.mark.parametrize("target", ["", "activities-coordinator", "senior-care-worker"])
def test_no_label_of_a_picture_leaves_it_or_meets_another(enter: Enter, served: str, target: str) -> None:
    tab = enter(ADVISOR)
    tab.goto(f"{served}/advisor/candidates/C001/pathways?target={target}")
    assert tab.locator("svg.cm-picture").count() >= 2
    assert tab.evaluate(OVERLAPS) == []


def test_the_letters_of_a_picture_are_readable_on_a_narrow_telephone(enter: Enter, served: str) -> None:
    tab = enter(ADVISOR)
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{served}/advisor/candidates/C001/pathways?target=care-worker")
    smallest = tab.evaluate(
        "Math.min(...[...document.querySelectorAll('svg.cm-picture text')].map("
        "text => text.getAttribute('font-size') * text.getScreenCTM().a))"
    )
    assert smallest >= 11


def test_pictures_and_steps_are_printed_and_the_form_is_not(enter: Enter, served: str) -> None:
    tab = enter(ADVISOR)
    tab.goto(f"{served}/advisor/candidates/C001/pathways?target=care-worker")
    tab.emulate_media(media="print")
    assert not tab.get_by_label("Where to?").is_visible()
    assert tab.locator("svg.cm-picture").first.is_visible()
    assert tab.get_by_text("The steps").first.is_visible()
    tab.emulate_media(media="screen")
