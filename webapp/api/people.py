"""Who suits a vacancy, exactly as anonymous as on the provider's pages: the same codes, bands and words."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from flask import Response
from pydantic import BaseModel, Field

from webapp.access import allow, record_all
from webapp.api import api
from webapp.api.answering import answer, page_links
from webapp.api.describing import MATCHES, answers, described
from webapp.api.listing import PageQuery, page_of
from webapp.api.one_vacancy import own
from webapp.context import as_of, engine
from webapp.presenters.anonymous import anonymous_match, anonymous_not_now
from webapp.provider.counting import count_pool
from webapp.provider.people import people_of

__all__: list[str] = []


class Strength(BaseModel):
    """How one feature speaks for somebody, in a word."""

    feature: str = Field(examples=["essential_skills"])
    word: str = Field(examples=["Strong"])


class MatchShown(BaseModel):
    """Somebody who can be considered, without a name."""

    rank: int = Field(ge=1)
    code: str = Field(
        description="Stands for the person, for this vacancy alone, here and on the pages.", examples=["7K2D"]
    )
    score: int = Field(description="Of 100, to the nearest 5.", ge=0, le=100, examples=[75])
    distance: str = Field(description="In bands.", examples=["2 to 5 km"])
    journey: str = Field(description="In bands.", examples=["15 to 30 minutes"])
    strengths: list[Strength]
    held: list[str] = Field(description="Skills that the vacancy asks for and the person has.")
    near: list[str] = Field(description="Skills asked for, to which the person has one that is close.")
    missing: list[str] = Field(description="Skills asked for that are still to learn.")


class MatchList(BaseModel):
    """One page of a ranking; everybody is in it, and there is no hidden cut-off."""

    vacancy: str
    as_of: date = Field(description="The day the ranking is for.")
    page: int
    per_page: int
    n_matches: int = Field(description="How many there are on all pages.")
    n_not_now: int = Field(description="How many are out for now.")
    matches: list[MatchShown]


class NotNowShown(BaseModel):
    """Somebody who is out for now, and why."""

    code: str = Field(examples=["7K2D"])
    because: str = Field(examples=["The shifts do not fit the times they can work."])


class NotNowList(BaseModel):
    """One page of those who are out for now, in no order."""

    vacancy: str
    as_of: date
    page: int
    per_page: int
    n_not_now: int
    not_now: list[NotNowShown]


class MustHaveShown(BaseModel):
    """A must-have that keeps people out."""

    label: str
    at_least: int = Field(description="How many more there would be without it, down to the next step.", multiple_of=5)


class Pool(BaseModel):
    """Whom the must-haves leave, in steps: an exact number would tell of one person what they lack."""

    vacancy: str
    is_ranked: bool = Field(description="False while the vacancy is closed or a draft: then nobody is counted.")
    at_least: int = Field(description="How many can be considered, down to the next step.", multiple_of=5)
    step: int = Field(examples=[5])
    more: list[MustHaveShown] = Field(description="Must-haves without which there would be more.")
    few: list[str] = Field(description="Must-haves that keep out fewer than a step, or nobody.")


@api.get("/vacancies/<vacancy:vacancy_id>/matches")
@described(
    answers(200, MatchList, "A page of the ranking.", 404), MATCHES, "listMatches", "matches:read", query=PageQuery
)
@allow(scope="matches:read")
def matches(vacancy_id: str, query: PageQuery) -> Response:
    """List who suits a vacancy, best first.

    Everybody who can be considered, without names, exact distances or anything about checks. Each person is told, in
    their own record, that you saw a line about them. With If-None-Match you get 304 while the page is the same.
    """
    own(vacancy_id)
    people = people_of(vacancy_id)
    ranking = engine().match_vacancy(
        people.vacancy, people.candidates, k=max(1, len(people.candidates)), as_of=as_of(), changes=False
    )
    page = page_of(ranking.matches, query)
    shown = MatchList(
        vacancy=vacancy_id,
        as_of=as_of(),
        page=page.number,
        per_page=page.per_page,
        n_matches=page.n_items,
        n_not_now=len(ranking.not_now),
        matches=[
            MatchShown.model_validate(asdict(anonymous_match(one, people.codes[one.candidate], engine().taxonomy)))
            for one in page.items
        ],
    )
    return _seen(answer(shown, Link=page_links(page, query)), (one.candidate for one in page.items), vacancy_id)


@api.get("/vacancies/<vacancy:vacancy_id>/not-now")
@described(
    answers(200, NotNowList, "A page of those who are out for now.", 404),
    MATCHES,
    "listNotNow",
    "matches:read",
    query=PageQuery,
)
@allow(scope="matches:read")
def not_now(vacancy_id: str, query: PageQuery) -> Response:
    """List who is out for now, and why.

    Only conditions of the vacancy and the day are named; whatever else stands in the way shares one sentence.
    """
    own(vacancy_id)
    people = people_of(vacancy_id)
    ranking = engine().match_vacancy(people.vacancy, people.candidates, k=1, as_of=as_of(), changes=False)
    page = page_of(sorted(ranking.not_now, key=lambda entry: people.codes[entry.candidate]), query)
    shown = NotNowList(
        vacancy=vacancy_id,
        as_of=as_of(),
        page=page.number,
        per_page=page.per_page,
        n_not_now=page.n_items,
        not_now=[
            NotNowShown.model_validate(asdict(anonymous_not_now(one, people.codes[one.candidate])))
            for one in page.items
        ],
    )
    return _seen(answer(shown, Link=page_links(page, query)), (one.candidate for one in page.items), vacancy_id)


@api.get("/vacancies/<vacancy:vacancy_id>/pool")
@described(answers(200, Pool, "Whom the must-haves leave.", 404), MATCHES, "getPool", "matches:read")
@allow(scope="matches:read")
def pool(vacancy_id: str) -> Response:
    """Count whom the must-haves leave.

    How many people can be considered, and how many more there would be without each must-have, in steps of five. A
    vacancy that opens later is counted as of the day it opens.
    """
    found = count_pool(own(vacancy_id))
    if found is None:
        return answer(Pool(vacancy=vacancy_id, is_ranked=False, at_least=0, step=5, more=[], few=[]))
    return answer(
        Pool(
            vacancy=vacancy_id,
            is_ranked=True,
            at_least=found.at_least,
            step=found.step,
            more=[MustHaveShown(label=one.label, at_least=one.at_least) for one in found.must_haves.more],
            few=list(found.must_haves.few),
        )
    )


def _seen(response: Response, candidate_ids: Iterable[str], vacancy_id: str) -> Response:
    """Write down for those in an answer that they were seen; who has the page already is shown nothing again."""
    if response.status_code == 200:
        record_all("ranked_unnamed", candidate_ids, vacancy_id)
    return response
