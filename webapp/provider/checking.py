"""The answers to check: what is missing is asked for there, and then the vacancy is published."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Vacancy
from matcher.errors import NotFoundError
from matcher.text.adverts.unsaid import unsaid
from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine, store
from webapp.forms.reading import tidy
from webapp.forms.vacancy import FIELDS, STEPS, VacancyForm
from webapp.forms.vacancy_reading import faulty, forget_faults, read_form
from webapp.forms.vacancy_typing import typed
from webapp.presenters.vacancies import pay_floor_of, state
from webapp.provider import provider
from webapp.provider.counting import PoolCount, count_pool
from webapp.provider.drafts import VacancyDraft, advert_beside, draft_of
from webapp.provider.publishing import Requirement, keep_changes, provider_name, publish

__all__: list[str] = []

_PAY = ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour")


@provider.get("/drafts/<identifier:draft_id>/check")
@allow(PROVIDER)
def check_answers(draft_id: str) -> str | Response:
    """Every answer with a way to change it, and fields for what is missing or cannot be used."""
    try:
        draft = draft_of(draft_id)
    except NotFoundError:
        return redirect(url_for(".vacancy", vacancy_id=draft_id))
    form = draft.form()
    record = _read(draft, form)
    asked = _asked(draft, form)
    forget_faults(form)
    return _page(draft, form, record, asked)


@provider.post("/drafts/<identifier:draft_id>/check")
@allow(PROVIDER)
def publish_vacancy(draft_id: str) -> str | Response:
    """Take in what was missing, and publish; sent twice, it leads to the vacancy that the first one published."""
    try:
        draft = draft_of(draft_id)
    except NotFoundError:
        return redirect(url_for(".vacancy", vacancy_id=draft_id))
    draft = draft.save({name: tidy(request.form[name]) for name in FIELDS if name in request.form})
    form = draft.form()
    record = _read(draft, form)
    if record is None:
        return _page(draft, form, None, _asked(draft, form))
    if unsaid(record, _requirement(draft)[0]):
        return _page(draft, form, record, _asked(draft, form), is_refused=True)
    return _publish(draft, record)


def _read(draft: VacancyDraft, form: VacancyForm) -> Vacancy | None:
    """The vacancy of a draft; a last day that is past is taken only where it has long been so."""
    unchanged = draft.edits and _closes_of(draft.edits) == draft.answers.get("closes")
    not_before = None if unchanged else as_of()
    return read_form(form, engine(), vacancy_id=draft.edits or draft.id, not_before=not_before)


def _closes_of(vacancy_id: str) -> str | None:
    closes = next((one.closes for one in store().vacancies_of([vacancy_id])), None)
    return typed("closes", closes, engine().taxonomy) if closes else None


def _publish(draft: VacancyDraft, record: Vacancy) -> Response:
    requirement = _requirement(draft)
    if not draft.edits:
        publish(record, requirement)
    elif not keep_changes(record, requirement):
        flash("Somebody else changed this vacancy at the same moment, so nothing was saved. Look at it and try again.")
        return redirect(url_for(".vacancies"))
    draft.remove()
    flash(_done(record, is_new=not draft.edits))
    return redirect(url_for(".vacancy", vacancy_id=record.id))


def _requirement(draft: VacancyDraft) -> Requirement:
    return draft.answers.get("sex_required") or None, draft.answers.get("sex_reason") or None


def _done(record: Vacancy, *, is_new: bool) -> str:
    if state(record, as_of()) == "draft":
        return "The draft is saved."
    if store().standings.get(record.id).is_held(record):
        return "The vacancy is saved. The academy looks at it before it is shown."
    return "The vacancy is published." if is_new else "The changes are saved."


def _asked(draft: VacancyDraft, form: VacancyForm) -> list[str]:
    """The questions that stand open on the page: what cannot be used, and what a jobseeker asks for first."""
    answers = draft.answers
    wanted = {"title": answers.get("title"), "positions": answers.get("positions"), "closes": answers.get("closes")}
    if draft.advert:
        wanted["contact"] = answers.get("contact") or answers.get("apply_url")
    wanted["postcode"] = answers.get("postcode") or answers.get("area")
    wanted[_PAY[0]] = answers.get(_PAY[0]) or answers.get(_PAY[1])
    wrong = faulty(form)
    return [name for name in FIELDS if name in wrong or not wanted.get(name, "not wanted")]


def _page(
    draft: VacancyDraft, form: VacancyForm, record: Vacancy | None, asked: list[str], *, is_refused: bool = False
) -> str:
    taxonomy = engine().taxonomy
    settled = engine().settle_vacancy(record) if record else None
    skills = settled.essential_skills if settled else None
    usual = taxonomy.usual_needs(settled.occupation, settled.role_family)[0] if settled and not skills else ()
    pool: PoolCount | None = count_pool(record) if record else None
    return render_template(
        "provider/check_answers.html",
        asked=asked,
        draft=draft,
        floor=pay_floor_of(record, as_of()) if record else None,
        form=form,
        is_refused=is_refused,
        is_low=record is not None and state(record, as_of()) == "draft",
        place=settled.place if settled else None,
        pool=pool,
        provider_name=provider_name(),
        read=advert_beside(draft, as_of()),
        record=record,
        skills=skills,
        steps=STEPS,
        unsaid=unsaid(record, _requirement(draft)[0]) if record else (),
        usual=[str(taxonomy.skill(name) or name) for name in usual],
    )
