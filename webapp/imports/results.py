"""The last page: what became of the rows, and those that were given back."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.access import ADMIN, ADVISOR, PROVIDER, account, allow
from webapp.forms.imports import KINDS
from webapp.imports import imports
from webapp.imports.running import find, find_waiting, job_of
from webapp.imports.uploads import Upload, UploadGoneError
from webapp.presenters.imports import fault_in_words, in_words

__all__: list[str] = []

# Judgement: ten reasons show what went wrong; the rest is in the file.
_N_REASONS = 10
# Where an advisor finds what was imported.
_PAGES = {
    "candidates": ("Open the jobseekers", "advisor.candidates"),
    "outcomes": ("Open the referrals", "advisor.referrals"),
    "providers": ("Open the providers", "advisor.providers"),
    "vacancies": ("Open the vacancies", "advisor.vacancies"),
}


@imports.get("/<token>/result")
@allow(ADVISOR, PROVIDER, ADMIN)
def result(token: str) -> str | Response:
    """What an import did."""
    upload = find(token)
    job = job_of(upload)
    if job is None:
        return redirect(url_for(".columns", token=token))
    if job.result is None:
        return redirect(url_for("progress.job", job_id=job.id))
    done = job.result
    notes = [in_words(note, upload.folder, upload.name) for note in done["notes"]]
    return render_template(
        "imports/result.html",
        done=done,
        kind_name=KINDS[upload.kind],
        notes=[note for note in notes if note],
        another="provider.import_vacancies" if account().role is PROVIDER else "imports.start",
        open_page=_open_page(upload.kind),
        reasons=_reasons(upload),
        upload=upload,
    )


@imports.get("/<token>/rejected.csv")
@allow(ADVISOR, PROVIDER, ADMIN)
def rejected(token: str) -> Response:
    """The rows given back, with number and reason, to be mended and imported again."""
    upload = find(token)
    job = job_of(upload)
    if job is None or job.result is None or not upload.rejects.exists():
        raise UploadGoneError
    name = f"{Path(upload.name.removesuffix('.gz')).stem}-rejected.csv"
    answer = Response(_marked(upload.rejects), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@imports.post("/<token>/discard")
@allow(ADVISOR, ADMIN)
def discard(token: str) -> Response:
    """Delete a file without importing it."""
    upload = find_waiting(token)
    upload.discard()
    flash(f"{upload.name} was deleted. Nothing was imported.")
    return redirect(url_for(".start"))


def _open_page(kind: str) -> tuple[str, str] | None:
    """Where whoever is signed in finds what was imported, as words and an endpoint."""
    pages = {ADVISOR: _PAGES.get(kind), PROVIDER: ("Open your vacancies", "provider.vacancies")}
    return pages.get(account().role)


def _marked(path: Path) -> Iterator[bytes]:
    """A file in pieces behind a byte-order mark, without which Excel garbles accents."""
    yield codecs.BOM_UTF8
    with path.open("rb") as file:
        yield from iter(partial(file.read, 1 << 16), b"")


def _reasons(upload: Upload) -> list[tuple[str, str]]:
    """Number and reason of the first rows given back."""
    reasons: list[tuple[str, str]] = []
    if not upload.rejects.exists():
        return reasons
    # A row may hold a cell longer than the reader takes: what comes before the cells is all that is wanted.
    with upload.rejects.open(encoding="utf-8", newline="") as file, suppress(csv.Error):
        reasons.extend(
            (row[0], fault_in_words(upload.kind, row[1])) for row in islice(csv.reader(file), 1, _N_REASONS + 1)
        )
    return reasons
