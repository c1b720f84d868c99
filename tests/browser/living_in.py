"""The demo as it looks after some weeks of use, so that no page is met empty only."""

from datetime import date

from matcher.domain import Outcome, Stage
from matcher.store import AuditEntry, Store

__all__ = ["live_in"]

_ADVISOR, _PROVIDER, _JOBSEEKER = "advisor@demo.example", "provider@demo.example", "jobseeker@demo.example"


def live_in(store: Store) -> None:
    """Referrals, outcomes, short lists, introductions, requests and a draft, for the demo's own people."""
    advisor, provider = (store.accounts.by_email(email) for email in (_ADVISOR, _PROVIDER))
    assert advisor is not None
    assert provider is not None
    own = [one for one in store.vacancies() if one.provider == provider.provider]
    first, second = own[0].id, own[1].id
    for candidate, vacancy in (("C003", first), ("C001", first), ("C010", second)):
        store.add_referral(
            candidate, vacancy, advisor.name, "Kind and punctual", "Ring the manager", date(2026, 11, 25)
        )
        store.shortlist_add(candidate, vacancy)
    store.upsert_outcomes(
        [
            Outcome("C001", first, Stage.REFERRED, date(2026, 7, 1)),
            Outcome("C001", first, Stage.INTERVIEWED, date(2026, 7, 8)),
            Outcome("C001", first, Stage.STARTED, date(2026, 8, 3)),
        ]
    )
    for candidate in ("C003", "C010", "C025"):
        store.introductions.ask(candidate, first, str(provider.provider), provider.id)
        store.chosen.add(first, candidate, "Good with older people", provider.id)
    agreed = store.introductions.of_candidate("C010")[0]
    store.introductions.answer(agreed.id, "agreed", advisor.id)
    store.look_agains.ask("C003", first, "I have done more hours than it says.")
    answered = store.look_agains.ask("C003", None, "My first aid is missing.")
    store.look_agains.answer(answered.id, "Added it, thank you.", advisor.id)
    store.declined.add("C003", second)
    store.own.set_ceiling("C003", 196.0)
    store.own.set_alerts("C003", "weekly")
    store.drafts.save("WEB-DRAFT234", "vacancy", provider.id, {"title": "Night care assistant"})
    store.cases.assign("C001", advisor.id, "Leeds")
    store.audit.add(AuditEntry("viewed", "advisor", advisor.id, candidate_id="C003"))
