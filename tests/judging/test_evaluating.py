"""The whole of an evaluation, on invented judgements."""

from pathlib import Path

import numpy as np
import pytest

from matcher.judging import SETS, evaluate
from matcher.judging.readers import Reader


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Instead of an encoder: a vector of three letters; answers what was embedded."""
    seen: list[str] = []

    class Letters:
        def encode(self, texts: list[str]) -> np.ndarray:
            seen.extend(texts)
            counts = np.array([[1 + text.count(letter) for letter in "aeo"] for text in texts], dtype=np.float32)
            return counts / np.linalg.norm(counts, axis=1, keepdims=True)

    monkeypatch.setattr("matcher.judging.baselines.Encoder.at", lambda _folder: Letters())
    return seen


def test_every_method_is_measured_on_every_slice(invented_data: Path, reader: Reader) -> None:
    found = evaluate(invented_data, reader, only="job-titles")
    methods = ("carematch", "word TF-IDF", "character TF-IDF", "BM25")
    assert [(row.slice, row.method, row.metric) for row in found.rows] == [
        (part, method, metric)
        for part in ("as published", "own title left out")
        for method in methods
        for metric in ("MAP", "RP@10")
    ]


def test_a_value_lies_in_its_interval(invented_data: Path, reader: Reader) -> None:
    for row in evaluate(invented_data, reader).rows:
        assert row.low <= row.value <= row.high


def test_all_sets_are_measured(invented_data: Path, reader: Reader) -> None:
    found = evaluate(invented_data, reader)
    assert tuple(found.judgements) == SETS
    assert found.skipped == []


def test_the_same_judgements_give_the_same_figures(invented_data: Path, reader: Reader) -> None:
    first, second = (evaluate(invented_data, reader) for _ in range(2))
    assert (first.rows, first.comparisons) == (second.rows, second.comparisons)


def test_ours_stands_beside_the_best_simple_method(invented_data: Path, reader: Reader) -> None:
    found = evaluate(invented_data, reader, only="careers-service")
    ahead = next(each for each in found.comparisons if each.slice == "exact name")
    assert (ahead.method, ahead.metric, ahead.difference) == ("carematch", "top-1", 0)


def test_what_the_engine_cannot_do_yet_is_said_and_the_simple_methods_stand_alone(invented_data: Path) -> None:
    found = evaluate(invented_data, object())
    assert found.skipped[0] == "job-titles: ours is not measured, for the engine has no compare_titles."
    assert found.skipped[-2] == "transitions: not measured, for the engine has no transition_fit yet."
    assert found.skipped[-1] == "labour-flows: not measured, for the engine has no sector_affinity."
    ranked = [row for row in found.rows if row.judgements != "transition-study"]
    assert {row.method for row in ranked} == {"word TF-IDF", "character TF-IDF", "BM25", "LSA", "exact name"}
    assert {each.judgements for each in found.comparisons} == {"transition-study"}


def test_an_empty_folder_measures_nothing_and_says_so(tmp_path: Path, reader: Reader) -> None:
    found = evaluate(tmp_path, reader)
    assert found.rows == []
    assert [sentence.split(":")[0] for sentence in found.skipped] == list(SETS)


def test_the_encoder_is_measured_alone_where_one_is_named(
    invented_data: Path, reader: Reader, embedded: list[str]
) -> None:
    found = evaluate(invented_data, reader, encoder="a-folder", only="related-occupations")
    assert "encoder alone" in {row.method for row in found.rows}
    assert {each.against for each in found.comparisons} >= {"encoder alone"}
    assert embedded


def test_what_was_embedded_once_is_embedded_for_all_sets(
    invented_data: Path, reader: Reader, embedded: list[str]
) -> None:
    house = invented_data / "judgements" / "skills" / "house_validation_annotations.csv"
    house.with_name("tech_validation_annotations.csv").write_bytes(house.read_bytes())
    evaluate(invented_data, reader, encoder="a-folder")
    assert len(embedded) == len(set(embedded))


def test_progress_names_what_is_being_measured(invented_data: Path, reader: Reader) -> None:
    told: list[str] = []
    evaluate(invented_data, reader, only="sentence-skills", progress=told.append)
    assert told[:2] == ["sentence skills (HOUSE): carematch", "sentence skills (HOUSE): exact name"]
