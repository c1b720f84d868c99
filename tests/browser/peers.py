"""How many pages the same task takes here and at the nearest public service.

The peers' figures were read from the routes, controllers and views of their repositories, see ``docs/journeys.md``.
"""

from dataclasses import dataclass

__all__ = ["JOURNEYS", "Journey"]


@dataclass(frozen=True)
class Journey:
    """Pages and views of one task; `sign_up` pages, on which an account is made, come on top.

    Attributes
    ----------
    task : str
        What somebody came for.
    pages, views, sign_up : int
        Here, as measured.
    peer : str
        The public service that takes the fewest pages of those whose task is near enough.
    peer_pages, peer_views, peer_sign_up : int
        There.
    """

    task: str
    pages: int
    views: int
    peer: str
    peer_pages: int
    peer_views: int
    sign_up: int = 0
    peer_sign_up: int = 0


JOURNEYS = (
    Journey("Advisor: find somebody, read their best match and its why", 2, 3, "Accredited Programmes", 3, 3),
    Journey("Advisor: from a pasted CV to the first matches", 5, 5, "Get help to retrain", 7, 7),
    Journey("Advisor: set aside, refer with a reason, note the interview", 4, 7, "Teaching Vacancies", 5, 8),
    Journey("Provider: from a pasted advert to a live vacancy", 4, 4, "Teaching Vacancies", 9, 9),
    Journey("Provider: shortlist somebody and ask to be introduced", 4, 5, "Apply for teacher training", 5, 6),
    Journey("Jobseeker: the first ranked vacancies, without an account", 2, 2, "Teaching Vacancies", 2, 2),
    Journey("Jobseeker: make an account, save a vacancy, set an alert", 4, 6, "Teaching Vacancies", 4, 5, 3, 8),
    Journey("Admin: invite somebody by link, disable an account", 3, 6, "GOV.UK Notify", 3, 6),
)
