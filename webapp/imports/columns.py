"""The second page: which column of the file is which of ours, and how the first rows would be read."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.errors import FileError
from matcher.jobs.in_the_name_of import closed_to
from webapp.access import ADMIN, ADVISOR, account, allow
from webapp.context import engine, store
from webapp.forms.imports import KINDS, ColumnsForm, columns_form
from webapp.imports import imports
from webapp.imports.running import find, find_waiting, job_of, run
from webapp.imports.sheets import REQUIRED, Sheet, open_sheet
from webapp.imports.uploads import Upload
from webapp.presenters.column_labels import COLUMN_LABELS
from webapp.presenters.imports import first_cells, preview_rows

__all__: list[str] = []


@imports.get("/<token>/columns")
@allow(ADVISOR, ADMIN)
def columns(token: str) -> str:
    """The columns as chosen so far."""
    upload = find_waiting(token)
    sheet = open_sheet(upload.file, upload.kind)
    return _page(upload, sheet, _form(upload, sheet, formdata=None))


@imports.post("/<token>/columns")
@allow(ADVISOR, ADMIN)
def choose_columns(token: str) -> str | Response:
    """Try the columns on the first rows, save them under a name, or import."""
    upload = find(token)
    if job_of(upload) is not None:
        # Sent twice: what the first one does is what was asked for.
        return redirect(url_for(".result", token=token))
    sheet = open_sheet(upload.file, upload.kind)
    form, step = _form(upload, sheet), request.form.get("step")
    if not form.validate() or not _is_named(form, upload.kind, step):
        return _page(upload, sheet, form)
    upload = upload.keep(form.columns, upload.lacking)
    if step in {"save", "import"} and form.name.data:
        store().save_mapping(form.name.data, upload.kind, form.columns)
        flash(f"The mapping is saved as “{form.name.data}”: choose that name when you import such a file again.")
    if step == "import":
        return _import(upload)
    return redirect(url_for(".columns", token=token, _anchor="preview" if step == "preview" else None))


def _import(upload: Upload) -> str | Response:
    try:
        return run(upload, upload.columns)
    except FileError as error:
        return render_template("imports/stopped.html", explanation=str(error), kind=upload.kind)


def _form(upload: Upload, sheet: Sheet, **given: Any) -> Any:
    return columns_form(
        COLUMN_LABELS[upload.kind],
        sheet.header,
        upload.columns,
        same_names=sheet.same_names,
        required=REQUIRED[upload.kind],
        **given,
    )


def _is_named(form: ColumnsForm, kind: str, step: str | None) -> bool:
    """Whether the mapping has a name where it is to be saved, and takes none from another kind of file."""
    name = form.name.data
    if step == "save" and not name:
        form.name.errors = ["Enter a name to save the mapping under"]
    for other in KINDS:
        if step in {"save", "import"} and other != kind and name in store().mappings(other):
            form.name.errors = [f"“{name}” is the name of a mapping for {KINDS[other].lower()}: choose another name"]
    return not form.name.errors


def _page(upload: Upload, sheet: Sheet, form: ColumnsForm) -> str:
    chosen = upload.columns
    rows = dict(sheet.rows)
    ready = all(ours in chosen for ours in REQUIRED[upload.kind])
    rehearsal = sheet.rehearse(chosen, engine(), closed_to(account(), store())) if ready else None
    return render_template(
        "imports/columns.html",
        cells={ours: first_cells(theirs, rows) for ours, theirs in form.columns.items()},
        form=form,
        kind_name=KINDS[upload.kind],
        # The columns that are not read have a line of their own on the page.
        notes=[note for note in rehearsal.notes if not note.startswith("Columns not read")] if rehearsal else [],
        preview=preview_rows(upload.kind, rehearsal, rows, engine().taxonomy) if rehearsal else None,
        required=REQUIRED[upload.kind],
        unread=[theirs for theirs in sheet.header if theirs not in {*chosen.values(), *sheet.same_names.values()}],
        upload=upload,
    )
