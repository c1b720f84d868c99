"""The ranked candidates of a vacancy, without anything that tells who they are."""

from flask import current_app, render_template

from webapp.context import as_of, engine, store
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters.anonymous import anonymous_match, anonymous_not_now, codes
from webapp.presenters.changes import anonymous_pool
from webapp.presenters.vacancies import state
from webapp.provider import provider

__all__: list[str] = []


@provider.get("/vacancies/<identifier:vacancy_id>/candidates")
def candidates(vacancy_id: str) -> str:
    """Everybody who can be considered, best first, none cut off; then those who are out for now."""
    record, people = store().vacancy(vacancy_id), store().candidates()
    ranking = engine().match_vacancy(record, people, k=max(1, len(people)), as_of=as_of())
    named = codes(current_app.config["SECRET_KEY"], record.id, (person.id for person in people))
    taxonomy = engine().taxonomy
    shown = [anonymous_match(match, named[match.candidate], taxonomy) for match in ranking.matches]
    later = sorted(
        (anonymous_not_now(entry, named[entry.candidate]) for entry in ranking.not_now), key=lambda entry: entry.code
    )
    standing = state(record, as_of())
    return render_template(
        "provider/candidates.html",
        draft=standing == "draft",
        not_now=later,
        page=paginate(shown, MATCHES_PER_PAGE),
        pool=anonymous_pool(ranking.must_haves if standing == "open" else ()),
        vacancy=record,
    )
