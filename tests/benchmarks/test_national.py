"""The made-up nation: the same for the same seed, sound, and as it says."""

from dataclasses import fields

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from matcher.benchmarks import national
from matcher.benchmarks.national import EXACT, LIMITS, MODES, UNPLACED, Nation, make_nation
from matcher.benchmarks.national_people import people_by_sector
from matcher.domain import TravelMode
from matcher.engine import Engine
from matcher.geography import SectorGazetteer
from matcher.packaged import read_table
from matcher.scoring import check_columns
from matcher.scoring.encode import UNKNOWN, code
from settled_demo import Templates
from strategies import AS_OF

N, M = 4_000, 500


def make(engine: Engine, templates: Templates, seed: int, size: tuple[int, int] = (N, M)) -> Nation:
    return make_nation(size, templates, engine.taxonomy, AS_OF, np.random.default_rng(seed))


@pytest.fixture(scope="module")
def made(engine: Engine, templates: Templates) -> Nation:
    return make(engine, templates, 1)


def same(one: object, other: object) -> bool:
    if isinstance(one, csr_matrix):
        return (one != other).nnz == 0
    if isinstance(one, tuple):
        return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    return np.array_equal(one, other, equal_nan=one.dtype != object)


def test_the_same_seed_makes_the_same_nation_and_another_another(engine: Engine, templates: Templates) -> None:
    one, again, other = (make(engine, templates, seed, (50, 20)) for seed in (3, 3, 4))
    for side in ("people", "work"):
        mine, theirs = getattr(one, side), getattr(again, side)
        assert all(same(getattr(mine, field.name), getattr(theirs, field.name)) for field in fields(mine)), side
        assert not same(mine.easting_m, getattr(other, side).easting_m)


def test_columns_are_as_their_docstring_says(made: Nation, engine: Engine) -> None:
    assert (len(made.people), len(made.work)) == (N, M)
    check_columns(made.people, engine.taxonomy)
    check_columns(made.work, engine.taxonomy)


def test_every_id_is_one_row_s(made: Nation) -> None:
    assert len(set(made.people.ids)) == N
    assert len(set(made.work.ids)) == M


def test_ways_and_limits_have_their_shares(made: Nation) -> None:
    for mode, part in MODES.items():
        found = (made.people.travel_mode == (UNKNOWN if mode is None else code(TravelMode(mode)))).mean()
        assert found == pytest.approx(part, abs=0.03), mode
    for limit, part in LIMITS.items():
        minutes = made.people.max_travel_minutes
        assert (np.isnan(minutes) if limit is None else minutes == limit).mean() == pytest.approx(part, abs=0.03), limit


def test_places_are_known_as_often_and_as_exactly_as_is_said(made: Nation) -> None:
    people, work = made.people, made.work
    placed = np.isfinite(people.easting_m)
    assert (~placed).mean() == pytest.approx(UNPLACED, abs=0.01)
    assert (people.blur_km[placed] == 0).mean() == pytest.approx(EXACT, abs=0.03)
    assert (people.sector[~placed] == "").all()
    assert np.isfinite(work.easting_m).all()
    assert not work.blur_km.any()


def test_most_people_lie_in_the_sector_that_they_are_said_to_be_of(made: Nation) -> None:
    gazetteer, people = SectorGazetteer.load(), made.people
    exact = np.flatnonzero(np.isfinite(people.easting_m) & (people.blur_km == 0))[:300]
    places = [gazetteer.locate(people.sector[row]) for row in exact]
    away = np.hypot(
        people.easting_m[exact] - [place.easting_m for place in places],
        people.northing_m[exact] - [place.northing_m for place in places],
    )
    within = away / 1000 <= [place.radius_km for place in places]
    assert within.mean() == pytest.approx(0.8, abs=0.08)


def test_people_live_where_postcodes_are(made: Nation) -> None:
    areas = [sector[:2] for sector in made.people.sector if sector]
    assert sum(area.startswith("B") and not area[1].isalpha() for area in areas) > 5 * areas.count("ZE")
    assert len(set(areas)) > 60


def test_vacancies_lie_where_care_is_given_from(made: Nation, engine: Engine, templates: Templates) -> None:
    countries = {row["sector"]: row["country"] for row in read_table("places", "sectors.csv")}
    homes = {row["sector"]: int(row["n_care_homes"]) for row in read_table("care_locations", "locations.csv")}
    work = make(engine, templates, 5, (1, 3_000)).work
    english = [sector for sector in work.sector if countries[sector] == "England"]
    assert len(english) / len(work) == pytest.approx(0.83, abs=0.05)  # as many as of all postcodes
    assert set(english) <= set(homes)
    most = sorted(homes, key=homes.__getitem__)[-100:]
    share = sum(homes[sector] for sector in most) / sum(homes.values())
    assert sum(sector in most for sector in english) / len(english) == pytest.approx(share, abs=0.05)
    assert sum(sector in most for sector in made.people.sector) / N < share / 2


def test_people_come_from_every_sector_and_bring_what_is_usual_there(engine: Engine, templates: Templates) -> None:
    records, shares = people_by_sector(templates[0], engine.taxonomy, np.random.default_rng(1))
    assert shares.sum() == pytest.approx(1.0)
    assert {name for one in records for name in one.prior_sector or ()} >= set(engine.taxonomy.prior_sectors)
    cook = engine.taxonomy.prior_sectors["catering"]
    of_it = [one for one in records if "catering" in (one.prior_sector or ()) and one.skills is not None]
    named = np.mean([len(set(cook.skills) & set(one.skills or ())) / len(cook.skills) for one in of_it])
    assert 0.4 < named < 0.9
    unasked = [share for one, share in zip(records, shares, strict=True) if not one.prior_sector]
    assert 0 < sum(unasked) < 0.2


def test_the_nation_is_the_same_however_many_rows_are_thinned_at_once(
    engine: Engine, templates: Templates, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = make(engine, templates, 3, (50, 20))
    monkeypatch.setattr(national, "_ROWS_AT_ONCE", 7)
    part = make(engine, templates, 3, (50, 20))
    for side in ("people", "work"):
        assert same(getattr(whole, side).texts, getattr(part, side).texts)
    assert same(whole.people.credits, part.people.credits)
    assert part.people.credits.has_sorted_indices


def test_no_two_people_of_one_record_need_be_alike(made: Nation) -> None:
    rows = {tuple(row.indices) for row in made.people.credits[:200]}
    assert len(rows) > 180


def test_match_all_takes_them(engine: Engine, templates: Templates) -> None:
    small = make(engine, templates, 2, (60, 15))
    found = engine.match_all(small.people, small.work, k=5, as_of=AS_OF)
    assert (found.vacancies_for_candidates[0] >= 0).any()
    assert (found.candidates_for_vacancies[0] < 60).all()
