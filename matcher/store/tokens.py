"""Keys with which a provider's own system calls the API: shown once, kept as SHA-256."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.errors import InputError, NotFoundError
from matcher.store.app_tables import AccountRow, TokenRow
from matcher.store.doors import Door, in_utc

__all__ = ["SCOPES", "Token", "Tokens"]

SCOPES = ("vacancies:read", "vacancies:write", "matches:read", "introductions:write")
"""What a key can be good for."""

_PREFIX = "cm_"  # so that a key in a log or a repository is known for what it is
# Judgement: "last used" is read in days; a row written at every call would make readers wait for writers.
_TOUCH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Token:
    """A key of the API.

    Attributes
    ----------
    account_id : int
        Whose vacancies it is for: those of the account's provider.
    label : str
        What its owner calls it.
    scopes : tuple of str
        Of `SCOPES`, in that order.
    expires_on : date or None
        The first day on which it is good no more (UTC).
    made_at, used_at, ended_at : datetime or None
        UTC; never used, and not ended, where None.
    """

    id: int
    account_id: int
    label: str
    scopes: tuple[str, ...]
    made_at: datetime
    expires_on: date | None = None
    used_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which it is good; None where it does not expire."""
        return self.expires_on - timedelta(days=1) if self.expires_on else None

    def is_good(self, on: date) -> bool:
        """Whether it opens anything on a day."""
        return self.ended_at is None and (self.expires_on is None or on < self.expires_on)


class Tokens(Door):
    """The keys of a store."""

    def make(
        self, account_id: int, label: str, scopes: Iterable[str], expires_on: date | None = None
    ) -> tuple[Token, str]:
        """A new key and its text, which nothing can tell again.

        Raises
        ------
        InputError
            No scope, or one that is none of `SCOPES`.
        NotFoundError
            There is no such account.
        """
        text = _PREFIX + secrets.token_urlsafe(32)
        row = TokenRow(
            account_id=account_id,
            label=label,
            token_hash=_hashed(text),
            scopes=_known(scopes),
            made_at=datetime.now(UTC),
            expires_on=expires_on,
        )
        with self._session() as session:
            if session.get(AccountRow, account_id) is None:
                raise NotFoundError(f"No account {account_id}: it may have been removed.")
            session.add(row)
            session.flush()
            return _token(row), text

    def get(self, token_id: int) -> Token:
        """One key, without its text.

        Raises
        ------
        NotFoundError
            There is none.
        """
        with self._reading() as session:
            return _token(_row(session, token_id))

    def of(self, account_id: int) -> list[Token]:
        """The keys of an account, the latest first, those that have ended too."""
        wanted = sa.select(TokenRow).filter_by(account_id=account_id).order_by(TokenRow.id.desc())
        with self._reading() as session:
            return [_token(row) for row in session.scalars(wanted)]

    def by_text(self, text: str) -> Token | None:
        """The key of a text while it is good and its account is open, noting that it is used; else None."""
        now = datetime.now(UTC)
        wanted = (
            sa.select(TokenRow)
            .join(AccountRow, AccountRow.id == TokenRow.account_id)
            .where(TokenRow.token_hash == _hashed(text), AccountRow.active)
        )
        with self._reading() as session:
            row = session.scalar(wanted)
            found = _token(row) if row else None
        if found is None or not found.is_good(now.date()):
            return None
        if found.used_at is None or now - found.used_at > _TOUCH:
            self._touch(found.id, now)
        return found

    def end(self, token_id: int) -> None:
        """Let a key be good no more; once ended it stays so.

        Raises
        ------
        NotFoundError
            There is none.
        """
        with self._session() as session:
            row = _row(session, token_id)
            row.ended_at = row.ended_at or datetime.now(UTC)

    def _touch(self, token_id: int, now: datetime) -> None:
        with self._session() as session:
            session.execute(sa.update(TokenRow).where(TokenRow.id == token_id).values(used_at=now))


def _known(scopes: Iterable[str]) -> list[str]:
    wanted = set(scopes)
    strange = sorted(wanted.difference(SCOPES))
    if strange or not wanted:
        named = f"'{strange[0]}' is nothing a key can do" if strange else "a key has to be good for something"
        raise InputError(f"{named}: choose from {', '.join(SCOPES)}.")
    return [scope for scope in SCOPES if scope in wanted]


def _hashed(text: str) -> str:
    # A key is 256 random bits, so that no slow hash with salt is needed to keep it from being guessed.
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _row(session: Session, token_id: int) -> TokenRow:
    row = session.get(TokenRow, token_id)
    if row is None:
        raise NotFoundError("There is no such key.")
    return row


def _token(row: TokenRow) -> Token:
    return Token(
        id=row.id,
        account_id=row.account_id,
        label=row.label,
        scopes=tuple(row.scopes),
        made_at=in_utc(row.made_at),
        expires_on=row.expires_on,
        used_at=in_utc(row.used_at) if row.used_at else None,
        ended_at=in_utc(row.ended_at) if row.ended_at else None,
    )
