from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matcher.domain import Candidate, EvidenceKind, SkillEvidence, format_evidence, parse_evidence
from matcher.domain.evidence import say_evidence, split_evidence
from matcher.errors import RowError

MAY_2023 = date(2023, 5, 1)


@pytest.mark.parametrize(
    ("text", "kind", "month"),
    [
        ("first aid: certified 2023-05", EvidenceKind.CERTIFIED, MAY_2023),
        ("first aid: certified 05/2023", EvidenceKind.CERTIFIED, MAY_2023),
        (" first aid :Practised  2023 ", EvidenceKind.PRACTISED, date(2023, 12, 1)),
        ("first aid: practiced 2023-5", EvidenceKind.PRACTISED, MAY_2023),
        ("first aid: studied", EvidenceKind.STUDIED, None),
    ],
)
def test_evidence_is_read_as_people_write_it(text: str, kind: EvidenceKind, month: date | None) -> None:
    assert parse_evidence(text) == SkillEvidence("first aid", kind, month)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("first aid", "is not evidence of a skill"),
        ("first aid: expired 2023", "one of practised, certified, studied"),
        ("first aid: certified 2023-13", "there is no month 13"),
        ("first aid: certified last year", "is not evidence of a skill"),
        ("first aid: certified 1776", "is not evidence of a skill"),
    ],
)
def test_what_is_no_evidence_is_named_with_the_remedy(text: str, said: str) -> None:
    with pytest.raises(RowError, match=said):
        parse_evidence(text)


@given(
    st.builds(
        SkillEvidence,
        st.from_regex(r"[a-z][a-z :/.-]*[a-z]", fullmatch=True),
        st.sampled_from(EvidenceKind),
        st.none() | st.dates(date(1950, 1, 1), date(2049, 12, 31)).map(lambda day: day.replace(day=1)),
    )
)
def test_what_is_written_reads_back(evidence: SkillEvidence) -> None:
    assume(not any(f": {kind}" in evidence.skill or f":{kind}" in evidence.skill for kind in EvidenceKind))
    assert parse_evidence(format_evidence(evidence)) == evidence


def test_two_at_once_are_refused_rather_than_one_lost() -> None:
    with pytest.raises(RowError, match="several with ';' between"):
        parse_evidence("first aid: certified 2023-05, cooking: practised 2020")


@pytest.mark.parametrize("text", ["cooking [ ]", "cooking []", "cooking [  ] "])
def test_empty_brackets_are_no_evidence(text: str) -> None:
    assert split_evidence(text)[1] is None


def test_a_record_that_was_written_as_data_reads_back() -> None:
    person = Candidate(id="C", skills="first aid", skill_evidence="first aid: certified 2023-05")
    assert Candidate.model_validate(person.model_dump()) == person


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("first aid [certified 2023-05]", "first aid", SkillEvidence("first aid", EvidenceKind.CERTIFIED, MAY_2023)),
        ("cooking [ Studied ]", "cooking", SkillEvidence("cooking", EvidenceKind.STUDIED)),
        ("driving [manual]", "driving [manual]", None),
        ("cooking", "cooking", None),
        ("[practised 2020]", "[practised 2020]", None),
    ],
)
def test_brackets_behind_a_skill_are_evidence_only_where_they_begin_with_a_kind(
    text: str, name: str, evidence: SkillEvidence | None
) -> None:
    assert split_evidence(text) == (name, evidence)


def test_brackets_that_begin_as_evidence_and_end_otherwise_are_refused() -> None:
    with pytest.raises(RowError, match="'cooking: practised in March' is not evidence"):
        split_evidence("cooking [practised in March]")


def test_evidence_of_a_candidate_is_sorted_and_once() -> None:
    text = "first aid: certified 2023-05; cooking: practised; first aid: certified 2023-05"
    assert [shown.skill for shown in Candidate(id="C", skill_evidence=text).skill_evidence] == ["cooking", "first aid"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x: practised 2012-03", "last used 2012"),
        ("x: certified 2012", "certified 2012"),
        ("x: studied", "studied"),
        ("x: practised", ""),
    ],
)
def test_evidence_is_said_by_its_year(text: str, said: str) -> None:
    assert say_evidence(parse_evidence(text)) == said
