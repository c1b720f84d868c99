"""Vacancies that a jobseeker or their advisor set aside, and those that are not for them."""

from flask import render_template

from webapp.access import JOBSEEKER, allow
from webapp.context import store
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record, own_saved, rank_own
from webapp.shown import shown_vacancies

__all__: list[str] = []


@jobseeker.get("/saved")
@allow(JOBSEEKER)
def saved() -> str:
    """Those set aside, best first, and those of them that are out for now; what has gone is said."""
    record = own_record()
    chosen = own_saved(record)
    shown = shown_vacancies().only(lambda vacancy: vacancy.id in chosen)
    own = rank_own(record, shown)
    return render_template(
        "jobseeker/saved.html",
        n_gone=len(chosen) - len(shown),
        not_now=own.ranking.not_now,
        shown=own.cards(own.ranking.matches),
    )


@jobseeker.get("/not-for-me")
@allow(JOBSEEKER)
def not_for_me() -> str:
    """Those left out by their own wish, each to be brought back."""
    declined = store().declined.of(own_record().id)
    left_out = shown_vacancies().only(lambda vacancy: vacancy.id in declined)
    return render_template("jobseeker/not_for_me.html", vacancies=left_out)
