"""Lists in pages: what a call asks, and the page it gets."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, Field

from webapp.paging import Page

__all__ = ["PageQuery", "page_of"]

_Item = TypeVar("_Item")


class PageQuery(BaseModel):
    """Which page of a list."""

    page: int = Field(default=1, ge=1, le=100_000, description="The page, from 1.", examples=[1])
    per_page: int = Field(default=50, ge=1, le=100, description="How many on a page.", examples=[50])


def page_of(items: Sequence[_Item], query: PageQuery) -> Page[_Item]:
    """The page that was asked for; beyond the last it is empty, so that who counts up comes to an end."""
    start = (query.page - 1) * query.per_page
    n_pages = max(1, -(-len(items) // query.per_page))
    return Page(tuple(items[start : start + query.per_page]), query.page, n_pages, len(items), query.per_page)
