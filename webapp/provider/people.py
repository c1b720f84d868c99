"""The people of a vacancy as its provider meets them: by a code, until somebody agrees to be introduced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import abort, current_app

from matcher.domain import Candidate, Ranking, Vacancy
from matcher.store.chosen import Chosen
from matcher.store.introductions import Introduction
from webapp.access import record_all
from webapp.context import as_of, engine, store
from webapp.presenters.acquaintance import Acquaintance
from webapp.presenters.anonymous import codes
from webapp.shown import KeptPeople, shown_candidates

__all__ = ["People", "people_of"]


@dataclass(frozen=True)
class People:
    """Everybody whom a provider may see for a vacancy.

    Attributes
    ----------
    vacancy : Vacancy
    candidates : sequence of Candidate
        Who shares their details and has not hidden them, each with their postcode district for a place.
    codes : mapping of str to str
        Candidate id to the code that stands for it, for this vacancy alone.
    """

    vacancy: Vacancy
    candidates: KeptPeople
    codes: Mapping[str, str]

    @cached_property
    def is_held(self) -> bool:
        """Whether the vacancy waits for the academy; until then nobody is ranked for it."""
        return store().standings.get(self.vacancy.id).is_held(self.vacancy)

    def ranked(self, wanted: Sequence[Candidate] | None = None, *, changes: bool = False) -> Ranking:
        """Everybody ranked, or those who are wanted."""
        asked = self.candidates if wanted is None else wanted
        people = () if self.is_held else asked
        most = max(1, len(people))
        return engine().match_vacancy(self.vacancy, people, k=most, as_of=as_of(), changes=changes, questions=False)

    @cached_property
    def introductions(self) -> Mapping[str, Introduction]:
        """Who was asked to be introduced, by candidate id."""
        return {one.candidate_id: one for one in store().introductions.of_vacancy(self.vacancy.id)}

    @cached_property
    def chosen(self) -> Mapping[str, Chosen]:
        """Who is on the short list, by candidate id, in the order they were put there."""
        return {one.candidate_id: one for one in store().chosen.of_vacancy(self.vacancy.id)}

    def candidate_of(self, code: str) -> Candidate:
        """Whom a code stands for; the page is not found where it stands for nobody."""
        found = (self.candidates.by_id[name] for name, its in self.codes.items() if its == code)
        return next(found, None) or abort(404)

    def acquaintance(self, candidate_id: str) -> Acquaintance:
        """How far the provider and somebody have come."""
        introduction, chosen = self.introductions.get(candidate_id), self.chosen.get(candidate_id)
        is_met = introduction is not None and introduction.is_agreed
        person = store().person(candidate_id) if is_met else None
        return Acquaintance(
            code=self.codes[candidate_id],
            asked_on=introduction.asked_at.date() if introduction else None,
            is_met=is_met,
            name=(person.name if person else None) or "",
            contact=(person.contact if person else None) or "",
            reason=chosen.reason if chosen else "",
        )

    def record_seen(self, candidate_ids: Iterable[str]) -> None:
        """Write down for those on a page that they were seen: without a name, or with it."""
        met: dict[bool, list[str | None]] = {True: [], False: []}
        for name in candidate_ids:
            met[name in self.introductions and self.introductions[name].is_agreed].append(name)
        record_all("ranked_unnamed", met[False], self.vacancy.id)
        record_all("met", met[True], self.vacancy.id)


def people_of(vacancy_id: str) -> People:
    """The people of a vacancy."""
    vacancy, candidates = store().vacancy(vacancy_id), shown_candidates()
    named = codes(current_app.config["SECRET_KEY"], vacancy, (one.id for one in candidates))
    return People(vacancy, candidates, named)
