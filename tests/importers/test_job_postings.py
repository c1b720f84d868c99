import csv
import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from importing import RememberingStore, context_in, write

from matcher.domain import Contract, PlaceKind, PlacePrecision, Vacancy
from matcher.errors import FileError
from matcher.importers.vacancies import import_vacancies

TODAY = date(2026, 11, 22)


def advert(**given: Any) -> dict[str, Any]:
    return {
        "@context": "http://schema.org",
        "@type": "JobPosting",
        "identifier": "A1",
        "title": "Care assistant",
        "description": "&lt;p&gt;You will give personal care.&lt;/p&gt;",
        "datePosted": "2026-11-01T09:00:00+0000",
        "validThrough": "2026-12-01T23:59:59+0000",
        **given,
    }


def salary(value: object, unit: str = "YEAR", low: object = None, high: object = None) -> dict[str, Any]:
    quantity = {"@type": "QuantitativeValue", "value": value, "unitText": unit, "minValue": low, "maxValue": high}
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": quantity}


def place(code: str | None = None, geo: dict[str, Any] | None = None, **address: str) -> dict[str, Any]:
    return {"@type": "Place", "address": {"postalCode": code, **address}, "geo": geo}


def imported(folder: Path, adverts: object, name: str = "adverts.json") -> tuple[Any, RememberingStore]:
    context = context_in(folder)
    text = adverts if isinstance(adverts, str) else json.dumps(adverts)
    return import_vacancies(write(folder, text, name), context, as_of=TODAY), context.store


def landed(folder: Path, **given: Any) -> Vacancy:
    summary, store = imported(folder, advert(**given))
    assert (summary.read, summary.added) == (1, 1), (folder / "rejects.csv").read_text(encoding="utf-8")
    (vacancy,) = store.records.values()
    return vacancy


def rejects(folder: Path) -> list[dict[str, str]]:
    with (folder / "rejects.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_object_lands(tmp_path: Path) -> None:
    post = landed(tmp_path, hiringOrganization={"@type": "Organization", "name": "Example &amp; Sons"})
    assert (post.id, post.provider, post.title) == ("A1", "Example & Sons", "Care assistant")
    assert (post.occupation, post.role_family) == ("care-assistant", "care-worker")
    assert (post.opens, post.closes) == (date(2026, 11, 1), date(2026, 12, 1))
    assert post.essential_skills == ("personal-care",)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([advert(), advert(identifier="A2")]),
        json.dumps([advert(), advert(identifier="A2")], indent=2),
        "\n".join(json.dumps(advert(identifier=name)) for name in ("A1", "A2")),
        json.dumps({"@graph": [advert(), {"@type": "Organization"}, advert(identifier="A2")]}),
        "\ufeff" + json.dumps([advert(), advert(identifier="A2")]),
    ],
    ids=["list", "pretty list", "one a line", "graph", "byte-order mark"],
)
def test_every_shape_of_file_is_read(tmp_path: Path, text: str) -> None:
    summary, store = imported(tmp_path, text, name="adverts.txt")
    assert (summary.format, summary.read, summary.added) == ("json", 2, 2)
    assert set(store.records) == {"A1", "A2"}


def test_a_broken_line_costs_one_advert(tmp_path: Path) -> None:
    lines = [json.dumps(advert()), '{"@type": "JobPosting", "title": ', json.dumps(advert(identifier="A3"))]
    summary, store = imported(tmp_path, "\n".join(lines))
    assert (summary.read, summary.added, summary.rejected) == (3, 2, 1)
    assert set(store.records) == {"A1", "A3"}
    (row,) = rejects(tmp_path)
    assert row["row_number"] == "2"
    assert "this is not JSON" in row["reason"]


def test_a_list_that_breaks_off_lands_what_stands_before(tmp_path: Path) -> None:
    text = json.dumps([advert(), advert(identifier="A2")])[:-30]
    summary, store = imported(tmp_path, text)
    assert (summary.read, summary.added, summary.rejected) == (2, 1, 1)
    assert set(store.records) == {"A1"}


def test_a_file_without_adverts_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds no advert"):
        imported(tmp_path, "[]")


def test_a_file_said_to_be_json_that_is_not_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is not JSON"):
        import_vacancies(write(tmp_path, "id\nV1\n"), context_in(tmp_path, format="json"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"@type": "Organization", "name": "x"}, "not a JobPosting"),
        (7, "not a JobPosting"),
        ({"@type": "JobPosting", "identifier": "A9"}, "neither a title nor a description"),
        (advert(datePosted="soon"), "datePosted 'soon'"),
        (advert(validThrough="2026-10-01"), "closes 2026-10-01 is before opens 2026-11-01"),
    ],
)
def test_what_cannot_be_an_advert_comes_back_with_the_reason(tmp_path: Path, value: object, words: str) -> None:
    summary, _ = imported(tmp_path, [advert(identifier="good"), value])
    assert (summary.added, summary.rejected) == (1, 1)
    (row,) = rejects(tmp_path)
    assert words in row["reason"]
    assert json.loads(row["advert"].removeprefix("'")) == value


def test_the_same_identifier_twice_is_rejected_naming_the_first(tmp_path: Path) -> None:
    summary, _ = imported(tmp_path, [advert(), advert(title="Cook")])
    assert (summary.added, summary.rejected) == (1, 1)
    assert "id 'A1' is that of row 1 already" in rejects(tmp_path)[0]["reason"]


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [("A7", "A7"), (7, "7"), ({"@type": "PropertyValue", "name": "Example", "value": "A7"}, "A7"), (["A7", "B"], "A7")],
)
def test_an_identifier_is_read_in_each_of_its_shapes(tmp_path: Path, identifier: object, expected: str) -> None:
    assert landed(tmp_path, identifier=identifier).id == expected


def test_an_advert_without_an_identifier_has_the_same_made_up_one_every_time(tmp_path: Path) -> None:
    first, again = (landed(tmp_path, identifier=None, jobLocation=place("LS9 7TF")).id for _ in range(2))
    elsewhere = landed(tmp_path, identifier=None, jobLocation=place("LS1 3EX")).id
    assert first == again != elsewhere
    assert first.startswith("advert-")


@pytest.mark.parametrize(
    ("value", "unit", "low", "high"),
    [
        ("£9.03- £16.85", "YEAR", 9.03, 16.85),
        ("£11.10 Per Hour", "YEAR", 11.10, 11.10),
        ("12.71", "YEAR", 12.71, 12.71),
        ("£25,000 per annum", "HOUR", 12.79, 12.79),
        ("£450 per week", "YEAR", 12.00, 12.00),
        ("Up to £13 per hour", "YEAR", None, 13.0),
        ("Please See Description", "YEAR", None, None),
    ],
)
def test_pay_is_brought_to_pounds_an_hour(
    tmp_path: Path, value: str, unit: str, low: float | None, high: float | None
) -> None:
    post = landed(tmp_path, baseSalary=salary(value, unit))
    assert (post.pay_min_gbp_per_hour, post.pay_max_gbp_per_hour) == (low, high)


def test_pay_in_the_plain_fields_of_schema_org_is_read(tmp_path: Path) -> None:
    post = landed(tmp_path, baseSalary=salary(None, "HOUR", 12.71, 13.5))
    assert (post.pay_min_gbp_per_hour, post.pay_max_gbp_per_hour) == (12.71, 13.5)


def test_pay_in_another_currency_is_left_unknown(tmp_path: Path) -> None:
    post = landed(tmp_path, baseSalary={"currency": "EUR", "value": {"value": 14, "unitText": "HOUR"}})
    assert post.pay_min_gbp_per_hour is None


def test_a_salary_too_low_for_full_time_is_for_the_hours_that_are_stated(tmp_path: Path) -> None:
    hours = "<p>This post is for 20 hours per week.</p>"
    part_time = landed(tmp_path, baseSalary=salary("£13,900 per annum"), description=hours)
    assert part_time.pay_min_gbp_per_hour == pytest.approx(13_900 / 52.14 / 20, abs=0.005)
    pro_rata = landed(tmp_path, baseSalary=salary("£25,000 pro rata"), description=hours)
    assert pro_rata.pay_min_gbp_per_hour == 12.79


def test_stated_hours_are_read_and_several_posts_give_the_fewest_and_the_most(tmp_path: Path) -> None:
    assert landed(tmp_path, description="30 to 37.5 hours per week").hours_min == 30
    post = landed(tmp_path, description="30 hours per week, or 15 hours a week")
    assert (post.hours_min, post.hours_max) == (15, 30)


def test_the_field_for_hours_wins_over_the_words(tmp_path: Path) -> None:
    post = landed(tmp_path, workHours="24 hrs a week", description="Our rota is 37.5 hours per week.")
    assert (post.hours_min, post.hours_max) == (24, 24)


@pytest.mark.parametrize(
    ("location", "precision"),
    [
        (place("LS9 7TF"), PlacePrecision.SECTOR),
        (place("LS9"), PlacePrecision.DISTRICT),
        (place(None, addressLocality="Leeds, LS9 7TF"), PlacePrecision.SECTOR),
        (place("nonsense", {"latitude": "53.79", "longitude": "-1.52"}), PlacePrecision.POINT),
        (place("GY1 1FH", {"latitude": "49.4561", "longitude": "-2.5408"}), PlacePrecision.POINT),
        (place(None, {"latitude": "51.5", "longitude": "-.0"}), PlacePrecision.POINT),
        ([place("nonsense"), place("LS9 7TF")], PlacePrecision.SECTOR),
    ],
)
def test_an_advert_is_placed_as_exactly_as_it_says(tmp_path: Path, location: object, precision: PlacePrecision) -> None:
    found = landed(tmp_path, jobLocation=location).place
    assert found is not None
    assert found.precision is precision


@pytest.mark.parametrize(
    "geo",
    [
        {"latitude": "0.0", "longitude": ""},
        {"latitude": 0.0, "longitude": None},
        {"latitude": 0, "longitude": 0},
        {"latitude": "99.999999", "longitude": "0.0"},
        {"latitude": "48.85", "longitude": "2.35"},
        {"latitude": "nan", "longitude": "nan"},
        "nowhere",
    ],
)
def test_noughts_and_blanks_are_no_place_and_the_advert_lands_without_one(tmp_path: Path, geo: Any) -> None:
    post = landed(tmp_path, jobLocation=place(None, geo))
    assert post.place is None


def test_a_place_outside_the_postcodes_keeps_no_postcode(tmp_path: Path) -> None:
    post = landed(tmp_path, jobLocation=place("GY1 1FH", {"latitude": "49.4561", "longitude": "-2.5408"}))
    assert post.postcode is None


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Care assistant", "FULL_TIME", None),
        ("Care assistant", ["FULL_TIME", "TEMPORARY"], Contract.FIXED_TERM),
        ("Bank care assistant", "TEMPORARY", Contract.BANK),
        ("Care assistant - Bank", "FULL_TIME", Contract.BANK),
        ("Receptionist, Bank Street Surgery", "FULL_TIME", None),
        ("Healthcare apprentice", "OTHER", Contract.APPRENTICESHIP),
        ("Care assistant (fixed term)", None, Contract.FIXED_TERM),
        ("Care assistant", "PER_DIEM", Contract.BANK),
    ],
)
def test_the_contract_is_in_the_title_or_the_employment_type(
    tmp_path: Path, title: str, kind: object, expected: Contract | None
) -> None:
    assert landed(tmp_path, title=title, employmentType=kind).contract is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Live-in carer", PlaceKind.LIVE_IN),
        ("Home care assistant", PlaceKind.ROUND),
        ("Care home care assistant", None),
        ("Care assistant", None),
    ],
)
def test_the_kind_of_place_is_guessed_only_from_a_clear_title(
    tmp_path: Path, title: str, expected: PlaceKind | None
) -> None:
    assert landed(tmp_path, title=title, description="live-in and home care too").place_kind is expected


def test_escaped_html_becomes_paragraphs_without_contact_details(tmp_path: Path) -> None:
    text = "&lt;p&gt;Ring 0113 496 0000 &amp;amp; ask.&lt;/p&gt;&lt;p&gt;Or jobs@example.org&lt;/p&gt;"
    post = landed(tmp_path, description=text)
    assert post.description == "Ring (number left out) & ask.\n\nOr (address left out)"


def test_the_contact_point_goes_to_the_contact_field(tmp_path: Path) -> None:
    post = landed(tmp_path, applicationContact={"name": "Recruitment", "telephone": "0113 496 0000"})
    assert post.contact == "Recruitment, 0113 496 0000"


@pytest.mark.parametrize(
    ("link", "expected"), [("https://example.org/1", "https://example.org/1"), ("javascript:alert(1)", None)]
)
def test_only_a_web_address_becomes_a_link(tmp_path: Path, link: str, expected: str | None) -> None:
    assert landed(tmp_path, url=link).apply_url == expected


@pytest.mark.parametrize(("openings", "positions"), [(3, 3), ("2", 2), ("several", 1), (0, 1), (None, 1)])
def test_the_number_wanted_is_read_where_it_can_be_true(tmp_path: Path, openings: object, positions: int) -> None:
    assert landed(tmp_path, totalJobOpenings=openings).positions == positions


FULL = (
    "&lt;p&gt;You will give personal care on a rota of earlies and lates, Monday to Friday 07:00-15:00.&lt;/p&gt;"
    "&lt;p&gt;Essential:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;A full driving licence&lt;/li&gt;&lt;li&gt;12 months' experience"
    " of care&lt;/li&gt;&lt;li&gt;NVQ level 2 in health and social care&lt;/li&gt;&lt;/ul&gt;"
    "&lt;p&gt;Desirable:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Dementia care&lt;/li&gt;"
    "&lt;li&gt;Your own car&lt;/li&gt;&lt;/ul&gt;"
    "&lt;p&gt;This permanent post is subject to an enhanced DBS check.&lt;/p&gt;"
    "&lt;p&gt;£13.20 per hour. LS9 7TF&lt;/p&gt;"
)


def test_what_only_the_words_say_fills_the_fields(tmp_path: Path) -> None:
    post = landed(tmp_path, description=FULL)
    assert (post.driving_licence, post.vehicle, post.experience_months) == (True, False, 12)
    assert (post.qualification, post.dbs_level, post.contract) == ("diploma-care-2", "enhanced", Contract.PERMANENT)
    assert post.pay_min_gbp_per_hour == post.pay_max_gbp_per_hour == 13.20
    assert [str(shift) for shift in post.shifts_all_required or ()][:1] == ["mon 07:00-15:00"]
    assert "dementia-care" in (post.optional_skills or ())
    assert post.place is not None


def test_fields_of_the_posting_win_over_its_words(tmp_path: Path) -> None:
    words = "This is a permanent post. Closing date: 5 November 2026. £15.00 per hour. We want 3 x carers in LS1 3EX."
    post = landed(
        tmp_path,
        description=words,
        employmentType="TEMPORARY",
        baseSalary=salary("£13.20 per hour"),
        totalJobOpenings=2,
        jobLocation=place("LS9 7TF"),
    )
    assert (post.contract, post.closes, post.positions) == (Contract.FIXED_TERM, date(2026, 12, 1), 2)
    assert post.pay_min_gbp_per_hour == 13.20
    assert post.postcode != "LS1 3EX"


def test_a_closing_date_in_the_words_counts_where_no_field_has_one(tmp_path: Path) -> None:
    post = landed(tmp_path, validThrough=None, description="Closing date: 3rd December.")
    assert post.closes == date(2026, 12, 3)


def test_words_in_other_fields_of_the_posting_are_read_too(tmp_path: Path) -> None:
    post = landed(
        tmp_path, description="Join us.", qualifications="NVQ level 3 in care", skills=["Medication", "Hoisting"]
    )
    assert post.qualification == "diploma-care-3"
    assert {"medication-administration", "hoisting"} <= set(post.essential_skills or ())


def test_the_summary_says_what_share_of_each_field_was_found(tmp_path: Path) -> None:
    summary, _ = imported(tmp_path, [advert(description=FULL), advert(identifier="A2", validThrough=None)])
    (note,) = (note for note in summary.notes if note.startswith("Found in"))
    assert "2 adverts" in note
    assert "licence 50%" in note
    assert "closing date 50%" in note
    assert "essential skills 100%" in note


def test_a_sex_or_an_age_that_is_asked_for_is_noted_and_filters_nothing(tmp_path: Path) -> None:
    flagged = advert(
        identifier="F1", title="Female support worker", description="You must be over 21 for the insurance."
    )
    summary, store = imported(tmp_path, [advert(), flagged])
    notes = [note for note in summary.notes if note.startswith("For a person to look at")]
    assert len(notes) == 2
    assert all("'F1'" in note and "'A1'" not in note for note in notes)
    assert store.records["F1"].min_age is None


def test_an_advert_that_names_no_skill_leaves_its_needs_unsaid(tmp_path: Path) -> None:
    assert landed(tmp_path, title="Stargazer", description="Look up.").essential_skills is None


@pytest.mark.parametrize("strange", [{"title": ["a", {"b": 1}]}, {"jobLocation": "Leeds"}, {"baseSalary": [1, 2]},
                                     {"hiringOrganization": 7}, {"employmentType": {"x": 1}}, {"identifier": {}},
                                     {"applicationContact": []}, {"jobLocation": {"address": "LS9 7TF"}},
                                     {"baseSalary": {"value": {"minValue": "lots"}}}])  # fmt: skip
def test_fields_of_unexpected_shapes_still_land(tmp_path: Path, strange: dict[str, Any]) -> None:
    assert landed(tmp_path, **strange).id


def test_the_real_adverts_all_land_with_their_true_pay(tmp_path: Path, real_data: Path) -> None:
    context = context_in(tmp_path)
    path = real_data / "job_adverts_sample" / "jobposting_150.json"
    summary = import_vacancies(path, context, as_of=TODAY)
    again = import_vacancies(path, context, as_of=TODAY)
    assert (summary.read, summary.added, summary.rejected) == (150, 150, 0)
    assert (again.unchanged, again.updated) == (150, 0)
    # The field for pay says 38 by the hour, 2 by the week, 102 by the year (counted by eye). Words change five adverts
    # whose field says nothing, or reckons an hourly rate by the year: three were looked at, two are in the half of
    # tests/golden/adverts.json that is kept back.
    assert any("Pay is stated 43 by the hour, 2 by the week, 101 by the year, 4 not at all" in n for n in summary.notes)
    assert any(note.startswith("Found in the words and fields of 150 adverts: hours ") for note in summary.notes)
    assert any(note.startswith("150 of 150 adverts are placed") for note in summary.notes)
    posts = context.store.records.values()
    assert all(4 < (post.pay_min_gbp_per_hour or 9) < 17 for post in posts)
    assert not any("&lt;" in (post.description or "") or "<p" in (post.description or "") for post in posts)


def test_an_advert_nested_too_deep_is_rejected_alone(tmp_path: Path) -> None:
    deep = json.dumps(advert(title="DEEP")).replace('"DEEP"', "[" * 600 + '"x"' + "]" * 600)
    summary, store = imported(tmp_path, f"[{deep}, {json.dumps(advert(identifier='A2'))}]")
    assert (summary.added, summary.rejected) == (1, 1)
    assert set(store.records) == {"A2"}
    assert "nested too deep" in rejects(tmp_path)[0]["reason"]


def test_half_a_character_in_an_advert_lands_and_comes_back(tmp_path: Path) -> None:
    assert landed(tmp_path, title="cut \ud83d").title == "cut ?"
    summary, _ = imported(tmp_path, advert(title="cut \ud83d", datePosted="soon"))
    assert (summary.rejected, rejects(tmp_path)[0]["title"]) == (1, "cut ?")


@pytest.mark.parametrize("openings", ["9" * 20, "9" * 5_000])
def test_more_openings_than_can_be_are_rejected_with_the_reason(tmp_path: Path, openings: str) -> None:
    text = json.dumps(advert(totalJobOpenings=0)).replace('"totalJobOpenings": 0', f'"totalJobOpenings": {openings}')
    summary, _ = imported(tmp_path, text)
    assert summary.rejected == 1
    assert "too large to be true" in rejects(tmp_path)[0]["reason"]


@pytest.mark.parametrize(
    "given",
    [{"title": "<a " * 20_000}, {"description": "<a " * 20_000}, {"description": "07" * 20_000},
     {"description": "www." * 20_000}, {"baseSalary": "9" * 2_000}],
)  # fmt: skip
def test_endless_words_do_not_hold_an_advert_up(tmp_path: Path, given: dict[str, Any]) -> None:
    started = time.process_time()
    landed(tmp_path, **given)
    assert time.process_time() - started < 30, "a pattern that tries every way takes minutes"
