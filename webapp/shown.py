"""Which people and which vacancies are shown to whom; every ranking on a page starts from these."""

from matcher.domain import Account, Candidate, Vacancy
from matcher.domain.pay_floor import is_draft
from webapp.coarse_places import without_exact_place
from webapp.context import as_of, store

__all__ = [
    "is_own",
    "listed_for_advisors",
    "open_candidates",
    "open_ids",
    "own_vacancies",
    "shown_candidates",
    "shown_ids",
    "shown_vacancies",
    "shows_vacancy",
    "waits_for_review",
]


def shown_vacancies() -> list[Vacancy]:
    """Every vacancy that everybody may read of, closed ones too.

    No person has to look at it first, its pay is lawful or explained, and it has opened.
    """
    return [one for one in listed_for_advisors() if not _is_kept_back(one)]


def shows_vacancy(vacancy: Vacancy) -> bool:
    """Whether a vacancy is shown to others than its provider and advisors."""
    return not waits_for_review(vacancy) and not _is_kept_back(vacancy)


def listed_for_advisors() -> list[Vacancy]:
    """Every vacancy that no person has to look at first.

    Drafts and those that open later are among them: an advisor reads why nobody is ranked for them.
    """
    return store().standings.without_held(store().vacancies())


def waits_for_review(vacancy: Vacancy) -> bool:
    """Whether a person has to look at a vacancy first."""
    return not store().standings.without_held([vacancy])


def _is_kept_back(vacancy: Vacancy) -> bool:
    """Whether it is a draft, or opens after today."""
    opens_later = vacancy.opens is not None and vacancy.opens > as_of()
    return opens_later or is_draft(vacancy, as_of())


def own_vacancies(account: Account) -> list[Vacancy]:
    """The vacancies of a provider's account."""
    return [vacancy for vacancy in store().vacancies() if is_own(vacancy, account)]


def is_own(vacancy: Vacancy, account: Account) -> bool:
    """Whether a vacancy is of the provider that an account works for, by the provider's name or its register id."""
    return bool(account.provider) and account.provider in {vacancy.provider, vacancy.provider_id}


def shown_candidates() -> list[Candidate]:
    """Everybody whom providers may see without a name: who shares their details and has not hidden them.

    Each has their postcode district for a place, so nothing that is ranked, filtered or counted for a provider tells
    finer than that where somebody lives.
    """
    cases = store().cases.all()
    shown = (one for one in store().candidates() if one.id not in cases or cases[one.id].is_shown)
    return [without_exact_place(one) for one in shown]


def shown_ids() -> set[str]:
    """The ids of `shown_candidates`, without reading what is known about them."""
    cases = store().cases.all()
    return {one for one in store().candidate_ids() if one not in cases or cases[one].is_shown}


def open_candidates(account: Account) -> list[Candidate]:
    """Everybody whom an advisor may see by name."""
    cases = store().cases.all()
    return [one for one in store().candidates() if one.id not in cases or cases[one.id].is_open_to(account)]


def open_ids(account: Account) -> set[str]:
    """The ids of `open_candidates`, without reading what is known about them."""
    cases = store().cases.all()
    return {one for one in store().candidate_ids() if one not in cases or cases[one].is_open_to(account)}
