import pytest
from ladders import shipped_ladder, taxonomy

from matcher.domain import Candidate
from matcher.pathways import find_standing


def standing(**said: object) -> tuple[str, bool]:
    found = find_standing(Candidate(id="X", **said), shipped_ladder(), taxonomy())
    return found.role.id, found.is_known


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ({"prior_occupation": "care assistant"}, "new-to-care"),
        ({"prior_occupation": "care assistant", "experience_months": 5}, "new-to-care"),
        ({"prior_occupation": "care assistant", "experience_months": 6}, "care-worker"),
        ({"prior_occupation": "home carer", "experience_months": 1}, "home-carer"),
        ({"prior_occupation": "night care assistant", "experience_months": 30}, "care-worker"),
        ({"prior_occupation": "activities manager", "experience_months": 200}, "activities-coordinator"),
        ({"prior_occupation": "ward housekeeper"}, "ward-housekeeper"),
        ({"prior_occupation": "shop assistant", "prior_sector": "hospitals"}, "from-retail"),
        ({"prior_occupation": "wizard", "prior_sector": "unpaid caring"}, "unpaid-carer"),
        ({"prior_sector": "nonsense; volunteering; retail"}, "volunteer"),
        ({"prior_sector": "care", "experience_months": 24}, "care-worker"),
        ({"prior_sector": "lived experience"}, "lived-experience"),
        ({"prior_sector": "hospital", "registrations": "NMC registered nurse"}, "registered-nurse"),
    ],
)
def test_where_somebody_stands_follows_from_what_they_said(said: dict[str, object], role: str) -> None:
    assert standing(**said) == (role, True)


def test_somebody_of_whom_nothing_is_known_starts_out_and_it_is_said() -> None:
    assert standing() == ("starting-out", False)
    assert standing(prior_occupation="wizard") == ("starting-out", False)


def test_every_prior_sector_leads_onto_the_ladder() -> None:
    for sector in taxonomy().prior_sectors:
        assert standing(prior_sector=sector)[1], sector


def test_every_care_occupation_leads_onto_the_ladder_but_work_with_children() -> None:
    off = {
        occupation.role_family
        for occupation in taxonomy().occupations.values()
        if occupation.role_family and not standing(prior_occupation=occupation.id)[1]
    }
    assert off == {"children-families"}
