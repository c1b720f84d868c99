"""The skills that an advert asks of a person, and those it would welcome."""

from collections import Counter
from collections.abc import Sequence

from matcher.taxonomy import Taxonomy
from matcher.text.adverts.asking import (
    describes_employer,
    is_about_applying,
    is_asked,
    is_offered,
    turns_to_you,
)
from matcher.text.adverts.demands.settling import settle_skills
from matcher.text.adverts.modality import need_of
from matcher.text.adverts.readings import Need, Reading, ShiftPattern, read_at
from matcher.text.adverts.said import Said, skills_said
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.sentences import Sentence
from matcher.text.adverts.terms.driving import read_driving
from matcher.text.skills.standing import Standing

__all__ = ["read_skills"]

Skills = tuple[Reading[str], ...]

# Judgement: a sentence that names a skill more often than this is no sentence, and must not hold the reader up.
_MOST_REPEATS = 3
_ASIDES = frozenset({Section.BENEFITS, Section.APPLY, Section.TRAINING})


def read_skills(
    text: str, placed: Sequence[Placed], patterns: Sequence[Reading[ShiftPattern]], taxonomy: Taxonomy, title: str
) -> tuple[Skills, Skills]:
    """Essential and optional skills, each with the first sentence that asks for it.

    Skills named under benefits, training or about the employer are not asked; those under "desirable" are welcome;
    those that will be taught are neither. One skill is essential or optional, not both.
    """
    essential: dict[str, Reading[str]] = {}
    optional: dict[str, Reading[str]] = {}
    surely: set[str] = set()  # asked elsewhere than in the title
    listed: set[str] = set()  # listed under "desirable"
    repeats: Counter[tuple[str, int]] = Counter()
    for said, item in skills_said(text, placed, taxonomy, title):
        repeats[said.skill, item.sentence.start] += 1
        if repeats[said.skill, item.sentence.start] > _MOST_REPEATS:
            continue
        need = _need(said, item, taxonomy, title)
        if need is not None:
            kept = essential if need is Need.NEEDED else optional
            kept.setdefault(said.skill, read_at(said.skill, item.sentence))
            surely.update({said.skill} if need is Need.NEEDED and item.sentence.text != title else ())
            listed.update({said.skill} if item.section is Section.DESIRABLE else ())
    for skill in listed - surely:
        essential.pop(skill, None)
    settle_skills(essential, patterns, read_driving(placed)[0], text)
    essential = {skill: reading for skill, reading in essential.items() if skill in taxonomy.skill_index}
    return tuple(essential.values()), tuple(r for skill, r in optional.items() if skill not in essential)


def _need(said: Said, item: Placed, taxonomy: Taxonomy, title: str) -> Need | None:
    """Needed or desirable, or None where the advert does not ask it of the person."""
    sentence = item.sentence
    is_aside = (said.standing is Standing.TAUGHT and not sentence.in_list) or (
        item.section in _ASIDES and not turns_to_you(sentence.text)
    )
    if is_aside or (item.is_heading and sentence.text != title):
        return None
    if item.section is Section.DESIRABLE:
        return Need.DESIRABLE
    need = need_of(sentence.text, said.start - sentence.start, said.end - sentence.start)
    if need in {Need.DESIRABLE, Need.NOT_NEEDED} or said.standing is Standing.DESIRABLE:
        return None if _is_of_employer(said, sentence) else Need.DESIRABLE
    if sentence.text == title or item.section in _ASIDES:
        return Need.NEEDED
    is_listed = item.section in {Section.DUTIES, Section.ESSENTIAL} and (
        sentence.in_list or not _is_offer(said, sentence)
    )
    return Need.NEEDED if is_listed or is_asked(said, item, taxonomy) else None


def _is_offer(said: Said, sentence: Sentence) -> bool:
    """Whether a sentence offers what is said, or tells what the employer does."""
    return is_offered(said.start - sentence.start, sentence.text) or describes_employer(sentence.text)


def _is_of_employer(said: Said, sentence: Sentence) -> bool:
    """Whether what is welcome is welcome in applications or offered, not in the person."""
    place = said.start - sentence.start
    clause = sentence.text[sentence.text.rfind(";", 0, place) + 1 :].partition(";")[0]
    return is_about_applying(clause) or _is_offer(said, sentence)
