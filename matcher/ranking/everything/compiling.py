"""How the parts of the sweep are compiled."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

__all__ = ["compiled", "inlined"]

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile a function when it is first called, and keep what was compiled beside the source where that can be done.

    It runs without Python's lock, and divides by 0 as NumPy does. The compiler knows by a function's own file alone
    that what it kept is out of date: after a change in another that it calls, take the ``*.nbi`` away (the tests do).
    """
    try:
        return cast("Function", numba.njit(nogil=True, error_model="numpy", cache=True)(function))
    except RuntimeError:  # nowhere to keep it: a program installed where nobody may write
        return cast("Function", numba.njit(nogil=True, error_model="numpy")(function))


def inlined(function: Function) -> Function:
    """Compile a function into whatever calls it."""
    return cast("Function", numba.njit(inline="always", error_model="numpy")(function))
