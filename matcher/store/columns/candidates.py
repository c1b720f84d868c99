"""Stored candidates in columns."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from matcher.domain import Candidate
from matcher.geography import Gazetteer
from matcher.likeness.texts import text_vectors
from matcher.scoring import CandidateArrays
from matcher.scoring.credits import best_credits
from matcher.scoring.places import CandidatePlaces
from matcher.scoring.settle import settle_candidate
from matcher.store.columns.chunks import Chunk
from matcher.store.columns.distinct import Group, Memory, grouped_columns
from matcher.store.columns.fields import KIND_OF_PLACE
from matcher.store.columns.places import Nowhere, columns_read, sectors, settle_places, whole_columns
from matcher.store.columns.skills import HeldSkills
from matcher.taxonomy import Taxonomy

__all__ = ["CandidateReader", "PlaceReader"]

_WAY_GROUPS = (
    Group((KIND_OF_PLACE,), ("blur_km",)),
    Group(("travel_mode",), ("travel_mode",)),
    Group(("driving_licence",), ("licence",)),
    Group(("vehicle",), ("vehicle",)),
)
_GROUPS = (
    *_WAY_GROUPS,
    Group(
        ("prior_occupation", "prior_sector"),
        ("background_known", "affinity", "carry_over", "relevance", "least_relevance", "credits"),
    ),
    Group(("qualifications",), ("qualification_levels",)),
    Group(("registrations",), ("registrations", "registrations_known")),
    Group(("shifts",), ("week", "week_known")),
    Group(("age_band",), ("youngest", "oldest")),
    Group(("dbs_status",), ("dbs",)),
    Group(("right_to_work",), ("right_to_work",)),
)
_WAY_NUMBERS = {"max_travel_minutes": "max_travel_minutes"}
_NUMBERS = _WAY_NUMBERS | {
    "hours_min": "hours_min",
    "hours_max": "hours_max",
    "pay_min": "pay_min_gbp_per_hour",
    "experience_months": "experience_months",
}
"""Columns that are the numbers of a field, and which."""


class CandidateReader:
    """Makes columns of rows of candidates, for one chunk after another.

    Parameters
    ----------
    taxonomy, as_of
        As in `CandidateArrays.from_records`.
    gazetteer : Gazetteer or None
        Where a postcode is looked up that was stored without a place; without one, such a place is not known.
    """

    def __init__(self, taxonomy: Taxonomy, as_of: date, gazetteer: Gazetteer | None) -> None:
        self._taxonomy, self._as_of, self._looks_up = taxonomy, as_of, gazetteer is not None
        self._settle = partial(settle_candidate, taxonomy=taxonomy, gazetteer=gazetteer or Nowhere())
        self._memories = [Memory(group, self._make) for group in _GROUPS]
        self._skills = HeldSkills(taxonomy, as_of)
        self.names = columns_read(_GROUPS, *_NUMBERS.values(), "skills", "skill_evidence", "about")

    def nobody(self) -> CandidateArrays:
        """Columns without a row."""
        return self._make([])

    def columns(self, chunk: Chunk) -> CandidateArrays:
        """Columns of a chunk that has rows; what is looked up is written into it."""
        if self._looks_up:
            settle_places(chunk, Candidate, self._settle)
        columns = whole_columns(chunk, _NUMBERS) | grouped_columns(self._memories, chunk)
        held, columns["skills_known"] = self._skills.read(chunk)
        columns["credits"] = best_credits(columns["credits"], held, self._taxonomy.credits)
        columns["texts"] = text_vectors([about or "" for about in chunk["about"]])
        return CandidateArrays(sector=sectors(chunk), **columns)

    def _make(self, records: Sequence[dict[str, Any]]) -> CandidateArrays:
        settled = [self._settle(Candidate(id="-", **record)) for record in records]
        return CandidateArrays.from_records(settled, self._taxonomy, self._as_of)


class PlaceReader:
    """The same for the columns that say where candidates are and how they travel."""

    def __init__(self) -> None:
        self._memories = [Memory(group, self._make) for group in _WAY_GROUPS]
        self.names = columns_read(_WAY_GROUPS, *_WAY_NUMBERS.values())

    def nobody(self) -> CandidatePlaces:
        """Columns without a row."""
        return self._make([])

    def columns(self, chunk: Chunk) -> CandidatePlaces:
        """Columns of a chunk that has rows."""
        return CandidatePlaces(**whole_columns(chunk, _WAY_NUMBERS) | grouped_columns(self._memories, chunk))

    def _make(self, records: Sequence[dict[str, Any]]) -> CandidatePlaces:
        return CandidatePlaces.from_records([Candidate(id="-", **record) for record in records])
