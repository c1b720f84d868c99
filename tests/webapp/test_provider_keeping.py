"""What becomes of a vacancy after it is posted, and what a person of the academy looks at first."""

from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import begun, checked, posted, publish, row, said, summary_of_errors
from signing_in import PROVIDER, an_account

from matcher.domain import AccountRole, Vacancy
from matcher.store import Store
from webapp.shown import listed_for_advisors

Page = Callable[..., str]
AS_OF = date(2026, 11, 22)


def _draft(client: FlaskClient, address: str) -> str:
    location = client.post(address).location
    assert location.startswith("/provider/drafts/")
    return location.split("/")[3]


def _is_shown(app: Flask, vacancy_id: str) -> bool:
    with app.test_request_context():
        return vacancy_id in {one.id for one in listed_for_advisors()}


def test_a_copy_has_every_answer_but_the_dates_and_is_a_vacancy_of_its_own(client: FlaskClient, store: Store) -> None:
    first = posted(client)
    draft_id = _draft(client, f"/provider/vacancies/{first}/copy")
    text = checked(client, draft_id)
    assert 'name="closes"' in text, "the new closing date is asked for"
    publish(client, draft_id, closes="1/2/2027")
    old, new = store.vacancy(first), store.vacancy(draft_id)
    dates = {"opens": None, "closes": date(2027, 2, 1)}
    assert new == old.model_copy(update={"id": draft_id, **dates})


def test_changing_nothing_changes_nothing(client: FlaskClient, store: Store) -> None:
    before = store.vacancy("V02")
    draft_id = _draft(client, "/provider/vacancies/V02/change")
    assert publish(client, draft_id) == "/provider/vacancies/V02"
    assert store.vacancy("V02") == before


def test_an_answer_that_is_taken_out_is_gone(client: FlaskClient, store: Store) -> None:
    vacancy_id = posted(client)
    draft_id = _draft(client, f"/provider/vacancies/{vacancy_id}/change")
    assert "Save the changes" in checked(client, draft_id)
    client.post(f"/provider/drafts/{draft_id}/steps/applying?change=yes", data={"contact": "Jo"})
    publish(client, draft_id)
    vacancy = store.vacancy(vacancy_id)
    assert (vacancy.contact, vacancy.apply_url, vacancy.closes) == ("Jo", None, None)
    assert len(store.vacancies()) == 31


def test_changes_that_were_begun_go_on(client: FlaskClient) -> None:
    first, again = (_draft(client, "/provider/vacancies/V02/change") for _ in range(2))
    assert first == again


def test_changes_of_a_vacancy_that_is_no_longer_theirs_are_not_saved(client: FlaskClient, store: Store) -> None:
    draft_id = _draft(client, "/provider/vacancies/V02/change")
    store.upsert_vacancies([store.vacancy("V02").model_copy(update={"provider": "Somebody Else"})])
    assert publish(client, draft_id, title="Mine") == "/provider/vacancies"
    assert store.vacancy("V02").title == "Home care worker"


def test_a_vacancy_that_is_closed_can_be_changed_with_its_old_last_day(client: FlaskClient, store: Store) -> None:
    draft_id = _draft(client, "/provider/vacancies/V08/change")
    assert publish(client, draft_id, title="Cleaner").startswith("/provider/vacancies/")
    assert (store.vacancy("V08").title, store.vacancy("V08").closes) == ("Cleaner", date(2026, 3, 1))


def test_an_open_vacancy_can_be_closed_at_the_end_of_the_day(client: FlaskClient, store: Store) -> None:
    client.post("/provider/vacancies/V01/close")
    assert store.vacancy("V01").closes == AS_OF
    client.post("/provider/vacancies/V08/close")
    assert store.vacancy("V08").closes == date(2026, 3, 1), "a closed vacancy stays closed"


def test_a_vacancy_that_is_not_open_yet_can_be_closed(client: FlaskClient, page: Page, store: Store) -> None:
    vacancy_id = posted(client, opens="1/12/2026")
    client.post(f"/provider/vacancies/{vacancy_id}/close")
    assert ">Closed<" in page(f"/provider/vacancies/{vacancy_id}")
    assert store.vacancy(vacancy_id).closes == date(2026, 11, 21)


def test_a_closed_vacancy_opens_again_with_a_new_last_day(client: FlaskClient, page: Page, store: Store) -> None:
    assert "It closed on 1 March 2026" in page("/provider/vacancies/V08/extend")
    client.post("/provider/vacancies/V08/extend", data={"closes": "24/12/2026"})
    assert store.vacancy("V08").closes == date(2026, 12, 24)
    assert ">Live<" in page("/provider/vacancies/V08")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Enter the new closing date"),
        ("21/11/2026", "enter 22/11/2026 or a later day"),
        ("soon", "write the date"),
    ],
)
def test_a_new_last_day_has_to_be_a_day_to_come(client: FlaskClient, store: Store, typed: str, told: str) -> None:
    text = client.post("/provider/vacancies/V08/extend", data={"closes": typed}).text
    assert told in summary_of_errors(text)
    assert f'value="{typed}"' in text or not typed
    assert store.vacancy("V08").closes == date(2026, 3, 1)


def test_a_vacancy_cannot_close_before_it_opens(client: FlaskClient) -> None:
    vacancy_id = posted(client, opens="10/12/2026")
    text = client.post(f"/provider/vacancies/{vacancy_id}/extend", data={"closes": "9/12/2026"}).text
    assert "enter 10/12/2026 or a later day" in summary_of_errors(text)


AGE = {"min_age": "21", "min_age_reason": "The regulation of children's homes"}
SEX = {"sex_required": "female", "sex_reason": "Intimate care that residents asked for"}


@pytest.mark.parametrize("requirement", [AGE, SEX])
def test_an_age_above_18_or_a_sex_waits_for_the_academy_which_the_page_says(
    app: Flask, client: FlaskClient, page: Page, requirement: dict[str, str]
) -> None:
    vacancy_id = posted(client, **requirement)
    text = said(page(f"/provider/vacancies/{vacancy_id}"))
    assert "In review" in text
    assert "Waiting for the academy" in text
    assert "A person at the academy looks at the reason" in text
    assert "it never filters anybody out" in text
    assert not _is_shown(app, vacancy_id)


def test_the_page_to_check_says_before_publishing_that_somebody_looks(client: FlaskClient) -> None:
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/needs", data=SEX)
    client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Carer", "positions": "1"})
    text = said(checked(client, draft_id))
    assert "You say that the work itself needs a woman." in text
    assert "A person at the academy looks at the reason" in text


def test_a_requirement_of_sex_is_no_part_of_the_vacancy_that_is_scored(client: FlaskClient, store: Store) -> None:
    plain, required = store.vacancy(posted(client)), store.vacancy(posted(client, **SEX))
    assert required.model_copy(update={"id": plain.id}) == plain
    standing = store.standings.get(required.id)
    assert (standing.sex_required, standing.sex_reason) == ("female", SEX["sex_reason"])
    assert standing.posted_by == an_account(store, AccountRole.PROVIDER).id


@pytest.mark.parametrize(
    ("words", "said_so"),
    [
        ("Female carers only.", {"sex_required": "female", "sex_reason": "Intimate care that residents asked for"}),
        ("You must be over 21.", {"min_age": "21", "min_age_reason": "The insurer of the car"}),
    ],
)
def test_words_that_ask_for_a_sex_or_an_age_are_taken_out_or_said_as_a_requirement(
    app: Flask, client: FlaskClient, store: Store, words: str, said_so: dict[str, str]
) -> None:
    vacancy_id = posted(client)
    draft_id = _draft(client, f"/provider/vacancies/{vacancy_id}/change")
    text = publish(client, draft_id, description=words)
    assert "Take it out of" in text
    assert words in unescape(text)
    assert store.vacancy(vacancy_id).description != words
    publish(client, draft_id, **said_so)
    assert store.vacancy(vacancy_id).description == words
    assert not _is_shown(app, vacancy_id)
    again = _draft(client, f"/provider/vacancies/{vacancy_id}/change")
    publish(client, again, description="Kind.", sex_required="", sex_reason="", min_age="", min_age_reason="")
    assert _is_shown(app, vacancy_id)


def test_a_vacancy_without_either_waits_for_nobody(app: Flask, client: FlaskClient, page: Page) -> None:
    vacancy_id = posted(client)
    assert _is_shown(app, vacancy_id)
    assert "academy looks at" not in page(f"/provider/vacancies/{vacancy_id}")


def test_an_approved_requirement_stays_approved_until_it_changes(app: Flask, client: FlaskClient, store: Store) -> None:
    vacancy_id = posted(client, **AGE)
    store.standings.review(vacancy_id, "approved", None)
    publish(client, _draft(client, f"/provider/vacancies/{vacancy_id}/change"), title="Senior carer")
    assert _is_shown(app, vacancy_id)
    draft_id = _draft(client, f"/provider/vacancies/{vacancy_id}/change")
    publish(client, draft_id, min_age="25")
    assert store.vacancy(vacancy_id).min_age == 25
    assert not _is_shown(app, vacancy_id)


@pytest.mark.parametrize("change", [SEX, {"min_age_reason": "Another reason"}, {"sex_required": "", "sex_reason": ""}])
def test_a_changed_requirement_or_reason_is_looked_at_anew(
    client: FlaskClient, store: Store, change: dict[str, str]
) -> None:
    start = AGE if "sex_required" not in change or change["sex_required"] else {**AGE, **SEX}
    vacancy_id = posted(client, **start)
    store.standings.review(vacancy_id, "approved", None)
    publish(client, _draft(client, f"/provider/vacancies/{vacancy_id}/change"), **change)
    assert store.standings.get(vacancy_id).review is None
    assert store.standings.get(vacancy_id).is_held(store.vacancy(vacancy_id))


def test_a_vacancy_sent_back_shows_the_note_and_is_looked_at_again_once_it_is_saved(
    client: FlaskClient, page: Page, store: Store
) -> None:
    vacancy_id = posted(client, **AGE)
    store.standings.review(vacancy_id, "sent_back", None, "Which regulation?")
    text = said(page(f"/provider/vacancies/{vacancy_id}"))
    assert "The academy sent it back “Which regulation?”" in text
    publish(client, _draft(client, f"/provider/vacancies/{vacancy_id}/change"), description="Children's home.")
    assert store.standings.get(vacancy_id).review is None
    assert "Waiting for the academy" in page(f"/provider/vacancies/{vacancy_id}")


def test_a_requirement_shows_among_the_facts(client: FlaskClient, page: Page) -> None:
    text = page(f"/provider/vacancies/{posted(client, **SEX)}")
    assert row(text, "Who the work needs") == "A woman"
    assert row(text, "Why the work needs that") == SEX["sex_reason"]


def test_whatever_is_asked_of_another_provider_s_vacancy_is_not_found(app: Flask, store: Store) -> None:
    from signing_in import signed_in

    app.test_client_class = None
    account = an_account(store, AccountRole.PROVIDER)
    client = signed_in(app, account)
    assert account.provider == PROVIDER
    store.upsert_vacancies([Vacancy(id="OWN", provider=PROVIDER)])
    assert client.get("/provider/vacancies/OWN").status_code == 200
    for path in ("", "/extend", "/candidates", "/candidates/not-now", "/shortlist"):
        assert client.get(f"/provider/vacancies/V01{path}").status_code == 404
    for path in ("/copy", "/change", "/close", "/extend", "/explain-pay"):
        assert client.post(f"/provider/vacancies/V01{path}").status_code == 404
