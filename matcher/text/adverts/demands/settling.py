"""What is settled when the whole of an advert is read: one sentence alone cannot say it."""

import re
from collections.abc import MutableMapping, Sequence

from matcher.text.adverts.demands.specificity import PARTICULAR
from matcher.text.adverts.readings import Need, Reading, ShiftPattern

__all__ = ["settle_skills"]

Skills = MutableMapping[str, Reading[str]]

# Complex care is care with breathing or feeding equipment; where no such thing is named, the needs are complex.
_CLINICAL = re.compile(
    r"\b(?:tracheostom|ventilat|gastrostom|peg\b|suction|seizure|epilep|nasogastric|clinical care|airway|oxygen)",
    re.IGNORECASE,
)
_COMPLEX = re.compile(r"\bcomplex (?:clinical |health ?)?care\b", re.IGNORECASE)
# Judgement: in a post that asks for one of these, what is handled by hand is a person.
_CARES_FOR_PEOPLE = frozenset(
    {"personal-care", "basic-patient-care", "medication-administration", "home-care", "residential-care"}
    | {"supported-living", "daily-living-skills", "hoisting", "dementia-care", "learning-disability"}
)


def settle_skills(
    essential: Skills, patterns: Sequence[Reading[ShiftPattern]], licence: Reading[Need] | None, text: str
) -> None:
    """Settle essential skills against each other and against what else the advert says."""
    _settle_complex_care(essential, text)
    if not _CARES_FOR_PEOPLE.isdisjoint(essential):
        _rename(essential, "manual-handling-goods", "moving-and-handling", re.compile("manual handling", re.IGNORECASE))
    for particular, general in PARTICULAR:
        if particular in essential:
            essential.pop(general, None)
    if licence and licence.value is Need.NEEDED and "ambulance-driving" not in essential:
        essential.setdefault("driving", Reading("driving", licence.sentence, licence.start, licence.end))
    _settle_shift_work(essential, patterns)


def _settle_complex_care(essential: Skills, text: str) -> None:
    if not _CLINICAL.search(text):
        _rename(essential, "complex-care", "special-needs-support", _COMPLEX)


def _rename(essential: Skills, skill: str, other: str, words: re.Pattern[str]) -> None:
    reading = essential.get(skill)
    if reading and words.search(reading.sentence):
        del essential[skill]
        essential.setdefault(other, Reading(other, reading.sentence, reading.start, reading.end))


def _settle_shift_work(essential: Skills, patterns: Sequence[Reading[ShiftPattern]]) -> None:
    """Shift work is asked where shifts change."""
    essential.pop("shift-work", None)
    for reading in patterns:
        if reading.value is ShiftPattern.ROTA:
            essential["shift-work"] = Reading("shift-work", reading.sentence, reading.start, reading.end)
