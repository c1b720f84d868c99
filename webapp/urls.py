"""Identifiers in addresses."""

import re
from urllib.parse import quote, unquote

from werkzeug.routing import BaseConverter, ValidationError

__all__ = ["IdentifierConverter"]

_ENCODED = re.compile(r"~([0-9A-F]{2})")


class IdentifierConverter(BaseConverter):
    """An id of any characters as one part of an address.

    Ids come from people's spreadsheets and may hold slashes, dots and accents, which servers and browsers would
    otherwise tidy away; everything but letters, digits, ``-`` and ``_`` is written as ``~`` and two hexadecimal digits.
    """

    regex = r"[A-Za-z0-9_~-]+"

    def to_python(self, value: str) -> str:
        """The id an address stands for."""
        try:
            identifier = unquote(_ENCODED.sub(r"%\1", value), errors="strict")
        except UnicodeDecodeError as error:
            raise ValidationError from error
        if "\x00" in identifier:
            # No id has one, and PostgreSQL cannot even be asked.
            raise ValidationError
        return identifier

    def to_url(self, value: str) -> str:
        """The part of an address for an id."""
        return quote(value, safe="").replace(".", "%2E").replace("~", "%7E").replace("%", "~")
