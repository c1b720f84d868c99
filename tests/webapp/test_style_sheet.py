"""The style sheet has what the pages name: only some of GOV.UK Frontend's overrides are compiled into it."""

import re
from pathlib import Path

import webapp

ROOM = Path(webapp.__file__).parent


def test_every_override_that_a_page_names_is_in_the_style_sheet() -> None:
    pages = [path for kind in ("*.html", "*.py") for path in ROOM.rglob(kind)]
    named = {name for path in pages for name in re.findall(r"govuk-!-[a-z0-9-]+", path.read_text("utf-8"))}
    sheet = (ROOM / "static" / "carematch.css").read_text("utf-8")
    assert named
    assert [name for name in sorted(named) if "." + name.replace("!", r"\!") not in sheet] == []
