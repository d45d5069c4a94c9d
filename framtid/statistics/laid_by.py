"""Large arrays in a file of their own: what is read of them is in memory, and the rest is not."""

import mmap
import sys
from contextlib import suppress
from tempfile import TemporaryFile
from typing import Any, TypeVar, cast
from weakref import WeakSet

import numpy as np

Values = TypeVar("Values", bound=np.ndarray[Any, Any])

_OPEN: WeakSet[mmap.mmap] = WeakSet()
"""Every file that somebody still has values of."""


def laid_by(values: Values) -> Values:
    """Return the same values, not to be written to, from a file that is gone when they are.

    A page asks for a few municipalities of all: the system reads those, and may let go of them
    again. Where no file can be written, the values stay where they are.

    Args:
        values: (year or step, municipality, …); what is of one municipality lies together.

    """
    together = np.moveaxis(values, 1, 0)
    with suppress(OSError), TemporaryFile() as file:
        np.ascontiguousarray(together).tofile(file)
        file.flush()
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        _OPEN.add(mapped)
        read: Any = np.frombuffer(mapped, values.dtype).reshape(together.shape)
        back: Any = np.moveaxis(read, 0, 1)
        return cast("Values", back)
    return values


def put_down() -> None:
    """Let go of what has been read; it is read again when somebody asks."""
    if sys.platform != "win32":
        for mapped in list(_OPEN):
            mapped.madvise(mmap.MADV_DONTNEED)
