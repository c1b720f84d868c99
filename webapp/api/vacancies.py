"""A provider's vacancies: the list, and posting one."""

from flask import Response
from pydantic import Field

from matcher.domain import Vacancy
from matcher.store.standings import Standing
from webapp.access import allow
from webapp.api import api
from webapp.api.answering import answer, page_links
from webapp.api.checks import account
from webapp.api.describing import VACANCIES, answers, body_sent, described
from webapp.api.listing import PageQuery, page_of
from webapp.api.posting import post
from webapp.api.vacancy_fields import JobPosting, VacancyToPost
from webapp.api.vacancy_reading import read_posting, read_whole
from webapp.api.vacancy_shown import State, VacancyList, VacancyShown, show
from webapp.context import as_of, store
from webapp.new_ids import new_id
from webapp.presenters.vacancies import state
from webapp.shown import own_vacancies

__all__: list[str] = []


class VacanciesQuery(PageQuery):
    """Which vacancies."""

    state: State | None = Field(default=None, description="Only those that stand so today.", examples=["open"])


@api.get("/vacancies")
@described(
    answers(200, VacancyList, "A page of your vacancies."),
    VACANCIES,
    "listVacancies",
    "vacancies:read",
    query=VacanciesQuery,
)
@allow(scope="vacancies:read")
def vacancies(query: VacanciesQuery) -> Response:
    """List your vacancies.

    All of them by id, drafts and closed ones too; `state` narrows. The header Link leads to the other pages.
    """
    wanted = [one for one in own_vacancies(account()) if query.state in {None, state(one, as_of())}]
    page, known = page_of(wanted, query), store().standings.all()
    shown = VacancyList(
        page=page.number,
        per_page=page.per_page,
        n_vacancies=page.n_items,
        vacancies=[show(one, known.get(one.id, Standing(one.id))) for one in page.items],
    )
    return answer(shown, Link=page_links(page, query))


@api.post("/vacancies")
@described(
    answers(
        201,
        VacancyShown,
        "The vacancy is posted.",
        409,
        413,
        415,
        also={200: "It was posted before with the same content; nothing is changed."},
    ),
    VACANCIES,
    "postVacancy",
    "vacancies:write",
    json=VacancyToPost,
)
@allow(scope="vacancies:write")
def post_vacancy() -> Response:
    """Post a vacancy.

    Send your own reference as `id`, and a call that is sent twice posts one vacancy: the second answers 200. The same
    id with other content is a 409. As `application/ld+json` an advert in schema.org's `JobPosting` is read; its
    `identifier` is the id.

    A minimum age above 18 needs a reason, and a person of the academy looks at it before the vacancy is shown; `review`
    says how that stands. Pay under the legal minimum without a `pay_note` is kept as a draft that nobody is ranked for.
    """
    status, shown = post(_read(body_sent()))
    return answer(shown, status, Location=shown.links.self)


def _read(body: VacancyToPost | JobPosting) -> Vacancy:
    return read_posting(body) if isinstance(body, JobPosting) else read_whole(body, body.id or new_id())
