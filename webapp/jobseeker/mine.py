"""A jobseeker's own record, and the vacancies ranked for them; who has no record is asked whether to begin one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from matcher.domain import Candidate, Match, Ranking, Vacancy
from matcher.ranking import Kept
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
    vacancies: Mapping[str, Vacancy]
    ceiling_gbp: float | None

    @property
    def n_matches(self) -> int:
        """How many vacancies can be considered."""
        return len(self.ranking.matches)

    def cards(self, matches: Iterable[Match]) -> list[OwnMatch]:
        """Some of the matches as cards, in their order."""
        return own_matches(matches, self.vacancies, self.person, self.ceiling_gbp)

    def card(self, place: int) -> OwnMatch:
        """The match at a place, from 0, as a card."""
        return self.cards([self.ranking.matches[place]])[0]


def own_record() -> Candidate:
    """What is known of whoever is signed in; without a record, a kind page answers instead."""
    mine = own_id_or_none()
    if mine is None:
        raise NobodyYetError
    return store().candidate(mine)


def rank_own(record: Candidate, vacancies: Sequence[Vacancy] | None = None, *, questions: bool = False) -> OwnRanking:
    """Every vacancy that is shown and was not declined, or those given, for a jobseeker; and what to ask them next."""
    if vacancies is None:
        vacancies = shown_vacancies().without(store().declined.of(record.id))
    most = max(1, len(vacancies))
    ranking = engine().match_candidate(record, vacancies, most, as_of(), questions=questions)
    ceiling = store().own.get(record.id).weekly_ceiling_gbp
    by_id = vacancies.by_id if isinstance(vacancies, Kept) else {vacancy.id: vacancy for vacancy in vacancies}
    return OwnRanking(record, ranking, by_id, ceiling)


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
