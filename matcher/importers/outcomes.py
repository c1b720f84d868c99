"""Outcomes of referrals from a spreadsheet: one row for each stage that a candidate reached with a vacancy."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import process

from matcher.domain import Outcome, Stage
from matcher.errors import RowError
from matcher.importers.fields import is_blank, read_date, read_fields
from matcher.importers.landing import land_rows, note_columns
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import open_table
from matcher.likeness.normalise import normalise
from matcher.store import Counts

__all__ = ["OUTCOME_COLUMNS", "import_outcomes", "read_outcomes"]

OUTCOME_COLUMNS = ("candidate", "vacancy", "stage", "date")

# Judgement: a slip of the hand stays above this likeness (0 to 100); another word does not.
_LEAST_LIKENESS = 75.0
_NEEDED = ("candidate", "vacancy", "stage")
_STAGES = {
    **dict.fromkeys(("submitted", "put forward", "applied", "application"), Stage.REFERRED),
    **dict.fromkeys(("interview", "invited to interview"), Stage.INTERVIEWED),
    **dict.fromkeys(("offer", "job offer", "offer made", "conditional offer"), Stage.OFFERED),
    **dict.fromkeys(("start", "hired", "employed", "in post", "job start", "started work"), Stage.STARTED),
    **dict.fromkeys(("in post 3 months", "3 months", "3 months in post", "13 weeks"), Stage.IN_POST_3M),
    **dict.fromkeys(("in post 6 months", "6 months", "6 months in post", "26 weeks"), Stage.IN_POST_6M),
    **dict.fromkeys(("in post 12 months", "12 months", "12 months in post", "52 weeks"), Stage.IN_POST_12M),
    **dict.fromkeys(("withdrawn", "candidate withdrew", "declined", "declined offer"), Stage.WITHDREW),
    **dict.fromkeys(("rejected", "unsuccessful", "not hired", "not offered"), Stage.NOT_SELECTED),
    **{normalise(stage.value.replace("_", " ")): stage for stage in Stage},
}


def import_outcomes(path: Path, context: ImportContext) -> ImportSummary:
    """Import outcomes from delimited text with the columns `OUTCOME_COLUMNS`; only ``date`` may be blank or missing.

    Raises
    ------
    FileError
        The file cannot be read, or lacks a column.
    """
    return _take(path, context, context.store.upsert_outcomes)


def read_outcomes(path: Path, context: ImportContext) -> tuple[ImportSummary, list[Outcome]]:
    """The same rows read and not stored: the summary, which counts them as added, and the outcomes."""
    found: list[Outcome] = []

    def keep(chunk: Sequence[Outcome]) -> Counts:
        found.extend(chunk)
        return Counts(added=len(chunk))

    return _take(path, context, keep), found


def _take(path: Path, context: ImportContext, land: Callable[[Sequence[Outcome]], Counts]) -> ImportSummary:
    with Tally("outcomes", context) as tally:
        table = open_table(
            path, required=set(_NEEDED), known=OUTCOME_COLUMNS, columns=context.columns, reject=tally.reject
        )
        tally.format = table.format
        note_columns(tally, table.unknown_columns)
        reader = _Reader(context.store.candidate_ids() - context.closed, context.store.vacancy_ids(), _today())
        land_rows(table, reader.read, land, tally, table.as_sent)
        return tally.summary()


class _Reader:
    """Reads rows of one file, and remembers them: nobody reaches one stage with one vacancy twice."""

    def __init__(self, candidates: Collection[str], vacancies: Collection[str], today: date) -> None:
        self._readers: Mapping[str, Callable[[str], Any]] = {
            "candidate": lambda text: _stored(text, candidates, "candidate"),
            "vacancy": lambda text: _stored(text, vacancies, "vacancy"),
            "stage": _read_stage,
            "date": lambda text: _read_past_date(text, today),
        }
        self._seen: set[str] = set()

    def read(self, row: Mapping[str, str]) -> tuple[str, Outcome]:
        """One row as a key and the outcome.

        Raises
        ------
        RowError
            What is wrong with the row, in one line.
        """
        blank = [name for name in _NEEDED if is_blank(row.get(name, ""))]
        if blank:
            raise RowError(
                f"{', '.join(blank)}: blank, and a row has to name all of {', '.join(_NEEDED)}.", field=blank[0]
            )
        values = read_fields(row, self._readers)
        outcome = Outcome(values["candidate"], values["vacancy"], values["stage"], values.get("date"))
        return self._refuse_repeat(outcome), outcome

    def _refuse_repeat(self, outcome: Outcome) -> str:
        key = f"candidate '{outcome.candidate}', vacancy '{outcome.vacancy}', stage '{outcome.stage}'"
        if key in self._seen:
            raise RowError(f"{key}: an earlier row says so already; delete one of them.", field="stage")
        self._seen.add(key)
        return key


def _stored(text: str, ids: Collection[str], kind: str) -> str:
    if text not in ids:
        raise RowError(f"no {kind} of this id is stored; import it first, or correct the id.")
    return text


def _read_stage(text: str) -> Stage:
    words = normalise(text.replace("_", " "))
    if words not in _STAGES:
        likest = process.extractOne(words, list(_STAGES), score_cutoff=_LEAST_LIKENESS)
        hint = f"did you mean {_STAGES[likest[0]]}? Write" if likest else "write"
        raise RowError(f"this is no stage; {hint} one of {', '.join(Stage)}.")
    return _STAGES[words]


def _read_past_date(text: str, today: date) -> date:
    day = read_date(text)
    if day > today:
        raise RowError("an outcome cannot lie in the future; correct the date.")
    return day


def _today() -> date:
    return date.today()  # noqa: DTZ011 - dates of outcomes are local days of the United Kingdom
