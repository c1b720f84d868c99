"""Exact places of postcodes, once a directory has been imported."""

import calendar
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from time import monotonic
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from matcher.domain import Place, PlacePrecision
from matcher.errors import PostcodeUnknownError
from matcher.geography import Gazetteer, Postcode, parse_postcode
from matcher.geography.postcodes import compact_text
from matcher.geography.sectors import load_sectors
from matcher.store.deprivation import LSOA_COLUMN
from matcher.store.tables import DeprivationRow, PostcodeRow
from matcher.store.upserts import batches

__all__ = ["StoredGazetteer"]

_N_SUGGESTIONS = 5
_N_CACHED = 50_000
# Another process may import postcodes too: what it changed is seen within a minute.
_FRESH_SECONDS = 60
# Judgement: a directory of any year lists well over half of a sector's postcodes of today; a cohort's list does not.
_COVERED = 0.5
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
# Letters and digits that are taken for one another, all written as the digit.
_LOOKALIKE = str.maketrans("OISBZGQ", "0158260")
_UNPLACED_AREAS = {"JE", "GY", "IM", "BF"}
# What is remembered of the directory holds for one state of it.
_State = tuple[int, int]


class StoredGazetteer:
    """Finds stored postcodes exactly, and asks `fallback` for the rest.

    A full postcode that is not stored, in a sector whose postcodes are, does not exist: it is refused with those that
    look like it. Parts of postcodes, and sectors that were not imported, go to `fallback`.

    Parameters
    ----------
    n_imports : callable
        How often postcodes or deprivation have been imported; what is remembered is looked up again once it grows.
    """

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[Session]],
        fallback: Gazetteer,
        n_imports: Callable[[], int],
    ) -> None:
        self._reading = reading
        self._fallback = fallback
        self._n_imports = n_imports
        self._exact = lru_cache(_N_CACHED)(self._look_up)
        self._is_empty = lru_cache(1)(self._find_none)
        self._n_in_sector = lru_cache(_N_CACHED)(self._count)
        self._alike = lru_cache(_N_CACHED)(self._suggest)
        self._foreseen: tuple[_State, dict[str, Place | None]] = ((-1, -1), {})

    def foresee(self, texts: Iterable[str]) -> None:
        """Look up the postcodes among some texts in few statements; `locate` asks no more for them until the next."""
        state = self._state()
        if self._is_empty(state):
            return
        whole = (_spaced(compact) for compact in map(compact_text, texts) if _is_full(compact))
        found: dict[str, Place | None] = dict.fromkeys(whole)
        with self._reading() as session:
            for batch in batches(list(found)):
                for row, decile in session.execute(_placed(PostcodeRow.postcode.in_(batch))):
                    found[row.postcode] = _place(row, decile)
        self._foreseen = state, found

    def locate(self, text: str) -> Place:
        """Find the place of a postcode, or of the beginning of one.

        Raises
        ------
        PostcodeUnknownError
            There is no such postcode; carries suggestions.
        PostcodeUnplacedError
            The postcode is real and no open directory places it.
        """
        compact = compact_text(text)
        state = self._state()
        if not _is_full(compact) or self._is_empty(state):
            return self._fallback.locate(text)
        place = self._stored(_spaced(compact), state)
        if place is None:
            self._refuse_missing(text, state)
            return self._fallback.locate(text)
        return place

    def stand_in(self, text: str) -> str | None:
        """As the fallback's of that name, where no postcode is stored; else None."""
        if not self._is_empty(self._state()):
            return None
        ask: Callable[[str], str | None] = getattr(self._fallback, "stand_in", lambda _text: None)
        return ask(text)

    def _state(self) -> _State:
        return self._n_imports(), int(monotonic() // _FRESH_SECONDS)

    def _stored(self, postcode: str, state: _State) -> Place | None:
        foreseen_in, foreseen = self._foreseen
        if foreseen_in == state and postcode in foreseen:
            return foreseen[postcode]
        return self._exact(postcode, state) if self._n_in_sector(postcode[:-2], state) else None

    def _look_up(self, postcode: str, _state: _State) -> Place | None:
        with self._reading() as session:
            found = session.execute(_PLACED, {"postcode": postcode}).one_or_none()
        return None if found is None else _place(*found)

    def _find_none(self, _state: _State) -> bool:
        with self._reading() as session:
            return session.scalar(sa.select(PostcodeRow.postcode).limit(1)) is None

    def _refuse_missing(self, text: str, state: _State) -> None:
        try:
            postcode = parse_postcode(text)
        except PostcodeUnknownError:
            return  # the fallback says it better
        if not postcode.is_full or postcode.area in _UNPLACED_AREAS:
            return
        if not _is_covered(postcode, self._n_in_sector(str(postcode.sector), state)):
            return
        alike = self._alike(postcode, state)
        advice = f" Did you mean {', '.join(alike)}?" if alike else ""
        raise PostcodeUnknownError(
            f"'{postcode}' is not in the imported postcode directory: check it, or give only {postcode.sector}."
            f"{advice}",
            alike,
        )

    def _count(self, sector: str, _state: _State) -> int:
        inside = PostcodeRow.postcode.between(f"{sector}AA", f"{sector}ZZ")
        with self._reading() as session:
            return session.scalar(sa.select(sa.func.count()).where(inside)) or 0

    def _suggest(self, postcode: Postcode, _state: _State) -> tuple[str, ...]:
        with self._reading() as session:
            return _suggestions(session, postcode)


def _placed(which: Any) -> Any:
    """Postcodes' rows with the decile of the newest index that their areas join."""
    indices = {vintage: aliased(DeprivationRow) for vintage in LSOA_COLUMN}
    deciles = [index.decile for index in indices.values()]
    found: Any = sa.select(PostcodeRow, sa.func.coalesce(*deciles)).where(which)
    for vintage, index in indices.items():
        found = found.outerjoin(index, sa.and_(index.vintage == vintage, index.lsoa == LSOA_COLUMN[vintage]))
    return found


_PLACED = _placed(PostcodeRow.postcode == sa.bindparam("postcode"))


def _place(row: PostcodeRow, decile: int | None) -> Place:
    return Place(
        label=row.postcode,
        lat=row.lat,
        long=row.long,
        easting_m=float(row.easting_m),
        northing_m=float(row.northing_m),
        precision=PlacePrecision.POSTCODE,
        country=row.country or "",
        deprivation_decile=decile,
        note=_note(row),
    )


def _is_full(compact: str) -> bool:
    return 5 <= len(compact) <= 7


def _spaced(compact: str) -> str:
    return f"{compact[:-3]} {compact[-3:]}"


def _note(row: PostcodeRow) -> str:
    if row.terminated:
        year, month = divmod(row.terminated, 100)
        return f"Royal Mail withdrew this postcode in {calendar.month_name[month]} {year}; the place is where it was."
    if row.postcode.startswith(("NPT ", "GIR ")):
        return "A historic code that Royal Mail no longer uses; the place is where it was."
    return ""


def _is_covered(postcode: Postcode, n_stored: int) -> bool:
    """Whether the directory imported covers a sector, so that what it does not list does not exist."""
    sector = load_sectors().sectors.get(str(postcode.sector))
    return sector is not None and n_stored >= _COVERED * sector.n_postcodes


def _suggestions(session: Session, postcode: Postcode) -> tuple[str, ...]:
    compact = compact_text(postcode.full)
    slips = {f"{slip[:-3]} {slip[-3:]}" for slip in _one_slip_away(compact) if 5 <= len(slip) <= 7}
    found = session.scalars(sa.select(PostcodeRow.postcode).where(PostcodeRow.postcode.in_(slips)))

    def rank(name: str) -> tuple[bool, bool, bool, str]:
        other = name.replace(" ", "")
        lookalike = other.translate(_LOOKALIKE) == compact.translate(_LOOKALIKE)
        return not lookalike, sorted(other) != sorted(compact), name.partition(" ")[0] != postcode.outward, name

    return tuple(sorted(found, key=rank)[:_N_SUGGESTIONS])


def _one_slip_away(compact: str) -> Iterator[str]:
    """Every text one wrong, missing, extra or swapped character away."""
    for place in range(len(compact) + 1):
        head, tail = compact[:place], compact[place:]
        yield from (head + letter + tail for letter in _ALPHABET)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _ALPHABET)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
