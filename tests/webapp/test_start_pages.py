"""Three questions answered at once, without an account and without keeping anything."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from matcher.store import Store

Page = Callable[..., str]
WORDS = "I looked after my mum for three years, washing and dressing her. I worked in a shop. I help at the food bank."


def test_the_start_page_asks_three_things_and_names_what_counts(page: Page) -> None:
    said = _said(page("/start"))
    assert "Your postcode" in said
    assert "What have you done?" in said
    assert "How would you travel to work?" in said
    assert "looking after somebody, volunteering" in said


def test_the_front_door_asks_the_same_three_things(page: Page) -> None:
    text = page("/")
    assert 'action="/start"' in text
    assert 'name="postcode"' in text
    assert 'name="words"' in text


def test_a_postcode_alone_is_answered_on_the_same_request(client: FlaskClient) -> None:
    said = _said(_answer(client, postcode="LS9 7TF", words=""))
    assert "you could be considered for today, best first" in said
    assert "Tell us what you have done" in said


def test_the_answer_says_why_how_long_and_what_to_arrange_first(client: FlaskClient) -> None:
    card = _card(_answer(client), "Care assistant")
    assert "a skill that it asks for: helping with personal care" in card
    assert "minutes each way" in card
    assert "Arrange first. DBS check, once you have an offer: about 21 days, and the employer usually pays." in card
    assert re.search(r"(Strong|Good|Possible) match \d+ points", card)


def test_the_first_ten_come_best_first(client: FlaskClient) -> None:
    points = _points(_answer(client))
    assert len(points) == 10
    assert points == sorted(points, reverse=True)


def test_ten_more_are_shown_below_the_first_ten(client: FlaskClient) -> None:
    text = _answer(client)
    assert "Show ten more" in text
    more = _answer(client, n_shown="20")
    assert _titles(more)[:10] == _titles(text)
    assert len(_titles(more)) > 10


def test_points_are_explained_once(client: FlaskClient) -> None:
    assert _answer(client).count("They are not your chance of getting the job") == 1


def test_what_was_understood_can_be_unticked(client: FlaskClient) -> None:
    text = _answer(client)
    keys = _values(text, "tick")
    assert {"skill:personal-care", "skill:customer-service"} <= set(keys)
    assert "Volunteering" in text
    kept = [key for key in keys if key != "skill:personal-care"]
    again = _answer(client, tick=kept, seen=keys)
    assert 'value="skill:personal-care">' in again
    assert 'value="skill:customer-service" checked' in again
    assert "asks for: helping with personal care" not in _said(again)


def test_ticks_stay_as_they_are_when_words_are_added(client: FlaskClient) -> None:
    keys = _values(_answer(client), "tick")
    kept = [key for key in keys if "volunteering" not in key]
    again = _answer(client, words=f"I was a cook. {WORDS}", tick=kept, seen=keys)
    ticked = re.findall(r'value="([^"]+)" checked', again)
    assert "skill:cooking" in ticked
    assert not [key for key in ticked if key.startswith("job:volunteering")]
    assert [key for key in ticked if key.startswith("job:caring")]


def test_what_must_not_count_is_not_shown_back_as_understood(client: FlaskClient) -> None:
    text = _answer(client, words="I am a 58 year old woman with depression. I worked in a shop.")
    boxes = re.search(r"Untick what is wrong.*?</fieldset>", text, re.DOTALL)
    assert boxes
    assert "depression" not in boxes[0]
    assert "58" not in boxes[0]


@pytest.mark.parametrize(
    "words", ["Single mum of 3, brought up my kids, never worked", "I raised my two daughters. I worked in a shop."]
)
def test_bringing_up_children_counts_and_how_many_and_whose_is_not_read(client: FlaskClient, words: str) -> None:
    text = _answer(client, words=words)
    (boxes,) = re.findall(r"Untick what is wrong.*?</fieldset>", text, re.DOTALL)
    assert 'value="skill:childcare" checked' in boxes
    assert 'value="sector:parenting-homemaking" checked' in boxes
    assert not re.search(r"single|mum|daughters|\b[23]\b", _said(boxes), re.IGNORECASE)


@pytest.mark.parametrize("words", ["I have three kids", "Single mum", "I have not brought up children", "raised money"])
def test_having_a_family_is_not_read_as_work(client: FlaskClient, words: str) -> None:
    assert "skill:childcare" not in _answer(client, words=words)


def test_sectors_that_are_only_named_are_understood(client: FlaskClient) -> None:
    assert "Worked in shops" in _said(_answer(client, words="retail, bar work"))


def test_no_such_postcode_is_said_in_words_with_suggestions(client: FlaskClient) -> None:
    text = _answer(client, postcode="LSS 7TF")
    assert "<title>Error: " in text
    assert "Did you mean LS2 7TF" in _said(text)
    assert WORDS in unescape(text)


def test_an_empty_postcode_is_asked_for(client: FlaskClient) -> None:
    assert "Enter your postcode, such as LS9 7TF" in _said(_answer(client, postcode=""))


def test_a_longer_journey_is_offered_with_its_count_where_few_are_within_reach(client: FlaskClient) -> None:
    near = {"travel_mode": "walk", "max_travel_minutes": "45", "postcode": "LS15 8AA"}
    text = _answer(client, **near)
    assert len(_titles(text)) < 5
    offers = re.findall(r'name="wider" value="(\d+)">Up to [^<]* each way: (\d+) more', text)
    assert offers
    minutes, n_more = offers[0]
    wider = _answer(client, **near, wider=minutes)
    assert len(_titles(wider)) == len(_titles(text)) + int(n_more)
    assert f'<option value="{minutes}" selected>' in wider


def test_what_is_not_for_now_is_one_line(client: FlaskClient) -> None:
    lines = re.findall(r"\d+ more vacanc(?:y is|ies are) not for now: [^<]*\.", _answer(client, travel_mode="walk"))
    assert len(lines) == 1
    assert "too far away" in lines[0]


def test_a_vacancy_that_was_being_read_is_answered_first(client: FlaskClient, page: Page) -> None:
    assert 'name="vacancy" value="V01"' in page("/start?vacancy=V01")
    text = _answer(client, vacancy="V01")
    assert text.index("The vacancy you were reading") < text.index("All that suit you")


def test_the_questions_name_the_vacancy_that_was_being_read(page: Page, store: Store) -> None:
    assert f"How well does {store.vacancy('V01').title}" in _said(page("/start?vacancy=V01"))
    assert "How well does" not in _said(page("/start?vacancy=NOPE"))


def test_the_page_for_joining_leads_back_to_the_answers_by_a_button(client: FlaskClient) -> None:
    text = _answer(client, vacancy="V01")
    form = re.search(r'<form action="/join" method="post">.*?</form>', text, re.DOTALL)
    assert form
    sent = [(name, unescape(value)) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form[0])]
    joining = client.post("/join", data=MultiDict(sent)).text
    back = re.search(r'<form class="cm-noprint" action="/start" method="post">.*?</form>', joining, re.DOTALL)
    assert back
    assert "Back to your answers" in back[0]
    again = [(name, unescape(value)) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', back[0])]
    assert _titles(client.post("/start", data=MultiDict(again)).text) == _titles(text)


def test_nothing_is_stored_and_nothing_is_in_the_address(client: FlaskClient, store: Store) -> None:
    before = store.candidate_ids()
    answer = client.post("/start", data={"postcode": "LS9 7TF", "words": WORDS})
    assert answer.status_code == 200
    assert "Location" not in answer.headers
    assert store.candidate_ids() == before
    assert store.audit.count() == 0


def test_held_vacancies_are_not_shown(client: FlaskClient, store: Store) -> None:
    assert "/vacancies/V01" in _answer(client, n_shown="100")
    store.upsert_vacancies([store.vacancy("V01").model_copy(update={"min_age": 25, "min_age_reason": "A wish."})])
    store.standings.post("V01", by=None)
    assert "/vacancies/V01" not in _answer(client, n_shown="100")


WRITTEN = st.characters(exclude_characters="\0", codec="utf-8")
"""Whatever can be typed; a null character, which cannot, is refused before any page is asked."""


@pytest.mark.usefixtures("page")
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    fields=st.dictionaries(
        st.sampled_from(["postcode", "words", "travel_mode", "max_travel_minutes", "tick", "seen", "n_shown", "wider",
                         "vacancy", "unknown"]),
        st.lists(st.text(WRITTEN, max_size=40) | st.sampled_from(["LS9", "-1", "9" * 30, "²", "LS9 7TF"]), max_size=3),
    )
)  # fmt: skip
def test_whatever_is_sent_gets_a_page(app: Flask, fields: dict[str, list[str]]) -> None:
    assert app.test_client().post("/start", data=fields).status_code == 200


def _answer(client: FlaskClient, **fields: object) -> str:
    answer = client.post("/start", data={"postcode": "LS9 7TF", "words": WORDS, "travel_mode": "bus", **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


def _said(text: str) -> str:
    body = re.sub(r"<(script|style).*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def _cards(text: str) -> list[str]:
    return re.findall(r'<li class="cm-card" id="v\d+">.*?</li>\s*(?=<li class="cm-card"|</ol>)', text, re.DOTALL)


def _titles(text: str) -> list[str]:
    return [unescape(re.search(r'target="_blank"[^>]*>([^<]*)', card)[1]) for card in _cards(text)]  # type: ignore[index]


def _points(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"<span>(\d+) points", text)]


def _card(text: str, title: str) -> str:
    return next(_said(card) for card in _cards(text) if title in card)


def _values(text: str, name: str) -> list[str]:
    return [unescape(value) for value in re.findall(rf'name="{name}" type="checkbox" value="([^"]*)"', text)]
