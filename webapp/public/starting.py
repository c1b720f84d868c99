"""The start page: three questions and the answer on the same request, without an account; nothing is stored.

What was asked travels in the form from page to page, never in the address. The front door posts the same form.
"""

from collections.abc import Sequence
from typing import TypeVar

from flask import render_template, request

from matcher.domain import Candidate, Match, NotNow, Ranking
from matcher.explanation.explained import glances, only
from webapp.access import allow_anybody
from webapp.context import as_of, engine
from webapp.forms.answers_travel import pack_answers, typed_answers
from webapp.forms.start import StartForm
from webapp.forms.start_reading import Understood, read_start, understand
from webapp.limits import limiter
from webapp.presenters.own_matches import not_now_line, only_living_in, opening_lines, own_matches, wider_journeys
from webapp.public import public
from webapp.shown import shown_vacancies

__all__: list[str] = []

_Entry = TypeVar("_Entry", Match, NotNow)

# Judgement: a roomful in a library share one address and send a few times each; a program that copies sends on.
_ANSWERS_BY_ADDRESS = "200 per 10 minutes"


@public.get("/start")
@allow_anybody
def start() -> str:
    """The three questions; `vacancy` is the one that somebody was reading, and asks how well it suits."""
    form = StartForm(formdata=None, data={"vacancy": request.args.get("vacancy", "")})
    return _questions(form)


@public.post("/start")
@allow_anybody
@limiter.limit(_ANSWERS_BY_ADDRESS)
def answer() -> str:
    """The first vacancies for the answers, or the questions with what is wrong with them."""
    form = StartForm()
    if not form.validate():
        return _questions(form)
    words = form.words.data or ""
    understood = understand(words, form.tick.data or (), form.seen.data or (), engine(), as_of())
    candidate = read_start(form, understood, engine())
    if candidate is None:
        return _questions(form)
    return _answer_page(form, understood, candidate)


def _questions(form: StartForm) -> str:
    named = form.vacancy.data
    asked = shown_vacancies().by_id.get(named or "")
    return render_template("public/start.html", asked=asked, form=form)


def _answer_page(form: StartForm, understood: Understood, candidate: Candidate) -> str:
    vacancies = shown_vacancies()
    most = max(1, len(vacancies))
    ranking: Ranking = engine().match_candidate(candidate, vacancies, k=most, as_of=as_of(), questions=False)
    by_id = vacancies.by_id
    return render_template(
        "public/answer.html",
        answers=pack_answers(candidate),
        asked=own_matches(_of(form.vacancy.data, ranking.matches), by_id, candidate),
        asked_not_now=_of(form.vacancy.data, ranking.not_now),
        form=form,
        limit=candidate.max_travel_minutes,
        n_matches=len(ranking.matches),
        not_now=not_now_line(ranking),
        only_living_in=only_living_in(ranking, vacancies),
        opening=opening_lines(ranking),
        place=candidate.place,
        shown=own_matches(ranking.matches[: form.shown], by_id, candidate),
        typed=typed_answers(),
        understood=understood.boxes,
        wider=wider_journeys(ranking, candidate.max_travel_minutes),
    )


def _of(vacancy_id: str | None, entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """The entries of one vacancy."""
    return only(entries, [glance.place for glance in glances(entries) if glance.vacancy == vacancy_id])
