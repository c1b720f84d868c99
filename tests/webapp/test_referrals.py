"""Short lists, referrals and how they went."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signing_in import an_account, signed_in

from matcher.domain import AccountRole, Outcome, Stage
from matcher.engine import Engine
from matcher.importers.outcomes import import_outcomes
from matcher.importers.summary import ImportContext
from matcher.store import Store

Page = Callable[..., str]
PAIR = "/advisor/candidates/C01/referrals/V01"
REFERRAL = {"reason": "Kind and punctual", "next_action": "Ring the manager", "next_date": "4/12/2026"}
DAY = date(2026, 11, 22)


def test_a_referral_is_recorded_in_the_name_of_whoever_is_signed_in(client: FlaskClient, store: Store) -> None:
    answer = client.post("/advisor/candidates/C01/refer/V01", data=REFERRAL, follow_redirects=True)
    referral = store.referrals()[0]
    assert (referral.candidate_id, referral.vacancy_id, referral.by) == ("C01", "V01", "A advisor")
    assert referral.next_date == date(2026, 12, 4)
    for words in ("Amina Okafor", "Roundhay Lodge", "Kind and punctual", "Ring the manager", "4 December 2026"):
        assert words in answer.text
    assert store.outcomes() == [Outcome("C01", "V01", Stage.REFERRED, DAY)]
    assert store.audit.count(action="referred", candidate_id="C01", vacancy_id="V01") == 1


def test_nobody_is_asked_for_a_name_and_a_name_that_is_sent_is_not_taken(client: FlaskClient, store: Store) -> None:
    assert 'name="by"' not in client.get("/advisor/candidates/C01/refer/V01").text
    client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, "by": "Somebody Else"})
    assert store.referrals()[0].by == "A advisor"


def test_looking_at_the_form_refers_nobody(client: FlaskClient, store: Store) -> None:
    client.get("/advisor/candidates/C01/refer/V01")
    client.post("/advisor/candidates/C01/refer/V01", data={})
    assert store.audit.count(action="referred") == 0
    assert store.audit.count(action="viewed", candidate_id="C01", vacancy_id="V01") == 1


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("reason", "", "Enter why"),
        ("reason", "x" * 2001, "use 2,000 characters or fewer"),
        ("next_action", "", "Enter what happens next"),
        ("next_action", "x" * 501, "use 500 characters or fewer"),
        ("next_date", "", "Enter the date"),
        ("next_date", "soon", "write the date as"),
        ("next_date", "31/2/2027", "there is no such day"),
        ("next_date", "1/11/2026", "is in the past"),
    ],
)
def test_a_referral_with_a_gap_says_which_and_keeps_the_rest(
    client: FlaskClient, store: Store, field: str, typed: str, said: str
) -> None:
    text = client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, field: typed}).text
    assert "<title>Error: " in text
    assert said in text
    assert f'href="#{field}"' in text
    assert f'id="{field}"' in text
    assert field == "reason" or "Kind and punctual" in text
    assert store.referrals() == []


def test_a_second_referral_is_told_of_before_it_is_recorded(client: FlaskClient, page: Page, store: Store) -> None:
    client.post("/advisor/candidates/C01/refer/V01", data=REFERRAL)
    again = client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, "reason": "Once more"})
    assert "was put forward for this vacancy before" in again.text
    assert "Kind and punctual" in again.text
    assert "Once more" in again.text
    assert len(store.referrals()) == 1
    assert 'name="again"' in page("/advisor/candidates/C01/refer/V01")
    client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, "again": "yes"})
    assert len(store.referrals()) == 2
    assert len(store.outcomes()) == 1


def test_nobody_is_put_forward_for_a_vacancy_that_waits_for_review(client: FlaskClient, store: Store) -> None:
    store.standings.post("V01", None, sex_required="female", sex_reason="Intimate care")
    assert client.get("/advisor/candidates/C01/refer/V01").status_code == 404
    assert client.post("/advisor/candidates/C01/refer/V01", data=REFERRAL).status_code == 404
    assert client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"}).status_code == 404
    assert (store.referrals(), store.shortlist("C01")) == ([], [])


def test_what_is_set_aside_and_taken_off_is_recorded_with_its_vacancy(client: FlaskClient, store: Store) -> None:
    for _ in range(2):
        told = client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01"}, follow_redirects=True).text
    assert "is on the short list already" in told
    client.post("/advisor/candidates/C01/shortlist", data={"vacancy": "V01", "action": "remove"})
    assert store.audit.count(action="shortlisted", candidate_id="C01", vacancy_id="V01") == 1
    assert store.audit.count(action="unshortlisted", candidate_id="C01", vacancy_id="V01") == 1


# The list.


def test_referrals_whose_date_has_passed_are_marked_overdue_and_come_first(page: Page, store: Store) -> None:
    _three_referrals(store)
    text = page("/advisor/referrals")
    assert text.index("sooner") < text.index("later") < text.index("settled")
    assert text.count(">Overdue</strong>") == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("next=overdue", {"sooner"}),
        ("next=waiting", {"sooner", "later"}),
        ("next=nothing", {"settled"}),
        ("whose=mine", {"later", "settled"}),
        ("whose=mine&next=waiting", {"later"}),
        ("whose=nobody&next=whatever", {"sooner", "later", "settled"}),
    ],
)
def test_the_list_is_narrowed_to_mine_waiting_and_overdue(
    client: FlaskClient, page: Page, store: Store, query: str, shown: set[str]
) -> None:
    client.get("/advisor/referrals")  # so that the account is there
    advisor = an_account(store, AccountRole.ADVISOR)
    _three_referrals(store)
    store.cases.assign("C03", advisor.id, None)
    text = page(f"/advisor/referrals?{query}")
    assert {word for word in ("sooner", "later", "settled") if f">{word}<" in text} == shown


def test_a_filter_that_fits_nothing_says_so_and_an_empty_list_what_to_do(page: Page, store: Store) -> None:
    assert "Nobody has been put forward yet" in page("/advisor/referrals")
    store.add_referral("C02", "V01", "Jo", "later", "ring", date(2026, 12, 1))
    store.add_referral("C02", "V02", "A advisor", "mine", None, None)
    assert "No referral is like that" in page("/advisor/referrals?whose=mine&next=waiting")


def test_referrals_of_another_teams_people_are_not_listed(app: Flask, store: Store) -> None:
    app.test_client_class = FlaskClient
    store.cases.assign("C01", None, "Durham")
    store.add_referral("C01", "V01", "Jo", "elsewhere")
    store.upsert_outcomes([Outcome("C01", "V01", Stage.STARTED, date(2026, 1, 1))])
    client = signed_in(app, an_account(store, AccountRole.ADVISOR, "leeds@example.org", team="Leeds"))
    assert "elsewhere" not in client.get("/advisor/referrals").text
    assert "C01" not in client.get("/advisor/outcomes.csv").text
    assert "Nobody is due" in client.get("/advisor/check-ins").text
    assert client.get(PAIR).status_code == 404
    assert client.post(PAIR, data={"stage": "offered"}).status_code == 404


# What happens next.


def test_the_next_action_is_changed_and_done(client: FlaskClient, page: Page, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo", "kind", "ring", date(2026, 11, 1))
    assert "Overdue" in page(PAIR)
    client.post(f"{PAIR}/next", data={"next_action": "Visit", "next_date": "2026-12-01"})
    assert (store.referrals()[0].next_action, store.referrals()[0].next_date) == ("Visit", date(2026, 12, 1))
    client.post(f"{PAIR}/next", data={"step": "done"})
    assert (store.referrals()[0].next_action, store.referrals()[0].next_date) == (None, None)
    assert "Nothing is left to do" in page(PAIR)
    assert store.audit.count(action="outcome", candidate_id="C01", vacancy_id="V01") == 2


def test_a_next_action_in_the_past_is_refused_and_kept_on_the_page(client: FlaskClient, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo", "kind", "ring", date(2026, 12, 1))
    text = client.post(f"{PAIR}/next", data={"next_action": "Visit", "next_date": "1/11/2026"}).text
    assert "<title>Error: " in text
    assert "is in the past" in text
    assert 'value="Visit"' in text
    assert store.referrals()[0].next_action == "ring"


# How it went.


def test_stages_become_a_story_in_the_order_of_their_dates(client: FlaskClient, page: Page, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo", "kind")
    for stage, day in (("offered", "20/11/2026"), ("referred", "1/11/2026"), ("interviewed", "10/11/2026")):
        assert client.post(PAIR, data={"stage": stage, "reached_on": day}).location.endswith(PAIR)
    story = re.search(r'<ol class="cm-timeline">(.*?)</ol>', page(PAIR), re.DOTALL)
    assert story is not None
    assert re.findall(r"<b>(.*?)</b>", story[1]) == ["Referred", "Interviewed", "Offered the post"]
    assert store.audit.count(action="outcome", candidate_id="C01", vacancy_id="V01", detail="offered") == 1


def test_a_stage_may_have_no_date(client: FlaskClient, page: Page, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo", "kind")
    client.post(PAIR, data={"stage": "interviewed", "reached_on": "3/11/2026"})
    client.post(PAIR, data={"stage": "interviewed", "reached_on": ""})
    assert store.outcomes() == [Outcome("C01", "V01", Stage.INTERVIEWED, None)]
    assert "date not known" in page(PAIR)


@pytest.mark.parametrize(
    ("sent", "said", "field"),
    [
        ({"stage": "offered", "reached_on": "23/11/2026"}, "is still to come", "reached_on"),
        ({"stage": "offered", "reached_on": "soon"}, "write the date as", "reached_on"),
        ({"reached_on": "1/11/2026"}, "Choose what happened", "stage"),
        ({"stage": "promoted", "reached_on": "1/11/2026"}, "Choose what happened", "stage"),
    ],
)
def test_a_faulty_outcome_is_named_and_nothing_is_written(
    client: FlaskClient, store: Store, sent: dict[str, str], said: str, field: str
) -> None:
    store.add_referral("C01", "V01", "Jo", "kind")
    text = client.post(PAIR, data=sent).text
    assert "<title>Error: " in text
    assert said in text
    assert f'href="#{field}' in text
    assert store.outcomes() == []


def test_a_wrong_stage_is_taken_out_again(client: FlaskClient, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo", "kind")
    store.upsert_outcomes([Outcome("C01", "V01", stage, DAY) for stage in (Stage.REFERRED, Stage.STARTED)])
    client.post(f"{PAIR}/remove", data={"stage": "started"})
    assert [one.stage for one in store.outcomes()] == [Stage.REFERRED]
    for stage in ("started", "nonsense", ""):
        assert client.post(f"{PAIR}/remove", data={"stage": stage}).status_code == 302
    assert store.audit.count(detail="taken out: started") == 1


def test_dates_that_run_backwards_are_remarked_on_and_kept(client: FlaskClient, page: Page, store: Store) -> None:
    store.add_referral("C01", "V01", "Jo", "kind")
    client.post(PAIR, data={"stage": "interviewed", "reached_on": "1/11/2026"})
    client.post(PAIR, data={"stage": "referred", "reached_on": "10/11/2026"})
    assert "“Interviewed” (1 November 2026) comes before “referred” (10 November 2026)." in page(PAIR)
    assert len(store.outcomes()) == 2
    client.post(PAIR, data={"stage": "in_post_3m", "reached_on": "20/11/2026"})
    assert "must have started once" in page(PAIR)


def test_nothing_happened_before_the_referral_but_an_earlier_referral(client: FlaskClient, store: Store) -> None:
    client.post("/advisor/candidates/C01/refer/V01", data=REFERRAL)
    text = client.post(PAIR, data={"stage": "in_post_6m", "reached_on": "1/1/2020"}).text
    assert "<title>Error: " in text
    assert "01/01/2020 is before the referral of 22/11/2026" in text
    assert [one.stage for one in store.outcomes()] == [Stage.REFERRED]
    client.post(PAIR, data={"stage": "referred", "reached_on": "1/1/2020"})
    client.post(PAIR, data={"stage": "started", "reached_on": "1/2/2020"})
    assert [one.stage for one in store.outcomes()] == [Stage.REFERRED, Stage.STARTED]


def test_an_ending_and_progress_that_do_not_go_together_are_kept_once_somebody_is_sure(
    client: FlaskClient, store: Store
) -> None:
    store.upsert_outcomes([Outcome("C01", "V01", Stage.NOT_SELECTED, DAY)])
    sent = {"stage": "in_post_6m", "reached_on": "22/11/2026"}
    text = client.post(PAIR, data=sent).text
    assert "<title>Error: " in text
    assert "does not go with “still in post at 6 months” (22 November 2026)" in text
    assert 'name="sure" value="in_post_6m"' in text
    assert [one.stage for one in store.outcomes()] == [Stage.NOT_SELECTED]
    client.post(PAIR, data={**sent, "sure": "started"})
    assert len(store.outcomes()) == 1
    client.post(PAIR, data={**sent, "sure": "in_post_6m"})
    assert len(store.outcomes()) == 2


def test_a_date_without_its_year_is_the_next_such_day(client: FlaskClient, store: Store) -> None:
    for typed, read in (("31 Jan", date(2027, 1, 31)), ("30 nov", date(2026, 11, 30)), ("22nd November", DAY)):
        client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, "next_date": typed, "again": "yes"})
        assert store.referrals()[-1].next_date == read, typed
    text = client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, "next_date": "31 Feb", "again": "y"}).text
    assert "there is no such day" in text or "write the date as" in text
    assert 'value="31 Feb"' in text


def test_the_form_of_a_referral_has_the_job_and_whom_to_ask_and_says_when_it_is_not_now(
    page: Page, engine: Engine, store: Store
) -> None:
    vacancies = store.vacancies()
    ranked = engine.match_candidate(store.candidate("C01"), vacancies, k=100, as_of=DAY)
    usual = {"place", "shifts", "dbs", "vehicle"}
    out = next(one for one in ranked.not_now if {gate.gate for gate in one.gates} <= usual)
    text = unescape(page(f"/advisor/candidates/C01/refer/{out.vacancy}"))
    assert out.because in text
    assert str(store.vacancy(out.vacancy).contact) in text
    assert "Hours a week" in text
    assert ">Not now</strong>" not in page("/advisor/candidates/C01/refer/V01")


def test_a_pair_that_was_never_brought_together_has_no_page(client: FlaskClient, store: Store) -> None:
    assert client.get(PAIR).status_code == 404
    assert client.post(PAIR, data={"stage": "started", "reached_on": "1/11/2026"}).status_code == 404
    assert client.post(f"{PAIR}/next", data={"step": "done"}).status_code == 404
    assert store.outcomes() == []


def test_who_started_three_months_ago_is_due_until_the_answer_is_written_down(
    client: FlaskClient, page: Page, store: Store
) -> None:
    store.upsert_outcomes([Outcome("C01", "V01", Stage.STARTED, date(2026, 8, 20))])
    store.upsert_outcomes([Outcome("C02", "V01", Stage.STARTED, date(2026, 9, 20))])
    text = page("/advisor/check-ins")
    assert "Amina Okafor" in text
    assert "20 November 2026" in text
    assert "1 check-in<" in text
    assert "Check-ins due (1)" in page("/advisor/referrals")
    sent = {"stage": "in_post_3m", "reached_on": "2026-11-20", "back": "check-ins"}
    assert client.post(PAIR, data=sent).location.endswith("/advisor/check-ins")
    assert "Nobody is due" in page("/advisor/check-ins")


def test_outcomes_leave_as_a_file_that_comes_back_in_and_everybody_in_it_is_told(
    client: FlaskClient, store: Store, engine: Engine, tmp_path: str
) -> None:
    kept = [Outcome("C01", "V01", Stage.REFERRED, DAY), Outcome("C02", "V01", Stage.WITHDREW, None)]
    store.upsert_outcomes(kept)
    answer = client.get("/advisor/outcomes.csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows == [
        ["candidate", "vacancy", "stage", "date"],
        ["C01", "V01", "referred", "2026-11-22"],
        ["C02", "V01", "withdrew", ""],
    ]
    assert store.audit.count(action="listed") == 2
    for one in kept:
        store.remove_outcome(one.candidate, one.vacancy, one.stage)
    file = tmp_path / "outcomes.csv"  # type: ignore[operator]
    file.write_bytes(answer.data)
    context = ImportContext(store, engine.taxonomy, engine.gazetteer, tmp_path / "rejects.csv")  # type: ignore[operator]
    assert import_outcomes(file, context).added == 2
    assert store.outcomes() == kept


def test_what_people_type_in_referrals_is_never_read_as_html(client: FlaskClient) -> None:
    nasty = "<script>alert(1)</script>"
    client.post("/advisor/candidates/C01/refer/V01", data={**REFERRAL, "reason": nasty, "next_action": nasty})
    for address in ("/advisor/referrals", PAIR, "/advisor/candidates/C01/refer/V01"):
        assert "<script>alert" not in client.get(address).text


def _three_referrals(store: Store) -> None:
    store.add_referral("C03", "V01", "Jo", "settled")
    store.add_referral("C02", "V01", "A advisor", "later", "ring", date(2026, 12, 1))
    store.add_referral("C01", "V01", "Jo", "sooner", "ring", date(2026, 11, 1))
