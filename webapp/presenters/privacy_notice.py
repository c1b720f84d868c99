"""What the page about privacy says is kept; a test holds it to the tables of the database and to who may open what."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domain import AccountRole

__all__ = ["KEPT", "OF_NOBODY", "SEEN_BY", "Kept"]


@dataclass(frozen=True, slots=True)
class Kept:
    """One line of what is kept.

    Attributes
    ----------
    tables : tuple of str
        Where the database keeps it; not shown.
    what, why, seen_by, until : str
        As it is said on the page.
    """

    tables: tuple[str, ...]
    what: str
    why: str
    seen_by: str
    until: str


_YOU_LEAVE = "Until you delete yourself"

KEPT = (
    Kept(
        ("people",),
        "Your name and how to reach you",
        "So that people can call you by it and answer you. The matching cannot read it.",
        "You, advisors, and a provider you agreed to meet",
        _YOU_LEAVE,
    ),
    Kept(
        ("candidates",),
        "What you or an advisor wrote down for matching: postcode, work before, skills, qualifications, when and how "
        "far you can work, the pay you need, the level and state of a DBS check and never what it says, and limits of "
        "the right to work but never nationality",
        "To rank vacancies for you, with the reason for every point",
        "You and advisors. Providers see skills and bands without your name, postcode or anything about checks",
        _YOU_LEAVE,
    ),
    Kept(
        ("cases",),
        "Which advisor and team look after you, and whether you share your details or have hidden them",
        "So that only the right people see you",
        "You and advisors",
        _YOU_LEAVE,
    ),
    Kept(
        ("own_settings", "alerts_sent", "declined"),
        "Your weekly earnings ceiling, e-mails you asked for and were sent, and vacancies you do not want to see",
        "To warn, tell and spare you",
        "You alone",
        _YOU_LEAVE,
    ),
    Kept(
        ("introductions",),
        "Who asked to meet you, and your answer",
        "Nobody is named to a provider without a yes",
        "You. Advisors see that you answered, and not what; the provider is only ever told of a yes",
        _YOU_LEAVE,
    ),
    Kept(
        ("shortlists", "provider_shortlists", "referrals", "outcomes"),
        "Vacancies saved for you, providers’ short lists and why, being put forward and why, and how it went",
        "So that decisions have a reason, and so that a programme can learn what leads to work",
        "You and advisors; a provider sees its own short list, without names",
        _YOU_LEAVE,
    ),
    Kept(
        ("candidate_lists", "vacancy_lists"),
        "Which vacancies fit you best, and among how many others you fit a vacancy, with the points, by number and "
        "without a name",
        "So that e-mails about new vacancies need not rank everybody again",
        "Nobody, as it is stored: pages rank anew, and show each person what they may see",
        _YOU_LEAVE,
    ),
    Kept(
        ("record_changes",),
        "That something about you has changed, and when; by number, and not what",
        "So that every server notices at once, above all when you hide or delete yourself",
        "Nobody",
        "2 days",
    ),
    Kept(
        ("look_agains",),
        "What you asked a person to look at again, and the answer",
        "A person answers for every decision",
        "You and advisors",
        _YOU_LEAVE,
    ),
    Kept(
        ("accounts", "api_tokens"),
        "Your account: e-mail address, name, a password that nobody can read back, and when you last signed in; for "
        "providers, keys that nobody can read back with which their systems call",
        "So that you, and nobody else, can sign in",
        "You and administrators",
        "Until you delete yourself; an administrator can only disable it. A link to choose a password works for 7 "
        "days; an account without a password is deleted 30 days after its link was sent, with what was answered before",
    ),
    Kept(
        ("drafts",),
        "A form you began and have not finished",
        "So that you can go on later",
        "Whoever began it",
        "Until it is finished or thrown away, or for 90 days after it was last changed",
    ),
    Kept(
        ("jobs",),
        "Work that runs in the background, such as an import: who started it and how it went",
        "So that a page can say how far it is",
        "Whoever started it",
        "7 days, or until you or somebody it names are deleted",
    ),
    Kept(
        ("audit",),
        "Who looked at you or decided something about you, when, and what it was, by number and without a name",
        "So that you can hold people to it",
        "You, what is about you; administrators, by number, of which the accounts say whose it is",
        "Always: nobody can change or delete it. Once you are deleted, the number leads to nobody",
    ),
)
"""What is kept about people, in the order a reader would ask."""

OF_NOBODY = frozenset(
    {
        "courses",
        "deprivation",
        "esco_broader",
        "esco_occupations",
        "esco_relations",
        "esco_skill_links",
        "esco_skills",
        "mappings",
        "postcodes",
        "providers",
        "settings",
        "titled_occupations",
        "travel_times",
        "vacancies",
        "vacancy_standings",
    }
)
"""Tables that hold nothing about a jobseeker."""

SEEN_BY: Mapping[AccountRole, str] = {
    AccountRole.JOBSEEKER: "You see everything that is kept about you, and nobody else’s.",
    AccountRole.ADVISOR: "Advisors open your pages by name while you share your details: those of your team, or all "
    "of them where you have none. Every time is written down, and you can read it.",
    AccountRole.PROVIDER: "Providers see everybody who could do their vacancy, but as a code that differs from vacancy "
    "to vacancy, with skills, and with hours, distance and journey in words and bands: no name, no postcode, nothing "
    "about checks. They see your name and how to reach you only after you agreed to meet them.",
    AccountRole.ADMIN: "Administrators keep the accounts: your name, your e-mail address and the number of your "
    "record. They read the record of what was done, which has that number and no name. They open no page about you.",
}
"""Who sees what, by role."""
