"""The page before the form: an advert is pasted and read, and the form comes filled in for a person to confirm.

Nothing is kept of an advert: it travels in the page, and is read anew whenever the form is shown.
"""

from flask import render_template, request

from webapp.forms.advert import AdvertForm
from webapp.provider import provider
from webapp.provider.posting import filled_form_page

__all__: list[str] = []

# Judgement: 100,000 characters that take four bytes, each written as %XX, and a description beside them.
_MAX_REQUEST_BYTES = 2 * 1024 * 1024
_TAKE_AN_ADVERT = frozenset({"provider.read_advert", "provider.post_vacancy"})


@provider.url_value_preprocessor
def _allow_a_long_advert(endpoint: str | None, _values: object) -> None:
    """Raise the limits where an advert is sent, before the check of forms reads the request."""
    if endpoint in _TAKE_AN_ADVERT:
        request.max_content_length = request.max_form_memory_size = _MAX_REQUEST_BYTES


@provider.get("/vacancies/new/advert")
def paste_advert() -> str:
    """The empty form."""
    return render_template("provider/advert.html", form=AdvertForm(formdata=None))


@provider.post("/vacancies/new/advert")
def read_advert() -> str:
    """The form of a vacancy, filled in with what the advert says."""
    form = AdvertForm()
    if not form.validate():
        return render_template("provider/advert.html", form=form)
    return filled_form_page(form.advert.data)
