import csv
import gzip
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import context_in, write

from matcher.errors import FileError
from matcher.importers.summary import Tally
from matcher.importers.tables import Table, check_readable, open_table

KNOWN = ("id", "name", "max_travel_minutes")


def opened(path: Path, **given: object) -> Table:
    return open_table(path, **{"required": {"id"}, "known": KNOWN, **given})


def refusal(path: Path, **given: object) -> str:
    with pytest.raises(FileError) as caught:
        opened(path, **given)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "none.csv")
    assert "none.csv" in refusal(tmp_path / "none.csv")


def test_a_folder_is_told_from_a_file(tmp_path: Path) -> None:
    assert "is a folder, not a file" in refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(content)
    assert "is empty" in refusal(path)


def test_an_empty_gzip_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv.gz"
    path.write_bytes(gzip.compress(b""))
    assert "is empty" in refusal(path)


def test_a_workbook_is_named_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    message = refusal(path)
    assert "Excel workbook" in message
    assert "CSV UTF-8" in message


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(bytes(range(256)) * 40)
    assert "binary file" in refusal(path)


def test_a_wrong_encoding_is_refused_with_the_ones_known(tmp_path: Path) -> None:
    message = refusal(write(tmp_path, "id,name\n1,こんにちは世界\n", encoding="shift_jis"))
    assert "neither UTF-8 nor UTF-16 nor Windows-1252" in message


def test_a_gzip_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv.gz"
    path.write_bytes(gzip.compress(b"id,name\n" + b"1,abcdefgh\n" * 50_000)[:-40])
    assert "breaks off or is damaged" in refusal(path)


def test_a_gzip_file_damaged_at_its_beginning_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv.gz"
    path.write_bytes(b"\x1f\x8b" + b"not really gzip" * 20)
    assert "breaks off or is damaged" in refusal(path)


def test_text_cut_in_the_middle_of_a_utf16_letter_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_bytes("id,name\n1,Ann\n".encode("utf-16") + b"\x41")
    with pytest.raises(FileError, match="not utf-16 throughout"):
        list(opened(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_recognised(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = f"id{delimiter}name\r\n1{delimiter}Zoë – £12\r\n"
    table = opened(write(tmp_path, text, encoding=encoding))
    assert list(table) == [(2, {"id": "1", "name": "Zoë – £12"})]
    assert table.delimiter == delimiter


def test_gzip_is_seen_through(tmp_path: Path) -> None:
    path = tmp_path / "people.csv.gz"
    path.write_bytes(gzip.compress(b"id,name\n1,Ann\n"))
    assert list(opened(path)) == [(2, {"id": "1", "name": "Ann"})]


def test_one_accent_late_in_a_windows_file_is_found(tmp_path: Path) -> None:
    text = "id,name\n" + "1,Ann\n" * 300_000 + "2,Zoë\n"
    table = opened(write(tmp_path, text, encoding="cp1252"))
    assert table.encoding == "cp1252"
    assert check_readable(table.path) == "utf-8"  # the beginning alone does not tell


def test_a_header_without_a_needed_column_names_it_and_lists_what_there_is(tmp_path: Path) -> None:
    message = refusal(write(tmp_path, "ref,first name\n1,Ann\n"))
    assert "has no column 'id'" in message
    assert "ref, first name" in message
    assert "--columns" in message


def test_columns_match_whatever_their_case_spaces_and_hyphens(tmp_path: Path) -> None:
    table = opened(write(tmp_path, "ID,Max Travel-Minutes,Colour\n1,45,blue\n"))
    assert list(table) == [(2, {"id": "1", "max_travel_minutes": "45", "Colour": "blue"})]
    assert table.unknown_columns == ("Colour",)


def test_a_mapping_reads_the_files_own_columns(tmp_path: Path) -> None:
    table = opened(write(tmp_path, "Ref,id\nA1,row one\n"), columns={"id": "ref"})
    (_, row), *_ = list(table)
    assert row["id"] == "A1"
    assert table.as_sent(row) == {"Ref": "A1", "id": "row one"}


def test_a_mapping_to_a_column_that_is_not_there_lists_the_ones_that_are(tmp_path: Path) -> None:
    message = refusal(write(tmp_path, "Ref,Who\nA1,Ann\n"), columns={"id": "Reference"})
    assert "'Reference'" in message
    assert "Ref, Who" in message


def test_a_column_mapped_to_two_of_ours_is_refused(tmp_path: Path) -> None:
    assert "both id and name" in refusal(write(tmp_path, "Ref\nA1\n"), columns={"id": "Ref", "name": "Ref"})


def test_one_of_our_columns_given_twice_is_refused(tmp_path: Path) -> None:
    assert "'name' twice" in refusal(write(tmp_path, "id,name,Name\n1,Ann,Bea\n"))


def test_other_columns_may_repeat(tmp_path: Path) -> None:
    assert opened(write(tmp_path, "id,note,note\n1,a,b\n")).header == ("id", "note", "note (2)")


def test_blank_rows_are_counted_as_a_spreadsheet_counts_and_skipped(tmp_path: Path) -> None:
    assert [number for number, _ in opened(write(tmp_path, "id,name\n1,Ann\n\n,,\n2,Bea\n"))] == [2, 5]


def test_a_short_row_is_blank_behind(tmp_path: Path) -> None:
    assert list(opened(write(tmp_path, "id,name\n1\n"))) == [(2, {"id": "1", "name": ""})]


def test_a_row_of_ten_thousand_columns_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    rejected: list[tuple[int, str, dict[str, object]]] = []
    text = "id,name\n1," + "x," * 10_000 + "\n2,Bea\n"
    table = opened(write(tmp_path, text), reject=lambda *fault: rejected.append(fault))
    assert [row["id"] for _, row in table] == ["2"]
    ((number, reason, row),) = rejected
    assert number == 2
    assert "10,002 cells and the header names 2 columns" in reason
    assert row == {"id": "1", "name": "x"}


def test_a_header_of_ten_thousand_columns_is_read(tmp_path: Path) -> None:
    header = ",".join(f"c{n}" for n in range(10_000))
    table = opened(write(tmp_path, f"id,{header}\n1\n"))
    assert len(table.unknown_columns) == 10_000
    assert next(iter(table))[1]["id"] == "1"


def test_a_missing_needed_column_among_ten_thousand_is_still_one_short_line(tmp_path: Path) -> None:
    message = refusal(write(tmp_path, ",".join(f"c{n}" for n in range(10_000)) + "\n"))
    assert "and 9,988 more" in message
    assert len(message) < 600


def test_a_quotation_mark_never_closed_costs_one_row_of_rejects(tmp_path: Path) -> None:
    rejected: list[tuple[int, str, dict[str, object]]] = []
    table = opened(write(tmp_path, 'id,name\n1,Ann\n2,"Bea\n'), reject=lambda *fault: rejected.append(fault))
    assert [row["id"] for _, row in table] == ["1"]
    assert "quotation marks do not pair up" in rejected[0][1]


def test_an_overlong_cell_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    rejected: list[tuple[int, str, dict[str, object]]] = []
    text = f"id,name\n1,{'x' * 200_000}\n2,Bea\n"
    table = opened(write(tmp_path, text), reject=lambda *fault: rejected.append(fault))
    assert [row["id"] for _, row in table] == ["2"]
    assert "131,000 characters" in rejected[0][1]


def test_a_row_that_cannot_be_read_is_named_where_nobody_takes_rejects(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="row 2"):
        list(opened(write(tmp_path, "id,name\n1,Ann,stray\n")))


def test_a_file_of_200_mb_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    row = b"1," + b"x" * 100_000 + b"\n"
    with path.open("wb") as file:
        file.write(b"id,name\n")
        for _ in range(2_000):
            file.write(row)
    assert path.stat().st_size > 200_000_000
    tracemalloc.start()
    assert sum(1 for _ in opened(path)) == 2_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    path.unlink()
    assert peak < 20_000_000


def test_a_large_file_without_line_ends_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "one_line.csv"
    path.write_bytes(b"id,name\n1," + b"x," * 25_000_000 + b"\n2,Bea\n")
    rejected: list[int] = []
    tracemalloc.start()
    found = [row["id"] for _, row in opened(path, reject=lambda number, *_: rejected.append(number))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found, rejected) == (["2"], [2])
    assert peak < 60_000_000


def test_the_file_of_rejects_can_be_mended_and_sent_again(tmp_path: Path) -> None:
    row = {"id": "=1+1", "name": "+44 113 496 0000"}
    with Tally("candidates", context_in(tmp_path)) as tally:
        tally.reject(2, "a reason", row)
    sent = (tmp_path / "rejects.csv").read_text(encoding="utf-8")
    assert "'=1+1" in sent
    table = opened(tmp_path / "rejects.csv")
    assert [{"id": again["id"], "name": again["name"]} for _, again in table] == [row]
    assert table.unknown_columns == ()


@settings(max_examples=60)
@given(
    rows=st.lists(
        st.tuples(
            st.from_regex(r"[A-Z][0-9]{1,4}", fullmatch=True),
            st.text(
                st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs", "Cc"]), max_size=20
            ),
        ),
        min_size=1,
        max_size=8,
    ),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_what_a_spreadsheet_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    path = tmp_path_factory.mktemp("written") / "sheet.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([("id", "name"), *rows])
    expected = [(key, name.strip()) for key, name in rows]
    read = [(row["id"], row["name"]) for _, row in opened(path)]
    assert [key for key, _ in read] == [key for key, _ in expected]
    assert all(got in {said, said[1:]} for (_, got), (_, said) in zip(read, expected, strict=True))


def test_one_stray_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    rows = [f"U{n},Person {n},LS9 7TF" for n in range(1, 3001)]
    rows[2] = 'U3,"Person 3,LS9 7TF'
    (tmp_path / "people.csv").write_text("id,name,postcode\n" + "\n".join(rows) + "\n", encoding="utf-8")
    refused: list[tuple[int, dict[str, str]]] = []
    table = open_table(
        tmp_path / "people.csv",
        required={"id"},
        known=("id", "name", "postcode"),
        reject=lambda number, _reason, row: refused.append((number, dict(row))),
    )
    assert len(list(table)) == 2999
    ((number, row),) = refused
    assert number == 4
    assert row["id"] == "U3"
