"""The skills said in an advert, each where it stands: one for one stretch, the particular before the general."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from matcher.taxonomy import Taxonomy
from matcher.text.adverts.demands.finding import find_demands, find_title_demands
from matcher.text.adverts.demands.other_senses import is_misleading, is_of_a_name, is_of_a_team
from matcher.text.adverts.demands.specificity import SAID_ALREADY
from matcher.text.adverts.sections import Placed
from matcher.text.skills.mentions import SkillMention, find_skills
from matcher.text.skills.standing import Standing, Standings

__all__ = ["Said", "skills_said"]

# A certificate in a subject is a qualification, not a skill besides.
_SCHOOL = re.compile(r"\bgcse|\bfunctional skills\b|\blevel [12]\b|\bcertificates?\b|\bgrade\b", re.IGNORECASE)
# Judgement: names with other words between, or in part, mean something else in an advert more often than not.
_SURE = 0.8
# Judgement: values and manner in one word ("attitude", "happy") are read with the words around them, as demands.
_MANNER = frozenset({"values", "working-with-others", "communication"})
_OF_TEAMS = frozenset(
    {"teamwork", "multidisciplinary-team", "professional-liaison", "colleague-cooperation", "shift-work"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """A skill said somewhere: `need` None where the place alone decides."""

    skill: str
    start: int
    end: int
    standing: Standing


def skills_said(
    text: str, placed: Sequence[Placed], taxonomy: Taxonomy, title: str = ""
) -> Iterator[tuple[Said, Placed]]:
    """Skills that the title and sentences name or demand, in the order of the text, each with its sentence."""
    return _by_sentence(_all_said(text, placed, taxonomy, title), placed, taxonomy)


def _by_sentence(said: Sequence[Said], placed: Sequence[Placed], taxonomy: Taxonomy) -> Iterator[tuple[Said, Placed]]:
    """What is said with its sentence, without what the sentence says more particularly besides."""
    starts = [item.sentence.start for item in placed]
    for number, group in groupby(said, key=lambda found: max(0, bisect_right(starts, found.start) - 1)):
        found = list(group)
        skills = {one.skill for one in found}
        general = {other for particular, other in SAID_ALREADY if particular in skills}
        if placed and _SCHOOL.search(placed[number].sentence.text):
            general |= {"english-skills", "numeracy"}
        yield from (
            (one, placed[number])
            for one in found
            if one.skill not in general and not (placed and _describes_team(one, placed[number], taxonomy))
        )


def _describes_team(said: Said, item: Placed, taxonomy: Taxonomy) -> bool:
    group = taxonomy.skills[taxonomy.skill_index[said.skill]].group
    if group not in _MANNER or said.skill in _OF_TEAMS:
        return False
    start = item.sentence.start
    return is_of_a_team(item.sentence.text, said.start - start, said.end - start)


def _all_said(text: str, placed: Sequence[Placed], taxonomy: Taxonomy, title: str) -> list[Said]:
    said = [
        Said(found.skill.id, found.start, found.end, found.standing)
        for found in find_skills(text, taxonomy)
        if _is_named(found, text[found.start : found.end], taxonomy)
    ]
    said += _demanded(text, placed, taxonomy)
    if title and text.startswith(title):
        said += [
            Said(demand.skill, demand.start, demand.end, Standing.STATED)
            for demand in find_title_demands(title)
            if demand.skill in taxonomy.skill_index
        ]
    return sorted((one for one in said if not is_of_a_name(text, one.end)), key=lambda one: one.start)


def _demanded(text: str, placed: Sequence[Placed], taxonomy: Taxonomy) -> Iterator[Said]:
    """Skills demanded in words that name none; what is denied is left out, as it is among those named."""
    standings = Standings(text)
    for item in placed:
        for demand in find_demands(item.sentence.text):
            start, end = item.sentence.start + demand.start, item.sentence.start + demand.end
            standing = standings.of(start, end)
            if demand.skill in taxonomy.skill_index and standing is not None:
                yield Said(demand.skill, start, end, standing)


def _is_named(found: SkillMention, written: str, taxonomy: Taxonomy) -> bool:
    """Whether a mention is a name of its skill: everyday phrases show what a person did, not what a post asks."""
    if is_misleading(written):
        return False
    if found.confidence >= _SURE:
        return True
    return taxonomy.skill(written) == found.skill and found.skill.group not in _MANNER
