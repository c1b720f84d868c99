"""Settings that an administrator changes on a page: one text under each name."""

from collections.abc import Mapping

import sqlalchemy as sa

from matcher.store.app_tables import SettingRow
from matcher.store.doors import Door
from matcher.store.ended_sessions import ENDED
from matcher.store.kept_lists import LISTS

__all__ = ["ACADEMY_NAME", "ALERTS", "CONTACT_EMAIL", "CONTACT_PHONE", "Settings"]

ACADEMY_NAME = "academy_name"
"""What the academy calls itself on public pages."""
CONTACT_EMAIL = "contact_email"
CONTACT_PHONE = "contact_phone"
"""Whom people ask; shown on public pages."""
ALERTS = "alerts"
"""Whether jobseekers are sent e-mails about new vacancies: ``on`` (the default) or ``off``."""


class Settings(Door):
    """The settings of a store; what was never set has no row."""

    def get(self, name: str, default: str = "") -> str:
        """What stands under a name, else `default`."""
        with self._reading() as session:
            row = session.get(SettingRow, name)
            return row.value if row else default

    def set(self, name: str, value: str) -> None:
        """Keep a text under a name, in place of the one before."""
        with self._session() as session:
            session.merge(SettingRow(name=name, value=value))

    def all(self) -> Mapping[str, str]:
        """Every setting by name."""
        is_setting = sa.not_(sa.or_(SettingRow.name.startswith(ENDED), SettingRow.name == LISTS))
        wanted = sa.select(SettingRow).where(is_setting).order_by(SettingRow.name)
        with self._reading() as session:
            return {row.name: row.value for row in session.scalars(wanted)}
