"""The first page of a CV: a file is chosen or words are pasted, and a draft is read from them.

The file stays in memory and is read by a process of its own; neither it nor its words are kept, logged or stored.
"""

from flask import redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from matcher.errors import FileError
from matcher.importers.documents import LIMITS, DocumentText, read_document_bytes
from matcher.text.cvs import read_cv, redact
from webapp.access import ADVISOR, allow
from webapp.advisor import advisor
from webapp.advisor.cv_drafts import first_draft_page
from webapp.context import as_of, engine
from webapp.error_pages import error_page
from webapp.forms.cv import CvForm
from webapp.forms.cv_travel import TravellingDraft

__all__: list[str] = []

# Room for the words and the token of a form beside the largest file; above it nothing is read at all.
_ROOM_BYTES = 1024 * 1024
_MAX_CV_REQUEST_BYTES = LIMITS.file_bytes + _ROOM_BYTES
# Judgement: a draft with everything in it and every quotation is under 300 kB.
_MAX_DRAFT_REQUEST_BYTES = 2 * 1024 * 1024


@advisor.url_value_preprocessor
def _allow_a_cv(endpoint: str | None, _values: object) -> None:
    """Raise the limits where a CV or its draft is sent, before the check of forms reads the request."""
    if endpoint == "advisor.send_cv":
        request.max_content_length = _MAX_CV_REQUEST_BYTES
        request.max_form_memory_size = _ROOM_BYTES
    elif endpoint == "advisor.cv_draft":
        request.max_content_length = request.max_form_memory_size = _MAX_DRAFT_REQUEST_BYTES


@advisor.get("/cv")
@allow(ADVISOR)
def cv() -> str:
    """The empty form."""
    return _page(CvForm(formdata=None))


@advisor.post("/cv")
@allow(ADVISOR)
def send_cv() -> str:
    """The draft of what was sent."""
    form = CvForm()
    if not form.validate():
        return _page(form)
    try:
        document = _document(form)
    except FileError as error:
        form.file.errors = [str(error)]
        return _page(form)
    return first_draft_page(_read(document))


@advisor.get("/cv/draft")
@allow(ADVISOR)
def no_draft() -> Response:
    """A draft has no address of its own, because nothing of it is kept."""
    return redirect(url_for(".cv"))


@advisor.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> tuple[str, int]:
    """The file is larger than any CV."""
    if request.endpoint != "advisor.send_cv":
        return error_page(413)
    form = CvForm(formdata=None)
    most = LIMITS.file_bytes >> 20
    form.file.errors = [
        f"The file is larger than {most} MB, and a CV is not: take the pictures out, or paste the words"
    ]
    return _page(form), 413


def _document(form: CvForm) -> DocumentText:
    if not form.has_file:
        return DocumentText(form.words.data, None, ())
    return read_document_bytes(form.file.data.read(LIMITS.file_bytes + 1), "The file")


def _read(document: DocumentText) -> TravellingDraft:
    draft = read_cv(document.text, engine().taxonomy, as_of=as_of(), notes=document.notes)
    shown = redact(document.text).shown
    return TravellingDraft(draft, {job.key: shown[job.start : job.end] for job in draft.jobs})


def _page(form: CvForm) -> str:
    return render_template("advisor/cv.html", form=form)
