"""Blocks of rows against rows read one by one with care."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.importers.row_blocks import Lines, read_blocks


def one_by_one(text: str) -> list[tuple[int, list[str], bool]]:
    """Number, cells and whether it is at fault, of every row; a fault costs the first of its lines."""
    lines = Lines(io.StringIO(text, newline=""))
    reader = csv.reader(lines, strict=True)
    rows: list[tuple[int, list[str], bool]] = []
    while True:
        lines.begin_row()
        try:
            rows.append((len(rows) + 1, next(reader), False))
        except StopIteration:
            return rows
        except csv.Error:
            cells = [cell.strip().strip('"') for cell in lines.give_up_row().split(",")]
            rows.append((len(rows) + 1, cells, True))
            reader = csv.reader(lines, strict=True)


def in_blocks(text: str) -> list[tuple[int, list[str], bool]]:
    return [
        (block.first + place, cells, place in block.faults)
        for block in read_blocks(io.StringIO(text, newline=""), ",")
        for place, cells in enumerate(block.rows)
    ]


PIECES = st.sampled_from(["a", "bc", ",", '"', '""', "\n", "\r\n", "\r", "\0", '"d"', '"e\nf"', "\n1,2\n"])


@settings(max_examples=300)
@given(text=st.lists(PIECES, max_size=40).map("".join), n_characters=st.integers(1, 60), n_rows=st.integers(1, 5))
def test_blocks_hold_the_rows_one_by_one(text: str, n_characters: int, n_rows: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("matcher.importers.row_blocks._BLOCK_CHARACTERS", n_characters)
        patch.setattr("matcher.importers.row_blocks._MOST_ROWS", n_rows)
        patch.setattr("matcher.importers.row_blocks._MAX_ROW_LINES", 3)
        assert in_blocks(text) == one_by_one(text)


def test_a_fault_is_where_it_was_in_a_block_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.importers.row_blocks._MOST_ROWS", 2)
    blocks = list(read_blocks(io.StringIO('id\n1\n2\n3"x"y\n"4" z\n5\n', newline=""), ","))
    assert [(block.first, len(block.rows), set(block.faults)) for block in blocks] == [
        (1, 2, set()),
        (3, 2, set()),
        (5, 2, {0}),
    ]


def test_where_a_text_cannot_be_read_further_the_rows_before_come_out_first() -> None:
    whole = "".join(f"A{number},Ann\n" for number in range(20_000)).encode() + b"\xff\n"
    rows: list[list[str]] = []
    with pytest.raises(UnicodeDecodeError):
        rows.extend(
            row
            for block in read_blocks(io.TextIOWrapper(io.BytesIO(whole), "utf-8", newline=""), ",")
            for row in block.rows
        )
    assert len(rows) > 18_000
    assert rows[-1] == [f"A{len(rows) - 1}", "Ann"]
