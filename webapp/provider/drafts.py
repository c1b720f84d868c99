"""Vacancies that are being written: what is kept of them between the steps, and the page that lists the steps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.store.drafts import Draft
from webapp.access import PROVIDER, account, allow
from webapp.context import engine, store
from webapp.forms.advert_filling import read_pasted, typed_answers
from webapp.forms.vacancy import FIELDS, STEPS, VacancyForm
from webapp.forms.vacancy_reading import faulty, read_form
from webapp.new_ids import new_id
from webapp.presenters.adverts import AdvertView, advert_view
from webapp.provider import provider

__all__ = ["VacancyDraft", "advert_beside", "begin", "begun", "draft_of"]

KIND = "vacancy"


@dataclass(frozen=True, slots=True)
class VacancyDraft:
    """A vacancy that somebody writes.

    Attributes
    ----------
    id : str
        Also that of the vacancy it becomes, so that sending the last page twice publishes one vacancy.
    answers : mapping of str to str
        Questions to what was typed.
    advert : str
        The words the answers were read from, if any; gone with the draft.
    edits : str
        The id of the vacancy that is changed by it; empty for a new one.
    """

    id: str
    answers: Mapping[str, str]
    advert: str = ""
    edits: str = ""

    @property
    def title(self) -> str:
        """What it is called in lists."""
        return self.answers.get("title") or "A vacancy without a title yet"

    def form(self) -> VacancyForm:
        """The form with the answers."""
        return VacancyForm(engine().taxonomy, self.answers)

    def save(self, answers: Mapping[str, str]) -> "VacancyDraft":
        """Keep further answers."""
        kept = replace(self, answers={**self.answers, **answers})
        document = {**kept.answers, "advert": kept.advert, "edits": kept.edits}
        store().drafts.save(kept.id, KIND, account().id, document)
        return kept

    def remove(self) -> None:
        """Throw it away."""
        store().drafts.remove(self.id)


def begin(answers: Mapping[str, str], advert: str = "", edits: str = "") -> VacancyDraft:
    """Keep a new draft."""
    return VacancyDraft(new_id(), {"positions": "1"}, advert, edits).save(answers)


def begun() -> list[VacancyDraft]:
    """The drafts of whoever is signed in, the latest first."""
    return [_draft(kept) for kept in store().drafts.of(account().id, KIND)]


def draft_of(draft_id: str) -> VacancyDraft:
    """A draft.

    Raises
    ------
    NotFoundError
        It is not there any more.
    """
    return _draft(store().drafts.get(draft_id))


def advert_beside(draft: VacancyDraft, day: date) -> AdvertView | None:
    """The sentences that go beside the answers of a pasted advert; reading is quick, so they are not kept."""
    if not draft.advert:
        return None
    taxonomy = engine().taxonomy
    read = read_pasted(draft.advert, taxonomy, day)
    return advert_view(read, typed_answers(read, taxonomy, day), taxonomy, day)


@provider.get("/drafts/<identifier:draft_id>")
@allow(PROVIDER)
def draft(draft_id: str) -> str:
    """The steps and how far each is."""
    found = draft_of(draft_id)
    form = found.form()
    read_form(form, engine())
    wrong = set(faulty(form))
    states = {
        step.slug: _state(any(found.answers.get(name) for name in step.fields), bool(wrong & set(step.fields)))
        for step in STEPS
    }
    return render_template("provider/draft.html", draft=found, states=states, steps=STEPS)


@provider.post("/drafts/<identifier:draft_id>/throw-away")
@allow(PROVIDER)
def throw_away(draft_id: str) -> Response:
    """Delete a draft."""
    draft_of(draft_id).remove()
    flash("The draft is thrown away.")
    return redirect(url_for(".vacancies"))


def _state(is_answered: bool, is_wrong: bool) -> str:
    if is_wrong:
        return "mend" if is_answered else "needed"
    return "done" if is_answered else "blank"


def _draft(kept: Draft) -> VacancyDraft:
    document = kept.answers
    answers = {name: str(document[name]) for name in FIELDS if name in document}
    return VacancyDraft(kept.id, answers, document.get("advert", ""), document.get("edits", ""))
