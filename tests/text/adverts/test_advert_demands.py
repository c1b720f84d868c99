"""Whole adverts of care homes, home care, supported living and hospitals, and how their sentences ask for skills."""

import pytest
from invented_adverts import ADVERTS, Advert
from reading import essential, optional

from matcher.taxonomy import load_taxonomy
from matcher.text.adverts.demands.finding import find_demands, find_title_demands, skills_demanded


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.title)
def test_an_advert_is_read_as_somebody_would_note_it(advert: Advert) -> None:
    assert essential(advert.text, advert.title) == set(advert.asked.split())
    assert optional(advert.text, advert.title) == set(advert.welcome.split())


def test_every_demand_is_for_a_skill_of_the_taxonomy() -> None:
    assert skills_demanded() <= set(load_taxonomy().skill_index)


@pytest.mark.parametrize(
    ("title", "skill"),
    [
        ("Head Chef", "cooking"),
        ("Home Carer", "home-care"),
        ("Night Support Worker", "night-care"),
        ("Receptionist", "reception"),
        ("Live-in Carer", "live-in-care"),
        ("Healthcare Assistant - HMP Example", "offender-work"),
    ],
)
def test_a_title_asks_for_what_everybody_with_it_does(title: str, skill: str) -> None:
    assert skill in {demand.skill for demand in find_title_demands(title)}
    assert skill in essential("Apply today.", title)


@pytest.mark.parametrize("title", ["Care Home Manager", "Kitchen Porter"])
def test_a_title_asks_for_nothing_that_only_sounds_alike(title: str) -> None:
    assert {"home-care", "transporting-patients"}.isdisjoint(demand.skill for demand in find_title_demands(title))


def test_what_will_be_taught_is_neither_asked_nor_welcome() -> None:
    text = "You will be trained in catheter care and hoisting."
    assert {"catheter-care", "hoisting"}.isdisjoint(essential(text) | optional(text))


@pytest.mark.parametrize(
    "text", ["Join our friendly, dedicated team.", "You will work alongside highly motivated colleagues."]
)
def test_what_the_team_is_like_is_not_asked(text: str) -> None:
    assert {"positive-attitude", "hard-working"}.isdisjoint(essential(text))


def test_what_is_asked_of_a_team_player_is_asked() -> None:
    assert {"compassion", "teamwork"} <= essential("You must be a caring team player.")


def test_support_offered_to_people_tells_whom_one_works_with() -> None:
    assert "autism" in essential("We offer day and night support to adults with autism.")


def test_an_offer_rules_what_follows_it_and_not_what_went_before() -> None:
    text = "You must be punctual, and in return we offer paid first aid courses."
    assert essential(text) == {"punctuality"}


def test_a_duty_needs_no_subject() -> None:
    assert "privacy" in essential("To respect the privacy of residents at all times.")
    assert "incident-reporting" in essential("Reporting incidents to the manager.")


def test_an_item_that_sounds_like_a_heading_is_asked() -> None:
    assert {"cleaning", "coshh"} <= essential(
        "You will need:\nCleaning experience\nKnowledge of COSHH\nA driving licence"
    )


def test_a_sentence_among_benefits_that_turns_to_the_person_is_asked() -> None:
    text = "What we offer\n\nA pension and a bonus.\n\nAs a care worker you will be involved in hoisting."
    assert "hoisting" in essential(text)


def test_manual_handling_is_of_people_where_people_are_cared_for() -> None:
    assert "moving-and-handling" in essential("Duties:\n- Personal care\n- Manual handling")
    assert "manual-handling-goods" in essential("Duties:\n- Manual handling\n- Deliveries")


def test_a_licence_that_is_needed_asks_for_driving() -> None:
    assert "driving" in essential("A full UK driving licence is essential.")
    assert "driving" not in essential("A driving licence would be an advantage.")


def test_complex_care_without_clinical_work_is_care_of_people_with_complex_needs() -> None:
    assert "special-needs-support" in essential("You will provide complex care to our residents.")
    assert "complex-care" in essential("You will provide complex care, tracheostomy care and suctioning.")


@pytest.mark.parametrize(
    ("text", "particular", "general"),
    [
        ("You will follow infection control procedures.", "infection-control", "following-policies"),
        ("You must have excellent verbal and written communication skills.", "communication", "communication-channels"),
        ("You will prompt people to take their medication.", "medication-prompting", "medication-administration"),
        ("You will use your own initiative.", "independent-working", "initiative"),
    ],
)
def test_one_demand_is_one_skill(text: str, particular: str, general: str) -> None:
    assert particular in essential(text)
    assert general not in essential(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("without direct supervision", "supervision-in-care"),
        ("making a real difference to residents and their families", "family-communication"),
        ("live independently", "independent-working"),
        ("a friendly NHS trust", "building-rapport"),
        ("System literacy is essential", "english-skills"),
        ("insulin administration", "admin"),
    ],
)
def test_words_in_another_sense_demand_nothing(text: str, skill: str) -> None:
    assert skill not in {demand.skill for demand in find_demands(text)}
