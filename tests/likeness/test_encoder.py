"""The optional encoder, with a model that counts letters in place of a real one."""

from pathlib import Path

import numpy as np
import pytest

from matcher.errors import FileError
from matcher.likeness.encoder import Encoder


class LetterModel:
    """Counts vowels, and how often it was asked."""

    def __init__(self) -> None:
        self.n_asked = 0

    def get_sentence_embedding_dimension(self) -> int:
        return 5

    def encode(self, texts: list[str], **_: object) -> np.ndarray:
        self.n_asked += 1
        counts = np.array([[text.count(vowel) + 1.0 for vowel in "aeiou"] for text in texts])
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


def encoder(model: LetterModel, name: str, kept_in: Path | None = None) -> Encoder:
    made = Encoder(Path(name), kept_in)
    made.__dict__["model"] = model  # where a loaded model is kept
    return made


def test_a_taxonomy_is_encoded_once_and_then_read_from_disk(tmp_path: Path) -> None:
    model = LetterModel()
    first = encoder(model, "letters", tmp_path).encode_once(["care", "home"])
    again = encoder(model, "letters", tmp_path).encode_once(["care", "home"])
    assert model.n_asked == 1
    np.testing.assert_allclose(first, again, atol=1e-3)


def test_another_model_does_not_read_what_the_first_kept(tmp_path: Path) -> None:
    model = LetterModel()
    encoder(model, "letters", tmp_path).encode_once(["care"])
    encoder(model, "other", tmp_path).encode_once(["care"])
    assert model.n_asked == 2


def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path) -> None:
    counting = encoder(LetterModel(), "letters", tmp_path)
    whole = counting.encode_once(["care"])
    next(tmp_path.iterdir()).write_bytes(b"half a fi")
    np.testing.assert_allclose(counting.encode_once(["care"]), whole, atol=1e-3)


def test_no_texts_are_no_rows() -> None:
    assert encoder(LetterModel(), "letters").encode([]).shape == (0, 5)


def test_a_folder_without_a_model_is_refused_with_the_setting_to_mend(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="CAREMATCH_ENCODER"):
        Encoder.at(tmp_path)


def test_a_model_is_loaded_only_when_something_is_encoded(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]")
    assert "model" not in Encoder.at(tmp_path).__dict__
