"""Every example of docs/api.md does what the page says."""

import re
import shlex
from pathlib import Path
from typing import Any

from calling import a_system
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matcher.store import Store
from webapp.api.checks import CALLS_A_MINUTE
from webapp.api.problems import USUAL

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text()
EXAMPLES = [
    (command, int(status))
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for command, status in re.findall(r"(curl .*?)\n# (\d{3})\n", block, re.DOTALL)
]


def run(command: str, known: dict[str, str], client: FlaskClient) -> TestResponse:
    """Run a command as a shell and curl would."""
    for name, value in known.items():
        command = command.replace("'\"$" + name + "\"'", value).replace(f"${name}", value.replace('"', r"\""))
    words = shlex.split(command)[1:]
    given: dict[str, Any] = {"method": None, "headers": {}, "data": None}
    address = ""
    while words:
        word = words.pop(0)
        if word == "-H":
            name, _, value = words.pop(0).partition(": ")
            given["headers"][name] = value
        elif word in {"-X", "-d"}:
            given["method" if word == "-X" else "data"] = words.pop(0)
        else:
            address = word
    given["method"] = given["method"] or ("POST" if given["data"] else "GET")
    return client.open(address, **given)


def test_every_example_does_what_the_page_says(app: Flask, store: Store) -> None:
    system = a_system(app, store)
    known = {"CAREMATCH": "", "KEY": system.key, "ETAG": "", "CODE": ""}
    assert len(EXAMPLES) == PAGE.count("curl ") >= 12
    for command, status in EXAMPLES:
        if "$ETAG" in command:
            known["ETAG"] = system("GET", "/vacancies/REF-2026-113").headers["ETag"]
        if "$CODE" in command:
            known["CODE"] = system.get("/vacancies/REF-2026-113/matches")["matches"][0]["code"]
        answer = run(command, known, app.test_client())
        assert answer.status_code == status, (command, answer.text)
    rows = store.vacancy_ids()
    assert {"REF-2026-113", "REF-2026-114", "HR-77"} <= rows
    assert "REF-2026-115" not in rows
    assert store.vacancy("REF-2026-113").positions == 2


def test_the_page_names_every_status_and_the_limit() -> None:
    table = PAGE[PAGE.index("| status | why |") :]
    assert set(map(int, re.findall(r"\b[45]\d\d\b", table))) == set(USUAL)
    assert f"{CALLS_A_MINUTE} times a minute" in PAGE
