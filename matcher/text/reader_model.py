"""How the reader weighs its likenesses: fitted on judgements that people made, kept in a folder of ``models/``."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from matcher.errors import DataError
from matcher.likeness.fusion import Fusion
from matcher.packaged import models_path

__all__ = ["READER", "ReaderModel", "load_reader_model"]

READER = "reader-1"
"""The folder that ships; `matcher.judging.fitting` writes it anew."""


@dataclass(frozen=True)
class ReaderModel:
    """A fusion for each thing that is read, without an encoder and, under the name ``…, encoder``, with one."""

    name: str
    fusions: Mapping[str, Fusion]

    def fusion(self, read: str, *, encoder: bool) -> Fusion:
        """The fusion for ``titles``, ``texts``, ``skills`` or ``occupations``."""
        with_encoder = self.fusions.get(f"{read}, encoder") if encoder else None
        return with_encoder or self.fusions[read]


def load_reader_model(name: str = READER) -> ReaderModel:
    """Read the fusions of a folder of ``models/``.

    Raises
    ------
    DataError
        The folder is missing or cannot be read as weights.
    """
    path = models_path(name, "weights.json")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        fusions = {read: Fusion(float(each["intercept"]), _numbers(each["weights"])) for read, each in content.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(
            f"{path} cannot be read as the reader's weights ({error}): restore the model folder."
        ) from error
    return ReaderModel(name, MappingProxyType(fusions))


def _numbers(weights: Mapping[str, object]) -> Mapping[str, float]:
    return MappingProxyType({name: float(str(weight)) for name, weight in weights.items()})
