"""Cells that differ in nearly every row, put together from parts that do not.

There are as many lists of skills as people, of the names in them some hundred. Whole postcodes are nearly as many, and
all those of a sector lie at one place where no directory has been imported. What cannot be put together so is read as
any other cell.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from matcher.geography import Gazetteer
from matcher.importers.fields import NOTHING, is_blank
from matcher.importers.linking import Linker
from matcher.importers.placing import placed
from matcher.importers.remembered import MOST_REMEMBERED, Values
from matcher.store import place_values

__all__ = ["PostcodeCells", "Said", "SkillCells"]

_BETWEEN_NAMES = re.compile(r"[;\n]")


class Said(NamedTuple):
    """What names of skills say: ids, names that no skill fits, and evidence as it is written."""

    skills: list[str]
    unlinked: list[str]
    evidence: list[str]


class SkillCells:
    """Lists of skills: a list says what its names say, each once.

    Parameters
    ----------
    read : callable
        What one name says; raises `InputError` where it cannot be read.
    """

    def __init__(self, read: Callable[[str], Said]) -> None:
        self._read = lru_cache(MOST_REMEMBERED)(read)

    def said(self, text: str, linker: Linker) -> Said | None:
        """What a list says, with its unlinked names counted; None where it says that there is nothing, or no answer.

        Raises
        ------
        InputError
            One of its names cannot be read.
        """
        if is_blank(text) or text.casefold() in NOTHING:
            return None
        names = [" ".join(name.split()) for name in _BETWEEN_NAMES.split(text)]
        said = [self._read(name) for name in names if name]
        if not said:
            return None
        skills, unlinked, evidence = (
            list(dict.fromkeys(chain.from_iterable(part))) for part in zip(*said, strict=True)
        )
        linker.count(("skill", name, 1) for name in unlinked)
        return Said(skills, unlinked, sorted(evidence))


class PostcodeCells:
    """Postcodes: where the gazetteer lets a sector stand in for them, it is looked up once for all of a sector."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._locate = gazetteer.locate
        self._stand_in: Callable[[str], str | None] = getattr(gazetteer, "stand_in", lambda _text: None)
        self.foresee: Callable[[Sequence[str]], None] | None = getattr(gazetteer, "foresee", None)
        self._looked_up = lru_cache(MOST_REMEMBERED)(self._look_up)
        self._known: dict[str, Values] = {}

    def columns(self, text: str) -> Values:
        """The columns that a postcode fills.

        Raises
        ------
        PlaceError
            There is no such postcode, or nobody knows where it is.
        """
        if is_blank(text):
            return {}
        sector = self._stand_in(text)
        if sector is None:
            return self._looked_up(text)
        if sector not in self._known:
            self._known[sector] = self._looked_up(text)
        return {**self._known[sector], "postcode": text, "place_label": text}

    def _look_up(self, text: str) -> Values:
        found = placed(self._locate(text))
        return {"postcode": found["postcode"], **place_values(found["place"])}
