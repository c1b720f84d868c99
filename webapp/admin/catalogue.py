"""The courses and providers that the app knows: what ships, what was imported, and how old it is."""

from collections import Counter

from flask import render_template

from matcher.pathways import load_catalogue
from webapp.access import ADMIN, allow
from webapp.admin import admin
from webapp.context import engine, store
from webapp.paging import paginate
from webapp.presenters.source_dates import span_of_dates

__all__: list[str] = []


@admin.get("/catalogue")
@allow(ADMIN)
def catalogue() -> str:
    """Counts and dates, then the courses that were imported."""
    shipped = load_catalogue(engine().taxonomy).values()
    return render_template(
        "admin/catalogue.html",
        kinds=sorted(Counter(course.kind.value for course in shipped).items()),
        n_providers=store().n_providers(),
        n_shipped=len(shipped),
        read_in=span_of_dates(course.source_date for course in shipped),
        page=paginate(sorted(store().courses(), key=lambda course: (course.label.casefold(), course.id))),
        sources=store().provider_sources(),
    )
