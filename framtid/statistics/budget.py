"""One budget of memory for all that is kept: where the program weighs too much, the oldest goes."""

import ctypes
import os
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Lock

LIMIT = "FRAMTID_MEMORY"
USUAL = 650
"""Megabytes that the program may weigh before it lets go of what it has kept."""
SHARE = 4
"""One part of so many is let go of at a time."""
EVERY = 0.5
"""Seconds between looks at the scales."""
STATE = Path("/proc/self/statm")
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096

Forget = Callable[[], object]


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
    """What has been kept, in order, and how to forget each."""

    def __init__(self, limit: float, scales: Callable[[], float] = weight) -> None:
        self._limit, self._scales = limit, scales
        self._kept: deque[Forget] = deque()
        self._lock = Lock()
        self._looked = 0.0

    def add(self, forget: Forget) -> None:
        """Take note of one more result; let go of the oldest where all weigh too much."""
        with self._lock:
            self._kept.append(forget)
            now = time.monotonic()
            if now - self._looked < EVERY:
                return
            self._looked = now
            heavy = self._scales() > self._limit
            old = [self._kept.popleft() for _ in range(len(self._kept) // SHARE)] if heavy else []
        for one in old:
            one()
        if old:
            hand_back()


BUDGET = Budget(float(os.environ.get(LIMIT, "") or USUAL))
