"""Long lists in pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from flask import current_app, g, request, url_for

__all__ = ["MATCHES_PER_PAGE", "Page", "address_with", "matches_per_page", "paginate", "paginate_slices", "show_as"]

_Item = TypeVar("_Item")
_Shown = TypeVar("_Shown")

# Judgement: a table of twenty rows is one or two screens; ten matches with their facts are what somebody reads at once.
PER_PAGE = 20
MATCHES_PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Page(Generic[_Item]):
    """One page of a list; `number` counts from 1, and an empty list still has one page."""

    items: tuple[_Item, ...]
    number: int
    n_pages: int
    n_items: int
    per_page: int

    @property
    def first(self) -> int:
        """Position of the page's first item in the list, from 1; 0 when the list is empty."""
        return min((self.number - 1) * self.per_page + 1, self.n_items)

    @property
    def last(self) -> int:
        """Position of the page's last item."""
        return min(self.number * self.per_page, self.n_items)

    def each(self, show: Callable[[_Item], _Shown]) -> "Page[_Shown]":
        """The same page with what each item is shown as, so that a long list is made of as little as counts it."""
        return Page(tuple(show(item) for item in self.items), self.number, self.n_pages, self.n_items, self.per_page)

    def links(self) -> dict[str, Any]:
        """What the pagination macro takes: this address with other page numbers, gaps as dots."""
        items: list[dict[str, Any]] = []
        for number in range(1, self.n_pages + 1):
            if number in {1, self.n_pages} or abs(number - self.number) <= 1:
                items.append({"number": number, "href": address_with(page=number), "current": number == self.number})
            elif not items[-1].get("ellipsis"):
                items.append({"ellipsis": True})
        links: dict[str, Any] = {"items": items, "landmarkLabel": "Pages of this list"}
        if self.number > 1:
            links["previous"] = {"href": address_with(page=self.number - 1)}
        if self.number < self.n_pages:
            links["next"] = {"href": address_with(page=self.number + 1)}
        return links


def paginate(items: Sequence[_Item], per_page: int = PER_PAGE) -> Page[_Item]:
    """The page of `items` that the address asks for; a number that is none or too high gives the nearest page."""
    return paginate_slices(len(items), lambda start, size: items[start : start + size], per_page)


def paginate_slices(
    n_items: int, fetch: Callable[[int, int], Sequence[_Item]], per_page: int = PER_PAGE
) -> Page[_Item]:
    """As `paginate`, for a list too long to hold: `fetch` gives a slice by its start and size."""
    n_pages = max(1, -(-n_items // per_page))
    number = min(max(1, request.args.get("page", 1, type=int)), n_pages)
    items = fetch((number - 1) * per_page, per_page)
    return Page(tuple(items), number, n_pages, n_items, per_page)


def matches_per_page() -> int:
    """How many matches a page of a ranking holds: the setting ``MATCHES_PER_PAGE``, else ten."""
    return int(current_app.config.get("MATCHES_PER_PAGE", MATCHES_PER_PAGE))


def show_as(endpoint: str) -> None:
    """Let the links of this answer be those of another page: one that a form was sent from and that is shown again."""
    g.shown_as = endpoint


def address_with(**changes: object) -> str:
    """The address of the page that is shown, with parts of its query replaced; a blank takes a part out."""
    query = {**request.args.to_dict(flat=False), **changes}
    path = url_for(g.get("shown_as") or str(request.endpoint), **(request.view_args or {}))
    filled = {name: value for name, value in query.items() if value not in (None, "", [], [""])}
    return f"{path}?{urlencode(filled, doseq=True)}" if filled else path
