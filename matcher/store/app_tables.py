"""The tables of the web app: who signs in, what they decided and saw, what is half done, what runs in the background.

Nothing that ranks reads any of them, but for which vacancies and people are shown at all.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Date, DateTime, ForeignKey, Index, false, true
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables import Base, IdText

__all__ = [
    "AccountRow",
    "AlertSentRow",
    "AuditRow",
    "CaseRow",
    "DeclinedRow",
    "DraftRow",
    "IntroductionRow",
    "JobRow",
    "LookAgainRow",
    "OwnSettingsRow",
    "ProviderShortlistRow",
    "SettingRow",
    "TokenRow",
    "VacancyStandingRow",
]

_Moment = DateTime(timezone=True)
_Document = JSON(none_as_null=True)


def _of_candidate(*, primary: bool = False) -> Any:
    return mapped_column(
        IdText, ForeignKey("candidates.id", ondelete="CASCADE"), primary_key=primary, index=not primary
    )


def _of_vacancy(*, primary: bool = False) -> Any:
    return mapped_column(IdText, ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=primary, index=not primary)


def _by_account() -> Any:
    return mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))


class AccountRow(Base):
    """Somebody who may sign in; `epoch` rises when every session of theirs is to end."""

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(IdText, unique=True)
    name: Mapped[str]
    role: Mapped[str]
    provider: Mapped[str | None]
    team: Mapped[str | None]
    candidate_id: Mapped[str | None] = mapped_column(
        IdText, ForeignKey("candidates.id", ondelete="SET NULL"), unique=True
    )
    password_hash: Mapped[str | None]
    active: Mapped[bool] = mapped_column(Boolean, server_default=true())
    is_demo: Mapped[bool] = mapped_column(Boolean, server_default=false())
    epoch: Mapped[int] = mapped_column(default=0, server_default="0")
    link_hash: Mapped[str | None] = mapped_column(index=True)
    link_expires_at: Mapped[datetime | None] = mapped_column(_Moment)
    made_at: Mapped[datetime] = mapped_column(_Moment)
    last_seen_at: Mapped[datetime | None] = mapped_column(_Moment)


class AuditRow(Base):
    """Something that somebody saw or decided; rows are added and never changed (the database itself refuses).

    The ids are no foreign keys: what was done to a person stays known, by id alone, after they are deleted.
    """

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(_Moment)
    account_id: Mapped[int | None] = mapped_column(index=True)
    role: Mapped[str]
    provider: Mapped[str | None]
    action: Mapped[str] = mapped_column(index=True)
    candidate_id: Mapped[str | None] = mapped_column(IdText, index=True)
    vacancy_id: Mapped[str | None] = mapped_column(IdText)
    detail: Mapped[str | None]


class CaseRow(Base):
    """Whose caseload a candidate is in and who may see them; without a row, every advisor and nobody has hidden them.

    `shared` is false while somebody who joined by themselves has not asked for an advisor; `hidden` is their own wish.
    """

    __tablename__ = "cases"

    candidate_id: Mapped[str] = _of_candidate(primary=True)
    advisor_id: Mapped[int | None] = _by_account()
    team: Mapped[str | None]
    shared: Mapped[bool] = mapped_column(Boolean, default=True, server_default=true())
    hidden: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    made_at: Mapped[datetime] = mapped_column(_Moment)


class OwnSettingsRow(Base):
    """What a jobseeker sets for themselves alone; no other role reads it."""

    __tablename__ = "own_settings"

    candidate_id: Mapped[str] = _of_candidate(primary=True)
    weekly_ceiling_gbp: Mapped[float | None]
    alerts: Mapped[str | None]
    unsubscribe_token: Mapped[str | None] = mapped_column(unique=True)
    alerted_at: Mapped[datetime | None] = mapped_column(_Moment)


class AlertSentRow(Base):
    """A vacancy that a jobseeker was told of by e-mail, so that nobody is told twice."""

    __tablename__ = "alerts_sent"

    candidate_id: Mapped[str] = _of_candidate(primary=True)
    vacancy_id: Mapped[str] = _of_vacancy(primary=True)
    sent_at: Mapped[datetime] = mapped_column(_Moment)


class DeclinedRow(Base):
    """A vacancy that a jobseeker does not want to see again; no reason is asked, and nobody else is told."""

    __tablename__ = "declined"

    candidate_id: Mapped[str] = _of_candidate(primary=True)
    vacancy_id: Mapped[str] = _of_vacancy(primary=True)
    made_at: Mapped[datetime] = mapped_column(_Moment)


class IntroductionRow(Base):
    """A provider's wish to meet a candidate, and the candidate's answer.

    `answer` is blank, ``agreed``, ``declined`` or ``withdrawn``; a provider is only ever told ``agreed``.
    """

    __tablename__ = "introductions"
    __table_args__ = (Index("ix_introductions_pair", "candidate_id", "vacancy_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[str] = _of_candidate()
    vacancy_id: Mapped[str] = _of_vacancy()
    provider: Mapped[str]
    asked_by: Mapped[int | None] = _by_account()
    asked_at: Mapped[datetime] = mapped_column(_Moment)
    answer: Mapped[str | None]
    answered_by: Mapped[int | None] = _by_account()
    answered_at: Mapped[datetime | None] = mapped_column(_Moment)


class ProviderShortlistRow(Base):
    """A candidate whom a provider set aside for a vacancy, and why."""

    __tablename__ = "provider_shortlists"
    __table_args__ = (Index("ix_provider_shortlists_pair", "vacancy_id", "candidate_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[str] = _of_vacancy()
    candidate_id: Mapped[str] = _of_candidate()
    reason: Mapped[str]
    made_by: Mapped[int | None] = _by_account()
    made_at: Mapped[datetime] = mapped_column(_Moment)


class VacancyStandingRow(Base):
    """Who posted a vacancy, and whether a person has to look at it before it is shown.

    A requirement of sex stands here and not with the vacancy, so that nothing that ranks can read it. `review` is
    blank where none is needed, else ``waiting``, ``approved`` or ``sent_back``.
    """

    __tablename__ = "vacancy_standings"

    vacancy_id: Mapped[str] = _of_vacancy(primary=True)
    posted_by: Mapped[int | None] = _by_account()
    posted_at: Mapped[datetime] = mapped_column(_Moment)
    sex_required: Mapped[str | None]
    sex_reason: Mapped[str | None]
    review: Mapped[str | None]
    review_note: Mapped[str | None]
    reviewed_by: Mapped[int | None] = _by_account()
    reviewed_at: Mapped[datetime | None] = mapped_column(_Moment)


class DraftRow(Base):
    """Answers of a form in several steps that is not finished; `kind` is ``vacancy`` or ``candidate``."""

    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    kind: Mapped[str]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    provider: Mapped[str | None]
    answers: Mapped[dict[str, Any]] = mapped_column(_Document)
    changed_at: Mapped[datetime] = mapped_column(_Moment)


class LookAgainRow(Base):
    """A jobseeker's request that a person looks again at a decision or a match, and the answer."""

    __tablename__ = "look_agains"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[str] = _of_candidate()
    vacancy_id: Mapped[str | None] = mapped_column(IdText, ForeignKey("vacancies.id", ondelete="SET NULL"))
    words: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(_Moment)
    answer: Mapped[str | None]
    answered_by: Mapped[int | None] = _by_account()
    answered_at: Mapped[datetime | None] = mapped_column(_Moment)


class JobRow(Base):
    """Work in the background; `state` is ``waiting``, ``running``, ``done`` or ``failed``."""

    __tablename__ = "jobs"

    id: Mapped[str] = mapped_column(IdText, primary_key=True)
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    arguments: Mapped[dict[str, Any]] = mapped_column(_Document)
    n_done: Mapped[int] = mapped_column(default=0, server_default="0")
    n_all: Mapped[int | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(_Document)
    error: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(_Moment)
    beat_at: Mapped[datetime | None] = mapped_column(_Moment)
    ended_at: Mapped[datetime | None] = mapped_column(_Moment)


class TokenRow(Base):
    """A key with which a provider's system calls the API; only its hash is kept."""

    __tablename__ = "api_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    label: Mapped[str]
    token_hash: Mapped[str] = mapped_column(IdText, unique=True)
    scopes: Mapped[list[str]]
    made_at: Mapped[datetime] = mapped_column(_Moment)
    expires_on: Mapped[date | None] = mapped_column(Date)
    used_at: Mapped[datetime | None] = mapped_column(_Moment)
    ended_at: Mapped[datetime | None] = mapped_column(_Moment)


class SettingRow(Base):
    """A setting that an administrator changes on a page."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(IdText, primary_key=True)
    value: Mapped[str]
