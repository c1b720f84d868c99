"""The providers' list of vacancies, and the page of one."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import PayNote
from webapp.context import as_of, engine, store
from webapp.forms.pay_note import PayNoteForm
from webapp.paging import paginate
from webapp.presenters.lists import found, search_text, vacancy_rows
from webapp.presenters.vacancies import pay_floor_of, state, vacancy_facts
from webapp.provider import provider

__all__: list[str] = []


@provider.get("/")
def start() -> Response:
    """A provider starts at the vacancies."""
    return redirect(url_for(".vacancies"))


@provider.get("/vacancies")
def vacancies() -> str:
    """Every vacancy, drafts first, with a search."""
    query = request.args.get("q", "").strip()
    rows = vacancy_rows(store().vacancies(), as_of())
    hits = [row for row in rows if found(search_text(row.search_parts), query)]
    return render_template("provider/vacancies.html", page=paginate(hits), query=query, n_all=len(rows))


@provider.get("/vacancies/<identifier:vacancy_id>")
def vacancy(vacancy_id: str) -> str:
    """One vacancy, as it was posted."""
    return _page(vacancy_id, PayNoteForm(formdata=None))


@provider.post("/vacancies/<identifier:vacancy_id>/explain-pay")
def explain_pay(vacancy_id: str) -> str | Response:
    """Say why the pay of a draft is under the legal floor, and publish it."""
    form, record = PayNoteForm(), store().vacancy(vacancy_id)
    if not form.validate():
        return _page(vacancy_id, form)
    store().upsert_vacancies([record.model_copy(update={"pay_note": PayNote(form.pay_note.data)})])
    flash("The vacancy is published, with the reason for its pay.")
    return redirect(url_for(".vacancy", vacancy_id=vacancy_id))


@provider.post("/vacancies/<identifier:vacancy_id>/close")
def close(vacancy_id: str) -> Response:
    """Let today be the last day of a vacancy."""
    record = store().vacancy(vacancy_id)
    if state(record, as_of()) == "open":
        store().upsert_vacancies([record.model_copy(update={"closes": as_of()})])
        flash("The vacancy closes at the end of today.")
    return redirect(url_for(".vacancy", vacancy_id=vacancy_id))


def _page(vacancy_id: str, form: PayNoteForm) -> str:
    record = store().vacancy(vacancy_id)
    return render_template(
        "provider/vacancy.html",
        facts=vacancy_facts(record, engine().taxonomy),
        floor=pay_floor_of(record, as_of()),
        form=form,
        state=state(record, as_of()),
        vacancy=record,
    )
