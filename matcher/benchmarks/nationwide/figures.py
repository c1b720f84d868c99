"""What a part hands back: named numbers, which travel between processes as JSON."""

from collections.abc import Mapping

__all__ = ["Figure", "Figures"]

Figure = float | str | bool | list[float] | None
Figures = Mapping[str, Figure]
