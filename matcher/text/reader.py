"""The reader: titles, texts and skills read over one taxonomy, each space built when it is first needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Skill
from matcher.likeness.encoder import Encoder
from matcher.likeness.fusion import Fusion
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.titles import TitleTables
from matcher.text.reader_model import ReaderModel, load_reader_model
from matcher.text.skills.ranking import SkillSpace, rank_skills
from matcher.text.text_space import TextSpace, compare_texts
from matcher.text.titles.likeness import compare_titles
from matcher.text.titles.links import OccupationLink, OccupationLinks
from matcher.text.titles.space import TitleSpace
from matcher.text.transitions import TransitionFit

__all__ = ["Reader"]


@dataclass(frozen=True, eq=False)
class Reader:
    """Reads over a taxonomy and, where given, a classification of titles and an encoder."""

    taxonomy: Taxonomy
    titles: TitleTables | None = None
    encoder: Encoder | None = None

    def compare_titles(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of job titles, (n_queries, n_corpus) in (0, 1)."""
        if not queries or not corpus:
            return np.zeros((len(queries), len(corpus)), dtype=np.float32)
        return compare_titles(queries, corpus, self._title_space, self._fusion("titles"), self.encoder)

    def compare_texts(self, queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
        """Likeness of descriptions, CVs and adverts, (n_queries, n_corpus) in (0, 1)."""
        if not queries or not corpus:
            return np.zeros((len(queries), len(corpus)), dtype=np.float32)
        return compare_texts(queries, corpus, self._text_space, self._fusion("texts"), self.encoder)

    def rank_skills(self, text: str, k: int = 10) -> list[tuple[Skill, float]]:
        """The first `k` skills that a text is about with their likeness in (0, 1), best first."""
        ranked = rank_skills(text, k, self._skill_space, self._fusion("skills"), self.encoder)
        return [(self.taxonomy.skills[i], likeness) for i, likeness in ranked]

    def link_occupation(self, title: str, k: int = 5) -> list[OccupationLink]:
        """The first `k` occupations that a job title may name, best first; empty where nothing speaks for any."""
        return self._links.link(title, k)

    def transition_fit(self, origin: str, destination: str) -> float:
        """How much of what one occupation needs another brings, in [0, 1]."""
        return self._transitions.fit(origin, destination)

    @cached_property
    def _transitions(self) -> TransitionFit:
        return TransitionFit(self.taxonomy, self._title_space, self.encoder)

    @cached_property
    def _model(self) -> ReaderModel:
        return load_reader_model()

    def _fusion(self, read: str) -> Fusion:
        return self._model.fusion(read, encoder=self.encoder is not None)

    @cached_property
    def _title_space(self) -> TitleSpace:
        return TitleSpace(self.taxonomy, self.titles)

    @cached_property
    def _text_space(self) -> TextSpace:
        return TextSpace(self._title_space)

    @cached_property
    def _skill_space(self) -> SkillSpace:
        return SkillSpace(self.taxonomy)

    @cached_property
    def _links(self) -> OccupationLinks:
        return OccupationLinks(self._title_space, self._fusion("occupations"))
