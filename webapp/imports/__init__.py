"""Pages for advisors who load their own data: choose a file, match its columns, import it, mend what was rejected."""

from flask import Blueprint, current_app, request
from flask.blueprints import BlueprintSetupState

__all__ = ["imports"]

# Judgement: a caseload is under 1 MB and the regulator's whole directory 25 MB; what is larger takes so long that the
# command line, which shows how far it is, serves better than a page that waits.
_MAX_UPLOAD_BYTES = 250 * 1024 * 1024

imports = Blueprint("imports", __name__, url_prefix="/import")


@imports.record
def _set_default(state: BlueprintSetupState) -> None:
    """A setting of ours, which the app's own settings may override."""
    state.app.config.setdefault("MAX_UPLOAD_BYTES", _MAX_UPLOAD_BYTES)


@imports.url_value_preprocessor
def _allow_a_large_file(endpoint: str | None, _values: object) -> None:
    """Raise the limit for the one address that takes a file, before the check of forms reads the request."""
    if endpoint == "imports.upload":
        request.max_content_length = current_app.config["MAX_UPLOAD_BYTES"]


from webapp.imports import choosing, columns, refusals, results  # noqa: E402, F401 - they add their pages
