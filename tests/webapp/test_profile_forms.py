"""The sections of somebody's details: what is known fills them, and what comes back is read as cells are."""

from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from matcher.domain import Candidate, RightToWork, parse_shifts
from matcher.engine import Engine
from matcher.store import Store
from webapp.forms.profile import SECTIONS, USUAL_TIMES
from webapp.forms.profile_reading import answers_of, open_section, read_section, status_of

PERSON = Candidate(id="C", skills=("first-aid",), skill_evidence="first-aid: certified 2023-05", about="I sing.")


@pytest.mark.parametrize("name", SECTIONS)
def test_every_record_comes_back_from_every_section_as_it_went_in(
    app: Flask, engine: Engine, store: Store, name: str
) -> None:
    for stored in (*store.candidates(), PERSON):
        # "Not stated" and nothing said are one answer.
        unsaid = {"right_to_work": None} if stored.right_to_work is RightToWork.NOT_STATED else {}
        record = stored.model_copy(update=unsaid)
        assert _read(app, engine, name, record) == (record, {}), record.id


def test_not_stated_is_not_a_choice_that_is_lost(app: Flask, engine: Engine) -> None:
    unstated = PERSON.model_copy(update={"right_to_work": RightToWork.NOT_STATED})
    assert _read(app, engine, "checks", unstated) == (PERSON, {})


def test_a_section_alters_its_own_answers_alone(app: Flask, engine: Engine) -> None:
    changed, _ = _read(app, engine, "travel", PERSON, postcode="LS9 7TF", vehicle="yes")
    assert changed
    assert (changed.postcode, changed.vehicle) == ("LS9 7TF", True)
    assert changed.place
    assert changed.model_copy(update=dict.fromkeys(("postcode", "place", "vehicle"))) == PERSON


def test_an_emptied_postcode_takes_its_place_along(app: Flask, engine: Engine) -> None:
    there, _ = _read(app, engine, "travel", PERSON, postcode="LS9 7TF")
    assert there
    assert _read(app, engine, "travel", there, postcode="") == (PERSON, {})


def test_skills_in_other_words_and_their_evidence_stay(app: Flask, engine: Engine) -> None:
    changed, _ = _read(app, engine, "skills", PERSON, skills="cooking\njuggling swords\nfirst aid [certified 2023-05]")
    assert changed
    assert set(changed.skills or ()) == {"cooking", "first-aid"}
    assert changed.unlinked_skills == ("juggling swords",)
    assert changed.skill_evidence == PERSON.skill_evidence


def test_usual_times_and_other_times_are_read_together(app: Flask, engine: Engine) -> None:
    given_ = {"usual_times": ["mon-fri school_hours"], "shifts": "sat 10:00-14:00"}
    changed, _ = _read(app, engine, "times", PERSON, **given_)
    assert changed
    assert set(changed.shifts or ()) == set(parse_shifts("mon-fri school_hours; sat 10:00-14:00"))
    told = answers_of(changed, engine.taxonomy)
    assert told["usual_times"] == ["mon-fri school_hours"]
    assert told["shifts"] == "sat 10:00-14:00"


def test_a_sector_in_their_own_words_can_stay_or_go(app: Flask, engine: Engine) -> None:
    odd = PERSON.model_copy(update={"prior_sector": ("retail", "circus")})
    assert _read(app, engine, "background", odd) == (odd, {})
    changed, _ = _read(app, engine, "background", odd, prior_sector=["retail"])
    assert changed
    assert changed.prior_sector == ("retail",)


def test_every_fault_of_a_section_is_said_at_once_on_its_field(app: Flask, engine: Engine) -> None:
    changed, errors = _read(app, engine, "times", PERSON, hours_min="some", pay_min_gbp_per_hour="lots", shifts="never")
    assert changed is None
    assert errors.keys() == {"hours_min", "pay_min_gbp_per_hour", "shifts"}
    assert all("hours_min" not in said[0] and "shifts '" not in said[0] for said in errors.values())


def test_a_fault_reads_as_a_sentence(app: Flask, engine: Engine) -> None:
    _, errors = _read(app, engine, "travel", PERSON, postcode="LSS 7TF")
    assert errors["postcode"][0].startswith("Postcode: 'LSS 7TF' is not a UK postcode: write it like LS9 7TF")
    _, errors = _read(app, engine, "times", PERSON, hours_min="30", hours_max="20")
    assert errors["hours_min"][0].startswith("‘Fewest hours a week’ 30 is above ‘Most hours a week’ 20")


def test_none_is_an_answer_and_blank_is_not(app: Flask, engine: Engine) -> None:
    none, _ = _read(app, engine, "qualifications", PERSON, qualifications="none")
    blank, _ = _read(app, engine, "qualifications", PERSON, qualifications="")
    assert none
    assert blank
    assert (none.qualifications, blank.qualifications) == ((), None)
    assert status_of(none, SECTIONS["qualifications"]) == "begun"
    assert status_of(blank, SECTIONS["qualifications"]) == "not_begun"


@pytest.mark.parametrize("written", USUAL_TIMES)
def test_usual_times_are_shifts_that_can_be_read(written: str) -> None:
    assert parse_shifts(written)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(SECTIONS)), typed=st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_with_words(app: Flask, engine: Engine, name: str, typed: str) -> None:
    fields = dict.fromkeys(SECTIONS[name].fields, typed)
    changed, errors = _read(app, engine, name, PERSON, **fields)
    assert changed or all(said and said[0] for said in errors.values())
    assert changed or errors


def _read(
    app: Flask, engine: Engine, name: str, record: Candidate, **typed: Any
) -> tuple[Candidate | None, dict[str, list[str]]]:
    """What a section makes of a record when it is sent with these answers in place of those that fill it."""
    section = SECTIONS[name]
    with app.test_request_context():
        form = open_section(section, record, engine.taxonomy)
        sent = {field.name: field.data for field in form.answers} | typed
    pairs = [(key, value) for key, data in sent.items() for value in (data if isinstance(data, list) else [data])]
    with app.test_request_context(method="POST", data=MultiDict(pairs)):
        form = open_section(section, record, engine.taxonomy)
        return read_section(form, section, record, engine), dict(form.errors)
