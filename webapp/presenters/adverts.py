"""What was read from an advert, beside the questions of the form: the sentence of each answer, and what to look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from matcher.text.adverts import AdvertDraft
from matcher.text.adverts.readings import FlagKind, ShiftPattern
from webapp.presenters.advert_remarks import remark_on

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["AdvertView", "Notice", "Origin", "Quote", "advert_view"]

_READ_IN: Mapping[str, str] = {
    "positions": "positions",
    "shifts_all_required": "shifts_all_required",
    "shifts_any_of": "shifts_any_of",
    "hours_min": "hours",
    "hours_max": "hours",
    "guaranteed_hours": "guaranteed_hours",
    "contract": "contract",
    "pay_min_gbp_per_hour": "pay",
    "pay_max_gbp_per_hour": "pay",
    "pay_note": "pay_note",
    "dbs_level": "dbs",
    "driving_licence": "driving_licence",
    "vehicle": "vehicle",
    "registration": "registration",
    "qualification": "qualification",
    "experience_months": "experience",
    "closes": "closes",
}
"""The reading that a question was answered from."""

_LOOKED_FOR: Mapping[str, tuple[str, ...]] = {
    "the job title": ("title",),
    "the kind of role": ("role_family",),
    "the postcode": ("postcode",),
    "skills somebody needs": ("essential_skills",),
    "skills that help": ("optional_skills",),
    "days and times of shifts": ("shifts_all_required", "shifts_any_of"),
    "hours a week": ("hours_min", "hours_max"),
    "guaranteed hours": ("guaranteed_hours",),
    "the contract": ("contract",),
    "pay": ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour"),
    "the DBS check": ("dbs_level",),
    "a driving licence": ("driving_licence",),
    "a vehicle": ("vehicle",),
    "a registration": ("registration",),
    "a qualification": ("qualification",),
    "experience": ("experience_months",),
    "the closing date": ("closes",),
    "who to contact (contact details are never taken over)": ("contact", "apply_url"),
}
_PATTERNS = {
    ShiftPattern.DAYS: "days",
    ShiftPattern.EVENINGS: "evenings",
    ShiftPattern.WAKING_NIGHTS: "waking nights",
    ShiftPattern.SLEEP_INS: "sleep-ins",
    ShiftPattern.WEEKENDS: "weekends",
    ShiftPattern.ROTA: "a rota",
}
_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the advert, and what was read in it where an answer has several parts."""

    sentence: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an answer came from, and what the person should know of it; a list has a sentence for each line."""

    quotes: tuple[Quote, ...] = ()
    remark: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something for a person to look at, which fills in nothing."""

    kind: str
    age: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class AdvertView:
    """What the form shows of the advert it was filled from; `missing` and `language` are empty where all is well."""

    origins: Mapping[str, Origin]
    missing: tuple[str, ...]
    notices: tuple[Notice, ...]
    language: str


def advert_view(draft: AdvertDraft, answers: Mapping[str, str], taxonomy: "Taxonomy", as_of: date) -> AdvertView:
    """The advert beside the `answers` that were read from it."""
    origins = dict(_origins(draft, answers, taxonomy, as_of))
    return AdvertView(
        origins=origins,
        missing=tuple(
            name
            for name, fields in _LOOKED_FOR.items()
            if not any(answers.get(field) or field in origins for field in fields)
        ),
        notices=tuple(
            Notice("sex" if flag.value.kind is FlagKind.SEX else "age", flag.value.age, _quoted(flag.sentence))
            for flag in draft.flags
        ),
        language=_language(draft),
    )


def _origins(
    draft: AdvertDraft, answers: Mapping[str, str], taxonomy: "Taxonomy", as_of: date
) -> Iterator[tuple[str, Origin]]:
    yield from _whole_advert(draft, answers)
    for field in ("essential_skills", "optional_skills"):
        readings = getattr(draft, field)
        quotes = (Quote(_quoted(reading.sentence), str(taxonomy.skill(reading.value) or "")) for reading in readings)
        if readings:
            yield field, Origin(tuple(quotes), "To take a skill off, delete its line.", is_list=True)
    for field, name in _READ_IN.items():
        reading, remark = getattr(draft, name), remark_on(field, draft, answers, as_of)
        if reading is not None and (answers.get(field) or remark):
            yield field, Origin((Quote(_quoted(reading.sentence)),), remark)
    if draft.patterns and not (draft.shifts_any_of or draft.shifts_all_required):
        named = (Quote(_quoted(reading.sentence), _PATTERNS[reading.value]) for reading in draft.patterns)
        yield "shifts_any_of", Origin(tuple(named), "Left blank: your advert does not say both days and times.")


def _whole_advert(draft: AdvertDraft, answers: Mapping[str, str]) -> Iterator[tuple[str, Origin]]:
    if answers.get("title"):
        yield "title", Origin((), "The first line of your advert.")
    if answers.get("role_family"):
        yield "role_family", Origin((Quote(_quoted(draft.title)),))
    if answers.get("description"):
        said = "The words of your advert, without telephone numbers and e-mail addresses: mend them as you like."
        yield "description", Origin((), said)
    if draft.postcodes:
        yield "postcode", Origin((Quote(_quoted(draft.postcodes[0].sentence)),))


def _language(draft: AdvertDraft) -> str:
    """The languages of an advert that is not all in English."""
    return "" if draft.language.is_english else str(draft.language)


def _quoted(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE].rstrip()}…"
