"""The ranked candidates of a vacancy, without anything that tells who they are before they agree to it."""

from flask import render_template, request

from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine
from webapp.paging import MATCHES_PER_PAGE, paginate, paginate_slices
from webapp.presenters.anonymous import anonymous_match, anonymous_not_now
from webapp.presenters.changes import pool_count
from webapp.presenters.vacancies import state
from webapp.provider import provider
from webapp.provider.introductions import can_ask
from webapp.provider.people import people_of

__all__: list[str] = []


@provider.get("/vacancies/<identifier:vacancy_id>/candidates")
@allow(PROVIDER)
def candidates(vacancy_id: str) -> str:
    """Everybody who can be considered, best first, none cut off."""
    people = people_of(vacancy_id)
    record = people.vacancy
    ranking = engine().match_vacancy(record, people.candidates, k=_as_far_as(len(people.candidates)), as_of=as_of())
    n_fit = ranking.n_considered - len(ranking.not_now)
    page = paginate_slices(n_fit, lambda first, size: ranking.matches[first : first + size], MATCHES_PER_PAGE)
    people.record_seen(match.candidate for match in page.items)
    standing = state(record, as_of())
    return render_template(
        "provider/candidates.html",
        acquaintances=[people.acquaintance(match.candidate) for match in page.items],
        can_ask=can_ask(record),
        matches=[anonymous_match(one, people.codes[one.candidate], engine().taxonomy) for one in page.items],
        n_not_now=len(ranking.not_now),
        page=page,
        pool=pool_count(ranking) if standing == "open" else None,
        state=standing,
        vacancy=record,
    )


@provider.get("/vacancies/<identifier:vacancy_id>/candidates/not-now")
@allow(PROVIDER)
def candidates_not_now(vacancy_id: str) -> str:
    """Those who are out for now and why, in no order."""
    people = people_of(vacancy_id)
    ranking = engine().match_vacancy(people.vacancy, people.candidates, k=1, as_of=as_of(), changes=False)
    out = sorted(ranking.not_now, key=lambda entry: people.codes[entry.candidate])
    page = paginate(out)
    people.record_seen(entry.candidate for entry in page.items)
    return render_template(
        "provider/not_now.html",
        entries=[anonymous_not_now(entry, people.codes[entry.candidate]) for entry in page.items],
        page=page,
        vacancy=people.vacancy,
    )


def _as_far_as(n_people: int) -> int:
    """How many matches have to be explained for the page that is asked for: those before it too, none after it."""
    number = max(1, request.args.get("page", 1, type=int))
    return max(1, min(n_people, number * MATCHES_PER_PAGE))
