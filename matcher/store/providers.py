"""Providers and where they deliver care."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.domain import Provider
from matcher.store.counts import Counts
from matcher.store.reading import read_one
from matcher.store.records import record_values, row_values
from matcher.store.tables import ProviderRow
from matcher.store.upserts import Values, fill, is_blank, merge

__all__ = ["n_providers", "provider", "provider_sources", "providers", "upsert_providers"]

_SOURCE = ("source", "source_date")


def upsert_providers(session: Session, records: Sequence[Provider]) -> Counts:
    """Store providers."""
    return Counts.of(merge(session, ProviderRow, [row_values(record) for record in records], _settle))


def _settle(old: Values, new: Values) -> Values:
    """What to write of a provider that is stored already.

    An older source only fills what is blank. The source named is that of the fuller record, so that an address of
    2016 is never shown as if it came from today's list of names.
    """
    written = fill(old, new)
    if _is_older(new, old):
        return {name: value for name, value in written.items() if is_blank(old.get(name))}
    if _n_filled(new) < _n_filled(old):
        return {name: value for name, value in written.items() if name not in _SOURCE}
    return written | {name: new[name] for name in _SOURCE}


def _is_older(new: Values, old: Values) -> bool:
    return bool(new["source_date"] and old["source_date"]) and new["source_date"] < old["source_date"]


def _n_filled(values: Values) -> int:
    return sum(not is_blank(value) for name, value in values.items() if name not in _SOURCE)


def provider(session: Session, provider_id: str) -> Provider:
    """One provider."""
    return Provider(**record_values(read_one(session, ProviderRow, provider_id, "provider")))


def providers(session: Session, limit: int | None, offset: int, search: str) -> list[Provider]:
    """Providers by name, then id; `search` narrows to names, organisations and postcodes that contain it."""
    found = sa.select(ProviderRow).order_by(sa.func.lower(ProviderRow.name), ProviderRow.id)
    if search:
        held = (ProviderRow.name, ProviderRow.organisation, ProviderRow.postcode, ProviderRow.local_authority)
        found = found.where(sa.or_(*(column.icontains(search, autoescape=True) for column in held)))
    return [Provider(**record_values(row)) for row in session.scalars(found.limit(limit).offset(offset))]


def provider_sources(session: Session) -> list[tuple[str | None, str | None, int]]:
    """Where the stored providers come from: source, its date and how many, the most first."""
    n = sa.func.count()
    source = (ProviderRow.source, ProviderRow.source_date)
    found = session.execute(sa.select(*source, n).group_by(*source).order_by(n.desc(), *source))
    return [(name, day, count) for name, day, count in found]


def n_providers(session: Session) -> int:
    """How many providers are stored."""
    return session.scalar(sa.select(sa.func.count()).select_from(ProviderRow)) or 0
