"""People and vacancies that do not exist, put together from answers that go together in the demo.

Hot-deck imputation: a record takes each block of answers from one donor, and an answer that the donor left blank from
another who gave it. So everything is known, and what goes together in a caseload stays together. Then answers are left
out again, as often as the demo leaves them blank.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, Self, TypeVar

import numpy as np

from matcher.domain import Candidate, Vacancy
from matcher.engine import Engine
from matcher.importers.demo import load_demo
from matcher.judging.simulation.answers import Answer, Block, is_given

__all__ = ["Deck", "blank_shares", "demo_records", "leave_out", "vary_skills"]

Record = TypeVar("Record", Candidate, Vacancy)

_SKILL_KEPT = 0.85
_SKILLS_ADDED = 1.5
"""Judgement: two people of one trade share most of what they bring, and each brings a thing or two of their own."""


@cache
def demo_records() -> tuple[tuple[Candidate, ...], tuple[Vacancy, ...]]:
    """The demo's people and vacancies, settled."""
    with TemporaryDirectory() as folder:
        engine = Engine.load(database=f"sqlite:///{Path(folder) / 'demo.db'}")
        assert engine.store is not None  # noqa: S101 - a database was named
        list(load_demo(engine.store, engine.taxonomy, engine.gazetteer))
        people, work = engine.store.candidates(), engine.store.vacancies()
        engine.store.close()
    return tuple(map(engine.settle_candidate, people)), tuple(map(engine.settle_vacancy, work))


@dataclass(frozen=True, slots=True)
class Deck(Generic[Record]):
    """Donors of every block and givers of every answer, by what they must share with the record."""

    records: Sequence[Record]
    blocks: Sequence[Block]
    donors: Mapping[tuple[Block, object], Sequence[Record]]
    givers: Mapping[tuple[Answer, object], Sequence[Record]]

    @classmethod
    def of(cls, records: Sequence[Record], blocks: Sequence[Block]) -> Self:
        """Sort records by what they can give."""
        donors: dict[tuple[Block, object], list[Record]] = defaultdict(list)
        givers: dict[tuple[Answer, object], list[Record]] = defaultdict(list)
        for record in records:
            for block in blocks:
                alike = block.alike(record)
                donors[block, alike].append(record)
                for answer in block.answers:
                    if is_given(record, answer):
                        givers[answer, alike].append(record)
        return cls(records, blocks, donors, givers)

    def draw(self, name: str, rng: np.random.Generator) -> Record:
        """One record in which everything is known that anybody alike has said."""
        base = _one_of(self.records, rng)
        update: dict[str, object] = {"id": name}
        for number, block in enumerate(self.blocks):
            donor = _one_of(self.donors[block, block.alike(base)], rng) if number else base
            for answer in block.answers:
                others = self.givers.get((answer, block.alike(base)), ())
                giver = donor if is_given(donor, answer) or not others else _one_of(others, rng)
                update |= {field: getattr(giver, field) for field in answer}
        return base.model_copy(update=update)


def vary_skills(person: Candidate, others: Sequence[Candidate], rng: np.random.Generator) -> Candidate:
    """The person without some of the skills, and with some of another person's; how they were shown is not said."""
    other = _one_of(others, rng).skills or ()
    kept = [skill for skill in person.skills or () if rng.random() < _SKILL_KEPT]
    added = rng.permutation(list(other))[: rng.poisson(_SKILLS_ADDED)]
    skills = tuple(dict.fromkeys([*kept, *map(str, added)]))
    return person.model_copy(update={"skills": skills, "skill_evidence": ()})


def blank_shares(records: Sequence[Record], blocks: Sequence[Block]) -> dict[Answer, float]:
    """The share of records that leave each answer blank."""
    answers = [answer for block in blocks for answer in block.answers]
    return {answer: float(np.mean([not is_given(each, answer) for each in records])) for answer in answers}


def leave_out(record: Record, shares: Mapping[Answer, float], rng: np.random.Generator) -> Record:
    """The record with each answer left blank with the chance given."""
    drawn = rng.random(len(shares))
    blank = [answer for answer, chance in zip(shares, drawn, strict=True) if chance < shares[answer]]
    return record.model_copy(update={field: None for answer in blank for field in answer})


def _one_of(records: Sequence[Record], rng: np.random.Generator) -> Record:
    return records[int(rng.integers(len(records)))]
