"""Everyday phrases of caring, volunteering and other work, on the tables that ship."""

import pytest

from matcher.engine import Engine
from matcher.taxonomy import Taxonomy
from matcher.text.skills.everyday import everyday_skills
from matcher.text.skills.mentions import find_skills
from matcher.text.skills.qualities import quality_skills


@pytest.fixture(scope="module")
def shipped(engine: Engine) -> Taxonomy:
    return engine.taxonomy


def shown(text: str, taxonomy: Taxonomy) -> set[str]:
    return {mention.skill.id for mention in find_skills(text, taxonomy)}


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("I looked after my dad with dementia", "family-caring dementia-care"),
        ("I gave him his tablets", "medication-administration"),
        ("I ran the food bank on Saturdays", "community-working"),
        ("I helped nan get washed and dressed", "personal-care"),
        ("I helped my gran get dressed", "dressing-support"),
        ("took my son to his appointments", "accompanying-people"),
        ("sorted out her pension and bills", "personal-admin-support"),
        ("I turned her every two hours", "repositioning"),
        ("kept him calm when he kicked off", "extreme-emotions"),
        ("made sure she ate", "eating-support"),
        ("fed my brother through his PEG", "peg-feeding"),
        ("did the school run", "childcare"),
        ("coached the under 9s", "sport-coaching"),
        ("worked the till", "till-work"),
        ("closed up the shop", "opening-closing"),
        ("cashed up", "cash-handling"),
        ("made beds", "bed-making"),
        ("changed nappies", "childrens-physical-care"),
        ("cooked for forty", "cooking"),
        ("signed for my deaf cousin", "sign-language"),
        ("interpreted for my parents", "interpreting"),
        ("popped in on my elderly neighbour", "companionship"),
        ("emptied her commode", "toileting-support"),
        ("pushed him in his wheelchair", "mobility-support"),
        ("spoke up for my daughter", "advocacy"),
        ("I served in the army for twelve years", "military-discipline"),
        ("pulled pints", "serving-drinks"),
        ("stacked shelves", "shelf-stacking"),
        ("I was a dinner lady", "playground-supervision"),
        ("I worked as a cleaner", "cleaning"),
        ("drove a minibus for the scouts", "minibus-driving"),
        ("I'm never late", "punctuality"),
        ("washing, dressing, hoist", "washing-bathing dressing-support hoisting"),
        ("dressing, washing", "dressing-support"),
        ("dressings, catheters", "wound-care catheter-care"),
    ],
)
def test_an_everyday_phrase_shows_its_skill(shipped: Taxonomy, text: str, skills: str) -> None:
    assert shown(text, shipped) >= set(skills.split())


def test_caring_for_a_grandmother_shows_four_skills(shipped: Taxonomy) -> None:
    text = (
        "I looked after my nan for six years, gave her medication, did the shopping and dealt with the district nurses"
    )
    found = {"older-people-care", "medication-administration", "shopping-for-people", "professional-liaison"}
    assert shown(text, shipped) == found


def test_a_phrase_that_is_denied_shows_nothing(shipped: Taxonomy) -> None:
    assert shown("I have never given anybody their tablets", shipped) == set()


def test_a_phrase_does_not_run_on_over_a_full_stop(shipped: Taxonomy) -> None:
    assert "medication-administration" not in shown("I gave. The tablets were his.", shipped)


@pytest.mark.parametrize("text", ["The shop gave a discount", "Our home is by the sea", "My nan is ninety"])
def test_a_sentence_about_something_else_shows_nothing(shipped: Taxonomy, text: str) -> None:
    assert shown(text, shipped) == set()


def test_every_phrase_and_quality_shows_a_skill_that_ships(shipped: Taxonomy) -> None:
    assert (everyday_skills() | quality_skills()) - set(shipped.skill_index) == set()


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("We are looking for caring, flexible individuals", "compassion flexibility"),
        ("You will be kind and enthusiastic", "compassion hard-working"),
        ("I am friendly and outgoing", "positive-attitude confidence"),
        ("- Professional\n- Caring", "professional-boundaries compassion"),
    ],
)
def test_a_quality_of_a_person_counts(shipped: Taxonomy, text: str, skills: str) -> None:
    assert shown(text, shipped) == set(skills.split())


def test_dressing_beside_washing_covers_no_wound(shipped: Taxonomy) -> None:
    assert "wound-care" not in shown("washing, dressing, hoist", shipped)


@pytest.mark.parametrize(
    "text", ["We are a caring company", "our friendly team", "flexible working", "a positive report", "In-patient unit"]
)
def test_a_quality_of_something_else_does_not(shipped: Taxonomy, text: str) -> None:
    assert shown(text, shipped) == set()


def test_what_the_employer_claims_of_itself_is_asked_of_nobody(shipped: Taxonomy) -> None:
    assert shown("We are committed to dignity and respect", shipped) == set()


@pytest.mark.parametrize("text", ["childcare vouchers", "confidential counselling service", "Public Health England"])
def test_a_benefit_or_a_body_is_no_skill(shipped: Taxonomy, text: str) -> None:
    assert shown(text, shipped) == set()
