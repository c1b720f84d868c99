"""Taking everything along, and deleting oneself."""

import json

from flask import Response, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as AnyResponse

from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.forms.leaving import leaving_form
from webapp.jobseeker import jobseeker
from webapp.jobseeker.whose import own_id_or_none
from webapp.limits import BY_ADDRESS, limiter
from webapp.presenters.about_me import happenings

__all__: list[str] = []


@jobseeker.get("/download")
@allow(JOBSEEKER)
def download() -> Response:
    """Everything on me as one JSON document: rows as they are kept, and the record of what was done in words."""
    mine, account = own_id_or_none(), access.account()
    access.record("own", mine, detail="downloaded everything")
    entries = store().audit.entries(candidate_id=mine) if mine else []
    document = {
        "kept": store().about.everything(mine, account.id),
        "what_was_done": [one.as_document() for one in happenings(store(), entries)],
    }
    answer = Response(json.dumps(document, ensure_ascii=False, indent=1), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="carematch-my-data.json"'
    return answer


@jobseeker.get("/delete")
@allow(JOBSEEKER)
def leave() -> str:
    """What goes and what stays, and the last question."""
    return _page(leaving_form(asks_password=access.account().has_password, formdata=None))


@jobseeker.post("/delete")
@allow(JOBSEEKER)
@limiter.limit(BY_ADDRESS)
def delete() -> str | AnyResponse:
    """Delete the person and their account, and sign out."""
    account = access.account()
    form = leaving_form(asks_password=account.has_password)
    if not form.validate():
        return _page(form)
    if account.has_password and store().accounts.verified(account.email, form.proof.data) is None:
        form.proof.errors = ["That is not your password"]
        return _page(form)
    store().about.forget(account.candidate_id, account.id)
    access.record("own", account.candidate_id, detail="deleted everything")
    access.sign_out()
    return redirect(url_for("public.goodbye"))


def _page(form: FlaskForm) -> str:
    return render_template("jobseeker/delete.html", form=form)
