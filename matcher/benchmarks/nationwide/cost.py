"""What something costs: seconds by the clock and of all cores, and the most memory its process has held."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

__all__ = ["Cost", "cost_of", "peak_mb"]

Made = TypeVar("Made")

_STATUS = Path("/proc/self/status")


class Cost(NamedTuple):
    """Seconds waited, seconds of processor time on all cores, and the process's peak memory so far in MB."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def cost_of(run: Callable[[], Made]) -> tuple[Made, Cost]:
    """What something returns, and what it cost."""
    began, began_cpu = time.perf_counter(), time.process_time()
    made = run()
    return made, Cost(time.perf_counter() - began, time.process_time() - began_cpu, peak_mb())


def peak_mb() -> float:
    """The most memory this process has held, in MB.

    Linux tells it of the program alone; what `getrusage` tells begins with that of the process it was started from.
    """
    if _STATUS.is_file():
        lines = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="utf-8").splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    import resource

    in_bytes = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * in_bytes / 1024**2
