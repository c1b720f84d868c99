"""What figures were measured on."""

import os
import platform
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["machine", "today"]

_LIBRARIES = ("numpy", "scipy", "numba", "scikit-learn", "polars", "distributed", "pandas", "SQLAlchemy")
_CPU_FILE, _MEMORY_FILE = Path("/proc/cpuinfo"), Path("/proc/meminfo")


def machine() -> str:
    """Processor, cores, memory, and the versions of Python and of the libraries that are measured."""
    libraries = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    parts = (f"{_processor()}, {os.cpu_count()} cores", _memory(), f"Python {platform.python_version()}", libraries)
    return "; ".join(part for part in parts if part)


def today() -> str:
    """The day, as it is written beside figures."""
    return datetime.now().astimezone().date().isoformat()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    named = _value_of(_CPU_FILE, "model name") or platform.processor() or platform.machine()
    wide = "avx512f" in _value_of(_CPU_FILE, "flags").split()
    return f"{named} (AVX-512)" if wide else named


def _memory() -> str:
    kilobytes = _value_of(_MEMORY_FILE, "MemTotal").split()
    return f"{int(kilobytes[0]) / 1024**2:.0f} GB of memory" if kilobytes else ""


def _value_of(file: Path, name: str) -> str:
    """The value of the first line of that name, where the system has such a file."""
    if not file.is_file():
        return ""
    pairs = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in pairs if key.strip() == name), "")
