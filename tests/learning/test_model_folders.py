"""Model folders: written whole, read back, and never written over."""

import hashlib
import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from outcomes_drawn import CURRENT, as_points, draw, points

from matcher.domain import Outcome, Stage
from matcher.errors import DataError, FileError
from matcher.learning.card import write_card
from matcher.learning.examples import Examples
from matcher.learning.folders import load_calibration, make_default, refuse_taken, write_folder
from matcher.learning.referred import Fate, Referred
from matcher.learning.sources import Sources, describe_sources
from matcher.learning.training import Trained, train
from matcher.scoring.model import FEATURES, load_model

OUTCOMES = [Outcome("C1", "V1", Stage.STARTED, date(2026, 3, 1)), Outcome("C2", "V1", Stage.WITHDREW)]


@pytest.fixture(scope="module")
def examples() -> Examples:
    return draw(300, points(travel=50.0), np.random.default_rng(1)).examples


@pytest.fixture(scope="module")
def trained(examples: Examples) -> Trained:
    return train(examples, CURRENT, np.random.default_rng(0))


@pytest.fixture
def sources(examples: Examples) -> Sources:
    referred = Referred((), {Fate.STARTED: 150, Fate.WITHDREW: 150, Fate.OPEN: 7})
    return describe_sources(OUTCOMES, referred, examples, date(2026, 11, 22), 42)


@pytest.fixture
def folder(tmp_path: Path, trained: Trained, sources: Sources, examples: Examples) -> Path:
    folder = tmp_path / "models" / "care-1"
    write_folder(folder, trained, sources, write_card("care-1", trained, sources, examples))
    return folder


def test_a_written_model_is_loaded_as_it_was_learned(folder: Path, trained: Trained) -> None:
    model = load_model(str(folder))
    assert model.name == "care-1"
    assert dict(model.weights) == dict(trained.fitted.weights)
    assert dict(model.priors) == dict(CURRENT.priors)


def test_its_calibration_is_read_back(folder: Path, trained: Trained) -> None:
    assert load_calibration(folder) == trained.calibration


def test_the_metrics_say_what_was_measured_on_which_outcomes(folder: Path, trained: Trained) -> None:
    said = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert said["from"] == "baseline-1"
    assert said["data"]["pairs"] == {
        "started": 150, "not_selected": 0, "withdrew": 150, "silent": 0, "open": 7, "overtaken": 0, "undated": 0
    }  # fmt: skip
    assert (said["data"]["seed"], said["data"]["as_of"]) == (42, "2026-11-22")
    measures = trained.held_back.measures
    assert said["held_back"]["log_likelihood"]["difference"]["low"] == measures["log_likelihood"].difference.low
    assert said["no_worse"] == trained.verdict.is_no_worse


def test_the_card_names_every_weight_before_and_now_and_what_is_never_used(folder: Path, trained: Trained) -> None:
    card = (folder / "card.md").read_text(encoding="utf-8")
    for name in FEATURES:
        assert f"| {name} | {CURRENT.weights[name]:g} | {trained.fitted.weights[name]:g} |" in card
    assert "7 are still open: left out" in card
    assert "ethnicity" in card
    assert trained.verdict.because[1:] in card


def test_the_same_outcomes_in_any_order_have_one_fingerprint(sources: Sources, examples: Examples) -> None:
    again = describe_sources(OUTCOMES[::-1], Referred((), {}), examples, date(2026, 11, 22), 42)
    rows = "C1,V1,started,2026-03-01\nC2,V1,withdrew,"
    assert again.fingerprint == sources.fingerprint == hashlib.sha256(rows.encode()).hexdigest()


def test_a_folder_that_is_there_is_never_written_over(folder: Path, trained: Trained, sources: Sources) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(FileError, match="care-1 is there already"):
        write_folder(folder, trained, sources, "another card")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_under_a_file_is_refused_before_anything_is_worked_out(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="cannot be made"):
        refuse_taken(tmp_path / "models" / "care-1")


def test_half_a_model_is_never_left_behind(
    tmp_path: Path, trained: Trained, sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_folder(tmp_path / "models" / "care-1", trained, sources, "card")
    assert list((tmp_path / "models").iterdir()) == []


def test_the_default_is_one_line_that_names_the_folder(folder: Path) -> None:
    (folder.parent / "DEFAULT").write_text("baseline-1\n", encoding="utf-8")
    make_default(folder)
    assert (folder.parent / "DEFAULT").read_text(encoding="utf-8") == "care-1\n"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["DEFAULT", "care-1"]


def test_a_model_that_was_never_fitted_expects_nothing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"has no calibration\.json"):
        load_calibration(tmp_path)


@pytest.mark.parametrize("text", ["{", "{}", '{"bands": [{"low": 1}]}'])
def test_a_table_that_cannot_be_read_is_named(folder: Path, text: str) -> None:
    (folder / "calibration.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read as bands"):
        load_calibration(folder)


def test_weights_that_moved_are_on_the_scale(trained: Trained) -> None:
    assert as_points(trained.fitted.weights).sum() == pytest.approx(100, abs=1e-9)
