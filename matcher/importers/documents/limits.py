"""How much a document may ask of us, and how a process is held to it."""

from dataclasses import dataclass

__all__ = ["LIMITS", "Limits", "hold_to_limits"]

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take.

    Judgement: a CV is two pages and under one megabyte. The limits leave room for a portfolio with photographs on a
    slow machine, and stop everything built to exhaust us.

    Attributes
    ----------
    file_bytes, unpacked_bytes : int
        Size of the file, and of all that a DOCX (a ZIP archive) unpacks to.
    n_parts : int
        Parts that a DOCX may hold.
    n_pages : int
        Pages that are read; the rest is left out with a note.
    n_characters : int
        Characters that are kept; the rest is left out with a note.
    memory_bytes : int
        Address space of the reading process, where the system can hold it to that.
    cpu_seconds, wall_seconds : int
        Time of the reading process.
    """

    file_bytes: int = 10 * _MEGABYTE
    unpacked_bytes: int = 60 * _MEGABYTE
    n_parts: int = 1_000
    n_pages: int = 30
    n_characters: int = 200_000
    memory_bytes: int = 700 * _MEGABYTE
    cpu_seconds: int = 15
    wall_seconds: int = 30


LIMITS = Limits()


def hold_to_limits(limits: Limits) -> None:
    """Hold this process to the limits: memory, processor time, no file written, no core dumped.

    A system that has no such limits (Windows), or not one of them (address space on macOS), is left as it is: the time
    on the wall is watched from outside everywhere.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        ("RLIMIT_AS", limits.memory_bytes),
        ("RLIMIT_CPU", limits.cpu_seconds),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    ):
        try:
            resource.setrlimit(getattr(resource, kind), (most, most))
        except (AttributeError, OSError, ValueError):
            continue
