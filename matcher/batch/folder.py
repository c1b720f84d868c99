"""The folder of a run, beside its output: what is matched, and a file for every part that is done."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Self

from matcher.batch.durable import said_of, write_whole
from matcher.batch.mark import Mark, differences
from matcher.batch.part_files import PartEntries, is_whole, read_entries, write_entries
from matcher.errors import FileError

__all__ = ["RunFolder"]


class RunFolder:
    """Where a run keeps what it has done; one process at a time has it, as long as it is in its ``with``.

    Parameters
    ----------
    output : Path
        The file that the run writes; its folder is ``OUTPUT.parts``.
    """

    def __init__(self, output: Path) -> None:
        self.path = output.with_name(f"{output.name}.parts")
        self._lock: IO[str] | None = None

    def __enter__(self) -> Self:
        """Make the folder and take it.

        Raises
        ------
        FileError
            Another process has it, or it cannot be written.
        """
        with said_of(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = (self.path / "lock").open("w", encoding="utf-8")
            if not _is_taken(self._lock):
                return self
        self._let_go()
        raise FileError(f"{self.path} is in use by another run: wait for it, or name another --output.")

    def __exit__(self, *_: object) -> None:
        """Let go of it; where nothing was begun, nothing is left."""
        if self._lock is not None and not self._manifest.exists():
            self.remove()
        self._let_go()

    def begin(self, mark: Mark) -> list[str]:
        """Go on with the parts that are there, or anew where they are of another mark: what changed, in words."""
        with said_of(self.path):
            changed = differences(self._kept_mark(), mark)
            is_to_do_again = bool(changed and self.finished())
            if changed:
                self._clear()
        write_whole(self._manifest, lambda file: _write_text(file, json.dumps(asdict(mark), indent=1)))
        return changed if is_to_do_again else []

    def finished(self) -> set[int]:
        """Numbers of the parts that are done."""
        return {int(path.stem) for path in self.path.glob("[0-9]*.arrow") if is_whole(path)}

    def write(self, number: int, entries: PartEntries) -> None:
        """Keep a part; it is there whole or not at all."""
        write_whole(self._of(number), lambda file: write_entries(file, entries))

    def read(self, number: int) -> PartEntries:
        """A part that is done; its columns are mapped, not loaded."""
        return read_entries(self._of(number))

    def remove(self) -> None:
        """Take it away, all being done."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._let_go()

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    @property
    def _manifest(self) -> Path:
        return self.path / "manifest.json"

    def _of(self, number: int) -> Path:
        return self.path / f"{number:06d}.arrow"

    def _kept_mark(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._manifest.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _clear(self) -> None:
        """Take away what an earlier run left; the lock stays."""
        for path in self.path.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "lock":
                path.unlink()


def _is_taken(lock: IO[str]) -> bool:
    """Whether another process holds the lock, which else is ours until we end, however we end."""
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False


def _write_text(file: IO[bytes], text: str) -> None:
    file.write(text.encode("utf-8"))
