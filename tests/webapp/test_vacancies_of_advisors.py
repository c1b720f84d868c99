"""The list of vacancies as an advisor narrows it, and who is told that they were ranked for one."""

import re
from collections.abc import Callable

import pytest

from matcher.domain import Candidate, Vacancy
from matcher.store import Person, Store
from webapp.advisor.vacancies import MOST_LISTED

Page = Callable[..., str]
LIST = "/advisor/vacancies"


def _shown(text: str) -> list[str]:
    return re.findall(r'<th scope="row"[^>]*><a[^>]*href="/advisor/vacancies/(\w+)"', text)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("kind=activities", ["V04"]),
        ("place=round", ["V02"]),
        ("pay=13.71", ["V02"]),
        ("kind=activities&place=round", []),
        ("q=wharfe&kind=activities", ["V04"]),
    ],
)
def test_vacancies_are_narrowed_by_kind_of_role_place_and_pay(page: Page, query: str, names: list[str]) -> None:
    assert _shown(page(f"{LIST}?{query}")) == names


def test_each_condition_on_vacancies_is_a_tag_to_take_off(page: Page) -> None:
    text = page(f"{LIST}?kind=activities&place=round")
    assert f'href="{LIST}?kind=activities"' in text
    assert f'href="{LIST}?place=round"' in text
    assert "is like that" in text
    assert f'href="{LIST}">Take all' in text


def test_pay_of_a_pound_more_is_counted_from_the_legal_floor_of_the_day(page: Page, store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="P1", title="Paid well", pay_min_gbp_per_hour=12, pay_max_gbp_per_hour=16.71)])
    assert _shown(page(f"{LIST}?pay=16.71")) == ["P1"]


def test_a_vacancy_that_waits_for_review_is_listed_first_and_ranks_nobody(page: Page, store: Store) -> None:
    store.standings.post("V09", None, sex_required="female", sex_reason="personal care")
    text = page(LIST)
    assert _shown(text)[0] == "V09"
    assert text.count("In review") == 1
    text = page(f"{LIST}/V09")
    assert "In review" in text
    assert "/advisor/candidates/C" not in text
    assert store.audit.count(action="ranked_people") == 0


def test_everybody_named_on_the_page_of_a_vacancy_and_nobody_else_is_told(page: Page, store: Store) -> None:
    text = page(f"{LIST}/V01?page=2")
    named = set(re.findall(r"/advisor/candidates/(C\d\d)\"", text))
    told = [entry.candidate_id for entry in store.audit.entries(action="ranked_people")]
    assert set(told) == named
    assert len(told) == len(named)
    assert {entry.vacancy_id for entry in store.audit.entries(action="ranked_people")} == {"V01"}
    assert len(named) < len(store.candidate_ids())


def test_of_many_who_are_out_some_are_named_and_told_and_the_others_counted(page: Page, store: Store) -> None:
    store.remove(candidates=store.candidate_ids())
    people = [Candidate(id=f"P{number:03d}", right_to_work="none") for number in range(MOST_LISTED + 3)]
    store.upsert_candidates([(one, Person()) for one in people])
    store.add_vacancy(Vacancy(id="V99", title="Carer"))
    shown = page("/advisor/vacancies/V99")
    assert "And 3 more, not listed here." in shown
    told = [one.id for one in people if store.audit.count(candidate_id=one.id)]
    assert told == [one.id for one in people if f"/advisor/candidates/{one.id}" in shown]
    assert len(told) == MOST_LISTED


def test_no_vacancies_at_all_says_what_to_do(page: Page, store: Store) -> None:
    store.remove(vacancies=store.vacancy_ids())
    text = page(LIST)
    assert "There are no vacancies yet" in text
    assert 'href="/import"' in text
