"""Who can see somebody now, in sentences for them."""

from typing import TYPE_CHECKING

from matcher.errors import NotFoundError

if TYPE_CHECKING:
    from matcher.store import Case, Store

__all__ = ["who_sees"]


def who_sees(store: "Store", candidate_id: str) -> list[str]:
    """Who can see a person, from those who see most; every sentence is true of this person today."""
    case = store.cases.get(candidate_id)
    if case.hidden:
        return ["You are hidden: no advisor and no provider can see you.", _ADMINISTRATORS]
    if not case.shared:
        return ["You do not share with advisors: no advisor and no provider can see you.", _ADMINISTRATORS]
    met = sorted({one.provider for one in store.introductions.of_candidate(candidate_id) if one.is_agreed})
    named = [f"{provider} can see your name and how to reach you, because you agreed to meet." for provider in met]
    return [_advisors(store, case), *named, _PROVIDERS, _ADMINISTRATORS]


_PROVIDERS = (
    "Every provider with a vacancy that you could do sees a line about you without your name, postcode or anything "
    "about checks."
)
_ADMINISTRATORS = (
    "Administrators see that you have an account, with its name and e-mail address, and the record of what was done by "
    "number. They open no page about you."
)


def _advisors(store: "Store", case: "Case") -> str:
    whose = f"Advisors of the {case.team} team and those of no team" if case.team else "All the academy’s advisors"
    return f"{whose} can open your pages by name.{_own_advisor(store, case)}"


def _own_advisor(store: "Store", case: "Case") -> str:
    if case.advisor_id is None:
        return ""
    try:
        return f" Your advisor is {store.accounts.get(case.advisor_id).name}."
    except NotFoundError:
        return ""
