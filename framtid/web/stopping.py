"""Whether the server is asked to stop: it waits for streams, which have no end of their own."""

import signal
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

_heard = threading.Event()
_listeners: set[Callable[[], None]] = set()


def watch() -> None:
    """Hear of it from now on; whoever heard of it before us does so still."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, partial(_stop, signal.getsignal(number)))


def stopping() -> bool:
    """Whether the server has been asked to stop."""
    return _heard.is_set()


def tell(listener: Callable[[], None]) -> Callable[[], None]:
    """Call a listener when it is asked to; return what lets go of it."""
    _listeners.add(listener)
    return lambda: _listeners.discard(listener)


def _stop(before: Any, number: int, frame: FrameType | None) -> None:  # noqa: ANN401
    _heard.set()
    for listener in tuple(_listeners):
        listener()
    if callable(before):
        before(number, frame)
    elif before is signal.SIG_DFL:
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
