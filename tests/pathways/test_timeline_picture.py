"""The timeline of a pathway, drawn."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from ladders import shipped_ladder
from picture_cases import NASTY, letters, parse, pathway, pathways, shapes, step, view

from matcher.domain import Pathway, StepKind
from matcher.pathways.pictures import draw_timeline, pay_spans
from matcher.pathways.pictures.lettering import clean
from matcher.pathways.pictures.scale import ticks_of


def drawn(plan: Pathway) -> str:
    return draw_timeline(plan, shipped_ladder().roles)


@given(pathways())
def test_any_pathway_is_well_formed_and_named_in_its_text_alternative(plan: Pathway) -> None:
    root = parse(drawn(plan))
    description = root.findtext("desc") or ""
    assert root.get("role") == "img"
    assert clean(plan.name) in (root.findtext("title") or "")
    assert all(clean(each.title) in description for each in plan.steps)


@given(pathways())
def test_nothing_lies_outside_the_picture(plan: Pathway) -> None:
    root = parse(drawn(plan))
    page = view(root)
    for box in (*letters(root), *shapes(root)):
        assert page.left <= box.left, box
        assert box.right <= page.right, box
        assert page.top <= box.top, box
        assert box.bottom <= page.bottom, box


@given(pathways())
def test_no_two_labels_overlap(plan: Pathway) -> None:
    for one, other in combinations(letters(parse(drawn(plan))), 2):
        assert not one.meets(other), (one, other)


@given(pathways())
def test_the_same_pathway_is_drawn_the_same(plan: Pathway) -> None:
    assert drawn(plan) == drawn(plan)


def test_what_somebody_typed_cannot_break_out() -> None:
    svg = drawn(pathway(step(title=NASTY), name=NASTY))
    assert svg.count("</svg>") == 1
    assert "&lt;b&gt; &amp;" in svg


def test_there_is_no_script_style_or_address_in_it() -> None:
    svg = drawn(pathway(step(), step(kind=StepKind.CHECK)))
    assert svg.count("http") == 1  # the name of the language itself
    for forbidden in ("<style", "style=", "<script", "href", "onload"):
        assert forbidden not in svg


def test_an_empty_pathway_says_that_nothing_stands_between() -> None:
    root = parse(drawn(pathway()))
    assert "nothing stands between today and the target" in (root.findtext("desc") or "")
    assert "Today, and the target" in [box.said for box in letters(root)]


def test_a_bar_begins_and_ends_at_its_weeks() -> None:
    root = parse(drawn(pathway(step(weeks=10.0), step(kind=StepKind.CHECK, start_week=5.0, weeks=5.0))))
    whole, half = (box for box in shapes(root) if box.bottom - box.top == pytest.approx(13))
    assert half.left == pytest.approx((whole.left + whole.right) / 2, abs=0.01)
    assert half.right == pytest.approx(whole.right, abs=0.02)


def test_kinds_of_step_differ_by_pattern() -> None:
    root = parse(drawn(pathway(*(step(kind=kind) for kind in StepKind))))
    fills = [part.get("fill") for part in root.iter("rect") if part.get("height") == "13"]
    assert len(set(fills)) == len(StepKind)


def test_ids_of_two_pictures_on_a_page_differ() -> None:
    plan = pathway(step())
    ids = [{part.get("id") for part in parse(draw_timeline(plan, {}, name)).iter()} - {None} for name in ("a", "b")]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("weeks", "unit", "last"),
    [(1, "Weeks", "1"), (7.6, "Weeks", "7"), (14, "Weeks", "14"), (26, "Months", "6"), (112, "Months", "24"),
     (208, "Years", "4"), (5200, "Years", "90")],
)  # fmt: skip
def test_time_is_counted_in_what_fits_its_length(weeks: float, unit: str, last: str) -> None:
    name, ticks = ticks_of(weeks)
    assert (name, ticks[-1].label) == (unit, last)
    assert 2 <= len(ticks) <= 8
    assert ticks[-1].week <= weeks


def test_pay_of_steps_at_the_same_time_adds_up_and_goes_on_after_the_target() -> None:
    work = step(kind=StepKind.WORK, start_week=2.0, weeks=4.0, earned_gbp=1200.0)
    course = step(start_week=4.0, weeks=2.0, earned_gbp=100.0)
    arrival = step(kind=StepKind.WORK, start_week=6.0, weeks=0.0, role="care-worker", hours_per_week=30.0)
    spans = pay_spans(pathway(work, course, arrival), shipped_ladder().roles)
    assert [(span.start, span.end, round(span.gbp_a_week)) for span in spans[:3]] == [
        (0, 2, 0),
        (2, 4, 300),
        (4, 6, 350),
    ]
    assert spans[3].gbp_a_week == 30 * shipped_ladder().roles["care-worker"].pay_low_gbp_per_hour


@given(pathways())
def test_pay_has_no_gap_from_today_to_the_end(plan: Pathway) -> None:
    spans = pay_spans(plan, shipped_ladder().roles)
    assert spans[0].start == 0
    assert spans[-1].end == float("inf")
    assert all(one.end == other.start for one, other in pairwise(spans))
