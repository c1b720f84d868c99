"""How far a provider and a person have come: seen, set aside, asked for, introduced."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Acquaintance"]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What a provider knows of somebody for one vacancy.

    Whoever has not answered, has declined and has changed their mind look the same: asked for, on that day.

    Attributes
    ----------
    code : str
    asked_on : date or None
        When the provider asked to be introduced (UTC).
    is_met : bool
        Whether the person agreed; `name` and `contact` are empty until then.
    reason : str
        Why the provider set them aside; empty where they did not.
    """

    code: str
    asked_on: date | None = None
    is_met: bool = False
    name: str = ""
    contact: str = ""
    reason: str = ""

    @property
    def called(self) -> str:
        """What the person is called on a page."""
        return self.name or f"Candidate {self.code}"
