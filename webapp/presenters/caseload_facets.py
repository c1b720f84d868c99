"""What an advisor's caseload can be narrowed by."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from matcher.domain import Account, Candidate, DbsStatus, TravelMode
from matcher.errors import PostcodeUnknownError
from matcher.geography.postcodes import parse_postcode
from webapp import words
from webapp.presenters.caseload import CaseRow
from webapp.presenters.filters import NOT_KNOWN, Facet

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

__all__ = ["caseload_facets"]

# Judgement: a caseload and what else is opened beside it; the memory of a few pages.
_MOST_POSTCODES = 50_000

_Words = tuple[Callable[[str], str], Callable[[str], Any], Collection[str]]


def caseload_facets(account: Account, taxonomy: "Taxonomy") -> list[Facet[CaseRow]]:
    """What the caseload of an advisor can be narrowed by."""

    def whose(row: CaseRow) -> list[str]:
        is_mine, is_ours = row.case.advisor_id == account.id, account.team and row.case.team == account.team
        return [name for name, holds in (("mine", is_mine), ("team", is_ours)) if holds]

    def sector(value: str) -> str:
        return "None" if value == "none" else str(getattr(taxonomy.prior_sector(value), "label", value))

    mine = {"mine": "Mine", "team": "My team’s"} if account.team else {"mine": "Mine"}
    return [
        Facet("whose", "Whose", whose, *_closed(mine), whole="Everybody"),
        Facet("has", "Referred", _has_referral, *_closed({"referral": "Has a referral", "no-referral": "None yet"})),
        Facet("ask", "Questions", _has_to_ask, *_closed({"open": "Something not asked yet", "done": "All answered"})),
        Facet(
            "travel",
            "Travels",
            lambda row: [row.candidate.travel_mode or NOT_KNOWN],
            *_vocabulary("travel_mode", TravelMode),
        ),
        Facet(
            "dbs",
            "DBS check",
            lambda row: [row.candidate.dbs_status or NOT_KNOWN],
            *_vocabulary("dbs_status", DbsStatus),
        ),
        Facet("district", "Postcode district", lambda row: [_district(row.candidate)], _or_not_known(str), _by_number),
        Facet("sector", "Worked, cared or volunteered in", _sectors, _or_not_known(sector), sector),
    ]


def _has_referral(row: CaseRow) -> list[str]:
    return ["referral" if row.contact.n_referrals else "no-referral"]


def _has_to_ask(row: CaseRow) -> list[str]:
    return ["open" if row.n_to_ask else "done"]


def _sectors(row: CaseRow) -> Sequence[str]:
    known = row.candidate.prior_sector
    return [NOT_KNOWN] if known is None else known or ["none"]


def _district(candidate: Candidate) -> str:
    return _district_of(candidate.postcode) if candidate.postcode else NOT_KNOWN


@lru_cache(maxsize=_MOST_POSTCODES)
def _district_of(postcode: str) -> str:
    """The first half of a postcode; an area alone, or words that are no postcode, are not known."""
    try:
        return parse_postcode(postcode).district or NOT_KNOWN
    except PostcodeUnknownError:
        return NOT_KNOWN


def _by_number(district: str) -> tuple[str, int, str]:
    """``LS9`` before ``LS10``."""
    letters, digits = re.match(r"(\D*)(\d*)", district).groups()  # type: ignore[union-attr]
    return letters, int(digits or 0), district


def _closed(labels: Mapping[str, str]) -> _Words:
    """The words, the order and the whole of a closed list of answers."""
    return labels.__getitem__, list(labels).index, labels


def _vocabulary(kind: str, vocabulary: type[TravelMode] | type[DbsStatus]) -> _Words:
    """The same of a vocabulary of the field, with what is not known."""
    return _closed({str(word): words.label(word, kind) for word in vocabulary} | {NOT_KNOWN: "Not known"})


def _or_not_known(say: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: "Not known" if value == NOT_KNOWN else say(value)
