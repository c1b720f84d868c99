"""Tables into ``docs/benchmarks.md``, between marks; the rest of the file stays as it is."""

from pathlib import Path

from matcher.errors import FileError

__all__ = ["write_section"]


def write_section(path: Path, scale: str, text: str) -> None:
    """Put a scale's section in place of the last one, or at the end where there is none yet.

    Raises
    ------
    FileError
        There is no such file, or the end of the section is not marked.
    """
    if not path.is_file():
        raise FileError(f"{path} is missing: run this in a checkout of the program, from its first folder.")
    begin, end = (
        f"<!-- {word} of what carematch bench --scale {scale} --write has written -->" for word in ("begin", "end")
    )
    whole, section = path.read_text(encoding="utf-8"), f"{begin}\n\n{text.strip()}\n\n{end}"
    if begin not in whole:
        path.write_text(f"{whole.rstrip()}\n\n{section}\n", encoding="utf-8")
        return
    before, _, rest = whole.partition(begin)
    _, marked, after = rest.partition(end)
    if not marked:
        raise FileError(f"{path}: the line '{end}' is missing after its beginning: put it back.")
    path.write_text(f"{before}{section}{after}", encoding="utf-8")
