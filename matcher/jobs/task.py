"""What a handler is given: one job, what it may use, and where it says how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from matcher.errors import CarematchError

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.store import Store
    from matcher.store.jobs import Job

__all__ = ["Handler", "Links", "Setting", "Task", "TaskStoppedError"]


class Links(Protocol):
    """Addresses of pages that an e-mail leads to; the web app knows them."""

    def vacancy(self, vacancy_id: str) -> str:
        """The page of one vacancy."""

    def vacancies(self) -> str:
        """A jobseeker's own list."""

    def unsubscribe(self, token: str) -> str:
        """Where alerts are ended without signing in: a page by GET, at once by POST (RFC 8058)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What jobs work with, besides what is stored.

    Attributes
    ----------
    engine : Engine
        With its store.
    links : Links
        For e-mails.
    outbox : Path
        Where e-mails are kept while no server is named.
    as_of : date or None
        The day rankings are for; None: today, whenever that is.
    uploads : Path or None
        Where files that are sent in lie; None: nowhere.
    """

    engine: "Engine"
    links: Links
    outbox: Path
    as_of: date | None = None
    uploads: Path | None = None

    @property
    def store(self) -> "Store":
        """The engine's store."""
        found = self.engine.store
        if found is None:
            raise TypeError("Jobs are kept in a database: load the engine with one.")
        return found

    @property
    def today(self) -> date:
        """The day rankings are for."""
        return self.as_of or date.today()  # noqa: DTZ011 - the day where we run


class TaskStoppedError(CarematchError):
    """Somebody stopped a job while it was being done."""


class Task:
    """One job being done; `advance` and `expect` say how far it is, as often as is easy: only the latest is kept."""

    def __init__(self, job: "Job", setting: Setting) -> None:
        self.job, self.setting = job, setting
        self.n_done = 0
        self.n_all: int | None = None
        self._is_stopped = False

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What the job is to be done with."""
        return self.job.arguments

    def expect(self, n_all: int | None) -> None:
        """Say how many there are, in rows or people, as far as is known."""
        self.n_all = n_all

    def advance(self, n: int = 1) -> None:
        """Say that so many more are done.

        Raises
        ------
        TaskStoppedError
            Nobody wants the rest.
        """
        self.n_done += n
        if self._is_stopped:
            raise TaskStoppedError("It was stopped.")

    def stop(self) -> None:
        """Let the handler end at the next step it tells of."""
        self._is_stopped = True


Handler = Callable[[Task], Mapping[str, Any]]
"""Does a job and answers with its result, a document; raises `CarematchError` with the words for the person."""
