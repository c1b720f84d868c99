"""The key that signs sessions and makes codes for candidates."""

import contextlib
import os
import secrets
from pathlib import Path

from matcher.errors import StoreError

__all__ = ["secret_key"]

_MIN_LENGTH = 16


def secret_key(folder: Path) -> str:
    """The key from ``CAREMATCH_SECRET_KEY``, else one made at first run and kept in `folder`, readable by us alone.

    Raises
    ------
    StoreError
        The key is too short, or its file cannot be read or written.
    """
    given = os.environ.get("CAREMATCH_SECRET_KEY")
    if given is None:
        return _kept_key(folder / "secret_key")
    if len(given) < _MIN_LENGTH:
        raise StoreError(
            f"CAREMATCH_SECRET_KEY has {len(given)} characters: use at least {_MIN_LENGTH} random ones, or unset it."
        )
    return given


def _kept_key(path: Path) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_once(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"The session key in {path} cannot be used ({error}): mend or delete that file.") from error
    if len(key) < _MIN_LENGTH:
        raise StoreError(f"The session key in {path} is too short: delete that file and a new one is made.")
    return key


def _make_once(path: Path) -> None:
    """Write a new key, unless another process was first: a link appears whole or not at all."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()
