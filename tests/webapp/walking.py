"""Walks over the pages of a role from where it starts, and gathers the forms on them."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

__all__ = ["Form", "forms_behind", "walk"]

_WORDS = "I looked after my nan for two years and worked in a shop in Leeds"
_PAGES_PER_ROUTE = 2  # a second page of a route shows what a first one lacks, such as an empty list


@dataclass
class Form:
    """A form as a browser sees it; `fields` are names with the values that they could be sent with."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)

    def as_it_stands(self) -> dict[str, list[str]]:
        """What is sent where nobody touches anything."""
        return {name: values[:1] for name, values in self.fields.items()}


class _Page(HTMLParser):
    """The links and forms of a page."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address, self.links, self.forms = address, [], []  # type: ignore[var-annotated]
        self._form: Form | None = None
        self._name = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.links.append(urldefrag(urljoin(self.address, given["href"]))[0])
        elif tag == "form":
            action = urldefrag(urljoin(self.address, given.get("action") or self.address))[0]
            self._form = Form(action, given.get("method", "get").upper())
            self.forms.append(self._form)
        elif self._form is not None:
            self._take_field(self._form, tag, given)

    def _take_field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "input" and given.get("type") == "file":
            form.files.append(name)
        elif tag in {"input", "button", "textarea", "select"} and name and name != "csrf_token":
            values = form.fields.setdefault(name, [])
            if tag == "input" and given.get("type") == "hidden":
                form.hidden.add(name)
            if tag != "select":
                values.append(given.get("value", ""))
        if tag == "select":
            self._name = name
        elif tag == "option" and self._name:
            form.fields.setdefault(self._name, []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._name = ""


def walk(app: Flask, client: FlaskClient, starts: tuple[str, ...], n_pages: int) -> tuple[list[Form], list[str]]:
    """The forms found, one of each kind, and the pages looked at; never more than `n_pages`."""
    forms: dict[object, Form] = {}
    seen: Counter[str] = Counter()
    looked_at: list[str] = []
    waiting = deque(starts)
    queued = set(starts)
    while waiting and len(looked_at) < n_pages:
        address = waiting.popleft()
        route = _route(app, address, "GET")
        if route is None or seen[route] >= _PAGES_PER_ROUTE:  # a section of a form is a page of its own
            continue
        seen[route] += 1
        answer = client.get(address, follow_redirects=True)
        looked_at.append(address)
        if answer.mimetype != "text/html":
            continue
        page = _Page(answer.request.path, answer.text)
        for form in page.forms:
            forms.setdefault(_kind(app, form), form)
        for link in _ours(page.links):
            if link not in queued:
                queued.add(link)
                waiting.append(link)
    return list(forms.values()), looked_at


def forms_behind(client: FlaskClient, form: Form) -> list[Form]:
    """The forms on the page that comes after a form is sent with a few words, such as what was read out of a CV."""
    if form.method != "POST":
        return []
    sent = {name: values if any(values) else [_WORDS] for name, values in form.as_it_stands().items()}
    answer = client.post(form.action, data=sent, follow_redirects=True)
    return _Page(answer.request.path, answer.text).forms if answer.mimetype == "text/html" else []


def _kind(app: Flask, form: Form) -> tuple[object, ...]:
    return _route(app, form.action, form.method), form.method, *sorted(form.fields)


def _ours(links: list[str]) -> Iterator[str]:
    for link in links:
        parts = urlsplit(link)
        if not parts.scheme and not parts.netloc and link.startswith("/"):
            yield link


def _route(app: Flask, address: str, method: str) -> str | None:
    """The route that an address leads to."""
    try:
        rule, values = app.url_map.bind("localhost").match(urlsplit(address).path, method, return_rule=True)
    except HTTPException:
        return None
    if rule.endpoint in {"static", "account.sign_out"}:
        return None
    return rule.rule.replace("<step>", str(values.get("step")))
