"""What a reader is held to: a document, the jobs that are in it, and what must not come out of it."""

from dataclasses import dataclass

__all__ = ["Invented", "Told"]


@dataclass(frozen=True)
class Told:
    """A job that the CV tells: words of its title, dates as written, occupation and one of its sectors."""

    title: str
    began: str | None
    ended: str | None
    occupation: str | None
    sector: str
    is_current: bool = False
    months: int | None = None


@dataclass(frozen=True)
class Invented:
    """A CV of somebody who does not exist."""

    name: str
    ending: str
    document: bytes
    jobs: tuple[Told, ...]
    secrets: tuple[str, ...]
    qualifications: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    facts: tuple[tuple[str, object], ...] = ()
