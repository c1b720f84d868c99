"""Skills that the taxonomy does not know: what else they could be called, and what was ticked instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.domain import Skill

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.taxonomy import Taxonomy

__all__ = ["NearSkills", "near_skills", "with_meanings"]

_N_NEAR = 3
# Judgement: more words than this nobody goes through one by one; the rest are still said to be kept as words.
_MOST_WORDS = 8
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class NearSkills:
    """Words that no skill is called, and the skills that come nearest, as choices: value and label."""

    words: str
    choices: tuple[tuple[str, str], ...]


def near_skills(unlinked: Sequence[str], engine: "Engine") -> list[NearSkills]:
    """For each of the words the three skills they are most about."""
    return [NearSkills(words, _choices(words, engine)) for words in unlinked[:_MOST_WORDS]]


def with_meanings(typed: str, ticked: Iterable[str], taxonomy: "Taxonomy") -> str:
    """What was typed, one skill a line, with the skills that were ticked in place of the words they stand for."""
    meant: dict[str, list[str]] = {}
    for value in ticked:
        name, _, words = value.partition(_BETWEEN)
        skill = taxonomy.skill(name)
        if skill is not None:
            meant.setdefault(words, []).append(_called(skill))
    lines = [line for line in typed.splitlines() if line.strip() not in meant]
    return "\n".join([*lines, *(label for labels in meant.values() for label in labels)])


def _choices(words: str, engine: "Engine") -> tuple[tuple[str, str], ...]:
    found = engine.rank_skills(words, _N_NEAR)
    return tuple((f"{skill.id}{_BETWEEN}{words}", str(skill)) for skill, _ in found)


def _called(skill: Skill) -> str:
    return skill.label
