"""Contract, driving, checks, registration, qualification, experience, closing date, places, positions."""

from datetime import date

import pytest
from reading import read

from matcher.domain import Contract, DbsLevel
from matcher.text.adverts.readings import Need

NEEDED, DESIRABLE, NOT_NEEDED = Need


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("A permanent post", "Carer", Contract.PERMANENT),
        ("This is a fixed term contract for 6 months.", "Carer", Contract.FIXED_TERM),
        ("Join our staff bank.", "Carer", Contract.BANK),
        ("Join us.", "Care assistant - Bank", Contract.BANK),
        ("This is a zero hours contract.", "Carer", Contract.ZERO_HOURS),
        ("Join us.", "Apprentice carer", Contract.APPRENTICESHIP),
        ("Contract type: permanent", "Carer", Contract.PERMANENT),
        ("Maternity cover until June", "Carer", Contract.FIXED_TERM),
        ("You get eight bank holidays.", "Carer", None),
        ("Contract: permanent, bank or temporary", "Carer", None),
        ("Bonuses like those of our permanent staff", "Carer", None),
        ("You have completed an apprenticeship.", "Carer", None),
        ("Permanent or temporary, full time or part time", "Carer", None),
        ("No zero hours contracts here", "Carer", None),
        ("12 month FTC", "Carer", Contract.FIXED_TERM),
        ("Casual / relief workers", "Carer", Contract.BANK),
        ("Contract\n\nPerm", "Carer", Contract.PERMANENT),
        ("This contract will end on 31 March 2027.", "Carer", Contract.FIXED_TERM),
    ],
)
def test_the_contract_is_read(text: str, title: str, expected: Contract | None) -> None:
    found = read(text, title).contract
    assert (found.value if found else None) is expected


@pytest.mark.parametrize(
    ("text", "licence", "vehicle"),
    [
        ("A full UK driving licence is essential.", NEEDED, None),
        ("You must have a driving licence and your own car.", NEEDED, NEEDED),
        ("Car driver essential", NEEDED, NEEDED),
        ("Car owner/driver", NEEDED, NEEDED),
        ("A driving licence is desirable but not essential.", DESIRABLE, None),
        ("No driving licence needed", NOT_NEEDED, None),
        ("Drivers and non-drivers welcome", NOT_NEEDED, None),
        ("A car is an advantage.", DESIRABLE, DESIRABLE),
        ("Ideally you will drive and have access to a vehicle.", DESIRABLE, DESIRABLE),
        ("A full driving licence is essential; a company car is provided.", NEEDED, NOT_NEEDED),
        ("You must be able to drive and have business insurance.", NEEDED, NEEDED),
        ("Desirable:\n\n- Full driving licence", DESIRABLE, None),
        ("Benefits:\n\n- Car lease scheme\n- Free parking", None, None),
        ("You have the drive and passion to care.", None, None),
        ("We are a 20 minutes' drive from the coast.", None, None),
        ("Must drive, own car, business insurance", NEEDED, NEEDED),
        ("No driving needed", NOT_NEEDED, None),
        ("You do not need a car: we have walking rounds.", NOT_NEEDED, NOT_NEEDED),
        ("It would help if you drive.", DESIRABLE, None),
        ("You must hold a driving licence; car provided.", NEEDED, NOT_NEEDED),
        ("We have a house car.", None, None),
    ],
)
def test_licence_and_vehicle_are_read_with_their_need(text: str, licence: Need | None, vehicle: Need | None) -> None:
    draft = read(text)
    assert (draft.driving_licence and draft.driving_licence.value) is licence
    assert (draft.vehicle and draft.vehicle.value) is vehicle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An enhanced DBS paid for by us", DbsLevel.ENHANCED),
        ("Subject to an enhanced DBS check with adults' barred list", DbsLevel.ENHANCED_BARRED),
        ("A basic DBS check is needed.", DbsLevel.BASIC),
        ("A standard disclosure check applies.", DbsLevel.STANDARD),
        ("Free DBS", None),
        ("Membership of the PVG scheme", DbsLevel.ENHANCED_BARRED),
        ("No DBS check is needed.", DbsLevel.NONE),
        ("Exempt from the ROA and in need of an Enhanced Disclosure", DbsLevel.ENHANCED),
    ],
)
def test_the_level_of_check_is_read(text: str, expected: DbsLevel | None) -> None:
    found = read(text).dbs
    assert found is not None
    assert found.value is expected


def test_an_enhanced_benefit_is_no_check() -> None:
    assert read("Enhanced maternity pay").dbs is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must be a registered nurse with a current NMC PIN.", "nmc-nurse"),
        ("You work under the direction of registered nurses.", None),
        ("SSSC registration is required.", "sssc"),
        ("Our registered manager will meet you.", None),
    ],
)
def test_a_registration_is_read_where_it_is_the_persons_own(text: str, expected: str | None) -> None:
    found = read(text).registration
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("text", "level", "need", "name"),
    [
        ("You must hold an NVQ level 2 in health and social care.", 2, NEEDED, "diploma-care-2"),
        ("NVQ 3 in care is desirable.", 3, DESIRABLE, "diploma-care-3"),
        ("Essential:\n\n- QCF Level 3 Diploma in Health and Social Care", 3, NEEDED, "diploma-care-3"),
        ("Desirable: NVQ II in Care", 2, DESIRABLE, "diploma-care-2"),
        ("Level 3 diploma in health and social care or willing to work towards it", 3, DESIRABLE, "diploma-care-3"),
        ("You must have GCSE maths and English at grade C or above.", 2, NEEDED, "gcse-maths-english"),
        ("You will need the Care Certificate.", 1, NEEDED, "care-certificate"),
        ("QCF3 or above desirable", 3, DESIRABLE, "diploma-care-3"),
        ("NVQ2 or working towards", 2, DESIRABLE, "diploma-care-2"),
        ("Hold, or be working towards, a Level 3 Diploma in Care", 3, DESIRABLE, "diploma-care-3"),
        ("Level 2 Food Hygiene and ideally an NVQ in catering", 2, NEEDED, "food-hygiene-2"),
        ("You must have a Level 5 in Leadership and Management.", 5, NEEDED, "diploma-leadership-5"),
    ],
)
def test_a_qualification_is_read_with_its_level_and_need(text: str, level: int, need: Need, name: str) -> None:
    found = read(text).qualification
    assert found is not None
    assert (found.value.level, found.value.need, found.value.id) == (level, need, name)


@pytest.mark.parametrize(
    "text",
    [
        "We will support you to achieve a level 3 diploma.",
        "You will work towards your NVQ level 2.",
        "Benefits:\n\n- Funded NVQ level 2 and 3",
        "No qualifications are needed.",
        "Band 3",
    ],
)
def test_a_qualification_that_comes_later_is_not_asked(text: str) -> None:
    assert read(text).qualification is None


@pytest.mark.parametrize(
    ("text", "need", "months"),
    [
        ("At least 6 months' experience in a care setting", NEEDED, 6),
        ("You need two years experience of dementia care.", NEEDED, 24),
        ("Previous care experience is essential.", NEEDED, 0),
        ("Previous experience of care is desirable but not essential.", DESIRABLE, 0),
        ("Previous experience is not essential as full training is given.", NOT_NEEDED, 0),
        ("No experience needed!", NOT_NEEDED, 0),
        ("Ideally you will have experience of home care.", DESIRABLE, 0),
        ("Desirable:\n\n- Experience of working with older people", DESIRABLE, 0),
        ("We are looking for an experienced carer.", NEEDED, 0),
        ("You do not need previous experience.", NOT_NEEDED, 0),
        ("min 1 yr exp", NEEDED, 12),
        ("2-3 years experience", NEEDED, 24),
        ("Experience of management (min. 2 years)", NEEDED, 24),
        ("Ideally a minimum of 12 months experience", DESIRABLE, 12),
        ("Experience:\n\n- Care: 1 year (preferred)", DESIRABLE, 0),
        ("Whether you are an experienced carer or just starting out, we want you.", NOT_NEEDED, 0),
        ("New to care? We'll train you.", NOT_NEEDED, 0),
        ("Are you experienced in care?\n\nExperience would be great.", DESIRABLE, 0),
    ],
)
def test_experience_is_read_with_its_length_and_need(text: str, need: Need, months: int) -> None:
    found = read(text).experience
    assert found is not None
    assert (found.value.need, found.value.months) == (need, months)


@pytest.mark.parametrize(
    "text",
    [
        "We have over 30 years' experience of providing care.",
        "Pay depends on experience.",
        "You will join our experienced team.",
        "We support people experiencing homelessness.",
        "NVQ 3 or equivalent experience",
        "Deliver positive experiences to residents.",
        "Tell us of the skills and experience you have.",
    ],
)
def test_somebody_elses_experience_is_not_asked(text: str) -> None:
    assert read(text).experience is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Closing date: 3rd December 2026", date(2026, 12, 3)),
        ("The vacancy closes at noon on 12 November 2026.", date(2026, 11, 12)),
        ("Apply by 14 January", date(2027, 1, 14)),
        ("Closing date 30/11/26", date(2026, 11, 30)),
        ("Deadline for applications: November 20th", date(2026, 11, 20)),
        ("Closing date:\n\n5 December 2026", date(2026, 12, 5)),
        ("Closing date 20 November. Interviews 27 November", date(2026, 11, 20)),
        ("Closing 30/11, interviews w/c 7/12", date(2026, 11, 30)),
        ("Applications by noon on 4 December please", date(2026, 12, 4)),
        ("Interviews will be held on 27 November 2026.", None),
        ("We may close this advert early.", None),
        ("Closing date: 31 February 2027", None),
    ],
)
def test_the_closing_date_is_read_from_the_words(text: str, expected: date | None) -> None:
    found = read(text).closes
    assert (found and found.value) == expected


def test_postcodes_are_read_once_each() -> None:
    assert [reading.value for reading in read("At LS9 7TF and YO1 7HH, LS9 7TF.").postcodes] == ["LS9 7TF", "YO1 7HH"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 x Care Assistants", 2),
        ("We are recruiting three support workers.", 3),
        ("Positions: 4", 4),
        ("X4 Support Workers", 4),
        ("4 posts available", 4),
        ("2 x 12 hour shifts", None),
        ("3 x 12 hour waking nights", None),
        ("2 x sleep-in shifts a week", None),
        ("Join us.", None),
    ],
)
def test_the_number_wanted_is_read(text: str, expected: int | None) -> None:
    found = read(text).positions
    assert (found and found.value) == expected


def test_experience_of_one_thing_that_is_not_required_says_nothing_of_experience() -> None:
    assert read("Previous experience of syringe drivers not required as we train you.").experience is None


@pytest.mark.parametrize("text", ["Driving is essential.", "Driving required."])
def test_driving_that_is_asked_for_asks_for_a_licence(text: str) -> None:
    licence = read(text).driving_licence
    assert licence is not None
    assert licence.value.value == "needed"
