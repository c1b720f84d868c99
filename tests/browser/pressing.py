"""Buttons pressed, and the page that follows waited for: a busy machine takes its time."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["press", "title_begins"]


def press(tab: "Page", button: str) -> None:
    """Press a button by its name and wait until the next page is there."""
    with tab.expect_navigation():
        tab.get_by_role("button", name=button).click()


def title_begins(tab: "Page", words: str) -> bool:
    """Whether a page comes whose title begins with these words."""
    from playwright.sync_api import expect

    expect(tab).to_have_title(re.compile(f"^{re.escape(words)}"))
    return True
