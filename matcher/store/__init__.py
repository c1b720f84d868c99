"""The database: tables, migrations that ship, and what the other rooms store and read back as records."""

from matcher.store.counts import Counts
from matcher.store.people import Person
from matcher.store.referrals import Referral
from matcher.store.store import Store

__all__ = ["Counts", "Person", "Referral", "Store"]
