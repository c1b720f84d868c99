"""What is taken out of a CV unread, and what is left because it is work."""

import pytest

from matcher.text.cvs import redact
from matcher.text.cvs.protected import COVER


def left(text: str) -> str:
    """What is still to be read below a heading."""
    return redact(f"Profile\n{text}").text.partition("\n")[2]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("I was in prison for two years.", "prison"),
        ("HMP Leeds, Sept 2015 - Feb 2018, served a two year sentence", "HMP"),
        ("No criminal convictions", "convictions"),
        ("I am on PIP and live alone.", "PIP"),
        ("I claim Universal Credit", "Universal"),
        ("2019-2020 Maternity leave", "2019"),
        ("I was pregnant in 2015", "pregnant"),
        ("I was released from HMP Wakefield in March", "Wakefield"),
        ("Caution for cannabis in 2019", "cannabis"),
        ("Recovering alcoholic, 3 years clean", "alcoholic"),
        ("Autistic adult who likes routine", "Autistic"),
        ("Took early retirement on health grounds", "health"),
        ("I use hearing aids", "hearing"),
        ("I have got ILR", "ILR"),
        ("Married, two children", "Married"),
        ("Registered blind", "blind"),
        ("I am dyslexic", "dyslexic"),
        ("I have suffered from depression and\nanxiety since 2015", "anxiety"),
        ("I took time off work due to ill health", "ill health"),
        ("I have lived experience of mental illness", "mental"),
        ("I was medically discharged in 2016", "discharged"),
        ("I am on a sponsored visa", "visa"),
        ("I came to the UK as a refugee in 2015", "refugee"),
        ("Full right to work in the UK", "right to work"),
        ("Career break 2010-2014", "2010"),
        ("Unemployed, 2010-2012", "2010"),
        ("Date of birth: 12/03/1975", "1975"),
        ("DOB 12.3.75", "75"),
        ("I am a 45 year old Polish woman", "Polish"),
        ("I am a 45 year old Polish woman", "45"),
        ("Nationality\nPolish\nGender\nFemale", "Polish"),
        ("Marital status Single", "Single"),
        ("I am a mum of two", "mum"),
        ("I have two children aged 3 and 5", "children"),
        ("My husband left me", "husband"),
        ("I am a practising Catholic", "Catholic"),
        ("Ethnic origin: Black African", "African"),
        ("she/her", "she"),
        ("Male care assistant", "Male"),
        ("My name is Edna Birtwhistle", "Birtwhistle"),
        ("Mrs Edna Birtwhistle, matron", "Edna"),
        ("I looked after my mum Edna", "Edna"),
        ("Tel: 07700 900123", "900123"),
        ("edna@example.com", "edna"),
        ("NI number QQ 12 34 56 C", "QQ 12"),
        ("I live at 14 Elm Street, Leeds", "Elm"),
    ],
)
def test_what_is_somebodys_own_affair_is_taken_out(text: str, secret: str) -> None:
    assert secret not in left(text)


@pytest.mark.parametrize(
    "text",
    [
        "Supported people with mental health needs",
        "Maternity ward healthcare assistant, Leeds",
        "Receptionist (maternity cover), 2012-2013",
        "I worked in a prison kitchen",
        "Prison officer, HM Prison Service",
        "Benefits advisor at the council",
        "Helped clients claim Universal Credit",
        "Worked in a children's nursery",
        "I have supported many young children",
        "Mental health support worker, 2015-2018",
        "Deaf awareness training",
        "I am a mental health support worker",
        "I have experience of autism and dementia",
        "Supported refugees and asylum seekers at a charity",
        "I was receptionist at the GP surgery",
        "Visa card services, call centre",
        "Immigration officer, Home Office",
        "Universal Credit case manager, DWP, 2018-2022",
        "Volunteer with ex-offenders on probation",
        "Trained in epilepsy and PEG feeding",
        "Worked on the stroke ward",
        "Dyslexia support tutor",
        "Residents aged 90 and over",
        "2018 Park View Care Home, Leeds",
        "Fluent in Polish and English",
        "Jan 2019 - Present",
    ],
)
def test_work_with_other_people_is_left(text: str) -> None:
    assert left(text) == text


def test_caring_for_a_relative_is_left_and_the_illness_is_not_shown() -> None:
    read = redact("I looked after my nan, who had dementia, for six years")
    assert "dementia" in read.text
    assert "dementia" not in read.shown
    assert "looked after my nan" in read.shown


def test_the_illness_is_not_shown_in_the_sentences_after_it_either() -> None:
    assert "stroke" not in redact("I looked after my mum. She had a stroke in 2019.").shown


def test_only_the_clause_goes_where_a_statement_also_tells_of_caring() -> None:
    assert left("while I was off sick with depression I cared for my mum").strip(COVER + " ") == "I cared for my mum"


def test_work_told_in_the_same_breath_as_a_conviction_is_left() -> None:
    text = left("I was in prison until 2018 and then I worked at Tesco as a cashier.")
    assert "prison" not in text
    assert "I worked at Tesco as a cashier" in text


def test_a_job_before_the_clause_is_left() -> None:
    text = left("Gardener for the parks department, 31 years, took early retirement on health grounds.")
    assert text.startswith("Gardener for the parks department, 31 years,")
    assert "health" not in text


def test_places_in_the_text_stay() -> None:
    text = "Edna Birtwhistle\nDate of birth: 1.1.1970\nCare assistant"
    read = redact(text)
    assert len(read.text) == len(read.shown) == len(text)
    assert read.text.index("Care assistant") == text.index("Care assistant")


def test_kinds_are_counted_and_contents_are_not_kept() -> None:
    read = redact("Edna Birtwhistle\nDate of birth: 1.1.1970\nedna@example.com\nWork\nCleaner")
    assert dict(read.dropped) == {"name": 1, "birth": 1, "contact": 1}


def test_the_postcode_of_an_address_is_left() -> None:
    assert redact("Edna Birtwhistle\n14 Elm Street, Leeds LS9 7TF").text.strip(f"{COVER}\n") == "LS9 7TF"


def test_referees_go_as_a_whole() -> None:
    assert "Holroyd" not in redact("Work\nCleaner\nReferences\nPat Holroyd, Manager, Sunny House").text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I take sertraline daily.", "sertraline"),
        ("I walk with a stick.", "stick"),
        ("I turned 60 this year.", "60"),
        ("I fast during Ramadan.", "Ramadan"),
        ("I have had two miscarriages.", "miscarriages"),
    ],
)
def test_health_age_and_belief_said_in_passing_are_covered(text: str, word: str) -> None:
    assert word not in redact(text).shown
