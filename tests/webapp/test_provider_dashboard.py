"""The provider's own vacancies in groups."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from posting import said
from signing_in import PROVIDER

from matcher.domain import AccountRole, Vacancy
from matcher.store import Store
from matcher.store.standings import Standing
from webapp.presenters.dashboard import GROUPS, groups, in_order, is_in, vacancy_row

Page = Callable[..., str]
AS_OF = date(2026, 11, 22)


def _own(number: int, **fields: object) -> Vacancy:
    return Vacancy(id=f"W{number:02d}", provider=PROVIDER, title=f"Carer {number:02d}", **fields)


@pytest.fixture
def store(store: Store) -> Store:
    store.upsert_vacancies(
        [
            _own(1),
            _own(2, closes=AS_OF + timedelta(days=7), positions=3),
            _own(3, closes=AS_OF - timedelta(days=1)),
            _own(4, min_age=21, min_age_reason="Insurance"),
            _own(5, min_age=21, min_age_reason="We prefer it"),
            _own(6, pay_min_gbp_per_hour=5),
            _own(7, opens=AS_OF + timedelta(days=3)),
        ]
    )
    store.standings.review("W05", "sent_back", None, "A preference is no reason.")
    return store


def _row(text: str, title: str) -> str:
    return next(said(row) for row in re.findall(r"<tr.*?</tr>", text, re.DOTALL) if title in row)


def test_each_vacancy_says_which_group_it_is_in(page: Page) -> None:
    text = page("/provider/vacancies")
    tags = ["Live", "Closing soon", "Closed", "In review", "Sent back", "Draft", "Live opens 25 November 2026"]
    for number, tag in enumerate(tags, start=1):
        assert tag in _row(text, f"Carer {number:02d}")


def test_what_waits_for_the_provider_comes_first(page: Page) -> None:
    titles = re.findall(r"Carer \d\d(?=</a>)", page("/provider/vacancies"))
    assert titles == [f"Carer {number:02d}" for number in (5, 6, 2, 1, 7, 4, 3)]


def test_a_vacancy_that_was_sent_back_says_what_the_reviewer_said(page: Page) -> None:
    assert "A preference is no reason." in _row(page("/provider/vacancies"), "Carer 05")


def test_a_row_says_positions_and_the_last_day(page: Page) -> None:
    row = _row(page("/provider/vacancies"), "Carer 02")
    assert "29 November 2026" in row
    assert " 3 " in row


def test_a_row_says_how_many_were_asked_and_how_many_agreed_and_not_who_declined(page: Page, store: Store) -> None:
    for candidate, answer in (("C01", "agreed"), ("C02", "declined"), ("C03", None)):
        made = store.introductions.ask(candidate, "W01", PROVIDER, None)
        if answer:
            store.introductions.answer(made.id, answer, None)
    assert "3 asked, 1 agreed" in _row(page("/provider/vacancies"), "Carer 01")
    assert "None asked" in _row(page("/provider/vacancies"), "Carer 02")
    assert "declined" not in page("/provider/vacancies")


def test_a_vacancy_that_is_live_leads_straight_to_who_fits_it(page: Page) -> None:
    text = page("/provider/vacancies")
    straight = [number for number in range(1, 8) if "See who fits" in _row(text, f"Carer {number:02d}")]
    assert straight == [1, 2, 7]
    assert 'href="/provider/vacancies/W01/candidates"' in text


def test_groups_are_counted_and_narrow_the_list(page: Page) -> None:
    text = said(page("/provider/vacancies"))
    assert (
        "All (7) Sent back (1) Drafts (1) Closing within 7 days (1) Live (3) Waiting for review (1) Closed (1)" in text
    )
    shown = re.findall(r"Carer \d\d(?=</a>)", page("/provider/vacancies?show=live"))
    assert shown == ["Carer 02", "Carer 01", "Carer 07"]


def test_nothing_of_another_provider_is_in_the_list(page: Page) -> None:
    text = page("/provider/vacancies")
    assert "V01" not in text
    assert "Roundhay Lodge" not in text


def test_a_search_looks_at_titles_and_says_what_to_do_when_nothing_is_found(page: Page) -> None:
    assert re.findall(r"Carer \d\d", page("/provider/vacancies?q=carer+03")) == ["Carer 03"]
    text = page("/provider/vacancies?q=zookeeper&show=live")
    assert "Search for fewer or shorter words" in text
    assert "in all your vacancies" in text


def test_a_page_number_past_the_end_shows_the_last_page(page: Page, store: Store) -> None:
    store.upsert_vacancies([_own(number) for number in range(10, 40)])
    assert "<title>Your vacancies, page 2 of 2" in page("/provider/vacancies?page=99")
    assert "Carer" in page("/provider/vacancies?page=-3&show=nothing&q=")


def test_an_empty_group_leads_to_all_of_them(page: Page, store: Store) -> None:
    store.remove(vacancies=["W03"])
    assert "See all your vacancies" in page("/provider/vacancies?show=closed")


def test_without_vacancies_the_page_says_to_paste_an_advert(client: FlaskClient, store: Store) -> None:
    store.remove(vacancies=[one.id for one in store.vacancies() if one.provider == PROVIDER])
    text = client.get("/provider/vacancies").text
    assert "You have no vacancies yet" in text
    assert 'href="/provider/vacancies/new">Paste it</a>' in text


def test_a_provider_s_start_page_is_the_list(store: Store, client: FlaskClient) -> None:
    assert client.get("/provider/").location == "/provider/vacancies"
    assert store.accounts.by_email("provider@example.org").role is AccountRole.PROVIDER  # type: ignore[union-attr]


_DAYS = st.one_of(st.none(), st.dates(date(2026, 11, 1), date(2026, 12, 31)))


@given(
    _DAYS,
    st.sampled_from([None, 18, 21]),
    st.sampled_from([None, "waiting", "approved", "sent_back"]),
    st.sampled_from([5, 15]),
)
def test_every_vacancy_is_in_one_group_and_all_are_counted(
    closes: date | None, min_age: int | None, review: str | None, pay: float
) -> None:
    vacancy = _own(1, closes=closes, min_age=min_age, min_age_reason="Insurance", pay_min_gbp_per_hour=pay)
    row = vacancy_row(vacancy, Standing("W01", review=review), AS_OF)
    assert row.group in GROUPS
    assert in_order([row]) == [row]
    assert [one.name for one in groups([row]) if one.n_rows] == [name for name in GROUPS if is_in(row, name)]
    is_over = closes is not None and closes < AS_OF
    assert (row.group == "closed") == is_over
    held = (min_age == 21 and review != "approved") or review in {"waiting", "sent_back"}
    assert (row.group in {"waiting", "sent_back"}) == (held and not is_over and pay > 12)
