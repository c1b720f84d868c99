"""Pages that say what would open more, and whom the must-haves leave."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from posting import begun, checked, row
from signing_in import PROVIDER

from matcher.domain import Candidate, RightToWork, Vacancy
from matcher.store import Person, Store

Page = Callable[..., str]


def _people(store: Store, n_drivers: int, n_others: int) -> None:
    """Nobody but some who drive and some who do not."""
    drives = [{"driving_licence": True, "vehicle": True}] * n_drivers
    does_not = [{"driving_licence": False, "vehicle": False}] * n_others
    new = [Candidate(id=f"N{number:02d}", **fields) for number, fields in enumerate(drives + does_not)]
    old = [one.model_copy(update={"right_to_work": RightToWork.NONE}) for one in store.candidates() if one.id[0] != "N"]
    store.upsert_candidates([(one, Person()) for one in (*old, *new)])


def test_an_advisor_sees_what_would_open_each_vacancy_that_is_out_and_how_many_it_opens(
    client: FlaskClient, page: Page, store: Store
) -> None:
    store.upsert_candidates([(Candidate(id="C90", driving_licence=False, vehicle=False), Person("Zofia Nowak"))])
    store.upsert_vacancies([Vacancy(id="V90", title="Home carer", driving_licence=True)])
    said = "With a driving licence this would be open."
    assert said in page("/advisor/candidates/C90")
    assert said in "".join(client.get(f"/advisor/candidates/C90/not-now?page={n}").text for n in (1, 2))
    table = page("/advisor/candidates/C90").split('id="changes"')[1]
    assert re.search(r"A driving licence</th>\s*<td[^>]*>[1-9]", table)
    client.post("/advisor/candidates/C90/shortlist", data={"vacancy": "V90"})
    assert said in page("/advisor/candidates/C90/shortlist")


def test_an_advisor_sees_exactly_whom_a_must_have_leaves(page: Page, store: Store) -> None:
    _people(store, n_drivers=3, n_others=14)
    store.upsert_vacancies([Vacancy(id="V90", title="Home carer", driving_licence=True)])
    assert "17 instead of 3" in page("/advisor/vacancies/V90")


def test_a_provider_sees_it_in_steps_of_five(page: Page, store: Store) -> None:
    _people(store, n_drivers=3, n_others=14)
    store.upsert_vacancies([Vacancy(id="V90", title="Home carer", provider=PROVIDER, driving_licence=True)])
    text = page("/provider/vacancies/V90/candidates")
    assert "Without a driving licence</dt>" in text
    assert "At least 10 more" in text
    assert "instead of" not in text


def test_a_provider_is_not_told_whether_one_person_or_nobody_lacks_a_licence(page: Page, store: Store) -> None:
    store.upsert_vacancies([Vacancy(id="V90", title="Home carer", provider=PROVIDER, driving_licence=True)])
    pools = []
    for n_others in (0, 1):
        _people(store, n_drivers=3, n_others=n_others)
        text = page("/provider/vacancies/V90/candidates")
        pools.append(text.split('id="must-haves"')[1].split("<h2")[0])
    assert pools[0] == pools[1]


def test_a_vacancy_that_is_not_open_says_nothing_of_its_must_haves(page: Page, store: Store) -> None:
    store.upsert_vacancies(
        [Vacancy(id="V90", title="Home carer", provider=PROVIDER, driving_licence=True, closes="2026-01-01")]
    )
    assert 'id="must-haves"' not in page("/provider/vacancies/V90/candidates")


def test_whom_the_must_haves_leave_is_counted_while_posting_and_after(
    client: FlaskClient, page: Page, store: Store
) -> None:
    _people(store, n_drivers=7, n_others=14)
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Home carer", "positions": "1"})
    client.post(f"/provider/drafts/{draft_id}/steps/needs", data={"vehicle": "yes"})
    text = checked(client, draft_id)
    assert row(text, "As things are") == "At least 5 people can be considered"
    assert row(text, "Without a vehicle of one's own") == "At least 10 more"
    client.post(f"/provider/drafts/{draft_id}/steps/needs", data={"vehicle": "no"})
    assert row(checked(client, draft_id), "As things are") == "At least 20 people can be considered"
    client.post(f"/provider/drafts/{draft_id}/check", data={})
    assert row(page(f"/provider/vacancies/{draft_id}"), "As things are") == "At least 20 people can be considered"


def test_posting_with_a_must_have_and_without_tells_of_nobody_in_particular(client: FlaskClient, store: Store) -> None:
    counts = []
    for n_others in (0, 1):
        _people(store, n_drivers=6, n_others=n_others)
        draft_id = begun(client)
        client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Home carer", "positions": "1"})
        counts.append(checked(client, draft_id).split('id="must-haves"')[1].split("<h2")[0].split("</form")[0])
    assert counts[0] == counts[1]
