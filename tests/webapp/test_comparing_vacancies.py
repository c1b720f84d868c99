"""Vacancies side by side, and the first of them as a text and on paper."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Ranking, Vacancy
from matcher.store import Person, Store
from webapp.presenters.comparison import Comparison, compare_vacancies

Page = Callable[..., str]
COMPARE = "/advisor/candidates/C02/compare"


def _ranking(client: FlaskClient, candidate_id: str) -> Ranking:
    engine = client.application.extensions["carematch"]
    store = engine.store
    return engine.match_candidate(store.candidate(candidate_id), store.vacancies(), k=100, as_of=date(2026, 11, 22))


def _compared(client: FlaskClient, *names: str) -> Comparison:
    store = client.application.extensions["carematch"].store
    return compare_vacancies([store.vacancy(name) for name in names], _ranking(client, "C02"))


def _line(comparison: Comparison, name: str) -> list[tuple[tuple[str, ...], str]]:
    """What each vacancy says on a line; nothing where one that is out has said so above."""
    line = next(line for line in comparison.lines if line.name == name)
    return [(cell.lines, cell.mark) if cell else ((), "") for cell in line.cells]


def test_every_line_of_every_vacancy_is_on_the_page_as_the_whole_ranking_has_it(
    page: Page, client: FlaskClient, store: Store
) -> None:
    names = [match.vacancy for match in _ranking(client, "C02").matches[:3]]
    text = page(f"{COMPARE}?v={names[0]}&v={names[1]}&v={names[2]}")
    for line in _compared(client, *names).lines:
        assert f">{line.name}<" in text
        for cell in line.cells:
            assert cell is not None
            assert all(str(escape(said)) in text for said in cell.lines)
    assert store.audit.entries()[0].action == "compared"


def test_what_differs_is_marked_in_words_and_the_best_too(client: FlaskClient, store: Store) -> None:
    store.upsert_vacancies([
        Vacancy(id="A", title="A", postcode="LS8 5QA", contract="permanent", pay_min_gbp_per_hour=13),
        Vacancy(id="B", title="B", postcode="LS9 7TF", contract="permanent", pay_min_gbp_per_hour=15),
    ])  # fmt: skip
    compared = _compared(client, "A", "B")
    differs = {line.name: line.differs for line in compared.lines}
    assert differs["Pay"]
    assert not differs["Contract"]
    assert [mark for _, mark in _line(compared, "Pay")] == ["", "Pays most"]
    assert [mark for _, mark in _line(compared, "Contract")] == ["", ""]


def test_two_that_are_equal_are_both_left_without_a_mark(client: FlaskClient) -> None:
    assert [mark for _, mark in _line(_compared(client, "V04", "V04"), "Pay")] == ["", ""]


def test_one_that_is_out_for_now_says_so_once_with_the_reason(page: Page, client: FlaskClient) -> None:
    out = _ranking(client, "C02").not_now[0]
    best = _ranking(client, "C02").matches[0].vacancy
    compared = _compared(client, best, out.vacancy)
    assert _line(compared, "Score")[1][0] == ("Not now", out.because)
    said = [line.cells[1] for line in compared.lines]
    assert sum(cell is not None and "Not now" in cell.lines for cell in said) == 1
    assert said[0] is not None
    assert said[0].n_lines == 1 + said.count(None) == 7
    text = page(f"{COMPARE}?v={best}&v={out.vacancy}")
    assert 'rowspan="7"' in text
    assert str(escape(f"Not now, because: {out.because}")) in text


def test_what_is_not_known_is_not_called_nothing_to_arrange(client: FlaskClient, store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="D", title="Carer", postcode="LS9 7TF", dbs_level="enhanced")])
    store.replace_candidate(store.candidate("C02").model_copy(update={"dbs_status": None}))
    assert "DBS check" in _line(_compared(client, "D"), "To arrange")[0][0][0]
    assert _line(_compared(client, "D"), "To arrange")[0][0][0].startswith("Not known yet: ")


def test_live_in_work_has_no_journey_and_is_never_the_shortest(client: FlaskClient, store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="L", title="Live-in carer", place_kind="live_in", postcode="DH1 3LE")])
    assert _line(_compared(client, "V04", "L"), "Journey")[1] == (("Living in: no daily journey",), "")


def test_none_ticked_is_an_error_with_something_to_tick(page: Page, client: FlaskClient) -> None:
    text = page(COMPARE)
    assert "<title>Error: " in text
    assert "No vacancy was ticked" in text
    first = _ranking(client, "C02").matches[0].vacancy
    assert f'value="{first}"' in text
    assert 'href="#v-1"' in text
    assert 'id="v-1"' in text


def test_more_than_three_is_an_error_that_keeps_what_was_ticked(page: Page) -> None:
    text = page(f"{COMPARE}?v=V01&v=V04&v=V05&v=V09&v=V01")
    assert "You ticked 4 vacancies: untick 1" in text
    for name in ("V01", "V04", "V05", "V09"):
        assert re.search(rf'value="{name}" checked', text)


def test_a_vacancy_that_is_held_or_missing_cannot_be_compared(client: FlaskClient, store: Store) -> None:
    store.standings.post("V01", None, sex_required="female", sex_reason="personal care")
    assert client.get(f"{COMPARE}?v=V01").status_code == 404
    assert client.get(f"{COMPARE}?v=V99").status_code == 404
    assert client.get(f"{COMPARE}?v=").status_code == 404


def test_the_list_has_a_box_for_each_vacancy_that_leads_to_the_comparison(page: Page) -> None:
    text = page("/advisor/candidates/C02")
    assert f'id="compare" action="{COMPARE}" method="get"' in text
    assert len(re.findall(r'name="v" type="checkbox" value="V\d\d" form="compare"', text)) == 10


def test_the_text_has_the_first_five_with_why_in_two_lines_and_how_to_apply(client: FlaskClient, store: Store) -> None:
    answer = client.get("/advisor/candidates/C02/matches.txt")
    assert answer.mimetype == "text/plain"
    assert answer.text.startswith("Vacancies for Bartholomew Quill, 22 November 2026")
    matches = _ranking(client, "C02").matches
    heads = re.findall(r"^\d\. .*$", answer.text, re.MULTILINE)
    assert heads == [f"{match.rank}. {match.title}, {match.provider}" for match in matches[:5]]
    assert answer.text.count("\n   - ") == 15
    assert "\n\nHello Bartholomew Quill,\n\n" in answer.text
    first = store.vacancy(matches[0].vacancy)
    assert f"To apply: {first.contact}" in answer.text
    assert "/advisor/" not in answer.text
    assert max(map(len, answer.text.splitlines())) <= 78
    assert store.audit.entries()[0].action == "sent"


def test_what_is_to_be_arranged_is_in_the_text(client: FlaskClient) -> None:
    text = client.get("/advisor/candidates/C01/matches.txt").text
    assert "To arrange: DBS check (usually 21 days, the employer usually pays)." in text


def test_who_has_no_name_is_greeted_without_their_reference(page: Page, client: FlaskClient, store: Store) -> None:
    store.upsert_candidates([(store.candidate("C02").model_copy(update={"id": "N-9"}), Person())])
    text = client.get("/advisor/candidates/N-9/matches.txt").text
    assert text.startswith("Vacancies for you, 22 November 2026\n\nHello,\n")
    assert "N-9" not in text
    assert ">Vacancies for you</h1>" in page("/advisor/candidates/N-9/print")
    shown = page("/advisor/candidates/N-9")
    assert ">Jobseeker N-9</h1>" in shown
    assert "No name is known" in shown
    assert 'caption-l">Jobseeker N-9' not in shown


def test_pay_and_hours_that_an_advert_leaves_out_are_said_to_be_not_stated(
    page: Page, client: FlaskClient, store: Store
) -> None:
    store.remove(vacancies=store.vacancy_ids())
    store.upsert_vacancies([Vacancy(id="B", title="Carer", postcode="LS9 7TF", closes=date(2026, 12, 5))])
    text = client.get("/advisor/candidates/C02/matches.txt").text
    assert "hours and pay are not stated: ask." in text.lower()
    assert "Closes on 5 December 2026. The advert does not say how to apply: ask me." in " ".join(text.split())
    shown = page("/advisor/candidates/C02")
    assert "Pay not stated" in shown
    assert "Hours not stated" in shown


def test_the_page_has_the_very_text_to_copy(page: Page, client: FlaskClient) -> None:
    text = client.get("/advisor/candidates/C01/matches.txt").text
    shown = re.search(r"<textarea[^>]*>(.*?)</textarea>", page("/advisor/candidates/C01/text"), re.DOTALL)
    assert shown is not None
    assert shown[1] == str(escape(text))


def test_without_a_match_the_text_and_the_paper_say_so(client: FlaskClient, store: Store) -> None:
    store.remove(vacancies=store.vacancy_ids())
    assert "No vacancy fits just now" in client.get("/advisor/candidates/C01/matches.txt").text
    assert "nothing to print" in client.get("/advisor/candidates/C01/print").text


def test_on_paper_every_why_is_open_and_nothing_of_the_app_is_around_it(page: Page, client: FlaskClient) -> None:
    text = page("/advisor/candidates/C01/print")
    assert "<details" not in text
    assert "govuk-service-navigation" not in text
    assert "cm-footer" not in text
    for match in _ranking(client, "C01").matches[:5]:
        assert all(str(escape(part.reason)) in text for part in match.contributions)


@pytest.mark.parametrize("page_of", ["compare?v=V04", "matches.txt", "text", "print"])
def test_another_teams_jobseeker_is_not_found(app: Flask, store: Store, page_of: str) -> None:
    store.cases.assign("C02", None, "Durham")
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    assert client.get(f"/advisor/candidates/C02/{page_of}").status_code == 404
    assert store.audit.count() == 0
