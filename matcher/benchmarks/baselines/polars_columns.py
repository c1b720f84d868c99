"""Both sides as Polars reads them: one row a candidate or a vacancy, needs and words spread over columns.

What a pair's skills have in common is quickest looked up need by need, in columns that hold a vacancy's first, second …
need; what its words have in common, in columns of 64 bits. Joining needs that were exploded to rows, and lists in
columns, took two and five times as long.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.benchmarks.baselines.ground import Ground

if TYPE_CHECKING:
    import polars as pl

__all__ = ["n_needs", "n_word_columns", "people_frame", "spread_credits", "work_frame"]

_BITS = 64


def people_frame(ground: Ground) -> "pl.DataFrame":
    """Candidates: row, place, reach, limit, kinds, words."""
    import polars as pl

    people, tables = ground.matching.people, ground.tables
    return pl.DataFrame(
        {
            "row": np.arange(len(people), dtype=np.int32),
            "east": people.easting_m,
            "north": people.northing_m,
            "blur": people.blur_km,
            "reach": ground.reach_m,
            "limit": ground.limit_minutes,
            "asked": people.skills_known,
            "n_words": ground.n_words,
            "rank": ground.people_rank,
            **{f"kind{table}": kinds for table, kinds in enumerate(tables.kind)},
            **_word_columns(ground.texts.people),
        }
    )


def work_frame(ground: Ground) -> "pl.DataFrame":
    """Vacancies: row, place, needs, kinds, words."""
    import polars as pl

    work, tables = ground.matching.work, ground.tables
    return pl.DataFrame(
        {
            "row": np.arange(len(work), dtype=np.int32),
            "east": work.easting_m,
            "north": work.northing_m,
            "radius": work.radius_km,
            "blur": work.blur_km,
            "live_in": work.live_in,
            "open": ground.is_open,
            "essential_total": ground.essential.total,
            "essential_known": work.essential_known,
            "optional_total": ground.optional.total,
            "optional_known": work.optional_known,
            "n_words": ground.texts.total,
            "contract": tables.contract,
            "rank": ground.work_rank,
            **{f"base{table}": base for table, base in enumerate(tables.base)},
            **_need_columns(ground.essential.work, "essential"),
            **_need_columns(ground.optional.work, "optional"),
            **_word_columns(ground.texts.work),
        }
    )


def spread_credits(ground: Ground, rows: NDArray[np.int32]) -> NDArray[np.uint8]:
    """What some people bring of every skill, one person after the other; a skill more, which nobody brings."""
    brought = ground.essential.people[rows]
    spread = np.zeros((brought.shape[0], brought.shape[1] + 1), dtype=np.uint8)
    spread[:, :-1] = brought.toarray()
    return spread.ravel()


def n_needs(needs: csr_matrix) -> int:
    """How many columns the needs of a vacancy take."""
    return int(np.diff(needs.indptr).max(initial=0))


def n_word_columns(texts: csr_matrix) -> int:
    """How many columns words take."""
    return -(-texts.shape[1] // _BITS)


def _need_columns(needs: csr_matrix, name: str) -> dict[str, NDArray[np.int32]]:
    """``<name>_skill0`` … and ``<name>_telling0`` …; beyond the last need, the skill that nobody brings."""
    n_rows, n_skills = needs.shape
    row = np.repeat(np.arange(n_rows), np.diff(needs.indptr))
    place = np.arange(needs.nnz) - needs.indptr[row]
    skill = np.full((n_needs(needs), n_rows), n_skills, dtype=np.int32)
    telling = np.zeros_like(skill)
    skill[place, row], telling[place, row] = needs.indices, needs.data
    columns = {"skill": skill, "telling": telling}
    return {f"{name}_{kind}{at}": column for kind, all_ in columns.items() for at, column in enumerate(all_)}


def _word_columns(texts: csr_matrix) -> dict[str, NDArray[np.uint64]]:
    """``words0`` …: a bit a word."""
    row = np.repeat(np.arange(texts.shape[0]), np.diff(texts.indptr))
    bits = np.zeros((n_word_columns(texts), texts.shape[0]), dtype=np.uint64)
    np.bitwise_or.at(bits, (texts.indices // _BITS, row), np.uint64(1) << (texts.indices % _BITS).astype(np.uint64))
    return {f"words{at}": column for at, column in enumerate(bits)}
