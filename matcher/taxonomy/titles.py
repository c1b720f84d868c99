"""A classification of job titles beside ESCO: occupations with what people call them and what they do (O*NET)."""

from dataclasses import dataclass

__all__ = ["TitleTables", "TitledOccupation"]


@dataclass(frozen=True, slots=True)
class TitledOccupation:
    """An occupation of a classification, with every title recorded for it.

    Attributes
    ----------
    code : str
        The classification's own code, such as ``31-1122.00``.
    title, description : str
        What it is called and one paragraph of what it is; the description may be empty.
    alternate_titles : tuple of str
        What else people call it, each once, without `title` itself.
    tasks : tuple of str
        A sentence each, in the classification's order; empty where nobody has listed them.
    knowledge : tuple of (str, float)
        What has to be known and how important it is, 1 (not) to 5 (extremely); empty where nobody has judged it.
    """

    code: str
    title: str
    description: str = ""
    alternate_titles: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    knowledge: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TitleTables:
    """Every occupation of the classification, by code."""

    occupations: tuple[TitledOccupation, ...] = ()

    @property
    def n_titles(self) -> int:
        """How many titles there are, those of the occupations themselves included."""
        return sum(1 + len(occupation.alternate_titles) for occupation in self.occupations)
