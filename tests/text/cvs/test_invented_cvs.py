"""CVs of 28 invented people, read from the file to the draft."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from first_ten import FIRST_TEN
from invented import Invented, Told
from second_ten import SECOND_TEN
from third_eight import THIRD_EIGHT

from matcher.importers.documents import read_document_bytes
from matcher.taxonomy import Taxonomy
from matcher.text.cvs import CvDraft, Job, read_cv

ALL = (*FIRST_TEN, *SECOND_TEN, *THIRD_EIGHT)
Drafts = Callable[[Invented], CvDraft]


@pytest.fixture(scope="module")
def draft_of(taxonomy: Taxonomy) -> Iterator[Drafts]:
    """Drafts, each file read once."""
    drafts: dict[str, CvDraft] = {}

    def draft(cv: Invented) -> CvDraft:
        if cv.name not in drafts:
            document = read_document_bytes(cv.document, f"{cv.name}.{cv.ending}")
            drafts[cv.name] = read_cv(document.text, taxonomy, as_of=date(2026, 11, 25), notes=document.notes)
        return drafts[cv.name]

    return draft


def _is_told(told: Told, job: Job) -> bool:
    return (
        told.title.lower() in job.title.lower()
        and told.sector in job.sectors
        and (told.began is None or str(job.began) == told.began)
        and (told.ended is None or str(job.ended) == told.ended)
        and job.is_current == told.is_current
        and (told.occupation is None or job.occupation == told.occupation)
        and (told.months is None or (job.months is not None and job.months[1] == told.months))
    )


@pytest.mark.parametrize("cv", ALL, ids=lambda cv: cv.name)
def test_every_job_is_found_with_its_dates_and_sector(cv: Invented, draft_of: Drafts) -> None:
    jobs = draft_of(cv).jobs
    missing = [told for told in cv.jobs if not any(_is_told(told, job) for job in jobs)]
    assert not missing, [(job.title, str(job.began), str(job.ended), job.sectors) for job in jobs]


@pytest.mark.parametrize("cv", ALL, ids=lambda cv: cv.name)
def test_hardly_anything_is_taken_for_a_job_that_is_none(cv: Invented, draft_of: Drafts) -> None:
    assert len(draft_of(cv).jobs) <= len(cv.jobs) + 1


@pytest.mark.parametrize("cv", ALL, ids=lambda cv: cv.name)
def test_nothing_protected_is_in_the_draft(cv: Invented, draft_of: Drafts, texts: Callable[[CvDraft], str]) -> None:
    said = texts(draft_of(cv)).casefold()
    assert [secret for secret in cv.secrets if secret.casefold() in said] == []


@pytest.mark.parametrize("cv", ALL, ids=lambda cv: cv.name)
def test_qualifications_and_answers_are_found(cv: Invented, draft_of: Drafts) -> None:
    draft = draft_of(cv)
    assert set(cv.qualifications) <= {item.id for item in draft.qualifications}
    assert set(cv.facts) <= {(fact.field, fact.value) for fact in draft.facts}
