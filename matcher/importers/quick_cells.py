"""Cells that differ in nearly every row, put together from parts that do not.

There are as many lists of skills as people, of the names in them some hundred. Whole postcodes are nearly as many, and
all those of a sector lie at one place where no directory has been imported. What cannot be put together so is read as
any other cell.
"""

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
        self._read = read
        self._said = lru_cache(MOST_REMEMBERED)(self._of_part)

    def said(self, text: str, linker: Linker) -> Said | None:
        """What a list says, with its unlinked names counted; None where it says that there is nothing, or no answer.

        Raises
        ------
        InputError
            One of its names cannot be read.
        """
        if is_blank(text) or text.casefold() in NOTHING:
            return None
        said = [one for part in text.replace("\n", ";").split(";") if (one := self._said(part))]
        if not said:
            return None
        skills, unlinked, evidence = map(_each_once, zip(*said, strict=True))
        if unlinked:
            linker.count(("skill", name, 1) for name in unlinked)
        return Said(skills, unlinked, sorted(evidence))

    def _of_part(self, text: str) -> Said | None:
        """What stands between two semicolons; None where nothing does."""
        name = " ".join(text.split())
        return self._read(name) if name else None


def _each_once(lists: tuple[list[str], ...]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(lists))) if any(lists) else []


class PostcodeCells:
    """Postcodes: where the gazetteer lets a sector stand in for them, it is looked up once for all of a sector."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._locate = gazetteer.locate
        self._stand_in: Callable[[str], str | None] = getattr(gazetteer, "stand_in", lambda _text: None)
        self._foresee: Callable[[Sequence[str]], None] = getattr(gazetteer, "foresee", lambda _texts: None)
        self._looked_up = lru_cache(MOST_REMEMBERED)(self._look_up)
        # A postcode stands in a sector by its beginning, and is a whole one by its end, whatever the other half is.
        self._of_sector: dict[str, Values] = {}
        self._endings: set[str] = set()
        self._stood_in_for = ""

    def foresee(self, texts: Sequence[str]) -> None:
        """Make ready for the postcodes of a block; what is known of sectors is forgotten if they no longer stand in."""
        self._foresee(texts)
        if self._stand_in(self._stood_in_for) is None:
            self._of_sector.clear()

    def columns(self, text: str) -> Values:
        """The columns that a postcode fills.

        Raises
        ------
        PlaceError
            There is no such postcode, or nobody knows where it is.
        """
        known = self._of_sector.get(text[:-2]) if text[-2:] in self._endings else None
        if known is not None:
            return {**known, "postcode": text, "place_label": text}
        if is_blank(text):
            return {}
        sector = self._stand_in(text)
        if sector is None:
            return self._looked_up(text)
        found = self._of_sector[sector] = self._look_up(text)
        self._endings.add(text.removeprefix(sector))
        self._stood_in_for = text
        return found

    def _look_up(self, text: str) -> Values:
        found = placed(self._locate(text))
        return {"postcode": found["postcode"], **place_values(found["place"])}
