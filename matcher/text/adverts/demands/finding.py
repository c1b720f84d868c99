"""What adverts ask for in words that name no skill: "as part of a team", "keep accurate records", "a caring nature".

These words mean the skill in an advert, where they are asked of somebody; in a CV or a sentence they may not, so they
are no names of the taxonomy.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from matcher.text.adverts.demands.care import CARE
from matcher.text.adverts.demands.manner import MANNER
from matcher.text.adverts.demands.titles import TITLES
from matcher.text.adverts.demands.work import WORK

__all__ = ["Demand", "find_demands", "find_title_demands", "skills_demanded"]

# Judgement, of every table: one line a skill, its patterns behind the colon. Chosen by reading adverts of care homes,
# home care and hospitals and asking of every demand which skill of the taxonomy it is.
# A line that begins with two spaces goes on with the patterns of the line above.
_CONTINUED = re.compile(r"\n {2}")


class Demand(NamedTuple):
    """A stretch of a sentence that asks for a skill."""

    skill: str
    start: int
    end: int


def find_demands(sentence: str) -> Iterator[Demand]:
    """Skills that a sentence asks for without naming them."""
    for table in (MANNER, CARE, WORK):
        yield from _find(table, sentence)


def find_title_demands(title: str) -> Iterator[Demand]:
    """Skills that a post asks for by its title alone: a cook cooks."""
    yield from _find(TITLES, title)


def skills_demanded() -> frozenset[str]:
    """Ids of every skill that a table demands."""
    return frozenset(skill for table in (MANNER, CARE, WORK, TITLES) for skill, _ in _patterns(table))


def _find(table: str, text: str) -> Iterator[Demand]:
    for skill, pattern in _patterns(table):
        found = next((match for match in pattern.finditer(text) if _counts(match)), None)
        if found:
            yield Demand(skill, found.start(), found.end())


def _counts(found: re.Match[str]) -> bool:
    """Whether a match is a demand: what a pattern calls ``no`` has another sense and takes its words."""
    return found.end() > found.start() and not found.groupdict().get("no")


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (line.partition(": ") for line in _CONTINUED.sub("", table.strip()).splitlines() if line)
    return tuple((skill, re.compile(words, re.IGNORECASE)) for skill, _, words in lines)
