"""The page of one vacancy, as its provider sees it."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import PayNote
from webapp import words
from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine, store
from webapp.forms.pay_note import PayNoteForm
from webapp.presenters.dashboard import counts_by_vacancy, group_of
from webapp.presenters.vacancies import Fact, pay_floor_of, state, vacancy_facts
from webapp.provider import provider
from webapp.provider.counting import count_pool
from webapp.provider.people import people_of
from webapp.provider.shortlist import shortlisted

__all__: list[str] = []


@provider.get("/vacancies/<identifier:vacancy_id>")
@allow(PROVIDER)
def vacancy(vacancy_id: str) -> str:
    """One vacancy, as it was posted, and what can be done with it."""
    return _page(vacancy_id, PayNoteForm(formdata=None))


@provider.post("/vacancies/<identifier:vacancy_id>/explain-pay")
@allow(PROVIDER)
def explain_pay(vacancy_id: str) -> str | Response:
    """Say why the pay of a draft is under the legal floor, and publish it."""
    form, record = PayNoteForm(), store().vacancy(vacancy_id)
    if state(record, as_of()) != "draft":
        flash("This vacancy is no draft any more, so nothing was changed.")
    elif not form.validate():
        return _page(vacancy_id, form)
    elif store().replace_vacancy(
        record.model_copy(update={"pay_note": PayNote(form.pay_note.data)}), instead_of=record
    ):
        flash("The vacancy is published, with the reason for its pay.")
    else:
        flash("Somebody else changed this vacancy at the same moment, so nothing was saved. Look at it and try again.")
    return redirect(url_for(".vacancy", vacancy_id=vacancy_id))


def _page(vacancy_id: str, form: PayNoteForm) -> str:
    record, standing = store().vacancy(vacancy_id), store().standings.get(vacancy_id)
    people = people_of(vacancy_id)
    asked = [one for one in people.introductions.values() if one.candidate_id in people.codes]
    facts = vacancy_facts(record, engine().taxonomy)
    if standing.sex_required:
        facts += [
            Fact("Who the work needs", words.label(standing.sex_required, "sex_required")),
            Fact("Why the work needs that", standing.sex_reason or ""),
        ]
    return render_template(
        "provider/vacancy.html",
        counts=counts_by_vacancy(asked).get(vacancy_id, (0, 0)),
        facts=facts,
        floor=pay_floor_of(record, as_of()),
        form=form,
        group=group_of(record, standing, as_of()),
        is_held=people.is_held,
        n_chosen=len(shortlisted(people)),
        pool=None if people.is_held else count_pool(record),
        standing=standing,
        state=state(record, as_of()),
        vacancy=record,
    )
