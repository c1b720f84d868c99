"""What becomes of a draft: jobs, months, ticks, and the fields that are handed on."""

from collections.abc import Callable

import pytest

from matcher.domain import Candidate
from matcher.text.cvs import CvDraft

Read = Callable[[str], CvDraft]
CV = """Work
Care assistant, Sunny House care home, Jan 2019 - present
Cleaner, Leeds General Infirmary, 2015 - 2018
Training
Care Certificate
Level 2 food hygiene
"""


def fields(draft: CvDraft) -> dict[str, object]:
    return draft.as_candidate_fields(draft.ticked)


def test_the_fields_make_a_candidate(read: Read) -> None:
    candidate = Candidate(id="c1", **fields(read(CV + "I have a full driving licence. I can work weekends.")))
    assert candidate.prior_occupation == "care-assistant"
    assert candidate.driving_licence is True
    assert {shift.day for shift in candidate.shifts or ()} == {5, 6}


def test_only_what_is_ticked_is_handed_on(read: Read) -> None:
    draft = read(CV)
    assert draft.as_candidate_fields([]) == {}
    cleaner = next(job for job in draft.jobs if job.title == "Cleaner")
    assert draft.as_candidate_fields([cleaner.key])["prior_occupation"] == "building-cleaner"


def test_employers_dates_gaps_and_quotes_are_not_handed_on(read: Read) -> None:
    handed = repr(fields(read(CV.replace("2015 - 2018", "2005 - 2008"))))
    assert not [word for word in ("Sunny", "Infirmary", "2005", "2019", "gap") if word in handed]


def test_a_gap_is_told_to_the_person_alone(read: Read) -> None:
    draft = read(CV.replace("2015 - 2018", "2005 - 2008"))
    assert [gap.n_months for gap in draft.gaps] == [120]
    assert "gaps" not in fields(draft)
    assert fields(draft) == fields(read(CV.replace("2015 - 2018", "2014 - 2017")))


def test_work_in_care_comes_before_later_work(read: Read) -> None:
    draft = read("Work\nBarista, Costa, 2022 - 2024\nCare assistant, Sunny House, 2018 - 2020")
    assert fields(draft)["prior_occupation"] == "care-assistant"


def test_months_of_one_occupation_are_counted_once_where_jobs_overlap(read: Read) -> None:
    draft = read("Work\nCleaner, A Ltd, Jan 2018 - Dec 2018\nCleaner, B Ltd, Jul 2018 - Jun 2019")
    assert fields(draft)["experience_months"] == 18


def test_years_give_an_honest_range(read: Read) -> None:
    job = read("Work\nCleaner, 2015 - 2018").jobs[0]
    assert job.months == (26, 36, 48)
    assert job.began is not None
    assert job.began.precision == "year"


def test_a_current_job_is_counted_to_the_day_of_reading(read: Read) -> None:
    job = read("Work\nCleaner, Oct 2026 - present").jobs[0]
    assert (job.is_current, job.months) == (True, (2, 2, 2))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("I have been an unpaid carer for my mum for four years", "unpaid-caring"),
        ("Looked after my nan until she died", "unpaid-caring"),
        ("I cared for my disabled brother", "unpaid-caring"),
        ("I volunteer at the food bank on Saturdays", "volunteering"),
        ("I worked at Tesco for three years", "retail"),
        ("I worked in a care home for a year", "social-care"),
        ("I was a bus driver for 12 years", "transport-driving"),
        ("I served in the army as a private for six years", "armed-forces"),
    ],
)
def test_a_sentence_is_enough(read: Read, text: str, sector: str) -> None:
    assert sector in fields(read(text)).get("prior_sector", ())


@pytest.mark.parametrize(
    "text",
    [
        "I would like to work as a care assistant",
        "Looking for a job as a support worker",
        "I have no experience as a carer",
        "I am a hard worker and a team player",
        "I am bringing up my children",
    ],
)
def test_a_wish_or_a_virtue_is_no_job(read: Read, text: str) -> None:
    assert read(text).jobs == ()


def test_a_title_may_stand_above_beside_or_below_its_dates(read: Read) -> None:
    above = read("Work\nSupport worker\nMencap, Leeds\n2015 - 2018\nCleaner\nISS, Leeds\n2012 - 2015")
    beside = read("Work\nSupport worker, Mencap   2015 - 2018\nCleaner, ISS   2012 - 2015")
    below = read("Work\n2015 - 2018\nSupport worker\nMencap, Leeds\n2012 - 2015\nCleaner\nISS, Leeds")
    for draft in (above, beside, below):
        assert [(job.title, str(job.began)) for job in draft.jobs] == [("Support worker", "2015"), ("Cleaner", "2012")]
        assert "Mencap" in draft.jobs[0].employer


def test_dates_of_what_was_taken_out_are_not_given_to_another_job(read: Read) -> None:
    draft = read("Work\nSupport worker\n2019 - 2021\nMaternity leave\n2017 - 2018\nCleaner\n2012 - 2015")
    assert [str(job.began) for job in draft.jobs] == ["2019", "2012"]


def test_school_is_no_job(read: Read) -> None:
    assert read("Education\n1995 - 2000 Roundhay School\nLeeds City College 2000 - 2002 Catering").jobs == ()


def test_what_is_being_studied_for_is_not_ticked(read: Read) -> None:
    draft = read("Training\nCurrently studying NVQ level 3 in health and social care")
    assert [(item.id, item.is_ticked) for item in draft.qualifications] == [("diploma-care-3", False)]


@pytest.mark.parametrize(
    ("text", "qualification"),
    [
        ("Health & Social Care NVQ Level 2", "diploma-care-2"),
        ("NVQ2 Health and Social Care", "diploma-care-2"),
        ("Level Two food hygiene", "food-hygiene-2"),
        ("BSc (Hons) Nursing", "nursing-degree"),
        ("Bachelor of Science in Nursing", "nursing-degree"),
        ("A Levels: French, History", "a-levels"),
        ("NVQ Level 2 Beekeeping", "level-2-other"),
    ],
)
def test_a_qualification_is_found_however_it_is_ordered(read: Read, text: str, qualification: str) -> None:
    assert qualification in {item.id for item in read(f"Education\n{text}").qualifications}


def test_a_lapsed_registration_is_not_held(read: Read) -> None:
    assert read("Registrations\nRGN (lapsed)").registrations == ()
    assert [item.id for item in read("Registrations\nRGN").registrations] == ["nmc-nurse"]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Full clean driving licence", "driving_licence", True),
        ("I don't drive", "driving_licence", False),
        ("Provisional licence", "driving_licence", False),
        ("own car", "vehicle", True),
        ("Enhanced DBS", "dbs_status", "held_enhanced"),
        ("I can work 16 to 20 hours a week", "hours_max", 20.0),
        ("Available for waking nights", "shifts", "mon-sun waking_night"),
    ],
)
def test_an_answer_is_found(read: Read, text: str, field: str, value: object) -> None:
    assert (field, value) in {(fact.field, fact.value) for fact in read(text).facts}


def test_a_licence_to_sell_alcohol_is_no_driving_licence(read: Read) -> None:
    assert read("I hold a personal licence").facts == ()


def test_no_jobs_is_said(read: Read) -> None:
    assert read("Reading, singing").notes == ("No jobs, caring or volunteering were found: add them by hand.",)


def test_what_is_partly_covered_is_shown_from_the_beginning_of_its_sentence(read: Read) -> None:
    draft = read("2012-2018 Cared for my mum who had dementia, gave her tablets.")
    quote = next(item.quote for item in draft.skills if item.id == "dementia-care")
    assert quote.startswith("2012-2018 Cared for my mum")
    assert "dementia" not in quote


def test_that_other_languages_are_spoken_is_kept_and_not_which(read: Read) -> None:
    draft = read("Care assistant, Elm House, 2019 - 2021\nLanguages: Romanian (native), English (fluent)")
    assert "languages" in {item.id for item in draft.skills}
    assert "Romanian" not in str(draft.as_dict())


@pytest.mark.parametrize(
    "text",
    [
        "I do not want to work nights.",
        "Available Monday to Friday, not nights.",
        "Available any time other than weekends.",
        "I do not hold a Care Certificate.",
        "I never got my NVQ level 2 in health and social care.",
        "I have an enhanced DBS that ran out in 2019.",
        "Enhanced DBS not in place yet.",
    ],
)
def test_what_somebody_does_not_hold_or_do_is_not_ticked(read: Read, text: str) -> None:
    draft = read(text)
    assert [item.label for item in (*draft.facts, *draft.qualifications) if item.is_ticked] == []


def test_a_licence_that_was_revoked_is_no_licence(read: Read) -> None:
    assert fields(read("My driving licence was revoked."))["driving_licence"] is False


def test_a_hotel_worker_brings_no_care_sector(read: Read) -> None:
    (job,) = read("2015 - 2018 Head Housekeeper, Royal Hotel, Scarborough").jobs
    assert "social-care" not in job.sectors
