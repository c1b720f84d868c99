"""A provider pastes an advert, and the form comes filled in."""

import re
from collections.abc import Callable
from html import escape, unescape

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from matcher.store import Store
from webapp.forms.reading import tidy

Page = Callable[..., str]

ADVERT = """Care Assistant (nights)

We are a friendly nursing home in Leeds, LS9 7TF. We need a female carer. You must be over 21 due to insurance.

You will give personal care to older people, keep accurate records and work as part of a team.

Hours: 33 per week, permanent
Shifts: Monday to Friday, 8pm-8am
£13.20 per hour

Essential:
- Full driving licence
- NVQ level 2 in health and social care

Desirable:
- 12 months' experience of care
- Catheter care

An enhanced DBS check is needed. Closing date: 3 December. Ring Sam on 0113 496 0500.
"""
WELSH = """Cynorthwyydd Gofal
Mae gennym swydd yn ein cartref gofal ar gyfer gofal personol gyda phobl hŷn. Byddwch yn gweithio gyda ein tîm
ac yn helpu yn y gegin. Bydd eich gwaith fel rhan o'r tîm."""
POLISH = """Opiekun osób starszych
Praca w domu opieki jest dla osób, które lubią pomagać. Praca nie jest w nocy, lub będzie w weekendy oraz święta.
Opieki nad osobami starszymi jest dużo i praca jest przez cały tydzień."""


def test_the_way_to_the_form_leads_past_the_page_that_takes_an_advert(page: Page) -> None:
    assert 'href="/provider/vacancies/new/advert"' in page("/provider/vacancies")
    assert 'href="/provider/vacancies/new"' in page("/provider/vacancies/new/advert")


def test_an_advert_fills_in_the_form_with_each_sentence_beside_its_answer(client: FlaskClient, store: Store) -> None:
    text = _read(client, ADVERT)
    answers = _answers(text)
    assert (answers["title"], answers["postcode"], answers["positions"]) == ("Care Assistant (nights)", "LS9 7TF", "1")
    assert (answers["hours_min"], answers["hours_max"]) == ("33", "33")
    assert (answers["contract"], answers["dbs_level"]) == ("permanent", "enhanced")
    assert (answers["driving_licence"], answers["pay_min_gbp_per_hour"]) == ("yes", "13.20")
    assert (answers["closes"], answers["qualification"]) == ("3/12/2026", "diploma-care-2")
    assert "helping with personal care" in answers["essential_skills"].splitlines()
    assert "looking after catheters" in answers["optional_skills"].splitlines()
    assert "From your advert: “£13.20 per hour”" in _said(text)
    assert "Looking after catheters. From your advert: “Catheter care”" in _said(text)
    assert len(store.vacancies()) == 30, "reading stores nothing"


def test_what_an_advert_fills_in_can_be_checked_and_published_with_nothing_but_the_provider_added(
    client: FlaskClient, store: Store
) -> None:
    answers = _answers(_read(client, ADVERT)) | {"provider": "Elm House"}
    checked = client.post("/provider/vacancies/new", data={**answers, "step": "check"}).text
    assert "Check your answers" in checked
    assert "Error: " not in checked
    client.post("/provider/vacancies/new", data={**_answers(checked), "step": "publish"})
    (vacancy,) = [vacancy for vacancy in store.vacancies() if vacancy.provider == "Elm House"]
    assert (vacancy.hours_min, vacancy.pay_min_gbp_per_hour, vacancy.driving_licence) == (33, 13.2, True)
    assert vacancy.shifts_all_required is not None
    assert len(vacancy.shifts_all_required) == 5
    assert "personal-care" in (vacancy.essential_skills or ())
    assert vacancy.unlinked_skills == ()


def test_an_advert_that_needs_no_experience_answers_none(client: FlaskClient) -> None:
    assert _answers(_read(client, "Care assistant\n\nNo experience needed."))["experience_months"] == "none"


def test_telephone_numbers_stay_out_of_the_description(client: FlaskClient) -> None:
    description = _answers(_read(client, ADVERT))["description"]
    assert "496 0500" not in description
    assert "friendly nursing home" in description


def test_the_sentences_stay_beside_the_answers_through_errors_and_changes(client: FlaskClient) -> None:
    answers = _answers(_read(client, ADVERT))
    wrong = client.post("/provider/vacancies/new", data={**answers, "hours_min": "lots", "step": "check"}).text
    assert "<title>Error: Check what was read from your advert" in wrong
    assert "From your advert: “£13.20 per hour”" in _said(wrong)
    assert _answers(wrong)["hours_min"] == "lots"
    checked = client.post("/provider/vacancies/new", data={**answers, "provider": "Elm", "step": "check"}).text
    changed = client.post("/provider/vacancies/new", data={**_answers(checked), "step": "change"}).text
    assert "From your advert: “£13.20 per hour”" in _said(changed)


def test_a_sex_or_an_age_is_shown_for_review_and_fills_in_nothing(client: FlaskClient) -> None:
    text = _read(client, ADVERT)
    notice = _said(text).split("For a person to look at")[1].split("Only the name")[0]
    assert "ask for a man or a woman: “We need a female carer.”" in notice
    assert "an age of 21 or over: “You must be over 21 due to insurance.”" in notice
    assert (_answers(text)["min_age"], _answers(text)["min_age_reason"]) == ("", "")


def test_an_advert_that_asks_for_neither_has_no_such_notice(client: FlaskClient) -> None:
    assert "For a person to look at" not in _read(client, "Cook\n\nCook lunch. £13 per hour.")


def test_what_was_not_found_is_left_blank_and_said_in_one_sentence(client: FlaskClient) -> None:
    text = _read(client, "Cook\n\nCook lunch for residents. £13 per hour.")
    (sentence,) = re.findall(r"Not found in your advert and left blank: ([^.]*)\.", _said(text))
    assert "the postcode" in sentence
    assert "the closing date" in sentence
    assert "pay" not in sentence.split(", ")
    assert _answers(text)["postcode"] == ""


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("12 months' experience of care is desirable.", "experience_months", "Left blank: welcome but not needed."),
        ("A DBS check is needed.", "dbs_level", "Left blank: your advert does not say which level."),
        ("You must be able to work waking nights.", "shifts_any_of", "Left blank: your advert does not say both"),
        ("A driving licence is desirable.", "", "Welcome but not needed."),
        ("Salary £24,960 a year.", "", "Worked out by the hour from pay for a year."),
        ("Closing date: 3 March 2024.", "", "That day is past."),
    ],
)
def test_an_answer_that_needs_a_second_look_says_why(client: FlaskClient, line: str, field: str, said: str) -> None:
    text = _read(client, f"Care assistant\n\n{line}")
    assert said in _said(text)
    assert not field or _answers(text)[field] == ""


@pytest.mark.parametrize(("advert", "language"), [(WELSH, "Welsh"), (POLISH, "Polish")])
def test_an_advert_in_another_language_says_so(client: FlaskClient, advert: str, language: str) -> None:
    text = _said(_read(client, advert))
    assert f"Your advert seems to be written in {language}" in text


def test_html_escaped_twice_is_read_as_its_words(client: FlaskClient) -> None:
    html = escape(escape("<h1>Night carer</h1><p>£13.20 per hour &amp; 30 hours per week</p>"))
    answers = _answers(_read(client, html))
    assert (answers["title"], answers["pay_min_gbp_per_hour"], answers["hours_min"]) == ("Night carer", "13.20", "30")
    assert "&lt;" not in answers["description"]


def test_an_emoji_of_several_parts_stays_whole(client: FlaskClient) -> None:
    answers = _answers(_read(client, "Carer 👩‍🍳\n\nCooking 🥘 for six. £13 per hour"))
    assert answers["title"] == "Carer 👩‍🍳"
    assert "🥘" in answers["description"]


def test_the_spaces_of_a_word_processor_part_words(client: FlaskClient) -> None:
    assert _answers(_read(client, "Carer\n\n30\u00a0hours\u00a0per\u00a0week"))["hours_min"] == "30"


def test_a_first_line_that_is_a_sentence_is_no_title(client: FlaskClient) -> None:
    answers = _answers(_read(client, "We are looking for somebody kind.\nThe pay is £13 per hour."))
    assert answers["title"] == ""
    assert answers["description"].startswith("We are looking")


@pytest.mark.parametrize(
    ("advert", "said"),
    [
        ("", "Paste the words of your advert, or fill in the form by hand"),
        (" \n\t ", "Paste the words of your advert"),
        ("<p></p><br>", "No words were found in what you pasted"),
        ("😀 😀", "No words were found in what you pasted"),
        ("care " * 20_001, "these are 100,004 characters; paste one advert of at most 100,000"),
    ],
    ids=["nothing", "spaces", "tags", "emoji", "too long"],
)
def test_an_advert_that_cannot_be_read_is_given_back_with_the_reason(
    client: FlaskClient, advert: str, said: str
) -> None:
    text = _read(client, advert)
    assert "<title>Error: Paste an advert" in text
    assert said in text[text.index("error-summary") : text.index("<h1")]
    assert 'href="#advert"' in text
    assert f">\n{escape(advert.strip())}</textarea>" in text or f">{escape(advert.strip())}</textarea>" in text


def test_an_advert_of_the_greatest_length_is_read_whatever_its_characters(client: FlaskClient) -> None:
    text = _read(client, "Carer\n\n" + "😀" * 99_000 + " £13 per hour")
    answers = _answers(text)
    assert answers["pay_min_gbp_per_hour"] == "13.00"
    again = client.post("/provider/vacancies/new", data={**answers, "provider": "Elm", "step": "check"})
    assert again.status_code == 200


def test_what_is_larger_than_any_advert_is_refused_with_a_page(client: FlaskClient) -> None:
    answer = client.post("/provider/vacancies/new/advert", data={"advert": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "What you sent is too large" in answer.text


def test_an_advert_cannot_put_markup_into_the_page(client: FlaskClient) -> None:
    text = _read(client, 'Carer\n\nPay is &lt;script&gt;alert(1)&lt;/script&gt; £13 per hour "><b>here</b>')
    assert "<script" not in text
    assert "<b>here" not in text


def test_a_form_by_hand_says_nothing_of_adverts(page: Page) -> None:
    text = page("/provider/vacancies/new")
    assert "From your advert" not in text
    assert 'name="advert"' not in text


@given(st.text(max_size=300))
def test_tidying_keeps_every_character_that_can_be_seen(text: str) -> None:
    seen = [character for character in text if character.isprintable() and character != " "]
    assert [character for character in tidy(text) if character.isprintable() and character != " "] == seen
    assert tidy(tidy(text)) == tidy(text)


def _read(client: FlaskClient, advert: str) -> str:
    answer = client.post("/provider/vacancies/new/advert", data={"advert": advert})
    assert answer.status_code == 200
    return answer.text


def _said(text: str) -> str:
    """The words of a page on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


def _answers(text: str) -> dict[str, str]:
    """What a browser would send: every field of the page's form and its value."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name, value = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="radio"' not in tag or " checked" in tag):
            found[name[1]] = unescape(value[1]) if value else ""
    for name_, content in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        found[name_] = unescape(content.removeprefix("\n"))
    for name_, content in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', content)
        found[name_] = unescape(chosen[1]) if chosen else ""
    return found
