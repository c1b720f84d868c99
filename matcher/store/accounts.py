"""Accounts: who may sign in, their passwords and the links that invite them."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from functools import cached_property

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from matcher.domain.accounts import Account, AccountRole
from matcher.errors import InputError, NotFoundError, StoreError
from matcher.store.app_tables import AccountRow, TokenRow
from matcher.store.doors import Door, in_utc

__all__ = ["LINK_LASTS", "Accounts"]

LINK_LASTS = timedelta(days=7)
"""Judgement: a week covers somebody's days off; an invitation that lies longer is sent anew."""


class Accounts(Door):
    """The accounts of a store. Passwords are kept as argon2id hashes, links as SHA-256 of a random token."""

    def add(  # noqa: PLR0913 - an account's fields, by name
        self,
        email: str,
        name: str,
        role: AccountRole,
        *,
        provider: str | None = None,
        team: str | None = None,
        candidate_id: str | None = None,
        password: str | None = None,
        is_demo: bool = False,
    ) -> Account:
        """A new account; without a password nobody can sign in until a link is taken up.

        Raises
        ------
        InputError
            The address or the candidate has an account already.
        """
        row = AccountRow(
            email=_folded(email),
            name=name,
            role=role.value,
            provider=provider,
            team=team,
            candidate_id=candidate_id,
            password_hash=self._hasher.hash(password) if password else None,
            is_demo=is_demo,
            made_at=datetime.now(UTC),
        )
        try:
            with self._session() as session:
                session.add(row)
                session.flush()
                return _account(session, row)
        except (IntegrityError, StoreError) as error:
            if self.by_email(email) or (candidate_id and self.of_candidate(candidate_id)):
                raise InputError(f"{email} has an account already: sign in, or ask for a new password.") from error
            raise

    def get(self, account_id: int) -> Account:
        """The account of an id.

        Raises
        ------
        NotFoundError
            There is none.
        """
        with self._reading() as session:
            return _account(session, _row(session, account_id))

    def by_email(self, email: str) -> Account | None:
        """The account of an address, if there is one."""
        with self._reading() as session:
            row = session.scalar(sa.select(AccountRow).filter_by(email=_folded(email)))
            return _account(session, row) if row else None

    def of_candidate(self, candidate_id: str) -> Account | None:
        """The account of a candidate, if they have one."""
        with self._reading() as session:
            row = session.scalar(sa.select(AccountRow).filter_by(candidate_id=candidate_id))
            return _account(session, row) if row else None

    def all(self) -> list[Account]:
        """All accounts by role, name and address."""
        with self._reading() as session:
            rows = session.scalars(sa.select(AccountRow).order_by(AccountRow.role, AccountRow.name, AccountRow.email))
            return [_account(session, row) for row in rows]

    def verified(self, email: str, password: str) -> Account | None:
        """The account whose address and password these are; disabled and invited ones are nobody's.

        An unknown address costs as long as a wrong password, so that the time tells nothing.
        """
        with self._session() as session:
            row = session.scalar(sa.select(AccountRow).filter_by(email=_folded(email)))
            kept = row.password_hash if row is not None and row.password_hash else self._nobodys_hash
            right = self._is_right(kept, password)
            if row is None or not row.password_hash or not row.active or not right:
                return None
            if self._hasher.check_needs_rehash(kept):
                row.password_hash = self._hasher.hash(password)
            row.last_seen_at = datetime.now(UTC)
            return _account(session, row)

    def set_password(self, account_id: int, password: str) -> Account:
        """A new password; every session and every open link of the account ends."""
        with self._session() as session:
            row = _row(session, account_id)
            row.password_hash = self._hasher.hash(password)
            row.link_hash = row.link_expires_at = None
            row.epoch += 1
            row.last_seen_at = datetime.now(UTC)
            return _account(session, row)

    def make_link(self, account_id: int) -> str:
        """A token with which the account's owner sets a password, once, within `LINK_LASTS`; an older one is void."""
        token = secrets.token_urlsafe(32)
        with self._session() as session:
            row = _row(session, account_id)
            row.link_hash, row.link_expires_at = _hashed(token), datetime.now(UTC) + LINK_LASTS
        return token

    def by_link(self, token: str) -> Account | None:
        """The account that a link opens, while it does."""
        with self._reading() as session:
            row = session.scalar(sa.select(AccountRow).filter_by(link_hash=_hashed(token)))
            if row is None or not row.active or row.link_expires_at is None:
                return None
            return _account(session, row) if in_utc(row.link_expires_at) > datetime.now(UTC) else None

    def set_active(self, account_id: int, active: bool) -> Account:
        """Disable an account, which ends its sessions, links and keys for good, or open it again.

        Raises
        ------
        InputError
            Nobody could administer any more.
        """
        with self._session() as session:
            row = _row(session, account_id)
            if not active:
                _keep_an_admin(session, row)
                _end_all_of(session, row)
            row.active = active
            return _account(session, row)

    def disable_demo(self) -> int:
        """Disable every account of the demo, an administrator's too; how many were open."""
        with self._session() as session:
            rows = session.scalars(sa.select(AccountRow).filter_by(is_demo=True, active=True)).all()
            for row in rows:
                _end_all_of(session, row)
                row.active = False
            return len(rows)

    def end_sessions(self, account_id: int) -> None:
        """Sign an account out everywhere."""
        with self._session() as session:
            _row(session, account_id).epoch += 1

    def change(
        self,
        account_id: int,
        *,
        name: str,
        role: AccountRole | None = None,
        provider: str | None = None,
        team: str | None = None,
    ) -> Account:
        """Change who somebody is said to be and whom they work for; another role or provider ends sessions and keys.

        Raises
        ------
        InputError
            Nobody could administer any more.
        """
        with self._session() as session:
            row = _row(session, account_id)
            if role is not None and role.value != row.role:
                _keep_an_admin(session, row)
                _end_all_of(session, row)
                row.role = role.value
            elif provider != row.provider:
                _end_sessions_and_keys(session, row)
            row.name, row.provider, row.team = name, provider, team
            return _account(session, row)

    def link_candidate(self, account_id: int, candidate_id: str) -> Account:
        """Say whom a jobseeker's account is about."""
        with self._session() as session:
            row = _row(session, account_id)
            row.candidate_id = candidate_id
            return _account(session, row)

    def forget_unopened(self, before: datetime) -> int:
        """Take out the accounts that never had a password and whose last link was sent before a moment; how many."""
        is_over = AccountRow.link_expires_at < before + LINK_LASTS
        with self._session() as session:
            rows = session.scalars(sa.select(AccountRow).where(AccountRow.password_hash.is_(None), is_over)).all()
            for row in rows:
                session.delete(row)
            return len(rows)

    def remove(self, account_id: int) -> None:
        """Take an account out; what it did stays in the audit log under its number."""
        with self._session() as session:
            session.delete(_row(session, account_id))

    @cached_property
    def _hasher(self) -> PasswordHasher:
        return PasswordHasher()

    @cached_property
    def _nobodys_hash(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe(16))

    def _is_right(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False


def _folded(email: str) -> str:
    return email.strip().lower()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _row(session: Session, account_id: int) -> AccountRow:
    row = session.get(AccountRow, account_id)
    if row is None:
        raise NotFoundError(f"No account {account_id}: it may have been removed.")
    return row


def _end_all_of(session: Session, row: AccountRow) -> None:
    """End the sessions, the link and the keys of an account."""
    row.link_hash = row.link_expires_at = None
    _end_sessions_and_keys(session, row)


def _end_sessions_and_keys(session: Session, row: AccountRow) -> None:
    row.epoch += 1
    open_keys = sa.update(TokenRow).where(TokenRow.account_id == row.id, TokenRow.ended_at.is_(None))
    session.execute(open_keys.values(ended_at=datetime.now(UTC)))


def _keep_an_admin(session: Session, row: AccountRow) -> None:
    """Refuse to lose the last administrator who can sign in; the rows are locked, so that no two lose each other."""
    can_sign_in = sa.select(AccountRow).where(AccountRow.active, AccountRow.password_hash.is_not(None))
    admins = session.scalars(can_sign_in.filter_by(role=AccountRole.ADMIN.value).with_for_update()).all()
    if [admin.id for admin in admins] == [row.id]:
        raise InputError(
            f"{row.email} is the last administrator who can sign in: let another take up an invitation first."
        )


def _account(session: Session, row: AccountRow) -> Account:
    session.flush()
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        role=AccountRole(row.role),
        provider=row.provider,
        team=row.team,
        candidate_id=row.candidate_id,
        active=row.active,
        has_password=row.password_hash is not None,
        is_demo=row.is_demo,
        epoch=row.epoch,
        last_seen_at=in_utc(row.last_seen_at) if row.last_seen_at else None,
    )
