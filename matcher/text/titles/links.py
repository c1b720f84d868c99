"""Job titles linked to the occupations of the taxonomy, as surely as the title allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Occupation
from matcher.likeness import normalise
from matcher.likeness.fusion import Fusion
from matcher.likeness.tfidf import cosine, unit_rows
from matcher.text.titles.core import title_core
from matcher.text.titles.naming import named_occupation
from matcher.text.titles.space import TitleSpace

__all__ = ["NOT_SURE_BELOW", "OccupationLink", "OccupationLinks", "link_likenesses"]

# Judgement: from this score on five in six first links are right, measured on the careers service; below it a
# person should choose. Under the second, nothing in the title speaks for the occupation.
NOT_SURE_BELOW = 0.5
_NOTHING_BELOW = 0.01

Likenesses = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class OccupationLink:
    """An occupation that a title may name; `score` lies in (0, 1], and 1 is its very name."""

    occupation: Occupation
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether the link may be taken without asking somebody."""
        return self.score >= NOT_SURE_BELOW


@dataclass(frozen=True, eq=False)
class OccupationLinks:
    """Links titles to the occupations of a taxonomy, by everything that they and O*NET's are called.

    Attributes
    ----------
    space : TitleSpace
    fusion : Fusion
        Over the parts of `link_likenesses`.
    """

    space: TitleSpace
    fusion: Fusion

    @cached_property
    def _occupations(self) -> list[Occupation]:
        return list(self.space.taxonomy.occupations.values())

    def link(self, title: str, k: int = 5) -> list[OccupationLink]:
        """The first `k` occupations, best first; ties ``(-score, id)``; empty where nothing speaks for any."""
        title = " ".join(unescape(unescape(title)).split())
        if not normalise(title) or k < 1:
            return []
        score = self.fusion.combine(link_likenesses([title], self.space))[0]
        exact = self.space.taxonomy.occupation(title)
        links = [
            OccupationLink(occupation, 1.0 if occupation is exact else min(float(value), 0.99))
            for occupation, value in zip(self._occupations, score, strict=True)
        ]
        found = [link for link in links if link.score >= _NOTHING_BELOW]
        return sorted(found, key=lambda link: (-link.score, link.occupation.id))[:k]


def link_likenesses(titles: Sequence[str], space: TitleSpace) -> Likenesses:
    """The parts of a link in [0, 1], each (n_titles, n_occupations of the taxonomy).

    The best and the average name of an occupation by the words of the title (slips of spelling mended), the best by
    letters, how near its work is to that of all titles like it, and how much of the title its own name takes. A title
    is read whole and without what surrounds it ("at Tesco", "nights"), and each part keeps the better of the two.
    """
    whole = [space.known_words.mend(title) for title in titles]
    core = [space.known_words.mend(title_core(title)) for title in titles]
    changed = [n for n, pair in enumerate(zip(whole, core, strict=True)) if pair[0] != pair[1]]
    parts = _parts(titles, whole, space)
    if changed:
        cores = _parts([title_core(titles[n]) for n in changed], [core[n] for n in changed], space)
        for name, values in parts.items():
            values[changed] = np.maximum(values[changed], cores[name])
    return parts


def _parts(titles: Sequence[str], mended: Sequence[str], space: TitleSpace) -> dict[str, NDArray[np.float32]]:
    n_occupations = len(space.taxonomy.occupations)
    n_names = int(np.searchsorted(space.owners, n_occupations))
    starts = np.searchsorted(space.owners[:n_names], np.arange(n_occupations))
    by_words = cosine(space.words.transform(mended), space.name_words[:n_names])
    by_letters = cosine(space.letters.transform(titles), space.name_letters[:n_names])
    topics = np.asarray(unit_rows(np.asarray(space.mixtures(mended) @ space.topics)))
    n_called = np.diff(np.append(starts, n_names)).astype(np.float32)
    named = np.maximum(_named(titles, space, n_occupations), _named(mended, space, n_occupations))
    return {
        "best_words": np.maximum.reduceat(by_words, starts, axis=1),
        "mean_words": np.add.reduceat(by_words, starts, axis=1) / n_called,
        "best_letters": np.maximum.reduceat(by_letters, starts, axis=1),
        "topics": np.asarray(topics @ space.topics[:n_occupations].T, dtype=np.float32),
        "named": named,
    }


def _named(titles: Sequence[str], space: TitleSpace, n_occupations: int) -> NDArray[np.float32]:
    """For the occupation named in the title word for word, the square of the share of words it takes; else 0."""
    place = {occupation: n for n, occupation in enumerate(space.taxonomy.occupations)}
    named = np.zeros((len(titles), n_occupations), dtype=np.float32)
    for row, title in enumerate(titles):
        found = named_occupation(title, space.taxonomy)
        if found is not None:
            named[row, place[found.occupation.id]] = found.share**2
    return named
