"""What a run is known by again: the same mark, the same lists, part by part."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from matcher.batch.part import Basis
from matcher.scoring import VacancyArrays
from matcher.scoring.places import CandidatePlaces
from matcher.taxonomy import Taxonomy

__all__ = ["Mark", "differences", "fingerprint_records", "fingerprint_terms"]

_SAID = {
    "version": "the version of carematch",
    "model": "the model",
    "as_of": "the day it is judged on",
    "k": "k",
    "part_size": "the size of a part",
    "records": "the records",
    "terms": "the taxonomy, the journeys or the weights",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that decides what a part finds.

    Attributes
    ----------
    version, model, as_of : str
    k, part_size : int
    records : str
        A fingerprint of who is matched: ids, places, vacancies, and the number of the last change of any record.
    terms : str
        A fingerprint of by what: weights, closeness of skills, measured journeys.
    """

    version: str
    model: str
    as_of: str
    k: int
    part_size: int
    records: str
    terms: str


def differences(before: dict[str, Any], now: Mark) -> list[str]:
    """What of a mark, kept as a dictionary, is not as it was; in words."""
    return [said for name, said in _SAID.items() if before.get(name) != asdict(now)[name]]


def fingerprint_records(people: CandidatePlaces, work: VacancyArrays, last_change: int) -> str:
    """A fingerprint of who is matched."""
    return _fingerprint([last_change, *_columns(people), *_columns(work)])


def fingerprint_terms(basis: Basis, taxonomy: Taxonomy, encoder: object) -> str:
    """A fingerprint of by what they are matched."""
    journeys = basis.travel_times
    measured = [] if journeys is None else [list(journeys.place), journeys.keys, journeys.minutes]
    weights = [sorted(basis.model.weights.items()), sorted(basis.model.priors.items())]
    return _fingerprint([*weights, taxonomy.telling, taxonomy.credits, encoder, *measured])


def _fingerprint(parts: Iterable[Any]) -> str:
    """A fingerprint of arrays and of whatever is written the same way each time."""
    seen = hashlib.sha256()
    for part in parts:
        for piece in _bytes_of(part):
            seen.update(len(piece).to_bytes(8, "little"))
            seen.update(piece)
    return seen.hexdigest()


def _columns(columns: CandidatePlaces | VacancyArrays) -> list[Any]:
    return [getattr(columns, field.name) for field in fields(columns)]


def _bytes_of(part: Any) -> Iterable[bytes]:
    if isinstance(part, csr_matrix):
        yield from (part.indptr.tobytes(), part.indices.tobytes(), part.data.tobytes())
    elif isinstance(part, tuple) and part and isinstance(part[0], np.ndarray):
        yield np.array([len(one) for one in part]).tobytes()
        yield np.concatenate(part).tobytes()
    elif isinstance(part, np.ndarray) and part.dtype != object:
        yield part.tobytes()
    elif isinstance(part, np.ndarray):
        yield "\0".join(map(str, part)).encode()
    else:
        yield repr(part).encode()
