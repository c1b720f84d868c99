"""The whole of an advert: escaped, empty, endless, in another language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import POSTED, read

from matcher.domain import Contract
from matcher.text.adverts.language import read_language
from matcher.text.adverts.sections import place_sentences
from matcher.text.adverts.sentences import LONGEST_SENTENCE, split_sentences
from matcher.text.adverts.vacancy import as_vacancy

WHOLE = """Care Assistant (nights)

We are a friendly nursing home in Harrogate, HG1 2JL.

You will give personal care to older people, keep accurate records and work as part of a team.

Hours: 33 per week, permanent
Shifts: 8pm-8am
£13.20 per hour

Essential:
- 12 months' experience of care
- NVQ level 2 in health and social care

Desirable:
- Catheter care

An enhanced DBS check is needed. Closing date: 3 December."""


def test_a_whole_advert_becomes_a_vacancy_to_confirm() -> None:
    vacancy = as_vacancy(read(WHOLE, "Care Assistant (nights)"), "V1", POSTED, provider="Example Care")
    assert (vacancy.id, vacancy.provider, vacancy.title) == ("V1", "Example Care", "Care Assistant (nights)")
    assert (vacancy.hours_min, vacancy.hours_max, vacancy.contract) == (33, 33, Contract.PERMANENT)
    assert (vacancy.pay_min_gbp_per_hour, vacancy.dbs_level, vacancy.closes) == (13.2, "enhanced", date(2026, 12, 3))
    assert (vacancy.experience_months, vacancy.qualification) == (12, "diploma-care-2")
    assert {"personal-care", "care-records", "teamwork"} <= set(vacancy.essential_skills or ())
    assert vacancy.optional_skills == ("catheter-care",)
    assert vacancy.occupation is not None


def test_fields_given_otherwise_win_over_the_words() -> None:
    vacancy = as_vacancy(read(WHOLE), "V1", POSTED, hours_min=30.0, hours_max=30.0)
    assert (vacancy.hours_min, vacancy.hours_max) == (30, 30)


@pytest.mark.parametrize(
    "text",
    [
        "<p>£13.20 per hour</p><p>30 hours per week</p>",
        "&lt;p&gt;£13.20 per hour&lt;/p&gt;&lt;p&gt;30 hours per week&lt;/p&gt;",
        "&amp;lt;p&amp;gt;£13.20 per hour&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;30 hours per week&amp;lt;/p&amp;gt;",
    ],
    ids=["html", "escaped", "escaped twice"],
)
def test_html_is_read_however_often_it_was_escaped(text: str) -> None:
    draft = read(text)
    assert draft.pay is not None
    assert draft.hours is not None
    assert (draft.pay.value.low, draft.hours.value.low) == (13.2, 30)


def test_an_empty_advert_is_an_empty_draft() -> None:
    draft = read("", title="")
    assert (draft.text, draft.hours, draft.essential_skills, draft.language.code) == ("", None, (), "")


def test_a_reading_lies_where_it_says() -> None:
    draft = read(WHOLE)
    readings = [
        draft.hours,
        draft.pay,
        draft.contract,
        draft.dbs,
        draft.experience,
        draft.closes,
        *draft.essential_skills,
    ]
    for reading in readings:
        assert reading is not None
        assert draft.text[reading.start : reading.end] == reading.sentence


@pytest.mark.parametrize(
    "text",
    [
        "care " * 20_000,
        "9" * 100_000,
        "9am-5pm " * 12_000,
        "£9 " * 30_000,
        "(" * 100_000,
        "\U0001f600" * 50_000,
        "a\n" * 50_000,
    ],
    ids=["words", "digits", "clocks", "sums", "brackets", "emoji", "lines"],
)
def test_a_hundred_thousand_letters_are_read_to_the_end(text: str) -> None:
    assert read(text).title == "Care assistant"


@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text: str) -> None:
    draft = read(text, title=text[:40])
    assert as_vacancy(draft, "V1", POSTED).id == "V1"


@given(st.text(alphabet="Aa1 .,:;-•\n£?!", max_size=300))
def test_sentences_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    sentences = split_sentences(text)
    at = 0
    for sentence in sentences:
        assert at <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text
        assert len(sentence.text) <= LONGEST_SENTENCE
        at = sentence.end
    assert [item.sentence for item in place_sentences(sentences)] == sentences


@pytest.mark.parametrize(
    ("text", "code", "also"),
    [
        ("You will work with the team in our home and you will have time for people.", "en", ""),
        ("Rydym yn chwilio am ofalwr i weithio gyda ein tîm yn yr ardal ac mae gofal yn bwysig.", "cy", ""),
        ("Opieka nad osobami starszymi jest dla nas ważna oraz praca w zespole, które są w domu.", "pl", ""),
        (
            "Mae gofal yn bwysig ac rydym yn gweithio gyda ein tîm. You will work with the team in our home.",
            "cy",
            "en",
        ),
        ("Szukamy opiekunów osób starszych. Praca w nocy, prawo jazdy wymagane, proszę dzwonić.", "pl", ""),
        ("Hoist.", "", ""),
    ],
)
def test_the_language_is_told_by_its_little_words(text: str, code: str, also: str) -> None:
    language = read_language(text)
    assert (language.code, language.also) == (code, also)


def test_what_can_be_read_of_a_welsh_advert_is_read() -> None:
    draft = read("Mae gofal yn bwysig ac rydym yn gweithio gyda ein tîm. £13.20 yr awr / per hour. 30 hours per week.")
    assert draft.hours is not None
    assert draft.pay is not None
