"""Where each kind of user starts, and what their navigation offers."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from flask import request, url_for

from matcher.domain import Account, AccountRole
from matcher.errors import StoreError
from webapp.waiting import n_waiting

__all__ = ["NavigationItem", "navigation", "start_page"]


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A link of the navigation.

    Attributes
    ----------
    covers : tuple of str
        The endpoints, or whole blueprints, that count as being there.
    count : callable, optional
        How many things wait behind it, for an account; said in brackets where there are any.
    """

    text: str
    endpoint: str
    covers: tuple[str, ...] = ()
    count: Callable[[Account], int] | None = None

    @property
    def is_here(self) -> bool:
        """Whether the page being shown belongs to it."""
        here = request.endpoint or ""
        return here in {self.endpoint, *self.covers} or request.blueprint in self.covers


_PUBLIC = (
    NavigationItem("Vacancies", "public.vacancies", ("public.vacancy",)),
    NavigationItem("How matching works", "public.how_matching_works"),
    NavigationItem("Sign in", "account.sign_in", ("account",)),
)
_ABOUT_ONESELF = ("jobseeker.details", "jobseeker.save_details", "jobseeker.own_strengths", "jobseeker.ceiling")
_ITEMS: dict[AccountRole, tuple[NavigationItem, ...]] = {
    AccountRole.ADVISOR: (
        NavigationItem(
            "Jobseekers",
            "advisor.candidates",
            (
                "advisor.candidate",
                "advisor.answer",
                "advisor.compare",
                "advisor.matches_page",
                "advisor.cv",
                "advisor.send_cv",
                "advisor.cv_draft",
                "advisor.not_now",
                "advisor.pathways",
                "advisor.shortlist",
                "advisor.refer",
                "advisor.new",
                "advisor.new_sections",
                "advisor.new_step",
                "advisor.check_new",
                "advisor.details",
                "advisor.change",
                "advisor.assign",
                "advisor.cohort",
                "advisor.cohort_table",
            ),
        ),
        NavigationItem("Vacancies", "advisor.vacancies", ("advisor.vacancy", "advisor.providers")),
        NavigationItem("Referrals", "advisor.referrals", ("advisor.referral", "advisor.check_ins")),
        NavigationItem("Waiting", "advisor.waiting", ("advisor.introduction", "advisor.look_again"), n_waiting),
        NavigationItem("Import", "imports.start", ("imports",)),
    ),
    AccountRole.PROVIDER: (NavigationItem("Your vacancies", "provider.vacancies", ("provider", "imports")),),
    AccountRole.JOBSEEKER: (
        NavigationItem("Your start", "jobseeker.start", _ABOUT_ONESELF),
        NavigationItem("Vacancies", "jobseeker.vacancies", ("jobseeker.vacancy", "jobseeker.not_for_me")),
        NavigationItem("Pathways", "jobseeker.pathways"),
        NavigationItem("Saved", "jobseeker.saved"),
        NavigationItem(
            "Your data",
            "jobseeker.data",
            (
                "jobseeker.alerts",
                "jobseeker.set_alerts",
                "jobseeker.delete",
                "jobseeker.introduction",
                "jobseeker.introductions",
                "jobseeker.leave",
                "jobseeker.look_again",
                "jobseeker.send_look_again",
            ),
        ),
    ),
    AccountRole.ADMIN: (
        NavigationItem("Start", "admin.start"),
        NavigationItem(
            "Accounts",
            "admin.accounts",
            (
                "admin.show_account",
                "admin.invite",
                "admin.send_invitation",
                "admin.change_account",
                "admin.send_change",
            ),
        ),
        NavigationItem("Reviews", "admin.reviews", ("admin.review", "admin.send_review")),
        NavigationItem("Catalogue", "admin.catalogue"),
        NavigationItem("Settings", "admin.settings", ("admin.save_settings",)),
        NavigationItem("Audit log", "admin.audit"),
        NavigationItem("Import", "imports.start", ("imports",)),
    ),
}
_STARTS = {
    AccountRole.ADVISOR: "advisor.candidates",
    AccountRole.PROVIDER: "provider.vacancies",
    AccountRole.JOBSEEKER: "jobseeker.start",
    AccountRole.ADMIN: "admin.start",
}


def start_page(account: Account) -> str:
    """The address of the page that somebody works from."""
    return url_for(_STARTS[account.role])


def navigation(account: Account | None) -> list[dict[str, object]]:
    """The items of the service navigation for whoever is signed in, or for nobody."""
    items = _ITEMS[account.role] if account else _PUBLIC
    return [{"text": _text(item, account), "href": url_for(item.endpoint), "active": item.is_here} for item in items]


def _text(item: NavigationItem, account: Account | None) -> str:
    """What an item says; the page that tells of a broken database has to be shown without a number."""
    if item.count is not None and account is not None:
        with suppress(StoreError):
            n_there = item.count(account)
            return f"{item.text} ({n_there})" if n_there else item.text
    return item.text
