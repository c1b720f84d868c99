import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import write

from matcher.errors import FileError
from matcher.importers.json_stream import begins_as_json, stream_objects

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=4), min_size=1, max_size=6)


@settings(max_examples=60)
@given(objects=OBJECTS, shape=st.sampled_from(["list", "pretty", "lines"]))
def test_objects_come_back_as_json_itself_reads_them(
    tmp_path_factory: pytest.TempPathFactory, objects: list[dict[str, object]], shape: str
) -> None:
    text = {
        "list": json.dumps(objects),
        "pretty": json.dumps(objects, indent=1),
        "lines": "\n".join(map(json.dumps, objects)),
    }[shape]
    path = write(tmp_path_factory.mktemp("json"), text)
    expected = [(number, value, "") for number, value in enumerate(objects, start=1)]
    assert list(stream_objects(path)) == expected


def test_an_object_larger_than_what_is_read_at_once_comes_whole(tmp_path: Path) -> None:
    objects = [{"text": "x" * 3_000_000}, {"text": "y"}]
    assert [value for _, value, _ in stream_objects(write(tmp_path, json.dumps(objects)))] == objects


def test_a_bad_line_does_not_stop_the_next(tmp_path: Path) -> None:
    found = list(stream_objects(write(tmp_path, '{"a": 1}\n{"b": nonsense}\n{"c": 3}\n')))
    assert [(number, bool(fault)) for number, _, fault in found] == [(1, False), (2, True), (3, False)]


def test_a_bad_last_line_ends_the_reading(tmp_path: Path) -> None:
    found = list(stream_objects(write(tmp_path, '{"a": 1}\n{"b": nonsense}\n' + " " * 3_000_000)))
    assert [(number, bool(fault)) for number, _, fault in found] == [(1, False), (2, True)]


def test_a_bad_line_longer_than_what_is_read_at_once_does_not_stop_the_next(tmp_path: Path) -> None:
    text = '{"a": nonsense, "b": "' + "x" * 2_500_000 + '"}\n{"c": 3}\n'
    assert [value for _, value, fault in stream_objects(write(tmp_path, text)) if not fault] == [{"c": 3}]


def test_nesting_without_end_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    ((number, _, fault),) = stream_objects(write(tmp_path, "[" + "[" * 200_000))
    assert number == 1
    assert fault


@pytest.mark.parametrize(("text", "expected"), [("  {}", True), ("\n[", True), ("id,name\n1,{}\n", False)])
def test_the_first_character_tells_json_from_a_table(tmp_path: Path, text: str, expected: bool) -> None:
    assert begins_as_json(write(tmp_path, text)) is expected


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no file"):
        begins_as_json(tmp_path / "none.json")


def test_a_long_list_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    one = json.dumps({"title": "Care assistant", "description": "x" * 50_000})
    with path.open("w", encoding="utf-8") as file:
        file.write(f"[{one}")
        for _ in range(1_000):
            file.write(f",{one}")
        file.write("]")
    tracemalloc.start()
    assert sum(1 for _ in stream_objects(path)) == 1_001
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size > 50_000_000
    assert peak < 15_000_000


def test_a_bracket_never_closed_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "open.json"
    path.write_text('[{"title": "' + "x" * 120_000_000, encoding="utf-8")
    tracemalloc.start()
    ((_, text, fault),) = stream_objects(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    path.unlink()
    assert fault
    assert len(text) <= 300
    assert peak < 250_000_000


def test_half_a_character_is_read_as_a_question_mark(tmp_path: Path) -> None:
    ((_, value, fault),) = stream_objects(write(tmp_path, '{"title": "cut \\ud83d", "whole": "\\ud83d\\ude00"}'))
    assert (value, fault) == ({"title": "cut ?", "whole": "😀"}, "")


def test_a_number_longer_than_python_reads_stays_text(tmp_path: Path) -> None:
    ((_, value, fault),) = stream_objects(write(tmp_path, '{"n": ' + "9" * 5_000 + "}"))
    assert (value, fault) == ({"n": "9" * 5_000}, "")


@pytest.mark.parametrize("text", ['[{"a": 1}, {"b": oops}, {"c": 3}]', '[{"a": 1}] xx'])
def test_what_a_fault_in_a_list_leaves_unread_is_said(tmp_path: Path, text: str) -> None:
    (_, _, good), (number, _, fault) = stream_objects(write(tmp_path, text))
    assert (good, number) == ("", 2)
    assert "nothing after advert 1 was read; correct the file and import again." in fault
