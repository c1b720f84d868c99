"""The register of providers, with the age of every record."""

from flask import render_template, request

from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.context import store
from webapp.paging import paginate, paginate_slices

__all__: list[str] = []


@advisor.get("/providers")
@allow(ADVISOR)
def providers() -> str:
    """Every provider that is stored, with a search over names, postcodes and authorities."""
    query = request.args.get("q", "").strip()
    if query:
        page = paginate(store().providers(search=query))
    else:
        page = paginate_slices(store().n_providers(), lambda start, size: store().providers(size, start))
    return render_template("advisor/providers.html", page=page, query=query, n_all=store().n_providers())
