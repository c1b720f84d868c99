"""The ranked candidates of a vacancy, without anything that tells who they are before they agree to it."""

from flask import render_template

from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters.anonymous import anonymous_match, anonymous_not_now, at_least, not_now_count
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
    ranking = people.ranked(changes=True)
    page = paginate(ranking.matches, MATCHES_PER_PAGE)
    people.record_seen(match.candidate for match in page.items)
    standing = state(record, as_of())
    return render_template(
        "provider/candidates.html",
        acquaintances=[people.acquaintance(match.candidate) for match in page.items],
        can_ask=can_ask(record),
        is_held=people.is_held,
        matches=[anonymous_match(one, people.codes[one.candidate], engine().taxonomy) for one in page.items],
        n_fit=at_least(len(ranking.matches)),
        n_not_now=at_least(len(ranking.not_now)),
        page=page,
        pool=pool_count(ranking) if standing == "open" and not people.is_held else None,
        state=standing,
        uses_usual_needs=not record.essential_skills,
        vacancy=record,
    )


@provider.get("/vacancies/<identifier:vacancy_id>/candidates/not-now")
@allow(PROVIDER)
def candidates_not_now(vacancy_id: str) -> str:
    """Those who are out for now by a condition of the vacancy or the day, in no order, and a count of the others."""
    people = people_of(vacancy_id)
    ranking = people.ranked()
    out = not_now_count(ranking.not_now)
    page = paginate(sorted(out.listed, key=lambda glance: people.codes[glance.candidate]))
    people.record_seen(glance.candidate for glance in page.items)
    return render_template(
        "provider/not_now.html",
        entries=[anonymous_not_now(ranking.not_now[one.place], people.codes[one.candidate]) for one in page.items],
        is_held=people.is_held,
        others=out.others,
        page=page,
        step=out.step,
        vacancy=people.vacancy,
    )
