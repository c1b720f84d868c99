"""An advert read: title and description in, a draft of a vacancy out."""

from dataclasses import replace
from datetime import date

from matcher.taxonomy import Taxonomy
from matcher.text.adverts.draft import AdvertDraft
from matcher.text.adverts.language import read_language
from matcher.text.adverts.sections import place_sentences
from matcher.text.adverts.sentences import split_sentences
from matcher.text.adverts.skills import read_skills
from matcher.text.adverts.terms.checks import read_dbs, read_registration
from matcher.text.adverts.terms.contract import read_contract_words
from matcher.text.adverts.terms.details import read_closes, read_positions, read_postcodes
from matcher.text.adverts.terms.driving import read_driving
from matcher.text.adverts.terms.experience import read_experience
from matcher.text.adverts.terms.flags import read_flags
from matcher.text.adverts.terms.hours import read_guaranteed, read_hours
from matcher.text.adverts.terms.pay import Salary, read_pay_note, settle_pay
from matcher.text.adverts.terms.qualifications import read_qualification
from matcher.text.adverts.terms.shifts import read_patterns
from matcher.text.adverts.terms.weeks import read_week
from matcher.text.plain import plain_text
from matcher.text.titles.naming import link_title

__all__ = ["NO_FIELD", "read_advert"]

NO_FIELD = Salary()
"""No field for pay beside the description."""


def read_advert(
    title: str,
    description: str,
    taxonomy: Taxonomy,
    *,
    salary: Salary = NO_FIELD,
    as_of: date | None = None,
    is_plain: bool = False,
) -> AdvertDraft:
    """Read an advert.

    Parameters
    ----------
    title, description : str
        Plain text, or HTML escaped not at all, once or twice.
    salary : Salary
        What a field beside the description says of pay; its words are part of the advert.
    as_of : date, optional
        The day it was posted, or read: a closing date without a year is the next one from then on. Today by default.
    is_plain : bool
        The texts are plain already: nothing in them is a tag or an entity.
    """
    title, description = (part if is_plain else plain_text(part) for part in (title, description))
    name, pay_line = " ".join(title.split()), " ".join(salary.words.split())
    text = "\n\n".join(part for part in (name, pay_line, description) if part)
    placed = place_sentences(split_sentences(text), frozenset({name, pay_line}))
    day = as_of or date.today()  # noqa: DTZ011 - a day in the United Kingdom, where it is run
    patterns = read_patterns(placed)
    any_of, all_required = read_week(placed)
    licence, vehicle = read_driving(placed)
    essential, optional = read_skills(text, placed, patterns, taxonomy, name)
    occupation = link_title(name, taxonomy) if name else None
    return AdvertDraft(
        title=name,
        text=text,
        language=read_language(text),
        occupation=occupation.id if occupation else None,
        role_family=(occupation.role_family or None) if occupation else None,
        hours=read_hours(placed, name),
        guaranteed_hours=read_guaranteed(placed),
        patterns=patterns,
        shifts_any_of=any_of,
        shifts_all_required=all_required,
        pay=settle_pay(placed, replace(salary, words=pay_line)),
        pay_note=read_pay_note(placed, name),
        contract=read_contract_words(placed, name),
        driving_licence=licence,
        vehicle=vehicle,
        dbs=read_dbs(placed),
        registration=read_registration(placed, taxonomy),
        qualification=read_qualification(placed, taxonomy),
        experience=read_experience(placed),
        closes=read_closes(placed, day),
        postcodes=read_postcodes(placed),
        positions=read_positions(placed),
        essential_skills=essential,
        optional_skills=optional,
        flags=read_flags(placed),
    )
