"""Chromium at the app as it is served, with the demo loaded."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from matcher.engine import Engine
from matcher.importers.demo import DEMO_DAY, load_demo
from matcher.store import Store
from webapp import create_app

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

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


@pytest.fixture(scope="session")
def served(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, served as `carematch serve` does."""
    import waitress

    folder = tmp_path_factory.mktemp("served")
    store = Store(f"sqlite:///{folder}/carematch.db")
    store.migrate()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert all(summary.rejected == 0 for summary in load_demo(store, engine.taxonomy, engine.gazetteer))
    whole = Engine(engine.taxonomy, store.gazetteer(engine.gazetteer), engine.model, store)
    app = create_app(whole, {"AS_OF": DEMO_DAY, "INSTANCE": folder})
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    store.close()


@pytest.fixture(scope="session")
def browser_context(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator["BrowserContext"]:
    """An empty Chromium without JavaScript of its own to hide behind."""
    root = request.config.pluginmanager.get_plugin(str(request.config.rootpath / "tests" / "conftest.py"))
    program = next((path for path in map(shutil.which, _NAMES) if path), None)
    if program is None:
        root.missing("no Chromium is installed (on Debian: apt-get install chromium)")  # type: ignore[union-attr]
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        root.missing("playwright is not installed")  # type: ignore[union-attr]
    folder: Path = tmp_path_factory.mktemp("chromium")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=program, args=_ARGUMENTS, headless=True, viewport={"width": 1280, "height": 900}
        )
        yield context
        context.close()


@pytest.fixture
def tab(browser_context: "BrowserContext") -> Iterator["Page"]:
    """A tab that has seen nothing."""
    browser_context.clear_cookies()
    page = browser_context.new_page()
    yield page
    page.close()
