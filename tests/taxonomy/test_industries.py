"""Codes of industries however they are written, and how readily people of each move into care."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.engine import Engine
from matcher.errors import DataError, NotFoundError
from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.taxonomy.sic import SECTIONS, read_sic, section_of

divisions = st.sampled_from([division for section in SECTIONS.values() for division in section])


@pytest.mark.parametrize(
    "written",
    [
        "8520", "85.20", " 85.20 ", 8520, 8520.0, "8520.0", "85.20/1", "P8520", "P 85.20", "SIC 8520",
        "SIC 2007: 85.20", "sic (2007) 8520", "8520 - Primary education", "85.20 Primary education", "8520: primary",
    ],
)  # fmt: skip
def test_a_class_is_read_however_it_is_written(written: object) -> None:
    assert read_sic(written) == "8520"


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("85200", "85200"),
        ("85", "85"),
        (85, "85"),
        ("852", "852"),
        (85.2, "852"),
        ("Q", "Q"),
        ("q", "Q"),
        ("Section Q", "Q"),
    ],
)
def test_wider_and_narrower_codes_stay_as_wide_as_they_are(written: object, digits: str) -> None:
    assert read_sic(written) == digits


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        (111, "0111"),
        ("111", "0111"),
        ("1.11", "0111"),
        (1, "01"),
        ("8", "08"),
        (891, "0891"),
        (510, "0510"),
        ("0111", "0111"),
    ],
)
def test_a_zero_that_a_spreadsheet_took_away_comes_back(written: object, digits: str) -> None:
    assert read_sic(written) == digits


@pytest.mark.parametrize(("written", "digits"), [("SIC 0710", "0710"), ("SIC07 85200", "85200"), ("SIC 07", "07")])
def test_the_year_of_the_classification_is_no_division(written: str, digits: str) -> None:
    assert read_sic(written) == digits


@pytest.mark.parametrize("group", ["811", "862", "620", "910", "239", "990"])
def test_three_digits_that_are_a_group_stay_one(group: str) -> None:
    assert read_sic(group) == group


@pytest.mark.parametrize(
    "nonsense",
    [
        "", " ", "abc", "A nurse", "V", "0400", "34", "0", "00", "89", "123456", "-5", "8520.5", "P8610",
        "SIC 2003: 8520", "85,20", "８５２０", None, float("nan"), True,
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_the_value_and_the_remedy(nonsense: object) -> None:
    with pytest.raises(NotFoundError) as refused:
        read_sic(nonsense)
    assert f"'{nonsense}' is no industry of SIC 2007: give a code of two to five digits" in str(refused.value)


@given(st.text(max_size=12) | st.integers() | st.floats())
def test_whatever_is_written_is_read_or_refused(written: object) -> None:
    try:
        code = read_sic(written)
    except NotFoundError:
        return
    assert code in SECTIONS or (2 <= len(code) <= 5 and section_of(code) in SECTIONS)


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_every_way_of_writing_a_class_gives_the_same_affinity(engine: Engine, section: str) -> None:
    for code in (f"{division:02d}{rest:02d}" for division in SECTIONS[section] for rest in range(100)):
        dotted = f"{code[:2]}.{code[2:]}"
        ways = [code, dotted, f"{dotted}/0", f"{section}{code}", f"SIC {code}", f"SIC 2007: {dotted}", f"{code} title"]
        ways.append(dotted.removeprefix("0") if code.startswith("0") else int(code))
        assert {engine.sector_affinity(way) for way in ways} == {engine.sector_affinity(code)}, code


@given(divisions, st.text("0123456789", max_size=3))
def test_every_industry_has_an_affinity_between_0_and_1(engine: Engine, division: int, rest: str) -> None:
    assert 0.0 < engine.sector_affinity(f"{division:02d}{rest}") <= 1.0


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_every_section_has_an_affinity(engine: Engine, section: str) -> None:
    assert 0.0 < engine.sector_affinity(section) < 1.0


def test_an_industry_without_a_flow_takes_its_main_activity_then_its_division(engine: Engine) -> None:
    of = engine.sector_affinity
    assert of("8529") == of("852") == of("8520")
    assert of("8690") == of("86901") != of("86")
    assert of("8650") == of("86")


@pytest.mark.parametrize(
    ("code", "sector"),
    [
        ("9602", "hair-beauty"),
        ("8422", "armed-forces"),
        ("8130", "agriculture"),
        ("8220", "call-centre"),
        ("2910", "manufacturing"),
    ],
)
def test_where_nothing_was_observed_the_prior_sector_is_taken(engine: Engine, code: str, sector: str) -> None:
    assert engine.sector_affinity(code) == engine.taxonomy.prior_sectors[sector].affinity


@pytest.mark.parametrize("code", ["87", "8710", "8730", "88", "8810", "8899", "889"])
def test_care_itself_stands_at_the_top(engine: Engine, code: str) -> None:
    assert engine.sector_affinity(code) == engine.taxonomy.prior_sectors["social-care"].affinity == 1.0


def test_child_day_care_beside_it_does_not(engine: Engine) -> None:
    assert engine.sector_affinity("8891") < 0.8


def test_the_longest_beginning_that_is_listed_counts_and_the_average_where_none_is(small: Taxonomy) -> None:
    of = small.industries.affinity
    assert [of(code) for code in ("5510", "55101", "5520", "55", "I")] == [0.3, 0.3, 0.2, 0.2, 0.25]
    assert [of(code) for code in ("56290", "5610", "5629")] == [0.4, 0.4, 0.4]
    assert of("0111") == 0.5


def test_a_table_with_an_affinity_out_of_range_is_refused(folder: Path) -> None:
    (folder.parent / "labour_flows" / "industry_affinity.csv").write_text(
        "sic2007,affinity\n55,1.2\n", encoding="utf-8"
    )
    with pytest.raises(DataError, match=r"industry_affinity.csv, row 2, affinity '1.2': is not a number from 0 to 1"):
        load_taxonomy(folder)
