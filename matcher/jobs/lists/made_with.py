"""What lists rest on beside the records and the day."""

from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from matcher import __version__

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["made_with"]


@lru_cache(maxsize=1)
def made_with(engine: "Engine") -> str:
    """The model by name, and a digest of its weights, the program's version, the skills there are, and the encoder.

    With any of it another, such as ESCO imported since, everything is ranked anew.
    """
    model, skills = engine.model, [skill.id for skill in engine.taxonomy.skills]
    encoder = engine.encoder.folder.name if engine.encoder else None
    rests_on = (__version__, sorted(model.weights.items()), sorted(model.priors.items()), skills, encoder)
    return f"{model.name} {blake2b(repr(rests_on).encode(), digest_size=8).hexdigest()}"
