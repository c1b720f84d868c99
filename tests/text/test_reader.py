"""Titles, texts and skills read over the shipped taxonomy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.engine import Engine
from matcher.text.reader import Reader

TITLES = ["care assistant", "HGV driver", "registered nurse", "shop assistant"]


@pytest.fixture(scope="module")
def reader(engine: Engine) -> Reader:
    return Reader(engine.taxonomy)


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("HCA nights", "healthcare-assistant"),
        ("Sales Assistant at Tesco", "sales-assistant"),
        ("RGN", "registered-nurse"),
        ("Care Wrkr", "care-assistant"),
        ("Supprt worker", "support-worker"),
        ("Checkout operator, Asda", "cashier"),
        ("Care Assistant &amp;amp;#40;Days&amp;#41;", "care-assistant"),
    ],
)
def test_a_title_as_people_write_it_leads_to_its_occupation(reader: Reader, title: str, occupation: str) -> None:
    best = reader.link_occupation(title)[0]
    assert (best.occupation.id, best.is_sure) == (occupation, True)


@pytest.mark.parametrize("title", ["", "   ", "🙂", "asdfgh qwerty", "&amp;nbsp;"])
def test_a_title_that_names_no_work_leads_nowhere(reader: Reader, title: str) -> None:
    assert reader.link_occupation(title) == []


def test_a_title_that_could_be_much_is_not_sure(reader: Reader) -> None:
    assert not any(link.is_sure for link in reader.link_occupation("ward host"))


def test_the_very_name_of_an_occupation_comes_first_with_a_full_score(reader: Reader) -> None:
    best = reader.link_occupation("senior carer")[0]
    assert (best.occupation.id, best.score) == ("senior-care-assistant", 1.0)


def test_fewer_links_are_the_first_of_more(reader: Reader) -> None:
    assert reader.link_occupation("care assistant days", 2) == reader.link_occupation("care assistant days", 5)[:2]


def test_titles_of_like_work_are_likelier_than_titles_that_share_a_word(reader: Reader) -> None:
    corpus = ["domiciliary care worker", "home furnishings seller"]
    like, shares_a_word = reader.compare_titles(["home carer"], corpus)[0]
    assert like > shares_a_word


def test_a_pair_of_titles_is_as_alike_alone_as_among_others(reader: Reader) -> None:
    among = reader.compare_titles(TITLES, TITLES)
    alone = np.array([[reader.compare_titles([a], [b])[0, 0] for b in TITLES] for a in TITLES])
    np.testing.assert_allclose(among, alone, rtol=1e-4)


def test_texts_about_the_same_work_are_likelier_than_others(reader: Reader) -> None:
    query = ["Helps residents wash, dress and eat, and keeps their care records."]
    care, driving = reader.compare_texts(query, ["personal care for older people", "drives lorries on motorways"])[0]
    assert care > driving


def test_nothing_compared_with_something_is_an_empty_table(reader: Reader) -> None:
    assert reader.compare_titles([], TITLES).shape == (0, 4)
    assert reader.compare_texts(TITLES, []).shape == (4, 0)


def test_the_skills_of_a_text_come_best_first_and_each_once(reader: Reader) -> None:
    ranked = reader.rank_skills("Give medication safely and follow infection control. Medication records.", 20)
    likenesses = [likeness for _, likeness in ranked]
    assert likenesses == sorted(likenesses, reverse=True)
    assert len({skill.id for skill, _ in ranked}) == 20
    assert {"medication-administration", "infection-control"} <= {skill.id for skill, _ in ranked[:4]}


def test_everyday_phrases_raise_the_skills_they_show(reader: Reader) -> None:
    found = {skill.id for skill, _ in reader.rank_skills("I gave my nan her tablets and did the shopping", 3)}
    assert {"medication-administration", "shopping-for-people"} <= found


def test_a_text_without_words_is_about_no_skill(reader: Reader) -> None:
    assert reader.rank_skills(" \n 🙂 ", 10) == []
    assert reader.rank_skills("medication", 0) == []


@given(text=st.text(max_size=200))
def test_any_text_at_all_can_be_read(reader: Reader, text: str) -> None:
    assert len(reader.rank_skills(text, 3)) in {0, 3}
    assert all(0 < link.score <= 1 for link in reader.link_occupation(text, 3))


def test_a_hundred_thousand_letters_in_one_line_are_read(reader: Reader) -> None:
    assert len(reader.rank_skills("medication " * 9_000, 5)) == 5


def test_the_engine_reads_adverts_and_cvs_to_drafts(engine: Engine) -> None:
    advert = engine.read_advert("Night carer", "£13.10 per hour. Driving licence essential.")
    assert advert.pay is not None
    draft = engine.read_cv("Jan 2019 - present Care Assistant, Elm House. Moving and handling.")
    assert [job.occupation for job in draft.jobs] == ["care-assistant"]
