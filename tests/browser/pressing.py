"""Buttons pressed, and the page that follows waited for: a busy machine takes its time."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["press"]


def press(tab: "Page", button: str) -> None:
    """Press a button by its name and wait until the next page is there."""
    with tab.expect_navigation():
        tab.get_by_role("button", name=button).click()
