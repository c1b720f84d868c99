"""The draft of a CV as boxes to tick."""

from datetime import date

import pytest

from matcher.engine import Engine
from matcher.text.cvs import CvDraft, Item, Job
from webapp.forms.cv_travel import TravellingDraft
from webapp.presenters.cvs import Box, draft_groups, left_out

JOB = Job("job:1", "work", "zorbing marshal", "", "", "", False, (), None, None, False, None, 0, 9, 0.9)


def test_a_job_that_is_linked_to_nothing_says_so(bare_engine: Engine) -> None:
    box = _box(bare_engine, JOB, "zorbing marshal")
    assert box.label == "Zorbing marshal"
    assert box.remark == "No dates. Not an occupation we know, so only its sector counts"


def test_what_nobody_should_read_is_three_dots_in_a_quotation(bare_engine: Engine) -> None:
    covered = "\u2588" * 5
    assert _box(bare_engine, JOB, f"marshal {covered} {covered}\n since then").quote == "marshal … since then"


@pytest.mark.parametrize(("n", "said"), [(1, "1 passage about health"), (2, "2 passages about health")])
def test_what_was_left_out_is_said_by_kind_and_number(n: int, said: str) -> None:
    assert left_out(_draft(dropped=(("health", n),))) == [said]


def test_a_kind_that_has_no_words_yet_is_said_as_it_is() -> None:
    assert left_out(_draft(dropped=(("star_sign", 1),))) == ["1 passage about star sign"]


def test_every_box_has_the_key_that_it_is_ticked_by(bare_engine: Engine) -> None:
    item = Item("skill:cooking", "cooking", "cooking", 0, 4, "cook", 0.9, is_ticked=False, note="being learnt")
    groups = draft_groups(TravellingDraft(_draft(jobs=(JOB,), skills=(item,))), ("job:1",), bare_engine.taxonomy)
    boxes = {box.key: box for group in groups for box in group.boxes}
    assert (boxes["job:1"].is_ticked, boxes["skill:cooking"].is_ticked) == (True, False)
    assert boxes["skill:cooking"].remark == "Being learnt"


def _box(engine: Engine, job: Job, told: str) -> Box:
    groups = draft_groups(TravellingDraft(_draft(jobs=(job,)), {job.key: told}), (), engine.taxonomy)
    return groups[0].boxes[0]


def _draft(
    jobs: tuple[Job, ...] = (), skills: tuple[Item, ...] = (), dropped: tuple[tuple[str, int], ...] = ()
) -> CvDraft:
    return CvDraft(jobs, skills, (), (), (), (), dropped, (), date(2026, 11, 22))
