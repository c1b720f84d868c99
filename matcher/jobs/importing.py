"""The job `import`: one file into the store, in the name of the account that sent it."""

import gzip
import zlib
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from matcher.domain import Account, AccountRole
from matcher.errors import FileError
from matcher.importers import ImportContext, run_import
from matcher.importers.json_stream import begins_as_json
from matcher.jobs.in_the_name_of import InTheNameOf, closed_to, provider_names
from matcher.jobs.task import Task
from matcher.store import Store

__all__ = ["count_rows", "import_file"]

_BLOCK_BYTES = 1 << 20
_GZIP = b"\x1f\x8b"


def import_file(task: Task) -> dict[str, Any]:
    """Import a file, and delete it whatever came of it.

    The arguments are ``kind``, ``file``, ``rejects``, ``columns`` and ``format``, as for `run_import`, and ``name``:
    what the person calls the file. The result is the summary's document.

    Raises
    ------
    FileError
        The file as a whole cannot be used, or its sender may not bring such a file.
    NotFoundError
        The account that sent it has been removed.
    """
    path, rejects = Path(task.arguments["file"]), Path(task.arguments["rejects"])
    if not path.exists():
        raise FileError(f"{task.arguments['name']} is not here any more: choose the file again.")
    try:
        task.expect(count_rows(path))
        summary = run_import(task.arguments["kind"], path, _context(task, rejects))
    except Exception as error:
        rejects.unlink(missing_ok=True)
        if isinstance(error, FileError):
            raise FileError(str(error).replace(str(path), task.arguments["name"])) from error
        raise
    finally:
        path.unlink(missing_ok=True)
    task.expect(summary.read)
    return summary.as_dict()


def count_rows(path: Path) -> int | None:
    """About how many rows a spreadsheet has below its first: its lines, which are more where cells hold line ends.

    None where nobody can say without reading it: JSON, and what is packed and breaks off.

    Raises
    ------
    FileError
        It is no text at all, or empty.
    """
    if begins_as_json(path):
        return None
    n_lines, last = 0, b""
    with path.open("rb") as plain:
        is_packed = plain.read(2) == _GZIP
    with suppress(OSError, EOFError, zlib.error), gzip.open(path) if is_packed else path.open("rb") as file:
        for block in iter(partial(file.read, _BLOCK_BYTES), b""):
            n_lines, last = n_lines + block.count(b"\n"), block
        return max(0, n_lines - last.rstrip(b"\0").endswith(b"\n"))
    return None


def _may_bring(account: Account, kind: str) -> bool:
    """Advisors and administrators bring anything, a provider their own vacancies, and nobody else anything."""
    return account.role in {AccountRole.ADVISOR, AccountRole.ADMIN} or (
        account.role is AccountRole.PROVIDER and kind == "vacancies"
    )


def _context(task: Task, rejects: Path) -> ImportContext:
    store, engine = task.setting.store, task.setting.engine
    account = store.accounts.get(task.job.account_id or 0)
    if not _may_bring(account, task.arguments["kind"]):
        raise FileError("That is brought in by advisors and administrators: ask one of them.")
    return ImportContext(
        store=cast("Store", InTheNameOf(store, account)),
        taxonomy=engine.taxonomy,
        gazetteer=engine.gazetteer,
        rejects=rejects,
        columns=task.arguments["columns"],
        format=task.arguments["format"],
        progress=task.advance,
        closed=closed_to(account, store),
        providers=provider_names(account, store),
    )
