"""Spreadsheets of a made-up nation, as somebody would send them in: the same for the same seed, of any size.

Rows are made after the demo's, part by part: the work is one record's, the week another's, one more skill and the words
come from others again. Postcodes are drawn where postcodes are, whole, in part or not at all. No two rows are alike,
and hardly any two lists of skills; none is anybody.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.random import Generator

from matcher.packaged import read_table

__all__ = ["write_sheet"]

Row = dict[str, str]

_IDS = {"candidates": "C{:07d}", "vacancies": "V{:06d}"}
_SKILLS = {"candidates": ("skills",), "vacancies": ("essential_skills", "optional_skills")}
_TEXT = {"candidates": "about", "vacancies": "description"}
_OF_ANOTHER = {
    "candidates": ("shifts", "hours_min", "hours_max", "dbs_status"),
    "vacancies": ("shifts_all_required", "shifts_any_of", "opens", "closes"),
}
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# The letters that second halves of postcodes use.
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

_BLANK, _WHOLE, _SECTOR = 0.02, 0.70, 0.85
"""Judgement: two in a hundred give no postcode, most a whole one, some a sector and the others a district."""
_KEPT, _SHOWN = 0.7, 0.1
"""Judgement: how many of a record's skills a row keeps, and how many of those it shows with a year in brackets."""
_N_SENTENCES = 3
_N_AT_ONCE = 10_000


def write_sheet(kind: str, n_rows: int, path: Path, rng: Generator) -> None:
    """Write `n_rows` of ``candidates`` or ``vacancies`` as CSV, under our own column names."""
    maker = _Maker(kind, rng)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, maker.columns)
        writer.writeheader()
        for start in range(0, n_rows, _N_AT_ONCE):
            writer.writerows(maker.rows(start, min(n_rows, start + _N_AT_ONCE)))


class _Maker:
    """Makes rows of one kind."""

    def __init__(self, kind: str, rng: Generator) -> None:
        self._kind, self._rng = kind, rng
        self._templates = list(read_table("demo", f"{kind}.csv"))
        self.columns = list(self._templates[0])
        texts = (row[_TEXT[kind]] for row in self._templates)
        self._sentences = [one for text in texts for one in _SENTENCE_END.split(text) if one]
        self._skills = {name: [_names(row[name]) for row in self._templates] for name in _SKILLS[kind]}
        sectors = list(read_table("places", "sectors.csv"))
        self._sectors = [row["sector"] for row in sectors]
        n_postcodes = np.array([float(row["n_postcodes"]) for row in sectors])
        self._share = n_postcodes / n_postcodes.sum()

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        """The rows of some numbers."""
        n, rng = stop - start, self._rng
        who, when, more = rng.integers(len(self._templates), size=(3, n))
        said = rng.integers(len(self._sentences), size=(n, _N_SENTENCES))
        for at, postcode in enumerate(self._postcodes(n)):
            row = dict(self._templates[who[at]])
            row["id"] = _IDS[self._kind].format(start + at)
            row[_TEXT[self._kind]] = " ".join(self._sentences[one] for one in said[at])
            row["contact"] = f"{row['id'].lower()}@example.org"
            row |= {name: self._templates[when[at]][name] for name in _OF_ANOTHER[self._kind]}
            row |= {name: self._some(lists[who[at]], lists[more[at]]) for name, lists in self._skills.items()}
            yield row | self._placed(row, postcode)

    def _placed(self, row: Row, postcode: str) -> Row:
        """Where somebody lives or the work is; a round is the district that the postcode begins with."""
        if row.get("area"):
            return {"area": postcode.partition(" ")[0]}
        return {"postcode": postcode}

    def _some(self, own: Sequence[str], others: Sequence[str]) -> str:
        """Some of a record's skills and one of another's, a few with what shows them."""
        kept = [name for name, draw in zip(own, self._rng.random(len(own)), strict=True) if draw < _KEPT]
        names = [*kept, *others[:1]]
        if self._kind == "candidates":
            years = self._rng.integers(2005, 2026, size=len(names))
            shown = self._rng.random(len(names)) < _SHOWN
            names = [
                f"{name} [practised {year}]" if is_shown and "[" not in name else name
                for name, year, is_shown in zip(names, years, shown, strict=True)
            ]
        return "; ".join(names)

    def _postcodes(self, n: int) -> Iterator[str]:
        drawn = self._rng.choice(len(self._sectors), n, p=self._share)
        letters = self._rng.integers(len(_LETTERS), size=(n, 2))
        for sector, (first, last), how in zip(drawn, letters, self._rng.random(n), strict=True):
            name = self._sectors[sector]
            if how < _BLANK:
                yield ""
            elif how < _WHOLE:
                yield f"{name}{_LETTERS[first]}{_LETTERS[last]}"
            else:
                yield name if how < _SECTOR else name.partition(" ")[0]


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]
