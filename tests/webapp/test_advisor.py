"""What advisors see and do."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from matcher.domain import Candidate, Provider, Vacancy
from matcher.store import Person, Store

Page = Callable[..., str]


def test_every_point_of_every_match_has_its_reason(page: Page, client: FlaskClient) -> None:
    text = page("/advisor/candidates/C01")
    ranking = _ranking(client, "C01")
    for match in ranking.matches[:10]:
        assert f"{match.score:.1f}" in text
        for part in match.contributions:
            assert _escaped(part.reason) in text
            assert f"{part.contribution:.1f} of {part.weight:g}" in text
        for gate in match.gates:
            assert _escaped(gate.reason) in text


def test_the_vacancies_of_a_candidate_are_in_the_engines_order_over_all_pages(page: Page, client: FlaskClient) -> None:
    n_pages = -(-len(_ranking(client, "C01").matches) // 10)
    texts = [page(f"/advisor/candidates/C01?page={number}") for number in range(1, n_pages + 1)]
    shown = [found for text in texts for found in re.findall(r"/refer/(V\d\d)", text)]
    assert shown == [match.vacancy for match in _ranking(client, "C01").matches]


def test_what_is_out_for_now_is_shown_with_its_reason(page: Page, client: FlaskClient) -> None:
    text = page("/advisor/candidates/C01/not-now")
    assert len(_ranking(client, "C01").not_now) > 0
    for entry in _ranking(client, "C01").not_now:
        assert _escaped(entry.because) in text


def test_the_next_best_question_is_asked(page: Page, client: FlaskClient) -> None:
    question = _ranking(client, "C04").ask_next
    assert question is not None
    assert question.question in page("/advisor/candidates/C04")


def test_a_candidate_with_nothing_but_an_id_has_a_page(page: Page) -> None:
    text = page("/advisor/candidates/C10")
    assert "Nobody has asked about skills yet" in text
    assert "Not known yet" in text


def test_the_short_list_takes_and_gives_back(client: FlaskClient, page: Page, store: Store) -> None:
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01", "action": "add"})
    assert store.shortlist("C01") == ["V01"]
    assert "Take off the short list" in page("/advisor/candidates/C01")
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01", "action": "remove"})
    assert store.shortlist("C01") == []


def test_the_printed_short_list_has_contact_how_to_apply_and_every_why_open(client: FlaskClient, page: Page) -> None:
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"})
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V08"})
    text = page("/advisor/candidates/C01/shortlist")
    assert "Mrs Joy Adeyemi 0113 496 0100" in text
    assert "https://example.org/apply/v01" in text
    assert "31 December 2026" in text
    assert "<details" not in text
    match = next(match for match in _ranking(client, "C01").matches if match.vacancy == "V01")
    assert all(_escaped(part.reason) in text for part in match.contributions)
    assert "Closed on 1 March 2026." in text


def test_a_web_address_that_is_none_is_printed_but_not_linked(client: FlaskClient, page: Page, store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="V01", apply_url="javascript:alert(1)")])
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"})
    assert 'href="javascript' not in page("/advisor/candidates/C01/shortlist")


def test_an_unknown_vacancy_cannot_be_set_aside(client: FlaskClient) -> None:
    answer = client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V99"})
    assert answer.status_code == 404
    assert "Page not found" in answer.text


def test_advisors_see_who_fits_a_vacancy_by_name_and_with_the_providers_code(page: Page, store: Store) -> None:
    advisors, providers = page("/advisor/vacancies/V01"), page("/provider/vacancies/V01/candidates")
    code = re.findall(r'cm-code">(\w+)<', advisors)[0]
    assert f'Candidate <span class="cm-code">{code}' in providers
    names = [person.name for person in store.people().values() if person.name]
    assert [name for name in names if name in advisors]
    assert [name for name in names if name in providers] == []


def test_a_register_says_how_old_it_is_wherever_it_is_shown(page: Page, store: Store) -> None:
    dated = Provider(id="1-1", name="Roundhay Lodge", source="the register", source_date="2016-02-16")
    store.upsert_providers([dated, Provider(id="1-2", name="Old Gate", source="a list", source_date="2016")])
    store.upsert_vacancies([Vacancy(id="V01", provider_id="1-1"), Vacancy(id="V08", provider_id="no such record")])
    assert "From the register (16 February 2016): many on it have closed" in page("/advisor/vacancies/V01")
    listed = page("/advisor/providers")
    assert "From the register (16 February 2016): many on it have closed" in listed
    assert "From a list (2016): many on it have closed" in listed
    assert "Look Old Gate up" in page("/advisor/vacancies/V08")


def test_providers_are_found_and_come_in_pages(page: Page, store: Store) -> None:
    store.upsert_providers([Provider(id=f"1-{number}", name=f"House {number:02d}") for number in range(45)])
    assert "1 to 20 of 45 providers" in page("/advisor/providers")
    assert "41 to 45 of 45 providers" in page("/advisor/providers?page=99")
    found = page("/advisor/providers?q=House+31")
    assert "1 provider<" in found
    assert "House 31" in found
    assert "None of the 45 providers" in page("/advisor/providers?q=nobody")


@pytest.mark.parametrize("name", ["a/b", "..", ".", "x y?z#1", "~tilde", "Zoë", "%2F", "C01/shortlist"])
def test_a_candidate_of_any_id_has_a_page(client: FlaskClient, store: Store, name: str) -> None:
    store.upsert_candidates([(Candidate(id=name), Person("Somebody Special"))])
    address = re.search(r'href="(\S+)">Somebody Special', client.get("/advisor/candidates?q=Special").text)
    assert address is not None
    assert f"Jobseeker {_escaped(name)}" in client.get(address[1]).text


def test_what_people_type_is_never_read_as_html(client: FlaskClient, store: Store) -> None:
    nasty = "<script>alert(1)</script>"
    store.upsert_candidates([(Candidate(id="C01", about=nasty), Person(nasty, nasty))])
    store.upsert_vacancies([Vacancy(id="V01", title=nasty, provider=nasty, description=nasty, contact=nasty)])
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"})
    client.post("/advisor/candidates/C01/refer/V01", data={**_REFERRAL, "reason": nasty})
    for address in _ALL_PAGES:
        assert "<script" not in client.get(address).text


_REFERRAL = {
    "reason": "Kind and punctual",
    "next_action": "Ring the manager",
    "next_date": "4/12/2026",
}
_ALL_PAGES = (
    "/advisor/candidates",
    "/advisor/candidates/C01",
    "/advisor/candidates/C01/not-now",
    "/advisor/candidates/C01/shortlist",
    "/advisor/candidates/C01/refer/V01",
    "/advisor/candidates/C01/change",
    "/advisor/referrals",
    "/advisor/vacancies",
    "/advisor/vacancies/V01",
    "/provider/vacancies",
    "/provider/vacancies/V01",
    "/provider/vacancies/V01/candidates",
)


def _ranking(client: FlaskClient, candidate_id: str):  # noqa: ANN202 - the engine's Ranking
    engine = client.application.extensions["carematch"]
    store = engine.store
    return engine.match_candidate(store.candidate(candidate_id), store.vacancies(), k=100, as_of=date(2026, 11, 22))


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;").replace("<", "&lt;").replace(">", "&gt;")
    )
