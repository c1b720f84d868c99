"""What the process of a part does: ``python -m matcher.benchmarks.nationwide.child PART FOLDER SCALE OUT``.

Figures go into the file OUT as JSON; an error goes to standard error, its last line being the reason.
"""

import json
import sys
from pathlib import Path

from matcher.benchmarks.nationwide.parts import function_of

__all__ = ["main"]


def main(arguments: list[str]) -> None:
    """Measure one part."""
    name, folder, scale, out = arguments
    figures = function_of(name)(Path(folder), scale)
    Path(out).write_text(json.dumps(dict(figures)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
