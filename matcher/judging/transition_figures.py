"""How well the transition fit agrees with people: ``python -m matcher.judging.transition_figures`` writes it down.

The weights are judged and not fitted, for a few dozen pairs cannot bear it; the model's card says what was compared
before. What is written into ``metrics.json`` says how the fit does as it ships, how far any single pair carries it, and
how little hangs on the weights.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.engine import EMBEDDINGS, Engine
from matcher.evaluation import bootstrap_statistic
from matcher.judging.correlation import spearman
from matcher.judging.transitions import Transition, load
from matcher.likeness.encoder import Encoder
from matcher.packaged import models_path
from matcher.text.titles.space import TitleSpace
from matcher.text.transitions import TransitionFit
from matcher.text.transitions.model import PARTS, TRANSITIONS, TransitionModel

__all__ = ["figures_of", "write_figures"]

Parts = Mapping[str, NDArray[np.float64]]

_SEED = 20261125
# Judgement: weights that somebody else might have chosen as well, needs first.
_OTHER_NEEDS = (0.4, 0.5, 0.6, 0.7)
_OTHER_SHARES = (0.3, 0.5, 0.7)


def figures_of(parts: Parts, judged: NDArray[np.float64], model: TransitionModel) -> dict[str, object]:
    """The fit's correlation with people, its interval, and how it stands without a pair or with other weights.

    Parameters
    ----------
    parts : mapping of str to ndarray (n_pairs,)
    judged : ndarray (n_pairs,)
        People's mean.
    """
    everything = np.arange(len(judged))
    fit = _combined(parts, model)
    found = bootstrap_statistic(len(judged), partial(spearman, fit, judged), np.random.default_rng(_SEED))
    without = [spearman(fit, judged, np.delete(everything, pair)) for pair in everything]
    other = [spearman(_combined(parts, each), judged, everything) for each in _other_models(model)]
    return {
        "Spearman": round(found.value, 4),
        "95% interval": [round(found.low, 4), round(found.high, 4)],
        "without any one pair": [round(min(without), 4), round(max(without), 4)],
        f"with {len(other)} other weights": [round(min(other), 4), round(max(other), 4)],
        "each part alone": {name: round(spearman(each, judged, everything), 4) for name, each in parts.items()},
    }


def write_figures(real_data: Path, encoder: Encoder | None, folder: Path) -> None:
    """Measure the fit on the shared pairs over the whole of ESCO, and write ``metrics.json`` into a model folder.

    Without an encoder the figures of the fit with one are kept as they are.
    """
    path = folder / "metrics.json"
    figures = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    pairs = [pair for part in load(real_data).values() for pair in part]
    judged = np.array([pair.feasibility for pair in pairs])
    taxonomy = Engine.load(taxonomy=real_data / "esco_v1.1.1").taxonomy
    fit = TransitionFit(taxonomy, TitleSpace(taxonomy))
    figures["lexical"] = figures_of(_parts(pairs, fit), judged, fit.model)
    if encoder is not None:
        figures["with an encoder"] = figures_of(_parts(pairs, replace(fit, encoder=encoder)), judged, fit.model)
    named = json.dumps([[pair.origin, pair.destination] for pair in pairs]).encode()
    figures |= {"n_pairs": len(pairs), "pairs": hashlib.sha256(named).hexdigest()[:16]}
    path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Measure on the data and with the encoder that the settings name."""
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder:
        raise SystemExit("CAREMATCH_REAL_DATA names no folder of real data: set it.")
    encoder = os.environ.get("CAREMATCH_ENCODER")
    write_figures(Path(folder), Encoder.at(encoder, EMBEDDINGS) if encoder else None, models_path(TRANSITIONS))


def _parts(pairs: Sequence[Transition], fit: TransitionFit) -> Parts:
    found = [fit.parts(pair.origin, pair.destination) for pair in pairs]
    return {name: np.array([each[name] for each in found]) for name in PARTS}


def _combined(parts: Parts, model: TransitionModel) -> NDArray[np.float64]:
    rows = zip(*parts.values(), strict=True)
    return np.array([model.combine(dict(zip(parts, row, strict=True))) for row in rows])


def _other_models(model: TransitionModel) -> list[TransitionModel]:
    return [
        replace(model, weights={"needs": needs, "field": (1 - needs) * share, "titles": (1 - needs) * (1 - share)})
        for needs, share in product(_OTHER_NEEDS, _OTHER_SHARES)
    ]


if __name__ == "__main__":
    main()
