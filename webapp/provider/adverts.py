"""Where posting begins: an advert is pasted and read, or the questions are answered by hand."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.access import PROVIDER, allow
from webapp.context import as_of, engine
from webapp.forms.advert import AdvertForm
from webapp.forms.advert_filling import read_pasted, typed_answers
from webapp.forms.vacancy import STEPS
from webapp.provider import provider
from webapp.provider.drafts import begin

__all__: list[str] = []

# Judgement: 100,000 characters that take four bytes, each written as %XX.
_MAX_REQUEST_BYTES = 2 * 1024 * 1024


@provider.url_value_preprocessor
def _allow_a_long_advert(endpoint: str | None, _values: object) -> None:
    """Raise the limits where an advert is sent, before the check of forms reads the request."""
    if endpoint == "provider.read_advert":
        request.max_content_length = request.max_form_memory_size = _MAX_REQUEST_BYTES


@provider.get("/vacancies/new")
@allow(PROVIDER)
def new_vacancy() -> str:
    """The page that takes an advert."""
    return render_template("provider/advert.html", form=AdvertForm(formdata=None))


@provider.post("/vacancies/new")
@allow(PROVIDER)
def read_advert() -> str | Response:
    """Read an advert, and show every answer to check."""
    form = AdvertForm()
    if not form.validate():
        return render_template("provider/advert.html", form=form)
    advert, taxonomy = form.advert.data, engine().taxonomy
    draft = begin(typed_answers(read_pasted(advert, taxonomy, as_of()), taxonomy, as_of()), advert)
    return redirect(url_for(".check_answers", draft_id=draft.id))


@provider.post("/vacancies/new/by-hand")
@allow(PROVIDER)
def write_by_hand() -> Response:
    """Begin without an advert, at the first step."""
    return redirect(url_for(".step", draft_id=begin({}).id, step=STEPS[0].slug))
