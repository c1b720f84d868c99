"""A provider pastes an advert, and the answers to check come filled in."""

import re
from collections.abc import Callable
from html import escape

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from posting import begun, checked, pasted, publish, row, said, summary_of_errors
from signing_in import PROVIDER

from matcher.errors import NotFoundError
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
PLAIN_ADVERT = ADVERT.replace(" We need a female carer. You must be over 21 due to insurance.", "")
WELSH = """Cynorthwyydd Gofal
Mae gennym swydd yn ein cartref gofal ar gyfer gofal personol gyda phobl hŷn. Byddwch yn gweithio gyda ein tîm
ac yn helpu yn y gegin. Bydd eich gwaith fel rhan o'r tîm."""
POLISH = """Opiekun osób starszych
Praca w domu opieki jest dla osób, które lubią pomagać. Praca nie jest w nocy, lub będzie w weekendy oraz święta.
Opieki nad osobami starszymi jest dużo i praca jest przez cały tydzień."""


def test_the_way_to_posting_begins_at_the_page_that_takes_an_advert(page: Page) -> None:
    assert 'href="/provider/vacancies/new"' in page("/provider/vacancies")
    assert 'action="/provider/vacancies/new/by-hand"' in page("/provider/vacancies/new")


def test_an_advert_gives_the_answers_to_check_with_each_sentence_beside_its_answer(
    client: FlaskClient, store: Store
) -> None:
    draft_id = pasted(client, ADVERT)
    answers = _answers(store, draft_id)
    assert (answers["title"], answers["postcode"], answers["positions"]) == ("Care Assistant (nights)", "LS9 7TF", "1")
    assert (answers["hours_min"], answers["hours_max"]) == ("33", "33")
    assert (answers["contract"], answers["dbs_level"]) == ("permanent", "enhanced")
    assert (answers["driving_licence"], answers["pay_min_gbp_per_hour"]) == ("yes", "13.20")
    assert (answers["closes"], answers["qualification"]) == ("3/12/2026", "diploma-care-2")
    assert "helping with personal care" in answers["essential_skills"].splitlines()
    assert "looking after catheters" in answers["optional_skills"].splitlines()
    text = checked(client, draft_id)
    assert row(text, "Lowest pay an hour") == "13.20 From your advert: “£13.20 per hour”"
    assert row(text, "Contract").startswith("Permanent From your advert: “Hours: 33 per week, permanent”")
    assert "Looking after catheters. From your advert: “Catheter care”" in row(text, "Skills that help")
    assert len(store.vacancies()) == 30, "reading publishes nothing"


def test_an_advert_is_published_in_three_pages_with_nothing_added(client: FlaskClient, store: Store) -> None:
    draft_id = pasted(client, PLAIN_ADVERT)
    text = checked(client, draft_id)
    assert re.findall(r'<input[^>]* name="(\w+)"', text.split("<main")[1]) == ["csrf_token", "contact"]
    assert publish(client, draft_id, contact="Sam, 0113 496 0500") == f"/provider/vacancies/{draft_id}"
    assert client.get(f"/provider/vacancies/{draft_id}").status_code == 200
    vacancy = store.vacancy(draft_id)
    assert (vacancy.provider, vacancy.hours_min, vacancy.pay_min_gbp_per_hour) == (PROVIDER, 33, 13.2)
    assert vacancy.driving_licence is True
    assert len(vacancy.shifts_all_required or ()) == 5
    assert "personal-care" in (vacancy.essential_skills or ())
    assert vacancy.unlinked_skills == ()


def test_the_words_of_an_advert_are_gone_once_it_is_published(client: FlaskClient, store: Store) -> None:
    draft_id = pasted(client, PLAIN_ADVERT)
    publish(client, draft_id)
    with pytest.raises(NotFoundError):
        store.drafts.get(draft_id)


def test_an_advert_that_asks_for_a_sex_or_an_age_is_not_published_before_that_is_taken_out_or_said(
    client: FlaskClient, store: Store
) -> None:
    draft_id = pasted(client, ADVERT)
    text = publish(client, draft_id)
    assert "<title>Error: " in text
    assert "We need a female carer.” asks for a man or a woman. Take it out of" in said(text)
    assert "You must be over 21 due to insurance.” asks for an age. Take it out of" in said(text)
    assert draft_id not in store.vacancy_ids()
    assert publish(client, draft_id, description="We are a friendly nursing home.").startswith("/provider/vacancies/")


def test_an_advert_that_needs_no_experience_answers_none(client: FlaskClient) -> None:
    draft_id = pasted(client, "Care assistant\n\nNo experience needed.")
    assert row(checked(client, draft_id), "Experience").startswith("none")


def test_telephone_numbers_stay_out_of_the_description(client: FlaskClient, store: Store) -> None:
    description = _answers(store, pasted(client, ADVERT))["description"]
    assert "496 0500" not in description
    assert "friendly nursing home" in description


def test_the_sentences_stand_beside_the_questions_too_through_errors(client: FlaskClient) -> None:
    address = f"/provider/drafts/{pasted(client, ADVERT)}/steps/pay?change=yes"
    assert "From your advert: “£13.20 per hour”" in said(client.get(address).text)
    wrong = client.post(address, data={"pay_min_gbp_per_hour": "lots"}).text
    assert "<title>Error: Pay" in wrong
    assert "From your advert: “£13.20 per hour”" in said(wrong)
    assert 'value="lots"' in wrong


def test_a_sex_or_an_age_is_shown_for_review_and_fills_in_nothing(client: FlaskClient, store: Store) -> None:
    draft_id = pasted(client, ADVERT)
    notice = said(checked(client, draft_id)).split("For a person to look at")[1].split("The role")[0]
    assert "ask for a man or a woman: “We need a female carer.”" in notice
    assert "an age of 21 or over: “You must be over 21 due to insurance.”" in notice
    answers = _answers(store, draft_id)
    assert not {"min_age", "min_age_reason", "sex_required", "sex_reason"} & {name for name in answers if answers[name]}


def test_an_advert_that_asks_for_neither_has_no_such_notice(client: FlaskClient) -> None:
    assert "For a person to look at" not in checked(client, pasted(client, "Cook\n\nCook lunch. £13 per hour."))


def test_what_was_not_found_is_said_in_one_sentence_and_what_matters_most_of_it_is_asked(client: FlaskClient) -> None:
    text = checked(client, pasted(client, "Cook\n\nCook lunch for residents. £13 per hour."))
    (sentence,) = re.findall(r"Not found in your advert and left blank: ([^.]*)\.", said(text))
    assert "the postcode" in sentence
    assert "the closing date" in sentence
    assert "who to contact" in sentence
    assert "pay" not in sentence.split(", ")
    asked = re.findall(r'<input[^>]* name="(\w+)"', text.split("<main")[1])
    assert asked == ["csrf_token", "postcode", "contact", "closes"]


@pytest.mark.parametrize(
    ("line", "label", "told"),
    [
        ("12 months' experience of care is desirable.", "Experience", "Left blank: welcome but not needed."),
        ("A DBS check is needed.", "DBS check the role needs", "Left blank: your advert does not say which level."),
        (
            "You must be able to work waking nights.",
            "Shifts of which any will do",
            "Left blank: your advert does not say both",
        ),
        ("A driving licence is desirable.", "", "Welcome but not needed."),
        ("Salary £24,960 a year.", "", "Worked out by the hour from pay for a year."),
        ("Closing date: 3 March 2024.", "", "That day is past."),
    ],
)
def test_an_answer_that_needs_a_second_look_says_why(client: FlaskClient, line: str, label: str, told: str) -> None:
    text = checked(client, pasted(client, f"Care assistant\n\n{line}"))
    assert told in said(text)
    assert not label or row(text, label).startswith("Not stated")


@pytest.mark.parametrize(("advert", "language"), [(WELSH, "Welsh"), (POLISH, "Polish")])
def test_an_advert_in_another_language_says_so(client: FlaskClient, advert: str, language: str) -> None:
    text = said(checked(client, pasted(client, advert)))
    assert f"Your advert seems to be written in {language}" in text


def test_html_escaped_twice_is_read_as_its_words(client: FlaskClient, store: Store) -> None:
    html = escape(escape("<h1>Night carer</h1><p>£13.20 per hour &amp; 30 hours per week</p>"))
    answers = _answers(store, pasted(client, html))
    assert (answers["title"], answers["pay_min_gbp_per_hour"], answers["hours_min"]) == ("Night carer", "13.20", "30")
    assert "&lt;" not in answers["description"]


def test_an_emoji_of_several_parts_stays_whole(client: FlaskClient, store: Store) -> None:
    answers = _answers(store, pasted(client, "Carer 👩‍🍳\n\nCooking 🥘 for six. £13 per hour"))
    assert answers["title"] == "Carer 👩‍🍳"
    assert "🥘" in answers["description"]


def test_the_spaces_of_a_word_processor_part_words(client: FlaskClient, store: Store) -> None:
    assert _answers(store, pasted(client, "Carer\n\n30\u00a0hours\u00a0per\u00a0week"))["hours_min"] == "30"


def test_a_first_line_that_is_a_sentence_is_no_title(client: FlaskClient, store: Store) -> None:
    answers = _answers(store, pasted(client, "We are looking for somebody kind.\nThe pay is £13 per hour."))
    assert "title" not in answers
    assert answers["description"].startswith("We are looking")


@pytest.mark.parametrize(
    ("advert", "told"),
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
    client: FlaskClient, advert: str, told: str
) -> None:
    text = client.post("/provider/vacancies/new", data={"advert": advert}).text
    assert "<title>Error: Post a vacancy" in text
    assert told in summary_of_errors(text)
    assert 'href="#advert"' in text
    assert f">\n{escape(advert.strip())}</textarea>" in text or f">{escape(advert.strip())}</textarea>" in text


def test_an_advert_of_the_greatest_length_is_read_whatever_its_characters(client: FlaskClient, store: Store) -> None:
    draft_id = pasted(client, "Carer\n\n" + "😀" * 99_000 + " £13 per hour")
    assert _answers(store, draft_id)["pay_min_gbp_per_hour"] == "13.00"
    assert publish(client, draft_id) == f"/provider/vacancies/{draft_id}"


def test_what_is_larger_than_any_advert_is_refused_with_a_page(client: FlaskClient) -> None:
    answer = client.post("/provider/vacancies/new", data={"advert": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "What you sent is too large" in answer.text


def test_an_advert_cannot_put_markup_into_the_page(client: FlaskClient) -> None:
    draft_id = pasted(client, 'Carer\n\nPay is &lt;script&gt;alert(1)&lt;/script&gt; £13 per hour "><b>here</b>')
    for address in ("check", "steps/role", "steps/pay"):
        text = client.get(f"/provider/drafts/{draft_id}/{address}").text
        assert "<script" not in text
        assert "<b>here" not in text


def test_questions_answered_by_hand_say_nothing_of_adverts(client: FlaskClient) -> None:
    draft_id = begun(client)
    assert "your advert" not in checked(client, draft_id)
    assert "your advert" not in client.get(f"/provider/drafts/{draft_id}/steps/role").text


@given(st.text(max_size=300))
def test_tidying_keeps_every_character_that_can_be_seen(text: str) -> None:
    seen = [character for character in text if character.isprintable() and character != " "]
    assert [character for character in tidy(text) if character.isprintable() and character != " "] == seen
    assert tidy(tidy(text)) == tidy(text)


def _answers(store: Store, draft_id: str) -> dict[str, str]:
    """What is kept of a draft."""
    return dict(store.drafts.get(draft_id).answers)
