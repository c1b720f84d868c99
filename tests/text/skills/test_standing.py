"""What a clause says of the skill it names."""

import pytest

from matcher.engine import Engine
from matcher.text.skills.standing import Standing, Standings


def standing(text: str, name: str) -> Standing | None:
    start = text.index(name)
    return Standings(text).of(start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I have no experience of hoists.", "hoists"),
        ("no experience with hoists, stoma care or catheters", "catheters"),
        ("I have never done personal care", "personal care"),
        ("I've never used a hoist", "hoist"),
        ("Personal care is not required", "Personal care"),
        ("personal care isn't needed", "personal care"),
        ("without experience of dementia", "dementia"),
        ("There is no need for a driving licence", "driving licence"),
        ("I don't drive", "drive"),
        ("I can't cook but I can clean", "cook"),
        ("I haven't done moving and handling yet", "moving and handling"),
        ("You do not need experience of personal care", "personal care"),
        ("This post does not involve personal care", "personal care"),
        ("No lifting, no personal care", "personal care"),
        ("I am not confident with medication", "medication"),
        ("You won't be asked to do personal care", "personal care"),
        ("Everything except medication", "medication"),
        ("Neither hoists nor medication", "medication"),
        ("You are not expected to provide personal care", "personal care"),
        ("I’m not trained in first aid", "first aid"),
    ],
)
def test_a_denied_skill_is_left_out(text: str, name: str) -> None:
    assert standing(text, name) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Makaton desirable", "Makaton"),
        ("Makaton is highly desirable.", "Makaton"),
        ("Driving licence (desirable)", "Driving licence"),
        ("Desirable: Makaton, epilepsy and PEG feeding", "PEG feeding"),
        ("Dementia experience would be an advantage", "Dementia"),
        ("Ideally you will have food hygiene", "food hygiene"),
        ("Food hygiene would be nice to have", "Food hygiene"),
        ("Experience of autism preferred", "autism"),
        ("A driving licence is not essential", "driving licence"),
        ("Knowledge of epilepsy beneficial", "epilepsy"),
        ("Dementia care is useful but not essential", "Dementia care"),
        ("Whilst not essential, experience of dementia would help", "dementia"),
        ("It would be great if you had Makaton", "Makaton"),
        ("We would prefer somebody with first aid", "first aid"),
        ("If you have food hygiene, that is a bonus", "food hygiene"),
        ("You will provide personal care, and experience of dementia is desirable", "dementia"),
        ("Driving licence essential, knowledge of dementia desirable", "dementia"),
        ("Desirable experience\n\n- Makaton\n- Epilepsy", "Epilepsy"),
        ("Nice to have\n\n- Makaton", "Makaton"),
        ("It would be great if you also have:\n- first aid", "first aid"),
    ],
)
def test_a_welcome_skill_is_desirable(text: str, name: str) -> None:
    assert standing(text, name) is Standing.DESIRABLE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Medication training will be given", "Medication"),
        ("full training in moving and handling provided", "moving and handling"),
        ("We will teach you Makaton", "Makaton"),
        ("I am willing to learn sign language", "sign language"),
        ("keen to learn about dementia", "dementia"),
        ("You will be trained in medication and catheter care", "catheter care"),
        ("You will receive full training including first aid and food hygiene", "food hygiene"),
        ("We offer training in dementia, end of life care and medication", "medication"),
        ("I am working towards food hygiene", "food hygiene"),
        ("first aid (full training given)", "first aid"),
        ("We'll show you how to use a hoist", "hoist"),
        ("Training provided:\n- first aid\n- hoists", "hoists"),
    ],
)
def test_a_skill_to_be_learnt_is_taught(text: str, name: str) -> None:
    assert standing(text, name) is Standing.TAUGHT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("no experience of hoists, but confident with medication", "medication"),
        ("not only medication but also personal care", "medication"),
        ("experience is not essential but good communication is", "communication"),
        ("no problem with personal care", "personal care"),
        ("never late, can't fault her communication", "communication"),
        ("I don't mind personal care", "personal care"),
        ("Not shy of personal care", "personal care"),
        ("No two days are the same: personal care, activities", "personal care"),
        ("I've never missed a medication round", "medication round"),
        ("with or without experience of dementia", "dementia"),
        ("I have completed training in first aid", "first aid"),
        ("I was taught sign language by my sister", "sign language"),
        ("Driving licence essential, knowledge of dementia desirable", "Driving licence"),
        ("first aid (essential), Makaton (desirable)", "first aid"),
        ("You must have first aid; Makaton is desirable", "first aid"),
        ("Desirable:\n- Makaton\n\nEssential:\n- first aid", "first aid"),
        (
            "Desirable\n\n- Makaton\n\nYou will help older people with all of their personal care at our home.",
            "personal",
        ),
        ("You will help with personal care, and full training will be provided", "personal care"),
        ("No experience is needed. You will help with personal care.", "personal care"),
    ],
)
def test_what_stands_beside_a_cue_and_is_not_meant_is_stated(text: str, name: str) -> None:
    assert standing(text, name) is Standing.STATED


def test_standings_may_be_asked_for_in_any_order() -> None:
    text = "No hoists. First aid. Makaton desirable."
    read = Standings(text)
    places = [(text.index(name), text.index(name) + len(name)) for name in ("Makaton", "hoists", "First aid")]
    assert [read.of(*place) for place in places] == [Standing.DESIRABLE, None, Standing.STATED]


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    assert standing("İİİİ no experience of hoists", "hoists") is None


def test_stated_is_stronger_than_taught_and_taught_than_desirable() -> None:
    assert Standing.STATED.strength > Standing.TAUGHT.strength > Standing.DESIRABLE.strength


def test_an_endless_line_is_read_to_its_end() -> None:
    text = "first aid desirable " * 3000
    assert standing(text + "Makaton desirable", "Makaton") is Standing.DESIRABLE


def test_what_somebody_would_like_to_learn_is_not_stated(engine: Engine) -> None:
    (mention,) = engine.find_skills("I would like to learn British Sign Language")
    assert (mention.skill.id, mention.standing) == ("sign-language", Standing.TAUGHT)


@pytest.mark.parametrize("text", ["I hate cooking", "I'd rather die than clean toilets", "I am useless at ironing"])
def test_dislike_is_no_skill(engine: Engine, text: str) -> None:
    assert engine.find_skills(text) == []
