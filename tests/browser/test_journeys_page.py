"""The page that tells of the journeys: the figures that the journeys are held to."""

import re
from pathlib import Path

from peers import JOURNEYS, Journey


def test_the_page_of_the_journeys_tells_the_figures_they_are_held_to(pytestconfig: object) -> None:
    page = Path(pytestconfig.rootpath / "docs" / "journeys.md").read_text(encoding="utf-8")  # type: ignore[attr-defined]
    rows = re.findall(r"^\| (\w+: .*) \|$", page, flags=re.MULTILINE)
    assert rows == [_row(journey) for journey in JOURNEYS]


def _row(one: Journey) -> str:
    ours, theirs = _pages(one.pages, one.sign_up), _pages(one.peer_pages, one.peer_sign_up)
    return " | ".join([one.task, ours, str(one.views), one.peer, theirs, str(one.peer_views)])


def _pages(own: int, sign_up: int) -> str:
    return f"{own} + {sign_up}" if sign_up else str(own)
