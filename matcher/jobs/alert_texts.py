"""What an e-mail about new vacancies says; pure."""

from matcher.domain import Match, Ranking
from matcher.jobs.task import Links

__all__ = ["alert_headers", "alert_subject", "alert_text"]

_MOST_SKILLS = 3


def alert_subject(ranking: Ranking, n_new: int) -> str:
    """``New for you: Care assistant and 4 more``."""
    more = f" and {n_new - 1:,} more" if n_new > 1 else ""
    return f"New for you: {ranking.matches[0].title or 'a vacancy'}{more}"


def alert_text(ranking: Ranking, n_new: int, links: Links, stop: str) -> str:
    """The whole text: the first new vacancies, each with the why and the journey, where the others are, how to stop.

    Parameters
    ----------
    ranking : Ranking
        A candidate's, of what is new to them.
    n_new : int
        How many are new, those named and the others.
    stop : str
        The address at which the e-mails are ended.
    """
    counted = "There is a new vacancy for you." if n_new == 1 else f"There are {n_new:,} new vacancies for you."
    opening = f"{counted} These come first:" if n_new > len(ranking.matches) else counted
    named = "\n\n".join(_entry(match, links) for match in ranking.matches)
    return (
        f"Hello,\n\n{opening}\n\n{named}\n\n"
        f"Every vacancy that suits you, with the reasons:\n{links.vacancies()}\n\n"
        "The order is advice; you decide.\n\n"
        f"Stop these e-mails:\n{stop}\n"
    )


def alert_headers(stop: str) -> dict[str, str]:
    """What lets a mail program end the e-mails itself (RFC 2369 and RFC 8058)."""
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _entry(match: Match, links: Links) -> str:
    where = f"{match.rank}. {', '.join(filter(None, (match.title or 'A vacancy', match.provider)))}"
    return "\n".join((where, f"   Why: {_why(match)}", f"   {_journey(match)}", f"   {links.vacancy(match.vacancy)}"))


def _why(match: Match) -> str:
    """One line: the skills they bring, named; else those that come near; else what it asks for is not known of them."""
    if match.skills.held:
        return f"you bring {_listed(match.skills.held)}."
    if match.skills.near:
        return f"what you know comes near {_listed(tuple(near.needs for near in match.skills.near))}."
    return "of what is open, it comes nearest to what you told us."


def _journey(match: Match) -> str:
    if match.travel_minutes is None:
        return "Getting there: we do not know how long it takes."
    return f"Getting there: about {match.travel_minutes:.0f} minutes."


def _listed(names: tuple[str, ...]) -> str:
    first = names[:_MOST_SKILLS]
    if len(first) == 1:
        return first[0]
    return f"{', '.join(first[:-1])} and {first[-1]}"
