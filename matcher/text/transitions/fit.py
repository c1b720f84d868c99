"""How much of one occupation's needs another brings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.domain import Occupation
from matcher.errors import NotFoundError
from matcher.likeness.encoder import Encoder
from matcher.taxonomy import Taxonomy
from matcher.text.titles.space import TitleSpace
from matcher.text.transitions.coverage import covered_share, shared_field, skill_row
from matcher.text.transitions.model import TransitionModel, load_transition_model

__all__ = ["TransitionFit"]

# Judgement: what helps in an occupation says half as much about its field of work as what it needs.
OPTIONAL_WEIGHT = 0.5
# Judgement: skills that an encoder puts nearer than this have something in common; below, everything resembles
# everything. It is looser than what counts in a score, for no point and no reason hangs on a single skill here.
LEAST_MEANING = 0.5


@dataclass(frozen=True, eq=False)
class TransitionFit:
    """Fits between the occupations of a taxonomy.

    A fit is the weighted mean of three parts in [0, 1]:

    * ``needs``: the share of the destination's essential skills, by how telling each is, that everything the origin
      needs or is helped by covers, near skills in part;
    * ``field``: the share of the destination's field of work, optional skills and near ones included, that lies within
      the origin's;
    * ``titles``: how alike the two names are, of all that the two are called, that are most alike.

    All but ``titles`` are one-way: a nurse brings what a care assistant needs, and not the other way round.

    Attributes
    ----------
    taxonomy : Taxonomy
    space : TitleSpace
        Over the same taxonomy.
    encoder : Encoder or None
        Finds further near skills for ``needs``.
    model : TransitionModel
        The weights.

    References
    ----------
    Nesta (2020), "Mapping Career Causeways": of its measures, all skills of the origin against the essential ones of
    the destination agreed best with people.
    """

    taxonomy: Taxonomy
    space: TitleSpace
    encoder: Encoder | None = None
    model: TransitionModel = field(default_factory=load_transition_model)

    def fit(self, origin: str, destination: str) -> float:
        """The fit in [0, 1]; 1 from an occupation to itself.

        Raises
        ------
        NotFoundError
            There is no occupation of that id, URI or title.
        """
        return self.model.combine(self.parts(origin, destination))

    def parts(self, origin: str, destination: str) -> Mapping[str, float]:
        """The parts of `fit` by name; of a destination that names no skill, ``titles`` alone.

        Raises
        ------
        NotFoundError
            There is no occupation of that id, URI or title.
        """
        left, right = self._known(origin), self._known(destination)
        titles = {"titles": self._titles(left, right)}
        return titles | self._skills(left, right) if right.essential or right.optional else titles

    def _skills(self, origin: Occupation, destination: Occupation) -> dict[str, float]:
        held = self._indices((*origin.essential, *origin.optional))
        needs = self._indices(destination.essential or destination.optional)
        useful = self._indices((*destination.essential, *destination.optional))
        helps = np.where(np.isin(useful, needs), 1.0, OPTIONAL_WEIGHT)
        return {
            "needs": covered_share(self._closeness(held, needs), self._telling[needs]),
            "field": shared_field(
                skill_row(held, self._telling[held], self.taxonomy.n_skills),
                skill_row(useful, self._telling[useful] * helps, self.taxonomy.n_skills),
                self._credits,
            ),
        }

    def _closeness(self, held: NDArray[np.int64], needs: NDArray[np.int64]) -> NDArray[np.float64]:
        """How much of each need each held skill brings, (n_held, n_needs) in [0, 1]."""
        brought = np.asarray(self._credits[held][:, needs].toarray(), dtype=np.float64)
        if self.encoder is None or not len(held):
            return brought
        alike = self._points[held] @ self._points[needs].T
        return np.maximum(brought, np.where(alike >= LEAST_MEANING, np.minimum(alike, 1.0), 0.0))

    def _titles(self, origin: Occupation, destination: Occupation) -> float:
        left, right = self._names_of[origin.id], self._names_of[destination.id]
        by_words, by_letters = (
            (rows[left] @ rows[right].T).toarray() for rows in (self.space.name_words, self.space.name_letters)
        )
        return min(float((by_words + by_letters).max()) / 2, 1.0)

    def _known(self, name: str) -> Occupation:
        found = self.taxonomy.occupation(name)
        if found is None:
            raise NotFoundError(
                f"There is no occupation '{name}' in the taxonomy: give an id, a URI or a title it holds."
            )
        return found

    def _indices(self, skills: Iterable[str]) -> NDArray[np.int64]:
        return np.array([self.taxonomy.skill_index[skill] for skill in dict.fromkeys(skills)], dtype=np.int64)

    @cached_property
    def _telling(self) -> NDArray[np.float64]:
        return self.taxonomy.telling.astype(np.float64)

    @cached_property
    def _credits(self) -> csr_matrix:
        return csr_matrix(self.taxonomy.credits / 100.0)

    @cached_property
    def _points(self) -> NDArray[np.float64]:
        encoder: Any = self.encoder
        rows = encoder.encode_once([skill.label for skill in self.taxonomy.skills])
        return np.asarray(rows, dtype=np.float64)

    @cached_property
    def _names_of(self) -> dict[str, slice]:
        """Where the names of each occupation stand among all names of the space."""
        n_occupations = len(self.taxonomy.occupations)
        starts = np.searchsorted(self.space.owners, np.arange(n_occupations + 1)).tolist()
        return {term: slice(starts[n], starts[n + 1]) for n, term in enumerate(self.taxonomy.occupations)}
