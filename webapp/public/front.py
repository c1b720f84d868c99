"""The front door, and the page that says goodbye."""

from flask import render_template

from webapp.access import allow_anybody
from webapp.forms.start import StartForm
from webapp.public import public
from webapp.shown import open_vacancies

__all__: list[str] = []


@public.get("/")
@allow_anybody
def home() -> str:
    """Three doors, jobseekers first."""
    open_now = open_vacancies()
    providers = {vacancy.provider for vacancy in open_now if vacancy.provider}
    form = StartForm(formdata=None)
    return render_template("public/home.html", form=form, n_vacancies=len(open_now), n_providers=len(providers))


@public.get("/goodbye")
@allow_anybody
def goodbye() -> str:
    """What somebody sees who has deleted themselves."""
    return render_template("public/goodbye.html")
