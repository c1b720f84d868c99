"""Merging what comes in with what is stored.

A sparse record never blanks a fuller one, and equal rows change nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.bulk import insert_new
from matcher.store.counts import Change, Counts
from matcher.store.record_changes import Kind, note
from matcher.store.tables import Base, CandidateRow, VacancyRow

__all__ = ["Values", "batches", "fill", "is_blank", "merge", "merge_plain"]

Values = dict[str, Any]
Item = TypeVar("Item")
Settle = Callable[[Values, Values], Values]

# SQLite takes 32,766 values in one statement; a key of two columns in batches of this size stays far below.
_BATCH = 1_000
_LOGGED: Mapping[type[Base], Kind] = {CandidateRow: "candidate", VacancyRow: "vacancy"}


def is_blank(value: object) -> bool:
    """Whether a value says nothing: None, empty text or an empty list (0 and False say something)."""
    return value is None or value in ("", [])


def fill(old: Values, new: Values) -> Values:
    """The values of `new` to be written over `old`: the filled ones, and blanks only where nothing stood."""
    return {name: value for name, value in new.items() if not is_blank(value) or old.get(name) is None}


def merge(session: Session, row_type: type[Base], entries: Sequence[Values], settle: Settle = fill) -> list[Change]:
    """Write entries (each with the key of `row_type`) and say what became of each, in order.

    Parameters
    ----------
    settle : callable
        Given the stored and the incoming values of one row, the values to write; equal ones are dropped.
    """
    return [change for batch in batches(entries) for change in _merge_batch(session, row_type, batch, settle)]


def _merge_batch(session: Session, row_type: type[Base], entries: Sequence[Values], settle: Settle) -> list[Change]:
    key = _key_names(row_type)[0]
    column = getattr(row_type, key)
    stored = {
        getattr(row, key): row
        for row in session.scalars(sa.select(row_type).where(column.in_([e[key] for e in entries])))
    }
    new: dict[str, Values] = {}
    changes = []
    for entry in entries:
        if entry[key] not in stored and entry[key] not in new:
            new[entry[key]] = entry
            changes.append(Change.ADDED)
            continue
        if entry[key] in new:  # twice in one batch: the first is written now, so that the second meets it
            _add(session, row_type, new)
            stored |= {name: session.get_one(row_type, name) for name in new}
            new = {}
        row = stored[entry[key]]
        changes.append(_write(row, settle({name: getattr(row, name, None) for name in entry}, entry)))
    _add(session, row_type, new)
    session.flush()
    session.expunge_all()
    return changes


def _add(session: Session, row_type: type[Base], new: Mapping[str, Values]) -> None:
    """Insert new rows past the ORM, and note those whose changes are logged."""
    insert_new(session, row_type, list(new.values()))
    if new and row_type in _LOGGED:
        note(session, _LOGGED[row_type], new)


def _write(row: Base, values: Values) -> Change:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return Change.UPDATED if changed else Change.UNCHANGED


def merge_plain(session: Session, row_type: type[Base], entries: Sequence[Values]) -> Counts:
    """Upsert rows of reference that come whole: new ones are added, those that differ replaced, in bulk.

    Of entries with one key the last counts.
    """
    keys = _key_names(row_type)
    wanted = {tuple(entry[key] for key in keys): entry for entry in entries}
    stored = {
        tuple(row[key] for key in keys): row
        for batch in batches(sorted({key[0] for key in wanted}))
        for row in _stored_plain(session, row_type, batch)
    }
    new = [entry for key, entry in wanted.items() if key not in stored]
    changed = [entry for key, entry in wanted.items() if key in stored and stored[key] != entry]
    if new:
        session.execute(sa.insert(row_type), new)
    if changed:
        session.execute(sa.update(row_type), changed)
    return Counts(len(new), len(changed), len(entries) - len(new) - len(changed))


def _stored_plain(session: Session, row_type: type[Base], firsts: Sequence[Any]) -> Iterator[Values]:
    """Stored rows whose first key column has one of some values."""
    first = getattr(row_type, _key_names(row_type)[0])
    for row in session.execute(sa.select(*sa.inspect(row_type).columns).where(first.in_(firsts))).mappings():
        yield dict(row)


def _key_names(row_type: type[Base]) -> list[str]:
    return [column.name for column in sa.inspect(row_type).primary_key]


def batches(entries: Iterable[Item]) -> Iterator[list[Item]]:
    """Entries, as many at a time as one statement takes."""
    remaining = iter(entries)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
