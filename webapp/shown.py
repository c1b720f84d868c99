"""Which people and which vacancies are shown to whom; every ranking on a page starts from these."""

from matcher.domain import Account, Candidate, Vacancy
from webapp.context import store

__all__ = [
    "is_own",
    "open_candidates",
    "open_ids",
    "own_vacancies",
    "shown_candidates",
    "shown_vacancies",
    "shows_vacancy",
]


def shown_vacancies() -> list[Vacancy]:
    """Every vacancy that no person has to look at first."""
    held = store().standings
    return held.without_held(store().vacancies())


def shows_vacancy(vacancy: Vacancy) -> bool:
    """Whether a vacancy is shown to others than its provider."""
    return bool(store().standings.without_held([vacancy]))


def own_vacancies(account: Account) -> list[Vacancy]:
    """The vacancies of a provider's account."""
    return [vacancy for vacancy in store().vacancies() if is_own(vacancy, account)]


def is_own(vacancy: Vacancy, account: Account) -> bool:
    """Whether a vacancy is of the provider that an account works for, by the provider's name or its register id."""
    return bool(account.provider) and account.provider in {vacancy.provider, vacancy.provider_id}


def shown_candidates() -> list[Candidate]:
    """Everybody whom providers may see without a name: who shares their details and has not hidden them."""
    cases = store().cases.all()
    return [one for one in store().candidates() if one.id not in cases or cases[one.id].is_shown]


def open_candidates(account: Account) -> list[Candidate]:
    """Everybody whom an advisor may see by name."""
    cases = store().cases.all()
    return [one for one in store().candidates() if one.id not in cases or cases[one.id].is_open_to(account)]


def open_ids(account: Account) -> set[str]:
    """The ids of `open_candidates`, without reading what is known about them."""
    cases = store().cases.all()
    return {one for one in store().candidate_ids() if one not in cases or cases[one].is_open_to(account)}
