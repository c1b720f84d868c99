"""How soon a fresh process answers: import, engine, first ranking, first matching of everybody with everything.

Once with nothing compiled beforehand, in a cache of its own that is empty, and once more with what that has left.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.benchmarks.fresh import N_VACANCIES
from matcher.benchmarks.nationwide.figures import Figures

__all__ = ["cold_start"]

_COMMAND = (sys.executable, "-m", "matcher.benchmarks.fresh")


def cold_start(folder: Path, scale: str) -> Figures:  # noqa: ARG001 - as every part, and the same on every scale
    """Seconds of every stage, and of the whole process, in which Python starts too."""
    with TemporaryDirectory() as cache:
        without, with_ = (_fresh_process(cache) for _ in range(2))
    return {
        **{f"{stage}_without": seconds for stage, seconds in without.items()},
        **{f"{stage}_with": seconds for stage, seconds in with_.items()},
        "n_vacancies": N_VACANCIES,
    }


def _fresh_process(cache: str) -> dict[str, float]:
    began = time.perf_counter()
    done = subprocess.run(_COMMAND, stdout=subprocess.PIPE, check=True, env=os.environ | {"NUMBA_CACHE_DIR": cache})  # noqa: S603 - ourselves
    whole = time.perf_counter() - began
    return {**json.loads(done.stdout), "whole": whole}
