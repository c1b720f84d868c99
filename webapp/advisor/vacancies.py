"""The list of vacancies, and for one of them the ranked jobseekers by name."""

from flask import current_app, render_template, request

from matcher.domain import Provider, Ranking, Vacancy
from matcher.errors import NotFoundError
from webapp.access import ADVISOR, account, allow, record_all
from webapp.advisor import advisor
from webapp.context import as_of, engine, store
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters import matches
from webapp.presenters.anonymous import codes
from webapp.presenters.changes import narrowing
from webapp.presenters.filters import narrow
from webapp.presenters.lists import found, search_text, vacancy_rows
from webapp.presenters.match_filters import vacancy_facets
from webapp.presenters.vacancies import state, vacancy_facts
from webapp.shown import every_vacancy, listed_for_advisors, open_candidates, shown_ids, waits_for_review

__all__: list[str] = []

MOST_LISTED = 50
"""Judgement: nobody reads more of those whom one condition takes out, and whoever is named can read that they were."""


@advisor.get("/vacancies")
@allow(ADVISOR)
def vacancies() -> str:
    """Every vacancy, searched and narrowed; those that wait for a review are listed and say so."""
    query = request.args.get("q", "").strip()
    rows = vacancy_rows(every_vacancy(), listed_for_advisors().by_id, as_of())
    hits = [row for row in rows if found(search_text(row.search_parts), query)]
    narrowed = narrow(hits, vacancy_facets(engine().taxonomy, as_of()))
    return render_template(
        "advisor/vacancies.html", narrowed=narrowed, page=paginate(narrowed.rows), query=query, n_all=len(rows)
    )


@advisor.get("/vacancies/<identifier:vacancy_id>")
@allow(ADVISOR)
def vacancy(vacancy_id: str) -> str:
    """One vacancy: what it asks for and who fits it, with the codes providers know them by.

    Everybody who is named on the page is told that they were.
    """
    record = store().vacancy(vacancy_id)
    is_held = waits_for_review(record)
    ranking = _rank(record, is_held=is_held)
    page = paginate(ranking.matches, MATCHES_PER_PAGE)
    groups = matches.grouped_by_reason(ranking.not_now)
    named = [match.candidate for match in page.items]
    named += [entry.candidate for group in groups for entry in group.entries[:MOST_LISTED]]
    record_all("ranked_people", named, record.id)
    return render_template(
        "advisor/vacancy.html",
        codes=codes(current_app.config["SECRET_KEY"], record, shown_ids()),
        state="waiting" if is_held else state(record, as_of()),
        facts=vacancy_facts(record, engine().taxonomy),
        groups=groups,
        most_listed=MOST_LISTED,
        narrowing=narrowing(ranking.must_haves),
        page=page,
        people=store().people(named),
        provider=_register_record(record.provider_id),
        ranking=ranking,
        vacancy=record,
    )


def _rank(record: Vacancy, *, is_held: bool) -> Ranking:
    """Everybody open to the advisor; nobody where a person has to look first."""
    people = [] if is_held else open_candidates(account())
    return engine().match_vacancy(record, people, k=max(1, len(people)), as_of=as_of(), questions=False)


def _register_record(provider_id: str | None) -> Provider | None:
    """The provider's record, if one is stored; an advert may name a provider that no register lists."""
    if not provider_id:
        return None
    try:
        return store().provider(provider_id)
    except NotFoundError:
        return None
