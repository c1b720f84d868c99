from datetime import date
from itertools import pairwise

import pytest
from ladders import MOVE, ROLE, SENIOR, rows, shipped_ladder, taxonomy

from matcher.domain.pay_floor import legal_floor
from matcher.errors import DataError, NotFoundError
from matcher.pathways import Ladder
from matcher.pathways.ladder import build_ladder
from matcher.pathways.tables import pathway_rows

JOURNEYS = {
    "retail worker to activities manager": (
        "from-retail", "activities-assistant", "activities-coordinator", "activities-manager",
    ),
    "ward housekeeper to nursing associate": ("ward-housekeeper", "healthcare-support-worker", "nursing-associate"),
    "nursing associate to registered nurse": ("nursing-associate", "registered-nurse"),
    "home carer to registered manager": (
        "home-carer", "senior-home-carer", "team-leader", "deputy-manager", "registered-manager",
    ),
    "unpaid carer to care worker": ("unpaid-carer", "new-to-care", "care-worker"),
    "volunteer with lived experience into paid work": ("lived-experience", "peer-support-worker"),
    "through the Care Workforce Pathway": (
        "new-to-care", "care-worker", "enhanced-care-worker", "team-leader", "practice-leader", "registered-manager",
    ),
    "porter to senior healthcare support worker": (
        "hospital-porter", "healthcare-support-worker", "senior-healthcare-support-worker",
    ),
    "ward host to healthcare support worker": ("ward-host", "healthcare-support-worker"),
    "domestic to care": ("domestic-assistant", "new-to-care"),
    "catering to healthcare support worker": ("catering-assistant", "healthcare-support-worker"),
    "support worker to social worker": ("support-worker", "social-work-assistant", "social-worker"),
    "care worker to occupational therapist": (
        "care-worker", "occupational-therapy-assistant", "occupational-therapist",
    ),
    "office to care coordinator": ("from-office", "care-scheduler", "care-coordinator"),
    "family carer to personal assistant": ("unpaid-carer", "personal-assistant"),
}  # fmt: skip


def steps_on(ladder: Ladder, role: str) -> set[str]:
    return {move.to_role for move in ladder.moves_from(role)}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_people_make_is_on_the_ladder_step_by_step(journey: str) -> None:
    ladder, stops = shipped_ladder(), JOURNEYS[journey]
    for here, following in pairwise(stops):
        assert following in steps_on(ladder, here)


def test_a_row_may_name_several_roles_to_start_from() -> None:
    third = ROLE | {"id": "other"}
    both = MOVE | {"from_role": "care-worker; other"}
    ladder = build_ladder(rows("roles.csv", ROLE, SENIOR, third), rows("moves.csv", both), taxonomy())
    assert [move.from_role for move in ladder.moves_to("senior")] == ["care-worker", "other"]


def test_every_role_in_care_can_be_reached_from_some_start_and_most_from_any() -> None:
    ladder = shipped_ladder()
    starts = [role.id for role in ladder.roles.values() if role.is_start]
    work = {role.id for role in ladder.roles.values() if not role.is_start}
    reached = [set(ladder.reachable(start)) & work for start in starts]
    assert set.union(*reached) == work
    assert work - set.intersection(*reached) <= {"peer-support-worker"}  # it asks for lived experience


def test_moves_from_and_moves_to_are_the_same_moves() -> None:
    ladder = shipped_ladder()
    leaving = {move for role in ladder.roles for move in ladder.moves_from(role)}
    arriving = {move for role in ladder.roles for move in ladder.moves_to(role)}
    assert leaving == arriving == set(ladder.moves)


def test_the_fewest_moves_are_those_that_brute_force_finds() -> None:
    ladder = shipped_ladder()
    for start in ("starting-out", "home-carer", "registered-manager"):
        found, frontier, n = {start: 0}, {start}, 0
        while frontier:
            n += 1
            frontier = {move.to_role for move in ladder.moves if move.from_role in frontier} - set(found)
            found |= dict.fromkeys(frontier, n)
        assert ladder.reachable(start) == found


def test_usual_pay_never_lies_under_the_legal_floor() -> None:
    floor = legal_floor(date(2026, 11, 25))
    for role in shipped_ladder().roles.values():
        assert role.is_start or (role.pay_low_gbp_per_hour or 0) >= floor, role.id


def test_roles_are_found_by_occupation_and_else_by_family() -> None:
    ladder = shipped_ladder()
    assert [role.id for role in ladder.roles_for("care-assistant", "care-worker")] == ["new-to-care", "care-worker"]
    by_family = [role.id for role in ladder.roles_for("night-care-assistant", "care-worker")]
    assert by_family == ["new-to-care", "care-worker"]
    assert ladder.roles_for() == ladder.roles_for("nonsense") == ()


def test_a_role_that_is_not_there_is_named() -> None:
    for query in (shipped_ladder().moves_from, shipped_ladder().moves_to, shipped_ladder().reachable):
        with pytest.raises(NotFoundError, match="no role 'wizard'"):
            query("wizard")


def refused(role: dict[str, str] | None = None, move: dict[str, str] | None = None) -> str:
    roles = rows("roles.csv", ROLE, SENIOR | (role or {}))
    with pytest.raises(DataError) as caught:
        build_ladder(roles, rows("moves.csv", MOVE | (move or {})), taxonomy())
    return str(caught.value)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": "care-worker"}, "roles.csv, row 3, id 'care-worker': stands in the table twice"),
        ({"id": ""}, "row 3, id '': is blank"),
        ({"category": "boss"}, "category 'boss': is not one of new_to_care"),
        ({"role_family": "wizards"}, "there is no role family 'wizards'"),
        ({"occupation": "wizard"}, "there is no occupation 'wizard'"),
        ({"occupation": "care-assistant"}, "is no occupation of the role family senior-care"),
        ({"sectors": "retail; moon"}, "there is no prior sector 'moon'"),
        ({"role_family": ""}, "is blank for a role that has an occupation or pay"),
        ({"from_months": "-1"}, "from_months '-1': is not a whole number from 0"),
        ({"pay_low_gbp_per_hour": "14"}, "goes with pay_low_gbp_per_hour 14.0"),
        ({"pay_low_gbp_per_hour": "much"}, "is no number of pounds"),
        ({"pay_low_gbp_per_hour": "-5"}, "is no pay that anybody is paid"),
        ({"pay_low_gbp_per_hour": "nan"}, "is no pay that anybody is paid"),
        ({"source": ""}, "source '': is blank"),
        ({"confidence": "D"}, "confidence 'D': is not one of A, B, C"),
    ],
)
def test_a_role_that_cannot_be_true_names_table_row_field_and_value(change: dict[str, str], fault: str) -> None:
    assert fault in refused(role=change)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"from_role": "wizard"}, "moves.csv, row 2, from_role 'wizard': there is no role 'wizard'"),
        ({"to_role": ""}, "to_role '': is blank"),
        ({"to_role": "care-worker"}, "is the role it starts from"),
        ({"months": "-3"}, "months '-3': is not a whole number from 0"),
        ({"qualifications": "diploma-care-3; phd-in-tea"}, "there is no qualification 'phd-in-tea'"),
        ({"registration": "guild"}, "there is no registration 'guild'"),
        ({"skills": "juggling"}, "there is no skill 'juggling'"),
    ],
)
def test_a_move_that_cannot_be_true_names_table_row_field_and_value(change: dict[str, str], fault: str) -> None:
    assert fault in refused(move=change)


def test_a_move_that_stands_twice_is_refused() -> None:
    with pytest.raises(
        DataError, match=r"moves.csv, row 3, to_role 'senior': already follows care-worker in another row"
    ):
        build_ladder(rows("roles.csv", ROLE, SENIOR), rows("moves.csv", MOVE, MOVE), taxonomy())


def test_a_table_without_a_column_says_which() -> None:
    with pytest.raises(DataError, match=r"pathways/roles.csv has no column colour"):
        next(pathway_rows("roles.csv", ["id", "colour"]))
