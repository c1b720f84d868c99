"""Model folders of learned weights: written whole or not at all, read back, and made the default."""

import json
import math
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from matcher.errors import DataError, FileError
from matcher.learning.calibration import Band, Calibration
from matcher.learning.sources import Sources
from matcher.learning.training import Trained
from matcher.packaged import models_path

__all__ = ["default_model", "load_calibration", "make_default", "measured", "refuse_taken", "write_folder"]

_CALIBRATION = "calibration.json"


def refuse_taken(folder: Path) -> None:
    """Refuse a folder that is there already or cannot be made, before anything is worked out for it.

    Raises
    ------
    FileError
        A model that has been used is never written over.
    """
    if folder.exists():
        raise FileError(f"{folder} is there already, and a model is never written over: name a new version.")
    above = next(parent for parent in folder.absolute().parents if parent.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise FileError(f"{folder} cannot be made, for {above} cannot be written to: name a folder elsewhere.")


def write_folder(folder: Path, trained: Trained, sources: Sources, card: str) -> None:
    """Write ``weights.json``, ``calibration.json``, ``metrics.json`` and ``card.md`` into a new folder.

    Raises
    ------
    FileError
        It exists.
    OSError
        It cannot be written.
    """
    refuse_taken(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    files = {
        "weights.json": _json({"weights": dict(trained.fitted.weights), "priors": dict(trained.current.priors)}),
        _CALIBRATION: _json({"bands": [asdict(band) for band in trained.calibration.bands]}),
        "metrics.json": _json(measured(folder.name, trained, sources)),
        "card.md": card,
    }
    # Written beside its place and then renamed, so that nobody ever loads half a model.
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, text in files.items():
            (beside / name).write_text(text, encoding="utf-8")
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def measured(name: str, trained: Trained, sources: Sources) -> dict[str, Any]:
    """What ``metrics.json`` says."""
    fitted, held_back = trained.fitted, trained.held_back
    return {
        "model": name,
        "fitted": True,
        "from": trained.current.name,
        "data": sources.as_dict(),
        "fit": {
            "n": fitted.n,
            "strength": None if math.isinf(fitted.strength) else fitted.strength,
            "intercept": fitted.intercept,
            "slope": fitted.slope,
        },
        "n_parts_moved": held_back.n_moved,
        "held_back": {name: asdict(found) for name, found in held_back.measures.items()},
        "expected_calibration_error": held_back.calibration_error,
        "expected_calibration_error_by_chance": held_back.calibration_error_by_chance,
        "no_worse": trained.verdict.is_no_worse,
        "because": trained.verdict.because,
    }


def load_calibration(folder: Path) -> Calibration:
    """The calibration table of a model folder.

    Raises
    ------
    DataError
        The folder has none, as no model has that was not fitted to outcomes, or it cannot be read.
    """
    path = folder / _CALIBRATION
    if not path.is_file():
        raise DataError(
            f"{folder} has no {_CALIBRATION}: only a model fitted to outcomes knows what to expect of scores."
        )
    try:
        return Calibration(tuple(Band(**band) for band in json.loads(path.read_text(encoding="utf-8"))["bands"]))
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path} cannot be read as bands of scores ({error}): restore the model folder.") from error


def default_model() -> str:
    """The name of the folder that ``models/DEFAULT`` names."""
    return models_path("DEFAULT").read_text(encoding="utf-8").strip()


def make_default(folder: Path) -> None:
    """Name a folder in the ``DEFAULT`` beside it."""
    path = folder.parent / "DEFAULT"
    beside = path.with_name(f".{path.name}-{folder.name}")
    beside.write_text(f"{folder.name}\n", encoding="utf-8")
    beside.replace(path)


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
