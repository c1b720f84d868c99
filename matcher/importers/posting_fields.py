"""Fields of a schema.org `JobPosting`, each read whatever shape the site gave it."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from matcher.domain import Contract, PlaceKind
from matcher.errors import RowError
from matcher.importers.fields import is_blank, read_date, read_web_address, shown
from matcher.text.plain import plain_text, without_contacts

__all__ = [
    "Posting",
    "read_contact",
    "read_contract_type",
    "read_dates",
    "read_description",
    "read_identity",
    "read_kind_of_place",
    "read_link",
    "read_positions",
    "read_provider",
    "read_title",
    "text_of",
]

Posting = Mapping[str, Any]

_MAX_ID = 200
# Judgement: a title is far shorter, and no advert hires more than six digits of people.
_MAX_TITLE = 500
_MAX_DIGITS = 6
_EMPLOYMENT = {
    "PERMANENT": Contract.PERMANENT,
    "TEMPORARY": Contract.FIXED_TERM,
    "CONTRACTOR": Contract.FIXED_TERM,
    "FIXED_TERM": Contract.FIXED_TERM,
    "PER_DIEM": Contract.BANK,
    "BANK": Contract.BANK,
    "ZERO_HOURS": Contract.ZERO_HOURS,
    "APPRENTICESHIP": Contract.APPRENTICESHIP,
}
# A title that names the contract knows better than the site's own list, in which a bank post is "temporary".
_TITLE_CONTRACTS = {
    Contract.APPRENTICESHIP: re.compile(r"\bapprentice(?:ship)?s?\b", re.IGNORECASE),
    Contract.BANK: re.compile(r"(?:^|[-–(,/]\s*)bank\b(?! (?:street|road|house|lane))", re.IGNORECASE),
    Contract.ZERO_HOURS: re.compile(r"\b(?:zero|0)[ -]hours?\b", re.IGNORECASE),
    Contract.FIXED_TERM: re.compile(r"\bfixed[ -]term\b", re.IGNORECASE),
}
# Judgement: only a title says clearly enough that the work is live-in or a round; a description names such work in
# passing, as the experience wanted or as what else the provider does.
_LIVE_IN = re.compile(r"\blive[ -]?in\b", re.IGNORECASE)
_ROUND = re.compile(
    r"(?<!care )(?<!nursing )(?<!residential )\bhome[ -]?care\b|\bdomiciliary\b|\bdom[ -]care\b", re.IGNORECASE
)


def text_of(value: Any) -> str:
    """The text of a value: itself, the name or value inside an object, the first of a list; else empty."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), "")
    if isinstance(value, Mapping):
        return next((text for key in ("name", "value", "@value", "@id") if (text := text_of(value.get(key)))), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return "" if is_blank(str(value)) else str(value).strip()


def read_identity(posting: Posting) -> str:
    """The advert's own identifier, else one made of its title, employer, date and place: the same at every import."""
    identifier = posting.get("identifier")
    own = text_of(identifier.get("value") if isinstance(identifier, Mapping) else identifier)
    if own and len(own) <= _MAX_ID:
        return own
    parts = [
        own,
        read_title(posting),
        read_provider(posting),
        text_of(posting.get("datePosted")),
        repr_of_place(posting),
    ]
    return f"advert-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:16]}"


def repr_of_place(posting: Posting) -> str:
    """Where an advert says it is, in one line: adverts alike but for the place are different ones."""
    locations = posting.get("jobLocation")
    addresses = [item.get("address") for item in _listed(locations) if isinstance(item, Mapping)]
    keys = ("postalCode", "addressLocality", "streetAddress")
    return "|".join(
        text_of(address.get(key)) if isinstance(address, Mapping) else text_of(address)
        for address in addresses
        for key in keys
    )


def read_title(posting: Posting) -> str:
    """The title in plain text, on one line."""
    return " ".join(plain_text(text_of(posting.get("title"))[:_MAX_TITLE]).split())


def read_provider(posting: Posting) -> str:
    """Name of the organisation that hires."""
    return plain_text(text_of(posting.get("hiringOrganization")))


def read_description(posting: Posting) -> str:
    """The description in plain text with its paragraphs, without contact details."""
    return without_contacts(plain_text(text_of(posting.get("description"))))


def read_dates(posting: Posting) -> tuple[date | None, date | None]:
    """First and last day the advert is open.

    Raises
    ------
    RowError
        A date that cannot be read.
    """
    opens, closes = (_date(posting, name) for name in ("datePosted", "validThrough"))
    return opens, closes


def _date(posting: Posting, name: str) -> date | None:
    text = text_of(posting.get(name))
    try:
        return read_date(text) if text else None
    except RowError as error:
        raise RowError(f"{name} '{shown(text)}': {error}", field=name) from error


def read_contract_type(posting: Posting) -> Contract | None:
    """The contract, from the title where it says, else from `employmentType`; full or part time is no contract."""
    title = read_title(posting)
    for contract, pattern in _TITLE_CONTRACTS.items():
        if pattern.search(title):
            return contract
    kinds = (re.sub(r"[\s-]+", "_", text_of(kind)).upper() for kind in _listed(posting.get("employmentType")))
    return next((_EMPLOYMENT[kind] for kind in kinds if kind in _EMPLOYMENT), None)


def read_kind_of_place(posting: Posting) -> PlaceKind | None:
    """Live-in work or a round where the title clearly says so; None is not known."""
    title = read_title(posting)
    if _LIVE_IN.search(title):
        return PlaceKind.LIVE_IN
    return PlaceKind.ROUND if _ROUND.search(title) else None


def read_link(posting: Posting) -> str | None:
    """Where to apply: the advert's own address, where it is one that a page may link to."""
    for name in ("url", "sameAs", "@id"):
        try:
            return read_web_address(text_of(posting.get(name)))
        except RowError:
            continue
    return None


def read_positions(posting: Posting) -> int | None:
    """How many are wanted, where the advert says a number.

    Raises
    ------
    RowError
        The number is too large to be true.
    """
    text = text_of(posting.get("totalJobOpenings"))
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) > _MAX_DIGITS:
        raise RowError(
            f"totalJobOpenings '{shown(text)}': this number is too large to be true: correct it or leave it out.",
            field="totalJobOpenings",
        )
    return int(text) or None


def read_contact(posting: Posting) -> str | None:
    """Whom to ask, as the advert's contact point gives it."""
    contact = posting.get("applicationContact")
    if not isinstance(contact, Mapping):
        return text_of(contact) or None
    parts = (text_of(contact.get(key)) for key in ("name", "telephone", "email"))
    return ", ".join(part for part in parts if part) or None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
