import json
from pathlib import Path

import pytest

from matcher.errors import DataError
from matcher.scoring import FEATURES, load_model

WEIGHTS = dict.fromkeys(FEATURES, 10.0)
PRIORS = dict.fromkeys(FEATURES, 0.5)


def write(folder: Path, weights: object, priors: object) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "weights.json").write_text(json.dumps({"weights": weights, "priors": priors}))
    return str(folder)


def test_the_shipped_model_weighs_every_feature_and_sums_to_100() -> None:
    model = load_model()
    assert model.name == "baseline-1"
    assert sum(model.weights.values()) == 100


def test_a_model_can_be_named_by_its_folder(tmp_path: Path) -> None:
    assert load_model(write(tmp_path / "mine-1", WEIGHTS, PRIORS)).name == "mine-1"


@pytest.mark.parametrize(
    ("weights", "priors", "said"),
    [
        ({**WEIGHTS, "travel": 11.0}, PRIORS, "sum to 100"),
        ({**WEIGHTS, "travel": -10.0, "text": 30.0}, PRIORS, "0 or more"),
        (WEIGHTS, {**PRIORS, "pay": 1.5}, "between 0 and 1"),
        ({**WEIGHTS, "prior_sector": 11.0, "text": 9.0}, PRIORS, "may weigh 10 at most"),
        ({"travel": 100}, PRIORS, "another version"),
        ("many", PRIORS, "cannot be read"),
    ],
)
def test_a_model_that_contradicts_itself_is_refused(tmp_path: Path, weights: object, priors: object, said: str) -> None:
    with pytest.raises(DataError, match=said):
        load_model(write(tmp_path / "odd-1", weights, priors))


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(DataError, match="no model 'nowhere'"):
        load_model("nowhere")
