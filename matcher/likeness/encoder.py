"""The optional encoder: sentences as points of a pretrained language model (extra ``carematch[semantic]``).

The lexical reader stands alone; where somebody names a local model, closeness uses it too. Nothing is ever fetched.
"""

import contextlib
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from matcher.errors import FileError

__all__ = ["Encoder"]

_AT_ONCE = 128
_INSTALL = "install the extra carematch[semantic], or unset CAREMATCH_ENCODER."


@dataclass(frozen=True, eq=False)
class Encoder:
    """A sentence-transformers model and where its embeddings of whole taxonomies are kept.

    Attributes
    ----------
    folder : Path
        The model's folder on this machine; `Encoder.at` checks it.
    kept_in : Path or None
        A folder for embeddings that are computed once; None keeps none.
    """

    folder: Path
    kept_in: Path | None = None

    @classmethod
    def at(cls, folder: str | Path, kept_in: Path | None = None) -> Self:
        """The encoder of a model folder; the model itself is loaded when it is first needed.

        Raises
        ------
        FileError
            The folder is missing or holds no model.
        """
        path = Path(folder)
        if not (path / "modules.json").is_file():
            raise FileError(f"CAREMATCH_ENCODER {path} is no sentence-transformers model: name one, or unset it.")
        return cls(path, kept_in)

    @cached_property
    def model(self) -> Any:
        """The loaded ``SentenceTransformer``.

        Raises
        ------
        FileError
            The library that reads it is not installed, or the folder is damaged.
        """
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise FileError(f"CAREMATCH_ENCODER needs sentence-transformers ({error}): {_INSTALL}") from error
        try:
            return SentenceTransformer(str(self.folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise FileError(f"CAREMATCH_ENCODER {self.folder} cannot be loaded ({error}): restore it.") from error

    @cached_property
    def name(self) -> str:
        """What tells this model from others: its folder's name and the size of its weights."""
        size = sum(file.stat().st_size for file in self.folder.glob("*.safetensors")) or "unknown"
        return f"{self.folder.resolve().name}-{size}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Where texts lie, (n_texts, n_dimensions), rows of length 1."""
        if not texts:
            return np.zeros((0, self.model.get_sentence_embedding_dimension()), dtype=np.float32)
        rows = self.model.encode(
            list(texts), batch_size=_AT_ONCE, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(rows, dtype=np.float32)

    def encode_once(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same for texts that come again every time, such as a taxonomy's names: kept on disk, as float16.

        A file that cannot be read or written costs time and nothing else.
        """
        path = self._path(texts)
        if path is not None and path.is_file():
            with contextlib.suppress(OSError, ValueError):
                return np.asarray(np.load(path), dtype=np.float32)
        rows = self.encode(texts).astype(np.float16)
        if path is not None:
            with contextlib.suppress(OSError):
                _write(path, rows)
        return np.asarray(rows, dtype=np.float32)

    def _path(self, texts: Sequence[str]) -> Path | None:
        if self.kept_in is None:
            return None
        digest = hashlib.sha256("\n".join((self.name, *texts)).encode("utf-8", "surrogatepass")).hexdigest()
        return self.kept_in / f"{digest[:32]}.npy"


def _write(path: Path, rows: NDArray[np.float16]) -> None:
    """Written beside and moved into place, so that a reader never meets half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.stem}-{os.getpid()}.npy")
    np.save(draft, rows)
    draft.replace(path)
