"""The page that says how far a job is, and the same as a document for the script on it."""

from flask import abort, jsonify, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.access import ADMIN, ADVISOR, PROVIDER, allow
from webapp.context import store
from webapp.presenters.progress import STOPPABLE, Progress, progress_of
from webapp.progress import progress

__all__: list[str] = []


@progress.get("/<job_id>")
@allow(ADVISOR, PROVIDER, ADMIN)
def job(job_id: str) -> str | Response:
    """How far it is; once it is done, what came of it."""
    shown = _shown(job_id)
    if shown.next_page:
        return redirect(shown.next_page)
    return render_template("jobs/job.html", job_id=job_id, shown=shown)


@progress.post("/<job_id>/stop")
@allow(ADVISOR, PROVIDER, ADMIN)
def stop(job_id: str) -> Response:
    """Give up a job that leaves nothing half done; what is over stays as it is."""
    if store().jobs.get(job_id).kind not in STOPPABLE:
        abort(404)
    store().jobs.fail(job_id, "You stopped it.")
    return redirect(url_for(".job", job_id=job_id))


@progress.get("/<job_id>.json")
@allow(ADVISOR, PROVIDER, ADMIN)
def state(job_id: str) -> Response:
    """What the script puts on the page in place of what was there."""
    shown = _shown(job_id)
    return jsonify(is_over=shown.is_over, said=shown.said, n_done=shown.n_done, n_all=shown.n_all)


def _shown(job_id: str) -> Progress:
    return progress_of(store().jobs.get(job_id))
