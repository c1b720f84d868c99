"""Pathways on an advisor's page of a jobseeker."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from matcher.domain import Candidate, Pathway
from matcher.store import Person, Store

Page = Callable[..., str]
PATHWAYS = "/advisor/candidates/C01/pathways"


def test_a_candidates_page_links_to_their_pathways(page: Page) -> None:
    assert f'href="{PATHWAYS}"' in page("/advisor/candidates/C01")
    assert "You are here:" in page(PATHWAYS)


def test_every_step_is_in_the_list_with_its_source_and_in_the_words_of_the_picture(
    page: Page, client: FlaskClient
) -> None:
    text = page(f"{PATHWAYS}?target=activities-coordinator")
    described = " ".join(re.findall(r"<desc[^>]*>(.*?)</desc>", text, re.DOTALL))
    pathways = _planned(client, "activities-coordinator")
    assert any(pathway.steps for pathway in pathways)
    for pathway in pathways:
        assert f">{escape(pathway.name)}</a>" in text
        assert f"{pathway.opens.now} now, {pathway.opens.after} after" in text
        for step in pathway.steps:
            assert str(escape(step.title)) in text
            assert step.title in described
            assert str(escape(step.source)) in text
        for sentence in pathway.assumptions:
            assert str(escape(sentence)) in text


def test_pathways_with_the_same_figures_are_one_line_that_leads_to_each(page: Page) -> None:
    text = page(PATHWAYS)
    (table,) = re.findall(
        r'<table class="govuk-table cm-stack">\s*<caption[^>]*>The (?:alt|path).*?</table>', text, re.DOTALL
    )
    rows = re.findall(r'<tr class="govuk-table__row">\s*<th scope="row".*?</tr>', table, re.DOTALL)
    figures = [tuple(re.findall(r'<td class="govuk-table__cell" data-label[^>]*>([^<]*)', row)) for row in rows]
    assert len(figures) == len(set(figures))
    assert len(re.findall(r'href="#p\d+"', table)) == len(re.findall(r'<h2[^>]* id="p\d+"', text))
    assert "those with 50 points or more" in text


def test_the_target_is_chosen_from_the_roles_and_stays_chosen(page: Page) -> None:
    assert '<option value="" selected>What usually comes next</option>' in page(PATHWAYS)
    text = page(f"{PATHWAYS}?target=senior-care-worker")
    assert '<option value="senior-care-worker" selected>' in text
    assert "Pathways to Senior care worker" in text
    assert 'value="from-retail"' not in text


def test_the_gap_to_a_target_and_what_courses_would_open_are_said(page: Page) -> None:
    text = page(f"{PATHWAYS}?target=senior-care-worker")
    assert "Skills you may need to develop" in text
    assert "What one course would open" not in text
    assert "Skills you may need to develop" not in page(PATHWAYS)


def test_a_vacancy_can_be_the_target(page: Page) -> None:
    assert '<option value="V01" selected>V01</option>' in page(f"{PATHWAYS}?target=V01")


def test_two_pictures_a_pathway_and_no_id_twice(page: Page, client: FlaskClient) -> None:
    text = page(PATHWAYS)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert text.count('<svg xmlns="http://www.w3.org/2000/svg" role="img"') == 2 * len(_planned(client, None)) > 2
    assert len(ids) == len(set(ids))


def test_the_page_needs_no_style_or_script_that_the_policy_forbids(page: Page) -> None:
    text = page(PATHWAYS)
    assert "<script" not in text
    assert "<style" not in text
    assert " style=" not in text


@pytest.mark.parametrize("target", ["wizard", "%3Cb%3Ewizard%3C/b%3E"])
def test_a_target_that_nothing_leads_to_is_explained_with_what_comes_closest(page: Page, target: str) -> None:
    text = page(f"{PATHWAYS}?target={target}")
    assert "Closest:" in text
    assert "<b>wizard" not in text
    assert "<svg" not in text


def test_somebody_of_whom_nothing_is_known_starts_out_and_is_asked_about(page: Page, store: Store) -> None:
    store.upsert_candidates([(Candidate(id="NEW"), Person("Somebody New"))])
    text = page("/advisor/candidates/NEW/pathways?target=care-worker")
    assert "Ask what Somebody New did before" in text
    assert "Nobody has asked how many hours a week are wanted" in text


def test_nobody_has_no_pathways(client: FlaskClient) -> None:
    assert client.get("/advisor/candidates/NOBODY/pathways").status_code == 404


def test_pay_is_said_to_be_before_tax_with_where_to_reckon_what_is_left(page: Page) -> None:
    text = page(PATHWAYS)
    assert "Pay is before tax and before any change to benefits" in text
    assert 'href="https://www.gov.uk/benefits-calculators"' in text


def _planned(client: FlaskClient, target: str | None) -> list[Pathway]:
    engine = client.application.extensions["carematch"]
    store = engine.store
    return engine.plan_pathways(store.candidate("C01"), target, store.vacancies(), date(2026, 11, 22))
