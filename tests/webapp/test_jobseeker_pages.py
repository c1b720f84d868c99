"""A jobseeker on their own pages: what is next, details, strengths, vacancies, saved, pathways, ceiling."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from signing_in import an_account, signed_in

from matcher.domain import Account, AccountRole, Candidate
from matcher.store import Person, Store
from webapp.forms.profile import SECTIONS

Page = Callable[..., str]
Own = Callable[..., str]
FIELDS = [name for section in SECTIONS.values() for name in section.fields] + ["usual_times"]


@pytest.fixture
def account(store: Store) -> Account:
    return an_account(store, AccountRole.JOBSEEKER, "amina@example.org", candidate_id="C01")


@pytest.fixture
def me(app: Flask, account: Account) -> FlaskClient:
    """A browser in which Amina Okafor (C01) is signed in."""
    return _without_help(signed_in(app, account))


@pytest.fixture
def own(me: FlaskClient) -> Own:
    """The words of a page of hers."""

    def get(address: str) -> str:
        answer = me.get(address)
        assert answer.status_code == 200, answer.text
        return _said(answer.text)

    return get


def test_the_start_page_says_one_next_thing_and_lists_the_sections_with_their_status(own: Own) -> None:
    said = own("/me/")
    assert "What is next" in said
    assert re.search(r"Home and travel Done", said)
    assert re.search(r"Qualifications Begun", said)


def test_who_has_told_nothing_is_asked_where_they_live_first(me: FlaskClient, store: Store, account: Account) -> None:
    store.upsert_candidates([(Candidate(id="BLANK"), Person())])
    store.accounts.link_candidate(account.id, "BLANK")
    assert "Say where you live and how you travel" in _said(me.get("/me/").text)


def test_the_start_page_shows_the_three_best(me: FlaskClient) -> None:
    assert me.get("/me/").text.count('class="cm-card"') == 3


def test_a_vacancy_is_saved_from_the_start_page_which_comes_back_and_says_so(me: FlaskClient, store: Store) -> None:
    best = re.search(r'action="/me/vacancies/(\w+)/save"', me.get("/me/").text).group(1)  # type: ignore[union-attr]
    answer = me.post(f"/me/vacancies/{best}/save", data={"back": "start"})
    assert answer.location == "/me/"
    assert best in store.shortlist("C01")
    assert f'action="/me/vacancies/{best}/take-off"' in me.get("/me/").text


def test_an_answer_is_kept_and_written_down_as_their_own_deed(me: FlaskClient, store: Store) -> None:
    answers = {"postcode": "LS9 7TF", "travel_mode": "car", "max_travel_minutes": "30"}
    answer = me.post("/me/details/travel", data=answers)
    assert answer.status_code == 302
    record = store.candidate("C01")
    assert (record.travel_mode, record.max_travel_minutes) == ("car", 30)
    entry = store.audit.entries(candidate_id="C01", action="own")[0]
    assert (entry.role, entry.detail) == ("jobseeker", "changed home and travel")


def test_an_emptied_box_takes_an_answer_back(me: FlaskClient, store: Store) -> None:
    assert store.candidate("C01").max_travel_minutes == 45
    me.post("/me/details/travel", data={"postcode": "LS9 7TF", "max_travel_minutes": ""})
    assert store.candidate("C01").max_travel_minutes is None


@pytest.mark.parametrize("step", ["travel", "background", "skills", "times", "checks", "qualifications"])
def test_a_section_sent_back_as_it_came_changes_nothing(me: FlaskClient, store: Store, step: str) -> None:
    before = store.candidate("C01")
    assert me.post(f"/me/details/{step}", data=_filled(me.get(f"/me/details/{step}").text)).status_code == 302
    assert store.candidate("C01") == before
    assert store.audit.count(candidate_id="C01") == 0


def test_what_cannot_be_read_is_said_and_kept_on_the_page(me: FlaskClient, store: Store) -> None:
    text = me.post("/me/details/times", data={"hours_min": "many", "hours_max": "30"}).text
    assert "<title>Error: " in text
    assert "Fewest hours a week: write one number of hours a week" in _said(text)
    assert 'value="many"' in text
    assert store.candidate("C01").hours_min == 16


def test_hours_that_cannot_be_true_together_are_said_in_the_words_of_the_page(me: FlaskClient) -> None:
    said = _said(me.post("/me/details/times", data={"hours_min": "40", "hours_max": "20"}).text)
    assert "‘Fewest hours a week’ 40 is above ‘Most hours a week’ 20" in said


def test_an_unknown_section_is_not_there(me: FlaskClient) -> None:
    assert me.get("/me/details/nothing").status_code == 404


def test_vacancies_say_why_in_one_sentence_and_how_long_it_takes(own: Own) -> None:
    said = own("/me/vacancies")
    assert "that it asks for" in said
    assert "minutes each way" in said
    assert re.search(r"(Strong|Good|Possible) match \d+ points", said)


def test_filters_stand_in_the_address_and_can_be_undone(me: FlaskClient) -> None:
    text = me.get("/me/vacancies").text
    role, count = re.search(r'<option value="([\w-]+)">[^<]*\((\d+)\)', text).groups()  # type: ignore[union-attr]
    narrowed = me.get(f"/me/vacancies?role={role}").text
    assert f'<option value="{role}" selected>' in narrowed
    assert re.search(rf"\b{count} vacanc", _said(narrowed))
    assert "Show all" in narrowed
    near = me.get("/me/vacancies?minutes=15").text
    assert all(int(n) <= 15 for n in re.findall(r"<li>(\d+) minutes each way", near))


def test_a_filter_that_leaves_nothing_says_so_and_leads_back(own: Own) -> None:
    assert "Show all" in own("/me/vacancies?role=no-such-role")


def test_one_vacancy_shows_every_reason_and_how_to_apply(own: Own) -> None:
    said = own("/me/vacancies/V01")
    assert "Apply on the employer’s own page" in said
    assert "Where the points come from" in said
    assert "Skills the role needs You have" in said
    assert "What to arrange" in said
    assert "the employer usually pays" in said


def test_the_advisor_who_looks_after_them_is_named(own: Own, store: Store) -> None:
    advisor = an_account(store, AccountRole.ADVISOR, "priya@example.org")
    store.cases.assign("C01", advisor.id, None)
    assert "ask A advisor, your advisor: priya@example.org" in own("/me/vacancies/V01")


def test_a_vacancy_is_saved_and_taken_off_and_each_is_written_down(me: FlaskClient, store: Store, own: Own) -> None:
    me.post("/me/vacancies/V01/save")
    assert store.shortlist("C01") == ["V01"]
    assert "Care assistant" in own("/me/saved")
    me.post("/me/vacancies/V01/take-off", data={"back": "saved"})
    assert store.shortlist("C01") == []
    assert "You have saved nothing yet" in own("/me/saved")
    deeds = [entry.detail for entry in store.audit.entries(candidate_id="C01")]
    assert deeds == ["took a vacancy off", "saved a vacancy"]


def test_a_press_on_the_list_leads_back_to_the_same_place_of_it(me: FlaskClient) -> None:
    pressed = {"back": "list", "at": "3", "page": "2", "minutes": "45", "role": "care-worker"}
    for deed in ("save", "not-for-me"):
        answer = me.post(f"/me/vacancies/V01/{deed}", data=pressed)
        assert answer.location == "/me/vacancies?role=care-worker&minutes=45&page=2#v3"


def test_not_for_me_leaves_it_out_tells_nobody_and_can_be_undone(me: FlaskClient, store: Store, own: Own) -> None:
    me.post("/me/vacancies/V01/save")
    me.post("/me/vacancies/V01/not-for-me")
    assert store.declined.of("C01") == {"V01"}
    assert "You have saved nothing yet" in own("/me/saved")
    assert "/me/vacancies/V01" not in _every_page(me)
    assert not [entry for entry in store.audit.entries(candidate_id="C01") if "not" in (entry.detail or "")]
    assert "Care assistant Roundhay Lodge" in own("/me/not-for-me")
    me.post("/me/vacancies/V01/for-me")
    assert "/me/vacancies/V01" in _every_page(me)


def test_not_for_me_takes_nothing_off_the_short_list_that_an_advisor_reads(me: FlaskClient, store: Store) -> None:
    store.shortlist_add("C01", "V01")
    me.post("/me/vacancies/V01/not-for-me")
    assert store.shortlist("C01") == ["V01"]
    assert "/me/vacancies/V01/take-off" not in me.get("/me/vacancies/V01").text


def test_held_vacancies_are_not_there(me: FlaskClient, store: Store) -> None:
    store.upsert_vacancies([store.vacancy("V01").model_copy(update={"min_age": 25, "min_age_reason": "A wish."})])
    store.standings.post("V01", by=None)
    assert "/me/vacancies/V01" not in _every_page(me)
    for address in ("", "/save", "/take-off", "/not-for-me", "/for-me"):
        method = me.post if address else me.get
        assert method(f"/me/vacancies/V01{address}").status_code == 404
    me.get("/me/vacancies/V01")
    assert store.shortlist("C01") == []


def test_a_ceiling_warns_of_what_could_pay_more_and_moves_nothing(me: FlaskClient, store: Store, own: Own) -> None:
    before = re.findall(r"/me/vacancies/(\w+)\"", me.get("/me/vacancies").text)
    assert "For you alone" not in own("/me/vacancies/V01")
    me.post("/me/ceiling", data={"ceiling": "£150"})
    assert "this could pay £495, above your own ceiling of £150" in own("/me/vacancies/V01")
    assert re.findall(r"/me/vacancies/(\w+)\"", me.get("/me/vacancies").text) == before
    me.post("/me/ceiling", data={"ceiling": ""})
    assert store.own.get("C01").weekly_ceiling_gbp is None


def test_nobody_else_reads_the_ceiling(me: FlaskClient, store: Store, app: Flask) -> None:
    me.post("/me/ceiling", data={"ceiling": "151.25"})
    advisor = signed_in(app, an_account(store, AccountRole.ADVISOR))
    assert "151.25" not in advisor.get("/advisor/candidates/C01").text
    assert store.audit.count(candidate_id="C01", action="own") == 0


@pytest.mark.parametrize("sum_", ["much", "-5", "0", "1e9", "nan", "٣"])
def test_what_is_no_ceiling_is_refused(me: FlaskClient, store: Store, sum_: str) -> None:
    assert "<title>Error: " in me.post("/me/ceiling", data={"ceiling": sum_}).text
    assert store.own.get("C01").weekly_ceiling_gbp is None


def test_caring_is_a_strength_before_any_skill_of_it_is_named(own: Own, store: Store) -> None:
    told = {"skills": ("public-speaking",), "prior_sector": ("unpaid-caring",), "skill_evidence": ()}
    store.replace_candidate(store.candidate("C01").model_copy(update=told))
    said = own("/me/strengths")
    assert "From looking after somebody" in said
    assert "learnt this way, and counted in part: " in said


def test_skills_that_come_from_nowhere_in_particular_are_not_called_more_of_them(own: Own, store: Store) -> None:
    blank = {"skills": ("public-speaking",), "prior_sector": None, "prior_occupation": None, "skill_evidence": ()}
    store.replace_candidate(store.candidate("C01").model_copy(update=blank))
    assert "Also yours" not in own("/me/strengths")
    assert "What you can do" in own("/me/strengths")


def test_strengths_are_grouped_by_where_they_come_from(own: Own, store: Store) -> None:
    told = {
        "prior_sector": ("retail", "unpaid-caring"),
        "skills": ("personal-care", "customer-service", "first-aid"),
        "skill_evidence": ("first-aid: certified 2024-05",),
    }
    store.replace_candidate(Candidate(**{**dict(store.candidate("C01")), **told}))
    said = own("/me/strengths")
    groups = (
        "From courses Giving first aid",
        "From looking after somebody Helping with personal care",
        "From work Serving customers",
    )
    assert sorted(groups, key=said.index) == list(groups)
    assert re.search(r"Helping with personal care \d+ vacanc(y asks|ies ask) for it", said)


def test_somebody_without_skills_is_told_what_counts(own: Own, store: Store) -> None:
    store.replace_candidate(store.candidate("C01").model_copy(update={"skills": None, "skill_evidence": ()}))
    assert "You may be surprised at what you know" in own("/me/strengths")


@pytest.mark.parametrize("target", ["", "senior-care-worker", "registered-manager", "V01"])
def test_pathways_are_drawn_and_speak_to_the_reader(me: FlaskClient, target: str) -> None:
    text = me.get(f"/me/pathways?target={target}").text
    assert "<svg" in text
    assert "You are here:" in text
    assert re.findall(r"(?i)[^.]*\b(?:they|them|by the person|nobody has asked|ask what)\b[^.]*", _main(text)) == []


def test_a_pathway_to_nowhere_says_why_there_is_none(own: Own) -> None:
    assert "nonsense" in own("/me/pathways?target=nonsense")


def test_who_has_no_record_sees_a_kind_page_and_can_begin(me: FlaskClient, store: Store, account: Account) -> None:
    store.remove(candidates=["C01"])
    for page in ("", "details/travel", "strengths", "vacancies", "saved", "not-for-me", "pathways", "ceiling"):
        assert "We hold no details of yours" in me.get(f"/me/{page}").text
    me.post("/me/begin")
    mine = store.accounts.get(account.id).candidate_id
    assert mine
    assert not store.cases.get(mine).shared
    assert "What is next" in me.get("/me/").text


def test_nothing_speaks_of_them_in_the_third_person(me: FlaskClient) -> None:
    addresses = ["/me/", "/me/vacancies", "/me/strengths", *(f"/me/vacancies/V{n:02d}" for n in range(1, 15))]
    answers = [me.get(address) for address in addresses]
    said = " ".join(_said(answer.text) for answer in answers if answer.status_code == 200)
    assert re.findall(r"(?i)[^.]*\b(?:nobody has asked|the person|the candidate)\b[^.]*", said) == []


@pytest.mark.parametrize("role", [AccountRole.ADVISOR, AccountRole.PROVIDER, AccountRole.ADMIN])
def test_no_other_role_opens_these_pages(app: Flask, store: Store, role: AccountRole) -> None:
    other = _without_help(signed_in(app, an_account(store, role)))
    assert {other.get(f"/me/{page}").status_code for page in ("", "vacancies", "saved", "ceiling")} == {403}


TYPED = st.characters(exclude_characters="\0", codec="utf-8")
"""Whatever can be typed; a null character, which cannot, is refused before any page is asked."""


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    step=st.sampled_from(["travel", "background", "skills", "times", "checks", "qualifications"]),
    fields=st.dictionaries(
        st.sampled_from(FIELDS),
        st.lists(st.text(TYPED, max_size=30) | st.sampled_from(["40", "mon-fri early", "retail", "none"]), max_size=2),
    ),
)
def test_whatever_is_sent_to_a_section_gets_an_answer(me: FlaskClient, step: str, fields: dict[str, list[str]]) -> None:
    assert me.post(f"/me/details/{step}", data=fields).status_code in {200, 302}


@pytest.mark.parametrize("query", ["page=-1", "page=x", "role=%00", "minutes=²", "role=a&role=b", f"minutes={9**50}"])
def test_whatever_the_address_asks_for_there_is_a_page(me: FlaskClient, query: str) -> None:
    assert me.get(f"/me/vacancies?{query}").status_code in {200, 400}


def _without_help(client: FlaskClient) -> FlaskClient:
    """The browser as it is signed in, and not as whoever may open the page."""
    client._sign_in_for = lambda _address: None  # type: ignore[attr-defined]
    return client


def _every_page(me: FlaskClient) -> str:
    texts, number = [me.get("/me/vacancies").text], 2
    while f"page={number}" in texts[-1]:
        texts.append(me.get(f"/me/vacancies?page={number}").text)
        number += 1
    return " ".join(texts)


def _filled(text: str) -> dict[str, list[str]]:
    """What a browser would send of a form as it stands."""
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = (re.search(rf'\b{part}="([^"]*)"', tag) for part in ("name", "value"))
        is_box = 'type="checkbox"' in tag or 'type="radio"' in tag
        if name and (not is_box or " checked" in tag):
            sent.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for name, body in re.findall(r'<textarea[^>]*\bname="([^"]+)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        sent[name] = [unescape(body).strip()]
    return sent


def _main(text: str) -> str:
    return _said(text[text.index("<main") : text.index("</main>")])


def _said(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
