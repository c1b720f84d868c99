"""The database: tables, migrations that ship, and what the other rooms store and read back as records."""

from matcher.store.audit import AuditEntry
from matcher.store.cases import Case
from matcher.store.counts import Counts
from matcher.store.people import Person
from matcher.store.records import place_values, row_values
from matcher.store.referrals import Referral
from matcher.store.store import Store

__all__ = ["AuditEntry", "Case", "Counts", "Person", "Referral", "Store", "place_values", "row_values"]
