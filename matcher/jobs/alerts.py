"""The job `alerts`: jobseekers who asked for it are told of vacancies that are new to them."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

from matcher.domain import Candidate, Ranking, Vacancy
from matcher.errors import MailError, NotFoundError
from matcher.jobs.alert_texts import alert_headers, alert_subject, alert_text
from matcher.jobs.lists import open_to
from matcher.jobs.mail import send
from matcher.jobs.task import Setting, Task
from matcher.store import AuditEntry, Store
from matcher.store.own_settings import OwnSettings

__all__ = ["N_TOLD", "is_due", "send_alerts"]

N_TOLD = 5
"""Judgement: five are read on a telephone in a minute; the e-mail leads to the others."""

# An hour less than the day and the week they are named for: the round comes once an hour, and nobody's slides on.
_EVERY = {"daily": timedelta(hours=23), "weekly": timedelta(days=7, hours=-1)}
# Judgement: one address may be wrong; when three in a row are refused it is the server.
_MOST_FAILURES = 3

_log = logging.getLogger(__name__)


def send_alerts(task: Task) -> dict[str, Any]:
    """Write to everybody who is due; the result counts ``n_due``, ``n_told`` and ``n_failed``.

    New is what somebody was not told of yet, did not decline, was not put forward for, and can be considered for now:
    a vacancy that opens, is approved or comes within reach later is told of then. The whole of what is new counts as
    told, since the e-mail leads to it; its first `N_TOLD` stand in it.

    Raises
    ------
    MailError
        The mail server takes nothing.
    """
    store, now = task.setting.store, datetime.now(UTC)
    due = [own for own in store.own.with_alerts() if is_due(own, now)]
    shown = store.standings.without_held(store.vacancies()) if due else []
    task.expect(len(due))
    n_told = n_failed = n_failed_in_a_row = 0
    for own in due:
        try:
            n_told += _tell(own, shown, task.setting)
            n_failed_in_a_row = 0
        except NotFoundError:
            _log.info("Somebody was deleted before they could be told of vacancies")
        except MailError:
            n_failed, n_failed_in_a_row = n_failed + 1, n_failed_in_a_row + 1
            if n_failed_in_a_row == _MOST_FAILURES:
                raise
        task.advance()
    return {"n_due": len(due), "n_told": n_told, "n_failed": n_failed}


def is_due(own: OwnSettings, now: datetime) -> bool:
    """Whether somebody may be written to again; who never was may be at once."""
    every = _EVERY.get(own.alerts or "")
    return every is not None and (own.alerted_at is None or now - own.alerted_at >= every)


def _tell(own: OwnSettings, shown: list[Vacancy], setting: Setting) -> bool:
    """Write to one person, if there is anything to tell and anywhere to write to."""
    store, candidate_id = setting.store, own.candidate_id
    address = _address(store, candidate_id)
    unknown = _unknown_to(setting, candidate_id, shown) if address else []
    if not address or not unknown:
        return False
    ranking = _ranked(setting, store.candidate(candidate_id), unknown)
    if not ranking.matches or store.own.get(candidate_id).alerts is None:
        return False
    out = {entry.vacancy for entry in ranking.not_now}
    new = [vacancy.id for vacancy in unknown if vacancy.id not in out]
    stop = setting.links.unsubscribe(str(own.unsubscribe_token))
    send(
        address,
        alert_subject(ranking, len(new)),
        alert_text(ranking, len(new), setting.links, stop),
        headers=alert_headers(stop),
        outbox=setting.outbox,
    )
    store.own.tell(candidate_id, store.vacancy_ids().intersection(new))
    store.audit.add(AuditEntry("alerted", "program", candidate_id=candidate_id, detail=f"{len(new)} new"))
    return True


def _address(store: Store, candidate_id: str) -> str | None:
    """Where somebody is written to: at their account, unless it is disabled or they have hidden themselves."""
    account = store.accounts.of_candidate(candidate_id)
    if account is None or not account.active or store.cases.get(candidate_id).hidden:
        return None
    return account.email


def _unknown_to(setting: Setting, candidate_id: str, shown: list[Vacancy]) -> list[Vacancy]:
    """What may be new to somebody; only what they can be considered for, where that is known without ranking."""
    store, open_ids = setting.store, open_to(setting, candidate_id)
    referred = {referral.vacancy_id for referral in store.referrals(candidate_id=candidate_id)}
    known = store.own.told(candidate_id) | store.declined.of(candidate_id) | referred
    unknown = [vacancy for vacancy in shown if vacancy.id not in known]
    return unknown if open_ids is None else [vacancy for vacancy in unknown if vacancy.id in open_ids]


def _ranked(setting: Setting, candidate: Candidate, vacancies: list[Vacancy]) -> Ranking:
    return setting.engine.match_candidate(candidate, vacancies, k=N_TOLD, as_of=setting.today, changes=False)
