"""What a person is told when a file is too large, or is here no more."""

from flask import current_app, render_template
from werkzeug.exceptions import RequestEntityTooLarge

from webapp.imports import imports
from webapp.imports.uploads import UploadGoneError

__all__: list[str] = []


@imports.errorhandler(UploadGoneError)
def gone(_error: UploadGoneError) -> tuple[str, int]:
    """The upload was deleted, was imported, or is another session's; the same words, so that nobody learns which."""
    return render_template("imports/gone.html"), 410


@imports.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> tuple[str, int]:
    """The file is larger than a page can take."""
    n_megabytes = current_app.config["MAX_UPLOAD_BYTES"] // 2**20
    return render_template("imports/too_large.html", n_megabytes=n_megabytes), 413
