"""The parts of a scale, each in a process of its own: what it did to memory is its own, and what it breaks too."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from matcher.benchmarks.nationwide.figures import Figures
from matcher.benchmarks.nationwide.parts import PARTS

__all__ = ["Outcome", "run_parts"]

_CHILD = "matcher.benchmarks.nationwide.child"
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a part: its figures, or why there are none."""

    name: str
    figures: Figures | None
    reason: str = ""


def run_parts(scale: str, say: Callable[[str], None], only: Sequence[str] = ()) -> Iterator[Outcome]:
    """Measure every part of a scale, one after the other.

    Parameters
    ----------
    say : callable
        Told what is being done.
    only : names of parts, optional
        Measured alone, with those that they need.
    """
    asked = {*only, *(needed for name in only for needed in PARTS[name].needs)}
    with TemporaryDirectory(prefix="carematch-bench-") as folder:
        for name in PARTS:
            if name in asked if only else scale in PARTS[name].scales:
                began = perf_counter()
                say(f"{scale}: {PARTS[name].says} …")
                outcome = _run(name, Path(folder), scale)
                say(f"{scale}: {PARTS[name].says}: {outcome.reason or f'done in {perf_counter() - began:.0f} s'}")
                yield outcome
                if name == "nation" and outcome.figures is None:
                    return


def _run(name: str, folder: Path, scale: str) -> Outcome:
    out, limit = folder / f"{name}.json", PARTS[name].limit_seconds(scale)
    try:
        code, said = _ended([sys.executable, "-m", _CHILD, name, str(folder), scale, str(out)], folder, limit)
    except subprocess.TimeoutExpired:
        return Outcome(name, None, f"stopped after {limit / 60:.0f} minutes")
    if code or not out.is_file():
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        why = lines[-1] if lines else f"its process ended with {code}"
        return Outcome(name, None, f"not measured: {why[:_LONGEST_REASON]}")
    return Outcome(name, json.loads(out.read_text(encoding="utf-8")))


def _ended(command: Sequence[str], folder: Path, limit_seconds: float) -> tuple[int, str]:
    """Exit code and standard error of a process; one that is stopped takes those it has started along.

    Its temporary files lie in the folder, which goes at the end whatever becomes of the process.
    """
    with subprocess.Popen(  # noqa: S603 - this program itself
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
        env=os.environ | {"TMPDIR": str(folder)},
    ) as process:
        try:
            _, said = process.communicate(timeout=limit_seconds)
        except BaseException:  # too long, or whoever waits has had enough
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return process.returncode, said
