"""What the tests of the ladder and the catalogue share: rows of tables as the loaders see them."""

from collections.abc import Mapping
from functools import cache

from matcher.pathways import Ladder, load_ladder
from matcher.pathways.catalogue import CATALOGUE_COLUMNS
from matcher.taxonomy import Taxonomy, load_taxonomy
from matcher.taxonomy.rows import Row

ROLE = {
    "id": "care-worker", "label": "Care worker", "plain": "care worker", "category": "care_worker",
    "role_family": "care-worker", "occupation": "care-assistant", "from_months": "0", "sectors": "",
    "pay_low_gbp_per_hour": "12.71", "pay_high_gbp_per_hour": "13.50", "pay_source": "adverts", "source": "us",
    "confidence": "C",
}  # fmt: skip
SENIOR = ROLE | {
    "id": "senior", "label": "Senior", "role_family": "senior-care", "occupation": "senior-care-assistant",
}  # fmt: skip
MOVE = {
    "from_role": "care-worker", "to_role": "senior", "months": "12", "qualifications": "diploma-care-3",
    "registration": "", "skills": "leading", "note": "", "source": "us", "confidence": "C",
}  # fmt: skip
COURSE = dict.fromkeys(CATALOGUE_COLUMNS, "") | {
    "id": "first-aid", "label": "First aid", "kind": "train", "starts_when": "anytime", "gains": "first-aid",
    "duration_weeks": "1", "source": "us", "confidence": "C",
}  # fmt: skip


@cache
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def shipped_ladder() -> Ladder:
    return load_ladder(taxonomy())


def rows(table: str, *cells: Mapping[str, str]) -> list[Row]:
    return [Row(f"pathways/{table}", number, dict(row)) for number, row in enumerate(cells, start=2)]
