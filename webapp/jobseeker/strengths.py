"""What a jobseeker is good at, in plain words, and what each is good for in care."""

from flask import render_template

from matcher.explanation.asked import n_asking
from webapp.access import JOBSEEKER, allow
from webapp.context import engine
from webapp.jobseeker import jobseeker
from webapp.jobseeker.mine import own_record, rank_own
from webapp.presenters.strengths import strengths

__all__: list[str] = []


@jobseeker.get("/strengths")
@allow(JOBSEEKER)
def own_strengths() -> str:
    """Skills by where they come from, each with how many vacancies within reach ask for it."""
    record = own_record()
    own = rank_own(record)
    return render_template(
        "jobseeker/strengths.html",
        groups=strengths(engine().settle_candidate(record), n_asking(own.ranking.matches), engine().taxonomy),
        n_matches=own.n_matches,
        other_words=record.unlinked_skills,
    )
