"""Skills asked and welcomed, and the parts of an advert they stand in."""

import pytest
from reading import essential, optional, read

BENEFITS = [
    "Benefits:",
    "What's in it for you?",
    "In return",
    "In return we offer:",
    "Why work for us?",
    "What we can offer you",
]
ASKED = [
    "Essential:",
    "You will need:",
    "What we're looking for",
    "Person specification",
    "The ideal candidate:",
    "About you",
]
DUTIES = ["Key responsibilities:", "Your day to day:", "Main duties", "The role:", "What you'll be doing:"]
WELCOME = ["Desirable:", "Desirable skills", "It would be an advantage to have:", "Nice to have:"]


@pytest.mark.parametrize("heading", [*ASKED, *DUTIES])
def test_a_skill_under_what_is_asked_or_done_is_essential(heading: str) -> None:
    assert "hoisting" in essential(f"{heading}\n\n- Hoisting\n- Meal preparation")


@pytest.mark.parametrize("heading", WELCOME)
def test_a_skill_under_what_is_welcome_is_optional(heading: str) -> None:
    text = f"You must have medication experience.\n\n{heading}\n\n- Hoisting\n- Catheter care"
    assert {"hoisting", "catheter-care"} <= optional(text)
    assert "hoisting" not in essential(text)


@pytest.mark.parametrize("heading", BENEFITS)
def test_a_skill_under_benefits_is_not_asked(heading: str) -> None:
    text = f"{heading}\n\n- Medication training\n- Gardening club\n- First aid courses"
    assert essential(text) == optional(text) == set()


def test_what_the_employer_is_like_is_not_asked() -> None:
    text = "About us\n\nWe are a compassionate, friendly charity with a passion for gardening and music."
    assert essential(text) == set()


def test_the_people_cared_for_tell_what_must_be_known() -> None:
    assert "dementia-care" in essential("Our home cares for older people living with dementia.")


def test_a_desirable_skill_is_not_recorded_as_needed() -> None:
    text = "You must have experience of personal care. Catheter care would be an advantage."
    assert "personal-care" in essential(text)
    assert "catheter-care" in optional(text)
    assert "catheter-care" not in essential(text)


def test_a_label_rules_its_own_line_alone() -> None:
    text = "Desirable: catheter care\n\nYou will give personal care to our residents."
    assert "catheter-care" in optional(text)
    assert "personal-care" in essential(text)


def test_a_skill_is_essential_or_optional_and_not_both() -> None:
    text = "Essential:\n\n- Dementia care\n\nDesirable:\n\n- Dementia care\n- Makaton"
    assert "dementia-care" in essential(text)
    assert optional(text) == {"makaton"}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("You will work as part of a team.", "teamwork"),
        ("You need to be kind and caring.", "compassion"),
        ("You must be able to work on your own initiative.", "independent-working"),
        ("You will keep accurate records.", "care-records"),
        ("You will build positive relationships with residents.", "building-rapport"),
        ("You are reliable and enthusiastic.", "reliability"),
        ("You will support people in their own homes.", "home-care"),
        ("You will help residents to wash and dress.", "dressing-support"),
        ("You will treat everybody with dignity and respect.", "dignity"),
        ("You will follow our policies and procedures.", "following-policies"),
        ("You will support people to live as independently as possible.", "promoting-independence"),
        ("You will liaise with GPs and other health professionals.", "professional-liaison"),
        ("We need flexible people.", "flexibility"),
        ("You will take people out and support them in the local community.", "community-access"),
    ],
)
def test_demands_in_words_that_name_no_skill_are_read(text: str, skill: str) -> None:
    assert skill in essential(text)


def test_how_to_apply_asks_no_skill() -> None:
    assert essential("To apply, send your CV by email and we will arrange an interview by telephone.") == set()


def test_each_skill_carries_the_sentence_that_asks_for_it() -> None:
    draft = read("We are in Leeds. You will give personal care. Join us.")
    (reading,) = (reading for reading in draft.essential_skills if reading.value == "personal-care")
    assert reading.sentence == "You will give personal care."
    assert draft.text[reading.start : reading.end] == reading.sentence


def test_shift_work_is_asked_where_shifts_change() -> None:
    assert "shift-work" in essential("You will work a variety of shifts on a rota.")
    assert "shift-work" not in essential("Monday to Friday, 9am to 5pm.")
