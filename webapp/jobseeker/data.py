"""Who can see somebody, what was seen and decided about them and by whom, and hiding from it all."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.jobseeker import jobseeker
from webapp.jobseeker.whose import own_id, own_id_or_none
from webapp.paging import Page, paginate, paginate_slices
from webapp.presenters.about_me import Decisions, Happening, decisions, happenings, told_once
from webapp.presenters.who_sees_me import who_sees

__all__: list[str] = []

# Judgement: more than elsewhere, because entries that say the same are told in one line.
_ENTRIES_PER_PAGE = 50


@jobseeker.get("/data")
@allow(JOBSEEKER)
def data() -> str:
    """Who can see me, what was decided, and the record of it a page at a time."""
    mine = own_id_or_none()
    page = _record_of(mine)
    return render_template(
        "jobseeker/data.html",
        case=store().cases.get(mine) if mine else None,
        decided=decisions(store(), mine) if mine else Decisions(),
        page=page,
        record=told_once(page.items),
        who_sees=who_sees(store(), mine) if mine else (),
    )


@jobseeker.post("/hide")
@allow(JOBSEEKER)
def hide() -> Response:
    """Let nobody but me see me."""
    return _show(hidden=True, said="You are hidden: nobody but you can see you.", detail="chose to be hidden")


@jobseeker.post("/show")
@allow(JOBSEEKER)
def show() -> Response:
    """Be seen again."""
    return _show(hidden=False, said="You can be seen again.", detail="chose to be seen again")


@jobseeker.post("/share")
@allow(JOBSEEKER)
def share() -> Response:
    """Let advisors see me, and providers a line without my name."""
    return _share(shared=True, said="Advisors can now see and help you.", detail="shared with advisors")


@jobseeker.post("/stop-sharing")
@allow(JOBSEEKER)
def stop_sharing() -> Response:
    """Go on alone."""
    return _share(shared=False, said="You no longer share with advisors.", detail="stopped sharing with advisors")


def _show(*, hidden: bool, said: str, detail: str) -> Response:
    store().cases.set_hidden(own_id(), hidden)
    return _done(said, detail)


def _share(*, shared: bool, said: str, detail: str) -> Response:
    store().cases.set_shared(own_id(), shared)
    return _done(said, detail)


def _done(said: str, detail: str) -> Response:
    access.record("own", own_id(), detail=detail)
    flash(said)
    return redirect(url_for(".data"))


def _record_of(mine: str | None) -> Page[Happening]:
    if mine is None:
        return paginate(())
    log = store().audit
    return paginate_slices(
        log.count(candidate_id=mine),
        lambda start, size: happenings(store(), log.entries(size, start, candidate_id=mine)),
        _ENTRIES_PER_PAGE,
    )
