"""An upload on its way into the store: a job of its account, done before the page answers where that takes no time."""

from collections.abc import Mapping
from pathlib import Path

from flask import current_app, redirect, url_for
from werkzeug.wrappers import Response

from matcher.errors import FileError
from matcher.jobs.importing import count_rows
from matcher.jobs.schedule import sweep_uploads
from matcher.store.jobs import Job
from webapp.access import account
from webapp.background import do_now, start_job
from webapp.context import store
from webapp.forms.imports import KINDS
from webapp.imports.uploads import Upload, UploadGoneError
from webapp.presenters.imports import without_options

__all__ = ["clear_out", "find", "find_waiting", "job_of", "owner", "run", "uploads_folder"]

# Judgement: what takes about half a second; rows that say little are many in few bytes.
_SMALL_BYTES = 200_000
_SMALL_ROWS = 300


def uploads_folder() -> Path:
    """Where uploads are kept."""
    return Path(current_app.config["INSTANCE"]).absolute() / "uploads"


def clear_out() -> None:
    """Delete old uploads, but for those that are being imported or wait for it."""
    sweep_uploads(store(), uploads_folder())


def owner() -> str:
    """What uploads of this account are known by."""
    return f"account {account().id}"


def find(token: str) -> Upload:
    """An upload of this account.

    Raises
    ------
    UploadGoneError
        There is none.
    """
    return Upload.find(uploads_folder(), token, owner())


def find_waiting(token: str) -> Upload:
    """An upload of this account that nobody has begun to import.

    Raises
    ------
    UploadGoneError
        There is none.
    """
    upload = find(token)
    if job_of(upload) is not None or not upload.file.exists():
        raise UploadGoneError
    return upload


def job_of(upload: Upload) -> Job | None:
    """The job that imports an upload, once that was asked for; it has the upload's own token for its id."""
    return store().jobs.find(upload.token)


def run(upload: Upload, columns: Mapping[str, str], start: str = "imports.start") -> Response:
    """Import an upload, once however often it is asked for; to its result, or to the page that says how far it is.

    `start` is the page on which somebody chooses a file anew.

    Raises
    ------
    FileError
        The file was small, and as a whole cannot be used; it is deleted.
    """
    job = start_job("import", _arguments(upload, columns, start), job_id=upload.token)
    if _is_small(upload):
        job = do_now(job)
    if job.state == "failed":
        upload.discard()
        raise FileError(without_options(job.error or ""))
    if job.state == "done":
        return redirect(url_for("imports.result", token=upload.token))
    return redirect(url_for("progress.job", job_id=job.id))


def _is_small(upload: Upload) -> bool:
    if not upload.is_smaller_than(_SMALL_BYTES):
        return False
    try:
        n_rows = count_rows(upload.file)
    except FileError:  # refused at once, as the job says
        return True
    return n_rows is None or n_rows <= _SMALL_ROWS


def _arguments(upload: Upload, columns: Mapping[str, str], start: str) -> dict[str, object]:
    return {
        "kind": upload.kind,
        "file": str(upload.file),
        "rejects": str(upload.rejects),
        "columns": dict(columns),
        "format": "csv" if columns else "auto",
        "name": upload.name,
        "title": f"Importing {KINDS[upload.kind].lower()} from {upload.name}",
        "things": "rows",
        "result_page": url_for("imports.result", token=upload.token),
        "start_page": url_for(start, kind=upload.kind),
    }
