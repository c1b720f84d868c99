"""The first page: choose a file and what it holds."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.errors import FileError
from matcher.importers.mapping import suggest_columns
from webapp.access import ADMIN, ADVISOR, allow
from webapp.context import store
from webapp.forms.imports import KINDS, UploadForm
from webapp.imports import imports
from webapp.imports.running import clear_out, owner, run, uploads_folder
from webapp.imports.sheets import fit_mapping, needs_mapping, open_sheet
from webapp.imports.uploads import Upload, receive
from webapp.presenters.imports import in_words

__all__: list[str] = []


@imports.get("")
@allow(ADVISOR, ADMIN)
def start() -> str:
    """The empty form."""
    clear_out()
    given = request.args.get("kind")
    return _page(UploadForm(_saved(), formdata=None, data={"kind": given if given in KINDS else None}))


@imports.post("")
@allow(ADVISOR, ADMIN)
def upload() -> str | Response:
    """Take a file in: to its columns, or straight into the store where its layout is known."""
    clear_out()
    form = UploadForm(_saved())
    if not form.validate():
        return _page(form)
    sent = form.file.data
    try:
        received = receive(uploads_folder(), sent.stream, sent.filename, form.kind.data, owner())
    except FileError as error:
        return _refused(form, str(error))
    try:
        return _taken(received, form.mapping.data)
    except FileError as error:
        received.discard()
        return _refused(form, in_words(str(error), received.folder, received.name))


def _taken(received: Upload, mapping: str) -> Response:
    if not needs_mapping(received.kind, received.file):
        return run(received, {})
    sheet = open_sheet(received.file, received.kind)
    if mapping:
        received.keep(*fit_mapping(store().mapping(mapping), sheet))
    else:
        received.keep(suggest_columns(sheet.header, sheet.kind))
    return redirect(url_for(".columns", token=received.token))


def _refused(form: UploadForm, message: str) -> str:
    form.file.errors = [message]
    return _page(form)


def _page(form: UploadForm) -> str:
    return render_template("imports/start.html", form=form)


def _saved() -> dict[str, list[str]]:
    return {kind: list(store().mappings(kind)) for kind in KINDS}
