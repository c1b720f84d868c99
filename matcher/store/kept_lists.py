"""Who is matched best with whom, as the background last ranked it.

The lists are raw material. Nobody who is hidden and no vacancy that waits for approval is in another's list, but a list
may be older than the moment, and a vacancy's goes by where people really live: whoever shows one filters it again, and
to a provider shows no order that tells more than a district does. A list goes with its candidate or vacancy.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.app_tables import SettingRow
from matcher.store.doors import Door
from matcher.store.record_changes import Kind
from matcher.store.tables import CandidateListRow, CandidateRow, RecordChangeRow, VacancyListRow, VacancyRow
from matcher.store.upserts import batches

__all__ = ["LISTS", "Entries", "KeptLists", "ListsState", "StoredList", "take_out"]

LISTS = "lists:state"
"""The name in the table of settings under which stands what the lists rest on; no setting has it."""

Entries = tuple[tuple[str, float], ...]
"""Ids of the other kind and their scores, best first."""

ListRow = CandidateListRow | VacancyListRow

_ROWS: Mapping[Kind, tuple[Any, str, Any]] = {
    "candidate": (CandidateListRow, "candidate_id", CandidateRow),
    "vacancy": (VacancyListRow, "vacancy_id", VacancyRow),
}
_READ_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class StoredList:
    """One list.

    Attributes
    ----------
    version : int
        1 at first; one more whenever the list comes out otherwise.
    as_of, model
        The day it is true on, and the weights.
    entries : tuple of (str, float)
        Vacancies of a candidate, or candidates of a vacancy, best first, with their scores in [0, 100].
    """

    version: int
    as_of: date
    model: str
    entries: Entries


@dataclass(frozen=True, slots=True)
class ListsState:
    """What the lists rest on as a whole.

    Attributes
    ----------
    seq : int
        The last change (`RecordChanges`) that they take account of.
    as_of, made_with : date, str
        The day they are true on, and what they were ranked with.
    all_ranked_at, all_took_seconds : datetime (UTC), float
        When everything was last ranked, and how long it took.
    """

    seq: int
    as_of: date
    made_with: str
    all_ranked_at: datetime
    all_took_seconds: float


class KeptLists(Door):
    """The lists of a store."""

    def of_candidate(self, candidate_id: str) -> StoredList | None:
        """The best vacancies of a candidate; None where they have not been ranked yet."""
        return self._of("candidate", candidate_id)

    def of_vacancy(self, vacancy_id: str) -> StoredList | None:
        """The best candidates of a vacancy; None where it has not been ranked yet."""
        return self._of("vacancy", vacancy_id)

    def all(self, kind: Kind) -> Iterator[tuple[str, Entries]]:
        """Every list of a kind by the id it is of, read as it is asked for."""
        row_type, key, _ = _ROWS[kind]
        wanted = sa.select(getattr(row_type, key), row_type.others, row_type.scores)
        with self._reading() as session:
            for record_id, others, scores in session.execute(wanted, execution_options={"yield_per": _READ_ROWS}):
                yield record_id, tuple(zip(others, scores, strict=True))

    def write(self, kind: Kind, as_of: date, model: str, lists: Mapping[str, Entries]) -> int:
        """Write lists by the id they are of; how many came out otherwise than stored.

        One that is equal to what is stored keeps its version; whoever is not stored any more is passed over. A thousand
        go into one transaction, a tenth of a second: nobody who saves a form waits longer.
        """
        n_changed = 0
        for ids in batches(sorted(lists)):
            with self._session() as session:
                n_changed += _write(session, kind, ids, {"as_of": as_of, "model": model}, lists)
        return n_changed

    def state(self) -> ListsState | None:
        """What the lists rest on; None where nothing was ranked yet."""
        with self._reading() as session:
            return _state(session)

    def mark(self, state: ListsState) -> None:
        """Say what the lists rest on from now on."""
        content = asdict(state) | {"as_of": state.as_of.isoformat(), "all_ranked_at": state.all_ranked_at.isoformat()}
        with self._session() as session:
            session.merge(SettingRow(name=LISTS, value=json.dumps(content)))

    def are_true(self, as_of: date, made_with: str) -> bool:
        """Whether the lists are of a day and were ranked with this, and nothing has changed since."""
        with self._reading() as session:
            state, last = _state(session), session.scalar(sa.select(sa.func.max(RecordChangeRow.id))) or 0
        return state is not None and (state.as_of, state.made_with, state.seq) == (as_of, made_with, last)

    def _of(self, kind: Kind, record_id: str) -> StoredList | None:
        with self._reading() as session:
            row = session.get(_ROWS[kind][0], record_id)
        return row and StoredList(row.version, row.as_of, row.model, tuple(zip(row.others, row.scores, strict=True)))


def take_out(session: Session, candidate_id: str) -> None:
    """Take somebody who is being deleted out of every vacancy's list, before those are ranked again."""
    written = sa.cast(VacancyListRow.others, sa.Text).contains(json.dumps(candidate_id), autoescape=True)
    for row in session.scalars(sa.select(VacancyListRow).where(written)):
        kept = [entry for entry in zip(row.others, row.scores, strict=True) if entry[0] != candidate_id]
        _rewrite(row, tuple(kept), {"as_of": row.as_of, "model": row.model})


def _write(
    session: Session, kind: Kind, ids: Sequence[str], rests_on: Mapping[str, Any], lists: Mapping[str, Entries]
) -> int:
    row_type, key, record_type = _ROWS[kind]
    # Whoever is being deleted has to wait for us on PostgreSQL, or their list would hang on nobody.
    known = sa.select(record_type.id).where(record_type.id.in_(ids))
    there = session.scalars(known.with_for_update(read=True, key_share=True)).all()
    stored = {
        getattr(row, key): row
        for row in session.scalars(sa.select(row_type).where(row_type.__table__.c[key].in_(there)))
    }
    n_changed = 0
    for record_id in there:
        row = stored.get(record_id) or row_type(**{key: record_id, "version": 0})
        n_changed += _rewrite(row, lists[record_id], rests_on)
        session.add(row)
    return n_changed


def _rewrite(row: ListRow, entries: Entries, rests_on: Mapping[str, Any]) -> bool:
    """Whether a list comes out otherwise; it is then one version more."""
    others, scores = [other for other, _ in entries], [score for _, score in entries]
    is_changed = (row.others, row.scores) != (others, scores)
    if is_changed:
        row.version, row.others, row.scores = row.version + 1, others, scores
    row.as_of, row.model = rests_on["as_of"], rests_on["model"]
    return is_changed


def _state(session: Session) -> ListsState | None:
    row = session.get(SettingRow, LISTS)
    if row is None:
        return None
    content = json.loads(row.value)
    content["as_of"] = date.fromisoformat(content["as_of"])
    content["all_ranked_at"] = datetime.fromisoformat(content["all_ranked_at"])
    return ListsState(**content)
