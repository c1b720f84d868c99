"""A `JobPosting` read whole: the words of its description, and what its own fields add to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from matcher.domain import Contract
from matcher.importers import posting_fields as fields
from matcher.importers.posting_fields import Posting, text_of
from matcher.importers.posting_pay import read_posting_hours, read_posting_pay
from matcher.taxonomy import Taxonomy
from matcher.text.adverts import AdvertDraft, read_advert
from matcher.text.plain import plain_text, without_contacts

__all__ = ["contract_of", "read_posting_draft"]

# Fields of schema.org that hold words of the advert, with the heading they are read under.
_MORE_WORDS = {
    "responsibilities": "Responsibilities",
    "skills": "Skills required",
    "qualifications": "Requirements",
    "educationRequirements": "Requirements",
    "experienceRequirements": "Requirements",
    "jobBenefits": "Benefits",
}
_MOST_LETTERS = 20_000
# The site's own list calls a bank post or an apprenticeship "temporary".
_SURER_IN_WORDS = frozenset({Contract.BANK, Contract.ZERO_HOURS, Contract.APPRENTICESHIP})


def read_posting_draft(posting: Posting, taxonomy: Taxonomy, as_of: date) -> AdvertDraft:
    """Read an advert's words, with its fields for pay and hours; `as_of` is the day it was posted."""
    words = "\n\n".join([fields.read_description(posting), *_more_words(posting)])
    salary = read_posting_pay(posting)
    draft = read_advert(fields.read_title(posting), words, taxonomy, salary=salary, as_of=as_of, is_plain=True)
    hours = read_posting_hours(posting)
    return replace(draft, hours=hours) if hours else draft


def contract_of(posting: Posting, draft: AdvertDraft) -> Contract | None:
    """The contract of the title or the employment type, else of the words; words know a bank post from a temporary."""
    stated = fields.read_contract_type(posting)
    in_words = draft.contract.value if draft.contract else None
    if stated is None or (stated is Contract.FIXED_TERM and in_words in _SURER_IN_WORDS):
        return in_words
    return stated


def _more_words(posting: Posting) -> Iterator[str]:
    for name, heading in _MORE_WORDS.items():
        value = posting.get(name)
        parts = [text_of(part) for part in value] if isinstance(value, list) else [text_of(value)]
        text = without_contacts(plain_text("\n".join(part for part in parts if part)[:_MOST_LETTERS]))
        if text:
            yield f"{heading}:\n\n{text}"
