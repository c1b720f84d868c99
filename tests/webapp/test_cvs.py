"""An advisor has a CV read, ticks what is right, and matches somebody or adds them."""

import io
import logging
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from unittest import mock

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from fpdf import FPDF
from itsdangerous import URLSafeTimedSerializer
from signing_in import an_account
from werkzeug.datastructures import MultiDict

from matcher.domain import AccountRole, format_evidence
from matcher.store import Store
from matcher.text.cvs import CvDraft, Fact
from webapp.forms.cv_travel import TravellingDraft, pack

Page = Callable[..., str]

CV = """Maureen Tattersall
27 Bilberry Rise, Leeds LS9 7TF
Tel: 07700 900417
Date of birth: 14/05/1968

I had depression in 2012. I hold a full clean driving licence.

Employment History
Care Assistant, Elm House, January 2019 - March 2021
Personal care, giving medication, moving and handling

Sales Assistant, Quickshop, March 2010 - June 2015
- Serving customers on the tills

Education and Training
2015 Level 2 Food Hygiene
Currently studying for Level 3 Diploma in Adult Care
"""
SECRETS = ("Maureen", "Tattersall", "Bilberry", "900417", "1968", "depression", "2012")


def test_the_caseload_and_the_page_to_add_somebody_lead_to_the_page(page: Page) -> None:
    assert 'href="/advisor/cv"' in page("/advisor/new")
    assert 'href="/advisor/cv"' in page("/advisor/candidates")
    assert 'href="/privacy"' in page("/advisor/cv")


def test_a_cv_becomes_boxes_with_the_words_each_came_from(client: FlaskClient, store: Store) -> None:
    text = _read(client, CV)
    said = _said(text)
    assert "Nothing has been stored." in said
    assert "Care Assistant, Elm House January 2019 to March 2021 (2 years 3 months)." in said
    assert "Sector: Social care" in said
    assert "Helping with personal care Last used 2021, by the jobs that show it From the CV: “Personal care”" in said
    assert "Postcode LS9 7TF From the CV: “LS9 7TF”" in said
    assert {"job:1", "job:2", "skill:personal-care", "fact:postcode", "fact:driving_licence"} <= set(_ticks(text))
    assert len(store.candidates()) == 32


def test_what_is_not_held_yet_is_not_ticked_and_says_why(client: FlaskClient) -> None:
    text = _read(client, CV)
    assert "Being studied for, planned or not finished" in _said(text)
    assert not [key for key in _ticks(text) if "3" in key and key.startswith("qualification")]


def test_what_must_not_count_is_counted_by_kind_and_never_shown(client: FlaskClient) -> None:
    text = _read(client, CV)
    assert "1 passage about health" in _said(text)
    assert "1 passage about names" in _said(text)
    assert [secret for secret in SECRETS if secret in text] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("I looked after my mum for six years.", "Caring for a relative or friend Unpaid caring. 6 years."),
        ("Cook, Elm House, May 2020 to present", "May 2020 to now ("),
        ("Cook, Elm House, 2015 - 2017", "2015 to 2017 (about 2 years)."),
        ("I can work mornings, Monday to Friday.", "Can work – Monday to Friday: early shifts"),
    ],
)
def test_every_kind_of_work_and_answer_is_said_in_words(client: FlaskClient, words: str, said: str) -> None:
    assert said in _said(_read(client, words))


def test_a_long_stretch_of_a_cv_is_cut_short_with_dots(client: FlaskClient) -> None:
    text = _said(_read(client, f"I can work mornings {'and gladly so ' * 30}from Monday to Friday."))
    quotes = re.findall("From the CV: “([^”]*)”", text)
    assert quotes
    assert max(map(len, quotes)) <= 201
    assert any(quote.endswith("…") for quote in quotes)


def test_times_without_work_are_on_the_first_page_alone(client: FlaskClient, store: Store) -> None:
    text = _read(client, CV)
    gap = "between June 2015 and January 2019"
    assert gap in _said(text).split("For you alone")[1]
    checked = _send(client, text, step="check")
    changed = _send(client, checked, step="change")
    matched = _send(client, checked, step="matches")
    assert [gap in _said(page) for page in (checked, changed, matched)] == [False, False, False]
    _send(client, checked, step="add")
    assert gap not in client.get(f"/advisor/candidates/{_field(checked, 'id')}").text
    assert "gap" not in repr(store.candidate(_field(checked, "id")))


def test_only_what_is_ticked_is_used(client: FlaskClient, store: Store) -> None:
    text = _read(client, CV)
    kept = [key for key in _ticks(text) if key not in {"skill:medication-administration", "job:1", "fact:postcode"}]
    checked = _send(client, text, step="check", tick=kept)
    assert "helping with personal care" in _said(checked)
    assert "giving medicines" not in _said(checked)
    _send(client, checked, step="add")
    added = store.candidate(_field(checked, "id"))
    assert "medication-administration" not in (added.skills or ())
    assert (added.prior_occupation, added.postcode, added.place) == ("sales-assistant", None, None)


def test_somebody_is_added_with_the_name_that_was_typed_and_no_word_of_the_cv(
    client: FlaskClient, store: Store
) -> None:
    text = _read(client, CV)
    checked = _send(client, text, step="check", name="Mo T", contact="07700 900555")
    assert len(store.candidates()) == 32, "nothing is stored before it is asked for"
    answer = client.post("/advisor/cv/draft", data=_form(checked) | {"step": "add"})
    identifier = _field(checked, "id")
    assert answer.location.endswith(f"/advisor/candidates/{identifier}")
    assert "Mo T is in your caseload" in client.get(answer.location).text
    added = store.candidate(identifier)
    assert (store.person(identifier).name, store.person(identifier).contact) == ("Mo T", "07700 900555")
    assert (added.prior_occupation, added.experience_months, added.postcode) == ("care-assistant", 27, "LS9 7TF")
    assert (added.driving_licence, added.about) == (True, None)
    assert not [word for word in (*SECRETS, "Elm House", "Quickshop") if word in repr(added)]


def test_who_is_added_from_a_cv_is_in_the_care_of_the_advisor_and_it_is_recorded(
    client: FlaskClient, store: Store
) -> None:
    checked = _send(client, _read(client, CV), step="check")
    assert store.audit.count(action="added") == 0
    _send(client, checked, step="add")
    identifier = _field(checked, "id")
    assert store.cases.get(identifier).advisor_id == an_account(store, AccountRole.ADVISOR).id
    assert store.audit.count(action="added", candidate_id=identifier) == 1


def test_a_name_that_is_there_already_is_told_of(client: FlaskClient) -> None:
    draft = _read(client, CV)
    assert "in the caseload already" in _send(client, draft, step="check", name="Amina Okafor")
    assert "in the caseload already" not in _send(client, draft, step="check", name="Amina")


def test_from_a_pasted_cv_to_the_first_matches_are_five_pages(client: FlaskClient) -> None:
    caseload = client.get("/advisor/candidates").text
    assert 'href="/advisor/cv"' in caseload
    draft = _read(client, CV)
    checked = _send(client, draft, step="check")
    matches = client.post("/advisor/cv/draft", data=_form(checked) | {"step": "add"}, follow_redirects=True).text
    assert "of 100 points" in matches
    assert len([caseload, client.get("/advisor/cv").text, draft, checked, matches]) == 5


def test_who_is_added_without_a_name_is_asked_for_one(client: FlaskClient, store: Store) -> None:
    checked = _send(client, _read(client, CV), step="check")
    assert "What is this person called?" in checked
    assert "What is this person called?" not in _send(client, _read(client, CV), step="check", name="Mo")
    before = set(store.candidate_ids())
    _send(client, checked, step="add", name="Mo T")
    (new,) = set(store.candidate_ids()) - before
    assert store.person(new).name == "Mo T"


def test_every_group_has_a_change_that_leads_back_to_it(client: FlaskClient) -> None:
    draft = _read(client, CV)
    checked = _send(client, draft, step="check")
    anchors = set(re.findall(r'formaction="/advisor/cv/draft#([a-z]+)"', checked))
    assert {"skills", "jobs", "place", "facts", "name"} <= anchors
    assert all(f'id="{anchor}"' in draft for anchor in anchors)


def test_adding_twice_adds_one(client: FlaskClient, store: Store) -> None:
    checked = _send(client, _read(client, CV), step="check")
    for _ in range(2):
        _send(client, checked, step="add")
    assert len(store.candidates()) == 33


def test_a_form_cannot_write_over_somebody_in_the_caseload(client: FlaskClient, store: Store) -> None:
    before = store.candidate("C01")
    _send(client, _read(client, CV), step="add", id="C01", name="Somebody Else")
    assert store.candidate("C01") == before
    assert store.person("C01").name != "Somebody Else"


def test_vacancies_are_ranked_for_somebody_who_is_not_stored(client: FlaskClient, store: Store) -> None:
    checked = _send(client, _read(client, CV), step="check")
    matched = _send(client, checked, step="matches")
    assert "of 100 points" in _said(matched)
    assert "Where the" in matched
    assert len(store.candidates()) == 32
    _send(client, checked, step="add")
    stored = client.get(f"/advisor/candidates/{_field(checked, 'id')}").text
    titles = re.compile(r'cm-muted">\d+\.</span> <a class="govuk-link" href="(/advisor/vacancies/[^"]+)')
    assert titles.findall(matched) == titles.findall(stored), "the ranking is that of the stored candidate"


def test_the_pages_of_the_ranking_keep_what_is_ticked(client: FlaskClient) -> None:
    matched = _send(client, _read(client, CV), step="matches")
    assert "?page=2" in matched
    second = client.post("/advisor/cv/draft?page=2", data=_form(matched) | {"step": "matches"}).text
    assert "page 2 of" in second
    assert _form(second).getlist("tick") == _form(matched).getlist("tick")


def test_change_brings_ticks_and_words_back(client: FlaskClient) -> None:
    text = _read(client, CV)
    checked = _send(client, text, step="check", tick=["skill:till-work"], name="Mo", postcode="LS8 5QA")
    changed = _send(client, checked, step="change")
    assert _ticks(changed) == ["skill:till-work"]
    assert (_field(changed, "name"), _field(changed, "postcode")) == ("Mo", "LS8 5QA")


def test_another_postcode_wins_over_that_of_the_cv(client: FlaskClient) -> None:
    checked = _send(client, _read(client, CV), step="check", postcode="ls8 5qa")
    assert "LS8 5QA" in _said(checked)
    assert "LS9 7TF" not in _said(checked)


def test_the_advisor_can_add_what_the_cv_does_not_say(client: FlaskClient, store: Store) -> None:
    text = _read(client, "xyzzy")
    assert "add them by hand" in _said(text)
    checked = _send(client, text, step="check", work="cook", skills="personal care\nunicycling")
    assert "Skills in other words, not counted unicycling" in _said(checked)
    _send(client, checked, step="add")
    added = store.candidate(_field(checked, "id"))
    assert (added.prior_occupation, added.skills) == ("cook", ("personal-care",))
    assert added.unlinked_skills == ("unicycling",)


def test_skills_of_earlier_jobs_say_when_they_were_last_used_and_keep_it(client: FlaskClient, store: Store) -> None:
    text = _read(client, CV)
    assert "Helping with personal care Last used 2021, by the jobs that show it" in _said(text)
    checked = _send(client, text, step="check")
    assert "helping with personal care (last used 2021)" in _said(checked)
    _send(client, checked, step="add")
    added = store.candidate(_field(checked, "id"))
    assert "personal-care: practised 2021-03" in [format_evidence(shown) for shown in added.skill_evidence]
    assert "(last used 2021)" in client.get(f"/advisor/candidates/{added.id}").text


def test_evidence_can_be_added_by_hand_and_what_is_named_by_hand_counts_as_it_is_said(
    client: FlaskClient, store: Store
) -> None:
    checked = _send(client, _read(client, CV), step="check", skills="personal care\nfirst aid [certified 2024-02]")
    _send(client, checked, step="add")
    added = store.candidate(_field(checked, "id"))
    shown = [format_evidence(one) for one in added.skill_evidence]
    assert "first-aid: certified 2024-02" in shown
    assert not [one for one in shown if one.startswith("personal-care")]
    assert {"personal-care", "first-aid"} <= set(added.skills)


def test_a_ticked_job_wins_over_work_added_by_hand(client: FlaskClient) -> None:
    checked = _send(client, _read(client, CV), step="check", work="cook")
    assert "Worked as Residential care home worker" in _said(checked)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"postcode": "LS99 9ZZ"}, "Postcode: 'LS99 9ZZ' was not found"),
        ({"postcode": "x" * 21}, "Another postcode: use 20 characters or fewer"),
        ({"name": "x" * 201}, "Name: use 200 characters or fewer"),
        ({"contact": "x" * 201}, "Contact: use 200 characters or fewer"),
    ],
)
def test_bad_answers_are_named_linked_and_kept(client: FlaskClient, typed: dict[str, str], said: str) -> None:
    wrong = _send(client, _read(client, CV), step="check", **typed)
    ((name, value),) = typed.items()
    assert "<title>Error: Tick what is right" in wrong
    assert said in unescape(wrong[wrong.index("error-summary") : wrong.index("<h1")])
    assert f'href="#{name}"' in wrong
    assert f'id="{name}"' in wrong
    assert _field(wrong, name) == value
    assert "skill:personal-care" in _ticks(wrong)


def test_evidence_of_a_month_that_there_is_not_is_named_where_it_was_typed(client: FlaskClient) -> None:
    wrong = _send(client, _read(client, CV), step="check", skills="cooking [practised 2019-13]")
    summary = unescape(wrong[wrong.index("error-summary") : wrong.index("<h1")])
    assert "More skills: 'cooking: practised 2019-13': there is no month 13" in summary
    assert 'href="#skills"' in wrong
    assert "cooking [practised 2019-13]</textarea>" in wrong


def test_hours_that_do_not_go_together_are_to_be_unticked(client: FlaskClient, app: Flask) -> None:
    facts = tuple(
        Fact(f"fact:{field}", field, hours, f"{hours:g} hours", 0, 8, f"{hours:g} hours", 0.7)
        for field, hours in (("hours_min", 30.0), ("hours_max", 16.0))
    )
    draft = CvDraft((), (), (), (), facts, (), (), (), date(2026, 11, 22))
    with app.test_request_context():
        sent = {"draft": pack(TravellingDraft(draft)), "tick": list(draft.ticked)}
    wrong = client.post("/advisor/cv/draft", data=sent).text
    assert "The hours that are ticked do not go together: untick one of them" in wrong
    assert 'href="#facts"' in wrong
    assert 'id="facts"' in wrong


@pytest.mark.parametrize("kind", ["pdf", "docx", "txt"])
def test_a_file_is_read_as_its_words_are(client: FlaskClient, kind: str) -> None:
    content = {"pdf": _pdf, "docx": _docx, "txt": str.encode}[kind](CV)
    text = _upload(client, content, f"cv.{kind}")
    assert {"job:1", "job:2", "skill:personal-care", "fact:postcode"} <= set(_ticks(text))
    assert [secret for secret in SECRETS if secret in text] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty: send the file that holds the CV."),
        (b"PK\x03\x04 nothing", "The file "),
        (b"%PDF-1.4 broken", "The file "),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file is a picture (PNG)"),
        (b"{\\rtf1 hello}", "The file is a rich text document (RTF)"),
        (b"x" * (10 * 2**20 + 1), "The file is larger than 10 MB"),
    ],
    ids=["empty", "zip", "broken", "picture", "rtf", "large"],
)
def test_a_file_that_cannot_be_read_says_what_to_do(client: FlaskClient, content: bytes, said: str) -> None:
    text = _upload(client, content, "cv.pdf")
    assert "<title>Error: Read a CV" in text
    assert said in unescape(text[text.index("error-summary") : text.index("<h1")])
    assert 'href="#file"' in text


def test_a_file_of_a_hundred_megabytes_is_refused_unread(client: FlaskClient) -> None:
    answer = client.post("/advisor/cv", data={"file": (io.BytesIO(bytes(100 * 2**20)), "cv.pdf")})
    assert answer.status_code == 413
    assert "<title>Error: Read a CV" in answer.text
    assert "larger than 10 MB" in answer.text


@pytest.mark.parametrize(
    ("form", "said", "field"),
    [
        ({}, "Choose the file of the CV, or paste its words below", "file"),
        ({"words": "a cook", "file": "too"}, "Choose a file or paste words, not both", "file"),
        ({"words": "care " * 20_001}, "these are 100,004 characters; paste at most 100,000", "words"),
        ({"words": "😀 123"}, "No words were found in what you pasted", "words"),
    ],
    ids=["neither", "both", "too long", "no words"],
)
def test_a_form_without_a_cv_says_so_and_keeps_the_words(
    client: FlaskClient, form: dict[str, str], said: str, field: str
) -> None:
    sent: dict[str, object] = dict(form)
    if "file" in form:
        sent["file"] = (io.BytesIO(b"a cook"), "cv.txt")
    text = client.post("/advisor/cv", data=sent).text
    assert "<title>Error: Read a CV" in text
    assert said in text
    assert f'href="#{field}"' in text
    assert form.get("words", "").strip() in unescape(text)


def test_a_cv_in_which_nothing_is_found_has_a_page_all_the_same(client: FlaskClient) -> None:
    text = _read(client, "xyzzy")
    assert "No skills were found." in text
    assert "Check what is used from the CV" in _send(client, text, step="check")


@pytest.mark.parametrize("draft", ["", "nonsense", "forged"])
def test_a_draft_that_we_did_not_sign_is_refused(client: FlaskClient, store: Store, draft: str) -> None:
    if draft == "forged":
        draft = URLSafeTimedSerializer("another key", salt="draft of a CV").dumps({"draft": {}, "words": {}})
    answer = client.post("/advisor/cv/draft", data={"draft": draft, "step": "add"})
    assert answer.status_code == 400
    assert "read the CV again" in answer.text
    assert len(store.candidates()) == 32


def test_a_draft_that_is_twelve_hours_old_is_refused(client: FlaskClient, app: Flask) -> None:
    text = _read(client, CV)
    app.config["WTF_CSRF_TIME_LIMIT"] = -1
    assert client.post("/advisor/cv/draft", data=_form(text)).status_code == 400


def test_the_address_of_a_draft_leads_back_to_the_first_page(client: FlaskClient) -> None:
    assert client.get("/advisor/cv/draft").location.endswith("/advisor/cv")


def test_nothing_of_a_cv_is_in_the_cookie_on_disk_or_in_the_log(
    app: Flask, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file of a megabyte, which would go through a temporary file if nothing kept it in memory."""
    caplog.set_level(logging.DEBUG)
    app.config.update(WTF_CSRF_ENABLED=True, INSTANCE=tmp_path / "instance")
    client = app.test_client()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)', client.get("/advisor/cv").text)
    assert token is not None
    content = (CV + "\n" * 1_000_000).encode()
    on_disk = "werkzeug.wrappers.request.default_stream_factory"
    with mock.patch(on_disk, side_effect=AssertionError("a file on disk")):
        text = client.post(
            "/advisor/cv", data={"csrf_token": token[1], "file": (io.BytesIO(content), "Maureen.txt")}
        ).text
    assert "skill:personal-care" in _ticks(text)
    cookie = client.get_cookie("carematch_session")
    assert cookie is not None
    session = app.session_interface.get_signing_serializer(app).loads(cookie.value)  # type: ignore[attr-defined]
    assert set(session) == {"csrf_token", "_user_id", "began_at", "seen_at"}
    assert not [secret for secret in SECRETS if secret in caplog.text]
    assert not (tmp_path / "instance").exists()


def test_a_spreadsheet_larger_than_any_cv_may_go_through_the_disk(client: FlaskClient) -> None:
    on_disk = "werkzeug.wrappers.request.default_stream_factory"
    with mock.patch(on_disk, return_value=io.BytesIO()) as factory:
        client.post("/import", data={"kind": "candidates", "file": (io.BytesIO(bytes(13 * 2**20)), "rows.csv")})
    assert factory.called


def test_the_privacy_page_says_what_happens_with_a_cv(page: Page) -> None:
    assert "What happens with a CV" in page("/privacy")


def _read(client: FlaskClient, words: str) -> str:
    answer = client.post("/advisor/cv", data={"words": words})
    assert answer.status_code == 200
    return answer.text


def _upload(client: FlaskClient, content: bytes, name: str) -> str:
    answer = client.post("/advisor/cv", data={"file": (io.BytesIO(content), name)})
    assert answer.status_code == 200
    return answer.text


def _send(client: FlaskClient, text: str, tick: list[str] | None = None, **typed: str) -> str:
    """Send a page's form on, with what was typed or ticked."""
    form = _form(text)
    for name, value in typed.items():
        form[name] = value
    if tick is not None:
        form.setlist("tick", tick)
    return client.post("/advisor/cv/draft", data=form).text


def _form(text: str) -> MultiDict[str, str]:
    """What a browser would send."""
    form: MultiDict[str, str] = MultiDict()
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            form.add(name[1], unescape(value[1]) if value else "")
    return form


def _field(text: str, name: str) -> str:
    return _form(text)[name]


def _ticks(text: str) -> list[str]:
    return _form(text).getlist("tick")


def _said(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _pdf(text: str) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    pdf.multi_cell(0, 5, text)
    return bytes(pdf.output())


def _docx(text: str) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()
