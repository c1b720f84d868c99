"""Requests whose uploaded files stay in memory, so that a CV is on no disk at any time."""

import io
from typing import IO

from flask import Request

__all__ = ["MOST_IN_MEMORY_BYTES", "InMemoryRequest"]

# Judgement: the largest file that a CV may be, with what a form has besides; a spreadsheet to import may be larger.
MOST_IN_MEMORY_BYTES = 12 * 1024 * 1024


class InMemoryRequest(Request):
    """A request that keeps files in memory where all of it is small enough, instead of from half a megabyte on disk."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        if total_content_length is not None and total_content_length <= MOST_IN_MEMORY_BYTES:
            return io.BytesIO()
        return super()._get_file_stream(total_content_length, content_type, filename, content_length)
