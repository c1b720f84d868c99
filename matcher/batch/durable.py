"""Files that are there whole or not at all, whatever stops the program or the machine."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from matcher.errors import FileError

__all__ = ["said_of", "write_whole"]

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MB = 1_000_000


def write_whole(path: Path, write: Callable[[IO[bytes]], None], *, beside: Path | None = None) -> None:
    """Write a file under another name, make sure that it is on the disk, and only then give it its own.

    Parameters
    ----------
    write : callable
        Writes the content into an open file.
    beside : path, optional
        The folder that the other name is in, on the same disk; that of the file by default.

    Raises
    ------
    FileError
        The disk is full, or the file cannot be written: which, and what to do.
    """
    draft = (beside or path.parent) / f"{path.name}.tmp"
    with said_of(path):
        try:
            with draft.open("wb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            _keep_names(path.parent)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into one `FileError` with the remedy."""
    try:
        yield
    except OSError as error:
        raise FileError(_plain(path, error)) from error


def _plain(path: Path, error: OSError) -> str:
    if error.errno not in _FULL:
        reason = error.strerror or str(error)
        return f"{path} cannot be written ({reason}): name an --output in a folder that can be written."
    free = shutil.disk_usage(path.parent).free // _MB
    return (
        f"The disk is full: {path} could not be written ({free:,} MB are free). Make room and give the same command "
        "again: it goes on with the parts that are missing."
    )


def _keep_names(folder: Path) -> None:
    """Have the names in a folder on the disk too, without which a file may be whole and nowhere."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
