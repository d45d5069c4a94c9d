"""One budget of memory for all that is kept: where the program weighs too much, some of it goes."""

import ctypes
import os
import sys
import time
from collections.abc import Callable
from math import inf
from pathlib import Path
from threading import Lock
from typing import Protocol
from weakref import WeakKeyDictionary

LIMIT = "FRAMTID_MEMORY"
USUAL = 650
"""Megabytes that the program may weigh before it lets go of what it has kept."""
SHARE = 4
"""One part of so many is let go of at a time."""
EVERY = 0.5
"""Seconds between looks at the scales."""
GROWTH = 64
"""Megabytes that it grows by before more is let go of, where it still weighs too much after that.

What is left is then not what has been kept, and letting go of that again and again would only have
it computed again and again.
"""
STATE = Path("/proc/self/statm")
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Held(Protocol):
    """One result that is kept."""

    used: bool
    """Whether it has been asked for again since it was last in turn to go."""

    def forget(self) -> None:
        """Keep it no longer."""


def weight() -> float:
    """Return what the program weighs, in megabytes; nought where the system does not say."""
    if sys.platform != "linux":
        return 0.0
    return int(STATE.read_text("ascii").split()[1]) * PAGE / 2**20


def hand_back() -> None:
    """Return to the system the room that is not needed any more."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


class Budget:
    """What has been kept, in order; what is asked for again has a second chance before it goes."""

    def __init__(self, limit: float, scales: Callable[[], float] = weight) -> None:
        self._limit, self._scales = limit, scales
        # Weakly, as what its function has let go of is not to be held here.
        self._kept: WeakKeyDictionary[Held, None] = WeakKeyDictionary()
        self._lock = Lock()
        self._looked, self._rest = 0.0, -inf

    def add(self, held: Held) -> None:
        """Take note of one more result; let go of the oldest where all weigh too much."""
        with self._lock:
            self._kept[held] = None
            now = time.monotonic()
            if now - self._looked < EVERY:
                return
            self._looked, heavy = now, self._scales()
            self._rest = min(self._rest, heavy)
            old = self._old() if heavy > max(self._limit, self._rest + GROWTH) else []
        for one in old:
            one.forget()
        if old:
            hand_back()
            self._rest = self._scales()

    def _old(self) -> list[Held]:
        """Take one part of what is kept, the oldest first that nobody has asked for again."""
        kept = list(self._kept)
        unused = [held for held in kept if not held.used]
        old = (unused + [held for held in kept if held.used])[: max(1, len(kept) // SHARE)]
        for held in kept[: len(old)]:
            held.used = False
        for held in old:
            del self._kept[held]
        return old


BUDGET = Budget(float(os.environ.get(LIMIT, "") or USUAL))
