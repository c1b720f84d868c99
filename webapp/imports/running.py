"""An upload on its way into the store."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from flask import current_app, session

from matcher.importers import ImportContext, run_import
from webapp.context import engine, store
from webapp.imports.uploads import Upload, UploadGoneError

__all__ = ["find", "find_waiting", "owner", "run", "uploads_folder"]


def uploads_folder() -> Path:
    """Where uploads are kept."""
    return Path(current_app.config["INSTANCE"]).absolute() / "uploads"


def owner() -> str:
    """What uploads of this session are known by."""
    return str(session.setdefault("imports_of", secrets.token_urlsafe(24)))


def find(token: str) -> Upload:
    """An upload of this session.

    Raises
    ------
    UploadGoneError
        There is none.
    """
    return Upload.find(uploads_folder(), token, owner())


def find_waiting(token: str) -> Upload:
    """An upload of this session that is not imported yet.

    Raises
    ------
    UploadGoneError
        There is none.
    """
    upload = find(token)
    if not upload.is_waiting:
        raise UploadGoneError
    return upload


def run(upload: Upload, columns: Mapping[str, str]) -> None:
    """Import an upload, unless another request does so already; then its file is deleted.

    Raises
    ------
    FileError
        The file as a whole cannot be used.
    """
    if not upload.claim():
        return
    context = ImportContext(
        store=store(),
        taxonomy=engine().taxonomy,
        gazetteer=engine().gazetteer,
        rejects=upload.rejects,
        columns=columns,
        format="csv" if columns else "auto",
    )
    try:
        upload.finish(run_import(upload.kind, upload.file, context))
    except BaseException:
        upload.discard()
        raise
