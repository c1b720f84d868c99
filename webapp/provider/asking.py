"""A wish to meet somebody: how many may stand open at a time, and that the person hears of it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from flask import current_app

from matcher.domain import Vacancy
from matcher.errors import MailError
from matcher.store.introductions import Introduction
from webapp.access import account, record
from webapp.context import store
from webapp.mail import absolute, send_mail
from webapp.provider.publishing import provider_name

__all__ = ["ask", "may_ask_more"]

_MOST_PER_POSITION = 3
_FEWEST = 5
"""Judgement: three people to meet for each position are a choice; five, where there is one position alone."""

_OPEN_FOR = timedelta(days=14)
"""Judgement: whoever has not agreed within two weeks stands in nobody's way. A no frees no place sooner, or it would
tell that it was a no."""


def may_ask_more(vacancy: Vacancy, asked: Iterable[Introduction]) -> bool:
    """Whether anybody else can be asked for a vacancy, as long as those asked lately have not agreed."""
    since = datetime.now(UTC) - _OPEN_FOR
    n_open = sum(not one.is_agreed and one.asked_at > since for one in asked)
    return n_open < max(_FEWEST, _MOST_PER_POSITION * vacancy.positions)


def ask(candidate_id: str, vacancy: Vacancy) -> Introduction:
    """Write a wish down and tell the person, where they have an account; that an e-mail fails stops nothing."""
    asked = store().introductions.ask(candidate_id, vacancy.id, provider_name(), account().id)
    record("asked_to_meet", candidate_id, vacancy.id)
    theirs = store().accounts.of_candidate(candidate_id)
    if theirs is not None and theirs.active and theirs.has_password:
        try:
            send_mail(theirs.email, "A provider would like to meet you", _words(asked, vacancy))
        except MailError as error:
            current_app.logger.warning("The e-mail about introduction %d was not sent: %s", asked.id, error)
    return asked


def _words(asked: Introduction, vacancy: Vacancy) -> str:
    return (
        f"Hello,\n\n{asked.provider} would like to meet you about this vacancy: {vacancy.title or vacancy.id}.\n\n"
        "They do not know who you are until you say yes. Sign in to read about it and answer:\n"
        f"{absolute('jobseeker.introduction', introduction_id=asked.id)}\n\n"
        "You can say no, and need no reason; nobody is told of a no. It changes nothing else for you.\n"
    )
