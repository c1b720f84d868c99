"""Which people and which vacancies are shown to whom; every ranking on a page starts from these.

They come from what the process keeps (`webapp.kept`), as sequences that carry what the engine ranks them by: narrow
them with their own `only`, `without` and `by_id`, so that it stays with them.
"""

from matcher.domain import Account, AccountRole, Candidate, Vacancy
from matcher.domain.pay_floor import is_draft
from matcher.ranking import Kept
from matcher.scoring import CandidateArrays, VacancyArrays
from webapp.context import as_of, store
from webapp.kept import kept_records
from webapp.presenters.vacancies import state

__all__ = [
    "KeptPeople",
    "KeptVacancies",
    "every_vacancy",
    "is_own",
    "listed_for_advisors",
    "open_candidates",
    "open_ids",
    "open_vacancies",
    "own_vacancies",
    "shown_candidates",
    "shown_ids",
    "shown_vacancies",
    "shows_vacancy",
    "waits_for_review",
]

KeptPeople = Kept[Candidate, CandidateArrays]
KeptVacancies = Kept[Vacancy, VacancyArrays]


def shown_vacancies() -> KeptVacancies:
    """Every vacancy that everybody may read of, closed ones too.

    No person has to look at it first, its pay is lawful or explained, and it has opened.
    """
    return kept_records().vacancies.now().narrowed(("shown", as_of()), lambda one: not _is_kept_back(one))


def open_vacancies() -> KeptVacancies:
    """Those of `shown_vacancies` that are open today."""
    return (
        kept_records()
        .vacancies.now()
        .narrowed(("open", as_of()), lambda one: not _is_kept_back(one) and state(one, as_of()) == "open")
    )


def shows_vacancy(vacancy: Vacancy) -> bool:
    """Whether a vacancy is shown to others than its provider and advisors."""
    return not waits_for_review(vacancy) and not _is_kept_back(vacancy)


def listed_for_advisors() -> KeptVacancies:
    """Every vacancy that no person has to look at first.

    Drafts and those that open later are among them: an advisor reads why nobody is ranked for them.
    """
    listed: KeptVacancies = kept_records().vacancies.now().visible
    return listed


def every_vacancy() -> KeptVacancies:
    """Every vacancy that is stored, those too that a person has to look at first."""
    return kept_records().vacancies.now().records


def waits_for_review(vacancy: Vacancy) -> bool:
    """Whether a person has to look at a stored vacancy first."""
    return store().standings.get(vacancy.id).is_held(vacancy)


def _is_kept_back(vacancy: Vacancy) -> bool:
    """Whether it is a draft, or opens after today."""
    opens_later = vacancy.opens is not None and vacancy.opens > as_of()
    return opens_later or is_draft(vacancy, as_of())


def own_vacancies(account: Account) -> KeptVacancies:
    """The vacancies of a provider's account."""
    return every_vacancy().only(lambda vacancy: is_own(vacancy, account))


def is_own(vacancy: Vacancy, account: Account) -> bool:
    """Whether a vacancy is of the provider that an account works for, by the provider's name or its register id."""
    return bool(account.provider) and account.provider in {vacancy.provider, vacancy.provider_id}


def shown_candidates() -> KeptPeople:
    """Everybody whom providers may see without a name: who shares their details and has not hidden them.

    Each has their postcode district for a place, so nothing that is ranked, filtered or counted for a provider tells
    finer than that where somebody lives.
    """
    people: KeptPeople = kept_records().unnamed.now().visible
    return people


def shown_ids() -> set[str]:
    """The ids of `shown_candidates`."""
    return {one.id for one in kept_records().people.now().visible}


def open_candidates(account: Account) -> KeptPeople:
    """Everybody whom an advisor may see by name; nobody for any other account."""
    if account.role is not AccountRole.ADVISOR:
        return kept_records().people.now().records.only(lambda _: False)
    people, of_others = kept_records().people.now(), store().cases.ids_of_other_teams(account.team)
    return people.visible.without(of_others)


def open_ids(account: Account) -> set[str]:
    """The ids of `open_candidates`."""
    return {one.id for one in open_candidates(account)}
