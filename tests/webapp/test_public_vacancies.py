"""Vacancies for everybody: the search by place, and who is shown which page of one."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import steady
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Place, PlaceKind, Vacancy
from matcher.engine import Engine
from matcher.store import Store
from webapp import create_app
from webapp.presenters import nearby
from webapp.presenters.vacancies import state

Page = Callable[..., str]
AS_OF = date(2026, 11, 22)


@pytest.fixture
def shown(page: Page) -> Callable[[str], list[str]]:
    """Ids of the vacancies that a search lists, over all of its pages, in order."""

    def ids(query: str = "") -> list[str]:
        found: list[str] = []
        for number in range(1, 20):
            text = page(f"/vacancies?{query}&page={number}")
            here = re.findall(r'cm-card__title"><a class="govuk-link" href="/vacancies/([^"]+)"', text)
            if not here or here[0] in found:
                break
            found += here
        return found

    return ids


def open_ids(store: Store) -> set[str]:
    held = store.standings
    return {one.id for one in held.without_held(store.vacancies()) if state(one, AS_OF) == "open"}


def test_the_list_has_every_open_vacancy_and_no_other(store: Store, shown: Callable[[str], list[str]]) -> None:
    assert set(shown()) == open_ids(store) != {one.id for one in store.vacancies()}


def test_a_vacancy_that_waits_for_a_person_is_neither_listed_nor_found(
    store: Store, client: FlaskClient, shown: Callable[[str], list[str]]
) -> None:
    assert client.get("/vacancies/V01").status_code == 200
    store.standings.post("V01", None, sex_required="female", sex_reason="Personal care at home.")
    assert "V01" not in shown()
    missing = client.get("/vacancies/NOPE")
    held = client.get("/vacancies/V01")
    assert held.status_code == missing.status_code == 404
    assert steady(held.text) == steady(missing.text)


def test_a_reviewed_requirement_is_shown_as_information(store: Store, page: Page) -> None:
    store.standings.post("V01", None, sex_required="female", sex_reason="Personal care at home.")
    store.standings.review("V01", "approved", None)
    text = page("/vacancies/V01")
    assert "asks for a woman: Personal care at home." in text
    assert "It changes nobody’s score" in text


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"closes": date(2026, 11, 21), "opens": None}, 410),
        ({"closes": date(2026, 11, 22), "opens": None}, 200),
        ({"opens": date(2026, 12, 1), "closes": None}, 404),
        ({"pay_min_gbp_per_hour": 5.0, "pay_max_gbp_per_hour": 5.0}, 404),
    ],
)
def test_only_an_open_vacancy_is_shown_and_a_closed_one_says_so(
    store: Store, client: FlaskClient, change: dict[str, object], code: int
) -> None:
    store.upsert_vacancies([Vacancy(**{**store.vacancy("V04").model_dump(), "id": "V99", **change})])
    answer = client.get("/vacancies/V99")
    assert answer.status_code == code
    assert ("has closed" in answer.text) == (code == 410)


def test_a_page_has_what_somebody_wants_to_know_before_they_apply(store: Store, page: Page) -> None:
    vacancy, text = store.vacancy("V01"), page("/vacancies/V01")
    for words in (
        vacancy.title, vacancy.provider, vacancy.description, vacancy.postcode, vacancy.contact, vacancy.apply_url,
        "£12.71 to £13.20", "16 to 37.5", "31 December 2026", "helping with personal care",
    ):  # fmt: skip
        assert str(words) in text


def test_the_button_leads_to_the_questions_and_for_a_jobseeker_to_their_own_page(app: Flask, store: Store) -> None:
    assert 'href="/start?vacancy=V01"' in app.test_client().get("/vacancies/V01").text
    mine = signed_in(app, an_account(store, AccountRole.JOBSEEKER, candidate_id="C01"))
    assert 'href="/me/vacancies/V01"' in mine.get("/vacancies/V01").text


def test_work_in_somebodys_home_shows_half_a_postcode(store: Store, page: Page) -> None:
    update = {"place_kind": PlaceKind.CLIENT_HOME, "postcode": "LS7 3PD"}
    store.upsert_vacancies([store.vacancy("V01").model_copy(update=update)])
    for address in ("/vacancies/V01", "/vacancies?q=Care+assistant"):
        text = page(address)
        assert "LS7" in text
        assert "3PD" not in text


def test_an_address_to_apply_at_that_is_no_web_page_is_no_link(store: Store, page: Page) -> None:
    store.upsert_vacancies([store.vacancy("V01").model_copy(update={"apply_url": "javascript:alert(1)"})])
    assert 'href="javascript:' not in page("/vacancies/V01")


def test_a_search_by_place_lists_what_is_within_and_the_nearest_first(
    engine: Engine, store: Store, shown: Callable[[str], list[str]]
) -> None:
    origin = engine.gazetteer.locate("LS9 7TF")
    far = {one: _slow_km(store.vacancy(one), origin) for one in open_ids(store)}
    listed = [one for one in shown("place=LS9+7TF&within=5") if far[one] is not None]
    assert {one for one, km in far.items() if km is not None and km <= 5} == set(listed)
    assert [far[one] for one in listed] == sorted(far[one] for one in listed)  # type: ignore[type-var]


def _slow_km(vacancy: Vacancy, origin: Place) -> int | None:
    place = vacancy.place
    if place is None or vacancy.place_kind == "live_in":
        return None
    east, north = place.easting_m - origin.easting_m, place.northing_m - origin.northing_m
    edge = place.radius_km if vacancy.place_kind == "round" else 0
    return round(max(0, (east**2 + north**2) ** 0.5 / 1000 - edge))


def test_where_little_is_found_wider_searches_say_how_much_they_find(
    store: Store, page: Page, shown: Callable[[str], list[str]]
) -> None:
    text = page("/vacancies?place=LS21&within=3")
    offers = re.findall(r'href="/vacancies\?place=([^&"]+)&amp;within=(\w+)">[^:]+: (\d+) vacanc', text)
    assert offers
    for place, within, n_found in offers:
        assert n_with_journey(store, shown(f"place={place}&within={within}")) == int(n_found)
    counts = [int(n_found) for *_, n_found in offers]
    assert counts == sorted(set(counts))
    assert counts[0] > n_with_journey(store, shown("place=LS21&within=3"))


def n_with_journey(store: Store, ids: list[str]) -> int:
    return sum(store.vacancy(one).place_kind is not PlaceKind.LIVE_IN for one in ids)


def test_where_enough_is_found_nothing_wider_is_offered(page: Page) -> None:
    assert "Try a wider search" not in page("/vacancies?place=LS9&within=40")


def test_words_narrow_the_list_and_stay_in_the_form(page: Page, shown: Callable[[str], list[str]]) -> None:
    listed = shown("q=roundhay")
    assert listed
    assert 'value="roundhay"' in page("/vacancies?q=roundhay")
    assert "No title, provider or postcode matches “zzz”" in page("/vacancies?q=zzz")
    assert set(listed) < set(shown())


def test_a_place_that_is_none_is_said_at_the_field_and_kept(page: Page) -> None:
    text = page("/vacancies?place=LS99+9ZZ")
    assert "<title>Error: " in text
    assert 'href="#place"' in text
    assert 'value="LS99 9ZZ"' in text


@pytest.mark.parametrize(
    "query",
    ["place=%FF%FE", "within=-1", "within=9999999999999999999", "within=abc", "page=0&page=x", "q=" + "x" * 5000,
     "place=" + "x" * 5000, "place=53.7,-1.5", "within=5&within=any&place=LS9&place=LS8", "within=5"],
)  # fmt: skip
def test_whatever_is_asked_the_list_answers(client: FlaskClient, query: str) -> None:
    assert client.get(f"/vacancies?{query}").status_code == 200


def test_pages_of_the_list_have_titles_of_their_own(store: Store, page: Page) -> None:
    base = store.vacancy("V04").model_dump()
    store.upsert_vacancies([Vacancy(**{**base, "id": f"X{number}"}) for number in range(40)])
    titles = {re.findall("<title>(.*?)</title>", page(f"/vacancies?page={number}"))[0] for number in (1, 2, 3)}
    assert len(titles) == 3
    assert any(re.fullmatch(r"Care vacancies, page 2 of \d – carematch", title) for title in titles)


def test_no_experience_is_said_in_words(page: Page, store: Store) -> None:
    store.upsert_vacancies([store.vacancy("V01").model_copy(update={"experience_months": 0})])
    text = page("/vacancies/V01")
    assert "None needed" in text
    assert "0 months" not in text


def test_live_in_work_is_within_any_distance_and_an_unknown_place_within_none(engine: Engine) -> None:
    origin = engine.gazetteer.locate("LS9 7TF")
    nowhere, inside = Vacancy(id="A"), Vacancy(id="B", place_kind=PlaceKind.LIVE_IN)
    found = nearby.nearest_first([nowhere, inside], origin)
    assert [one.vacancy.id for one in nearby.within(found, 3)] == ["B"]
    assert [one.vacancy.id for one in nearby.within(found, None)] == ["B", "A"]


ROBOTS = "noindex, nofollow"
PUBLIC = ("/", "/vacancies", "/vacancies/V01", "/how-matching-works", "/privacy", "/accessibility", "/cookies")


def test_on_this_machine_search_engines_are_told_to_stay_away(client: FlaskClient) -> None:
    for address in PUBLIC:
        assert client.get(address).headers["X-Robots-Tag"] == ROBOTS


def test_where_others_reach_the_app_public_pages_alone_may_be_found(engine: Engine) -> None:
    app = create_app(
        engine, {"SECRET_KEY": "only tests know", "PUBLIC_URL": "https://care.example.org", "AS_OF": AS_OF}
    )
    reached = app.test_client()
    where = {"base_url": "https://care.example.org"}
    for address in PUBLIC:
        answer = reached.get(address, **where)
        assert (answer.status_code, answer.headers.get("X-Robots-Tag")) == (200, None), address
    for address in (
        "/vacancies?place=LS9",
        "/vacancies/NOPE",
        "/sign-in",
        "/start",
        "/goodbye",
        "/unsubscribe/x",
        "/me/",
    ):
        assert reached.get(address, **where).headers["X-Robots-Tag"] == ROBOTS, address
