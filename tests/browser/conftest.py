"""Chromium at the app as it is served, with the demo loaded and lived in."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from living_in import live_in

from matcher.engine import Engine
from matcher.importers.demo import DEMO_DAY, load_demo
from matcher.importers.demo_accounts import load_demo_accounts
from matcher.store import Store
from webapp import create_app
from webapp.mail import outbox

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but the page under test: no sandbox in containers, no calls home.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_WIDE = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class House:
    """The app as it is served, and where."""

    address: str
    app: Flask
    store: Store

    def letter_to(self, email: str) -> str:
        """The words of the latest message to an address, which waits in the outbox as no mail server is named."""
        kept = sorted(outbox(self.app.config["INSTANCE"]).glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
        letters = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in kept]
        return str([letter for letter in letters if letter["To"] == email][-1].get_content())

    def cookie(self, email: str) -> dict[str, str]:
        """The cookie of a session in which an account is signed in."""
        account = self.store.accounts.by_email(email)
        assert account is not None, email
        now = int(time.time())
        session = {
            "_user_id": f"{account.id}.{account.epoch}",
            "_permanent": True,
            "began_at": now,
            "seen_at": now,
        }
        signer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        return {"name": self.app.config["SESSION_COOKIE_NAME"], "value": signer.dumps(session), "url": self.address}


@pytest.fixture(scope="session")
def house(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The app, served as `carematch serve` does, where people have already been at work."""
    import waitress

    folder = tmp_path_factory.mktemp("served")
    store = Store(f"sqlite:///{folder}/carematch.db")
    store.migrate()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert all(summary.rejected == 0 for summary in load_demo(store, engine.taxonomy, engine.gazetteer))
    load_demo_accounts(store)
    live_in(store)
    whole = Engine(engine.taxonomy, store.gazetteer(engine.gazetteer), engine.model, store)
    app = create_app(whole, {"AS_OF": DEMO_DAY, "INSTANCE": folder, "RATELIMIT_ENABLED": False})
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield House(f"http://127.0.0.1:{server.effective_port}", app, store)
    server.close()
    store.close()


@pytest.fixture(scope="session")
def served(house: House) -> str:
    """The address of the app."""
    return house.address


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator["Browser"]:
    """An empty Chromium."""
    root = request.config.pluginmanager.get_plugin(str(request.config.rootpath / "tests" / "conftest.py"))
    program = next((path for path in map(shutil.which, _NAMES) if path), None)
    if program is None:
        root.missing("no Chromium is installed (on Debian: apt-get install chromium)")  # type: ignore[union-attr]
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        root.missing("playwright is not installed")  # type: ignore[union-attr]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS, headless=True)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: "Browser") -> Iterator["Page"]:
    """A tab that has seen nothing."""
    context = chromium.new_context(viewport=_WIDE)
    yield context.new_page()
    context.close()


@pytest.fixture
def enter(chromium: "Browser", house: House) -> Iterator[Callable[..., "Page"]]:
    """Opens tabs in which a demo account is signed in: ``enter("advisor@demo.example")``."""
    contexts: list[BrowserContext] = []

    def open_tab(email: str | None, **settings: object) -> "Page":
        context = chromium.new_context(viewport=_WIDE, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        if email:
            context.add_cookies([house.cookie(email)])  # type: ignore[list-item]
        return context.new_page()

    yield open_tab
    for context in contexts:
        context.close()
