"""Whom a provider asked to meet; only a yes is ever passed on, and then the name with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from flask import Response
from pydantic import BaseModel, ConfigDict, Field

from matcher.domain import Vacancy
from matcher.store.introductions import Introduction
from webapp.access import allow, record
from webapp.api import api
from webapp.api.answering import answer, page_links
from webapp.api.checks import account
from webapp.api.describing import INTRODUCTIONS, answers, described
from webapp.api.listing import PageQuery, page_of
from webapp.api.one_vacancy import own
from webapp.api.problems import ApiError, FieldError
from webapp.context import store
from webapp.provider.asking import ask, may_ask_more
from webapp.provider.introductions import ASKED_ENOUGH, can_ask
from webapp.provider.people import People, people_of
from webapp.shown import own_vacancies

__all__: list[str] = []

_NO_NULL = r"^[^\x00]*$"
_CODE = r"^[0-9A-HJKMNP-TV-Z]{4,12}$"


class IntroductionsQuery(PageQuery):
    """Which introductions."""

    vacancy: Annotated[str, Field(pattern=_NO_NULL, max_length=200)] | None = Field(
        default=None, description="Only those for this vacancy.", examples=["REF-2026-113"]
    )


class Wish(BaseModel):
    """Whom you ask to meet."""

    model_config = ConfigDict(strict=True, extra="forbid")

    code: str = Field(pattern=_CODE, description="The person's code in the matches.", examples=["7K2D"])


class IntroductionShown(BaseModel):
    """How a wish to meet somebody stands: whoever has not answered, has declined or has left look the same."""

    vacancy: str
    code: str = Field(examples=["7K2D"])
    state: Literal["asked", "agreed"]
    asked_at: datetime = Field(description="UTC.")
    name: str | None = Field(description="Once they agreed.", examples=["Amina Okafor"])
    contact: str | None = Field(description="Once they agreed.", examples=["amina@example.org"])


class IntroductionList(BaseModel):
    """One page of introductions, the latest first."""

    page: int
    per_page: int
    n_introductions: int
    introductions: list[IntroductionShown]


@api.get("/introductions")
@described(
    answers(200, IntroductionList, "A page of introductions.", 404),
    INTRODUCTIONS,
    "listIntroductions",
    "matches:read",
    query=IntroductionsQuery,
)
@allow(scope="matches:read")
def introductions(query: IntroductionsQuery) -> Response:
    """List whom you asked to meet.

    Names and how to reach people are there once they agreed; each is told that you saw them. People who have left or
    hide themselves are not listed.
    """
    wanted = [own(query.vacancy)] if query.vacancy is not None else own_vacancies(account())
    found = [(one, people) for people in _asked_about(wanted) for one in people.introductions.values()]
    listed = [(one, people) for one, people in found if one.candidate_id in people.codes]
    page = page_of(sorted(listed, key=lambda pair: -pair[0].id), query)
    shown = IntroductionList(
        page=page.number,
        per_page=page.per_page,
        n_introductions=page.n_items,
        introductions=[_shown(one, people) for one, people in page.items],
    )
    response = answer(shown, Link=page_links(page, query))
    for one, _ in page.items if response.status_code == 200 else ():
        if one.is_agreed:
            record("met", one.candidate_id, one.vacancy_id)
    return response


@api.post("/vacancies/<vacancy:vacancy_id>/introductions")
@described(
    answers(
        201,
        IntroductionShown,
        "The academy asks the person for you.",
        404,
        409,
        413,
        415,
        also={200: "You asked before; nothing is changed."},
    ),
    INTRODUCTIONS,
    "askToMeet",
    "introductions:write",
    json=Wish,
)
@allow(scope="introductions:write")
def ask_to_meet(vacancy_id: str, json: Wish) -> Response:
    """Ask to meet somebody.

    The academy asks the person; only a yes is passed on, in the list of introductions. Asking again changes nothing. A
    vacancy that is closed, a draft or waits for review asks nobody: that is a 409. So is asking more people than three
    for each position (at least five) within two weeks, those not counted who agreed.
    """
    vacancy, people = own(vacancy_id), people_of(vacancy_id)
    person = next((one for one in people.candidates if people.codes[one.id] == json.code), None)
    if person is None:
        raise ApiError(404, errors=[FieldError(pointer="#/code", remedy="take a code from this vacancy's matches.")])
    if person.id in people.introductions:
        return answer(_shown(people.introductions[person.id], people, named=False))
    if not can_ask(vacancy):
        raise ApiError(409, "Nobody can be asked for this vacancy: it is closed, a draft, or waits for review.")
    if not may_ask_more(vacancy, people.introductions.values()):
        raise ApiError(409, ASKED_ENOUGH)
    return answer(_shown(ask(person.id, vacancy), people, named=False), 201)


def _asked_about(vacancies: Sequence[Vacancy]) -> list[People]:
    """The people of those vacancies for which anybody was asked."""
    return [people_of(one.id) for one in vacancies if store().introductions.of_vacancy(one.id)]


def _shown(one: Introduction, people: People, *, named: bool = True) -> IntroductionShown:
    """An introduction; asking shows no name, because a key that may only ask reads none."""
    person = store().person(one.candidate_id) if one.is_agreed and named else None
    return IntroductionShown(
        vacancy=one.vacancy_id,
        code=people.codes[one.candidate_id],
        state="agreed" if one.is_agreed else "asked",
        asked_at=one.asked_at,
        name=person.name if person else None,
        contact=person.contact if person else None,
    )
