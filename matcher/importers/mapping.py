"""Other people's column names mapped to ours: suggested, tried on the first rows, and read from a file.

An advisor's spreadsheet says "Home postcode" and "Full driving licence?". Suggestions are for a person to look over:
nothing is mapped unless it is asked for with ``--columns`` or in the app.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rapidfuzz import fuzz, process

from matcher.errors import FileError, InputError
from matcher.importers.candidates import CANDIDATE_COLUMNS
from matcher.importers.column_names import SYNONYMS
from matcher.importers.courses import COURSE_COLUMNS
from matcher.importers.outcomes import OUTCOME_COLUMNS
from matcher.importers.providers import PROVIDER_COLUMNS
from matcher.importers.tables import open_table
from matcher.importers.travel_times import TRAVEL_TIME_COLUMNS
from matcher.importers.vacancies import VACANCY_COLUMNS
from matcher.likeness.normalise import normalise

__all__ = ["Preview", "columns_of", "load_columns", "preview", "suggest_columns"]

_COLUMNS = {
    "candidates": CANDIDATE_COLUMNS,
    "vacancies": VACANCY_COLUMNS,
    "providers": PROVIDER_COLUMNS,
    "courses": COURSE_COLUMNS,
    "travel-times": TRAVEL_TIME_COLUMNS,
    "outcomes": OUTCOME_COLUMNS,
}
# Judgement: below this likeness (0 to 100) a suggestion is more often wrong than right; a blank is better than a
# column read as something else.
_LEAST_LIKENESS = 82.0


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a file as they would be read.

    Attributes
    ----------
    header : tuple of str
        The file's own columns.
    columns : dict of str to str
        Our column to the file's, with those that match by name.
    unread : tuple of str
        The file's columns that nothing of ours is read from.
    rows : tuple of dict
        Our column to the cell, for the mapped columns only.
    """

    header: tuple[str, ...]
    columns: dict[str, str]
    unread: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def columns_of(kind: str) -> tuple[str, ...]:
    """Our columns of a kind of file.

    Raises
    ------
    InputError
        A kind without columns of ours.
    """
    if kind not in _COLUMNS:
        raise InputError(f"'{kind}' has no columns to map: choose one of {', '.join(_COLUMNS)}.")
    return _COLUMNS[kind]


def suggest_columns(header: Sequence[str], kind: str) -> dict[str, str]:
    """Which of a file's columns is most likely which of ours.

    The likest pairs are taken first and each column is used once; ties go by our order, then the file's. What is like
    nothing is left out.

    Returns
    -------
    dict of str to str
        Our column to the file's, in our order.
    """
    ours = columns_of(kind)
    names = [name for name in header if normalise(name)]
    pairs = sorted(
        (
            (-_likeness(name, column, kind), place, number)
            for place, column in enumerate(ours)
            for number, name in enumerate(names)
        ),
    )
    chosen: dict[int, int] = {}
    for unlikeness, place, number in pairs:
        if -unlikeness >= _LEAST_LIKENESS and place not in chosen and number not in chosen.values():
            chosen[place] = number
    return {ours[place]: names[chosen[place]] for place in sorted(chosen)}


def preview(path: Path, kind: str, columns: Mapping[str, str], n: int = 5) -> Preview:
    """The first `n` rows of a file under a mapping, which need not name an id yet.

    Raises
    ------
    FileError
        The file cannot be read, or lacks a mapped column.
    """
    known = columns_of(kind)
    table = open_table(path, required=set(), known=known, columns=columns, reject=lambda *_: None)
    used = {ours: theirs for theirs, ours in zip(table.header, table.keys, strict=True) if ours in known}
    rows = tuple({ours: row[ours] for ours in used} for _, row in islice(table, n))
    return Preview(table.header, used, table.unknown_columns, rows)


def load_columns(path: Path, kind: str) -> dict[str, str]:
    """A mapping from a JSON file: ``{"postcode": "Home postcode"}``, our column to the file's.

    Raises
    ------
    FileError
        Missing, no JSON object of texts, or a column that is none of ours.
    """
    try:
        columns = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise FileError(f"There is no file {path} with the columns: check the name and the folder.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise FileError(f'{path} cannot be read as JSON: write {{"postcode": "Home postcode"}}. {error}') from error
    if not isinstance(columns, dict) or not all(isinstance(name, str) for name in columns.values()):
        raise FileError(f'{path} has to map our columns to the file\'s own, as in {{"postcode": "Home postcode"}}.')
    for ours in columns:
        _refuse_unknown(path, ours, columns_of(kind), columns[ours])
    return columns


def _refuse_unknown(path: Path, ours: str, known: Sequence[str], theirs: str) -> None:
    if ours in known:
        return
    if theirs in known:
        raise FileError(f"{path}: '{ours}' and '{theirs}' are the wrong way round: our column comes first.")
    likest = process.extractOne(ours, known, scorer=fuzz.WRatio)
    raise FileError(f"{path}: '{ours}' is none of our columns; did you mean '{likest[0]}'? Ours: {', '.join(known)}.")


def _likeness(name: str, column: str, kind: str) -> float:
    """How like a column name is to ours or to one of the ways people write it, 0 to 100; the same words are 100."""
    said = normalise(name.replace("_", " "))
    forms = (normalise(column.replace("_", " ")), *SYNONYMS[kind].get(column, ()), *SYNONYMS["both"].get(column, ()))
    return max(fuzz.token_sort_ratio(said, form) for form in forms)
