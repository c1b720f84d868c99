"""When a skill was last used, by the jobs that show it, paid or not."""

from collections.abc import Callable

import pytest

from matcher.domain import Candidate
from matcher.text.cvs import CvDraft

Read = Callable[[str], CvDraft]
JOBS = """Employment History
Care Assistant, Elm House, January 2009 - March 2011
Personal care, giving medication

Sales Assistant, Quickshop, March 2012 - June 2015
- Serving customers on the tills
- Cash handling

Education
Level 2 food hygiene
"""


def evidence(draft: CvDraft, *unticked: str) -> dict[str, str]:
    fields = draft.as_candidate_fields(set(draft.ticked) - set(unticked))
    shown = Candidate(id="C", **fields).skill_evidence
    assert {one.kind for one in shown} <= {"practised"}
    return {one.skill: f"{one.last_used:%Y-%m}" for one in shown}


def test_a_skill_listed_under_a_job_was_last_used_in_its_last_month(read: Read) -> None:
    shown = evidence(read(JOBS))
    assert shown["personal-care"] == shown["medication-administration"] == "2011-03"
    assert shown["cash-handling"] == "2015-06"


def test_a_current_job_shows_its_skills_in_the_month_of_reading(read: Read) -> None:
    assert evidence(read(JOBS.replace("March 2011", "present")))["personal-care"] == "2026-11"


def test_a_year_is_taken_to_its_end(read: Read) -> None:
    assert evidence(read(JOBS.replace("January 2009 - March 2011", "2009 - 2011")))["personal-care"] == "2011-12"


def test_of_several_jobs_the_last_counts(read: Read) -> None:
    shown = evidence(read(JOBS.replace("- Cash handling", "- Personal care")))
    assert shown["personal-care"] == "2015-06"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (f"Profile\nI am good at personal care.\n\n{JOBS}", "said of today"),
        (f"{JOBS}\nSkills\nPersonal care", "listed as held"),
        (JOBS.replace("Personal care, giving medication", "\nPersonal care, giving medication"), "it may stand alone"),
        (JOBS.replace("January 2009 - March 2011", ""), "no dates"),
    ],
)
def test_what_other_words_say_too_or_no_date_tells_counts_as_the_person_says(read: Read, words: str, why: str) -> None:
    draft = read(words)
    assert "personal-care" in {skill.id for skill in draft.skills}, why
    assert "personal-care" not in evidence(draft), why


@pytest.mark.parametrize(
    ("words", "skill"),
    [
        ("Caring\nCarer for my mother, May 2016 - May 2018\n- Personal care\n", "personal-care"),
        ("Volunteering\nBefriender, Age UK, May 2016 - May 2018\n", "companionship"),
        ("Work\nCare assistant, Elm House, May 2016 - May 2018\n- Personal care\n", "personal-care"),
    ],
)
def test_caring_and_volunteering_are_practice_as_paid_work_is(read: Read, words: str, skill: str) -> None:
    assert evidence(read(words))[skill] == "2018-05"


def test_a_job_that_is_unticked_shows_nothing(read: Read) -> None:
    draft = read(JOBS)
    shop = next(job.key for job in draft.jobs if job.title == "Sales Assistant")
    assert evidence(draft, shop) == {name: month for name, month in evidence(draft).items() if month == "2011-03"}
