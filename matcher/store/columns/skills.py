"""Lists of skills and their evidence, read once for each name and each piece of evidence."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from matcher.domain.evidence import SkillEvidence, parse_evidence
from matcher.scoring.credits import cells, largest, sparse_rows
from matcher.scoring.evidence import FULL_CREDIT, best_evidence
from matcher.scoring.settle import settle_skills
from matcher.store.columns.chunks import Chunk
from matcher.store.columns.distinct import Codes
from matcher.taxonomy import Taxonomy

__all__ = ["HeldSkills", "read_lists"]

Longs = NDArray[np.int64]
Entries = tuple[Longs, Longs, Longs]

_NAMED, _SHOWN = 0, 1
"""What a skill is worth to begin with: one that is named, and one that evidence shows, to which its credit is added. So
the second holds where there are both, and of several pieces of evidence the best."""

_MOST_KEPT = 200_000
"""Judgement: names and pieces of evidence that are remembered from chunk to chunk, in some forty MB: as many as there
are skills, kinds of evidence and months of forty years."""


def read_lists(texts: Sequence[str | None]) -> tuple[list[Any], Longs]:
    """Lists out of their JSON text: what all of them hold, one behind the other, and how long each is; -1, none."""
    lists = json.loads(f"[{','.join('null' if text is None else text for text in texts)}]")
    lengths = np.fromiter((-1 if items is None else len(items) for items in lists), np.int64, len(lists))
    return list(chain.from_iterable(items for items in lists if items)), lengths


class HeldSkills:
    """The skills that people hold and what each counts, for one chunk of rows after another.

    Parameters
    ----------
    taxonomy, as_of
        Whose skills, and the day that evidence is judged on.
    """

    def __init__(self, taxonomy: Taxonomy, as_of: date) -> None:
        self._taxonomy, self._as_of = taxonomy, as_of
        self._names = _Parts(lambda name: self._worths((name,), ()), taxonomy.n_skills)
        self._evidence = _Parts(lambda text: self._worths((), (parse_evidence(text),)), taxonomy.n_skills)

    def read(self, chunk: Chunk) -> tuple[csr_matrix, NDArray[np.bool_]]:
        """What every skill held counts, (n, n_skills) int32, and whether somebody's skills are known, (n,)."""
        names, n_names = read_lists(chunk["skills"])
        shown, n_shown = read_lists(chunk["skill_evidence"])
        parts = zip(self._names.entries(names, n_names), self._evidence.entries(shown, n_shown), strict=True)
        n_skills = self._taxonomy.n_skills
        rows, skills, worth = largest(*(np.concatenate(pair) for pair in parts), n_columns=n_skills)
        counts = np.where(worth == _NAMED, FULL_CREDIT, worth - _SHOWN).astype(np.int32)
        n_held = np.bincount(rows, minlength=len(n_names))
        held = csr_matrix((counts, skills, np.concatenate(([0], np.cumsum(n_held)))), shape=(len(n_names), n_skills))
        return held, (n_names == 0) | (n_held > 0)

    def _worths(self, names: Sequence[str], shown: Sequence[SkillEvidence]) -> dict[int, int]:
        """Index of every skill that a name or a piece of evidence makes held, and what it is worth."""
        skills, _, evidence = settle_skills(names, shown, self._taxonomy)
        return {self._taxonomy.skill_index[name]: self._worth(name, evidence) for name in skills}

    def _worth(self, name: str, evidence: Sequence[SkillEvidence]) -> int:
        skill = self._taxonomy.skills[self._taxonomy.skill_index[name]]
        credit, by = best_evidence(evidence, skill, self._as_of)
        return _NAMED if by is None else _SHOWN + credit


class _Parts:
    """What texts that come again and again make held: a row of a sparse table for each."""

    def __init__(self, read: Callable[[str], dict[int, int]], n_skills: int) -> None:
        self._read, self._n_skills = read, n_skills
        self._codes, self._table = Codes(), sparse_rows([], n_skills)

    def entries(self, texts: Sequence[str], lengths: Longs) -> Entries:
        """Row, skill and worth of everything that the lists of some rows hold, their texts one behind the other."""
        if len(self._codes) > _MOST_KEPT:
            self._codes, self._table = Codes(), sparse_rows([], self._n_skills)
        n_known = len(self._codes)
        codes = self._codes.of(texts)
        if new := self._codes.since(n_known):
            learnt = sparse_rows([self._read(text) for text in new], self._n_skills)
            self._table = csr_matrix(vstack([self._table, learnt], format="csr"))
        at, skills, worth = cells(self._table[codes])
        rows = np.repeat(np.arange(len(lengths)), np.maximum(lengths, 0))
        return rows[at], skills, worth
