"""A jobseeker's own record, and the vacancies ranked for them; who has no record is asked whether to begin one."""

from dataclasses import dataclass
from functools import cached_property

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Candidate, Ranking, Vacancy
from webapp import access
from webapp.access import JOBSEEKER, allow
from webapp.account.joined import begin
from webapp.context import as_of, engine, store
from webapp.jobseeker import jobseeker
from webapp.jobseeker.whose import own_id_or_none
from webapp.new_ids import new_id
from webapp.presenters.own_matches import OwnMatch, own_matches
from webapp.shown import shown_vacancies

__all__ = ["OwnRanking", "own_record", "own_saved", "rank_own"]


class NobodyYetError(LookupError):
    """The account has no record: it was removed, or nothing was ever said."""


@dataclass(frozen=True)
class OwnRanking:
    """The one ranking that a page answers from, with everything its cards need."""

    person: Candidate
    ranking: Ranking
    vacancies: dict[str, Vacancy]
    ceiling_gbp: float | None

    @cached_property
    def shown(self) -> list[OwnMatch]:
        """Every match as a card, best first."""
        return own_matches(self.ranking.matches, self.vacancies, self.person, self.ceiling_gbp)


def own_record() -> Candidate:
    """What is known of whoever is signed in; without a record, a kind page answers instead."""
    mine = own_id_or_none()
    if mine is None:
        raise NobodyYetError
    return store().candidate(mine)


def rank_own(record: Candidate, vacancies: list[Vacancy] | None = None) -> OwnRanking:
    """Every vacancy that is shown and was not declined, or those given, for a jobseeker."""
    if vacancies is None:
        declined = store().declined.of(record.id)
        vacancies = [vacancy for vacancy in shown_vacancies() if vacancy.id not in declined]
    ranking = engine().match_candidate(record, vacancies, k=max(1, len(vacancies)), as_of=as_of())
    ceiling = store().own.get(record.id).weekly_ceiling_gbp
    return OwnRanking(record, ranking, {vacancy.id: vacancy for vacancy in vacancies}, ceiling)


def own_saved(record: Candidate) -> list[str]:
    """What is set aside and was not declined since.

    A no leaves the short list alone: an advisor reads it, and a vacancy that went from it would tell of the no.
    """
    declined = store().declined.of(record.id)
    return [one for one in store().shortlist(record.id) if one not in declined]


@jobseeker.errorhandler(NobodyYetError)
def nobody_yet(_error: NobodyYetError) -> str:
    """What somebody sees whose details were removed, or who has given none."""
    return render_template("jobseeker/nobody.html")


@jobseeker.post("/begin")
@allow(JOBSEEKER)
def begin_anew() -> Response:
    """An empty record of their own, seen by nobody else until they share it."""
    if own_id_or_none() is None:
        record = Candidate(id=new_id())
        begin(access.account(), record, shared=False)
        access.record("own", record.id, detail="began their details")
    return redirect(url_for(".start"))
