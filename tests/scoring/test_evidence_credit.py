"""What a skill counts by its evidence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Candidate, EvidenceKind, SkillEvidence
from matcher.scoring import CandidateArrays
from matcher.scoring.evidence import FADED_CREDIT, STUDIED_CREDIT, evidence_credit
from strategies import AS_OF, shipped_taxonomy

months = st.dates(date(1980, 1, 1), date(2030, 1, 1)).map(lambda day: day.replace(day=1))


def credit(skills: str, evidence: str = "", of: str = "dementia-care", as_of: date = AS_OF) -> int:
    terms = shipped_taxonomy()
    person = Candidate(id="C", skills=skills, skill_evidence=evidence)
    return int(CandidateArrays.from_records([person], terms, as_of).credits[0, terms.skill_index[of]])


@pytest.mark.parametrize(
    ("evidence", "counts"),
    [
        ("", 100),
        ("dementia-care: practised", 100),
        ("dementia-care: practised 2026-01", 100),
        ("dementia-care: certified 2023-11", 100),  # three years to the month
        ("dementia-care: certified 2023-10", 100),  # a month more is less than a point
        ("dementia-care: practised 2020-05", 85),  # halfway from three years to ten
        ("dementia-care: practised 2016-11", 70),
        ("dementia-care: practised 1999", 70),
        ("dementia-care: practised 2027", 100),
        ("dementia-care: studied 2025", 80),
        ("dementia-care: studied 1999", 56),
        ("dementia-care: studied 2025; dementia-care: practised 1999", 80),
        ("cooking: practised 1999", 100),
    ],
)
def test_a_skill_counts_by_the_best_of_its_evidence(evidence: str, counts: int) -> None:
    assert credit("dementia-care; cooking", evidence) == counts


def test_a_near_skill_counts_by_the_evidence_of_the_one_that_is_held() -> None:
    terms = shipped_taxonomy()
    near = int(terms.credits[terms.skill_index["hoisting"], terms.skill_index["moving-and-handling"]])
    assert 0 < near < 100
    assert credit("hoisting", "hoisting: practised 1999", of="moving-and-handling") == near * FADED_CREDIT // 100


def test_a_held_skill_that_has_faded_counts_no_less_than_a_near_one_makes_it() -> None:
    near = credit("hoisting", of="moving-and-handling")
    faded = "moving-and-handling: studied 1999"
    assert credit("hoisting; moving-and-handling", faded, of="moving-and-handling") == near > 56


@pytest.mark.parametrize("skill", ["patience", "communication", "teamwork"])
def test_what_does_not_lapse_counts_in_full_however_long_ago(skill: str) -> None:
    assert credit(skill, f"{skill}: practised 1990", of=skill) == 100


def test_evidence_is_judged_on_the_day_of_the_ranking() -> None:
    shown = "dementia-care: practised 2020-01"
    counts = [credit("dementia-care", shown, as_of=date(year, 1, 1)) for year in range(2020, 2034)]
    assert counts == sorted(counts, reverse=True)
    assert (counts[0], counts[-1]) == (100, FADED_CREDIT)


@given(st.sampled_from(EvidenceKind), months, months, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_later_evidence_never_counts_less(kind: EvidenceKind, one: date, other: date, day: date) -> None:
    earlier, later = (evidence_credit(SkillEvidence("x", kind, month), day) for month in sorted((one, other)))
    assert FADED_CREDIT * STUDIED_CREDIT // 100 <= earlier <= later <= 100


@given(months, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_month_takes_at_most_a_point(month: date, day: date) -> None:
    next_day = (day.replace(day=28) if day.day > 28 else day).replace(
        month=day.month % 12 + 1, year=day.year + day.month // 12
    )
    shown = SkillEvidence("x", EvidenceKind.PRACTISED, month)
    assert 0 <= evidence_credit(shown, day) - evidence_credit(shown, next_day) <= 1


def test_who_was_paid_is_nowhere_in_the_evidence() -> None:
    assert set(SkillEvidence.__slots__) == {"skill", "kind", "last_used"}
    assert not {"paid", "employed", "job"} & set(EvidenceKind)
