"""Where a provider starts: their own vacancies in groups, with what waits for them first."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.store.standings import Standing
from webapp.access import PROVIDER, account, allow
from webapp.context import as_of, store
from webapp.paging import paginate
from webapp.presenters.dashboard import (
    GROUPS,
    DashboardRow,
    counts_by_vacancy,
    groups,
    in_order,
    is_in,
    vacancy_row,
)
from webapp.presenters.lists import found, search_text
from webapp.provider import provider
from webapp.provider.drafts import VacancyDraft, begun
from webapp.shown import own_vacancies, shown_ids

__all__: list[str] = []


@provider.get("/")
@allow(PROVIDER)
def start() -> Response:
    """A provider starts at the vacancies."""
    return redirect(url_for(".vacancies"))


@provider.get("/vacancies")
@allow(PROVIDER)
def vacancies() -> str:
    """Every own vacancy, or those of a group, with a search."""
    query, group = request.args.get("q", "").strip(), request.args.get("show", "")
    group = group if group in GROUPS else ""
    rows = _rows()
    hits = [row for row in rows if found(search_text(row.search_parts), query)]
    page = paginate([row for row in hits if is_in(row, group)])
    asked, shown = store().introductions.of_vacancies([row.id for row in page.items]), shown_ids()
    return render_template(
        "provider/vacancies.html",
        counts=counts_by_vacancy(one for one in asked if one.candidate_id in shown),
        group=group,
        groups=groups(hits),
        n_all=len(rows),
        n_hits=len(hits),
        page=page,
        query=query,
    )


def _rows() -> list[DashboardRow]:
    standings = store().standings.all()
    posted = [vacancy_row(one, standings.get(one.id, Standing(one.id)), as_of()) for one in own_vacancies(account())]
    return in_order([*posted, *map(_draft_row, begun())])


def _draft_row(draft: VacancyDraft) -> DashboardRow:
    return DashboardRow(
        id=draft.id,
        title=draft.title,
        group="draft",
        positions=draft.answers.get("positions", ""),
        place=draft.answers.get("postcode", ""),
        is_draft_form=True,
        edits=bool(draft.edits),
    )
