"""The JSON API of providers' own systems, and the page about it.

`api` holds what a key opens; each of its routes declares the scope it needs. `api_pages` holds what anybody may read:
the page and the OpenAPI document.
"""

from flask import Blueprint

from webapp.api.addresses import know_vacancies
from webapp.api.problems import API

__all__ = ["api", "api_pages"]

api = Blueprint("api", __name__, url_prefix=API)
api.record(know_vacancies)
api_pages = Blueprint("api_pages", __name__)

from webapp.api import about, batch, checks, introductions, me, one_vacancy, people, vacancies  # noqa: E402, F401 - they add theirs
