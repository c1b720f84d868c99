"""Pages for everybody: the front door, how matching works, and what the app does with people's details."""

from flask import Blueprint, render_template

from webapp.context import engine, store

__all__ = ["public"]

public = Blueprint("public", __name__)


@public.get("/")
def home() -> str:
    """The front door."""
    n_candidates, n_vacancies = len(store().candidates()), len(store().vacancies())
    return render_template("public/home.html", n_candidates=n_candidates, n_vacancies=n_vacancies)


@public.get("/how-matching-works")
def how_matching_works() -> str:
    """What a score means, with the weights that are in use."""
    model = engine().model
    return render_template("public/how_matching_works.html", model=model)


@public.get("/privacy")
def privacy() -> str:
    """What is kept about people and who sees it."""
    return render_template("public/privacy.html")


@public.get("/accessibility")
def accessibility() -> str:
    """What was done and tested so that everybody can use the app."""
    return render_template("public/accessibility.html")


@public.get("/cookies")
def cookies() -> str:
    """The one cookie."""
    return render_template("public/cookies.html")
