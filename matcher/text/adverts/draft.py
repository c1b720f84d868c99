"""What an advert says, read for a person to confirm."""

from dataclasses import dataclass
from datetime import date

from matcher.domain import Contract, DbsLevel, PayNote
from matcher.domain.week import Shift
from matcher.text.adverts.language import Language
from matcher.text.adverts.readings import Experience, Flag, Hours, Need, QualificationAsked, Reading, ShiftPattern
from matcher.text.pay import Pay

__all__ = ["AdvertDraft"]


@dataclass(frozen=True, slots=True)
class AdvertDraft:
    """An advert read: each field with the sentence it came from, None or empty where the advert does not say.

    Attributes
    ----------
    title, text : str
        The title, and the plain text that places of readings count in (the title is its first line).
    language : Language
        The language it is written in; other languages than English are read as far as they can be.
    hours, guaranteed_hours
        Hours a week.
    patterns
        Days, evenings, waking nights, sleep-ins, weekends, rota.
    shifts_any_of, shifts_all_required
        Shifts where days or hours of the clock are stated: a choice, or all of them.
    pay, pay_note
        Pay for the time it is stated for, before enhancements.
    dbs
        The check asked for; a value of None where its level is not said.
    flags
        Sentences for human review. They are never turned into conditions.
    occupation, role_family : str or None
        Ids that the title leads to.
    """

    title: str
    text: str
    language: Language
    occupation: str | None = None
    role_family: str | None = None
    hours: Reading[Hours] | None = None
    guaranteed_hours: Reading[float] | None = None
    patterns: tuple[Reading[ShiftPattern], ...] = ()
    shifts_any_of: Reading[tuple[Shift, ...]] | None = None
    shifts_all_required: Reading[tuple[Shift, ...]] | None = None
    pay: Reading[Pay] | None = None
    pay_note: Reading[PayNote] | None = None
    contract: Reading[Contract] | None = None
    driving_licence: Reading[Need] | None = None
    vehicle: Reading[Need] | None = None
    dbs: Reading[DbsLevel | None] | None = None
    registration: Reading[str] | None = None
    qualification: Reading[QualificationAsked] | None = None
    experience: Reading[Experience] | None = None
    closes: Reading[date] | None = None
    postcodes: tuple[Reading[str], ...] = ()
    positions: Reading[int] | None = None
    essential_skills: tuple[Reading[str], ...] = ()
    optional_skills: tuple[Reading[str], ...] = ()
    flags: tuple[Reading[Flag], ...] = ()
