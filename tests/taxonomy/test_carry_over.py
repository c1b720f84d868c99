"""How much of a role family's needs the usual skills of a sector bring."""

import numpy as np
import pytest

from matcher.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="module")
def shipped() -> Taxonomy:
    return load_taxonomy()


def carried(taxonomy: Taxonomy, sector: str, family: str) -> float:
    row, column = list(taxonomy.prior_sectors).index(sector), list(taxonomy.role_families).index(family)
    return float(taxonomy.carry_over[row, column])


def test_half_of_a_familys_needs_is_all_that_a_sector_can_show(small: Taxonomy) -> None:
    """The family needs moving people; who cared for somebody brings it whole, who cooked brings none of it."""
    assert carried(small, "unpaid-caring", "care-worker") == 1.0
    assert carried(small, "hospitality", "care-worker") == 0.0


def test_every_cell_agrees_with_a_slow_sum(shipped: Taxonomy) -> None:
    dense = shipped.credits.toarray()
    for sector in shipped.prior_sectors.values():
        if sector.kind == "lived_experience":
            continue
        for family in shipped.role_families:
            whole = covered = 0
            for need in shipped.usual_needs(None, family)[0]:
                at = shipped.skill_index[need]
                whole += 100 * int(shipped.telling[at])
                covered += int(shipped.telling[at]) * max(int(dense[shipped.skill_index[s], at]) for s in sector.skills)
            assert carried(shipped, sector.id, family) == pytest.approx(min(1.0, 2 * covered / whole)), (sector, family)


def test_it_lies_between_0_and_1_and_its_last_column_is_the_mean(shipped: Taxonomy) -> None:
    table = shipped.carry_over
    assert table.shape == (len(shipped.prior_sectors), len(shipped.role_families) + 1)
    assert ((table >= 0) & (table <= 1)).all()
    assert np.array_equal(table[:, -1], table[:, :-1].mean(axis=1))


@pytest.mark.parametrize(
    ("sector", "family"),
    [
        ("hospitality", "catering"),
        ("cleaning-facilities", "domestic"),
        ("hospitals", "nursing-support"),
        ("transport-driving", "driving"),
        ("social-care", "care-worker"),
        ("unpaid-caring", "care-worker"),
        ("office-admin", "coordination-admin"),
        ("charities", "support-worker"),
    ],
)
def test_what_an_advisor_would_say_carries_over_well_does(shipped: Taxonomy, sector: str, family: str) -> None:
    assert carried(shipped, sector, family) >= 0.6


def test_what_shops_teach_goes_some_way_in_activities(shipped: Taxonomy) -> None:
    assert 0.3 <= carried(shipped, "retail", "activities") < 0.8


@pytest.mark.parametrize(
    ("family", "more", "less"),
    [
        ("catering", "catering", "it-telecoms"),
        ("domestic", "cleaning-facilities", "finance-insurance"),
        ("care-worker", "social-care", "construction"),
        ("maintenance", "construction", "hair-beauty"),
    ],
)
def test_a_sector_of_such_work_brings_more_than_another(shipped: Taxonomy, family: str, more: str, less: str) -> None:
    assert carried(shipped, more, family) > carried(shipped, less, family) + 0.3


def test_lived_experience_is_worth_the_same_in_every_family(shipped: Taxonomy) -> None:
    row = shipped.carry_over[list(shipped.prior_sectors).index("lived-experience")]
    assert set(row.tolist()) == {0.5}
