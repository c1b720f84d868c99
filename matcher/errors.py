"""Every error a caller of carematch can meet.

::

    CarematchError
    ├── InputError              something a person sent in cannot be used
    │   ├── FileError           the file as a whole (path, encoding, header, vintage)
    │   ├── RowError            one row or field of a file or form
    │   └── PlaceError          a postcode that gives no place
    │       ├── PostcodeUnknownError    no such postcode; carries suggestions
    │       └── PostcodeUnplacedError   a real postcode that no open directory places
    ├── DataError               a table that ships, or a model folder, contradicts itself
    ├── NotFoundError           an id that is not stored
    ├── StoreError              the database cannot be reached or is of another version
    ├── ClusterError            the scheduler of a cluster, or its workers, cannot be used
    └── MailError               an e-mail could not be sent

The message of each names the fault, the value and the remedy, in words for an advisor.
"""

__all__ = [
    "CarematchError",
    "ClusterError",
    "DataError",
    "FileError",
    "InputError",
    "MailError",
    "NotFoundError",
    "PlaceError",
    "PostcodeUnknownError",
    "PostcodeUnplacedError",
    "RowError",
    "StoreError",
]


class CarematchError(Exception):
    """Base of the tree."""


class InputError(CarematchError, ValueError):
    """Something a person sent in cannot be used."""


class FileError(InputError):
    """The file as a whole cannot be used."""


class RowError(InputError):
    """One row or field cannot be used.

    Attributes
    ----------
    field : str
        The column or form field at fault; empty where it is the whole row.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class PlaceError(InputError):
    """A postcode that gives no place."""


class PostcodeUnknownError(PlaceError):
    """No such postcode.

    Attributes
    ----------
    suggestions : tuple of str
        Postcodes that exist and look alike, best first.
    """

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class PostcodeUnplacedError(PlaceError):
    """A real postcode that no open directory places (Isle of Man, Jersey, Guernsey)."""


class DataError(CarematchError):
    """A table that ships, or a model folder, contradicts itself."""


class NotFoundError(CarematchError, LookupError):
    """An id that is not stored."""


class StoreError(CarematchError):
    """The database cannot be reached or is of another version."""


class ClusterError(CarematchError):
    """The scheduler of a cluster, or its workers, cannot be used."""


class MailError(CarematchError):
    """An e-mail could not be sent."""
