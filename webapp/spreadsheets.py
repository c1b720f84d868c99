"""Tables as CSV files that a spreadsheet opens and runs nothing of."""

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

__all__ = ["csv_answer"]

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell begins with that a spreadsheet takes for a formula, or skips to find one."""


def csv_answer(rows: Iterable[Sequence[object]], name: str) -> Response:
    """Rows as a file to download, in the encoding that spreadsheets know by its mark; a blank for None."""
    text = io.StringIO()
    csv.writer(text).writerows([_cell("" if value is None else str(value)) for value in row] for row in rows)
    answer = Response(text.getvalue().encode("utf-8-sig"), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _cell(text: str) -> str:
    """Text that would be run is quoted, as our importers read it back."""
    return f"'{text}" if text.lstrip(" ").startswith(_RUN) else text
