"""The map of the ladder around a pathway, drawn."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from ladders import shipped_ladder
from picture_cases import NASTY, letters, names, parse, pathway, shapes, step, view

from matcher.domain import CareCategory, Pathway, Role, StepKind
from matcher.pathways import Standing
from matcher.pathways.pictures import Station, draw_ladder_map, stations_of
from matcher.pathways.pictures.lettering import clean
from matcher.pathways.pictures.stations import MOST_ONWARD


def way(*roles: str) -> Pathway:
    return pathway(
        *(step(kind=StepKind.WORK, title=role, role=role, start_week=10.0 * n) for n, role in enumerate(roles, start=1))
    )


def stations(start: str, plan: Pathway | None) -> tuple[Station, ...]:
    ladder = shipped_ladder()
    return stations_of(Standing(ladder.roles[start], "said so"), plan, ladder)


def roles() -> st.SearchStrategy[Role]:
    return st.builds(lambda name: Role(name, name, name, CareCategory.CARE_WORKER), names())


def any_stations() -> st.SearchStrategy[list[Station]]:
    onward = st.lists(roles(), max_size=MOST_ONWARD).map(tuple)
    more = st.integers(0, 40)
    station = st.builds(
        lambda role, week, side, n: Station(role, week, side, n if side else 0, is_here=not week, is_target=week > 500),
        roles(), st.floats(0, 600), onward, more,
    )  # fmt: skip
    return st.lists(station, min_size=1, max_size=6)


@given(any_stations())
def test_any_map_is_well_formed_with_every_role_in_its_text_alternative(drawn: list[Station]) -> None:
    root = parse(draw_ladder_map(drawn))
    description = root.findtext("desc") or ""
    for station in drawn:
        assert all(clean(role.label) in description for role in (station.role, *station.onward))


@given(any_stations())
def test_nothing_lies_outside_the_map(drawn: list[Station]) -> None:
    root = parse(draw_ladder_map(drawn))
    page = view(root)
    for box in (*letters(root), *shapes(root)):
        assert page.left <= min(box.left, box.right), box
        assert max(box.left, box.right) <= page.right, box
        assert page.top <= min(box.top, box.bottom), box
        assert max(box.top, box.bottom) <= page.bottom, box


@given(any_stations())
def test_no_two_labels_of_the_map_overlap(drawn: list[Station]) -> None:
    for one, other in combinations(letters(parse(draw_ladder_map(drawn))), 2):
        assert not one.meets(other), (one, other)


def test_you_are_here_the_way_and_the_target_are_in_order() -> None:
    found = stations("ward-housekeeper", way("healthcare-support-worker", "nursing-associate"))
    assert [station.role.id for station in found] == [
        "ward-housekeeper",
        "healthcare-support-worker",
        "nursing-associate",
    ]
    assert [(station.is_here, station.is_target) for station in found] == [(True, False), (False, False), (False, True)]
    said = [box.said for box in letters(parse(draw_ladder_map(found)))]
    assert said[0] == "You are here"
    assert any(line.startswith("Target, after") for line in said)


def test_only_what_is_near_is_drawn_and_nothing_twice() -> None:
    found = stations("starting-out", way("care-worker", "senior-care-worker", "deputy-manager"))
    drawn = [role.id for station in found for role in (station.role, *station.onward)]
    assert len(drawn) == len(set(drawn))
    assert len(drawn) <= len(found) * (1 + MOST_ONWARD)
    assert found[0].n_more > 0


def test_side_ways_follow_from_the_role_they_leave() -> None:
    ladder = shipped_ladder()
    for station in stations("starting-out", way("care-worker", "senior-care-worker")):
        following = {move.to_role for move in ladder.moves_from(station.role.id)}
        assert {role.id for role in station.onward} <= following


def test_without_a_pathway_the_map_shows_what_usually_comes_next() -> None:
    (here,) = stations("ward-housekeeper", None)
    assert here.is_here
    assert not here.is_target
    assert here.onward


def test_a_name_cannot_break_out_of_the_map() -> None:
    svg = draw_ladder_map([Station(Role("x", NASTY, NASTY, CareCategory.CARE_WORKER), 0.0, is_here=True)])
    assert svg.count("</svg>") == 1
    assert "&lt;b&gt; &amp;" in svg
