import gzip
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from importing import context_in, reasons, write

from matcher.domain import Candidate, PlacePrecision
from matcher.errors import FileError, PostcodeUnplacedError
from matcher.geography import SectorGazetteer
from matcher.importers.postcodes import _Seen, import_postcodes
from matcher.importers.summary import ImportSummary
from matcher.store import Person, Store

PLAIN = "pcds,lat,long,lsoa21\n"
NSPL = "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,oa21cd,lad25cd,ctry25cd,lsoa21cd,lat,long\n"
ONSPD = "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,ctry,lsoa01,lsoa11,lsoa21,lat,long,imd\n"


def imported(store: Store, path: Path, **given: Any) -> ImportSummary:
    summary = import_postcodes(path, context_in(path.parent, store=store, **given))
    assert summary.read == summary.added + summary.updated + summary.unchanged + summary.rejected
    return summary


def place(store: Store, postcode: str) -> Any:
    return store.gazetteer(SectorGazetteer.load()).locate(postcode)


def refusal(store: Store, path: Path, **given: Any) -> str:
    with pytest.raises(FileError) as caught:
        imported(store, path, **given)
    assert "\n" not in str(caught.value)
    assert store.n_postcodes() == 0
    return str(caught.value)


def test_a_plain_directory_lands_and_lands_only_once(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, f"{PLAIN}LS9 7TF,53.80688,-1.52036,E01033010\nDH1 3LE,54.77,-1.57,E01020634\n")
    first, second = imported(store, path), imported(store, path)
    assert (first.format, first.added, first.rejected) == ("plain", 2, 0)
    assert (second.added, second.updated, second.unchanged) == (0, 0, 2)


def test_gzip_is_seen_through(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "postcodes.csv.gz"
    path.write_bytes(gzip.compress(f"{PLAIN}LS9 7TF,53.8,-1.5,E01033010\n".encode()))
    assert imported(store, path).added == 1


@pytest.mark.parametrize("written", ["GU470ZZ", "GU47 0ZZ", "gu47  0zz", " GU47-0ZZ "])
def test_every_spelling_is_tidied_to_one(store: Store, tmp_path: Path, written: str) -> None:
    imported(store, write(tmp_path, f"{PLAIN}{written},51.35,-0.77,\n"))
    assert place(store, "GU47 0ZZ").precision is PlacePrecision.POSTCODE


def test_eastings_are_projected_from_degrees(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, f"{PLAIN}SR1 1AA,54.908542,-1.379728,\n"))
    found = place(store, "SR1 1AA")
    assert abs(found.easting_m - 439_867) <= 5
    assert abs(found.northing_m - 557_268) <= 5


def test_nspl_is_known_by_its_header_and_keeps_what_is_terminated(store: Store, tmp_path: Path) -> None:
    row = "LS9 7TF,LS9  7TF,LS9 7TF,198001,199912,0,431684,434616,E00,E08,E92000001,E01033010,53.8,-1.5\n"
    summary = imported(store, write(tmp_path, NSPL + row))
    assert (summary.format, summary.added) == ("nspl", 1)
    assert "December 1999" in place(store, "LS9 7TF").note
    assert any("1 terminated postcodes were kept" in note for note in summary.notes)


def test_the_full_directory_brings_the_areas_of_both_censuses(store: Store, tmp_path: Path) -> None:
    row = "LS9 7TF,LS9  7TF,LS9 7TF,198001,,E99,E08,E92000001,E01,E01011658,E01033010,53.8,-1.5,1200\n"
    summary = imported(store, write(tmp_path, ONSPD + row))
    assert summary.format == "onspd"
    assert store.lsoa_vintages() == {"lsoa11": 1, "lsoa21": 1}


def test_pseudo_areas_are_no_areas(store: Store, tmp_path: Path) -> None:
    row = "LS9 7TF,LS9  7TF,LS9 7TF,198001,,E99,E08,E92000001,E01,E99999999,E01999999999,53.8,-1.5,1200\n"
    imported(store, write(tmp_path, ONSPD + row))
    assert store.lsoa_vintages() == {"lsoa11": 0, "lsoa21": 0}


def test_the_country_comes_from_the_directory_else_the_area_else_the_sector(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, f"{PLAIN}CF10 1AA,51.48,-3.17,W01001939\nEH1 1YZ,55.95,-3.19,\n"))
    row = "BT1 1AA,BT1  1AA,BT1 1AA,198001,,0,1,1,N00,N09,N92000002,,54.6,-5.92\n"
    imported(store, write(tmp_path, NSPL + row))
    assert [place(store, name).country for name in ("CF10 1AA", "EH1 1YZ", "BT1 1AA")] == [
        "Wales",
        "Scotland",
        "Northern Ireland",
    ]


def test_historic_codes_are_kept_where_they_have_a_place(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, f"{PLAIN}NPT 0AD,51.58846,-2.99159,\nGIR 0AA,,0.00000,\n"))
    assert (summary.added, summary.rejected) == (1, 1)
    assert "GIR 0AA has no place" in reasons(tmp_path)[3]
    assert any("1 historic codes (NPT, GIR) were kept" in note for note in summary.notes)


@pytest.mark.parametrize(
    ("code", "island"), [("IM1 1AA", "the Isle of Man"), ("JE2 3AB", "Jersey"), ("GY1 1AA", "Guernsey")]
)
def test_an_island_without_places_is_named(store: Store, tmp_path: Path, code: str, island: str) -> None:
    summary = imported(store, write(tmp_path, f"{PLAIN}{code},,0.00000,\n"))
    assert f"it is in {island}" in reasons(tmp_path)[2]
    assert summary.notes == (f"Rejected because the directory places nothing there: {island} 1.",)
    with pytest.raises(PostcodeUnplacedError, match=island):
        place(store, code)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("LS9 7TF,,0.00000", "its latitude is blank"),
        ("LS9 7TF,0.0,", "its latitude is 0.0"),
        ("LS9 7TF,99.999999,0.000000", "its latitude is 99.999999"),
        ("LS9 7TF,53.8,", "latitude 53.8 and no longitude"),
        ("LS9 7TF,-1.5,53.8", "is no place in the United Kingdom"),
        ("LS9 7TF,north,-1.5", "latitude 'north'"),
        ("Leeds,53.8,-1.5", "'Leeds' is not a UK postcode"),
        (",53.8,-1.5", "The row has no postcode"),
    ],
)
def test_a_row_that_cannot_be_used_is_given_back_with_the_reason(
    store: Store, tmp_path: Path, cells: str, reason: str
) -> None:
    summary = imported(store, write(tmp_path, f"pcds,lat,long\nDH1 3LE,54.77,-1.57\n{cells}\n"))
    assert (summary.added, summary.rejected) == (1, 1)
    assert reason in reasons(tmp_path)[3]


def test_longitude_nought_is_greenwich_and_not_a_blank(store: Store, tmp_path: Path) -> None:
    assert imported(store, write(tmp_path, f"{PLAIN}SE10 8XJ,51.47693,0.00000,E01001641\n")).added == 1


def test_a_postcode_twice_in_one_file_is_given_back_the_second_time(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, f"{PLAIN}LS9 7TF,53.8,-1.5,\nDH1 3LE,54.77,-1.57,\nls97tf,53.9,-1.6,\n")
    assert imported(store, path).rejected == 1
    assert "is in this file already" in reasons(tmp_path)[4]
    assert place(store, "LS9 7TF").lat == 53.8


def test_a_repeat_is_noticed_across_chunks() -> None:
    seen = _Seen()
    rng = np.random.default_rng(7)
    codes = [f"AB{n // 100} {n % 10}A{chr(65 + n % 7)}" for n in rng.integers(0, 900, 600)]
    expected = [code in codes[:place] for place, code in enumerate(codes)]
    found = [seen.again(pd.Series(codes[start : start + 50])).tolist() for start in range(0, 600, 50)]
    assert [flag for flags in found for flag in flags] == expected


def test_rows_of_the_wrong_length_and_blank_lines_keep_the_numbers_right(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "pcds,lat,long\nLS9 7TF,53.8,-1.5\nLS9 7TG,53.8,-1.5,9,9\n\nbad,1,1\nDH1 3LE,54.77,-1.57\n")
    summary = imported(store, path)
    assert (summary.added, summary.rejected) == (2, 2)
    assert reasons(tmp_path)[3].startswith("This row has more or fewer cells")
    assert "'bad' is not a UK postcode" in reasons(tmp_path)[5]


def test_a_row_of_ten_thousand_columns_is_given_back(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "pcds,lat,long\nLS9 7TF,53.8,-1.5\n" + ",".join("x" * 10_000) + "\n")
    assert imported(store, path).rejected == 1


def test_rejects_can_be_mended_and_sent_again(store: Store, tmp_path: Path) -> None:
    imported(store, write(tmp_path, f"{PLAIN}LS9 7TF,,0.00000,E01033010\n"))
    mended = (tmp_path / "rejects.csv").read_text(encoding="utf-8").replace(",,0.00000,", ",53.8,-1.5,")
    assert imported(store, write(tmp_path, mended, "mended.csv")).added == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_recognised(store: Store, tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = f"{PLAIN}LS9 7TF,53.8,-1.5,E01033010\n".replace(",", delimiter)
    assert imported(store, write(tmp_path, text, encoding=encoding)).added == 1


def test_a_column_of_another_name_can_be_mapped(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "where,north,east\nLS9 7TF,53.8,-1.5\n")
    assert imported(store, path, columns={"postcode": "where", "lat": "north", "long": "east"}).added == 1


def test_a_header_that_lacks_a_column_says_which_and_what_there_is(store: Store, tmp_path: Path) -> None:
    message = refusal(store, write(tmp_path, "pcds,lat\nLS9 7TF,53.8\n"))
    assert "no column for long" in message
    assert "It has: pcds, lat" in message


def test_a_wrong_format_is_refused(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, f"{PLAIN}LS9 7TF,53.8,-1.5,\n")
    assert "laid out as 'plain', not as 'nspl'" in refusal(store, path, format="nspl")
    assert "no format of a postcode directory" in refusal(store, path, format="excel")


def test_files_that_are_none_are_refused_in_one_line(store: Store, tmp_path: Path) -> None:
    assert "no file" in refusal(store, tmp_path / "missing.csv")
    assert "is a folder" in refusal(store, tmp_path)
    assert "empty" in refusal(store, write(tmp_path, ""))
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    assert "Excel" in refusal(store, tmp_path / "book.csv")


def test_a_gzip_that_breaks_off_is_refused_and_what_came_before_stays(store: Store, tmp_path: Path) -> None:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    rng = np.random.default_rng(1)
    lines = [
        f"LS{d} {n}{a}{b},{53 + rng.random():.5f},{-1 - rng.random():.5f},\n"
        for d in range(1, 30) for n in range(10) for a in letters for b in letters
    ]  # fmt: skip
    path = tmp_path / "half.csv.gz"
    whole = gzip.compress((PLAIN + "".join(lines)).encode())
    path.write_bytes(whole[: len(whole) // 10 * 9])
    with pytest.raises(FileError, match="copy or download it again"):
        imported(store, path)


def test_people_already_stored_are_placed_exactly_afterwards(store: Store, tmp_path: Path) -> None:
    rough = SectorGazetteer.load().locate("LS9 7TF")
    store.upsert_candidates([(Candidate(id="C1", postcode="LS9 7TF", place=rough), Person())])
    summary = imported(store, write(tmp_path, f"{PLAIN}LS9 7TF,53.80688,-1.52036,E01033010\n"))
    assert store.candidate("C1").place != rough
    assert "1 stored candidates and vacancies are now placed by their exact postcode." in summary.notes


@pytest.mark.real_data
def test_the_lookup_as_the_statistics_office_ships_it(store: Store, real_data: Path, tmp_path: Path) -> None:
    path = next((real_data / "nspl_sample").glob("*.csv"))
    context = context_in(tmp_path, store=store)
    first, second = import_postcodes(path, context), import_postcodes(path, context)
    assert (first.format, first.read, first.added, first.rejected) == ("nspl", 8_765, 8_688, 77)
    assert (second.added, second.updated, second.unchanged) == (0, 0, 8_688)
    assert all("99.999999" in reason for reason in reasons(tmp_path).values())


# A process of its own, so that the memory measured is the import's.
WHOLE_COUNTRY = """
import sys
from pathlib import Path
from importing import context_in
from matcher.importers.postcodes import import_postcodes
from matcher.store import Store
folder = Path(sys.argv[2])
store = Store(f"sqlite:///{folder}/country.db")
store.migrate()
summary = import_postcodes(Path(sys.argv[1]), context_in(folder, store=store))
# Not getrusage, which would count what the tests themselves hold: a child begins as a copy of its parent.
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(summary.read, summary.added, summary.rejected, int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.mark.real_data
def test_every_postcode_of_the_country_lands_in_little_memory(real_data: Path, tmp_path: Path) -> None:
    path = real_data / "postcodes_uk_2025-05.csv.gz"
    done = subprocess.run(
        [sys.executable, "-c", WHOLE_COUNTRY, str(path), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    *counts, peak_mb = (int(figure) for figure in done.stdout.split())
    assert counts == [2_714_964, 2_690_877, 24_087]
    assert peak_mb < 700


def test_a_code_with_a_foreign_letter_is_rejected_alone(store: Store, tmp_path: Path) -> None:
    summary = imported(store, write(tmp_path, f"{PLAIN}LS9 7Té,53.8,-1.5,\nLS9 7TF,53.8,-1.5,\n"))
    assert (summary.added, summary.rejected) == (1, 1)
    assert "'LS9 7Té' is not a UK postcode" in reasons(tmp_path)[2]


def test_spaces_around_the_names_of_columns_do_not_matter(store: Store, tmp_path: Path) -> None:
    assert imported(store, write(tmp_path, " pcds , lat , long \nLS9 7TF,53.8,-1.5\n")).added == 1


@pytest.mark.parametrize("month", ["1e999", "9" * 400])
def test_a_month_of_ending_that_cannot_be_is_rejected(store: Store, tmp_path: Path, month: str) -> None:
    summary = imported(store, write(tmp_path, f"pcds,lat,long,doterm\nLS9 7TF,53.8,-1.5,{month}\n"))
    assert summary.rejected == 1
    assert "is no month: write it like 202305" in reasons(tmp_path)[2]
