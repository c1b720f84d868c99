"""Names of skills inflected, reordered, shared by a list or misspelt, on the tables that ship."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.engine import Engine
from matcher.taxonomy import Taxonomy
from matcher.text.skills.joined_words import join_words
from matcher.text.skills.loose_words import is_dropped
from matcher.text.skills.mentions import SkillMention, find_skills, skills_of
from matcher.text.skills.skill_names import build_skill_names, loose_words
from matcher.text.skills.spelling import corrected_words
from matcher.text.skills.standing import Standing
from matcher.text.words.phrases import read_words
from matcher.text.words.stems import stem


@pytest.fixture(scope="module")
def shipped(engine: Engine) -> Taxonomy:
    return engine.taxonomy


def found(text: str, taxonomy: Taxonomy) -> set[str]:
    return {mention.skill.id for mention in find_skills(text, taxonomy)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("administering medication", "medication-administration"),
        ("administered medicines", "medication-administration"),
        ("medication safely administered", "medication-administration"),
        ("moving and safely handling residents", "moving-and-handling"),
        ("supports people to eat", "eating-support"),
        ("supporting residents with dressing", "dressing-support"),
        ("changes people's pads", "toileting-support"),
        ("answered calls", "answering-calls"),
        ("organizing activities", "activity-planning"),
        ("person centered care", "person-centred-care"),
        ("pediatric first aid", "paediatric-first-aid"),
        ("multi disciplinary team", "multidisciplinary-team"),
        ("health & safety", "health-and-safety"),
        ("care for the elderly", "older-people-care"),
    ],
)
def test_a_name_is_found_however_it_is_put(shipped: Taxonomy, text: str, skill: str) -> None:
    assert skill in found(text, shipped)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("hand and food hygiene", "hand-hygiene food-hygiene"),
        ("support with washing, dressing and eating", "washing-bathing dressing-support eating-support"),
        ("moving and handling, infection control and first aid", "moving-and-handling infection-control first-aid"),
    ],
)
def test_names_that_share_a_word_in_a_list_are_all_found(shipped: Taxonomy, text: str, skills: str) -> None:
    assert found(text, shipped) == set(skills.split())


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("food saftey", "food-hygiene"),
        ("medicaton", "medication-administration"),
        ("dimentia", "dementia-care"),
        ("personel care", "personal-care"),
        ("hoisitng", "hoisting"),
        ("safegaurding", "safeguarding-adults"),
        ("comunication skills", "communication"),
        ("pallative care", "palliative-care"),
    ],
)
def test_a_slip_of_spelling_is_read_with_less_confidence(shipped: Taxonomy, text: str, skill: str) -> None:
    (mention,) = find_skills(text, shipped)
    assert mention.skill.id == skill
    assert mention.confidence <= 0.8


@pytest.mark.parametrize("text", ["meditation", "mediations", "foisting", "a salty sea", "Mediterranean cruises"])
def test_an_english_word_is_never_put_right(shipped: Taxonomy, text: str) -> None:
    assert "medication-administration" not in found(text, shipped)
    assert all(mention.confidence > 0.6 for mention in find_skills(text, shipped))


@pytest.mark.parametrize(
    "text",
    ["a ward to work on", "our home and care team", "supported by the team", "the prescribed dose", "clean air act"],
)
def test_general_words_side_by_side_name_nothing(shipped: Taxonomy, text: str) -> None:
    assert found(text, shipped) == set()


def test_two_names_of_one_skill_count_once_with_the_best_of_both(shipped: Taxonomy) -> None:
    text = "Makaton signing is desirable. Makaton."
    mentions = find_skills(text, shipped)
    (once,) = skills_of(mentions)
    assert len(mentions) == 2
    assert (once.confidence, once.standing) == (1.0, Standing.STATED)


def test_no_mentions_are_no_skills() -> None:
    assert skills_of([]) == []


SENTENCE = """
    I helped my nan wash and dress , medication personal care not no never desirable experience of hoists but the
    training given . ; : - Makaton caring flexible individuals food hygiene saftey gave him his tablets ( ) & every two
    hours turned her 999 İ £ ’s x
"""
WORDS = (*SENTENCE.split(), "\n")


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=120))
def test_any_text_gives_mentions_inside_it_in_order_without_overlap(engine: Engine, text: str) -> None:
    mentions = find_skills(text, engine.taxonomy)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(0 < mention.confidence <= 1 for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert find_skills(text, engine.taxonomy) == mentions


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_each_skill_comes_once_and_every_skill_comes(engine: Engine, text: str) -> None:
    mentions = find_skills(text, engine.taxonomy)
    once = [mention.skill.id for mention in skills_of(mentions)]
    assert sorted(once) == sorted({mention.skill.id for mention in mentions})


def oracle(text: str, names: dict[str, str]) -> set[tuple[str, str]]:
    """Every inflected name in a text, the slow way: each name tried at each word."""
    words = join_words(read_words(text))
    met = set()
    for name, skill in names.items():
        stems = [stem(word.written) for word in join_words(read_words(name))]
        if len(stems) < 2 or stems[0] == "be":
            continue
        for first in range(len(words) - len(stems) + 1):
            stretch = words[first : first + len(stems)]
            if [stem(word.written) for word in stretch] == stems:
                met.add((skill, text[stretch[0].start : stretch[-1].end]))
    return met


@pytest.mark.parametrize(
    "text",
    [
        "administered medication, cleaned rooms and answered phones while serving customers",
        "You will be answering calls, booking appointments, taking bloods and changing beds.",
        "I supervised staff; managed budgets; wrote reports and handled complaints",
    ],
)
def test_inflected_names_are_those_that_a_slow_search_meets(shipped: Taxonomy, text: str) -> None:
    expected = oracle(text, shipped.skill_names.names)
    kept = {(mention.skill.id, text[mention.start : mention.end]) for mention in find_skills(text, shipped)}
    assert expected
    assert {skill for skill, written in expected if len(written.split()) > 1} <= {skill for skill, _ in kept}


def test_words_that_do_not_matter_leave_the_others_in_order() -> None:
    kept = loose_words(read_words("helping the residents to safely wash"))
    assert [key for _, key in kept] == ["help", "wash"]
    assert is_dropped("safely")
    assert not is_dropped("family")


def test_of_two_owners_of_a_loose_name_our_own_skill_is_meant() -> None:
    names = build_skill_names({"bathe the old dogs": "theirs", "bathing old dogs": "ours"}, {"ours"})
    assert names.loose.ids["bath", "old", "dog"] == "ours"


def test_two_words_of_another_taxonomy_are_not_turned_round() -> None:
    names = build_skill_names({"grooming dogs": "theirs", "walking dogs": "ours"}, {"ours"})
    assert set(names.loose.ids) == {("walk", "dog"), ("dog", "walk")}


def test_a_word_that_two_are_equally_near_to_is_left_alone() -> None:
    words, misspelt = corrected_words(read_words("washxng"), frozenset({"washing", "washeng"}))
    assert [word.written for word in words] == ["washxng"]
    assert misspelt == frozenset()


def test_a_mention_states_by_default(shipped: Taxonomy) -> None:
    assert SkillMention(shipped.skills[0], 0, 1, 1.0).standing is Standing.STATED


def test_without_a_list_of_english_words_nothing_is_put_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.text.skills.spelling._ordinary_words", frozenset)
    words, misspelt = corrected_words(read_words("washxng"), frozenset({"washing", "unlike"}))
    assert [word.written for word in words] == ["washxng"]
    assert misspelt == frozenset()
