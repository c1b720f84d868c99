"""Promises that hold for every text."""

import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from matcher.text.cvs import CvDraft, redact

Read = Callable[[str], CvDraft]
_LINES = (
    "Care assistant, Sunny House care home",
    "Jan 2019 - present",
    "Employment history",
    "Sales assistant at Tesco (3 years)",
    "I looked after my nan for six years and gave her her tablets.",
    "Education",
    "NVQ level 2 in health and social care",
    "- Supported residents with dementia",
    "Skills",
    "Cooking, cleaning, teamwork",
    "I can work weekends. Full driving licence.",
    "",
)
# Each is said in a way that tells what it is; the word between the marks must not come out again.
_PROTECTED = (
    "My name is *Zebedee Quillfeather*",
    "Name: *Zebedee Quillfeather*",
    "Mrs *Quillfeather*",
    "Date of birth: *17/09/1961*",
    "Nationality: *Ruritanian*",
    "Marital status: *Quadrigamous*",
    "Religion: *Zoroastrian*",
    "Gender: *Quaintly*",
    "Ethnicity: *Zemblan*",
    "Health: *Quinsy*",
    "Tel: *07700 900987*",
    "*zeb.quill@example.com*",
    "NI number: *QQ 12 34 56 C*",
    "Visa status: *Zonal*",
    "I have suffered from depression since my *quarrels*",
    "I was in prison for *quackery*",
    "I claim Universal Credit in *Zennor*",
    "I was on maternity leave in *Zennor*",
)


@given(st.text(max_size=400))
def test_any_text_gives_a_draft(read: Read, text: str) -> None:
    json.dumps(read(text).as_dict())


@given(st.lists(st.sampled_from([*_LINES, *(said.replace("*", "") for said in _PROTECTED)]), max_size=14))
def test_lines_in_any_order_give_a_draft_whose_stretches_lie_in_the_text(read: Read, lines: list[str]) -> None:
    text = "\n".join(lines)
    draft = read(text)
    for thing in (*draft.jobs, *draft.skills, *draft.qualifications, *draft.registrations, *draft.facts):
        assert 0 <= thing.start < thing.end <= len(text)


@given(st.lists(st.sampled_from(_LINES), max_size=10), st.sampled_from(_PROTECTED), st.integers(0, 10))
def test_nothing_protected_that_is_planted_anywhere_is_in_the_draft(
    read: Read, texts: Callable[[CvDraft], str], lines: list[str], said: str, at: int
) -> None:
    secret = said.split("*")[1]
    planted = [*lines[:at], said.replace("*", ""), *lines[at:]]
    draft = read("\n".join(planted))
    assert secret not in texts(draft)
    assert draft.dropped


@given(st.lists(st.sampled_from(_LINES), max_size=10), st.sampled_from(_PROTECTED), st.integers(0, 10))
def test_taking_out_a_second_time_changes_nothing(lines: list[str], said: str, at: int) -> None:
    once = redact("\n".join([*lines[:at], said.replace("*", ""), *lines[at:]])).text
    assert redact(once).text == once
