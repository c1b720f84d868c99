"""What a jobseeker sets for themselves alone, and which vacancies they were told of by e-mail."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.errors import InputError
from matcher.store.app_tables import AlertSentRow, OwnSettingsRow
from matcher.store.doors import Door, in_utc
from matcher.store.reading import read_one
from matcher.store.tables import CandidateRow, VacancyRow

__all__ = ["ALERTS", "Own", "OwnSettings"]

ALERTS = ("daily", "weekly")
"""How often somebody may be told of new vacancies."""


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """What one jobseeker has set; blank where they have set nothing. No other role reads it.

    Attributes
    ----------
    weekly_ceiling_gbp : float or None
        Weekly earnings above which they want to be warned, before tax.
    alerts : str or None
        ``daily``, ``weekly`` or none.
    unsubscribe_token : str or None
        What the link in every e-mail carries: whoever holds it can only end the e-mails.
    alerted_at : datetime or None
        When they were last written to (UTC).
    """

    candidate_id: str
    weekly_ceiling_gbp: float | None = None
    alerts: str | None = None
    unsubscribe_token: str | None = None
    alerted_at: datetime | None = None


class Own(Door):
    """The own settings of a store's candidates; a candidate without a row has the defaults of `OwnSettings`.

    Every method that takes an id of a candidate or vacancy that is not stored raises `NotFoundError`.
    """

    def get(self, candidate_id: str) -> OwnSettings:
        """What a stored candidate has set."""
        with self._reading() as session:
            row = session.get(OwnSettingsRow, candidate_id)
            if row is None:
                read_one(session, CandidateRow, candidate_id, "candidate")
                return OwnSettings(candidate_id)
            return _settings(row)

    def set_ceiling(self, candidate_id: str, gbp: float | None) -> None:
        """Weekly earnings above which they are warned; None: no warning.

        Raises
        ------
        InputError
            It is no sum above 0.
        """
        if gbp is not None and not 0 < gbp < float("inf"):
            raise InputError(f"A weekly ceiling of £{gbp}: give a sum above 0, or none.")
        with self._session() as session:
            _row(session, candidate_id).weekly_ceiling_gbp = gbp

    def set_alerts(self, candidate_id: str, alerts: str | None) -> None:
        """How often they are told of new vacancies; the token of their e-mails is made once and kept.

        Raises
        ------
        InputError
            It is not one of `ALERTS` or None.
        """
        if alerts is not None and alerts not in ALERTS:
            raise InputError(f"E-mails '{alerts}': choose one of {', '.join(ALERTS)}, or none.")
        with self._session() as session:
            row = _row(session, candidate_id)
            row.alerts = alerts
            if alerts and not row.unsubscribe_token:
                row.unsubscribe_token = secrets.token_urlsafe(32)

    def by_token(self, token: str) -> OwnSettings | None:
        """Whose e-mails carry a token, if anybody's do."""
        with self._reading() as session:
            row = session.scalar(sa.select(OwnSettingsRow).filter_by(unsubscribe_token=token))
            return _settings(row) if row else None

    def with_alerts(self) -> list[OwnSettings]:
        """Everybody who wants to be told of new vacancies, by candidate id."""
        wanted = sa.select(OwnSettingsRow).where(OwnSettingsRow.alerts.is_not(None))
        with self._reading() as session:
            return [_settings(row) for row in session.scalars(wanted.order_by(OwnSettingsRow.candidate_id))]

    def told(self, candidate_id: str) -> set[str]:
        """Ids of the vacancies that somebody has been told of."""
        with self._reading() as session:
            return set(session.scalars(sa.select(AlertSentRow.vacancy_id).filter_by(candidate_id=candidate_id)))

    def tell(self, candidate_id: str, vacancy_ids: Collection[str]) -> None:
        """Note that somebody was told of vacancies now; those told before stay as they are."""
        now = datetime.now(UTC)
        with self._session() as session:
            _row(session, candidate_id).alerted_at = now
            for vacancy_id in sorted(vacancy_ids):
                read_one(session, VacancyRow, vacancy_id, "vacancy")
                if session.get(AlertSentRow, (candidate_id, vacancy_id)) is None:
                    session.add(AlertSentRow(candidate_id=candidate_id, vacancy_id=vacancy_id, sent_at=now))


def _row(session: Session, candidate_id: str) -> OwnSettingsRow:
    row = session.get(OwnSettingsRow, candidate_id)
    if row is None:
        read_one(session, CandidateRow, candidate_id, "candidate")
        row = OwnSettingsRow(candidate_id=candidate_id)
        session.add(row)
        session.flush()
    return row


def _settings(row: OwnSettingsRow) -> OwnSettings:
    alerted_at = in_utc(row.alerted_at) if row.alerted_at else None
    return OwnSettings(row.candidate_id, row.weekly_ceiling_gbp, row.alerts, row.unsubscribe_token, alerted_at)
