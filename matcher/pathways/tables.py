"""Rows of the tables in `data/pathways`, with their place, so that a fault can name it."""

from collections.abc import Collection, Iterator

from matcher.errors import DataError
from matcher.packaged import read_table
from matcher.taxonomy.rows import Row

__all__ = ["CONFIDENCES", "pathway_rows"]

CONFIDENCES = ("A", "B", "C")


def pathway_rows(table: str, columns: Collection[str]) -> Iterator[Row]:
    """The rows of one table; the header is row 1.

    Raises
    ------
    DataError
        The table is missing, or lacks one of `columns`.
    """
    for number, cells in enumerate(read_table("pathways", table), start=2):
        lacking = [name for name in columns if name not in cells]
        if lacking:
            raise DataError(f"pathways/{table} has no column {', '.join(lacking)}: see its README.")
        yield Row(f"pathways/{table}", number, cells)
