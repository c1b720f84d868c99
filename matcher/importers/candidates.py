"""Candidates from a spreadsheet: one row a person, blank where nobody has asked.

Name and contact go to the people's own table and never reach the engine.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from matcher.importers.candidate_rows import CANDIDATE_COLUMNS, linked_skills, read_candidate, read_skills
from matcher.importers.candidates_by_column import candidates_by_column
from matcher.importers.landing import land_blocks, land_rows, note_columns, takes_rows
from matcher.importers.linking import Linker
from matcher.importers.remembered import Values
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.importers.tables import Table, open_table
from matcher.store import Counts, Person, Store, row_values

__all__ = ["CANDIDATE_COLUMNS", "import_candidates", "linked_skills", "read_candidate", "read_skills"]


def import_candidates(path: Path, context: ImportContext) -> ImportSummary:
    """Import candidates from delimited text with the columns `CANDIDATE_COLUMNS`, of which only ``id`` is needed.

    Raises
    ------
    FileError
        The file cannot be read or has no column for the id.
    """
    with Tally("candidates", context) as tally:
        table = open_table(path, required={"id"}, known=CANDIDATE_COLUMNS, columns=context.columns, reject=tally.reject)
        tally.format = table.format
        note_columns(tally, table.unknown_columns)
        linker = Linker(context.taxonomy)
        if takes_rows(context.store):
            _land_by_column(table, linker, tally, context)
        else:
            read = partial(read_candidate, linker=linker, gazetteer=context.gazetteer)
            land_rows(table, read, context.store.upsert_candidates, tally, table.as_sent, context.closed)
        for sentence in linker.notes():
            tally.note(sentence)
        return tally.summary()


def _land_by_column(table: Table, linker: Linker, tally: Tally, context: ImportContext) -> None:
    def by_itself(row: Mapping[str, str]) -> Values:
        _, (candidate, person) = read_candidate(row, linker, context.gazetteer)
        return row_values(candidate) | {"name": person.name, "contact": person.contact}

    land = partial(_land, store=context.store)
    land_blocks(table, candidates_by_column(linker, context.gazetteer), by_itself, land, tally, context.closed)


def _land(rows: Sequence[Values], store: Store) -> Counts:
    return store.upsert_candidate_rows([(row, Person(row.pop("name"), row.pop("contact"))) for row in rows])
