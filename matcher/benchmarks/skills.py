"""Skills found in adverts, against a plain fuzzy scan of every name."""

import os
from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import fuzz, process

from matcher.benchmarks.blocks import Ratio, best_of
from matcher.importers.esco import read_esco
from matcher.likeness import normalise
from matcher.packaged import read_table
from matcher.taxonomy import Taxonomy, load_taxonomy, overlay_esco
from matcher.text.skills.mentions import find_skills

__all__ = ["demo_adverts", "mentions_against_scan", "whole_esco"]

# What a plain scan would take for a mention; a higher bar makes rapidfuzz faster, so the baseline is given a fair one.
SCAN_CUTOFF = 90
_ESCO = "esco_v1.1.1"


def demo_adverts(most: int = 20) -> list[str]:
    """Descriptions of the first demo vacancies."""
    return [row["description"] for row, _ in zip(read_table("demo", "vacancies.csv"), range(most), strict=False)]


def whole_esco() -> Taxonomy | None:
    """The whole of ESCO under our tables, where ``CAREMATCH_REAL_DATA`` holds it."""
    folder = Path(os.environ.get("CAREMATCH_REAL_DATA", "")) / _ESCO
    if not os.environ.get("CAREMATCH_REAL_DATA") or not folder.is_dir():
        return None
    return overlay_esco(load_taxonomy(), read_esco(folder))


def mentions_against_scan(taxonomy: Taxonomy, adverts: Iterable[str]) -> Ratio:
    """Read every advert by `find_skills`, and by comparing each name with it (`rapidfuzz.fuzz.partial_ratio`).

    Both have their names ready before the clock starts: the reader its indexes, the scan its names normalised.
    """
    adverts = [advert for advert in adverts if advert]
    names = [normal for name in taxonomy.skill_names.names if (normal := normalise(name))]
    find_skills(adverts[0], taxonomy)
    return Ratio(
        baseline=f"a plain scan of {len(names):,} names",
        measured=f"skills found in {len(adverts)} adverts",
        baseline_seconds=best_of(lambda: [_scan(advert, names) for advert in adverts], repeats=1),
        measured_seconds=best_of(lambda: [find_skills(advert, taxonomy) for advert in adverts]),
    )


def _scan(advert: str, names: list[str]) -> list[str]:
    text = normalise(advert)
    found = process.extract(text, names, scorer=fuzz.partial_ratio, score_cutoff=SCAN_CUTOFF, limit=None)
    return [name for name, _, _ in found]
