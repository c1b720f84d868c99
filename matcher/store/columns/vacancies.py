"""Stored vacancies in columns."""

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import starmap
from typing import Any

import numpy as np

from matcher.domain import Vacancy
from matcher.geography import Gazetteer
from matcher.likeness.texts import text_vectors
from matcher.scoring import VacancyArrays
from matcher.scoring.settle import settle_vacancy
from matcher.store.columns.chunks import Chunk
from matcher.store.columns.distinct import MOST_KEPT, Group, Memory, grouped_columns
from matcher.store.columns.fields import KIND_OF_PLACE
from matcher.store.columns.places import Nowhere, columns_read, sectors, settle_places, whole_columns
from matcher.taxonomy import Taxonomy

__all__ = ["VacancyReader"]

_WORK = ("occupation", "role_family")
"""What the work is: settled first, so that it stands for the title as well."""

_GROUPS = (
    Group((KIND_OF_PLACE, "place_kind"), ("radius_km", "blur_km", "dbs_nation", "live_in", "kind_known")),
    Group(
        (*_WORK, "essential_skills", "optional_skills", "unlinked_skills"),
        ("family", "essential", "essential_known", "optional", "optional_known"),
    ),
    Group(
        (*_WORK, "shifts_all_required", "shifts_any_of"),
        ("all_required", "any_of", "usual_shifts", "shifts_known"),
    ),
    Group((*_WORK, "dbs_level"), ("dbs_level",)),
    Group((*_WORK, "driving_licence", "vehicle"), ("licence", "vehicle")),
    Group((*_WORK, "registration"), ("registration",)),
    Group((*_WORK, "experience_months"), ("experience_months", "experience_known")),
    Group((*_WORK, "qualification"), ("qualification_level", "qualification_subject", "qualification_known")),
    Group(("pay_min_gbp_per_hour", "pay_max_gbp_per_hour"), ("pay", "pay_low", "pay_floored", "pay_capped")),
    Group(("contract", "pay_note"), ("contract", "pay_note")),
    Group(("min_age", "min_age_reason"), ("min_age",)),
    Group(("opens",), ("opens",)),
    Group(("closes",), ("closes",)),
)
_NUMBERS = {"hours_min": "hours_min", "hours_max": "hours_max", "guaranteed": "guaranteed_hours"}
"""Columns that are the numbers of a field, and which."""


class VacancyReader:
    """Makes columns of rows of vacancies, for one chunk after another.

    Parameters
    ----------
    taxonomy : Taxonomy
    gazetteer : Gazetteer or None
        Where a postcode or area is looked up that was stored without a place; without one, such a place is not known.
    """

    def __init__(self, taxonomy: Taxonomy, gazetteer: Gazetteer | None) -> None:
        self._taxonomy, self._looks_up = taxonomy, gazetteer is not None
        self._settle = partial(settle_vacancy, taxonomy=taxonomy, gazetteer=gazetteer or Nowhere())
        self._memories = [Memory(group, self._make) for group in _GROUPS]
        self._settled_work = lru_cache(MOST_KEPT)(self._settle_work)
        self.names = columns_read(_GROUPS, *_NUMBERS.values(), "title", "description", "area")

    def nobody(self) -> VacancyArrays:
        """Columns without a row."""
        return self._make([])

    def columns(self, chunk: Chunk) -> VacancyArrays:
        """Columns of a chunk that has rows; what is looked up is written into it."""
        if self._looks_up:
            settle_places(chunk, Vacancy, self._settle)
        work = zip(*(chunk[name] for name in ("title", *_WORK)), strict=True)
        chunk |= dict(zip(_WORK, map(list, zip(*starmap(self._settled_work, work), strict=True)), strict=True))
        columns = whole_columns(chunk, _NUMBERS) | grouped_columns(self._memories, chunk)
        told = list(zip(chunk["title"], chunk["description"], strict=True))
        columns["texts"] = text_vectors([f"{title or ''}\n{description or ''}" for title, description in told])
        columns["described"] = np.array([bool(description) for _, description in told], dtype=bool)
        return VacancyArrays(sector=sectors(chunk), **columns)

    def _settle_work(self, title: str | None, occupation: str | None, role_family: str | None) -> tuple[Any, ...]:
        """Which occupation and role family it is; the title is read but once for all that goes by them."""
        settled = self._settle(Vacancy(id="-", title=title, occupation=occupation, role_family=role_family))
        return tuple(getattr(settled, name) for name in _WORK)

    def _make(self, records: Sequence[dict[str, Any]]) -> VacancyArrays:
        settled = [self._settle(Vacancy(id="-", **record)) for record in records]
        return VacancyArrays.from_records(settled, self._taxonomy)
