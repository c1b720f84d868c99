"""Ids of records that are made on a page."""

import re
import secrets

__all__ = ["is_new_id", "new_id"]

# Letters and digits that are not taken for one another when read over the telephone.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_SHAPE = re.compile(rf"WEB-[{_ALPHABET}]{{8}}")


def new_id() -> str:
    """An id that nobody has: ``WEB-`` and eight letters and digits."""
    return "WEB-" + "".join(secrets.choice(_ALPHABET) for _ in range(8))


def is_new_id(text: str | None) -> bool:
    """Whether an id that comes back with a form is one of those, and not that of somebody's own record."""
    return _SHAPE.fullmatch(text or "") is not None
