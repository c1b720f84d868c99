"""The skills a CV shows, each once, with the stretch that shows it best."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.draft import Item
from matcher.text.cvs.job_words import Stretch, jobs_at
from matcher.text.cvs.protected import COVER
from matcher.text.cvs.sections import Line, Section
from matcher.text.skills.mentions import SkillMention, find_skills
from matcher.text.skills.standing import Standing

__all__ = ["find_cv_skills"]

_LANGUAGES = re.compile(
    (
        r"\b(?:fluent\s+in|native|bilingual|mother\s+tongue|I\s+(?:can\s+)?speak|speaks?"
        r"|conversational|languages?\s+spoken|second\s+language)\b"
    ),
    re.IGNORECASE,
)
_LANGUAGE_SKILL = "languages"
_LEAST_SURE = 0.5
_LANGUAGE_CONFIDENCE = 0.7
_LONGEST_CHUNK = 2_000
_LONGEST_LEAD = 80
_SENTENCE_BREAK = re.compile(r"[.;!?]\s|\n")
_BLANKS = re.compile(r"\s{20,}")


def find_cv_skills(
    text: str, shown: str, lines: list[Line], stretches: list[Stretch], taxonomy: Taxonomy
) -> list[Item]:
    """Skills in the order of the text.

    A skill that is only wished for or about to be taught is found with a note and not ticked; so is one that was not
    surely read. Which languages somebody speaks is not kept, only that they speak others. `stretches` tell of jobs.
    """
    found: dict[str, list[SkillMention]] = {}
    for mention in _mentions(text, taxonomy):
        found.setdefault(mention.skill.id, []).append(mention)
    best = sorted((max(mentions, key=_worth) for mentions in found.values()), key=lambda mention: mention.start)
    items = [_item(mention, shown, _jobs_showing(found[mention.skill.id], stretches)) for mention in best]
    if _LANGUAGE_SKILL not in found:
        items += _other_languages(text, lines, taxonomy)
    return items


def _mentions(text: str, taxonomy: Taxonomy) -> Iterator[SkillMention]:
    for start, end in _chunks(text):
        for mention in find_skills(text[start:end], taxonomy):
            yield replace(mention, start=mention.start + start, end=mention.end + start)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most 2,000 characters, cut where a line or a word ends and over long blanks.

    What a sentence says of a skill is looked for in the whole of the sentence; without a bound, a text of one endless
    sentence would take time by the square of its length.
    """
    at = 0
    for blank in chain(_BLANKS.finditer(text), (None,)):
        last = blank.start() if blank else len(text)
        while at < last:
            end = min(at + _LONGEST_CHUNK, last)
            if end < last:
                cuts = (text.rfind(mark, at + 1, end) for mark in ("\n", ". ", " "))
                end = next((cut for cut in cuts if cut > at), end)
            yield at, end
            at = end
        at = blank.end() if blank else last


def _worth(mention: SkillMention) -> tuple[bool, float]:
    return mention.standing == Standing.STATED, mention.confidence


def _quote(shown: str, start: int, end: int) -> str:
    """The stretch as it may be shown; one that is partly covered begins with the sentence, or nobody would know it."""
    if COVER in shown[start:end]:
        before = _SENTENCE_BREAK.split(shown[max(0, start - _LONGEST_LEAD) : start])[-1]
        start -= len(before.lstrip())
    return shown[start:end]


def _jobs_showing(mentions: list[SkillMention], stretches: list[Stretch]) -> tuple[str, ...]:
    """Keys of the jobs in whose words a skill is shown; none where it is shown in other words too."""
    within = [jobs_at(mention.start, stretches) for mention in mentions if mention.standing == Standing.STATED]
    return tuple(dict.fromkeys(chain.from_iterable(within))) if all(within) else ()


def _item(mention: SkillMention, shown: str, shown_in: tuple[str, ...]) -> Item:
    is_held = mention.standing == Standing.STATED
    return Item(
        key=f"skill:{mention.skill.id}",
        id=mention.skill.id,
        label=str(mention.skill),
        start=mention.start,
        end=mention.end,
        quote="Languages" if mention.skill.id == _LANGUAGE_SKILL else _quote(shown, mention.start, mention.end),
        confidence=mention.confidence,
        is_ticked=is_held and mention.confidence >= _LEAST_SURE,
        note="" if is_held else "wished for or to be learnt",
        shown_in=shown_in,
    )


def _other_languages(text: str, lines: list[Line], taxonomy: Taxonomy) -> list[Item]:
    skill = taxonomy.skill(_LANGUAGE_SKILL)
    if skill is None:
        return []
    heading = next(((line.start, line.end) for line in lines if line.section is Section.LANGUAGES), None)
    said = _LANGUAGES.search(text)
    span = heading or (said.span() if said else None)
    if span is None:
        return []
    quote = text[slice(*span)] if heading is None else "Languages"
    return [Item(f"skill:{skill.id}", skill.id, str(skill), *span, quote, _LANGUAGE_CONFIDENCE)]
