"""What every page must be for everybody: looked at by axe, at two widths, in every state that can be reached.

The pages are found by following the links of each kind of user, so that a new page is looked at without being listed.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import pytest
from crawling import endpoint_of, pages_from

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
STARTS: Mapping[str | None, tuple[str, ...]] = {
    None: ("/", "/sign-in", "/forgotten", "/api"),
    "advisor@demo.example": ("/advisor/", "/import", "/account"),
    "provider@demo.example": ("/provider/", "/account"),
    "jobseeker@demo.example": ("/me/", "/account"),
    "admin@demo.example": ("/admin/", "/account"),
}
_LEVELS = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
}
_WORDS = "input:not([type]), input[type=text], input[type=email], input[type=password], input[type=search], textarea"


@pytest.fixture(scope="session")
def reached(house: Any) -> dict[str | None, dict[str, str]]:
    """The pages of each kind of user, one address each."""
    return {email: _pages_of(house, email, starts)[0] for email, starts in STARTS.items()}


@pytest.mark.parametrize("email", STARTS, ids=str)
def test_every_link_leads_to_a_page(email: str | None, house: Any) -> None:
    assert _pages_of(house, email, STARTS[email])[1] == []


@pytest.mark.parametrize("email", STARTS, ids=str)
def test_axe_finds_nothing_and_nothing_scrolls_sideways_on_any_page(
    email: str | None, house: Any, reached: dict[str | None, dict[str, str]], enter: Callable[..., "Page"]
) -> None:
    tab = enter(email)
    faults = [fault for address in reached[email].values() for fault in _look_at(tab, house.address + address)]
    assert faults == []


@pytest.mark.parametrize("email", STARTS, ids=str)
def test_axe_finds_nothing_on_a_form_sent_empty(
    email: str | None, house: Any, reached: dict[str | None, dict[str, str]], enter: Callable[..., "Page"]
) -> None:
    tab, faults, seen = enter(email), [], set()
    for address in reached[email].values():
        tab.goto(house.address + address)
        for action in _forms_with_words(tab):
            if (endpoint := endpoint_of(house.app, action) or action) in seen:
                continue
            seen.add(endpoint)
            tab.goto(house.address + address)
            _send_empty(tab, action)
            if tab.title().startswith("Error: "):
                faults += _look(tab, f"{address} sent empty")
    assert faults == []


@pytest.mark.parametrize("email", STARTS, ids=str)
def test_no_two_pages_of_somebody_share_a_title(
    email: str | None, house: Any, reached: dict[str | None, dict[str, str]]
) -> None:
    client, titles = _client(house, email), {}
    for key, address in reached[email].items():
        if "?" in key:
            continue
        title = client.get(address).text.split("<title>")[1].split("</title>")[0]
        titles.setdefault(title, []).append(address)
    assert {title: where for title, where in titles.items() if len(where) > 1} == {}


def test_axe_does_find_what_is_wrong(tab: "Page", house: Any) -> None:
    tab.goto(house.address)
    tab.evaluate("document.querySelector('main').innerHTML += '<img src=\"/static/icon.svg\"><input>'")
    assert {fault.split(":")[0] for fault in _look(tab, "spoilt")} >= {"image-alt", "label"}


def test_what_is_too_wide_is_noticed(tab: "Page", house: Any) -> None:
    tab.goto(house.address)
    tab.evaluate("document.querySelector('main').innerHTML += '<pre>' + 'x'.repeat(500) + '</pre>'")
    assert any("scrolls sideways" in fault for fault in _look(tab, "spoilt"))


def _client(house: Any, email: str | None) -> Any:
    client = house.app.test_client()
    if email:
        cookie = house.cookie(email)
        client.set_cookie(cookie["name"], cookie["value"])
    return client


def _pages_of(house: Any, email: str | None, starts: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    return pages_from(_client(house, email), *starts)


def _look_at(tab: "Page", address: str) -> list[str]:
    tab.goto(address)
    tab.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    return _look(tab, address)


def _look(tab: "Page", where: str) -> list[str]:
    """What axe finds and what is too wide, at both widths."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    faults = []
    for size in (NARROW, WIDE):
        tab.set_viewport_size(size)
        found = axe.run(tab, options={"runOnly": _LEVELS, "resultTypes": ["violations"]}).response["violations"]
        faults += [f"{one['id']}: {where} at {size['width']}: {one['nodes'][0]['html'][:200]}" for one in found]
        if tab.evaluate("document.documentElement.scrollWidth") > size["width"]:
            faults.append(f"{where} scrolls sideways at {size['width']}")
    return faults


def _forms_with_words(tab: "Page") -> list[str]:
    """Where the forms lead that ask for words and change something."""
    return tab.eval_on_selector_all(
        "form[method=post]",
        f"all => all.filter(one => one.querySelector('{_WORDS}')).map(one => new URL(one.action).pathname)",
    )


def _send_empty(tab: "Page", action: str) -> None:
    with tab.expect_navigation():
        tab.evaluate(
            """([action, words]) => {
                const leads = one => one.method === 'post' && new URL(one.action).pathname === action
                const form = [...document.forms].find(leads)
                form.querySelectorAll(words).forEach(one => { if (one.type !== 'hidden') one.value = '' })
                const button = form.querySelector('button[type=submit], button:not([type])')
                form.noValidate = true
                button ? form.requestSubmit(button) : form.submit()
            }""",
            [action, _WORDS],
        )
