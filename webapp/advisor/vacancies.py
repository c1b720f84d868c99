"""The list of vacancies, and for one of them the ranked candidates by name."""

from flask import current_app, render_template, request

from matcher.domain import Provider
from matcher.errors import NotFoundError
from webapp.advisor import advisor
from webapp.context import as_of, engine, store
from webapp.paging import MATCHES_PER_PAGE, paginate
from webapp.presenters import matches
from webapp.presenters.anonymous import codes
from webapp.presenters.changes import narrowing
from webapp.presenters.lists import found, search_text, vacancy_rows
from webapp.presenters.vacancies import state, vacancy_facts

__all__: list[str] = []


@advisor.get("/vacancies")
def vacancies() -> str:
    """Every vacancy, with a search over titles, providers, ids and places."""
    query = request.args.get("q", "").strip()
    rows = vacancy_rows(store().vacancies(), as_of())
    hits = [row for row in rows if found(search_text(row.search_parts), query)]
    return render_template("advisor/vacancies.html", page=paginate(hits), query=query, n_all=len(rows))


@advisor.get("/vacancies/<identifier:vacancy_id>")
def vacancy(vacancy_id: str) -> str:
    """One vacancy: what it asks for and who fits it, with the codes providers know them by."""
    record, candidates = store().vacancy(vacancy_id), store().candidates()
    ranking = engine().match_vacancy(record, candidates, k=max(1, len(candidates)), as_of=as_of())
    provider = _register_record(record.provider_id)
    return render_template(
        "advisor/vacancy.html",
        codes=codes(current_app.config["SECRET_KEY"], record.id, (candidate.id for candidate in candidates)),
        state=state(record, as_of()),
        facts=vacancy_facts(record, engine().taxonomy),
        groups=matches.grouped_by_reason(ranking.not_now),
        narrowing=narrowing(ranking.must_haves),
        page=paginate(ranking.matches, MATCHES_PER_PAGE),
        people=store().people(),
        provider=provider,
        ranking=ranking,
        vacancy=record,
    )


def _register_record(provider_id: str | None) -> Provider | None:
    """The provider's record, if one is stored; an advert may name a provider that no register lists."""
    if not provider_id:
        return None
    try:
        return store().provider(provider_id)
    except NotFoundError:
        return None
