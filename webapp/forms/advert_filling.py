"""A pasted advert read, and what was read typed into the form of a vacancy for a person to confirm."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from matcher.text.adverts import AdvertDraft, read_advert
from matcher.text.adverts.vacancy import vacancy_values
from matcher.text.plain import plain_text, without_contacts
from webapp.forms.advert import LONGEST_ADVERT
from webapp.forms.vacancy_typing import typed

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["read_pasted", "typed_answers"]

# Judgement: a first line that is longer, or ends as a sentence does, is the beginning of the text and no title.
_LONGEST_TITLE = 120
_ENDS_A_SENTENCE = (".", "!", "?", ":", ",", ";")
_LONGEST_DESCRIPTION = 20_000
# The form has no question for the occupation: its title leads to it.
_NOT_ASKED = frozenset({"occupation"})


def read_pasted(text: str, taxonomy: "Taxonomy", as_of: date) -> AdvertDraft:
    """Read an advert whose first line is its title, where that looks like one."""
    plain = plain_text(text[:LONGEST_ADVERT])
    first, _, rest = plain.partition("\n")
    if len(first) > _LONGEST_TITLE or first.endswith(_ENDS_A_SENTENCE):
        first, rest = "", plain
    return read_advert(first.strip("-*# "), rest, taxonomy, as_of=as_of, is_plain=True)


def typed_answers(draft: AdvertDraft, taxonomy: "Taxonomy", as_of: date) -> dict[str, str]:
    """What an advert states, as somebody would type it into the form; what it does not say is left out."""
    values = {name: value for name, value in vacancy_values(draft, as_of).items() if name not in _NOT_ASKED}
    answers = {name: typed(name, value, taxonomy) for name, value in values.items()}
    return _choosable(answers, taxonomy) | {"description": _description(draft)}


def _choosable(answers: dict[str, str], taxonomy: "Taxonomy") -> dict[str, str]:
    """The answers without ids that the form's lists do not have."""
    lists: Mapping[str, Mapping[str, Any]] = {
        "role_family": taxonomy.role_families,
        "registration": taxonomy.registrations,
        "qualification": taxonomy.qualifications,
    }
    return {name: answer for name, answer in answers.items() if name not in lists or answer in lists[name]}


def _description(draft: AdvertDraft) -> str:
    """The advert's words without its title, and without contact details: those belong in a question of their own."""
    words = draft.text.removeprefix(draft.title).strip()
    return without_contacts(words)[:_LONGEST_DESCRIPTION]
