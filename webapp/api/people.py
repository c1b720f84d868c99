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
from webapp.presenters.anonymous import anonymous_match, anonymous_not_now, at_least, not_now_count
from webapp.provider.counting import count_pool
from webapp.provider.people import people_of
from webapp.shown import waits_for_review

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
    is_ranked: bool = Field(description="False while the vacancy waits for review: then nobody is listed.")
    n_matches: int = Field(description="How many there are on all pages, down to the next step of five.", multiple_of=5)
    n_not_now: int = Field(description="How many are out for now, down to the next step of five.", multiple_of=5)
    matches: list[MatchShown]


class NotNowShown(BaseModel):
    """Somebody who is out for now by a condition of the vacancy or the day, and by which."""

    code: str = Field(examples=["7K2D"])
    because: str = Field(examples=["The shifts do not fit the times they can work."])


class NotNowList(BaseModel):
    """One page of those who are out by the vacancy's place, shifts, dates or pay, in no order."""

    vacancy: str
    as_of: date
    is_ranked: bool = Field(description="False while the vacancy waits for review: then nobody is listed.")
    page: int
    per_page: int
    n_not_now: int = Field(description="How many are out for now, down to the next step of five.", multiple_of=5)
    n_others: int = Field(
        description="Of these, how many are out by another condition, down to the next step of five. They have no"
        " codes: it would tell of somebody's checks, age or licence.",
        multiple_of=5,
    )
    not_now: list[NotNowShown]


class MustHaveShown(BaseModel):
    """A must-have that keeps people out."""

    label: str
    at_least: int = Field(description="How many more there would be without it, down to the next step.", multiple_of=5)


class Pool(BaseModel):
    """Whom the must-haves leave, in steps: an exact number would tell of one person what they lack."""

    vacancy: str
    is_ranked: bool = Field(
        description="False while the vacancy is closed, a draft or waits for review: then nobody is counted."
    )
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
    ranking = people.ranked()
    page = page_of(ranking.matches, query)
    shown = MatchList(
        vacancy=vacancy_id,
        as_of=as_of(),
        is_ranked=not people.is_held,
        page=page.number,
        per_page=page.per_page,
        n_matches=at_least(page.n_items),
        n_not_now=at_least(len(ranking.not_now)),
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

    Only those are listed who are out by the vacancy's place, shifts, dates or pay; all others are counted, in steps of
    five.
    """
    own(vacancy_id)
    people = people_of(vacancy_id)
    ranking = people.ranked()
    out = not_now_count(ranking.not_now)
    page = page_of(sorted(out.listed, key=lambda glance: people.codes[glance.candidate]), query)
    shown = NotNowList(
        vacancy=vacancy_id,
        as_of=as_of(),
        is_ranked=not people.is_held,
        page=page.number,
        per_page=page.per_page,
        n_not_now=at_least(len(ranking.not_now)),
        n_others=out.others,
        not_now=[
            NotNowShown.model_validate(asdict(shown_as))
            for one in page.items
            if (shown_as := anonymous_not_now(ranking.not_now[one.place], people.codes[one.candidate]))
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
    vacancy = own(vacancy_id)
    found = None if waits_for_review(vacancy) else count_pool(vacancy)
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
