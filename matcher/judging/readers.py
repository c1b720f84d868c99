"""What is measured: the parts of the engine that read titles and texts."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Occupation, Skill

__all__ = ["FlowReader", "Link", "Reader", "TransitionReader"]


class Link(Protocol):
    """An occupation that a title was linked to."""

    @property
    def occupation(self) -> Occupation:
        """The occupation."""
        ...

    @property
    def score(self) -> float:
        """How sure the link is; higher is surer."""
        ...


class Reader(Protocol):
    """Reads job titles, sentences and descriptions; `matcher.engine.Engine` is one."""

    def compare_titles(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of job titles, (n_queries, n_corpus)."""
        ...

    def compare_texts(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of descriptions, (n_queries, n_corpus)."""
        ...

    def rank_skills(self, text: str, k: int = 10) -> Sequence[tuple[Skill, float]]:
        """The skills a text is about, best first."""
        ...

    def link_occupation(self, title: str, k: int = 5) -> Sequence[Link]:
        """The occupations a title may name, best first."""
        ...


class TransitionReader(Protocol):
    """Says how much of one occupation's needs another brings."""

    def transition_fit(self, origin: str, destination: str) -> float:
        """A number in [0, 1]; the occupations are named by id or URI."""
        ...


class FlowReader(Protocol):
    """Says how readily people of an industry move into care."""

    def sector_affinity(self, sic_code: str | int) -> float:
        """A number in [0, 1]; the industry is a SIC 2007 code."""
        ...
