"""Pages for everybody, and what every page shares."""

import itertools
import re
from collections import Counter
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient
from signing_in import Anyones

from matcher.engine import Engine

Page = Callable[..., str]

ADDRESSES = (
    "/",
    "/how-matching-works",
    "/privacy",
    "/accessibility",
    "/cookies",
    "/vacancies",
    "/vacancies/V01",
    "/goodbye",
    "/advisor/candidates",
    "/advisor/candidates?page=2",
    "/advisor/candidates/C01",
    "/advisor/candidates/C01?page=2",
    "/advisor/candidates/C01/not-now",
    "/advisor/candidates/C01/shortlist",
    "/advisor/candidates/C01/refer/V01",
    "/advisor/cv",
    "/advisor/referrals",
    "/advisor/vacancies",
    "/advisor/providers",
    "/advisor/vacancies/V01",
    "/provider/vacancies",
    "/provider/vacancies/new",
    "/provider/vacancies/V01",
    "/provider/vacancies/V07",
    "/provider/vacancies/V01/candidates",
)


def test_every_page_has_a_title_of_its_own(page: Page) -> None:
    titles = [re.search("<title>(.*?)</title>", page(address), re.DOTALL) for address in ADDRESSES]
    words = [title[1] for title in titles if title]
    assert len(set(words)) == len(ADDRESSES)
    assert all(title.endswith("– carematch") for title in words)


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_start_at_one_and_never_skip_a_level(page: Page, address: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page(address))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_can_skip_the_navigation_and_no_id_is_twice(page: Page, address: str) -> None:
    text = page(address)
    assert 'href="#main-content"' in text
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert "main-content" in ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_looks_like_a_government_service(page: Page, address: str) -> None:
    text = re.sub("govuk-[a-z-]+", "", page(address))
    assert not re.search("crown|crest|gds transport", text, re.IGNORECASE)
    assert "GOV.UK" not in text or address == "/accessibility"


def test_the_style_sheet_asks_for_no_font_and_no_picture(client: FlaskClient) -> None:
    style = client.get("/static/carematch.css").text
    assert "url(" not in style
    assert "@font-face" not in style
    assert "transport" not in style.lower()
    assert len(style) < 200_000


def test_how_matching_works_shows_the_weights_in_use(page: Page, engine: Engine) -> None:
    text = page("/how-matching-works")
    assert engine.model.name in text
    shown = [float(points) for points in re.findall(r'data-label="Points">([\d.]+)</td>', text)]
    assert shown == list(engine.model.weights.values())


def test_the_page_about_cookies_names_the_cookie_that_is_set(page: Page, client: FlaskClient) -> None:
    assert client.application.config["SESSION_COOKIE_NAME"] in page("/cookies")


@pytest.mark.parametrize("address", ["/privacy", "/vacancies", "/vacancies/V01", "/unsubscribe/none"])
def test_pages_without_a_form_that_changes_something_set_no_cookie(client: FlaskClient, address: str) -> None:
    assert "Set-Cookie" not in client.get(address).headers


def test_an_empty_database_says_what_to_do(engine: Engine, tmp_path) -> None:  # noqa: ANN001 - pytest's path
    from matcher.store import Store
    from webapp import create_app

    store = Store(f"sqlite:///{tmp_path}/empty.db")
    store.migrate()
    empty = Engine(engine.taxonomy, engine.gazetteer, engine.model, store)
    app = create_app(empty, {"SECRET_KEY": "a key that only tests know"})
    app.test_client_class = Anyones
    client = app.test_client()
    assert "Add a jobseeker" in client.get("/advisor/candidates").text
    assert "You have no vacancies yet" in client.get("/provider/vacancies").text
    assert "No vacancy is open today" in client.get("/").text
    assert "No vacancy is open today" in client.get("/vacancies").text
    assert "Nobody has been put forward yet" in client.get("/advisor/referrals").text


def test_no_link_leads_nowhere(client: FlaskClient) -> None:
    """Follow links from the front door, a few of each kind (refer V01, refer V02, ... are one kind)."""
    waiting, seen, kinds = ["/"], {"/"}, Counter[str]()
    while waiting:
        address = waiting.pop()
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        for link in re.findall(r'href="(/[^"#]*)', answer.text):
            kind = re.sub(r"\d+", "0", link)
            if link not in seen and not link.startswith("/static") and kinds[kind] < 3:
                kinds[kind] += 1
                seen.add(link)
                waiting.append(unescape(link))
    assert len(kinds) >= 18
